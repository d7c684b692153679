//! A message for which no book asks.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `unknown-message` (CFG006).
pub static RULE: Rule = Rule::error("CFG006", "unknown-message", Group::Configuration)
    .fixed_level()
    .example(
        "words/buku.ftl",
        "book-head-of-regoin = Bupati",
        "book-head-of-region = Bupati",
    );

/// A message with a name that is none of `known`.
pub fn finding<'k>(span: Span, name: &str, known: impl Iterator<Item = &'k str>) -> Finding {
    Finding::new(&RULE, span, message!("unknown-message", name = name)).suggest(
        name,
        known,
        message!("unknown-message.hint"),
    )
}
