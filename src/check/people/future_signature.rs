//! A commitment that is signed on a day that has not come yet.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `future-signature` (PEO011).
pub static RULE: Rule = Rule::warning("PEO011", "future-signature", Group::People).example(
    "opd/diskominfo/opd.toml",
    "[commitment]\n\
         status = \"signed\"\n\
         date = 2062-11-20\n\n\
         # plan.toml\n\
         date = 2026-11-24",
    "[commitment]\n\
         status = \"signed\"\n\
         date = 2026-11-20\n\n\
         # plan.toml\n\
         date = 2026-11-24",
);

/// Compares the day of every signature with the day as of which the plan is judged.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        let date = opd.file.signed().and_then(|signed| signed.date.as_ref());
        if let Some(date) = date.filter(|date| date.value > cx.as_of) {
            cx.report(
                Finding::new(
                    &RULE,
                    date.span,
                    message!(
                        "future-signature",
                        opd = &opd.file.abbreviation.value,
                        date = date.value,
                        as_of = cx.as_of
                    ),
                )
                .hint(message!("future-signature.hint")),
            );
        }
    }
}
