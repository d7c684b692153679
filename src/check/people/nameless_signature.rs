//! A commitment that was signed nobody knows by whom.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `nameless-signature` (PEO010).
pub static RULE: Rule = Rule::warning("PEO010", "nameless-signature", Group::People)
    .strict()
    .example(
        "opd/dinkes/opd.toml",
        "[head]\n\
         position = \"Kepala Dinas Kesehatan\"\n\n\
         [commitment]\n\
         status = \"signed\"\n\
         date = 2026-01-15",
        "[head]\n\
         position = \"Kepala Dinas Kesehatan\"\n\
         name = \"Nama Pejabat\"\n\n\
         [commitment]\n\
         status = \"signed\"\n\
         date = 2026-01-15",
    );

/// Looks for the name of the head at every signature.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        let Some(commitment) = opd.file.signed() else {
            continue;
        };
        let named = opd
            .file
            .head
            .as_ref()
            .is_some_and(|head| head.name.is_some());
        if named || opd.file.invalid_keys.contains("head") {
            continue;
        }
        let mut finding = Finding::new(
            &RULE,
            commitment.status.span,
            message!("nameless-signature", opd = &opd.file.abbreviation.value),
        )
        .hint(message!("nameless-signature.hint"));
        if let Some(head) = &opd.file.head {
            finding = finding.related(head.position.span, message!("nameless-signature.head"));
        }
        cx.report(finding);
    }
}
