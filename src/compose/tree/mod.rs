//! A book as data: blocks of text, tables and figures, in which everything is settled.
//!
//! Whatever is made of a book, Typst code or pages of HTML, is made of these.

mod block;
mod content;
mod drawing;
mod flow;
mod part;
mod prose;

pub(crate) use block::{Block, BlockKind, Heading};
pub use content::Content;
pub(crate) use content::{Destination, Inline, Mark, Path, PlaceNumber};
pub(crate) use drawing::Drawing;
pub(crate) use flow::Flow;
pub(crate) use part::Part;
pub(crate) use prose::{
    Definition, Item, List, Note, NoteText, Picture, ProseCell, ProseRow, ProseTable, Size, Tasks,
};

pub(crate) use crate::markdown::{Alert, Style};
