//! A target for a year in which the programme does not run.

use super::years;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;

/// The rule `target-outside-program` (TIM004).
pub static RULE: Rule = Rule::warning("TIM004", "target-outside-program", Group::Time).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "end = 2027-12-31\n\n\
         [[indicator]]\n\
         targets = { 2026 = 60, 2027 = 70, 2028 = 80 }",
    "end = 2028-12-31\n\n\
         [[indicator]]\n\
         targets = { 2026 = 60, 2027 = 70, 2028 = 80 }",
);

/// Compares the years of targets with the years of the programme.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let file = &program.file;
    let years = years(file);
    // An end before the start, and a year outside the period, are reported.
    let period = &cx.plan.file.period;
    for indicator in file.all_indicators() {
        for (year, target) in indicator.targets.iter() {
            if years.is_empty() || years.contains(&year.0) || !period.contains(year) {
                continue;
            }
            cx.report(
                Finding::new(
                    &RULE,
                    target.span,
                    message!("target-outside-program", year = year.to_string()),
                )
                .related(file.start.span, message!("program-starts"))
                .related(file.end.span, message!("program-ends"))
                .hint(message!("target-outside-program.hint")),
            );
        }
    }
}
