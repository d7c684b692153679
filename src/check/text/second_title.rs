//! A text with two titles.

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `second-title` (TXT028).
pub static RULE: Rule = Rule::warning("TXT028", "second-title", Group::Text).example(
    "chapters/pendahuluan.md",
    "# Pendahuluan\n\n…\n\n# Latar belakang",
    "# Pendahuluan\n\n…\n\n## Latar belakang",
);

/// Looks for headings of level 1 behind the first, which become sections, and for a
/// first that the title in the front matter keeps from being printed.
pub fn check(cx: &mut Checker<'_>) {
    for narrative in prose::narratives(cx.plan) {
        let mut titles = narrative.sections().filter(|one| one.level == 1);
        let Some(first) = titles.next() else { continue };
        for other in titles {
            cx.report(
                Finding::new(&RULE, other.span, message!("second-title"))
                    .related(first.span, message!("second-title.first"))
                    .hint(message!("second-title.hint")),
            );
        }
    }
    for chapter in cx.plan.chapters.values() {
        let narrative = &chapter.narrative;
        let mut headings = narrative.sections();
        if let Some(title) = &narrative.front.title
            && let Some(first) = headings.find(|heading| heading.level == 1)
            && first.text.trim() != title.value.trim()
        {
            cx.report(
                Finding::new(&RULE, first.span, message!("second-title.replaced"))
                    .related(title.span, message!("second-title.first"))
                    .hint(message!("second-title.replaced-hint")),
            );
        }
    }
}
