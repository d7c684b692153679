//! Where what stands in a book comes from.

use super::Composer;
use super::table;
use super::tree::Content;
use super::view::Row;
use crate::resolve::{Found, Target};
use crate::source::Span;

/// Where something in a book comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It was written in a file, by its number, at an offset in bytes.
    Written(u32, usize),
    /// It was made from the whole plan.
    Generated,
}

impl From<Span> for Origin {
    fn from(span: Span) -> Self {
        Self::Written(span.file.number(), span.start())
    }
}

impl Composer<'_> {
    /// A row like any other that comes from there.
    pub(super) fn row(&self, span: Span, mut cells: Vec<Content>) -> Row {
        if let Some(first) = cells.first_mut() {
            *first = std::mem::take(first).at(span.into());
        }
        table::plain(cells)
    }

    /// Where an entry was written.
    pub(super) fn origin(&self, target: Target) -> Span {
        match self.plan.at(target) {
            Found::Entry(entry) => entry.name_span,
            Found::Place(place) => place.span,
        }
    }
}
