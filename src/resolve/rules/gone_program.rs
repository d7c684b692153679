//! An evaluation about a programme that is no longer in the plan.

use crate::finding::{Finding, Group, NameIndex, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `gone-program` (EVA003).
pub static RULE: Rule = Rule::warning("EVA003", "gone-program", Group::Evaluation).example(
    "evaluations/2026-06-30.toml",
    "[[finding]]\nid = \"data-tanggap\"\nprogram = \"layanan-aduam\"",
    "[[finding]]\nid = \"data-tanggap\"\nprogram = \"layanan-aduan\"",
);

/// The id, and those that there are.
pub fn finding(span: Span, id: &str, known: &NameIndex) -> Finding {
    Finding::new(&RULE, span, message!("gone-program", id = id)).suggest_among(
        id,
        known.clone(),
        message!("gone-program.hint"),
    )
}
