//! Two entries of one list that say the same.

use crate::check::Checker;
use crate::check::name::{bare, case_variants};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Activity;
use crate::resolve::Program;
use crate::source::Spanned;

/// The rule `duplicate-name` (STR037).
pub static RULE: Rule = Rule::warning("STR037", "duplicate-name", Group::Structure).example(
    "registry/stakeholders.toml",
    "[[stakeholder]]\n\
         id = \"unpatti\"\n\
         name = \"Universitas Pattimura\"\n\
         element = \"akademisi\"\n\n\
         [[stakeholder]]\n\
         id = \"universitas\"\n\
         name = \"Universitas Pattimura\"\n\
         element = \"akademisi\"",
    "[[stakeholder]]\n\
         id = \"unpatti\"\n\
         name = \"Universitas Pattimura\"\n\
         element = \"akademisi\"",
);

/// Compares the names, or what stands for them, within each list in which two of one name
/// cannot be told apart in the book.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    same(cx, plan.pillars.values().map(|one| &one.file.name));
    for pillar in plan.pillars.values() {
        let dimensions = &pillar.file.dimensions.entries;
        same(cx, dimensions.iter().map(|one| &one.name));
        same(cx, pillar.file.policies.entries.iter().map(|one| &one.text));
    }
    same(cx, plan.missions.values().map(|one| &one.text));
    same(cx, plan.goals.values().map(|one| &one.entry.text));
    same(cx, plan.priorities.values().map(|one| &one.text));
    same(cx, plan.stakeholders.values().map(|one| &one.name));
    same(cx, plan.districts.values().map(|one| &one.name));
    same(cx, plan.file.phases.iter().map(|one| &one.name));
    // The same may be needed by several pillars, and looked at in several elements.
    let needs = plan.needs.values();
    same_of(cx, needs.map(|one| (one.pillar, &one.entry.text)));
    let readiness = plan.readiness.values();
    same_of(cx, readiness.map(|one| (one.element.value, &one.aspect)));
    let proposals = plan.proposals.values();
    same_of(
        cx,
        proposals.map(|one| (bare(&one.file.by), &one.file.title)),
    );
    let members = plan.members.values().map(|member| {
        let position = member.entry.position.as_ref();
        let role = (
            member.entry.role.value,
            position.and_then(|text| bare(text)),
        );
        (role, &member.entry.institution)
    });
    same_of(cx, members);
}

/// Compares the activities and the risks of a programme.
pub(super) fn check_program(cx: &mut Checker<'_>, program: &Program) {
    let file = &program.file;
    if file.activities.len() > 1 {
        // Most activities have codes of their own, and then no two are the same.
        let mut codes: Vec<Option<&str>> = file.activities.iter().map(code).collect();
        codes.sort_unstable();
        if !codes.is_sorted_by(|one, other| one < other) {
            let activities = file.activities.iter().map(|one| {
                let output = one.output.as_ref().and_then(|output| bare(output));
                let dates = [&one.start, &one.end].map(|date| date.as_ref().map(|date| date.value));
                ((code(one), output, dates), &one.title)
            });
            same_of(cx, activities);
        }
    }
    if file.risks.len() > 1 {
        same(cx, file.risks.iter().map(|one| &one.text));
    }
}

fn code(activity: &Activity) -> Option<&str> {
    activity.code.as_ref().map(|code| code.as_str())
}

/// Reports names that stand in a list before.
fn same<'a>(cx: &mut Checker<'_>, names: impl Iterator<Item = &'a Spanned<String>>) {
    same_of(cx, names.map(|name| ((), name)));
}

/// Reports names that stand in a list before, beside the same.
fn same_of<'a, K: Ord>(
    cx: &mut Checker<'_>,
    names: impl Iterator<Item = (K, &'a Spanned<String>)>,
) {
    let names = names.filter_map(|(beside, name)| Some(((bare(name)?, beside), name)));
    for (first, name) in case_variants(names) {
        let message = message!("duplicate-name", name = &name.value);
        cx.report(
            Finding::new(&RULE, name.span, message)
                .related(first.span, message!("first-one"))
                .hint(message!("duplicate-name.hint")),
        );
    }
}
