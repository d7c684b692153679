//! Parts of texts.

use std::slice::SliceIndex;

/// A part of a text. Ranges come from the text that they are asked of: one that lies outside
/// of it, or divides a character, is a mistake of the program, which tests fail by; in a
/// release the part is empty.
pub fn slice<I: SliceIndex<str, Output = str>>(text: &str, range: I) -> &str {
    let part = text.get(range);
    debug_assert!(part.is_some(), "a range outside of a text");
    part.unwrap_or("")
}
