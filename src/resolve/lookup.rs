//! Ids of one kind, and the search for them.

use std::collections::BTreeMap;

use super::arena::Id;
use crate::finding::{Findings, rules};
use crate::model::{Kind, is_id};
use crate::source::{SourceTree, Span};

/// All ids of one kind. An entry that exists but could not be read keeps its
/// place with no index: a reference to it is not worth another finding.
pub struct Lookup<T> {
    kind: Kind,
    /// By the lower-case id, since ids that differ in case only collide on
    /// many file systems.
    ids: BTreeMap<String, Known<T>>,
}

struct Known<T> {
    id: String,
    span: Span,
    index: Option<Id<T>>,
}

impl<T> Lookup<T> {
    /// An empty lookup.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            ids: BTreeMap::new(),
        }
    }

    /// Registers an id; reports a malformed one and one that is taken.
    pub fn insert(&mut self, id: &str, span: Span, index: Option<Id<T>>, findings: &mut Findings) {
        let kind = self.kind.name();
        let key = id.to_lowercase();
        if let Some(first) = self.ids.get(&key) {
            findings.push(if first.id == id {
                rules::duplicate_id::found(span, first.span, kind, id)
            } else {
                rules::id_case::found(span, first.span, kind, id, &first.id)
            });
            return;
        }
        if !is_id(id) {
            findings.push(rules::invalid_id::found(span, kind, id));
        }
        self.ids.insert(
            key,
            Known {
                id: id.to_owned(),
                span,
                index,
            },
        );
    }

    /// Whether the id exists, readable or not.
    pub fn contains(&self, id: &str) -> bool {
        self.exact(id).is_some()
    }

    /// The entry behind an id, without a finding where there is none.
    pub fn get(&self, id: &str) -> Option<Id<T>> {
        self.exact(id).and_then(|known| known.index)
    }

    /// Where the id was given.
    pub fn span(&self, id: &str) -> Option<Span> {
        self.exact(id).map(|known| known.span)
    }

    /// Every id, in alphabetical order.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        self.ids.values().map(|known| known.id.as_str())
    }

    /// Takes over the indexes of `other`, for ids that were registered before
    /// their entries had a place.
    pub fn adopt(&mut self, other: Self) {
        for (key, known) in other.ids {
            if let Some(mine) = self.ids.get_mut(&key) {
                mine.index = known.index;
            }
        }
    }

    fn exact(&self, id: &str) -> Option<&Known<T>> {
        // Hardly any id has a capital letter.
        let found = match id.bytes().all(is_plain) {
            true => self.ids.get(id),
            false => self.ids.get(&id.to_lowercase()),
        };
        found.filter(|known| known.id == id)
    }

    /// The entry behind a reference at `span`; reports an unknown one.
    pub fn find(&self, id: &str, span: Span, judge: &mut Judge<'_>) -> Option<Id<T>> {
        if let Some(known) = self.exact(id) {
            return known.index;
        }
        if self.kind.in_registry() && judge.registry_broken.is_some() {
            judge.skipped += 1;
            return None;
        }
        let known = self.names();
        judge.unknown += 1;
        judge.findings.push(rules::unknown_reference::found(
            span,
            self.kind.name(),
            id,
            known,
        ));
        None
    }
}

/// Whether a byte is its own lower case.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_uppercase()
}

/// What judging a reference needs beside the ids.
pub struct Judge<'a> {
    /// All files.
    pub tree: &'a SourceTree,
    /// A file of the registry that could not be understood.
    pub registry_broken: Option<crate::source::FileIndex>,
    /// References that were not judged for that reason.
    pub skipped: usize,
    /// References that lead to nothing.
    pub unknown: usize,
    /// Where findings go.
    pub findings: &'a mut Findings,
}
