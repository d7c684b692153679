//! A message that is said twice.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `repeated-message` (CFG010).
pub static RULE: Rule = Rule::error("CFG010", "repeated-message", Group::Configuration)
    .fixed_level()
    .example(
        "words/buku.ftl",
        "book-opd = Dinas\nbook-opd = Badan",
        "book-opd = Dinas",
    );

/// A message that was said before.
pub fn finding(span: Span, name: &str, first: Span) -> Finding {
    Finding::new(&RULE, span, message!("repeated-message", name = name))
        .related(first, message!("first-one"))
        .hint(message!("repeated-message.hint"))
}
