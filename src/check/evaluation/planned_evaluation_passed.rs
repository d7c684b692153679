//! An evaluation that is planned for a day that has passed.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::EvaluationStatus;

/// The rule `planned-evaluation-passed` (EVA005).
pub static RULE: Rule = Rule::warning("EVA005", "planned-evaluation-passed", Group::Evaluation)
    .example(
        "evaluations/2026-06-30.toml",
        "status = \"planned\"\n\n# plan.toml\ndate = 2026-11-24",
        "status = \"done\"\n\n# plan.toml\ndate = 2026-11-24",
    );

/// Compares the days of planned evaluations with the day of the verdict.
pub fn check(cx: &mut Checker<'_>) {
    let as_of = cx.as_of;
    for evaluation in cx.plan.evaluations.values() {
        let status = &evaluation.file.status;
        if status.value == EvaluationStatus::Planned && evaluation.date < as_of {
            cx.report(
                Finding::new(
                    &RULE,
                    status.span,
                    message!("planned-evaluation-passed", date = evaluation.date),
                )
                .hint(message!("planned-evaluation-passed.hint")),
            );
        }
    }
}
