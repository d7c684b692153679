//! A pillar that only lists programmes.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `pillar-without-narrative` (COV007).
pub static RULE: Rule = Rule::warning("COV007", "pillar-without-narrative", Group::Coverage).names(
    "pillars/living/pillar.toml",
    "pillars/living/pillar.toml\npillars/living/strategi.md",
);

/// Looks for a text in the folder of every pillar.
pub fn check(cx: &mut Checker<'_>) {
    for pillar in cx.plan.pillars.values() {
        if pillar.narrative.is_empty() {
            let name = &pillar.file.name;
            cx.report(
                Finding::new(
                    &RULE,
                    name.span,
                    message!("pillar-without-narrative", name = &name.value),
                )
                .hint(message!("pillar-without-narrative.hint", id = &pillar.id)),
            );
        }
    }
}
