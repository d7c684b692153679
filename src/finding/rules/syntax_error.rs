//! Not TOML.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::error("STR007", "syntax-error", Group::Structure)
    .firm()
    .example("title = Layanan 112", "title = \"Layanan 112\"");

/// What the parser says about it.
pub fn found(span: Span, reason: &str) -> Finding {
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    Finding::new(&RULE, span, message!("syntax-error", reason = reason))
        .hint(message!("syntax-error.hint"))
}
