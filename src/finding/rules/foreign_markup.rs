//! Marks of another dialect of Markdown.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::warning("TXT042", "foreign-markup", Group::Text)
    .strict()
    .example("[penting]{.underline}", "**penting**");

/// The mark.
pub fn found(span: Span, mark: &str) -> Finding {
    Finding::new(&RULE, span, message!("foreign-markup", mark = mark)).hint(match mark {
        mark if mark.starts_with(':') => message!("foreign-markup.colons-hint"),
        mark if mark.starts_with('+') => message!("foreign-markup.grid-hint"),
        _ => message!("foreign-markup.hint"),
    })
}
