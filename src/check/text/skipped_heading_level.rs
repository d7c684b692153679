//! A heading two levels or more below the one before it.

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `skipped-heading-level` (TXT022).
pub static RULE: Rule = Rule::warning("TXT022", "skipped-heading-level", Group::Text).example(
    "chapters/pendahuluan.md",
    "# Pendahuluan\n\n### Latar belakang",
    "# Pendahuluan\n\n## Latar belakang",
);

/// Compares each heading with the one before it; the first with the title, which
/// every text has, written or not.
pub fn check(cx: &mut Checker<'_>) {
    for narrative in prose::narratives(cx.plan) {
        let mut last = 1;
        for heading in narrative.sections() {
            if heading.level > last + 1 {
                let finding = Finding::new(
                    &RULE,
                    heading.span,
                    message!("skipped-heading-level", level = heading.level, last = last),
                );
                let marks = "#".repeat(last + 1);
                cx.report(finding.hint(message!("skipped-heading-level.hint", marks = marks)));
            }
            last = heading.level;
        }
    }
}
