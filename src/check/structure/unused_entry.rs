//! An entry of the registry that nothing refers to.

use std::collections::BTreeSet;

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::model::Show;
use crate::resolve::{Partner, Target};
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::warning("STR024", "unused-entry", Group::Structure).example(
    "[[stakeholder]]\nid = \"bank-sampah\"  # tidak disebut di mana pun",
    "partners = [\"stakeholder:bank-sampah\"]",
);

/// Collects the laws, stakeholders and missions that something refers to, and
/// reports the others, unless a text shows the list in which they stand. What
/// rules of coverage judge is left to them.
pub fn check(cx: &mut Checker<'_>) {
    if !cx.knows_programs() {
        return;
    }
    let plan = cx.plan;
    let mut laws = BTreeSet::new();
    let mut stakeholders = BTreeSet::new();
    let mut missions = BTreeSet::new();
    for program in plan.programs.values() {
        laws.extend(&program.laws);
        for partner in &program.partners {
            if let Partner::Stakeholder(id) = partner {
                stakeholders.insert(*id);
            }
        }
    }
    laws.extend(plan.laws.values().filter_map(|law| law.by));
    let citations = cx.citations().iter();
    laws.extend(citations.flat_map(|citation| citation.laws.iter().copied()));
    stakeholders.extend(
        plan.members
            .values()
            .filter_map(|member| member.stakeholder),
    );
    missions.extend(plan.goals.values().filter_map(|goal| goal.mission));
    for narrative in prose::narratives(plan) {
        for (_, target) in &narrative.links {
            match target {
                Target::Law(id) => {
                    laws.insert(*id);
                }
                Target::Stakeholder(id) => {
                    stakeholders.insert(*id);
                }
                Target::Mission(id) => {
                    missions.insert(*id);
                }
                _ => {}
            }
        }
    }
    let shown: BTreeSet<Show> = prose::narratives(plan)
        .flat_map(|narrative| narrative.embeds.values())
        .map(|embed| embed.show.value)
        .collect();
    for (id, law) in plan.laws.iter() {
        if !shown.contains(&Show::Laws) && !laws.contains(&id) {
            let entry = &law.entry.id;
            cx.report(found(entry.span, "law", message!("kind-law"), entry));
        }
    }
    for (id, stakeholder) in plan.stakeholders.iter() {
        if !shown.contains(&Show::Stakeholders) && !stakeholders.contains(&id) {
            let (entry, kind) = (&stakeholder.id, message!("kind-stakeholder"));
            cx.report(found(entry.span, "stakeholder", kind, entry));
        }
    }
    for (id, mission) in plan.missions.iter() {
        if !shown.contains(&Show::Rpjmd) && !missions.contains(&id) {
            let (entry, kind) = (&mission.id, message!("kind-mission"));
            cx.report(found(entry.span, "mission", kind, entry));
        }
    }
}

fn found(span: Span, word: &str, kind: Message, id: &str) -> Finding {
    Finding::new(&RULE, span, message!("unused-entry", kind = kind, id = id))
        .about(word, id)
        .hint(message!("unused-entry.hint"))
}
