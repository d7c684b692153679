//! A block of narrative that chooses programmes and finds none.

use std::cell::LazyCell;

use crate::check::uncertainty::Uncertainty;
use crate::check::{Checker, prose};
use crate::finding::{Finding, Findings, Group, Rule};
use crate::language::message;
use crate::records::Records;
use crate::resolve::rules::unknown_reference;
use crate::source::Span;

/// The rule `empty-selection` (STR054).
pub static RULE: Rule = Rule::warning("STR054", "empty-selection", Group::Structure).example(
    "chapters/pendahuluan.md",
    "```ambonplan\nshow = \"programs\"\nwhere = \"total > 1e15\"\n```",
    "```ambonplan\nshow = \"programs\"\nwhere = \"total > 1e6\"\n```",
);

/// Reports each block of which no programme meets all keys. What an expression that cannot be
/// read would choose, nobody knows.
pub fn check(cx: &mut Checker<'_>) {
    let (plan, tree) = (cx.plan, cx.tree);
    let records = LazyCell::new(|| Records::new(plan, tree));
    let mut programs = plan.programs.values();
    let misread = programs
        .any(|program| plan.unreadable.misread.contains(&program.file.span.file))
        .then_some(Uncertainty::InvalidKey);
    let uncertainty = cx.unplaced_program(|_| true).or(misread);
    for narrative in prose::narratives(plan) {
        for (node, filter) in &narrative.choices {
            let Some(embed) = narrative.embeds.get(node) else {
                continue;
            };
            let is_unread = embed.filter.is_some() && filter.filter.is_none();
            let Some((_, span)) = embed.choosing().pop().filter(|_| !is_unread) else {
                continue;
            };
            let mut programs = plan.programs.iter();
            let is_met = programs.any(|(id, _)| {
                let expression = filter.filter.as_ref();
                filter.may_take(plan, id)
                    && expression.is_none_or(|expression| records.holds(expression, id))
            });
            if !is_met {
                let finding = Finding::new(&RULE, span, message!("empty-selection"))
                    .hint(message!("empty-selection.hint"));
                cx.report_unless_uncertain(uncertainty, finding);
            }
        }
    }
}

/// Takes away what follows from another finding: with a reference to nothing, nobody knows what
/// was to be chosen.
pub(in crate::check) fn leave_unresolved(findings: &mut Findings) {
    let unknown = findings
        .iter()
        .filter(|finding| finding.rule == &unknown_reference::RULE);
    let unknown: Vec<Span> = unknown.map(|finding| finding.span).collect();
    let is_inside = |inner: &Span, outer: Span| {
        inner.file == outer.file && inner.start() >= outer.start() && inner.end() <= outer.end()
    };
    findings.retain(|finding| {
        let mut unknown = unknown.iter();
        finding.rule != &RULE || !unknown.any(|span| is_inside(span, finding.span))
    });
}
