//! Programmes that wait for each other.

use std::collections::BTreeSet;

use crate::check::{Checker, written};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::{Id, Plan, Program};
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::error("STR020", "dependency-cycle", Group::Structure).example(
    "# pusat-komando.toml\ndepends-on = [\"layanan-112\"]\n# layanan-112.toml\ndepends-on = [\"pusat-komando\"]",
    "# layanan-112.toml\ndepends-on = [\"pusat-komando\"]",
);

/// Follows the dependencies of every programme, without recursion, and reports
/// each way back to a programme on the path once.
pub fn check(cx: &mut Checker<'_>) {
    let mut done = BTreeSet::new();
    for (start, _) in cx.plan.programs.iter() {
        // The path, and how many dependencies of each programme on it have been
        // followed.
        let mut path: Vec<(Id<Program>, usize)> = vec![(start, 0)];
        if done.contains(&start) {
            continue;
        }
        while let Some((program, next)) = path.last_mut() {
            let program = *program;
            let dependency = cx.plan.programs[program].depends_on.get(*next).copied();
            *next += 1;
            let Some(dependency) = dependency else {
                done.insert(program);
                path.pop();
                continue;
            };
            if let Some(at) = path.iter().position(|(id, _)| *id == dependency) {
                let cycle: Vec<Id<Program>> = path.iter().skip(at).map(|(id, _)| *id).collect();
                cx.findings.push(found(cx.plan, &cycle));
            } else if !done.contains(&dependency) {
                path.push((dependency, 0));
            }
        }
    }
}

fn found(plan: &Plan, cycle: &[Id<Program>]) -> Finding {
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
    let first = edges.first().copied().map_or(Span::start(), span);
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
pub fn reference(plan: &Plan, from: Id<Program>, to: Id<Program>) -> Span {
    let file = &plan.programs[from].file;
    written(&file.depends_on, &plan.programs[to].id, file.span)
}
