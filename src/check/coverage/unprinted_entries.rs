//! Entries that stand in no book.

use std::collections::BTreeSet;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::model::{EntryKind, Show};
use crate::resolve::{Narrative, Opd, Part, Plan};
use crate::source::Span;

/// The rule. A draft may still be without outlines worth the name.
pub static RULE: Rule = Rule::release_only("COV016", "unprinted-entries", Group::Coverage).example(
    "plan.toml",
    "[[volume]]\n\
         body = [\"chapter:pendahuluan\", \"pillars\"]  # tanpa \"opd\"",
    "[[volume]]\nbody = [\"chapter:pendahuluan\", \"pillars\", \"opd\"]",
);

/// A kind of entries: the first one, what it is called, what prints it, and the part
/// that does.
struct Kind {
    first: Option<Span>,
    name: Message,
    shows: &'static [Show],
    part: &'static str,
}

/// Looks for a volume that prints each kind of entries.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let parts: Vec<Part> = plan
        .volumes
        .iter()
        .flat_map(|volume| volume.front.iter().chain(&volume.body).chain(&volume.annex))
        .copied()
        .collect();
    let shown: BTreeSet<Show> = parts
        .iter()
        .flat_map(|part| shown_by(plan, *part))
        .collect();
    for kind in kinds(plan) {
        let printed = kind.shows.iter().any(|show| shown.contains(show));
        if let Some(first) = kind.first.filter(|_| !printed) {
            cx.report(unprinted(first, kind.name, kind.part));
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

/// The kinds of entries that are printed as tables and figures.
fn kinds(plan: &Plan) -> [Kind; 12] {
    let kind = |first, name, shows, part| Kind {
        first,
        name,
        shows,
        part,
    };
    // Those of a pillar stand in its chapter.
    let need = plan.needs.values().find(|need| need.pillar.is_none());
    // Their names and years stand in more than one place.
    let phase = plan
        .file
        .phases
        .iter()
        .find_map(|phase| phase.description.as_ref());
    [
        kind(
            phase.map(|description| description.span),
            message!("unprinted-entries.phases"),
            &[Show::Phases],
            "road-map",
        ),
        kind(
            plan.laws.values().next().map(|law| law.entry.id.span),
            message!("unprinted-entries.laws"),
            &[Show::Laws],
            "legal-basis",
        ),
        kind(
            plan.missions.values().next().map(|entry| entry.id.span),
            message!("unprinted-entries.missions"),
            &[Show::Rpjmd],
            "vision",
        ),
        kind(
            plan.goals.values().next().map(|goal| goal.entry.id.span),
            message!("unprinted-entries.goals"),
            &[Show::Rpjmd, Show::Goals, Show::Alignment],
            "vision",
        ),
        kind(
            plan.priorities.values().next().map(|entry| entry.id.span),
            message!("unprinted-entries.priorities"),
            &[Show::Priorities],
            "vision",
        ),
        kind(
            need.map(|need| need.entry.id.span),
            message!("unprinted-entries.needs"),
            &[Show::Needs],
            "readiness",
        ),
        kind(
            plan.readiness.values().next().map(|entry| entry.id.span),
            message!("unprinted-entries.readiness"),
            &[Show::Readiness, Show::ReadinessChart],
            "readiness",
        ),
        kind(
            plan.members.values().next().map(|member| member.entry.span),
            message!("unprinted-entries.council"),
            &[Show::Council],
            "governance",
        ),
        kind(
            plan.stakeholders.values().next().map(|entry| entry.id.span),
            message!("unprinted-entries.stakeholders"),
            &[Show::Stakeholders],
            "governance",
        ),
        kind(
            plan.districts.values().next().map(|entry| entry.id.span),
            message!("unprinted-entries.districts"),
            &[Show::Districts],
            "governance",
        ),
        kind(
            plan.proposals
                .values()
                .next()
                .map(|one| one.file.title.span),
            message!("unprinted-entries.proposals"),
            &[Show::Proposals],
            "proposals",
        ),
        kind(
            plan.evaluations
                .values()
                .next()
                .map(|one| one.file.title.span),
            message!("unprinted-entries.evaluations"),
            &[Show::Evaluations],
            "evaluation",
        ),
    ]
}

/// The tables and figures of a part.
fn shown_by(plan: &Plan, part: Part) -> Vec<Show> {
    let embedded = |narratives: &[Narrative]| {
        let embeds = narratives.iter().flat_map(|one| one.embeds.values());
        embeds.map(|embed| embed.show.value).collect::<Vec<Show>>()
    };
    match part {
        Part::Chapter(id) => embedded(std::slice::from_ref(&plan.chapters[id].narrative)),
        Part::Pillar(id) => {
            let pillar = &plan.pillars[id];
            let programs = pillar.programs.iter();
            let cards = programs.flat_map(|id| embedded(&plan.programs[*id].narrative));
            embedded(&pillar.narrative)
                .into_iter()
                .chain(cards)
                .collect()
        }
        Part::Opds => {
            let opds = plan.opds.values();
            opds.flat_map(|opd| embedded(&opd.narrative)).collect()
        }
        Part::Generated(part) => part.shows().to_vec(),
        Part::Cover
        | Part::Contents
        | Part::Approval
        | Part::Commitments
        | Part::Tables
        | Part::Figures
        | Part::Abbreviations
        | Part::Budget
        | Part::ActionMatrix
        | Part::OpdList
        | Part::Index => Vec::new(),
    }
}
