//! An OPD that plans to spend more than its ceiling.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Arg, message};
use crate::model::Rupiah;

/// The rule `ceiling-exceeded` (MON004).
pub static RULE: Rule = Rule::error("MON004", "ceiling-exceeded", Group::Money).example(
    "opd/diskominfo/opd.toml",
    "[[ceiling]]\n\
         year = 2026\n\
         amount = 1_000_000_000\n\n\
         # opd/diskominfo/programs/layanan-aduan.toml\n\
         [[budget]]\n\
         year = 2026\n\
         amount = 1_100_000_000",
    "[[ceiling]]\n\
         year = 2026\n\
         amount = 1_000_000_000\n\n\
         # opd/diskominfo/programs/layanan-aduan.toml\n\
         [[budget]]\n\
         year = 2026\n\
         amount = 900_000_000",
);

/// Adds up what the programmes of an OPD plan to spend in a year, and compares
/// it with the ceiling of that year. The largest line is shown. The money of
/// cancelled programmes will not be spent.
pub fn check(cx: &mut Checker<'_>) {
    let government = cx.plan.file.government.value;
    for (own, opd) in cx.plan.opds.iter() {
        for ceiling in &opd.file.ceilings {
            let year = ceiling.year.value;
            let lines: Vec<_> = opd
                .spends_in
                .iter()
                .map(|id| (*id, &cx.plan.programs[*id]))
                .filter(|(_, program)| !program.file.is_cancelled())
                .flat_map(|(id, program)| {
                    let lines = program.file.lines();
                    lines
                        .filter(|line| program.spender(line) == own)
                        .map(move |line| (id, line))
                })
                .filter(|(_, line)| {
                    line.year.value == year && line.source.value.is_in_budget_of(government)
                })
                .collect();
            let sum: Rupiah = lines.iter().map(|(_, line)| line.amount.value).sum();
            if sum <= ceiling.amount.value {
                continue;
            }
            let mut finding = Finding::new(
                &RULE,
                ceiling.amount.span,
                message!(
                    "ceiling-exceeded",
                    opd = &opd.file.abbreviation.value,
                    year = year.to_string(),
                    sum = Arg::Money(sum.0),
                    excess = Arg::Money(sum.0.saturating_sub(ceiling.amount.value.0))
                ),
            );
            let largest = lines.iter().rev().max_by_key(|(_, line)| line.amount.value);
            if let Some((id, line)) = largest {
                let number = cx.number(*id);
                finding = finding.related(
                    line.amount.span,
                    message!("ceiling-exceeded.largest", number = number),
                );
            }
            cx.report(finding.hint(message!("ceiling-exceeded.hint")));
        }
    }
}
