//! A law that is cited and no longer in force.

use crate::check::{Checker, prose, written};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::LawStatus;
use crate::resolve::{Id, Law, Plan, Target};
use crate::source::Span;

/// The rule `repealed-law` (LAW001).
pub static RULE: Rule = Rule::warning("LAW001", "repealed-law", Group::Law)
    .strict()
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "laws = [\"perpres-59-2017\"]\n\n\
         # registry/laws.toml\n\
         [[law]]\n\
         id = \"perpres-59-2017\"\n\
         status = \"repealed\"\n\
         by = \"perpres-111-2022\"\n\n\
         [[law]]\n\
         id = \"perpres-111-2022\"",
        "laws = [\"perpres-111-2022\"]\n\n\
         # registry/laws.toml\n\
         [[law]]\n\
         id = \"perpres-59-2017\"\n\
         status = \"repealed\"\n\
         by = \"perpres-111-2022\"\n\n\
         [[law]]\n\
         id = \"perpres-111-2022\"",
    );

/// Looks at every law that a programme or a text cites, by its id or by its
/// number. What was amended is in force as amended.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let mut found = Vec::new();
    for program in plan.programs.values() {
        for &law in &program.laws {
            let id = &plan.laws[law].entry.id.value;
            let span = written(&program.file.laws, id, program.file.span);
            found.extend(judge(plan, law, span));
        }
    }
    let mut linked = Vec::new();
    for narrative in prose::narratives(plan) {
        for (span, target) in &narrative.links {
            if let Target::Law(law) = target {
                let finding = judge(plan, *law, *span);
                linked.extend(finding.as_ref().map(|_| *span));
                found.extend(finding);
            }
        }
    }
    for citation in cx.citations() {
        // The words of a link are not cited once more.
        let inside = |link: &Span| {
            link.file == citation.span.file
                && link.start() <= citation.span.start()
                && citation.span.end() <= link.end()
        };
        let findings: Option<Vec<Finding>> = citation
            .laws
            .iter()
            .map(|law| judge(plan, *law, citation.span))
            .collect();
        // If one of the laws that may be meant is in force, that one is.
        let first = findings.and_then(|findings| findings.into_iter().next());
        found.extend(first.filter(|_| !linked.iter().any(inside)));
    }
    for finding in found {
        cx.report(finding);
    }
}

fn judge(plan: &Plan, id: Id<Law>, span: Span) -> Option<Finding> {
    let law = &plan.laws[id];
    if law.entry.status.value != LawStatus::Repealed {
        return None;
    }
    let finding = Finding::new(
        &RULE,
        span,
        message!("repealed-law", id = &law.entry.id.value),
    )
    .related(law.entry.status.span, message!("repealed-law.status"));
    Some(match successor(plan, id) {
        Some(by) => finding.hint(message!(
            "repealed-law.hint",
            by = &plan.laws[by].entry.id.value
        )),
        None => finding.hint(message!("repealed-law.nothing-hint")),
    })
}

/// The law that took the place of one, or that of the law which did, and so on.
fn successor(plan: &Plan, repealed: Id<Law>) -> Option<Id<Law>> {
    let mut last = plan.laws[repealed].by?;
    // Laws that repeal each other in a circle lead nowhere.
    for _ in plan.laws.iter() {
        let law = &plan.laws[last];
        match law.by {
            Some(by) if law.entry.status.value == LawStatus::Repealed => last = by,
            _ => return Some(last),
        }
    }
    None
}
