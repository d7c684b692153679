//! Texts of entries that the book prints: as sentences, and as names, which stand
//! in the registry as they are and are no prose.

use super::narratives;
use crate::model::visit::{Datum, Key, Role, Visit, Visitor};
use crate::model::{Reference, Year};
use crate::resolve::Plan;
use crate::source::{Span, Spanned};

type Text = Spanned<String>;

/// The texts of a plan that do not stand in narrative.
#[derive(Default)]
pub(crate) struct Texts<'e> {
    /// What is printed as a sentence, kind by kind.
    pub sentences: Vec<&'e Text>,
    /// Names and remarks that are no sentences.
    pub names: Vec<&'e Text>,
}

/// Every text that is printed.
pub(crate) fn texts(plan: &Plan) -> Texts<'_> {
    let mut texts = Texts::default();
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
    texts
}

impl<'e> Texts<'e> {
    fn add(&mut self, role: Role, texts: impl IntoIterator<Item = &'e Text>) {
        match role {
            Role::Sentence => self.sentences.extend(texts),
            Role::Name => self.names.extend(texts),
            Role::Data | Role::Reference(_) => {}
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
