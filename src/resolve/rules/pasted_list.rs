//! A list that was pasted from a word processor.

use crate::finding::{Finding, Group, Rule};
use crate::language::{is_private_use, message};
use crate::source::Span;

/// The rule `pasted-list` (TXT038).
pub static RULE: Rule = Rule::warning("TXT038", "pasted-list", Group::Text)
    .strict()
    .example("chapters/pendahuluan.md", "• Satu\n• Dua", "- Satu\n- Dua");

/// The first mark, as it was written, and how many items there are.
pub fn finding(span: Span, count: usize, sign: &str) -> Finding {
    let bullet = ["o", "Ø", "Ü", "ü", "þ", "à", "v", "q", "n", "l"].contains(&sign);
    let letters = sign.contains(char::is_alphanumeric) && !bullet;
    let hint = if letters {
        message!("pasted-list.letters-hint")
    } else {
        message!("pasted-list.hint")
    };
    // A letter of a symbol font shows nothing elsewhere.
    let message = if sign.contains(is_private_use) {
        message!("pasted-list.symbol", count = count)
    } else {
        message!("pasted-list", count = count, sign = sign)
    };
    Finding::new(&RULE, span, message).hint(hint)
}
