//! A message that no text can be made of.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `circular-message` (CFG009).
pub static RULE: Rule = Rule::error("CFG009", "circular-message", Group::Configuration)
    .fixed_level()
    .example(
        "words/buku.ftl",
        "book-region = { book-region } kami",
        "book-region = kota kami",
    );

/// A message that asks for itself, perhaps by way of others.
pub fn finding(span: Span, name: &str) -> Finding {
    Finding::new(&RULE, span, message!("circular-message", name = name))
        .hint(message!("circular-message.hint"))
}

/// A message that is made of too many others.
pub fn too_many(span: Span, name: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("circular-message.too-many", name = name),
    )
    .hint(message!("circular-message.hint"))
}
