//! A chapter without a title.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `chapter-without-title` (TXT006).
pub static RULE: Rule = Rule::error("TXT006", "chapter-without-title", Group::Text).example(
    "chapters/pendahuluan.md",
    "## Latar belakang",
    "# Pendahuluan\n\n## Latar belakang",
);

/// The chapter.
pub fn finding(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("chapter-without-title"))
        .hint(message!("chapter-without-title.hint"))
}
