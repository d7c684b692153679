//! Rules about evaluations and what follows from them.

mod evaluation_overdue;
mod finding_on_cancelled_program;
mod follow_up_overdue;
mod next_evaluation_not_scheduled;
mod planned_evaluation_passed;
mod unknown_indicator;

use jiff::Span as Duration;
use jiff::civil::Date;

use crate::model::EvaluationStatus;
use crate::resolve::{Evaluation, Plan};

super::checks![
    evaluation_overdue,
    follow_up_overdue,
    next_evaluation_not_scheduled,
    planned_evaluation_passed,
    unknown_indicator,
    finding_on_cancelled_program,
];

/// The day that lies the longest time between two evaluations after `date`; the
/// last day of the calendar if the policy allows more than that.
fn latest(plan: &Plan, date: Date) -> Date {
    let months = i64::from(plan.file.policy.evaluation_months.value);
    Duration::new()
        .try_months(months)
        .and_then(|duration| date.checked_add(duration))
        .unwrap_or(Date::MAX)
}

/// The last evaluation that was held by a day.
fn last_held(plan: &Plan, by: Date) -> Option<&Evaluation> {
    let held = plan.evaluations.values().filter(|evaluation| {
        evaluation.file.status.value == EvaluationStatus::Done && evaluation.date <= by
    });
    held.max_by_key(|evaluation| evaluation.date)
}
