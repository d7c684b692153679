//! A plan whose next evaluation has no day yet, or one that is too late.

use super::{last_held, latest};
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::EvaluationStatus;

/// The rule.
pub static RULE: Rule =
    Rule::warning("EVA004", "next-evaluation-not-scheduled", Group::Evaluation).example(
        "# evaluations/ tanpa evaluasi yang akan datang",
        "# evaluations/2027-06-30.toml\ntitle = \"Evaluasi dua tahunan pertama\"\nstatus = \"planned\"",
    );

/// Looks for a planned evaluation after the day of the verdict, no later than
/// the policy allows after the last one, or after the day of the plan if there
/// was none. Nothing is asked for after the period.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    if cx.as_of.year() > plan.file.period.end.0 {
        return;
    }
    let from = last_held(plan, cx.as_of).map_or(plan.file.date.value, |held| held.date);
    // One that is overdue is due now.
    let due = latest(plan, from).max(cx.as_of);
    let to_come = plan.evaluations.values().filter(|evaluation| {
        evaluation.file.status.value == EvaluationStatus::Planned && evaluation.date >= cx.as_of
    });
    let finding = match to_come.min_by_key(|evaluation| evaluation.date) {
        Some(next) if next.date <= due => return,
        Some(late) => Finding::new(
            &RULE,
            late.file.title.span,
            message!(
                "next-evaluation-not-scheduled.late",
                date = late.date,
                due = due
            ),
        ),
        None => Finding::new(
            &RULE,
            plan.file.date.span,
            message!("next-evaluation-not-scheduled", due = due),
        ),
    };
    cx.report(finding.hint(message!(
        "next-evaluation-not-scheduled.hint",
        date = due.to_string()
    )));
}
