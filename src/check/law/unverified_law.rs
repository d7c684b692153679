//! A law whose title nobody has compared with the official text.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Kind;

/// The rule `unverified-law` (LAW003).
pub static RULE: Rule = Rule::release_only("LAW003", "unverified-law", Group::Law)
    .strict()
    .example(
        "registry/laws.toml",
        "[[law]]\nid = \"pp-59-2022\"\nunverified = true",
        "[[law]]\nid = \"pp-59-2022\"",
    );

/// Looks for laws that are marked `unverified`.
pub fn check(cx: &mut Checker<'_>) {
    for law in cx.plan.laws.values() {
        let mark = &law.entry.unverified;
        if mark.value {
            cx.report(
                Finding::new(
                    &RULE,
                    mark.span,
                    message!("unverified-law", id = &law.entry.id.value),
                )
                .about(Kind::Law, &law.entry.id)
                .hint(message!("unverified-law.hint")),
            );
        }
    }
}
