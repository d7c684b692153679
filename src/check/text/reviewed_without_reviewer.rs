//! A text that was reviewed by nobody knows whom.

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::TextStatus;

/// The rule `reviewed-without-reviewer` (TXT021).
pub static RULE: Rule = Rule::warning("TXT021", "reviewed-without-reviewer", Group::Text).example(
    "chapters/pendahuluan.md",
    "+++\nstatus = \"reviewed\"\n+++",
    "+++\nstatus = \"reviewed\"\nreviewer = \"Bappeda\"\n+++",
);

/// Looks for the reviewer of every text that was reviewed.
pub fn check(cx: &mut Checker<'_>) {
    for narrative in prose::narratives(cx.plan) {
        let front = &narrative.front;
        let reviewed = front
            .status
            .as_ref()
            .filter(|status| status.value == TextStatus::Reviewed);
        if let Some(status) = reviewed
            && front.reviewer.is_none()
            && !front.invalid_keys.contains("reviewer")
        {
            cx.report(
                Finding::new(&RULE, status.span, message!("reviewed-without-reviewer"))
                    .hint(message!("reviewed-without-reviewer.hint")),
            );
        }
    }
}
