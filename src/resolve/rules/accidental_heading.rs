//! Lines over a line of dashes, which makes a heading of them.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `accidental-heading` (TXT060).
pub static RULE: Rule = Rule::warning("TXT060", "accidental-heading", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "PEMERINTAH KOTA\nDINAS KOMINFO\n-----",
        "PEMERINTAH KOTA\\\nDINAS KOMINFO\n\n-----",
    );

/// The line of dashes below several lines, or below `lines` of one and with fewer dashes
/// than anybody writes below a heading.
pub fn finding(span: Span, dashes: &str, title: &str, lines: usize) -> Finding {
    let message = match lines {
        1 => message!("accidental-heading", dashes = dashes, title = title),
        _ => message!("accidental-heading.lines", dashes = dashes, lines = lines),
    };
    let hint = match dashes.len() {
        1 | 2 => message!(
            "accidental-heading.few-hint",
            dashes = dashes,
            title = title
        ),
        _ => message!("accidental-heading.hint"),
    };
    Finding::new(&RULE, span, message).hint(hint)
}
