//! A severity for a kind of change that does not exist.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::change::Kind;
use crate::source::Span;

/// The rule `unknown-change` (CFG004).
pub static RULE: Rule = Rule::error("CFG004", "unknown-change", Group::Configuration)
    .fixed_level()
    .example(
        "plan.toml",
        "[changes]\ntarget-lower = \"warning\"",
        "[changes]\ntarget-lowered = \"warning\"",
    );

/// A severity for what is no kind of change.
pub fn finding(span: Span, name: &str) -> Finding {
    let kinds = Kind::ALL.iter().map(|kind| kind.name());
    Finding::new(&RULE, span, message!("unknown-change", name = name)).suggest(
        name,
        kinds,
        message!("unknown-change.hint"),
    )
}
