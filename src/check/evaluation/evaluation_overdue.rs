//! An evaluation that should have taken place.

use super::due;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::EntryKind;

/// The rule `evaluation-overdue` (EVA001).
pub static RULE: Rule = Rule::warning("EVA001", "evaluation-overdue", Group::Evaluation)
    .strict()
    .example(
        "evaluations/2024-06-30.toml",
        "title = \"Evaluasi pertama\"\n\
         status = \"done\"\n\n\
         # plan.toml\n\
         date = 2026-11-24\n\
         period = { start = 2022, end = 2026 }",
        "title = \"Evaluasi pertama\"\n\
         status = \"done\"\n\n\
         # evaluations/2026-06-30.toml\n\
         title = \"Evaluasi kedua\"\n\
         status = \"done\"\n\n\
         # plan.toml\n\
         date = 2026-11-24\n\
         period = { start = 2022, end = 2026 }",
    );

/// Compares the day on which an evaluation is due with the day of the verdict.
pub fn check(cx: &mut Checker<'_>) {
    if !cx.knows_policy("evaluation-months") {
        return;
    }
    let Some(due) = due(cx.plan, cx.as_of).filter(|due| due.date < cx.as_of) else {
        return;
    };
    if cx.is_incomplete(EntryKind::Evaluation) {
        return;
    }
    let text = message!("evaluation-overdue", due = due.date);
    let mut finding = Finding::new(&RULE, due.since, text);
    // What is customary stands nowhere.
    let months = &cx.plan.file.policy.evaluation_months;
    if !months.span.is_empty() {
        let text = message!(
            "evaluation-overdue.policy",
            months = usize::try_from(months.value).unwrap_or(usize::MAX)
        );
        finding = finding.related(months.span, text);
    }
    cx.report(finding.hint(message!("evaluation-overdue.hint")));
}
