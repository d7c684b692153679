//! A commitment that was signed nobody knows when.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `undated-signature` (PEO006).
pub static RULE: Rule = Rule::warning("PEO006", "undated-signature", Group::People)
    .strict()
    .example(
        "opd/dinkes/opd.toml",
        "[commitment]\nstatus = \"signed\"",
        "[commitment]\nstatus = \"signed\"\ndate = 2026-01-15",
    );

/// Looks for the day of every signature.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        if let Some(commitment) = opd.file.signed()
            && commitment.date.is_none()
            && !commitment.invalid_keys.contains("date")
        {
            cx.report(
                Finding::new(
                    &RULE,
                    commitment.status.span,
                    message!("undated-signature", opd = &opd.file.abbreviation.value),
                )
                .hint(message!("undated-signature.hint")),
            );
        }
    }
}
