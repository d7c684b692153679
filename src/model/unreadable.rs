//! Entries and files that exist and could not be read.

use std::collections::{BTreeMap, BTreeSet};

use super::partial::PartialProgram;
use super::registry::RegistryFile;
use super::table::Entry;
use super::table::Listed;
use super::{EntryKind, InvalidKeys, Kind};
use crate::source::{FileIndex, Span, Spanned};

/// Entries, or files, of one sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Collection {
    /// Entries of a kind.
    Of(EntryKind),
    /// Members of the council.
    Members,
    /// Narrative and templates.
    Texts,
}

/// Parts of the plan that could not be read, each of which has been reported.
/// What they would say is not known, and no rule may take them for absent.
#[derive(Debug, Clone, Default)]
pub struct UnreadableEntries {
    /// Programmes without a place in the plan.
    pub programs: Vec<UnplacedProgram>,
    /// Files that could not be read or have syntax errors. Nothing else is said
    /// of them.
    pub unjudged: BTreeSet<FileIndex>,
    /// Files of which not all is understood: those, and others of which an entry, a key or
    /// a value is not.
    pub(crate) misread: BTreeSet<FileIndex>,
    /// Where the first entry of a collection could not be read.
    entries: BTreeMap<Collection, Span>,
    /// Where the first of which not even the id is known.
    ids: BTreeMap<Kind, Span>,
    /// Entries that could not be read and whose ids are known, with where each id stands.
    named: BTreeMap<(Kind, String), Span>,
    /// Collections of which an entry could not be read that is not among those.
    nameless: BTreeSet<Collection>,
}

/// A programme without a place in the plan.
#[derive(Debug, Clone)]
pub struct UnplacedProgram {
    /// Folder of its OPD; `None` if any OPD may lead it.
    pub opd: Option<String>,
    /// Where it stands.
    pub span: Span,
    /// What is known of it.
    pub partial: PartialProgram,
}

impl UnplacedProgram {
    /// Whether its main pillar may be this one.
    pub(crate) fn may_belong_to(&self, pillar: &str) -> bool {
        may_be(self.partial.pillar.as_ref(), pillar)
    }

    /// Whether its dimension may be this one of a pillar.
    pub(crate) fn may_work_on(&self, pillar: &str, dimension: &str) -> bool {
        self.may_belong_to(pillar) && may_be(self.partial.dimension.as_ref(), dimension)
    }

    /// Whether this OPD may lead it.
    pub(crate) fn may_be_led_by(&self, opd: &str) -> bool {
        may_be(self.opd.as_ref(), opd)
    }
}

fn may_be(known: Option<&String>, id: &str) -> bool {
    known.is_none_or(|known| known == id)
}

impl UnreadableEntries {
    /// Whether everything is known.
    pub fn is_empty(&self) -> bool {
        self.programs.is_empty() && self.unjudged.is_empty() && self.entries.is_empty()
    }

    /// The first place at which anything could not be read.
    pub fn first(&self) -> Option<Span> {
        let programs = self.programs.iter().map(|program| program.span);
        let files = self.unjudged.iter().map(|file| Span::file(*file));
        programs
            .chain(files)
            .chain(self.entries.values().copied())
            .min()
    }

    /// Notes that an entry could not be read, of which the id is known if it has one.
    pub fn entry(&mut self, collection: impl Into<Collection>, span: Span) {
        let collection = collection.into();
        self.nameless.insert(collection);
        self.one(collection, span);
    }

    fn one(&mut self, collection: Collection, span: Span) {
        self.misread.insert(span.file);
        self.entries.entry(collection).or_insert(span);
    }

    /// Notes that an entry could not be read and whose id is unknown.
    pub(crate) fn with_id(&mut self, kind: Kind, span: Span) {
        self.entry(kind, span);
        self.id(kind, span);
    }

    /// Notes that ids of a kind may not be known.
    pub fn id(&mut self, kind: Kind, span: Span) {
        self.ids.entry(kind).or_insert(span);
    }

    /// Notes that a programme could not be read and whose id is unknown, and perhaps with
    /// others.
    pub(crate) fn some_programs(&mut self, opd: Option<String>, span: Span) {
        self.with_id(Kind::Program, span);
        self.programs.push(UnplacedProgram {
            opd,
            span,
            partial: PartialProgram::nothing(),
        });
    }

    /// Notes that any entry of the registry may be unreadable.
    pub(crate) fn registry(&mut self, span: Span) {
        for key in RegistryFile::KEYS {
            self.table(key.name, span);
        }
    }

    /// Notes that any entry of a table of the registry may be unreadable.
    fn table(&mut self, key: &str, span: Span) {
        let kind = EntryKind::parse(key);
        match kind.and_then(EntryKind::reference) {
            Some(kind) => self.with_id(kind, span),
            None => self.entry(kind.map_or(Collection::Members, Collection::Of), span),
        }
    }

    /// Notes what could not be read of a file of the registry.
    pub(crate) fn registry_file(&mut self, file: &RegistryFile, span: Span) {
        let lists = file.unread();
        for key in RegistryFile::KEYS
            .iter()
            .filter(|key| file.invalid_keys.contains(key.name))
        {
            match lists.iter().find(|(kind, _)| kind.word() == key.name) {
                Some((kind, unread)) => self.some(*kind, unread, span),
                None => self.table(key.name, span),
            }
        }
    }

    /// Notes what could not be read of a list, which is all of it if nothing is left.
    pub fn list<T>(
        &mut self,
        kind: Kind,
        key: &str,
        list: &Listed<T>,
        invalid_keys: &InvalidKeys,
        span: Span,
    ) {
        if invalid_keys.contains(key) {
            self.some(kind, &list.unread, span);
        }
    }

    /// Notes that some entries could not be read, and the ids of those that are known; any, if none
    /// is.
    fn some(&mut self, kind: Kind, unread: &[Option<Spanned<String>>], span: Span) {
        let known = unread.iter().all(Option::is_some);
        if unread.is_empty() || !known {
            self.with_id(kind, span);
        } else {
            self.one(kind.into(), span);
        }
        for id in unread.iter().flatten() {
            let name = (kind, id.value.clone());
            self.named.entry(name).or_insert(id.span);
        }
    }

    /// Where an entry of a collection could not be read, if one was.
    pub fn at(&self, collection: impl Into<Collection>) -> Option<Span> {
        self.entries.get(&collection.into()).copied()
    }

    /// Where an entry may be unreadable: at its id if that is known.
    pub(crate) fn entry_at(&self, kind: Kind, id: &str) -> Option<Span> {
        let name = (kind, id.to_owned());
        let named = self.named.get(&name).copied();
        named.or_else(|| self.unnamed_at(kind))
    }

    /// Where an entry of a collection could not be read that may be any.
    pub(crate) fn unnamed_at(&self, collection: impl Into<Collection>) -> Option<Span> {
        let collection = collection.into();
        let lost = self.nameless.contains(&collection);
        lost.then(|| self.at(collection)).flatten()
    }

    /// Entries that could not be read and whose ids are known, with where each id stands.
    pub fn named(&self) -> impl Iterator<Item = (Kind, &str, Span)> {
        let named = self.named.iter();
        named.map(|((kind, id), span)| (*kind, id.as_str(), *span))
    }

    /// Where an entry of a kind could not be read of which not even the id is known.
    pub(crate) fn id_at(&self, kind: Kind) -> Option<Span> {
        self.ids.get(&kind).copied()
    }
}

impl From<Kind> for Collection {
    fn from(kind: Kind) -> Self {
        Self::Of(kind.into())
    }
}

impl From<EntryKind> for Collection {
    fn from(kind: EntryKind) -> Self {
        Self::Of(kind)
    }
}
