//! An evaluation that was held on a day to come.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::EvaluationStatus;

/// The rule `future-evaluation` (EVA008).
pub static RULE: Rule = Rule::warning("EVA008", "future-evaluation", Group::Evaluation).example(
    "evaluations/2027-06-30.toml",
    "status = \"done\"\n\n# plan.toml\ndate = 2026-11-24",
    "status = \"planned\"\n\n# plan.toml\ndate = 2026-11-24",
);

/// Compares the days of evaluations that are done with the day of the verdict.
pub fn check(cx: &mut Checker<'_>) {
    let as_of = cx.as_of;
    for evaluation in cx.plan.evaluations.values() {
        let status = &evaluation.file.status;
        if status.value == EvaluationStatus::Done && evaluation.date > as_of {
            cx.report(
                Finding::new(
                    &RULE,
                    status.span,
                    message!("future-evaluation", date = evaluation.date, as_of = as_of),
                )
                .hint(message!("future-evaluation.hint")),
            );
        }
    }
}
