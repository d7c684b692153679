//! A plan without a council.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::EntryKind;

/// The rule `missing-council` (PEO008).
pub static RULE: Rule = Rule::release_only("PEO008", "missing-council", Group::People).example(
    "registry/council.toml",
    "# tanpa [council]",
    "[council]\nname = \"Dewan Smart City Kota Ambon\"",
);

/// Looks for the council in the registry.
pub fn check(cx: &mut Checker<'_>) {
    if cx.plan.council.is_none() {
        let span = cx.plan_span();
        cx.report_unless_uncertain(
            cx.unreadable(EntryKind::Council),
            Finding::new(&RULE, span, message!("missing-council"))
                .hint(message!("missing-council.hint")),
        );
    }
}
