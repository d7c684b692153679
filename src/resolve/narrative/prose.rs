//! Runs of text that rules of prose read.

use std::ops::Range;

/// Adds a run of text. One that goes on where the last ended, or on the next
/// line, belongs to it: the parser ends a piece at every character that might
/// have meant something.
pub(super) fn add_prose(prose: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    if let Some(last) = prose.last_mut()
        && last.end <= range.start
    {
        let between = text.get(last.end..range.start).unwrap_or("x");
        let lines = between.matches('\n').count();
        if between.trim().is_empty() && lines <= 1 {
            last.end = range.end;
            return;
        }
    }
    prose.push(range);
}
