//! Programmes that wait for each other.

use super::cycles::DependencyCycles;
use crate::check::{Checker, written};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::{Id, Plan, Program};
use crate::source::Span;

/// The rule `dependency-cycle` (STR020).
pub static RULE: Rule = Rule::error("STR020", "dependency-cycle", Group::Structure).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "depends-on = [\"kanal-bersama\"]\n\n\
         # opd/diskominfo/programs/kanal-bersama.toml\n\
         depends-on = [\"layanan-aduan\"]",
    "depends-on = [\"kanal-bersama\"]\n\n\
         # opd/diskominfo/programs/kanal-bersama.toml\n\
         title = \"Kanal bersama\"",
);

/// Reports programmes that depend on themselves, and of programmes that depend on
/// each other the shortest cycle: where it is broken, others may be too.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    for (id, program) in plan.programs.iter() {
        if program.depends_on.contains(&id) {
            cx.report(
                Finding::new(
                    &RULE,
                    reference(plan, id, id),
                    message!("dependency-cycle.itself", id = &program.id),
                )
                .hint(message!("dependency-cycle.itself-hint")),
            );
        }
    }
    for cycle in DependencyCycles::of(plan).shortest_cycles() {
        cx.report(finding(plan, &cycle));
    }
}

fn finding(plan: &Plan, cycle: &[Id<Program>]) -> Finding {
    let edges: Vec<(Id<Program>, Id<Program>)> = cycle
        .iter()
        .copied()
        .zip(cycle.iter().copied().cycle().skip(1))
        .collect();
    let way: Vec<&str> = cycle
        .iter()
        .chain(cycle.first())
        .map(|id| plan.programs[*id].id.as_str())
        .collect();
    let span = |(from, to)| reference(plan, from, to);
    let first = edges.first().copied().map_or(Span::of_plan(), span);
    let mut finding = Finding::new(
        &RULE,
        first,
        message!("dependency-cycle", way = way.join(" → ")),
    );
    for edge in edges.into_iter().skip(1) {
        let id = &plan.programs[edge.1].id;
        finding = finding.related(span(edge), message!("dependency-cycle.edge", id = id));
    }
    finding.hint(message!("dependency-cycle.hint"))
}

/// Where a programme says that it depends on another.
pub(crate) fn reference(plan: &Plan, from: Id<Program>, to: Id<Program>) -> Span {
    let file = &plan.programs[from].file;
    written(&file.depends_on, &plan.programs[to].id, file.span)
}
