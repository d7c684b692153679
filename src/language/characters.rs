//! Characters that no font has a shape for and that mean something all the same.
//!
//! A text that is typed or pasted holds tabs, line separators and control characters.
//! Typesetting would leave them out and join the words around them, or print boxes. They
//! are read as what they mean, once, so that no later stage meets them.

use std::borrow::Cow;

use super::SOFT_HYPHEN;

/// Columns between the places that a tab in code goes on to.
const TAB_STOP: usize = 4;

/// The character that is printed for `c`; `None` if that is `c` itself.
///
/// White space is a space or the end of a line, the two hyphens that Word writes as
/// control characters are hyphens, and a control character without a meaning becomes
/// U+FFFD, so that it is seen.
pub fn meant(c: char) -> Option<char> {
    match c {
        '\n' => None,
        '\t' => Some(' '),
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{1e}' => Some('\u{2011}'),
        '\u{1f}' => Some(SOFT_HYPHEN),
        // A byte order mark in a text is what it was once: a space of no width that joins.
        '\u{feff}' => Some('\u{2060}'),
        c if c.is_control() => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    }
}

/// Whether a character is for private use: each font says by itself what it is, so that it
/// is nothing in another one.
pub(crate) fn is_private_use(c: char) -> bool {
    matches!(
        c,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}'
    )
}

/// A text with every character as it is meant.
pub(crate) fn as_meant(text: &str) -> Cow<'_, str> {
    if !may_mean_otherwise(text) {
        return Cow::Borrowed(text);
    }
    let mut meaning = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        // One end of a line, whatever system wrote it.
        if c != '\r' || characters.peek() != Some(&'\n') {
            meaning.push(meant(c).unwrap_or(c));
        }
    }
    Cow::Owned(meaning)
}

/// A piece of code with every character as it is meant; a tab goes on to the next of
/// the columns that lie in equal distances. `column` is that in which the piece begins, and then that in
/// which it ends.
pub(crate) fn as_meant_in_code<'t>(text: &'t str, column: &mut usize) -> Cow<'t, str> {
    let may = may_mean_otherwise(text);
    let mut meaning = String::new();
    for c in text.chars() {
        let width = match c {
            '\t' => TAB_STOP - *column % TAB_STOP,
            _ => 1,
        };
        let c = meant(c).unwrap_or(c);
        *column = if c == '\n' { 0 } else { *column + width };
        if may {
            meaning.extend(std::iter::repeat_n(c, width));
        }
    }
    if may {
        Cow::Owned(meaning)
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a text may hold a character that means another, seen in one step for many
/// bytes. Those that are not ASCII begin with one of three bytes.
fn may_mean_otherwise(text: &str) -> bool {
    let may = |found, byte: &u8| {
        found | (*byte < b' ' && *byte != b'\n') | matches!(*byte, 0x7f | 0xc2 | 0xe2 | 0xef)
    };
    text.as_bytes().iter().fold(false, may) && text.chars().any(|c| meant(c).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_stays_white_space() {
        for (text, meaning) in [
            ("Kata\tsatu", "Kata satu"),
            ("a\u{b}b\u{c}c\u{85}d", "a\nb\nc\nd"),
            ("a\u{2028}b\u{2029}c", "a\nb\nc"),
            ("a\r\nb\rc\n", "a\nb\nc\n"),
            ("e\u{1e}KTP", "e\u{2011}KTP"),
            ("pela\u{1f}yanan", "pela\u{ad}yanan"),
            ("a\u{7}b\u{0}c\u{9b}d", "a\u{fffd}b\u{fffd}c\u{fffd}d"),
            ("a\u{feff}b", "a\u{2060}b"),
            ("“é” – 漢\n", "“é” – 漢\n"),
        ] {
            assert_eq!(as_meant(text), meaning, "{text:?}");
        }
    }

    #[test]
    fn a_tab_in_code_goes_on_to_the_next_stop() {
        let mut column = 0;
        assert_eq!(as_meant_in_code("\ta\tb", &mut column), "    a   b");
        assert_eq!(as_meant_in_code("c\n", &mut column), "c\n");
        assert_eq!(
            as_meant_in_code("ab\tc\u{2028}\td", &mut column),
            "ab  c\n    d"
        );
        assert_eq!(column, 5);
    }
}
