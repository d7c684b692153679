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

/// Compares the units of all indicators but for case and white space; `%` is
/// spelt `persen` or `percent` elsewhere. The commonest spelling is right.
pub fn check(cx: &mut Checker<'_>) {
    let mut units: BTreeMap<String, Vec<&Spanned<String>>> = BTreeMap::new();
    for program in cx.plan.programs.values() {
        for indicator in &program.file.indicators {
            let unit = unit_key(&indicator.unit);
            units.entry(unit).or_default().push(&indicator.unit);
        }
    }
    for spellings in units.values() {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for unit in spellings {
            *counts.entry(unit.value.as_str()).or_default() += 1;
        }
        // Among equally common spellings, the one that stands first.
        let Some(common) = spellings
            .iter()
            .rev()
            .max_by_key(|unit| counts.get(unit.value.as_str()).copied().unwrap_or_default())
        else {
            continue;
        };
        for unit in spellings.iter().filter(|unit| unit.value != common.value) {
            cx.findings.push(
                Finding::new(
                    &RULE,
                    unit.span,
                    message!("unit-spelling", unit = &unit.value, common = &common.value),
                )
                .related(common.span, message!("unit-spelling.common"))
                .hint(message!("unit-spelling.hint", common = &common.value)),
            );
        }
    }
}
