//! References as they are written, before they are resolved.

use super::customary::Meant;
use super::decode::{Context, FromToml, Value};
use super::keyword::written_as_word;
use super::shape::Shape;
use super::{indonesian, mend, rules};
use crate::address::{EntryKind, EntryRef, Kind};
use crate::finding::Finding;
use crate::source::{Span, Spanned};

written_as_word!(Kind, rules::invalid_value::unknown_word);

impl EntryRef {
    /// What is meant by a text that names no kind of a plan: `pillar:layanan` by
    /// `pilar:layanan`. Returns `None` if it may mean several, or none.
    pub fn meant(text: &str) -> Option<String> {
        let kinds: Vec<&str> = EntryKind::ALL.iter().map(|kind| kind.word()).collect();
        indonesian::reference(text, &kinds)
    }
}

/// A reference that does not name its kind.
#[derive(Debug, Clone)]
pub(crate) struct Untyped {
    /// Where it stands.
    pub span: Span,
    /// What stands there.
    pub text: String,
    /// The key that it belongs to.
    pub key: &'static str,
}

impl Untyped {
    /// The kinds that its key refers to.
    pub fn kinds(&self) -> &'static [Kind] {
        kinds_of(self.key)
    }
}

/// The kinds that a key with references that name their kind refers to; none of another key.
pub(super) fn kinds_of(key: &str) -> &'static [Kind] {
    match key {
        "partners" => &[Kind::Opd, Kind::Stakeholder],
        "supports" => &[Kind::Goal, Kind::Priority, Kind::Policy, Kind::Need],
        _ => &[],
    }
}

/// A reference that names its kind by another name.
fn renamed(span: Span, text: &str, meant: &Meant) -> Finding {
    let finding = rules::invalid_value::untyped(span, text).hint(meant.offer());
    match meant.values.first().filter(|_| meant.sure) {
        Some(value) => finding.respell(span, value),
        None => finding,
    }
}

/// A reference that names its kind: `"opd:bpbd"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The kind.
    pub kind: Kind,
    /// The id.
    pub id: String,
    /// Where it was written.
    pub span: Span,
}

impl FromToml for Reference {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let Spanned {
            value: mut text,
            span,
        } = Spanned::<String>::from_toml(value, cx)?;
        let scheme = text.split_once(':').map(|(scheme, _)| scheme);
        if let Some(scheme) = scheme
            && let Some(kind) = Kind::parse(scheme)
        {
            // The id stays where the text is.
            text.drain(..=scheme.len());
            return Some(Self {
                kind,
                id: text,
                span,
            });
        }
        match mend::value(&text, &Shape::Reference, cx.key) {
            Some(meant) => cx.report(renamed(span, &text, &meant)),
            None => {
                let key = cx.key;
                cx.untyped.push(Untyped { span, text, key });
            }
        }
        None
    }

    fn shape() -> Shape {
        Shape::Reference
    }
}
