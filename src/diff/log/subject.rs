//! Whose history is told.

use std::collections::BTreeSet;

use super::super::unread::Unclear;
use super::super::{Change, Diff, Edit, EntryKind, EntryRef, Kind, Said, Value};
use crate::finding::NameIndex;
use crate::language::{Message, message};
use crate::model;
use crate::project::Project;
use crate::records::Records;

/// Whose history is told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The entry; of an OPD, its programmes too.
    pub key: EntryRef,
    /// The name of an indicator of it, if only that is meant.
    pub indicator: Option<String>,
}

/// Whether a plan has a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    There,
    /// It may be there, in what cannot be read.
    Unread,
    Missing,
}

impl Subject {
    /// Reads `program:layanan-112`, `opd:bpbd`, or `indicator:layanan-112/Waktu tanggap`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix("indicator:") {
            let (program, name) = rest.split_once('/')?;
            return Some(Self {
                key: EntryRef::new(EntryKind::Program, program),
                indicator: Some(name.to_owned()),
            });
        }
        Some(Self {
            key: EntryRef::parse(text)?,
            indicator: None,
        })
    }

    /// Whether a plan has it.
    pub(super) fn state(&self, project: &Project) -> State {
        let Some(plan) = &project.plan else {
            return State::Unread;
        };
        let records = Records::new(plan, &project.tree);
        if !records.has(&self.key) {
            return match Unclear::of(&records).at(&self.key) {
                Some(_) => State::Unread,
                None => State::Missing,
            };
        }
        let Some(name) = &self.indicator else {
            return State::There;
        };
        let program = records.program(&self.key).into_iter();
        let mut indicators = program.flat_map(|program| program.file.all_indicators());
        if indicators.any(|indicator| indicator.name.value == *name) {
            State::There
        } else {
            State::Missing
        }
    }

    /// Whether a plan had it, if only in a file of its own that cannot be read.
    pub(super) fn was_in(&self, project: &Project) -> bool {
        if self.state(project) == State::There {
            return true;
        }
        let mut files = project.tree.iter();
        self.indicator.is_none()
            && files.any(|(_, file)| EntryRef::of_file(&file.role).as_ref() == Some(&self.key))
    }

    /// The entries that are told of and of which a plan says something that cannot be read.
    pub(super) fn unread(&self, project: &Project) -> BTreeSet<EntryRef> {
        let Some(plan) = &project.plan else {
            return BTreeSet::new();
        };
        let records = Records::new(plan, &project.tree);
        let unclear = Unclear::of(&records);
        let mut unread = BTreeSet::new();
        if unclear.at(&self.key).is_some() {
            unread.insert(self.key.clone());
        }
        for (index, file) in project.tree.iter() {
            let is_broken = plan.unreadable.misread.contains(&index);
            // Beside others, an entry that was lost is known by its id.
            if plan.unreadable.unjudged.contains(&index)
                && self.key.kind.is_among_others_in(&file.role)
            {
                unread.insert(self.key.clone());
            }
            let Some(key) = EntryRef::of_file(&file.role) else {
                continue;
            };
            let folder = EntryRef::with_folder_of(&file.role);
            let is_here = key == self.key || folder.as_ref() == Some(&self.key);
            let is_unread = is_broken || unclear.at(&key).is_some();
            if is_unread && is_here {
                unread.insert(key);
            }
        }
        unread
    }

    /// That there never was such an entry, in words, with those that are most like it among
    /// what a plan has, or else among former ids.
    pub(super) fn unknown(&self, project: &Project, former: &BTreeSet<String>) -> Message {
        let records = project.plan.as_ref();
        let records = records.map(|plan| Records::new(plan, &project.tree));
        let program = records
            .as_ref()
            .and_then(|records| records.program(&self.key));
        let (kind, id, known): (_, _, NameIndex) = match (&self.indicator, program) {
            (Some(name), Some(program)) => {
                let names = program.file.all_indicators();
                let names = names.map(|indicator| indicator.name.value.as_str());
                (message!("kind-indicator"), name, names.collect())
            }
            _ => {
                let word = self.key.kind.word();
                let kind = model::Kind::parse(word);
                let kind = kind.map_or_else(|| message!("said", text = word), model::Kind::name);
                let keys = records.iter().flat_map(Records::keys);
                let keys = keys.filter(|key| key.kind == self.key.kind);
                let ids = keys.map(|key| key.id.as_str()).collect();
                (kind, &self.key.id, ids)
            }
        };
        let former: NameIndex = match self.indicator {
            Some(_) => NameIndex::default(),
            None => former.iter().map(String::as_str).collect(),
        };
        let similar = known.meant(id).or_else(|| former.meant(id));
        let hint = similar.unwrap_or_else(|| known.listed(&kind));
        message!("unknown-part", kind = kind, id = id, hint = hint)
    }

    /// Whether a change is about it; it has the name that it has after the change.
    pub(super) fn is_changed_by(&self, change: &Change) -> bool {
        // That something cannot be read changes nothing.
        if change.kind.is_unclear() {
            return false;
        }
        let sides = [&change.before, &change.after];
        let has_opd = sides
            .into_iter()
            .flatten()
            .any(|side| self.key.kind == EntryKind::Opd && side.opd.as_ref() == Some(&self.key));
        // A number that came back is told of both of its programmes.
        let reused = change.kind == Kind::NumberReused;
        let before = change.before.as_ref().filter(|_| reused);
        let mut named = change.side().into_iter().chain(before);
        let concerned = has_opd || named.any(|side| side.key == self.key);
        let Some(name) = &self.indicator else {
            return concerned;
        };
        // That the programme came or went is what became of the indicator too.
        concerned
            && change
                .edits
                .iter()
                .any(|edit| names(edit).contains(&name.as_str()))
    }

    /// What it was called before the changes.
    pub(super) fn before(&self, diff: &Diff) -> Self {
        let key = diff.renames.inverted().key(&self.key);
        self.called(key, diff, |edit| (&edit.after, &edit.before))
    }

    /// What it is called after the changes.
    pub(super) fn after(&self, diff: &Diff) -> Self {
        let key = diff.renames.key(&self.key);
        self.called(key, diff, |edit| (&edit.before, &edit.after))
    }

    /// With another key, and the other name of its indicator if that changed too.
    fn called(
        &self,
        key: EntryRef,
        diff: &Diff,
        sides: fn(&Edit) -> (&Option<Said>, &Option<Said>),
    ) -> Self {
        let indicator = self.indicator.as_ref().map(|known| {
            // Another name may be another way of measuring, by the numbers in it.
            let edits = diff.changes.iter().flat_map(|change| &change.edits);
            let mut other = edits.filter_map(|edit| {
                let (own, other) = sides(edit);
                let (own, other) = (own.as_ref()?, other.as_ref()?);
                let is_own = own.key == self.key && name(own) == Some(known);
                is_own.then(|| name(other)).flatten()
            });
            other
                .find(|name| *name != known.as_str())
                .unwrap_or(known)
                .to_owned()
        });
        Self { key, indicator }
    }
}

/// As it is asked for.
impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.indicator {
            Some(name) => write!(f, "indicator:{}/{name}", self.key.id),
            None => self.key.fmt(f),
        }
    }
}

/// The name of the indicator that a value belongs to.
fn name(said: &Said) -> Option<&str> {
    match (said.path.field, said.path.own_name().first()) {
        ("indicator" | "activity-indicator" | "sub-indicator", Some(Value::Text(name))) => {
            Some(name)
        }
        _ => None,
    }
}

fn names(edit: &Edit) -> Vec<&str> {
    let sides = [&edit.before, &edit.after];
    sides.into_iter().flatten().filter_map(name).collect()
}
