//! Mathematics, which the book does not set.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `mathematics` (TXT019).
pub static RULE: Rule = Rule::warning("TXT019", "mathematics", Group::Text).example(
    "chapters/pendahuluan.md",
    "$R = \\frac{a}{b}$",
    "*R* = *a*/*b*",
);

/// A formula in which Markdown has read marks of its own.
pub(crate) fn torn(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("mathematics.torn")).hint(message!("mathematics.hint"))
}

/// The formula.
pub fn finding(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("mathematics")).hint(message!("mathematics.hint"))
}
