//! An entry of the registry that nothing refers to.

use std::collections::BTreeSet;

use crate::check::uncertainty::Uncertainty;
use crate::check::{Checker, prose, uncertainty};
use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::model::{Collection, EntryKind, Kind, MissionEntry, PriorityEntry, StakeholderEntry};
use crate::resolve::{Id, Law, Partner, Support, Target};
use crate::source::{Span, Spanned};

/// The rule `unused-entry` (STR024).
pub static RULE: Rule = Rule::warning("STR024", "unused-entry", Group::Structure).example(
    "registry/stakeholders.toml",
    "[[stakeholder]]\n\
         id = \"bank-sampah\"  # tidak disebut di mana pun\n\
         name = \"Komunitas bank sampah\"\n\
         element = \"masyarakat\"",
    "[[stakeholder]]\n\
         id = \"bank-sampah\"\n\
         name = \"Komunitas bank sampah\"\n\
         element = \"masyarakat\"\n\n\
         # opd/diskominfo/programs/layanan-aduan.toml\n\
         partners = [\"stakeholder:bank-sampah\"]",
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
    let plan = cx.plan;
    let used = Used::of(cx);
    let listed: BTreeSet<EntryKind> = prose::narratives(plan)
        .flat_map(|narrative| narrative.shows())
        .flat_map(|show| show.block().of)
        .copied()
        .collect();
    let unless = |kind: EntryKind| !listed.contains(&kind);
    let by =
        uncertainty::uncertain_key(plan.laws.values().map(|law| &law.entry.invalid_keys), "by");
    let by = cx.unreadable(Kind::Law).or(by);
    let references = cx.possible_references("laws", Kind::Law);
    for (id, law) in plan.laws.iter().filter(|_| unless(EntryKind::Law)) {
        if !used.laws.contains(&id) {
            let entry = &law.entry.id;
            cx.report_unless_uncertain(references.on(entry).or(by), finding(Kind::Law, entry));
        }
    }
    let members = plan.members.values();
    let member = uncertainty::uncertain_key(
        members.map(|member| &member.entry.invalid_keys),
        "stakeholder",
    );
    let member = cx.unreadable(Collection::Members).or(member);
    let references = cx.possible_references("partners", Kind::Stakeholder);
    let stakeholders = plan.stakeholders.iter();
    for (id, stakeholder) in stakeholders.filter(|_| unless(EntryKind::Stakeholder)) {
        if !used.stakeholders.contains(&id) {
            let entry = &stakeholder.id;
            let finding = finding(Kind::Stakeholder, entry);
            cx.report_unless_uncertain(references.on(entry).or(member), finding);
        }
    }
    let goal = uncertainty::uncertain_key(
        plan.goals.values().map(|goal| &goal.entry.invalid_keys),
        "mission",
    );
    let goal = cx.unreadable(Kind::Goal).or(goal);
    for (id, mission) in plan.missions.iter().filter(|_| unless(EntryKind::Mission)) {
        if !used.missions.contains(&id) {
            cx.report_unless_uncertain(goal, finding(Kind::Mission, &mission.id));
        }
    }
    let references = cx.possible_references("supports", Kind::Priority);
    for (id, priority) in plan
        .priorities
        .iter()
        .filter(|_| unless(EntryKind::Priority))
    {
        if !used.priorities.contains(&id) {
            let entry = &priority.id;
            cx.report_unless_uncertain(references.on(entry), finding(Kind::Priority, entry));
        }
    }
    // Any text may use an abbreviation.
    let text = plan.unreadable.first().map(Uncertainty::Unreadable);
    let unmentioned = unused_abbreviations(cx);
    for abbreviation in plan.abbreviations.values() {
        let short = &abbreviation.short;
        if unmentioned.contains(short.value.as_str()) {
            let kind = message!("kind-abbreviation");
            let finding = unused(short.span, EntryKind::Abbreviation, kind, short);
            cx.report_unless_uncertain(
                text,
                finding.hint(message!("unused-entry.abbreviation-hint")),
            );
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
            // Others are in use wherever they stand, or have rules of their own.
            Target::Program(_)
            | Target::Opd(_)
            | Target::Pillar(_)
            | Target::Dimension(_)
            | Target::Policy(_)
            | Target::Goal(_)
            | Target::Need(_)
            | Target::District(_)
            | Target::Proposal(_)
            | Target::Chapter(_)
            | Target::Place(_) => {}
        }
    }
}

/// The abbreviations of the registry that nothing printed uses.
fn unused_abbreviations<'a>(cx: &Checker<'a>) -> BTreeSet<&'a str> {
    let entries = cx.plan.abbreviations.values();
    let mut unused: BTreeSet<&str> = entries.map(|entry| entry.short.value.as_str()).collect();
    unused.retain(|short| !OF_THE_BOOK.contains(short));
    let names = cx.texts().names.iter();
    let volumes = cx.plan.volumes.iter();
    let printed = prose::runs(cx.plan, cx.tree, cx.texts())
        .chain(names.map(|name| name.value.as_str()))
        .chain(volumes.map(|volume| volume.title.as_str()));
    for text in printed {
        prose::take_mentioned(&mut unused, text);
        if unused.is_empty() {
            break;
        }
    }
    unused
}

fn finding(kind: Kind, id: &Spanned<String>) -> Finding {
    unused(id.span, kind.into(), kind.name(), id).hint(message!("unused-entry.hint"))
}

fn unused(span: Span, subject: EntryKind, kind: Message, id: &str) -> Finding {
    let finding = Finding::new(&RULE, span, message!("unused-entry", kind = kind, id = id));
    finding.about(subject, id)
}
