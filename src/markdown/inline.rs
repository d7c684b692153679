//! Elements that stand in a line of text.

use pulldown_cmark::TagEnd;

/// Whether an element stands in a line of text, and is no block nor part of one.
pub(crate) fn is_inline(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Subscript
            | TagEnd::Superscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
