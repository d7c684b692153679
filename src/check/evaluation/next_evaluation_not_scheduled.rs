//! A plan whose next evaluation has no day yet, or one that is too late.

use super::due;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::EntryKind;

/// The rule `next-evaluation-not-scheduled` (EVA004).
pub static RULE: Rule = Rule::warning("EVA004", "next-evaluation-not-scheduled", Group::Evaluation)
    .example(
        "evaluations/2026-06-30.toml",
        "status = \"done\"  # tidak ada yang berikutnya",
        "status = \"done\"\n\n\
         # evaluations/2027-06-30.toml\n\
         title = \"Evaluasi kedua\"\n\
         status = \"planned\"",
    );

/// Looks for an evaluation between the day of the verdict and the day on which
/// one is due. One that is overdue is reported as such; one that is marked as
/// held on a day to come has its day.
pub fn check(cx: &mut Checker<'_>) {
    if !cx.knows_policy("evaluation-months") {
        return;
    }
    let plan = cx.plan;
    let Some(due) = due(plan, cx.as_of).filter(|due| due.date >= cx.as_of) else {
        return;
    };
    let since = due.since;
    let due = due.date;
    let evaluations = plan.evaluations.values();
    let to_come = evaluations.filter(|evaluation| evaluation.date >= cx.as_of);
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
        )
        .related(since, message!("next-evaluation-not-scheduled.from")),
        None => Finding::new(
            &RULE,
            plan.file.date.span,
            message!("next-evaluation-not-scheduled", due = due),
        ),
    };
    let hint = message!("next-evaluation-not-scheduled.hint", date = due.to_string());
    cx.report_unless_uncertain(cx.unreadable(EntryKind::Evaluation), finding.hint(hint));
}
