//! An evaluation that should have taken place.

use jiff::civil::Date;

use super::{last_held, latest};
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule.
pub static RULE: Rule = Rule::warning("EVA001", "evaluation-overdue", Group::Evaluation)
    .strict()
    .example(
        "# evaluasi terakhir 2024-06-30, tanggal rencana 2026-11-24",
        "# evaluations/2026-06-30.toml\nstatus = \"done\"",
    );

/// Adds the longest time between two evaluations to the day of the last one, or
/// to the first day of the period if there was none, and compares the result
/// with the day of the verdict.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let last = last_held(plan, cx.as_of);
    let from = match last {
        Some(evaluation) => evaluation.date,
        None => Date::new(plan.file.period.start.0, 1, 1).unwrap_or(plan.file.date.value),
    };
    let due = latest(plan, from);
    if due >= cx.as_of {
        return;
    }
    let span = match last {
        Some(evaluation) => evaluation.file.title.span,
        None => plan.file.period.span,
    };
    cx.report(
        Finding::new(&RULE, span, message!("evaluation-overdue", due = due))
            .related(
                plan.file.policy.evaluation_months.span,
                message!(
                    "evaluation-overdue.policy",
                    months = plan.file.policy.evaluation_months.value.to_string()
                ),
            )
            .hint(message!("evaluation-overdue.hint")),
    );
}
