//! A year of the programme without a target.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Year;
use crate::resolve::Program;

/// The rule `missing-target-year` (IND009).
pub static RULE: Rule = Rule::warning("IND009", "missing-target-year", Group::Indicators).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "start = 2026-01-01\n\
         end = 2028-12-31\n\n\
         [[indicator]]\n\
         targets = { 2026 = 60, 2028 = 80 }",
    "start = 2026-01-01\n\
         end = 2028-12-31\n\n\
         [[indicator]]\n\
         targets = { 2026 = 60, 2027 = 70, 2028 = 80 }",
);

/// First month in which a programme can begin and still leaves no time to reach
/// anything in its first year.
const LATE: i8 = 7;

/// Looks for a target of every year in which the programme runs, within the
/// period. The first year needs none if the programme begins in its second
/// half.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let period = &cx.plan.file.period;
    if program.file.is_cancelled() {
        return;
    }
    let file = &program.file;
    let late = i16::from(file.start.value.month() >= LATE);
    let first = file.start.value.year().saturating_add(late);
    let years = period.overlap(first, file.end.value.year());
    for indicator in &file.indicators {
        let targets = &indicator.targets;
        let missing: Vec<String> = years
            .clone()
            .filter(|year| targets.get(Year(*year)).is_none())
            .map(|year| year.to_string())
            .collect();
        if !missing.is_empty() && !indicator.invalid_keys.contains("targets") {
            cx.report(
                Finding::new(
                    &RULE,
                    targets.span,
                    message!(
                        "missing-target-year",
                        name = &indicator.name.value,
                        years = missing.join(", ")
                    ),
                )
                .related(file.end.span, message!("program-ends"))
                .hint(message!("missing-target-year.hint")),
            );
        }
    }
}
