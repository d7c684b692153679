//! Texts of entries that the book prints: as sentences, and as names, which stand
//! in the registry as they are and are no prose.

use super::narratives;
use crate::model::visit::{Datum, Key, Role, Visit, Visitor};
use crate::model::{Reference, Year};
use crate::resolve::Plan;
use crate::source::{Span, Spanned};

type Text = Spanned<String>;

/// Every text that is printed as a sentence, kind by kind.
pub(crate) fn texts(plan: &Plan) -> Vec<&Text> {
    texts_of(plan, Role::Sentence)
}

/// Names and remarks that are no sentences.
pub fn names(plan: &Plan) -> Vec<&Text> {
    texts_of(plan, Role::Name)
}

fn texts_of(plan: &Plan, role: Role) -> Vec<&Text> {
    let mut texts = Texts {
        role,
        found: Vec::new(),
    };
    for narrative in narratives(plan) {
        narrative.front.visit(&mut texts);
        for embed in narrative.embeds.values() {
            embed.visit(&mut texts);
        }
    }
    for entry in plan.entries() {
        if let Some(keys) = entry.keys {
            keys.visit(&mut texts);
        }
    }
    for one in plan.members.values() {
        one.entry.visit(&mut texts);
    }
    texts.found
}

/// Gathers the texts of a role.
struct Texts<'e> {
    role: Role,
    found: Vec<&'e Text>,
}

impl<'e> Texts<'e> {
    fn add(&mut self, role: Role, texts: impl IntoIterator<Item = &'e Text>) {
        if role == self.role {
            self.found.extend(texts);
        }
    }
}

impl<'e> Visitor<'e> for Texts<'e> {
    fn text(&mut self, key: &'static Key, text: &'e Text) {
        self.add(key.role, [text]);
    }

    fn texts(&mut self, key: &'static Key, texts: &'e [Text]) {
        self.add(key.role, texts);
    }

    fn value(&mut self, _: &'static Key, _: Datum, _: Span) {}

    fn values(&mut self, _: &'static Key, _: &[Datum], _: Span) {}

    fn year(&mut self, _: &'static Key, _: Year, _: Datum, _: Span) {}

    fn references(&mut self, _: &'static Key, _: &'e [Reference]) {}

    fn begin(&mut self, key: &'static Key, _: bool, _: Option<Span>) -> bool {
        // What has an address of its own is an entry of the plan.
        !key.is_own
    }

    fn end(&mut self) {}
}
