//! A heading that says nothing.

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `empty-heading` (TXT044).
pub static RULE: Rule = Rule::warning("TXT044", "empty-heading", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "##\n\nDemikian rencana ini.",
        "## Penutup\n\nDemikian rencana ini.",
    );

/// Looks for headings without a word or an image. They are left out of the book.
pub fn check(cx: &mut Checker<'_>) {
    for narrative in prose::narratives(cx.plan) {
        for heading in narrative.headings.iter().filter(|heading| heading.blank) {
            cx.report(
                Finding::new(&RULE, heading.span, message!("empty-heading"))
                    .hint(message!("empty-heading.hint")),
            );
        }
    }
}
