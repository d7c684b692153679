//! Where entries, places and files are referred to.

use super::Plan;
use super::lookup::ResolveContext;
use crate::address::PlaceKind;
use crate::model::{EntryRef, Exception};
use crate::source::Span;

/// What a reference names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Referent {
    /// An entry.
    Entry(EntryRef),
    /// A heading, a figure or a table, by its id.
    Place(PlaceKind, String),
    /// A file of the plan, by its path from the plan directory.
    File(String),
}

/// A reference as it is written: in TOML the span of the value, in Markdown that of the link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usage {
    /// Where it is written.
    pub span: Span,
    /// What it names.
    pub of: Referent,
}

impl Plan {
    /// The references to an entry that name it, in TOML and Markdown.
    pub fn references<'p>(&'p self, entry: &EntryRef) -> impl Iterator<Item = Span> + 'p {
        let wanted = Referent::Entry(entry.clone());
        let usages = self.usages.iter();
        usages
            .filter(move |usage| usage.of == wanted)
            .map(|usage| usage.span)
    }
}

impl ResolveContext<'_> {
    /// Notes that an entry is referred to at `span`.
    pub(super) fn name(&mut self, entry: EntryRef, span: Span) {
        let of = Referent::Entry(entry);
        self.usages.push(Usage { span, of });
    }

    /// Notes what an exception is for: an entry, or a file by its path. Whether it is there is
    /// judged with the exception.
    pub(super) fn name_excepted(&mut self, exception: &Exception) {
        let (text, span) = (exception.entry.value.as_str(), exception.entry.span);
        let of = match EntryRef::parse(text) {
            Some(entry) if !entry.id.is_empty() => Referent::Entry(entry),
            _ if self.tree.find(text).is_some() => Referent::File(text.to_owned()),
            _ => return,
        };
        self.usages.push(Usage { span, of });
    }
}
