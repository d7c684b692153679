//! A programme that serves no goal of the RPJMD.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::{Program, Support};

/// The rule `program-without-goal` (COV005).
pub static RULE: Rule = Rule::warning("COV005", "program-without-goal", Group::Coverage)
    .strict()
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "supports = [\"policy:layanan-terpadu\"]",
        "supports = [\"goal:layanan-publik\", \"policy:layanan-terpadu\"]",
    );

/// Looks for a goal or a priority programme of the RPJMD among what a programme
/// supports. A plan without an RPJMD is not judged, nor is a programme with a
/// reference that leads to nothing.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let without_rpjmd = cx.plan.goals.is_empty() && cx.plan.priorities.is_empty();
    if without_rpjmd || program.file.is_cancelled() {
        return;
    }
    let aligned = program
        .supports
        .iter()
        .any(|support| matches!(support, Support::Goal(_) | Support::Priority(_)));
    if !aligned && !program.file.invalid_keys.contains("supports") {
        let title = &program.file.title;
        cx.report(
            Finding::new(
                &RULE,
                title.span,
                message!("program-without-goal", title = &title.value),
            )
            .hint(message!("program-without-goal.hint")),
        );
    }
}
