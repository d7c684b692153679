//! Labels of link targets, and the text of references to them.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::Content;
use super::wording::Words;
use crate::language::message;
use crate::model::Show;
use crate::resolve::{Chapter, Found, Id, Narrative, Part, Place, Plan, Program, Target};

/// The label of an entry.
pub(crate) fn label(plan: &Plan, target: Target) -> String {
    match plan.at(target) {
        Found::Entry(entry) => entry.address().to_string(),
        Found::Place(place) => place_label(place),
    }
}

/// The label of a place: by its id, or by where it stands.
fn place_label(place: &Place) -> String {
    let kind = place.kind.word();
    match &place.id {
        Some(id) => format!("{kind}:{id}"),
        None => format!("{kind}:{}.{}", place.span.file.number(), place.span.start()),
    }
}

/// Whether a label says where in a file something stands, which another text before it changes.
pub(crate) fn counts_bytes(label: &str) -> bool {
    label.ends_with(|c: char| c.is_ascii_digit()) && label.contains('.')
}

/// How a reference prints where its text does not say otherwise.
pub(crate) fn title(
    plan: &Plan,
    words: &Words,
    chapters: &BTreeMap<Id<Chapter>, String>,
    target: Target,
) -> String {
    let entry = match plan.at(target) {
        Found::Entry(entry) => entry,
        Found::Place(place) => return place.title.clone(),
    };
    if let Target::Law(id) = target {
        return plan.laws[id].entry.cited();
    }
    let number = match target {
        Target::Program(id) => Some(plan.program_number(id)),
        Target::Chapter(id) => chapters.get(&id).cloned(),
        Target::Priority(id) => {
            let number = &plan.priorities[id].number.value;
            Some(words.say(&message!(
                "book-priority-number",
                number = number.to_string()
            )))
        }
        Target::Opd(_)
        | Target::Pillar(_)
        | Target::Dimension(_)
        | Target::Policy(_)
        | Target::Mission(_)
        | Target::Goal(_)
        | Target::Need(_)
        | Target::Law(_)
        | Target::District(_)
        | Target::Stakeholder(_)
        | Target::Proposal(_)
        | Target::Place(_) => None,
    };
    // As a part of a sentence, a sentence has no full stop.
    let name = if entry.is_sentence() {
        entry.name.trim().trim_end_matches('.')
    } else {
        entry.name
    };
    match number {
        Some(number) => format!("{number} {name}"),
        None => name.to_owned(),
    }
}

/// The link targets of a book, by their labels.
#[derive(Debug, Clone, Default)]
pub(crate) struct LinkTargets(BTreeSet<String>);

impl LinkTargets {
    /// The labels of a book with these parts, or of a single programme or OPD.
    pub fn of(plan: &Plan, parts: &[Part], alone: Option<Target>) -> Self {
        let mut present = Self::default();
        for part in parts {
            match *part {
                Part::Chapter(id) => {
                    present.add(plan, Target::Chapter(id));
                    present.narrative(plan, &plan.chapters[id].narrative);
                }
                Part::Pillar(id) => {
                    let pillar = &plan.pillars[id];
                    present.add(plan, Target::Pillar(id));
                    present.add_all(
                        plan,
                        pillar.dimensions.iter().map(|&id| Target::Dimension(id)),
                    );
                    present.add_all(plan, pillar.policies.iter().map(|&id| Target::Policy(id)));
                    for narrative in &pillar.narrative {
                        present.narrative(plan, narrative);
                    }
                    for &program in &pillar.programs {
                        present.program(plan, program);
                    }
                }
                Part::Opds => {
                    for (id, _) in plan.opds.iter() {
                        present.opd(plan, id);
                    }
                }
                Part::OpdList => {
                    present.add_all(plan, plan.opds.iter().map(|(id, _)| Target::Opd(id)));
                }
                Part::Generated(generated) => {
                    for show in generated.shows() {
                        present.add_all(plan, shown_by(plan, *show));
                    }
                }
                Part::Cover
                | Part::Approval
                | Part::Commitments
                | Part::AtAGlance
                | Part::Promises
                | Part::Decisions
                | Part::Contents
                | Part::Tables
                | Part::Figures
                | Part::Abbreviations
                | Part::Budget
                | Part::Index
                | Part::ActionMatrix => {}
            }
        }
        match alone {
            Some(Target::Program(id)) => present.program(plan, id),
            Some(Target::Opd(id)) => {
                present.opd(plan, id);
                for &program in &plan.opds[id].programs {
                    present.program(plan, program);
                }
            }
            _ => {}
        }
        present
    }

    fn program(&mut self, plan: &Plan, id: Id<Program>) {
        self.add(plan, Target::Program(id));
        for narrative in &plan.programs[id].narrative {
            self.narrative(plan, narrative);
        }
    }

    fn opd(&mut self, plan: &Plan, id: Id<crate::resolve::Opd>) {
        self.add(plan, Target::Opd(id));
        for narrative in &plan.opds[id].narrative {
            self.narrative(plan, narrative);
        }
    }

    fn narrative(&mut self, plan: &Plan, narrative: &Narrative) {
        let places = narrative.places.values();
        self.add_all(plan, places.map(|&id| Target::Place(id)));
        for show in narrative.shows() {
            self.add_all(plan, shown_by(plan, show));
        }
    }

    fn add(&mut self, plan: &Plan, target: Target) {
        self.0.insert(label(plan, target));
    }

    fn add_all(&mut self, plan: &Plan, targets: impl IntoIterator<Item = Target>) {
        for target in targets {
            self.add(plan, target);
        }
    }

    /// Whether an entry has a place in the book.
    pub fn holds(&self, plan: &Plan, target: Target) -> bool {
        self.0.contains(&label(plan, target))
    }

    /// Makes content jump to an entry, if the entry is in this book.
    pub fn link(&self, plan: &Plan, target: Target, body: Content) -> Content {
        let label = label(plan, target);
        if self.0.contains(&label) {
            Content::link_to(&label, body)
        } else {
            body
        }
    }
}

/// The entries that a block gives a place to jump to.
fn shown_by(plan: &Plan, show: Show) -> impl Iterator<Item = Target> {
    let block = show.block();
    let kinds = block.of.iter().filter(move |_| block.is_registry);
    let entries = kinds.flat_map(|kind| plan.entries_of(*kind));
    entries.filter_map(|entry| entry.target)
}
