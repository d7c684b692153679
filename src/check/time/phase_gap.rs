//! A year of the plan that belongs to no phase, or to two.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `phase-gap` (TIM010).
pub static RULE: Rule = Rule::warning("TIM010", "phase-gap", Group::Time).example(
    "plan.toml",
    "[[phase]]\n\
         id = \"pendek\"\n\
         start = 2026\n\
         end = 2027\n\n\
         [[phase]]\n\
         id = \"panjang\"\n\
         start = 2029\n\
         end = 2030",
    "[[phase]]\n\
         id = \"pendek\"\n\
         start = 2026\n\
         end = 2027\n\n\
         [[phase]]\n\
         id = \"panjang\"\n\
         start = 2028\n\
         end = 2030",
);

/// Counts the phases of every year of the period. A plan without phases has no
/// road map to judge.
pub fn check(cx: &mut Checker<'_>) {
    let file = &cx.plan.file;
    let mut free = Vec::new();
    for year in file.period.years() {
        let mut phases = file.phases.iter().filter(|phase| {
            // An end before the start is reported as such: they are swapped.
            let (start, end) = (phase.start.value, phase.end.value);
            start.min(end) <= year && year <= end.max(start)
        });
        match (phases.next(), phases.next()) {
            (None, _) => free.push(year.to_string()),
            (Some(first), Some(second)) => cx.report(
                Finding::new(
                    &RULE,
                    second.start.span,
                    message!("phase-gap.overlap", year = year.to_string()),
                )
                .related(first.end.span, message!("phase-gap.first"))
                .hint(message!("phase-gap.hint")),
            ),
            (Some(_), None) => {}
        }
    }
    if let Some(phase) = file.phases.first()
        && !free.is_empty()
    {
        cx.report(
            Finding::new(
                &RULE,
                phase.name.span,
                message!("phase-gap", years = free.join(", ")),
            )
            .related(file.period.span, message!("year-outside-period.period"))
            .hint(message!("phase-gap.hint")),
        );
    }
}
