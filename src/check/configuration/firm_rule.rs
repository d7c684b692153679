//! A level for a rule whose level is fixed.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `firm-rule` (CFG002).
pub static RULE: Rule = Rule::error("CFG002", "firm-rule", Group::Configuration)
    .fixed_level()
    .example(
        "plan.toml",
        "[rules]\nsyntax-error = \"allow\"",
        "[rules]\ncoverage = \"allow\"",
    );

/// The rule whose level is fixed.
pub fn finding(span: Span, rule: &Rule) -> Finding {
    Finding::new(&RULE, span, message!("firm-rule", rule = rule.name))
        .hint(message!("firm-rule.hint"))
}
