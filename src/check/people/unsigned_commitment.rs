//! An OPD whose head has not signed the commitment.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `unsigned-commitment` (PEO001).
pub static RULE: Rule = Rule::warning("PEO001", "unsigned-commitment", Group::People)
    .strict()
    .example(
        "opd/diskominfo/opd.toml",
        "[commitment]\nstatus = \"pending\"",
        "[commitment]\nstatus = \"signed\"\ndate = 2026-01-15",
    );

/// Looks for a signed commitment of every OPD.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        if opd.file.signed().is_some() || opd.file.invalid_keys.contains("commitment") {
            continue;
        }
        let span = match &opd.file.commitment {
            Some(commitment) => commitment.status.span,
            None => opd.file.name.span,
        };
        cx.report(
            Finding::new(
                &RULE,
                span,
                message!("unsigned-commitment", opd = &opd.file.abbreviation.value),
            )
            .hint(message!("unsigned-commitment.hint")),
        );
    }
}
