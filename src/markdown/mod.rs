//! The dialect of Markdown that narrative is written in.
//!
//! Text goes in, events with their places come out, in which HTML and mathematics
//! are settled. Nothing is resolved here, and nothing reported: the stages that
//! read the events do both.

mod address;
mod attributes;
mod event;
mod formula;
mod front_matter;
mod html;
mod link;
mod settle;

use pulldown_cmark::{Options, Parser};

pub use address::{AddressFault, address_fault};
pub use attributes::{Attributes, attributes};
pub use event::{Event, Item, LeftOut};
pub use front_matter::{FrontMatter, front_matter};
pub use link::{Form, LinkKind, PlaceKind, form, link_kind, slug};

use settle::Settler;

/// Deepest nesting of quotes, lists and emphasis that is set.
pub const MAX_DEPTH: usize = 24;

/// What the dialect has beside CommonMark. Mathematics is found by [`parse`]
/// itself, and `~` is for what is struck out.
pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_SMART_PUNCTUATION)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// The events of a text behind its front matter, each with the bytes that it was read
/// from.
pub fn parse(text: &str) -> Vec<Item<'_>> {
    let start = front_matter(text).map_or(0, |front| front.end);
    let narrative = text.get(start..).unwrap_or_default();
    let mut settler = Settler::new(text);
    for (event, range) in Parser::new_ext(narrative, OPTIONS).into_offset_iter() {
        settler.take(event, range.start + start..range.end + start);
    }
    formula::settle(text, settler.finish())
}
