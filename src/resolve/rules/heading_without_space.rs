//! A heading whose mark no space follows.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `heading-without-space` (TXT035).
pub static RULE: Rule = Rule::warning("TXT035", "heading-without-space", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "##Latar belakang",
        "## Latar belakang",
    );

/// One without any white space: its marks, and those that it should have.
pub(crate) fn missing(span: Span, marks: &str, right: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("heading-without-space", marks = marks),
    )
    .hint(message!("heading-without-space.hint", marks = right))
}

/// One with white space that Markdown does not know.
pub(crate) fn other_blank(span: Span, marks: &str, right: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("heading-without-space.other", marks = marks),
    )
    .hint(message!("heading-without-space.hint", marks = right))
}
