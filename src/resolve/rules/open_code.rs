//! A block of code that does not end.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `open-code` (TXT046).
pub static RULE: Rule = Rule::error("TXT046", "open-code", Group::Text).example(
    "chapters/pendahuluan.md",
    "```ambonplan\nshow = \"laws\"\n\n## Lanjutan",
    "```ambonplan\nshow = \"laws\"\n```\n\n## Lanjutan",
);

/// The marks that would end it, and the line in which another block begins inside it.
pub fn finding(span: Span, marks: &str, other: Option<usize>) -> Finding {
    let message = match other {
        Some(line) => message!("open-code.other", line = line),
        None => message!("open-code"),
    };
    Finding::new(&RULE, span, message).hint(message!("open-code.hint", marks = marks))
}
