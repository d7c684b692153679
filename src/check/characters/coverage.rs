//! What the fonts inside the binary have a shape for.
//!
//! The tables are made from the fonts by a test, which fails when they change. So they are
//! known where nothing is typeset.

use std::sync::LazyLock;

/// Characters that are printed by themselves: one of the fonts has each, and typesetting
/// finds it there whichever font a text is set in. No marks that join a letter, and no
/// private characters.
static CHARACTERS: LazyLock<Vec<(u32, u32)>> =
    LazyLock::new(|| ranges(include_str!("characters.txt")));

/// Marks that are printed on a letter: every face in which text is set has each.
static MARKS: LazyLock<Vec<(u32, u32)>> = LazyLock::new(|| ranges(include_str!("marks.txt")));

/// Whether a character is printed by itself.
pub(crate) fn has(c: char) -> bool {
    is_among(&CHARACTERS, c)
}

/// Whether a mark is printed on the letter before it.
pub(crate) fn has_mark(c: char) -> bool {
    is_among(&MARKS, c)
}

fn is_among(ranges: &[(u32, u32)], c: char) -> bool {
    let c = u32::from(c);
    let next = ranges.partition_point(|(first, _)| *first <= c);
    let range = next.checked_sub(1).and_then(|at| ranges.get(at));
    range.is_some_and(|(_, last)| c <= *last)
}

/// Reads `20-7e a0-ff`, and so on.
fn ranges(table: &str) -> Vec<(u32, u32)> {
    let number = |digits| u32::from_str_radix(digits, 16).ok();
    let words = table.split_ascii_whitespace();
    words
        .filter_map(|word| {
            let (first, last) = word.split_once('-').unwrap_or((word, word));
            Some((number(first)?, number(last)?))
        })
        .collect()
}
