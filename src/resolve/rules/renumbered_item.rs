//! An item of a list that is printed with another number.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `renumbered-item` (TXT055).
pub static RULE: Rule = Rule::warning("TXT055", "renumbered-item", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "1. Satu\n3. Tiga",
        "1. Satu\n2. Tiga",
    );

/// The number that was written, and the one that is printed.
pub fn finding(span: Span, written: u64, printed: u64) -> Finding {
    let (written, printed) = (written.to_string(), printed.to_string());
    let message = message!("renumbered-item", written = &written, printed = &printed);
    Finding::new(&RULE, span, message).hint(message!(
        "renumbered-item.hint",
        written = &written,
        printed = &printed
    ))
}
