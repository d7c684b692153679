//! A source of money that the plan does not know.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::error("MON003", "unknown-funding-source", Group::Money)
    .firm()
    .example("source = \"apbd\"", "source = \"apbd-kota\"");

/// The word, and those that there are.
pub fn found(span: Span, word: &str, known: &[&str]) -> Finding {
    Finding::new(&RULE, span, message!("unknown-funding-source", word = word)).suggest(
        word,
        known.iter().copied(),
        message!("one-of", known = known.join(", ")),
    )
}
