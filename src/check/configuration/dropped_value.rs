//! A message that does not say what it is given.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `dropped-value` (CFG011).
pub static RULE: Rule = Rule::warning("CFG011", "dropped-value", Group::Configuration).example(
    "words/buku.ftl",
    "book-chapter = Bagian",
    "book-chapter = Bagian { $number }",
);

/// A message without a value that the message of the tool has.
pub fn finding(span: Span, value: &str) -> Finding {
    let written = format!("{{ ${value} }}");
    Finding::new(&RULE, span, message!("dropped-value", written = &written))
        .hint(message!("dropped-value.hint", written = written))
}
