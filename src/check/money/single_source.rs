//! A plan that lives on one source of funds.

use std::collections::BTreeMap;

use crate::check::{Checker, uncertainty};
use crate::finding::{Finding, Group, Rule};
use crate::language::{Arg, message};
use crate::model::{BudgetLine, Rupiah};

/// The rule `single-source` (MON012).
pub static RULE: Rule = Rule::warning("MON012", "single-source", Group::Money).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[budget]]\n\
         source = \"apbd-kota\"\n\
         amount = 970_000_000\n\n\
         [[budget]]\n\
         source = \"dak-fisik\"\n\
         amount = 30_000_000\n\n\
         # plan.toml\n\
         [policy]\n\
         single-source-percent = 90",
    "[[budget]]\n\
         source = \"apbd-kota\"\n\
         amount = 850_000_000\n\n\
         [[budget]]\n\
         source = \"dak-fisik\"\n\
         amount = 150_000_000\n\n\
         # plan.toml\n\
         [policy]\n\
         single-source-percent = 90",
);

/// Adds up the money of each source over all programmes that are not cancelled,
/// and compares its share with `single-source-percent` of the policy. The largest
/// line of the source is shown.
pub fn check(cx: &mut Checker<'_>) {
    let Some(limit) = &cx.plan.file.policy.single_source_percent else {
        return;
    };
    let unknown = uncertainty::uncertain_key(
        cx.active().map(|(_, program)| &program.file.invalid_keys),
        "budget",
    );
    let unknown = cx.unplaced_program(|_| true).or(unknown);
    let mut sources: BTreeMap<_, (Rupiah, &BudgetLine)> = BTreeMap::new();
    for line in cx.active().flat_map(|(_, program)| program.file.lines()) {
        let (sum, largest) = sources
            .entry(line.source.value)
            .or_insert((Rupiah::default(), line));
        *sum = *sum + line.amount.value;
        if line.amount.value > largest.amount.value {
            *largest = line;
        }
    }
    let total: Rupiah = sources.values().map(|(sum, _)| *sum).sum();
    for (source, (sum, largest)) in &sources {
        let hundredfold = sum.0.saturating_mul(100);
        if hundredfold <= total.0.saturating_mul(i128::from(limit.value)) {
            continue;
        }
        let share = hundredfold.checked_div(total.0).unwrap_or_default();
        cx.report_unless_uncertain(
            unknown,
            Finding::new(
                &RULE,
                limit.span,
                message!(
                    "single-source",
                    source = source.word(),
                    sum = Arg::Money(sum.0),
                    total = Arg::Money(total.0),
                    share = share.to_string()
                ),
            )
            .related(largest.amount.span, message!("single-source.largest"))
            .hint(message!("single-source.hint")),
        );
    }
}
