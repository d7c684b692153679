//! Index from the ids of one kind to their entries.

use std::cell::OnceCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::arena::Id;
use super::misnamed::{MisnamedEntry, Renamed, is_misnamed};
use super::misread::Misread;
use super::picture::Fault;
use super::plan::assets;
use super::unknown::Unknown;
use super::usages::Usage;
use crate::finding::{Findings, NameIndex};
use crate::model::{EntryRef, Kind, UnreadableEntries, Untyped, is_id};
use crate::resolve::rules;
use crate::source::{FileIndex, SourceTree, Span};

/// All ids of one kind. An entry that exists but could not be read keeps its
/// place with no index: a reference to it is not worth another finding.
pub(crate) struct Lookup<T> {
    kind: Kind,
    /// By the lower-case id, since ids that differ in case only collide on
    /// many file systems.
    ids: BTreeMap<String, Known<T>>,
    /// The spelling that counts, of ids that are not in lower case.
    spellings: BTreeMap<String, (String, Span)>,
    /// Ids in another spelling, each of which has been reported.
    case_variants: BTreeSet<String>,
    /// Entries whose ids are to be others.
    loose: Vec<MisnamedEntry>,
    /// Every well-formed id, once somebody has to choose among them.
    names: OnceCell<NameIndex>,
}

struct Known<T> {
    id: String,
    span: Span,
    index: Option<Id<T>>,
}

/// Why a reference leads to no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The entry exists and could not be read.
    Unread,
    /// There is no such entry, or nobody knows whether there is.
    Unknown,
}

impl<T> Lookup<T> {
    /// An empty lookup.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            ids: BTreeMap::new(),
            spellings: BTreeMap::new(),
            case_variants: BTreeSet::new(),
            loose: Vec::new(),
            names: OnceCell::new(),
        }
    }

    /// The kind whose ids these are.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Settles which spelling counts where ids differ in case only: one that
    /// is well formed before any other, and then the first.
    pub fn choose_spellings<'i>(&mut self, ids: impl Iterator<Item = (&'i str, Span)> + Clone) {
        let odd = ids.clone().filter(|(id, _)| !id.bytes().all(is_plain));
        let odd: BTreeSet<String> = odd.map(|(id, _)| id.to_lowercase()).collect();
        if odd.is_empty() {
            return;
        }
        for (id, span) in ids {
            let key = id.to_lowercase();
            if !odd.contains(&key) {
                continue;
            }
            let spelling = self.spellings.entry(key);
            let spelling = spelling.or_insert_with(|| (id.to_owned(), span));
            if !is_id(&spelling.0) && is_id(id) {
                *spelling = (id.to_owned(), span);
            }
        }
    }

    /// Reports an id that differs from the one that counts in case only, and says
    /// whether it does. Nothing else is said of its entry.
    pub fn reject_case_variant(&mut self, id: &str, span: Span, findings: &mut Findings) -> bool {
        if self.spellings.is_empty() {
            return false;
        }
        match self.spellings.get(&id.to_lowercase()) {
            Some((other, first)) if other != id => {
                let kind = self.kind.name();
                findings.push(rules::id_case::finding(span, *first, kind, id, other));
                self.case_variants.insert(id.to_owned());
                true
            }
            _ => false,
        }
    }

    /// Whether an id was reported as another spelling of one that counts.
    pub fn is_other_spelling(&self, id: &str) -> bool {
        self.case_variants.contains(id)
    }

    /// Registers an id that is no other spelling of one; reports one that is taken. A malformed one is loose.
    pub fn insert(&mut self, id: &str, span: Span, index: Option<Id<T>>, findings: &mut Findings) {
        let place = match self.ids.entry(id.to_lowercase()) {
            Entry::Vacant(place) => place,
            Entry::Occupied(first) => {
                let (first, kind) = (first.get().span, self.kind.name());
                findings.push(rules::duplicate_id::finding(span, first, kind, id));
                return;
            }
        };
        let known = id.to_owned();
        place.insert(Known {
            id: known,
            span,
            index,
        });
        self.names.take();
        if !is_id(id) {
            self.loosen(id, span);
        }
    }

    /// The same for an id that a file has by its name, which may have to be another.
    pub fn insert_file(
        &mut self,
        id: &str,
        span: Span,
        index: Option<Id<T>>,
        context: &mut ResolveContext<'_>,
    ) {
        if is_id(id) && is_misnamed(context.tree, id, span) {
            self.loosen(id, span);
        }
        self.insert(id, span, index, context.findings);
    }

    /// Notes that the id of an entry is to be another.
    fn loosen(&mut self, id: &str, span: Span) {
        self.loose.push(MisnamedEntry::new(id, span));
    }

    /// The entries whose ids are to be others.
    pub fn loose(&mut self) -> &mut Vec<MisnamedEntry> {
        &mut self.loose
    }

    /// The id of the only entry that is meant by an id that nobody gave, and whose own is to
    /// be another.
    pub fn meant(&self, id: &str) -> Option<&str> {
        let mut meant = self.loose.iter().filter(|loose| loose.is_meant(id));
        match (meant.next(), meant.next()) {
            (Some(only), None) => Some(&only.id),
            _ => None,
        }
    }

    /// Whether the id exists, readable or not.
    pub fn contains(&self, id: &str) -> bool {
        self.exact(id).is_some() || self.case_variants.contains(id)
    }

    /// The entry behind an id, without a finding where there is none.
    pub fn get(&self, id: &str) -> Option<Id<T>> {
        self.exact(id).and_then(|known| known.index)
    }

    /// Where the id was given.
    pub fn span(&self, id: &str) -> Option<Span> {
        self.exact(id).map(|known| known.span)
    }

    /// Every well-formed id.
    pub fn names(&self) -> &NameIndex {
        let ids = self.ids.values().map(|known| known.id.as_str());
        let ids = ids.filter(|id| is_id(id));
        self.names.get_or_init(|| ids.collect())
    }

    /// Says where the entry is whose id was registered at `span`, before it had a place. Of
    /// several with one id that is the first.
    pub fn fill(&mut self, id: &str, span: Span, index: Id<T>) {
        let known = self.ids.get_mut(&id.to_lowercase());
        if let Some(known) = known.filter(|known| known.id == id && known.span == span) {
            known.index = Some(index);
        }
    }

    fn exact(&self, id: &str) -> Option<&Known<T>> {
        // Hardly any id has a capital letter.
        let found = if id.bytes().all(is_plain) {
            self.ids.get(id)
        } else {
            self.ids.get(&id.to_lowercase())
        };
        found.filter(|known| known.id == id)
    }

    /// The entry behind a reference at `span`; reports an unknown one, unless
    /// it may be among those whose ids could not be read.
    pub fn find(
        &self,
        id: &str,
        span: Span,
        context: &mut ResolveContext<'_>,
    ) -> Result<Id<T>, Missing> {
        if let Some(known) = self.exact(id) {
            context.name(EntryRef::new(self.kind, id), span);
            return known.index.ok_or(Missing::Unread);
        }
        if self.case_variants.contains(id) {
            return Err(Missing::Unread);
        }
        if let Some(meant) = self.meant(id) {
            let entry = EntryRef::new(self.kind, meant);
            context.rename(entry.clone(), id);
            context.name(entry, span);
            return self.get(meant).ok_or(Missing::Unread);
        }
        // An entry without an id may be the one.
        if let Some(empty) = self.exact("") {
            context.skip(empty.span);
            return Err(Missing::Unknown);
        }
        if context.may_be_lost(self.kind) {
            return Err(Missing::Unknown);
        }
        context.unknown.push(Unknown {
            span,
            kind: self.kind,
            text: id.to_owned(),
            known: self.names().clone(),
        });
        Err(Missing::Unknown)
    }
}

/// Whether a byte is its own lower case.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_uppercase()
}

/// What resolving a reference needs beside the ids, and where its results go.
pub(crate) struct ResolveContext<'a> {
    /// All files.
    pub tree: &'a SourceTree,
    /// What could not be read.
    pub unreadable: UnreadableEntries,
    /// References that were not judged, since what they lead to may be unreadable,
    /// and where the first of it was.
    pub skipped: Option<(Span, usize)>,
    /// References that lead to nothing.
    pub unknown: Vec<Unknown>,
    /// The ids by which references call entries whose ids are to be others.
    pub renamed: Renamed,
    /// What was meant for references in Markdown.
    pub misread: Vec<Misread>,
    /// References that lead to something.
    pub usages: Vec<Usage>,
    /// References that do not name their kind.
    pub untyped: Vec<Untyped>,
    /// What is wrong with the pictures that were looked at.
    pub pictures: BTreeMap<FileIndex, Vec<Fault>>,
    /// The paths of all images and documents, once somebody asks for them.
    pub assets: OnceLock<NameIndex>,
    /// Where findings go.
    pub findings: &'a mut Findings,
}

impl ResolveContext<'_> {
    /// The paths of all images and documents, to be proposed for a wrong one.
    pub fn assets(&self) -> &NameIndex {
        self.assets.get_or_init(|| assets(self.tree))
    }

    /// Whether an id that nobody gave may be unreadable; counts the reference.
    pub fn may_be_lost(&mut self, kind: Kind) -> bool {
        let lost = self.unreadable.id_at(kind);
        if let Some(span) = lost {
            self.skip(span);
        }
        lost.is_some()
    }

    /// Notes by which id an entry is called whose own is to be another.
    pub fn rename(&mut self, entry: EntryRef, id: &str) {
        let called = self.renamed.entry(entry).or_default();
        called.insert(id.to_owned());
    }

    /// Counts a reference that is not judged because of what could not be read at `span`.
    pub fn skip(&mut self, span: Span) {
        let (first, count) = self.skipped.unwrap_or((span, 0));
        self.skipped = Some((first.min(span), count + 1));
    }
}
