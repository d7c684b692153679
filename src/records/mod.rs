//! The entries of a plan, and what each says, value by value.
//!
//! Finding them is cheap; what an entry says is gathered when it is asked for.

mod fields;
mod path;
mod row;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

use fields::Fields;

use crate::model::visit::{Key, Visited};
use crate::model::{EntryKind, EntryRef};
use crate::resolve::{self, Entry, Narrative, Plan, Target};
use crate::source::{FileIndex, Role, SourceTree, Span};
use crate::value::Value;

pub use path::{Field, Path};
pub use row::Row;

/// The entries of a plan with its images and documents.
pub(crate) struct Records<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its files.
    pub tree: &'a SourceTree,
    entries: BTreeMap<EntryRef, Entry<'a>>,
}

impl<'a> Records<'a> {
    /// The entries of a plan.
    pub fn new(plan: &'a Plan, tree: &'a SourceTree) -> Self {
        let assets = tree.iter().filter(|(_, file)| file.role == Role::Asset);
        let assets = assets.map(|(index, file)| Entry::of_asset(index, &file.path));
        let mut entries = BTreeMap::new();
        for entry in plan.entries().chain(assets) {
            let mut key = entry.address();
            // Ids are unique in a plan without errors; with errors nothing is to be lost.
            let mut count = 1_usize;
            while entries.contains_key(&key) {
                count = count.saturating_add(1);
                key.id = format!("{}#{count}", entry.id);
            }
            entries.insert(key, entry);
        }
        Self {
            plan,
            tree,
            entries,
        }
    }

    /// Every entry and where it begins.
    pub fn begins(&self) -> impl Iterator<Item = (&EntryRef, Span)> {
        self.entries.iter().map(|(key, entry)| (key, entry.span))
    }

    /// All that the plan says: each value with its entry, its path and its place, in the order
    /// of the entries and their paths.
    pub fn values(&self) -> impl Iterator<Item = (&EntryRef, Field)> {
        let keys = self.entries.keys();
        keys.flat_map(|key| self.fields(key).into_iter().map(move |field| (key, field)))
    }

    /// All keys, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &EntryRef> {
        self.entries.keys()
    }

    /// Whether there is such an entry.
    pub fn has(&self, key: &EntryRef) -> bool {
        self.entries.contains_key(key)
    }

    /// What an entry is called; empty where it has no name.
    pub fn name(&self, key: &EntryRef) -> &'a str {
        self.entries.get(key).map_or("", |entry| entry.name)
    }

    /// The number of a programme, as it is printed.
    pub fn number(&self, key: &EntryRef) -> Option<String> {
        let Target::Program(id) = self.entries.get(key)?.target? else {
            return None;
        };
        Some(self.plan.program_number(id))
    }

    /// What the entries are called: programmes with their number.
    pub fn names(&self) -> BTreeMap<EntryRef, String> {
        let named = self.entries.iter().map(|(key, entry)| {
            let name = match self.number(key) {
                Some(number) => format!("{number} {}", entry.name),
                None => entry.name.to_owned(),
            };
            (key.clone(), name)
        });
        named.collect()
    }

    /// Where an entry stands.
    pub fn span(&self, key: &EntryRef) -> Option<Span> {
        self.entries.get(key).map(|entry| entry.span)
    }

    /// The programme behind a key.
    pub fn program(&self, key: &EntryRef) -> Option<&'a resolve::Program> {
        let Target::Program(id) = self.entries.get(key)?.target? else {
            return None;
        };
        Some(&self.plan.programs[id])
    }

    /// The OPD behind a key.
    pub fn opd(&self, key: &EntryRef) -> Option<&'a resolve::Opd> {
        let Target::Opd(id) = self.entries.get(key)?.target? else {
            return None;
        };
        Some(&self.plan.opds[id])
    }

    /// The pillar and the OPD under which a report lists an entry, as far as it has any.
    pub fn home(&self, key: &EntryRef) -> (Option<EntryRef>, Option<EntryRef>) {
        let Some(entry) = self.entries.get(key) else {
            return (None, None);
        };
        let pillar = entry.pillar.map(|id| EntryRef::new(EntryKind::Pillar, id));
        let opd = entry.opd.map(|id| EntryRef::new(EntryKind::Opd, id));
        (pillar, opd)
    }

    /// The files that an entry is read from; none for one that is one of several in a
    /// registry, or in the file of a pillar.
    pub fn sources(&self, key: &EntryRef) -> Vec<FileIndex> {
        let entry = self.entries.get(key);
        entry.map_or_else(Vec::new, |entry| entry.files().collect())
    }

    /// The same of an entry that stands alone in them; none for one that shares its file, and
    /// for evaluations: values of programmes that are not there are left out of them.
    fn files(&self, key: &EntryRef) -> Vec<FileIndex> {
        let is_shared = matches!(
            key.kind,
            EntryKind::Plan | EntryKind::Pillar | EntryKind::Evaluation
        );
        if is_shared {
            Vec::new()
        } else {
            self.sources(key)
        }
    }

    /// Whether an entry of two plans stands in the same files with the same bytes. It
    /// then says the same, and need not be read.
    pub fn is_untouched(&self, other: &Records<'_>, key: &EntryRef) -> bool {
        let (own, others) = (self.files(key), other.files(key));
        !own.is_empty()
            && own.len() == others.len()
            && own
                .iter()
                .zip(others)
                .all(|(file, other_file)| self.tree.get(*file) == other.tree.get(other_file))
    }

    /// Whether one of some ids stands in the files of an entry, as a value or a folder.
    pub fn names_any(&self, key: &EntryRef, ids: &BTreeSet<&str>) -> bool {
        let files = self.files(key).into_iter();
        let mut files = files.filter_map(|file| self.tree.get(file));
        files.any(|file| {
            // What is escaped could be any id.
            let escaped = file.text.contains('\\');
            // In an expression, ids stand among other words.
            let words = file
                .text
                .split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            escaped
                || words
                    .chain(file.path.split('/'))
                    .any(|part| ids.contains(part))
        })
    }

    /// What an entry says here and in another plan, without most of what is the same.
    pub fn differing(
        &self,
        key: &EntryRef,
        other: &Records<'_>,
        other_key: &EntryRef,
    ) -> (Vec<Field>, Vec<Field>) {
        let (Some(entry), Some(counterpart)) =
            (self.entries.get(key), other.entries.get(other_key))
        else {
            return (self.fields(key), other.fields(other_key));
        };
        let mut said = Fields::new(self.tree, entry.span).beside(other.tree);
        self.say(entry, &mut said);
        let mut others = Fields::new(other.tree, counterpart.span).beside(self.tree);
        other.say(counterpart, &mut others);
        said.leave_out_same(&mut others);
        (said.finish(), others.finish())
    }

    /// What an entry says, in the order of the paths; nothing if there is none.
    pub fn fields(&self, key: &EntryRef) -> Vec<Field> {
        let Some(entry) = self.entries.get(key) else {
            return Vec::new();
        };
        let mut said = Fields::new(self.tree, entry.span);
        self.say(entry, &mut said);
        said.finish()
    }

    fn say(&self, entry: &Entry<'_>, said: &mut Fields<'_>) {
        if let Some(owner) = entry.owner() {
            said.set(owner.kind.word(), Value::Entry(owner), entry.span);
        }
        if let Some(keys) = entry.keys {
            keys.visit(said);
        }
        if entry.kind == EntryKind::Council {
            for member in self.plan.members.values() {
                member.entry.visited(const { &Key::new("member") }, said);
            }
        }
        // The only text of an entry needs no name.
        let has_many = matches!(entry.kind, EntryKind::Pillar | EntryKind::Opd);
        for text in entry.texts {
            said.narrative(if has_many { self.stem(text) } else { "" }, text);
        }
        if entry.kind == EntryKind::Asset {
            let file = self.tree.get(entry.span.file);
            let mut hasher = SipHasher13::new();
            hasher.write(file.map_or(&[][..], |file| &file.bytes));
            let digest = format!("{:032x}", hasher.finish128().as_u128());
            said.set("content", Value::Digest(digest), entry.span);
        }
    }

    /// The name of the file of a text, without its ending.
    fn stem(&self, text: &Narrative) -> &str {
        let path = self.tree.get(text.file).map_or("", |file| &file.path);
        let name = path.rsplit('/').next().unwrap_or_default();
        name.strip_suffix(".md").unwrap_or(name)
    }
}
