//! The dialect of Markdown that narrative is written in.
//!
//! Text goes in, events with their places come out. Nothing is resolved here,
//! and nothing reported: the stages that read the events do both.

mod address;
mod attributes;
mod html;
mod link;

use pulldown_cmark::{OffsetIter, Options, Parser};

pub use address::{AddressFault, address_fault};
pub use attributes::{Attributes, attributes};
pub use html::printed_html;
pub use link::{Form, LinkKind, PlaceKind, form, link_kind, slug};

/// Deepest nesting of quotes, lists and emphasis that is set.
pub const MAX_DEPTH: usize = 24;

/// The events of a text, each with the bytes that it was read from.
pub fn parse(text: &str) -> OffsetIter<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    Parser::new_ext(text, options).into_offset_iter()
}
