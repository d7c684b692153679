//! Room for notes on the pages that refer to them.
//!
//! Typst moves a paragraph to the next page if its note has no room at the foot of this
//! one. A list and a quotation are each one block to it, of which it moves nothing: the
//! note alone goes to the next page. So do the notes of a note, and that of a heading stays
//! behind where the heading moves. Where that has happened, the item or the paragraph asks
//! for more room than there is left, and the book is laid out again.

/// How much room is asked for, one after the other, in points: so much as two lines and a
/// note take, a longer text, most of a page's end.
pub(crate) const ROOM: [u16; 3] = [60, 120, 240];

/// What asks for it.
pub(crate) fn asked(room: u16) -> String {
    format!("needed({room}pt); ")
}
