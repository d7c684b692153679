//! A dimension that no programme works on.

use std::collections::BTreeSet;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule.
pub static RULE: Rule = Rule::warning("COV002", "uncovered-dimension", Group::Coverage).example(
    "[[dimension]]\nid = \"energi\"  # tanpa program",
    "pillar = \"environment\"\ndimension = \"energi\"",
);

/// Looks for a programme of every dimension.
pub fn check(cx: &mut Checker<'_>) {
    if !cx.knows_programs() {
        return;
    }
    let covered: BTreeSet<_> = cx.active().map(|(_, program)| program.dimension).collect();
    for (id, dimension) in cx.plan.dimensions.iter() {
        // A pillar without any programme is reported once, not per dimension.
        if covered.contains(&id) || cx.plan.pillars[dimension.pillar].programs.is_empty() {
            continue;
        }
        let name = &dimension.entry.name;
        let pillar = &cx.plan.pillars[dimension.pillar].file.name.value;
        cx.report(
            Finding::new(
                &RULE,
                name.span,
                message!("uncovered-dimension", name = &name.value, pillar = pillar),
            )
            .about("dimension", &dimension.entry.id)
            .hint(message!(
                "uncovered-dimension.hint",
                id = &dimension.entry.id.value
            )),
        );
    }
}
