//! In which order changes are told: by pillar and OPD, and what belongs to neither last.

use std::collections::BTreeMap;

use super::super::{Change, EntryKind, Key};
use super::Teller;

/// Changes under one heading.
pub(super) struct Section<'a> {
    /// The heading.
    pub title: String,
    /// The changes, the gravest of each entry first.
    pub changes: Vec<&'a Change>,
}

impl<'a> Teller<'a> {
    /// All changes that are not accepted, under the pillar and the OPD of each.
    pub(super) fn sections(&self) -> Vec<Section<'a>> {
        let diff = self.report.diff;
        let mut sections: BTreeMap<_, Section<'a>> = BTreeMap::new();
        for change in diff
            .changes
            .iter()
            .filter(|change| change.accepted.is_none())
        {
            let side = change.side();
            let of = |key: Option<&Key>| key.map(|key| diff.name(key));
            let pillar = side.and_then(|side| side.pillar.as_ref());
            let opd = side.and_then(|side| side.opd.as_ref());
            let places: Vec<String> = of(pillar).into_iter().chain(of(opd)).collect();
            let kind = side.map(|side| side.key.kind);
            let title = match (places.is_empty(), kind) {
                (false, _) => places.join(" · "),
                (true, Some(EntryKind::Plan)) => "plan.toml".to_owned(),
                (true, _) => self.say("diff-others", Vec::new()),
            };
            // What belongs to a pillar first, then what belongs to an OPD alone.
            let order = (
                pillar.is_none() && opd.is_none(),
                pillar.is_none(),
                pillar.cloned(),
                opd.cloned(),
                (places.is_empty()).then_some(kind != Some(EntryKind::Plan)),
            );
            let section = sections.entry(order).or_insert_with(|| Section {
                title,
                changes: Vec::new(),
            });
            section.changes.push(change);
        }
        sections.into_values().collect()
    }

    /// The changes that are accepted.
    pub(super) fn accepted(&self) -> Vec<&'a Change> {
        let changes = self.report.diff.changes.iter();
        changes.filter(|change| change.accepted.is_some()).collect()
    }
}
