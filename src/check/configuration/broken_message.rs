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

/// Something that breaks the syntax of Fluent.
pub fn finding(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("broken-message")).hint(message!("broken-message.hint"))
}
