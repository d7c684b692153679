//! An entry of the registry that nothing refers to.

use std::collections::BTreeSet;

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::model::{Kind, MissionEntry, PriorityEntry, Show, StakeholderEntry};
use crate::resolve::{Id, Law, Partner, Support, Target};
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::warning("STR024", "unused-entry", Group::Structure).example(
    "[[stakeholder]]\nid = \"bank-sampah\"  # tidak disebut di mana pun",
    "partners = [\"stakeholder:bank-sampah\"]",
);

/// Abbreviations that the book prints of itself, in its tables of funds, of the
/// council and of the goals.
const OF_THE_BOOK: &[&str] = &[
    "APBD", "APBN", "BUMD", "BUMN", "DAK", "KPBU", "OPD", "RPJMD", "TJSL",
];

/// Collects what something refers to, and reports the other entries, unless a
/// text shows the list in which they stand. A law is also referred to by a text
/// that cites its number, an abbreviation by what the book prints. What rules of
/// coverage judge is left to them.
pub fn check(cx: &mut Checker<'_>) {
    if !cx.knows_programs() {
        return;
    }
    let plan = cx.plan;
    let used = Used::of(cx);
    let shown: BTreeSet<Show> = prose::narratives(plan)
        .flat_map(|narrative| narrative.embeds.values())
        .map(|embed| embed.show.value)
        .collect();
    let unless = |show: Show| !shown.contains(&show);
    let mut unused = Vec::new();
    for (id, law) in plan.laws.iter().filter(|_| unless(Show::Laws)) {
        if !used.laws.contains(&id) {
            unused.push((Kind::Law, &law.entry.id));
        }
    }
    for (id, stakeholder) in plan
        .stakeholders
        .iter()
        .filter(|_| unless(Show::Stakeholders))
    {
        if !used.stakeholders.contains(&id) {
            unused.push((Kind::Stakeholder, &stakeholder.id));
        }
    }
    for (id, mission) in plan.missions.iter().filter(|_| unless(Show::Rpjmd)) {
        if !used.missions.contains(&id) {
            unused.push((Kind::Mission, &mission.id));
        }
    }
    for (id, priority) in plan.priorities.iter().filter(|_| unless(Show::Priorities)) {
        if !used.priorities.contains(&id) {
            unused.push((Kind::Priority, &priority.id));
        }
    }
    for (kind, id) in unused {
        let finding = found(id.span, kind.word(), kind.name(), id);
        cx.report(finding.hint(message!("unused-entry.hint")));
    }
    let unused = unused_abbreviations(cx);
    for abbreviation in plan.abbreviations.values() {
        let short = &abbreviation.short;
        if unused.contains(short.value.as_str()) {
            let kind = message!("kind-abbreviation");
            let finding = found(short.span, "abbreviation", kind, short);
            cx.report(finding.hint(message!("unused-entry.abbreviation-hint")));
        }
    }
}

/// What something refers to.
#[derive(Default)]
struct Used {
    laws: BTreeSet<Id<Law>>,
    stakeholders: BTreeSet<Id<StakeholderEntry>>,
    missions: BTreeSet<Id<MissionEntry>>,
    priorities: BTreeSet<Id<PriorityEntry>>,
}

impl Used {
    fn of(cx: &Checker<'_>) -> Self {
        let plan = cx.plan;
        let mut used = Self::default();
        for program in plan.programs.values() {
            used.laws.extend(&program.laws);
            for partner in &program.partners {
                if let Partner::Stakeholder(id) = partner {
                    used.stakeholders.insert(*id);
                }
            }
            for support in &program.supports {
                if let Support::Priority(id) = support {
                    used.priorities.insert(*id);
                }
            }
        }
        used.laws
            .extend(plan.laws.values().filter_map(|law| law.by));
        let citations = cx.citations().iter();
        used.laws
            .extend(citations.flat_map(|citation| citation.laws.iter().copied()));
        let members = plan.members.values();
        used.stakeholders
            .extend(members.filter_map(|member| member.stakeholder));
        let goals = plan.goals.values();
        used.missions.extend(goals.filter_map(|goal| goal.mission));
        for narrative in prose::narratives(plan) {
            for (_, target) in &narrative.links {
                used.link(*target);
            }
        }
        used
    }

    fn link(&mut self, target: Target) {
        match target {
            Target::Law(id) => {
                self.laws.insert(id);
            }
            Target::Stakeholder(id) => {
                self.stakeholders.insert(id);
            }
            Target::Mission(id) => {
                self.missions.insert(id);
            }
            Target::Priority(id) => {
                self.priorities.insert(id);
            }
            _ => {}
        }
    }
}

/// The abbreviations of the registry that nothing printed uses.
fn unused_abbreviations<'a>(cx: &Checker<'a>) -> BTreeSet<&'a str> {
    let entries = cx.plan.abbreviations.values();
    let mut unused: BTreeSet<&str> = entries.map(|entry| entry.short.value.as_str()).collect();
    unused.retain(|short| !OF_THE_BOOK.contains(short));
    for piece in prose::pieces(cx.plan, cx.tree) {
        prose::take_mentioned(&mut unused, piece.text);
    }
    for name in prose::names(cx.plan) {
        prose::take_mentioned(&mut unused, name);
    }
    for volume in &cx.plan.volumes {
        prose::take_mentioned(&mut unused, &volume.title);
    }
    unused
}

fn found(span: Span, word: &str, kind: Message, id: &str) -> Finding {
    let finding = Finding::new(&RULE, span, message!("unused-entry", kind = kind, id = id));
    finding.about(word, id)
}
