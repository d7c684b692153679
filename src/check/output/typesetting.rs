//! Typst could not set the book.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `typesetting` (PDF001).
pub static RULE: Rule = Rule::error("PDF001", "typesetting", Group::Output)
    .fixed_level()
    .described(
        "#let cover(data) = [#salah]",
        "#let cover(data) = [#data.title]",
    );

/// Typst stopped without saying where.
pub(crate) fn stopped(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("typesetting.stopped"))
        .hint(message!("typesetting.stopped-hint"))
}
