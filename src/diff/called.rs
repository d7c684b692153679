//! Names and numbers of the entries of a plan and of what stands in them, and their order.

use std::collections::BTreeMap;

use crate::address::PlaceKind;
use crate::model::{EntryKind, EntryRef};
use crate::records::Records;
use crate::resolve::{Plan, PlanValue};
use crate::source::SourceTree;

/// What a plan calls things. A report asks for it, which knows no plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Called {
    /// What the entries are called, programmes with their number; empty for those without a
    /// name.
    names: BTreeMap<EntryRef, String>,
    /// Numbers of programmes and abbreviations of OPD.
    short: BTreeMap<EntryRef, String>,
    /// Titles and captions of headings, figures and tables that have an id.
    places: BTreeMap<PlaceKind, BTreeMap<String, String>>,
    /// Values that narrative refers to, by what references call them.
    values: BTreeMap<String, PlanValue>,
    /// What the findings of evaluations say, by evaluation and id.
    findings: BTreeMap<EntryRef, BTreeMap<String, String>>,
    /// Pillars and OPD by their place in the plan.
    order: BTreeMap<EntryRef, usize>,
}

impl Called {
    /// What a plan calls things.
    pub fn of(records: &Records<'_>) -> Self {
        let plan = records.plan;
        let mut names = records.names();
        for one in plan.laws.values() {
            let key = EntryRef::new(EntryKind::Law, &one.entry.id.value);
            names.insert(key, one.entry.cited());
        }
        name_pictures(plan, records.tree, &mut names);
        let mut short = BTreeMap::new();
        for key in records.keys() {
            let word = match records.opd(key) {
                Some(opd) => Some(opd.file.abbreviation.value.clone()),
                None => records.number(key),
            };
            short.extend(word.map(|word| (key.clone(), word)));
        }
        let mut places: BTreeMap<PlaceKind, BTreeMap<String, String>> = BTreeMap::new();
        for place in plan.places.values() {
            if let Some(id) = &place.id {
                let titles = places.entry(place.kind).or_default();
                titles.insert(id.clone(), place.title.trim().to_owned());
            }
        }
        let texts = plan.entries().flat_map(|entry| entry.texts);
        let values = texts.flat_map(|text| text.values.values());
        let values = values.map(|value| (value.name.clone(), value.clone()));
        let evaluations = plan.evaluations.values();
        let findings = evaluations.map(|one| {
            let key = EntryRef::new(EntryKind::Evaluation, one.date.to_string());
            let said = one.file.findings.iter();
            let said = said.map(|one| (one.id.value.clone(), one.text.value.clone()));
            (key, said.collect())
        });
        let pillars = plan.pillars.values();
        let pillars = pillars.map(|one| EntryRef::new(EntryKind::Pillar, &one.id));
        let opds = plan.opds.values();
        let opds = opds.map(|one| EntryRef::new(EntryKind::Opd, &one.id));
        let places_of = pillars.chain(opds).enumerate();
        Self {
            findings: findings.collect(),
            order: places_of.map(|(at, key)| (key, at)).collect(),
            values: values.collect(),
            names,
            short,
            places,
        }
    }

    /// Adds what another plan calls things.
    #[cfg(feature = "revisions")]
    pub fn add(&mut self, other: Self) {
        self.names.extend(other.names);
        self.short.extend(other.short);
        self.places.extend(other.places);
        self.values.extend(other.values);
        self.findings.extend(other.findings);
        self.order.extend(other.order);
    }

    /// The entries.
    pub fn entries(&self) -> impl Iterator<Item = &EntryRef> {
        self.names.keys()
    }

    /// What an entry is called. `None` if it has no name.
    pub fn name(&self, key: &EntryRef) -> Option<&String> {
        self.names.get(key).filter(|name| !name.is_empty())
    }

    /// The number of a programme, the abbreviation of an OPD.
    pub fn short(&self, key: &EntryRef) -> Option<&String> {
        self.short.get(key).filter(|name| !name.is_empty())
    }

    /// The title or caption of a heading, a figure or a table. `None` if it has none.
    pub fn place(&self, kind: PlaceKind, id: &str) -> Option<&String> {
        let title = self.places.get(&kind)?.get(id);
        title.filter(|title| !title.is_empty())
    }

    /// The value that references call so.
    pub fn value(&self, name: &str) -> Option<&PlanValue> {
        self.values.get(name)
    }

    /// What a finding of an evaluation says.
    pub fn finding(&self, evaluation: &EntryRef, id: &str) -> Option<&String> {
        self.findings.get(evaluation)?.get(id)
    }

    /// The place of a pillar or an OPD in the plan.
    pub fn order(&self, key: &EntryRef) -> Option<usize> {
        self.order.get(key).copied()
    }
}

/// Calls pictures by the caption under which a text shows them, and all other files by their
/// name.
fn name_pictures(plan: &Plan, tree: &SourceTree, names: &mut BTreeMap<EntryRef, String>) {
    for (key, name) in names.iter_mut() {
        if key.kind == EntryKind::Asset
            && let Some((_, file)) = key.id.rsplit_once('/')
        {
            file.clone_into(name);
        }
    }
    let chapters = plan.chapters.values().map(|one| &one.narrative);
    let pillars = plan.pillars.values().flat_map(|one| &one.narrative);
    let opds = plan.opds.values().flat_map(|one| &one.narrative);
    let programs = plan.programs.values().flat_map(|one| &one.narrative);
    for text in chapters.chain(pillars).chain(opds).chain(programs) {
        for image in text.images.values() {
            let caption = image.caption.as_ref().map(|caption| caption.trim());
            let key = EntryRef::new(EntryKind::Asset, &image.path);
            if let Some(caption) = caption.filter(|caption| !caption.is_empty())
                && tree.find(&image.path).is_some()
            {
                names.insert(key, caption.to_owned());
            }
        }
    }
}
