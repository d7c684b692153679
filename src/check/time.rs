//! Rules about years and dates.

use jiff::civil::Date;

use crate::finding::{Finding, Findings, rules};
use crate::model::Year;
use crate::resolve::Plan;
use crate::source::Spanned;

/// Judges every year and date against its neighbours and the plan's period.
pub fn check(plan: &Plan, findings: &mut Findings) {
    let mut judge = Judge { plan, findings };
    let period = &plan.file.period;
    if period.end < period.start {
        judge.backwards(period.span, "the period ends before it starts");
        // Every other verdict would only repeat this one.
        return;
    }
    for phase in &plan.file.phases {
        judge.year(&phase.start);
        judge.year(&phase.end);
        if phase.end.value < phase.start.value {
            judge.backwards(phase.end.span, "the phase ends before it starts");
        }
    }
    for opd in plan.opds.values() {
        for ceiling in &opd.file.ceilings {
            judge.year(&ceiling.year);
        }
    }
    for program in plan.programs.values() {
        let file = &program.file;
        judge.span(Some(&file.start), Some(&file.end));
        for activity in &file.activities {
            judge.span(activity.start.as_ref(), activity.end.as_ref());
        }
        for line in &file.budget {
            judge.year(&line.year);
        }
        for indicator in &file.indicators {
            for (&year, target) in &indicator.targets.0 {
                judge.year(&Spanned::new(year, target.span));
            }
        }
    }
}

struct Judge<'a> {
    plan: &'a Plan,
    findings: &'a mut Findings,
}

impl Judge<'_> {
    fn span(&mut self, start: Option<&Spanned<Date>>, end: Option<&Spanned<Date>>) {
        for date in start.iter().chain(end.iter()) {
            self.year(&Spanned::new(Year(date.year()), date.span));
        }
        if let (Some(start), Some(end)) = (start, end)
            && end.value < start.value
        {
            self.findings.push(
                Finding::new(
                    rules::END_BEFORE_START,
                    end.span,
                    "it ends before it starts",
                )
                .related(start.span, "the start")
                .hint("exchange the two dates, or mend the year"),
            );
        }
    }

    fn backwards(&mut self, span: crate::source::Span, message: &str) {
        self.findings.push(
            Finding::new(rules::END_BEFORE_START, span, message).hint("exchange the two years"),
        );
    }

    fn year(&mut self, year: &Spanned<Year>) {
        let period = &self.plan.file.period;
        if !period.contains(year.value) {
            self.findings.push(
                Finding::new(
                    rules::YEAR_OUTSIDE_PERIOD,
                    year.span,
                    format!(
                        "{} lies outside the plan's period {}–{}",
                        year.value, period.start, period.end
                    ),
                )
                .related(period.span, "the period")
                .hint("mend the year, or extend the period in `plan.toml`"),
            );
        }
    }
}
