//! A line among the words of a plan that is no message.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `broken-message` (CFG005).
pub static RULE: Rule = Rule::error("CFG005", "broken-message", Group::Configuration)
    .fixed_level()
    .example(
        "words/buku.ftl",
        "book-head-of-region: Bupati",
        "book-head-of-region = Bupati",
    );

/// Braces that stand too deep inside each other.
pub fn too_deep(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("broken-message.too-deep"))
        .hint(message!("broken-message.too-deep-hint"))
}

/// A line that looks like a message and belongs to the one above.
pub fn swallowed(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("broken-message.swallowed"))
        .hint(message!("broken-message.swallowed-hint"))
}

/// A message with attributes and nothing else.
pub fn without_text(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("broken-message.without-text"))
        .hint(message!("broken-message.hint"))
}

/// Something that breaks the syntax of Fluent.
pub fn finding(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("broken-message")).hint(message!("broken-message.hint"))
}
