//! Money for a year in which the programme does not run.

use super::years;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;

/// The rule `budget-outside-program` (TIM005).
pub static RULE: Rule = Rule::error("TIM005", "budget-outside-program", Group::Time).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "end = 2027-12-31\n\n[[budget]]\nyear = 2028",
    "end = 2028-12-31\n\n[[budget]]\nyear = 2028",
);

/// Compares the years of budget lines with the years of the programme.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let file = &program.file;
    let years = years(file);
    let period = &cx.plan.file.period;
    for line in file.stated_lines() {
        let year = line.year.value;
        if years.is_empty() || years.contains(&year.0) || !period.contains(year) {
            continue;
        }
        cx.report(
            Finding::new(
                &RULE,
                line.year.span,
                message!("budget-outside-program", year = year.to_string()),
            )
            .related(file.start.span, message!("program-starts"))
            .related(file.end.span, message!("program-ends"))
            .hint(message!("budget-outside-program.hint")),
        );
    }
}
