//! A year outside the period of the plan.

use super::year_of;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Year;
use crate::source::Spanned;

/// The rule `year-outside-period` (TIM002).
pub static RULE: Rule = Rule::error("TIM002", "year-outside-period", Group::Time).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[budget]]\nyear = 2052",
    "[[budget]]\nyear = 2026",
);

/// Compares every year of phases, ceilings, programmes, activities, budget
/// lines, targets and realised values with the period.
pub fn check(cx: &mut Checker<'_>) {
    let period = &cx.plan.file.period;
    if period.end < period.start {
        // Every verdict would only repeat that one.
        return;
    }
    let mut years: Vec<Spanned<Year>> = Vec::new();
    let mut add = |year: Spanned<Year>| {
        if !period.contains(year.value) {
            years.push(year);
        }
    };
    for phase in &cx.plan.file.phases {
        add(phase.start.clone());
        add(phase.end.clone());
    }
    for opd in cx.plan.opds.values() {
        for ceiling in &opd.file.ceilings {
            add(ceiling.year.clone());
        }
    }
    for program in cx.plan.programs.values() {
        let file = &program.file;
        add(year_of(&file.start));
        add(year_of(&file.end));
        for activity in file.levels() {
            for date in activity.start().iter().chain(activity.end()) {
                add(year_of(date));
            }
        }
        for line in file.stated_lines() {
            add(line.year.clone());
        }
        for indicator in file.all_indicators() {
            for (year, target) in indicator.targets.iter() {
                add(Spanned::new(year, target.span));
            }
        }
    }
    for evaluation in cx.plan.evaluations.values() {
        for value in &evaluation.file.realised {
            add(value.year.clone());
        }
    }
    for year in years {
        cx.report(
            Finding::new(
                &RULE,
                year.span,
                message!(
                    "year-outside-period",
                    year = year.value.to_string(),
                    start = period.start.to_string(),
                    end = period.end.to_string()
                ),
            )
            .related(period.span, message!("year-outside-period.period"))
            .hint(message!("year-outside-period.hint")),
        );
    }
}
