//! A key that the entry does not have.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::error("STR009", "unknown-key", Group::Structure)
    .firm()
    .example("sumary = \"Satu pintu.\"", "summary = \"Satu pintu.\"");

/// The key, and the keys that the table has.
pub fn found(span: Span, key: &str, known: &[&str]) -> Finding {
    Finding::new(&RULE, span, message!("unknown-key", key = key)).suggest(
        key,
        known.iter().copied(),
        message!("unknown-key.hint", known = known.join(", ")),
    )
}
