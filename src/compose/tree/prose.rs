//! What only narrative has: lists, tables, pictures, notes.

use super::{Content, Flow};
use crate::compose::trace::Origin;
use crate::compose::view;

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct List {
    /// The number of the first item; `None` if items have marks.
    pub start: Option<u64>,
    /// How many of the items are tasks.
    pub tasks: Tasks,
    /// The items.
    pub items: Vec<Item>,
}

/// How many items of a list are tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tasks {
    /// None of them.
    None,
    /// Some, or all that are numbered.
    Some,
    /// All of them.
    All,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    /// Where it was written.
    pub origin: Option<Origin>,
    /// What it says.
    pub body: Flow,
}

/// A term and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Definition {
    /// The term.
    pub term: Content,
    /// Its meanings, one or more.
    pub meanings: Vec<Flow>,
}

/// A table of narrative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProseTable {
    /// The columns.
    pub columns: Vec<view::ProseColumn>,
    /// The rows, of which the first is the head.
    pub rows: Vec<ProseRow>,
    /// Whether it is short enough to stay on one page.
    pub whole: bool,
    /// Whether its height decides that.
    pub by_height: bool,
    /// Whether its head is short enough to be repeated on every page.
    pub repeats: bool,
    /// The size of its type.
    pub size: Size,
    /// Whether it stands on a page that is turned.
    pub sideways: bool,
    /// Notes to which the head refers.
    pub notes: Content,
    /// Number, caption and label, if it has a caption.
    pub head: Option<view::TableHead>,
}

/// The size of the type of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// That of most tables.
    Customary,
    /// A smaller one, for many columns.
    Dense,
    /// The smallest.
    Tiny,
}

impl Size {
    /// Its name in the theme.
    pub fn name(self) -> &'static str {
        match self {
            Self::Customary => "table",
            Self::Dense => "dense",
            Self::Tiny => "tiny",
        }
    }
}

/// A row of a table of narrative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProseRow {
    /// Where it was written.
    pub origin: Option<Origin>,
    /// Its cells.
    pub cells: Vec<ProseCell>,
}

/// A cell of a table of narrative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProseCell {
    /// Where it was written.
    pub origin: Option<Origin>,
    /// What it says.
    pub content: Content,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// Where it was written.
    pub origin: Option<Origin>,
    /// Absolute path in the book.
    pub path: String,
    /// What it shows, in words.
    pub alt: String,
    /// Share of the width of the text, in percent.
    pub width: Option<u32>,
    /// Whether it stands alone, and not in a line of text.
    pub alone: bool,
    /// Number, caption and label, if it has a caption.
    pub caption: Option<view::Picture>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Note {
    /// Its label, by which further references know it.
    pub label: String,
    /// What it says.
    pub text: NoteText,
}

/// The text of a note.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct NoteText {
    /// Where it was written.
    pub origin: Option<Origin>,
    /// Its first paragraph, which stands beside the number.
    pub first: Content,
    /// What follows.
    pub rest: Flow,
}
