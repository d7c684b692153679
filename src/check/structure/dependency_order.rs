//! A programme that begins before what it depends on has ended.

use super::cycles::DependencyCycles;
use super::dependency_cycle::reference;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `dependency-order` (STR021).
pub static RULE: Rule = Rule::warning("STR021", "dependency-order", Group::Structure).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "start = 2026-07-01\n\
         depends-on = [\"kanal-bersama\"]\n\n\
         # opd/diskominfo/programs/kanal-bersama.toml\n\
         end = 2026-12-31",
    "start = 2027-01-01\n\
         depends-on = [\"kanal-bersama\"]\n\n\
         # opd/diskominfo/programs/kanal-bersama.toml\n\
         end = 2026-12-31",
);

/// Compares the start of a programme with the end of each dependency. Programmes
/// that wait for each other have no order.
pub fn check(cx: &mut Checker<'_>) {
    let cycles = DependencyCycles::of(cx.plan);
    for (id, program) in cx.plan.programs.iter() {
        for &before in &program.depends_on {
            let end = &cx.plan.programs[before].file.end;
            let start = &program.file.start;
            if before == id || end.value < start.value || cycles.share_cycle(id, before) {
                continue;
            }
            let other = &cx.plan.programs[before].id;
            cx.report(
                Finding::new(
                    &RULE,
                    reference(cx.plan, id, before),
                    message!("dependency-order", id = other, end = end.value),
                )
                .related(
                    start.span,
                    message!("dependency-order.start", start = start.value),
                )
                .related(end.span, message!("dependency-order.end"))
                .hint(message!("dependency-order.hint")),
            );
        }
    }
}
