//! What a character is, as far as it matters in print.

use unicode_general_category::{GeneralCategory, get_general_category};

use super::coverage;
use crate::language::is_private_use;

/// What a character is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Printed as it is.
    Usual,
    /// A tab.
    Tab,
    /// The end of a line that no editor shows as one.
    Line,
    /// A hyphen that Word writes as a control character.
    Hyphen,
    /// A place where Word may divide a word.
    OptionalHyphen,
    /// Another control character.
    Control,
    /// What stands where a character or an object was lost, or a letter of braille without
    /// points, of which nothing is seen.
    Replacement,
    /// A code point that is no character.
    Noncharacter,
    /// A character of which each font says by itself what it is.
    Private,
    /// A mark that joins the character before it.
    Mark,
    /// A place where a word may be divided.
    SoftHyphen,
    /// A place where a line may end, without a width.
    Break,
    /// Joins letters, or keeps them from joining.
    Joiner,
    /// Chooses the form of the character before it.
    Selector,
    /// Something else without a shape.
    Invisible,
    /// Says in which direction text runs.
    Direction,
    /// A character that no font has.
    Unprinted,
}

impl Class {
    /// The class of a character.
    pub fn of(c: char) -> Self {
        match c {
            ' '..='~' | '\n' => Self::Usual,
            '\t' => Self::Tab,
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Self::Line,
            '\u{1e}' => Self::Hyphen,
            '\u{1f}' => Self::OptionalHyphen,
            '\u{ad}' => Self::SoftHyphen,
            '\u{200b}' => Self::Break,
            '\u{200c}' | '\u{200d}' => Self::Joiner,
            '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => Self::Direction,
            '\u{180b}'..='\u{180d}'
            | '\u{180f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{e0100}'..='\u{e01ef}' => Self::Selector,
            '\u{34f}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180e}'
            | '\u{2060}'..='\u{2065}'
            | '\u{206a}'..='\u{206f}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e00ff}' => Self::Invisible,
            '\u{2800}' | '\u{fffc}' | '\u{fffd}' => Self::Replacement,
            '\u{fdd0}'..='\u{fdef}' => Self::Noncharacter,
            c if u32::from(c) & 0xfffe == 0xfffe => Self::Noncharacter,
            c if c.is_control() => Self::Control,
            c if coverage::has(c) => Self::Usual,
            c if is_private_use(c) => Self::Private,
            c if is_mark(c) => Self::Mark,
            _ => Self::Unprinted,
        }
    }

    /// Whether it belongs to the character before it, as a mark does.
    pub fn is_stacked(self) -> bool {
        matches!(
            self,
            Self::Mark | Self::Joiner | Self::Selector | Self::Invisible | Self::SoftHyphen
        )
    }
}

/// Whether a character stands on, in or around the one before it.
fn is_mark(c: char) -> bool {
    matches!(
        get_general_category(c),
        GeneralCategory::NonspacingMark
            | GeneralCategory::SpacingMark
            | GeneralCategory::EnclosingMark
    )
}

/// Whether a file may hold a character that is not printed as it stands; `escapes` says
/// whether characters may be written as `\t`, and otherwise as `&#9;`.
pub(crate) fn may_be_odd(text: &str, escapes: bool) -> bool {
    let other = if escapes { b'\\' } else { b'&' };
    // Without an early end, many bytes are looked at in one step.
    let unusual =
        |found, byte: &u8| found | !matches!(*byte, b'\n' | b' '..=b'~') | (*byte == other);
    if !text.as_bytes().iter().fold(false, unusual) {
        return false;
    }
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let after = rest.as_str().as_bytes();
        let odd = match c {
            '\r' => after.first() != Some(&b'\n'),
            '\\' if escapes => after
                .first()
                .is_some_and(|letter| b"btrfexuU".contains(letter)),
            '&' if !escapes => after
                .iter()
                .take(REFERENCE)
                .take_while(|byte| **byte != b' ')
                .any(|byte| *byte == b';'),
            c => Class::of(c) != Class::Usual,
        };
        if odd {
            return true;
        }
    }
    false
}

/// Most bytes of the name of a character in Markdown.
const REFERENCE: usize = 32;

#[cfg(test)]
mod tests {
    use super::may_be_odd;

    #[test]
    fn what_is_printed_as_it_stands_is_passed_by() {
        for (text, toml, odd) in [
            ("Dinas “Kesehatan” – 12 °C, é\r\n", true, false),
            ("Теплица, Ελλάδα, ✓", true, false),
            (r#"a = "b\"c\\d\n""#, true, false),
            (r#"a = "b\tc""#, true, true),
            (r#"a = "b\u0007c""#, true, true),
            ("a = \"b\rc\"", true, true),
            ("R & D; a &b", false, false),
            ("a &#9; b", false, true),
            ("a\tb", false, true),
            ("e\u{301}", false, true),
            ("漢", false, true),
        ] {
            assert_eq!(may_be_odd(text, toml), odd, "{text:?}");
        }
    }
}
