//! A civil servant number (NIP) that cannot be one.

use super::nip;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule.
pub static RULE: Rule = Rule::error("PEO003", "malformed-nip", Group::People).example(
    "nip = \"19901301 201501 1 001\"",
    "nip = \"199001012015011001\"",
);

/// Reads the numbers of all heads.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        let written = opd.file.head.as_ref().and_then(|head| head.nip.as_ref());
        if let Some(written) = written
            && nip::digits(written).is_none()
        {
            cx.report(
                Finding::new(
                    &RULE,
                    written.span,
                    message!("malformed-nip", nip = &written.value),
                )
                .hint(message!("malformed-nip.hint")),
            );
        }
    }
}
