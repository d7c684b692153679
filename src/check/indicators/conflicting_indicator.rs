//! One indicator with two units or two baselines.

use std::collections::BTreeMap;

use super::unit_key;
use crate::check::Checker;
use crate::check::name::key;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Indicator;
use crate::resolve::{Id, Program};

/// The rule `conflicting-indicator` (IND005).
pub static RULE: Rule = Rule::warning("IND005", "conflicting-indicator", Group::Indicators)
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "[[indicator]]\n\
         name = \"Prevalensi tengkes\"\n\
         baseline = { year = 2024, value = 21.5 }\n\n\
         # opd/diskominfo/programs/kanal-bersama.toml\n\
         [[indicator]]\n\
         name = \"Prevalensi tengkes\"\n\
         baseline = { year = 2024, value = 19 }",
        "[[indicator]]\n\
         name = \"Prevalensi tengkes\"\n\
         baseline = { year = 2024, value = 21.5 }\n\n\
         # opd/diskominfo/programs/kanal-bersama.toml\n\
         [[indicator]]\n\
         name = \"Prevalensi tengkes\"\n\
         baseline = { year = 2024, value = 21.5 }",
    );

/// Compares indicators of the same name in different programmes: their units,
/// and their baselines of the same year.
pub fn check(cx: &mut Checker<'_>) {
    let mut known: BTreeMap<String, (Id<Program>, &Indicator)> = BTreeMap::new();
    for (id, program) in cx.plan.programs.iter() {
        for indicator in &program.file.indicators {
            let (of, first) = *known.entry(key(&indicator.name)).or_insert((id, indicator));
            // The same name twice in one programme is another rule's business.
            if of != id {
                compare(cx, first, indicator);
            }
        }
    }
}

fn compare(cx: &mut Checker<'_>, first: &Indicator, second: &Indicator) {
    let name = &second.name.value;
    // One unit in two spellings is another rule's business.
    if unit_key(&first.unit) != unit_key(&second.unit) {
        cx.report(
            Finding::new(
                &RULE,
                second.unit.span,
                message!("conflicting-indicator.unit", name = name),
            )
            .related(first.unit.span, message!("conflicting-indicator.other"))
            .hint(message!("conflicting-indicator.hint")),
        );
    }
    if let (Some(one), Some(two)) = (&first.baseline, &second.baseline)
        && one.year.value == two.year.value
        && one.value.value != two.value.value
    {
        cx.report(
            Finding::new(
                &RULE,
                two.value.span,
                message!(
                    "conflicting-indicator",
                    name = name,
                    year = two.year.value.to_string()
                ),
            )
            .related(one.value.span, message!("conflicting-indicator.other"))
            .hint(message!("conflicting-indicator.hint")),
        );
    }
}
