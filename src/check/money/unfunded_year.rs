//! A year in which a programme runs and has no money.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;

/// The rule `unfunded-year` (MON006).
pub static RULE: Rule = Rule::warning("MON006", "unfunded-year", Group::Money).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "start = 2026-01-01\n\
         end = 2028-12-31\n\n\
         [[budget]]\n\
         year = 2026\n\n\
         [[budget]]\n\
         year = 2028",
    "start = 2026-01-01\n\
         end = 2028-12-31\n\n\
         [[budget]]\n\
         year = 2026\n\n\
         [[budget]]\n\
         year = 2027\n\n\
         [[budget]]\n\
         year = 2028",
);

/// Looks for a budget line of every year in which a programme with a budget
/// runs, within the period.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let period = &cx.plan.file.period;
    if program.file.is_cancelled() {
        return;
    }
    let file = &program.file;
    let Some(first) = file.lines().next() else {
        return;
    };
    let years = period.overlap(file.start.value.year(), file.end.value.year());
    let missing: Vec<String> = years
        .filter(|year| !file.lines().any(|line| line.year.value.0 == *year))
        .map(|year| year.to_string())
        .collect();
    if !missing.is_empty() && !file.has_unclear_budget() {
        cx.report(
            Finding::new(
                &RULE,
                first.year.span,
                message!(
                    "unfunded-year",
                    title = &file.title.value,
                    years = missing.join(", ")
                ),
            )
            .related(file.end.span, message!("program-ends"))
            .hint(message!("unfunded-year.hint")),
        );
    }
}
