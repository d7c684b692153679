//! References to notes where Markdown has plain text.

use std::ops::Range;

use crate::slice::slice;

/// References to notes in the title of a picture, each with its place.
pub(crate) fn notes_in_title(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text.get(from..).and_then(|rest| rest.find("[^")) {
        let start = from + start;
        let name = slice(text, start + 2..);
        let Some(end) = name.find([']', '[', ' ']) else {
            break;
        };
        from = start + 2 + end;
        if end > 0 && name.get(end..).is_some_and(|rest| rest.starts_with(']')) {
            from += 1;
            found.push((slice(name, ..end), start..from));
        }
    }
    found
}
