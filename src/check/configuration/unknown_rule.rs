//! A level or an exception for a rule that does not exist.

use crate::check::Selector;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::error("CFG001", "unknown-rule", Group::Configuration)
    .firm()
    .example(
        "[rules]\nquick-win-to-long = \"warn\"",
        "[rules]\nquick-win-too-long = \"warn\"",
    );

/// The name.
pub fn found(span: Span, name: &str) -> Finding {
    Finding::new(&RULE, span, message!("unknown-rule", name = name)).suggest(
        name,
        Selector::names(),
        message!("unknown-rule.hint"),
    )
}
