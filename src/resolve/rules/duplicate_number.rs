//! Two programmes of a pillar with the same number.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `duplicate-number` (STR017).
pub static RULE: Rule = Rule::error("STR017", "duplicate-number", Group::Structure).example(
    "opd/diskominfo/programs/kanal-bersama.toml",
    "number = 1  # GOV-01",
    "number = 2",
);

/// The number as it is printed, and the programme that has it.
pub fn finding(span: Span, first: Span, number: &str) -> Finding {
    Finding::new(&RULE, span, message!("duplicate-number", number = number))
        .related(first, message!("duplicate-number.other"))
        .hint(message!("duplicate-number.hint"))
}
