//! A commitment that was signed before the present head took office.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `stale-signature` (PEO002).
pub static RULE: Rule = Rule::warning("PEO002", "stale-signature", Group::People)
    .strict()
    .example(
        "opd/diskominfo/opd.toml",
        "[head]\n\
         since = 2025-12-19\n\n\
         [commitment]\n\
         status = \"signed\"\n\
         date = 2025-03-01",
        "[head]\n\
         since = 2025-12-19\n\n\
         [commitment]\n\
         status = \"signed\"\n\
         date = 2026-01-15",
    );

/// Compares the day of every signature with the day since which the head is in
/// office.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        let Some(commitment) = opd.file.signed() else {
            continue;
        };
        let since = opd.file.head.as_ref().and_then(|head| head.since.as_ref());
        if let (Some(date), Some(since)) = (&commitment.date, since)
            && date.value < since.value
        {
            cx.report(
                Finding::new(
                    &RULE,
                    date.span,
                    message!(
                        "stale-signature",
                        opd = &opd.file.abbreviation.value,
                        date = date.value
                    ),
                )
                .related(
                    since.span,
                    message!("stale-signature.since", date = since.value),
                )
                .hint(message!("stale-signature.hint")),
            );
        }
    }
}
