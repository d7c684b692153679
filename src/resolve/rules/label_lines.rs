//! Lines with a label each that run into one paragraph.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `label-lines` (TXT048).
pub static RULE: Rule = Rule::warning("TXT048", "label-lines", Group::Text).example(
    "chapters/pendahuluan.md",
    "Alamat   : Jalan Pattimura 1\nTelepon  : 112",
    "| Alamat | Jalan Pattimura 1 |\n|---|---|\n| Telepon | 112 |",
);

/// The first label, and how many lines there are.
pub fn finding(span: Span, count: usize) -> Finding {
    Finding::new(&RULE, span, message!("label-lines", count = count))
        .hint(message!("label-lines.hint"))
}
