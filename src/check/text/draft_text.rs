//! A text that is still being written, in a book that is to be signed.

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `draft-text` (TXT020).
pub static RULE: Rule = Rule::release_only("TXT020", "draft-text", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "+++\nstatus = \"draft\"\n+++",
        "+++\nstatus = \"reviewed\"\nreviewer = \"Bappeda\"\n+++",
    );

/// Looks for texts that say so of themselves.
pub fn check(cx: &mut Checker<'_>) {
    for narrative in prose::narratives(cx.plan) {
        let front = &narrative.front;
        if let Some(status) = front.status.as_ref().filter(|_| front.is_draft()) {
            cx.report(
                Finding::new(&RULE, status.span, message!("draft-text"))
                    .hint(message!("draft-text.hint")),
            );
        }
    }
}
