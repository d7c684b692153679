//! A law that is cited and no longer in force.

use crate::check::{Checker, prose, written};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::LawStatus;
use crate::resolve::{Id, Law, Plan, Target};
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::warning("LAW001", "repealed-law", Group::Law)
    .strict()
    .example(
        "laws = [\"perpres-59-2017\"]  # dicabut oleh perpres-111-2022",
        "laws = [\"perpres-111-2022\"]",
    );

/// Looks at every law that a programme or a text cites.
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
    for narrative in prose::narratives(plan) {
        for (span, target) in &narrative.links {
            if let Target::Law(law) = target {
                found.extend(judge(plan, *law, *span));
            }
        }
    }
    cx.findings.extend(found);
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
    Some(match law.by {
        Some(by) => finding.hint(message!(
            "repealed-law.hint",
            by = &plan.laws[by].entry.id.value
        )),
        None => finding.hint(message!("repealed-law.nothing-hint")),
    })
}
