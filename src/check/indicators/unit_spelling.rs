//! A unit that is spelt in two ways.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::unit_key;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Spanned;

/// The rule `unit-spelling` (IND011).
pub static RULE: Rule = Rule::warning("IND011", "unit-spelling", Group::Indicators).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[indicator]]\n\
         name = \"Aduan yang dijawab\"\n\
         unit = \"Persen\"\n\n\
         [[indicator]]\n\
         name = \"Panggilan yang terjawab\"\n\
         unit = \"%\"",
    "[[indicator]]\n\
         name = \"Aduan yang dijawab\"\n\
         unit = \"persen\"\n\n\
         [[indicator]]\n\
         name = \"Panggilan yang terjawab\"\n\
         unit = \"persen\"",
);

/// A spelling: its place among all units, and where it stands.
type Spelling<'u> = (usize, Vec<&'u Spanned<String>>);

/// Compares the units of all indicators but for case, white space and customary
/// short forms. The spelling that the policy lists is right, or else the
/// commonest.
pub fn check(cx: &mut Checker<'_>) {
    // Thousands of indicators have a handful of units.
    let mut spellings: BTreeMap<&str, Spelling<'_>> = BTreeMap::new();
    let programs = cx.plan.programs.values();
    let indicators = programs.flat_map(|program| program.file.all_indicators());
    for (order, unit) in indicators.map(|indicator| &indicator.unit).enumerate() {
        let spelling = spellings.entry(unit.value.as_str());
        let (_, places) = spelling.or_insert((order, Vec::new()));
        places.push(unit);
    }
    let mut units: BTreeMap<String, Vec<Spelling<'_>>> = BTreeMap::new();
    for (unit, spelling) in spellings {
        units.entry(unit_key(unit)).or_default().push(spelling);
    }
    let listed = cx.plan.file.policy.units.iter();
    let listed: BTreeMap<String, &Spanned<String>> =
        listed.map(|unit| (unit_key(unit), unit)).collect();
    for (unit, spellings) in &units {
        let right = listed.get(unit).copied().or_else(|| commonest(spellings));
        let Some(right) = right else { continue };
        let places = spellings.iter().flat_map(|(_, places)| places);
        for unit in places.filter(|unit| unit.value != right.value) {
            cx.report(
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
fn commonest<'u>(spellings: &[Spelling<'u>]) -> Option<&'u Spanned<String>> {
    let rank = |(first, places): &&Spelling<'u>| (places.len(), Reverse(*first));
    let (_, places) = spellings.iter().max_by_key(rank)?;
    places.first().copied()
}
