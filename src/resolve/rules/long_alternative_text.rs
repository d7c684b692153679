//! An alternative text that is longer than a book holds.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `long-alternative-text` (PDF004).
pub static RULE: Rule = Rule::warning("PDF004", "long-alternative-text", Group::Output).described(
    "![Peta: seluruh isi laporan …](assets/peta.svg)",
    "![Peta lima kecamatan](assets/peta.svg)",
);

/// The image or the key, how many characters its text has, and how many are set.
pub fn finding(span: Span, length: usize, limit: usize) -> Finding {
    let message = message!("long-alternative-text", length = length, limit = limit);
    Finding::new(&RULE, span, message).hint(message!("long-alternative-text.hint"))
}
