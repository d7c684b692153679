//! The entries of a plan by their addresses.

use super::Plan;
use crate::model::{EntryKind, EntryRef};
use crate::source::{Span, Spanned};

impl Plan {
    /// The ids of all entries of a kind in the order of the plan, each with the place where
    /// it is given: that of the key, or the beginning of the file that is named so. Kinds of
    /// which there is but one entry have none, and neither have images.
    pub fn ids(&self, kind: EntryKind) -> Vec<(&str, Span)> {
        fn given<'p>(ids: impl Iterator<Item = &'p Spanned<String>>) -> Vec<(&'p str, Span)> {
            ids.map(|id| (id.value.as_str(), id.span)).collect()
        }
        fn named<'p>(ids: impl Iterator<Item = (&'p String, Span)>) -> Vec<(&'p str, Span)> {
            ids.map(|(id, span)| (id.as_str(), span)).collect()
        }
        match kind {
            EntryKind::Program => named(self.programs.values().map(|one| (&one.id, one.file.span))),
            EntryKind::Opd => named(self.opds.values().map(|one| (&one.id, one.file.span))),
            EntryKind::Pillar => named(self.pillars.values().map(|one| (&one.id, one.file.span))),
            EntryKind::Proposal => {
                named(self.proposals.values().map(|one| (&one.id, one.file.span)))
            }
            EntryKind::Chapter => {
                let chapters = self.chapters.values();
                named(chapters.map(|one| (&one.id, Span::file(one.narrative.file))))
            }
            EntryKind::Dimension => given(self.dimensions.values().map(|one| &one.entry.id)),
            EntryKind::Policy => given(self.policies.values().map(|one| &one.entry.id)),
            EntryKind::Mission => given(self.missions.values().map(|one| &one.id)),
            EntryKind::Goal => given(self.goals.values().map(|one| &one.entry.id)),
            EntryKind::Priority => given(self.priorities.values().map(|one| &one.id)),
            EntryKind::Need => given(self.needs.values().map(|one| &one.entry.id)),
            EntryKind::Law => given(self.laws.values().map(|one| &one.entry.id)),
            EntryKind::District => given(self.districts.values().map(|one| &one.id)),
            EntryKind::Stakeholder => given(self.stakeholders.values().map(|one| &one.id)),
            EntryKind::Abbreviation => given(self.abbreviations.values().map(|one| &one.short)),
            EntryKind::Readiness => given(self.readiness.values().map(|one| &one.id)),
            EntryKind::Phase => given(self.file.phases.iter().map(|one| &one.id)),
            EntryKind::Volume => {
                let written = |id: &str| {
                    let mut volumes = self.file.volumes.iter();
                    volumes
                        .find(|one| one.id.value == id)
                        .map(|one| one.id.span)
                };
                let volumes = self.volumes.iter();
                named(volumes.map(|one| (&one.id, written(&one.id).unwrap_or(Span::of_plan()))))
            }
            EntryKind::Evaluation => {
                let evaluations = self.evaluations.values();
                named(evaluations.map(|one| (&one.id, one.file.span)))
            }
            EntryKind::Plan | EntryKind::Rpjmd | EntryKind::Council | EntryKind::Asset => {
                Vec::new()
            }
        }
    }

    /// Where the id of an entry is given, or `None` if there is no such entry.
    pub fn span(&self, entry: &EntryRef) -> Option<Span> {
        let mut ids = self.ids(entry.kind).into_iter();
        ids.find_map(|(id, span)| (id == entry.id).then_some(span))
    }
}
