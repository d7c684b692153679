//! A unit that the plan does not list.

use std::collections::BTreeSet;

use super::unit_key;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `unlisted-unit` (IND012).
pub static RULE: Rule = Rule::warning("IND012", "unlisted-unit", Group::Indicators).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[indicator]]\n\
         unit = \"jiwa\"\n\n\
         # plan.toml\n\
         [policy]\n\
         units = [\"persen\", \"orang\"]",
    "[[indicator]]\n\
         unit = \"orang\"\n\n\
         # plan.toml\n\
         [policy]\n\
         units = [\"persen\", \"orang\"]",
);

/// Looks up the unit of every indicator in `units` of the policy, if there are
/// any. Another spelling of a listed unit is reported as such.
pub fn check(cx: &mut Checker<'_>) {
    if !cx.knows_policy("units") {
        return;
    }
    let units = &cx.plan.file.policy.units;
    let Some(first) = units.first() else { return };
    let listed: BTreeSet<String> = units.iter().map(|unit| unit_key(unit)).collect();
    for program in cx.plan.programs.values() {
        for indicator in program.file.all_indicators() {
            let unit = &indicator.unit;
            if listed.contains(&unit_key(unit)) {
                continue;
            }
            let known = units.iter().map(|unit| unit.value.as_str());
            cx.report(
                Finding::new(
                    &RULE,
                    unit.span,
                    message!("unlisted-unit", unit = &unit.value),
                )
                .related(first.span, message!("unlisted-unit.list"))
                .suggest(unit, known, message!("unlisted-unit.hint")),
            );
        }
    }
}
