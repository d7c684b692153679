//! The dialect of Markdown that narrative is written in.
//!
//! A text goes in, a tree of typed blocks with their places comes out, in which HTML,
//! mathematics and captions are settled. Nothing is resolved here, and nothing reported: the
//! stages that walk the tree do both.

mod address;
mod attributes;
mod blocks;
mod definitions;
mod event;
mod formula;
mod front_matter;
mod heading;
mod html;
mod inline;
mod lower;
mod note;
pub(crate) mod paragraph;
mod quotes;
mod read;
mod tree;
mod walk;
mod words;

use pulldown_cmark::Options;

pub use address::AddressFault;
pub(crate) use address::{LONGEST_ADDRESS, address_fault, ascii_address};
pub(crate) use attributes::{Attributes, attributes};
pub use event::DroppedHtml;
pub use front_matter::FrontMatter;
pub(crate) use front_matter::front_matter;
pub(crate) use note::notes_in_title;
pub use read::read;
pub use tree::*;
pub use walk::{Node, Visitor, for_each_inline, plain, walk, walk_line};
pub(crate) use words::is_slight;
pub use words::{Words, words};

/// Deepest nesting of quotes, lists and emphasis that is set.
pub(crate) const MAX_DEPTH: usize = 24;

/// What the dialect has beside CommonMark. Mathematics is found by [`read()`]
/// itself, and `~` is for what is struck out.
pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_SMART_PUNCTUATION)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);
