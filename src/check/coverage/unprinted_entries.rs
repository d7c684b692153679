//! Entries that stand in no book.

use std::collections::BTreeSet;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::model::EntryKind::{
    self, Council, District, Evaluation, Goal, Law, Mission, Need, Phase, Priority, Proposal,
    Readiness, Stakeholder,
};
use crate::model::{Home, Show};
use crate::resolve::{Generated, Narrative, Opd, Part, Plan};
use crate::source::Span;

/// The rule. A draft may still be without outlines worth the name.
pub static RULE: Rule = Rule::release_only("COV016", "unprinted-entries", Group::Coverage).example(
    "plan.toml",
    "[[volume]]\n\
         body = [\"chapter:pendahuluan\", \"pillars\"]  # tanpa \"opd\"",
    "[[volume]]\nbody = [\"chapter:pendahuluan\", \"pillars\", \"opd\"]",
);

/// Looks for a volume that prints each kind of entries.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let parts: Vec<Part> = plan
        .volumes
        .iter()
        .flat_map(|volume| volume.front.iter().chain(&volume.body).chain(&volume.annex))
        .copied()
        .collect();
    let shows = parts.iter().flat_map(|part| shown_by(plan, *part));
    let printed: BTreeSet<EntryKind> = shows.flat_map(|show| show.block().of).copied().collect();
    for (kind, first, name) in kinds(plan) {
        if let Some(first) = first.filter(|_| !printed.contains(&kind)) {
            cx.report(unprinted(first, name, part_of(kind)));
        }
    }
    for (id, pillar) in plan.pillars.iter() {
        if !parts.contains(&Part::Pillar(id)) {
            let hint = format!("pillar:{}", pillar.id);
            let name = message!("unprinted-entries.pillar", name = &pillar.file.name.value);
            cx.report(
                unprinted(pillar.file.name.span, name, &hint).about(EntryKind::Pillar, &pillar.id),
            );
        }
    }
    // The list has the names and nothing else.
    let listed = parts.contains(&Part::OpdList);
    let is_unprinted = |opd: &&Opd| {
        !listed
            || opd.file.summary.is_some()
            || opd.file.source.is_some()
            || !opd.narrative.is_empty()
    };
    if let Some(opd) = plan.opds.values().find(is_unprinted)
        && !parts.contains(&Part::Opds)
    {
        let name = message!("unprinted-entries.opd");
        cx.report(unprinted(opd.file.name.span, name, "opd"));
    }
    if let Some(entry) = plan.abbreviations.values().next()
        && !parts.contains(&Part::Abbreviations)
    {
        let name = message!("unprinted-entries.abbreviations");
        cx.report(unprinted(entry.short.span, name, "abbreviations"));
    }
}

fn unprinted(first: Span, name: Message, part: &str) -> Finding {
    Finding::new(&RULE, first, message!("unprinted-entries", name = name))
        .hint(message!("unprinted-entries.hint", part = part))
}

/// The chapter that is made of a kind of entries.
fn part_of(kind: EntryKind) -> &'static str {
    let has = |part: &&Generated| {
        let mut shows = part.shows().iter();
        shows.any(|show| show.block().of.contains(&kind))
    };
    let part = Generated::ALL.iter().find(has);
    part.map_or("", |part| part.word())
}

/// The kinds of entries that are printed as tables and figures, each with the first one and
/// what they are called.
fn kinds(plan: &Plan) -> impl Iterator<Item = (EntryKind, Option<Span>, Message)> {
    // Their names and years stand in more than one place.
    let mut phases = plan.file.phases.iter();
    let phase = phases.find_map(|phase| phase.description.as_ref());
    // Those of a pillar stand in its chapter.
    let need = plan.needs.values().find(|need| need.pillar.is_none());
    let member = plan.members.values().next();
    let some = [
        (
            Phase,
            phase.map(|description| description.span),
            message!("unprinted-entries.phases"),
        ),
        (
            Need,
            need.map(|need| need.entry.id.span),
            message!("unprinted-entries.needs"),
        ),
        (
            Council,
            member.map(|member| member.entry.span),
            message!("unprinted-entries.council"),
        ),
    ];
    let all = [
        (Law, message!("unprinted-entries.laws")),
        (Mission, message!("unprinted-entries.missions")),
        (Goal, message!("unprinted-entries.goals")),
        (Priority, message!("unprinted-entries.priorities")),
        (Readiness, message!("unprinted-entries.readiness")),
        (Stakeholder, message!("unprinted-entries.stakeholders")),
        (District, message!("unprinted-entries.districts")),
        (Proposal, message!("unprinted-entries.proposals")),
        (Evaluation, message!("unprinted-entries.evaluations")),
    ];
    let all = all.into_iter().map(|(kind, name)| {
        let entries = plan.entries_of(kind);
        let first = entries.first().map(|entry| match kind.home() {
            Home::Own => entry.name_span,
            Home::Plan | Home::Pillar | Home::Registry | Home::File => entry.span,
        });
        (kind, first, name)
    });
    some.into_iter().chain(all)
}

/// What the blocks of a part show.
fn shown_by(plan: &Plan, part: Part) -> Vec<Show> {
    match part {
        Part::Chapter(id) => plan.chapters[id].narrative.shows().collect(),
        Part::Pillar(id) => {
            let pillar = &plan.pillars[id];
            let programs = pillar.programs.iter();
            let cards = programs.flat_map(|id| &plan.programs[*id].narrative);
            let texts = pillar.narrative.iter().chain(cards);
            texts.flat_map(Narrative::shows).collect()
        }
        Part::Opds => {
            let texts = plan.opds.values().flat_map(|opd| &opd.narrative);
            texts.flat_map(Narrative::shows).collect()
        }
        Part::Generated(part) => part.shows().to_vec(),
        Part::Cover
        | Part::Contents
        | Part::Approval
        | Part::Commitments
        | Part::AtAGlance
        | Part::Promises
        | Part::Decisions
        | Part::Tables
        | Part::Figures
        | Part::Abbreviations
        | Part::Budget
        | Part::ActionMatrix
        | Part::OpdList
        | Part::Index => Vec::new(),
    }
}
