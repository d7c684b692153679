//! A character that no font of the book has.

use crate::check::Checker;
use crate::check::characters::{Kind, Missing};
use crate::finding::{Group, Rule};
use crate::language::{Message, message};

/// The rule.
pub static RULE: Rule =
    Rule::warning("TXT033", "missing-glyph", Group::Text).example("Selesai ✅", "Selesai ✓");

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

/// What can be written for a character, where something comes near it.
fn instead(c: char) -> Message {
    let near = match c {
        '✅' | '☑' | '🗸' | '🆗' => "✓",
        '❌' | '❎' | '🗙' | '🚫' => "✗",
        '⭐' | '🌟' => "★",
        '➡' | '👉' | '🡆' | '➜' | '➔' => "→",
        '⬅' | '👈' => "←",
        '⬆' | '👆' => "↑",
        '⬇' | '👇' => "↓",
        '➕' => "+",
        '➖' => "−",
        '✖' => "×",
        '❗' => "!",
        '❓' => "?",
        '🔴' | '🟢' | '🟡' | '🔵' | '⚫' | '⚪' => "●",
        '\u{3000}' => return message!("missing-glyph.space-hint"),
        '！'..='～' => {
            // The same character of the width of a Chinese one.
            let plain = u32::from(c).checked_sub(0xfee0).and_then(char::from_u32);
            return message!(
                "missing-glyph.near-hint",
                near = plain.unwrap_or(c).to_string()
            );
        }
        c if c.is_alphanumeric() => return message!("missing-glyph.letter-hint"),
        _ => return message!("missing-glyph.sign-hint"),
    };
    message!("missing-glyph.near-hint", near = near)
}
