//! A highest number that is not the highest.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `stale-last-number` (STR027).
pub static RULE: Rule = Rule::warning("STR027", "stale-last-number", Group::Structure).example(
    "pillars/governance/pillar.toml",
    "last-number = 0  # GOV-01 sudah ada",
    "last-number = 1",
);

/// The highest number ever given out, and a number above it as it is printed.
pub fn finding(span: Span, program: Span, number: &str, highest: u32) -> Finding {
    let message = message!("stale-last-number", number = number);
    Finding::new(&RULE, span, message)
        .related(program, message!("stale-last-number.program"))
        .hint(message!(
            "stale-last-number.hint",
            last = highest.to_string()
        ))
}
