//! What a text consists of, once its HTML and its mathematics are lowered.

use std::ops::Range;

use pulldown_cmark::{CowStr, Tag, TagEnd};

/// An event and the bytes that it was read from.
pub type Item<'t> = (Event<'t>, Range<usize>);

/// A piece of a text. Elements that start also end, and do not overlap.
#[derive(Debug, Clone, PartialEq)]
pub enum Event<'t> {
    /// An element of Markdown begins. `<sub>` and `<sup>` are elements of Markdown
    /// too, and raw HTML is none.
    Start(Tag<'t>),
    /// It ends.
    End(TagEnd),
    /// A key of a keyboard begins (`<kbd>`).
    StartKey,
    /// It ends.
    EndKey,
    /// Text.
    Text(CowStr<'t>),
    /// Code in a line of text.
    Code(CowStr<'t>),
    /// Mathematics, which is not set: as it was written, dollars included.
    Formula(CowStr<'t>),
    /// Behind mathematics in which a mark of Markdown begins or ends an element that
    /// goes beyond it: it is text and elements like any other.
    TornFormula,
    /// Behind a table whose rows leave out more cells than the parser adds. Its other rows
    /// are text.
    TornTable,
    /// The end of a line, which is a space.
    SoftBreak,
    /// The end of a line that stays one.
    HardBreak,
    /// A line across the page.
    Rule,
    /// A reference to a footnote.
    FootnoteReference(CowStr<'t>),
    /// The box of a task, and whether the task is done.
    Task(bool),
    /// HTML that the book does not show.
    Html(DroppedHtml),
}

/// What of a text is left out because it is HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DroppedHtml {
    /// Tags, by their names; the text between them stays.
    Tags(Vec<String>),
    /// Words between angles, by their beginning, which are read as a tag.
    Words(String),
    /// A link; its text stays, its address is lost.
    Address {
        /// Name of the tag.
        tag: String,
        /// The address.
        address: String,
    },
    /// A tag that shows something by itself, such as an image.
    Shown(String),
    /// A tag with its content, which no browser shows.
    Hidden {
        /// Name of the tag.
        tag: String,
        /// How the content begins.
        beginning: String,
    },
    /// A declaration or an instruction, by its beginning.
    Markup(String),
    /// What stands behind the beginning of a comment that does not end, or not before
    /// another one begins.
    Comment,
    /// A tag without an end, by its beginning, which is printed as it stands.
    Unfinished(String),
}
