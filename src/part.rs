//! A part of a plan, of which alone a book or a report is made, and what belongs to it.

use std::collections::BTreeSet;

use crate::compose::{Scope, UnknownPart};
use crate::finding::Finding;
use crate::model::{EntryKind, EntryRef};
use crate::reading::is_copy_of;
use crate::resolve::{Id, Plan, Program};
use crate::source::{Role, SourceFile, SourceTree, Span};

/// A part of a plan, told by the files that it is written in: unlike a [`Scope`], it is one
/// even if they cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The chapter, pillar, OPD or programme; `None` for the whole plan.
    entry: Option<EntryRef>,
    /// The programmes of a pillar or an OPD.
    programs: BTreeSet<String>,
}

impl Part {
    /// The part that a text such as `opd:diskominfo` names.
    ///
    /// # Errors
    ///
    /// If the plan has no such part.
    pub fn find(tree: &SourceTree, plan: Option<&Plan>, text: &str) -> Result<Self, UnknownPart> {
        let Some((word, id)) = text.split_once(':') else {
            return Err(UnknownPart::Malformed(text.to_owned()));
        };
        let Some(kind) = KINDS.into_iter().find(|kind| kind.word() == word) else {
            return Err(UnknownPart::of_no_kind(text, word));
        };
        let known: BTreeSet<String> = tree
            .iter()
            .filter(|(_, file)| !matches!(file.role, Role::Folder(_)))
            .flat_map(|(_, file)| entries_of(file))
            .filter(|entry| entry.kind == kind)
            .map(|entry| entry.id)
            .collect();
        if !known.contains(id) {
            return Err(UnknownPart::Id {
                kind: word.to_owned(),
                id: id.to_owned(),
                known: known.into_iter().collect(),
            });
        }
        let entry = EntryRef::new(kind, id);
        let programs = programs_of(tree, plan, &entry);
        Ok(Self::of(entry, programs))
    }

    /// What a book is made of.
    pub(crate) fn of_scope(plan: &Plan, scope: Scope) -> Self {
        let named = |programs: &[Id<Program>]| {
            let programs = programs.iter();
            programs.map(|id| plan.programs[*id].id.clone()).collect()
        };
        let of = |kind, id: &String, programs| Self::of(EntryRef::new(kind, id), programs);
        match scope {
            Scope::Volume => Self {
                entry: None,
                programs: BTreeSet::new(),
            },
            Scope::Chapter(id) => of(EntryKind::Chapter, &plan.chapters[id].id, Vec::new()),
            Scope::Pillar(id) => {
                let pillar = &plan.pillars[id];
                of(EntryKind::Pillar, &pillar.id, named(&pillar.programs))
            }
            Scope::Opd(id) => {
                let programs = plan.programs.values().filter(|program| program.opd == id);
                let programs = programs.map(|program| program.id.clone());
                of(EntryKind::Opd, &plan.opds[id].id, programs.collect())
            }
            Scope::Program(id) => of(EntryKind::Program, &plan.programs[id].id, Vec::new()),
        }
    }

    fn of(entry: EntryRef, programs: Vec<String>) -> Self {
        Self {
            entry: Some(entry),
            programs: programs.into_iter().collect(),
        }
    }

    fn has_entry(&self, entry: &EntryRef) -> bool {
        let is_program = entry.kind == EntryKind::Program;
        self.entry.as_ref() == Some(entry) || (is_program && self.programs.contains(&entry.id))
    }

    /// Whether a file is one of those that the part is written in.
    pub fn has(&self, file: &SourceFile) -> bool {
        let Some(entry) = &self.entry else {
            return true;
        };
        // What has no part in the plan is found where it lies.
        if file.role == Role::Unknown {
            return self.has_beside(entry, &file.path);
        }
        entries_of(file).any(|entry| self.has_entry(&entry))
    }

    /// Whether a file without a part in the plan lies in a folder of the part, in a copy of
    /// one, or is a copy of one of its files.
    fn has_beside(&self, entry: &EntryRef, path: &str) -> bool {
        let is_copy = |name: &str, id: &str| name == id || is_copy_of(name, id);
        let is = |kind, name: &str| entry.kind == kind && is_copy(name, &entry.id);
        let is_program = |name: &str| {
            let mut programs = self.programs.iter();
            is(EntryKind::Program, name) || programs.any(|id| is_copy(name, id))
        };
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["chapters", file] => is(EntryKind::Chapter, file),
            ["pillars", pillar, ..] => is(EntryKind::Pillar, pillar),
            ["opd", opd, rest @ ..] => {
                let is_program = rest.last().is_some_and(|file| is_program(file));
                is(EntryKind::Opd, opd) || (rest.len() > 1 && is_program)
            }
            _ => false,
        }
    }

    /// Whether a finding concerns the part: it is in its files or about its entries, or
    /// the other end of it is.
    pub fn concerns(&self, finding: &Finding, tree: &SourceTree) -> bool {
        let is_in = |span: Span| tree.get(span.file).is_none_or(|file| self.has(file));
        let is_about = |subject: &EntryRef| self.has_entry(subject);
        is_in(finding.span)
            || finding.related.iter().any(|related| is_in(related.span))
            || finding.subject.as_ref().is_some_and(is_about)
    }
}

/// The kinds of parts.
const KINDS: [EntryKind; 4] = [
    EntryKind::Chapter,
    EntryKind::Pillar,
    EntryKind::Opd,
    EntryKind::Program,
];

/// The entry that a file is for, and the one in whose folder it lies: an OPD is its folder,
/// whatever became of `opd.toml`.
fn entries_of(file: &SourceFile) -> impl Iterator<Item = EntryRef> {
    let entries = [
        EntryRef::of_file(&file.role),
        EntryRef::with_folder_of(&file.role),
    ];
    entries.into_iter().flatten()
}

/// The programmes that belong to a part: those of an OPD by their folder, those of a
/// pillar as far as they could be understood.
fn programs_of(tree: &SourceTree, plan: Option<&Plan>, part: &EntryRef) -> Vec<String> {
    if let (EntryKind::Pillar, Some(plan)) = (part.kind, plan) {
        let pillars = plan.pillars.values();
        let programs = pillars.filter(|pillar| pillar.id == part.id);
        let programs = programs.flat_map(|pillar| &pillar.programs);
        return programs.map(|id| plan.programs[*id].id.clone()).collect();
    }
    let files = tree.iter().map(|(_, file)| &file.role);
    let files = files.filter(|role| EntryRef::with_folder_of(role).as_ref() == Some(part));
    let declared = files.filter_map(EntryRef::declared_by);
    let programs = declared.filter(|entry| entry.kind == EntryKind::Program);
    programs.map(|entry| entry.id).collect()
}
