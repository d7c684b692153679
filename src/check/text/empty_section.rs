//! A heading with nothing below it.

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `empty-section` (TXT024).
pub static RULE: Rule = Rule::warning("TXT024", "empty-section", Group::Text).example(
    "chapters/pendahuluan.md",
    "## Risiko\n\n## Penutup\n\nDemikian rencana ini.",
    "## Penutup\n\nDemikian rencana ini.",
);

/// Looks for headings that are followed by one of the same or a higher level, or by
/// the end of the text. A heading that only gathers others is not empty.
pub fn check(cx: &mut Checker<'_>) {
    for narrative in prose::narratives(cx.plan) {
        let mut headings = narrative.sections().peekable();
        while let Some(heading) = headings.next() {
            let gathers = headings
                .peek()
                .is_some_and(|next| next.level > heading.level);
            if heading.bare && !gathers {
                let text = heading.text.trim();
                cx.report(
                    Finding::new(&RULE, heading.span, message!("empty-section", text = text))
                        .hint(message!("empty-section.hint")),
                );
            }
        }
    }
}
