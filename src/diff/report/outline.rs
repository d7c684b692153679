//! In which order changes are told: by pillar and OPD, and what belongs to neither last.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::{Change, EntryKind, EntryRef, Severity};
use super::side::Audience;
use super::wording::is_for_authors;
use super::{Report, ReportWriter};
use crate::value::natural;

/// Changes under one heading.
pub(super) struct Section<'a> {
    /// The heading.
    pub title: String,
    /// The changes, those of one entry together, the gravest first.
    pub changes: Vec<&'a Change>,
}

/// Puts the entry with the gravest change first, and the gravest change of each; of those
/// that are equally grave, programmes by their numbers.
fn gravest_first(changes: &mut [&Change]) {
    let mut entries: BTreeMap<EntryRef, (Severity, usize)> = BTreeMap::new();
    for (at, change) in changes.iter().enumerate() {
        if let Some(side) = change.side() {
            let entry = entries.entry(side.key.clone());
            let (gravest, _) = entry.or_insert((change.severity, at));
            *gravest = change.severity.max(*gravest);
        }
    }
    changes.sort_by_cached_key(|change| {
        let side = change.side();
        let number = side.and_then(|side| side.number.as_deref()).map(natural);
        let entry = side.and_then(|side| entries.get(&side.key));
        let (gravest, at) = entry.copied().unzip();
        (gravest.map(Reverse), number, at, Reverse(change.severity))
    });
}

impl<'a> ReportWriter<'a> {
    /// All changes that are not accepted, under the pillar and the OPD of each.
    pub(super) fn sections(&self) -> Vec<Section<'a>> {
        let report: &'a Report<'a> = self.report;
        let diff = report.diff;
        let mut sections: BTreeMap<_, Section<'a>> = BTreeMap::new();
        for change in self.open() {
            let side = change.side();
            let of = |key: Option<&EntryRef>| key.map(|key| diff.name(key));
            let pillar = side.and_then(|side| side.pillar.as_ref());
            let opd = side.and_then(|side| side.opd.as_ref());
            let places: Vec<String> = of(pillar).into_iter().chain(of(opd)).collect();
            let kind = side.map(|side| side.key.kind);
            let title = match (places.is_empty(), kind) {
                (false, _) => places.join(" · "),
                (true, Some(EntryKind::Plan)) => self.say("diff-plan", Vec::new()),
                (true, _) => self.say("diff-others", Vec::new()),
            };
            // What belongs to a pillar first, then what belongs to an OPD alone.
            let order = (
                pillar.is_none() && opd.is_none(),
                pillar.is_none(),
                pillar.map(|key| (diff.order(key), key)),
                opd.map(|key| (diff.order(key), key)),
                (places.is_empty()).then_some(kind != Some(EntryKind::Plan)),
            );
            let section = sections.entry(order).or_insert_with(|| Section {
                title,
                changes: Vec::new(),
            });
            section.changes.push(change);
        }
        let mut sections: Vec<Section<'a>> = sections.into_values().collect();
        for section in &mut sections {
            gravest_first(&mut section.changes);
        }
        sections
    }

    /// The changes that are told and not accepted.
    pub(super) fn open(&self) -> impl Iterator<Item = &'a Change> {
        self.told().filter(|change| change.accepted.is_none())
    }

    /// The changes that are told and accepted.
    pub(super) fn accepted(&self) -> Vec<&'a Change> {
        let told = self.told();
        told.filter(|change| change.accepted.is_some()).collect()
    }

    /// The changes that are shown to those whom the report is for.
    pub(super) fn told(&self) -> impl Iterator<Item = &'a Change> {
        let shown = &self.report.shown;
        self.known().filter(move |change| shown.has(change))
    }

    /// The changes that those want to know whom the report is for, shown or not.
    pub(super) fn known(&self) -> impl Iterator<Item = &'a Change> {
        let audience = self.report.audience;
        let changes = self.report.diff.changes.iter();
        changes.filter(move |change| match audience {
            Audience::Author => true,
            Audience::Council => !is_for_authors(change),
        })
    }
}
