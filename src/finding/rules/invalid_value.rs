//! A value of the right type that is not allowed.

use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::error("STR011", "invalid-value", Group::Structure)
    .firm()
    .example("status = \"runing\"", "status = \"running\"");

/// What is wrong with the value.
pub fn found(span: Span, message: Message) -> Finding {
    Finding::new(&RULE, span, message)
}

/// A word that is none of those that the key takes.
pub fn unknown_word(span: Span, word: &str, known: &[&str]) -> Finding {
    found(span, message!("invalid-value.word", word = word)).suggest(
        word,
        known.iter().copied(),
        message!("one-of", known = known.join(", ")),
    )
}

/// A reference to a kind of thing that has no place here.
pub fn kind(span: Span, kind: Message, allowed: &str) -> Finding {
    found(span, message!("invalid-value.kind", kind = kind))
        .hint(message!("invalid-value.kind-hint", allowed = allowed))
}
