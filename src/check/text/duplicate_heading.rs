//! Two sections of the same name beside each other.

use std::collections::BTreeMap;

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `duplicate-heading` (TXT023).
pub static RULE: Rule = Rule::warning("TXT023", "duplicate-heading", Group::Text).example(
    "chapters/pendahuluan.md",
    "## Tantangan\n\n…\n\n## Tantangan",
    "## Tantangan layanan\n\n…\n\n## Tantangan pendanaan",
);

/// Compares the headings below the same heading, whatever the size of their letters.
pub fn check(cx: &mut Checker<'_>) {
    for narrative in prose::narratives(cx.plan) {
        // The headings at each level that is open, from the outermost.
        let mut open: Vec<(usize, BTreeMap<String, Span>)> = Vec::new();
        for heading in narrative.sections() {
            while open.last().is_some_and(|(level, _)| *level > heading.level) {
                open.pop();
            }
            if open.last().is_none_or(|(level, _)| *level < heading.level) {
                open.push((heading.level, BTreeMap::new()));
            }
            let words: Vec<&str> = heading.text.split_whitespace().collect();
            let text = words.join(" ");
            let Some((_, siblings)) = open.last_mut().filter(|_| !text.is_empty()) else {
                continue;
            };
            match siblings.get(&text.to_lowercase()) {
                Some(&first) => cx.report(
                    Finding::new(
                        &RULE,
                        heading.span,
                        message!("duplicate-heading", text = &text),
                    )
                    .related(first, message!("duplicate-heading.first"))
                    .hint(message!("duplicate-heading.hint")),
                ),
                None => {
                    siblings.insert(text.to_lowercase(), heading.span);
                }
            }
        }
    }
}
