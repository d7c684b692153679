//! Rules about evaluations and what follows from them.

mod done_without_result;
mod due;
mod evaluation_overdue;
mod finding_on_cancelled_program;
mod follow_up_overdue;
mod future_evaluation;
mod next_evaluation_not_scheduled;
mod planned_evaluation_passed;
mod unknown_indicator;
mod unsettled_scale;

use jiff::civil::Date;

use due::due;

use crate::model::EvaluationStatus;
use crate::resolve::{Evaluation, Plan};

super::checks![
    evaluation_overdue,
    follow_up_overdue,
    next_evaluation_not_scheduled,
    planned_evaluation_passed,
    unknown_indicator,
    finding_on_cancelled_program,
    future_evaluation,
    done_without_result,
    unsettled_scale,
];

/// The last evaluation that was held by a day.
fn last_held(plan: &Plan, by: Date) -> Option<&Evaluation> {
    let held = plan.evaluations.values().filter(|evaluation| {
        evaluation.file.status.value == EvaluationStatus::Done && evaluation.date <= by
    });
    held.max_by_key(|evaluation| evaluation.date)
}
