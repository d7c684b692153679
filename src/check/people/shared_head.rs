//! One civil servant at the head of two OPD.

use std::collections::BTreeMap;

use super::nip;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `shared-head` (PEO007).
pub static RULE: Rule = Rule::warning("PEO007", "shared-head", Group::People).example(
    "opd/diskominfo/opd.toml",
    "[head]\n\
         position = \"Kepala Dinas\"\n\
         nip = \"199001012015011001\"\n\n\
         # opd/dinkes/opd.toml\n\
         [head]\n\
         position = \"Kepala Dinas\"\n\
         nip = \"199001012015011001\"",
    "[head]\n\
         position = \"Kepala Dinas\"\n\
         nip = \"199001012015011001\"\n\n\
         # opd/dinkes/opd.toml\n\
         [head]\n\
         position = \"Plt. Kepala Dinas\"\n\
         nip = \"199001012015011001\"",
);

/// Compares the civil servant numbers of all heads. Whoever is acting head
/// (`Plt.`, `Plh.` or `Pj.` in the position) may have another office.
pub fn check(cx: &mut Checker<'_>) {
    let mut seen = BTreeMap::new();
    for opd in cx.plan.opds.values() {
        let Some(head) = &opd.file.head else { continue };
        let Some(written) = &head.nip else { continue };
        let position = head.position.to_lowercase();
        if ["plt", "plh", "pj"]
            .iter()
            .any(|word| position.starts_with(word))
        {
            continue;
        }
        // What is no number, such as `-`, names nobody.
        let Some(digits) = nip::digits(written) else {
            continue;
        };
        if let Some(first) = seen.insert(digits, written.span) {
            cx.report(
                Finding::new(
                    &RULE,
                    written.span,
                    message!("shared-head", opd = &opd.file.abbreviation.value),
                )
                .related(first, message!("first-one"))
                .hint(message!("shared-head.hint")),
            );
        }
    }
}
