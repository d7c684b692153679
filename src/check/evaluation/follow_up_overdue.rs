//! A finding that is still open after its deadline.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::FollowUpStatus;

/// The rule `follow-up-overdue` (EVA002).
pub static RULE: Rule = Rule::warning("EVA002", "follow-up-overdue", Group::Evaluation)
    .strict()
    .example(
        "evaluations/2026-06-30.toml",
        "[[finding]]\n\
         id = \"data-tanggap\"\n\
         text = \"Data waktu tanggap belum dicatat.\"\n\
         status = \"open\"\n\
         deadline = 2026-09-30\n\n\
         # plan.toml\n\
         date = 2026-11-24",
        "[[finding]]\n\
         id = \"data-tanggap\"\n\
         text = \"Data waktu tanggap belum dicatat.\"\n\
         status = \"closed\"\n\
         deadline = 2026-09-30\n\n\
         # plan.toml\n\
         date = 2026-11-24",
    );

/// Compares the deadlines of open findings with the day of the verdict.
pub fn check(cx: &mut Checker<'_>) {
    let as_of = cx.as_of;
    for evaluation in cx.plan.evaluations.values() {
        for finding in &evaluation.file.findings {
            let Some(deadline) = &finding.deadline else {
                continue;
            };
            if finding.status.value == FollowUpStatus::Open && deadline.value < as_of {
                cx.report(
                    Finding::new(
                        &RULE,
                        finding.status.span,
                        message!(
                            "follow-up-overdue",
                            id = &finding.id.value,
                            deadline = deadline.value
                        ),
                    )
                    .related(deadline.span, message!("follow-up-overdue.deadline"))
                    .hint(message!("follow-up-overdue.hint")),
                );
            }
        }
    }
}
