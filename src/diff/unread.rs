//! What a plan has and does not say, because it cannot be read.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

use siphasher::sip::SipHasher13;

use super::edit;
use super::renames::Renames;
use crate::model::{Collection, EntryKind, EntryRef, Home};
use crate::records::Records;
use crate::source::{FileIndex, Role, SourceFile, Span};

/// What cannot be read of a plan.
pub(super) struct Unclear<'a> {
    records: &'a Records<'a>,
    /// Entries of which nothing can be read and whose ids are known, with where they stand.
    lost: BTreeMap<EntryRef, Span>,
}

impl<'a> Unclear<'a> {
    pub fn of(records: &'a Records<'a>) -> Self {
        let files = records.tree.iter();
        let files = files.filter_map(|(index, file)| {
            Some((EntryRef::declared_by(&file.role)?, Span::file(index)))
        });
        let named = records.plan.unreadable.named();
        let named = named.filter_map(|(kind, id, span)| {
            let kind = EntryRef::parse(kind.word())?.kind;
            Some((EntryRef::new(kind, id), span))
        });
        let lost = files.chain(named).filter(|(key, _)| !records.has(key));
        Self {
            records,
            lost: lost.collect(),
        }
    }

    /// The entries of which nothing can be read, as far as their ids are known.
    pub fn keys(&self) -> impl Iterator<Item = &EntryRef> {
        self.lost.keys()
    }

    /// Where an entry may stand that cannot be read. `None` for one that can, and for one
    /// that the plan does not have.
    pub fn at(&self, key: &EntryRef) -> Option<Span> {
        if let Some(span) = self.lost.get(key) {
            return Some(*span);
        }
        if self.records.has(key) {
            return None;
        }
        let plan = self.records.plan;
        let lost = &plan.unreadable;
        match (key.kind.home(), key.kind.reference()) {
            (Home::Plan, _) if key.kind.is_single() => None,
            (Home::Plan, _) => {
                let file = plan.file.title.span.file;
                lost.misread.contains(&file).then(|| Span::file(file))
            }
            // It is known by the name of its file, unless the folder cannot be read.
            (Home::Own, Some(kind)) => lost.id_at(kind),
            (Home::Own, None) => None,
            (Home::Pillar | Home::Registry | Home::File, Some(kind)) => {
                lost.entry_at(kind, &key.id)
            }
            (Home::Pillar | Home::Registry | Home::File, None) => {
                let members = (key.kind == EntryKind::Council).then_some(Collection::Members);
                let own = lost.unnamed_at(key.kind);
                own.or_else(|| lost.unnamed_at(members?))
            }
        }
    }

    /// Whether an entry is there of which not everything is understood.
    pub fn is_partial(&self, key: &EntryRef) -> bool {
        let misread = &self.records.plan.unreadable.misread;
        let mut files = self.records.sources(key).into_iter();
        files.any(|file| misread.contains(&file))
    }

    /// The files of which not everything is understood and that are those of no one entry.
    /// Templates say nothing of the plan, and what is no part of it neither.
    pub fn files(&self) -> BTreeSet<&'a str> {
        let (records, misread) = (self.records, &self.records.plan.unreadable.misread);
        if misread.is_empty() {
            return BTreeSet::new();
        }
        let entries = records.keys().flat_map(|key| records.sources(key));
        let known: BTreeSet<FileIndex> = entries.collect();
        let files = misread.iter().filter(|index| !known.contains(*index));
        files
            .filter_map(|index| records.tree.get(*index))
            .filter(|file| {
                EntryRef::declared_by(&file.role).is_none()
                    && !matches!(
                        file.role,
                        Role::Plan | Role::Template | Role::Words | Role::Unknown
                    )
            })
            .map(|file| file.path.as_str())
            .collect()
    }

    /// What is known of an entry in all its words, for a fingerprint: what it says, or else
    /// the file that cannot be read.
    pub fn digest(&self, key: &EntryRef) -> u64 {
        let mut hasher = SipHasher13::new();
        let mut add = |part: &str| {
            hasher.write(part.as_bytes());
            hasher.write_u8(0);
        };
        for said in edit::whole(self.records, key) {
            add(&said.path.to_string());
            add(&said.value.to_string());
        }
        let lost = self.lost.get(key).map(|span| span.file);
        let partial = self.is_partial(key).then(|| self.records.sources(key));
        for file in partial.into_iter().flatten().chain(lost) {
            add(self.records.tree.get(file).map_or("", |file| &file.text));
        }
        hasher.finish()
    }
}

/// Programmes whose money is in no sum of either plan, by their ids in the first and in
/// the second: those of which one of the plans does not say all.
pub(super) fn left_out(
    base: &Unclear<'_>,
    head: &Unclear<'_>,
    renames: &Renames,
) -> [BTreeSet<EntryRef>; 2] {
    let is_unclear =
        |plan: &Unclear<'_>, key: &EntryRef| plan.at(key).is_some() || plan.is_partial(key);
    let names = renames.inverted();
    let of = |plan: &Unclear<'_>| -> BTreeSet<EntryRef> {
        let keys = plan.records.keys();
        let keys = keys.filter(|key| key.kind == EntryKind::Program);
        keys.cloned().collect()
    };
    let before = of(base).into_iter();
    let before = before.filter(|key| is_unclear(base, key) || is_unclear(head, &renames.key(key)));
    let after = of(head).into_iter();
    let after = after.filter(|key| is_unclear(head, key) || is_unclear(base, &names.key(key)));
    [before.collect(), after.collect()]
}

/// Whether two files say the same, wherever they lie.
pub(super) fn is_same(one: Option<&SourceFile>, other: Option<&SourceFile>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => {
            (one.readable, &one.text, &one.bytes) == (other.readable, &other.text, &other.bytes)
        }
        (None, None) => true,
        _ => false,
    }
}

/// The text of a file, for a fingerprint.
pub(super) fn digest(file: Option<&SourceFile>) -> u64 {
    let mut hasher = SipHasher13::new();
    hasher.write(file.map_or("", |file| &file.text).as_bytes());
    hasher.finish()
}
