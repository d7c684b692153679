//! A character that no font of the book has.

use crate::check::Checker;
use crate::check::characters::{Kind, Missing};
use crate::finding::{Group, Rule};
use crate::language::{Message, message};

/// The rule `missing-glyph` (TXT033).
pub static RULE: Rule = Rule::warning("TXT033", "missing-glyph", Group::Text).example(
    "chapters/pendahuluan.md",
    "Selesai ✅",
    "Selesai ✓",
);

/// Looks at every text that is printed. Letters of one file are one finding, and so is
/// each sign.
pub fn check(cx: &mut Checker<'_>) {
    for odd in cx.odd_characters() {
        let Kind::Missing(missing) = odd.kind else {
            continue;
        };
        let (character, code, count) = (
            odd.character.to_string(),
            super::code(odd.character),
            odd.count,
        );
        let message = match missing {
            Missing::Sign => message!(
                "missing-glyph.sign",
                character = character,
                code = code,
                count = count
            ),
            Missing::Letter => message!(
                "missing-glyph.letter",
                character = character,
                code = code,
                count = count
            ),
        };
        cx.report(super::about(&RULE, odd, message).hint(instead(odd.character)));
    }
}

/// What can be written for a character.
fn instead(c: char) -> Message {
    match near(c) {
        Some(near) => message!("missing-glyph.near-hint", near = near.to_string()),
        None if c == '\u{3000}' => message!("missing-glyph.space-hint"),
        None if c.is_alphanumeric() => message!("missing-glyph.letter-hint"),
        None => message!("missing-glyph.sign-hint"),
    }
}

/// The character that comes near to one; `None` if none does.
pub(crate) fn near(c: char) -> Option<char> {
    Some(match c {
        '✅' | '☑' | '🗸' | '🆗' => '✓',
        '❌' | '❎' | '🗙' | '🚫' => '✗',
        '⭐' | '🌟' => '★',
        '➡' | '👉' | '🡆' | '➜' | '➔' => '→',
        '⬅' | '👈' => '←',
        '⬆' | '👆' => '↑',
        '⬇' | '👇' => '↓',
        '➕' => '+',
        '➖' => '−',
        '✖' => '×',
        '❗' => '!',
        '❓' => '?',
        '🔴' | '🟢' | '🟡' | '🔵' | '⚫' | '⚪' => '●',
        // The same character of the width of a Chinese one.
        '！'..='～' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32)?,
        _ => return None,
    })
}
