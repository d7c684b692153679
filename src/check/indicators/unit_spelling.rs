//! A unit that is spelt in two ways.

use std::collections::BTreeMap;

use super::unit_key;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Spanned;

/// The rule.
pub static RULE: Rule = Rule::warning("IND011", "unit-spelling", Group::Indicators).example(
    "unit = \"Persen\"\n…\nunit = \"%\"",
    "unit = \"persen\"\n…\nunit = \"persen\"",
);

/// Compares the units of all indicators but for case, white space and customary
/// short forms. The spelling that the policy lists is right, or else the
/// commonest.
pub fn check(cx: &mut Checker<'_>) {
    let mut units: BTreeMap<String, Vec<&Spanned<String>>> = BTreeMap::new();
    for program in cx.plan.programs.values() {
        for indicator in &program.file.indicators {
            let unit = unit_key(&indicator.unit);
            units.entry(unit).or_default().push(&indicator.unit);
        }
    }
    let listed = cx.plan.file.policy.units.iter();
    let listed: BTreeMap<String, &Spanned<String>> =
        listed.map(|unit| (unit_key(unit), unit)).collect();
    for (unit, spellings) in &units {
        let right = listed.get(unit).copied().or_else(|| commonest(spellings));
        let Some(right) = right else { continue };
        for unit in spellings.iter().filter(|unit| unit.value != right.value) {
            cx.findings.push(
                Finding::new(
                    &RULE,
                    unit.span,
                    message!("unit-spelling", unit = &unit.value, common = &right.value),
                )
                .related(right.span, message!("unit-spelling.common"))
                .hint(message!("unit-spelling.hint", common = &right.value)),
            );
        }
    }
}

/// The commonest spelling; among equally common ones, the one that stands first.
fn commonest<'u>(spellings: &[&'u Spanned<String>]) -> Option<&'u Spanned<String>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for unit in spellings {
        *counts.entry(unit.value.as_str()).or_default() += 1;
    }
    let count = |unit: &&&Spanned<String>| counts.get(unit.value.as_str()).copied();
    spellings.iter().rev().max_by_key(count).copied()
}
