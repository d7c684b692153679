//! A part of a plan, of which alone a book or a report is made, and what belongs to it.

use std::collections::BTreeSet;

use crate::compose::{Scope, UnknownPart};
use crate::finding::Finding;
use crate::model::EntryRef;
use crate::reading::is_copy_of;
use crate::resolve::{Id, Plan, Program};
use crate::source::{Folder, Role, SourceFile, SourceTree, Span};

/// A part of a plan, told by the files that it is written in: it is one even if they
/// cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Whether it is the whole plan.
    is_whole: bool,
    /// Kinds and ids of the entries that it is made of: `opd:diskominfo`.
    entries: BTreeSet<(&'static str, String)>,
    /// The OPD of which all files belong to it.
    opd: Option<String>,
    /// The pillar of which all files belong to it.
    pillar: Option<String>,
}

impl Part {
    /// The part that a text such as `opd:diskominfo` names.
    ///
    /// # Errors
    ///
    /// If the plan has no such part.
    pub fn find(tree: &SourceTree, plan: Option<&Plan>, text: &str) -> Result<Self, UnknownPart> {
        let Some((kind, id)) = text.split_once(':') else {
            return Err(UnknownPart::Malformed(text.to_owned()));
        };
        // An OPD is its folder, whatever became of `opd.toml`.
        let own = |file: &SourceFile| match (&file.role, kind) {
            (Role::Chapter(id), "chapter")
            | (Role::Pillar(id) | Role::PillarNarrative(id), "pillar")
            | (Role::Opd(id) | Role::OpdNarrative(id), "opd")
            | (Role::Program { opd: id, .. } | Role::ProgramNarrative { opd: id, .. }, "opd")
            | (Role::Program { id, .. } | Role::ProgramNarrative { id, .. }, PROGRAM) => {
                Some(id.clone())
            }
            _ => None,
        };
        let Some(kind) = KINDS.iter().find(|known| **known == kind) else {
            return Err(UnknownPart::of_no_kind(text, kind));
        };
        let known: BTreeSet<String> = tree.iter().filter_map(|(_, file)| own(file)).collect();
        if !known.contains(id) {
            return Err(UnknownPart::Id {
                kind: (*kind).to_owned(),
                id: id.to_owned(),
                known: known.into_iter().collect(),
            });
        }
        let programs = programs_of(tree, plan, kind, id);
        Ok(Self::of(kind, id, programs))
    }

    /// What a book is made of.
    pub(crate) fn of_scope(plan: &Plan, scope: Scope) -> Self {
        let named = |programs: &[Id<Program>]| {
            let programs = programs.iter();
            programs.map(|id| plan.programs[*id].id.clone()).collect()
        };
        match scope {
            Scope::Volume => Self {
                is_whole: true,
                ..Self::of("", "", Vec::new())
            },
            Scope::Chapter(id) => Self::of("chapter", &plan.chapters[id].id, Vec::new()),
            Scope::Pillar(id) => {
                let pillar = &plan.pillars[id];
                Self::of("pillar", &pillar.id, named(&pillar.programs))
            }
            Scope::Opd(id) => {
                let programs = plan.programs.values().filter(|program| program.opd == id);
                let programs = programs.map(|program| program.id.clone());
                Self::of("opd", &plan.opds[id].id, programs.collect())
            }
            Scope::Program(id) => Self::of("program", &plan.programs[id].id, Vec::new()),
        }
    }

    fn of(kind: &'static str, id: &str, programs: Vec<String>) -> Self {
        let own = (!kind.is_empty()).then(|| (kind, id.to_owned()));
        let programs = programs.into_iter().map(|id| (PROGRAM, id));
        Self {
            is_whole: false,
            entries: own.into_iter().chain(programs).collect(),
            opd: (kind == "opd").then(|| id.to_owned()),
            pillar: (kind == "pillar").then(|| id.to_owned()),
        }
    }

    fn has_entry(&self, kind: &'static str, id: &str) -> bool {
        self.entries.contains(&(kind, id.to_owned()))
    }

    /// Whether a file is one of those that the part is written in.
    pub fn has(&self, file: &SourceFile) -> bool {
        let is_opd = |id: &String| self.opd.as_ref() == Some(id);
        let is_pillar = |id: &String| self.pillar.as_ref() == Some(id);
        self.is_whole
            || match &file.role {
                Role::Program { opd, id } | Role::ProgramNarrative { opd, id } => {
                    is_opd(opd) || self.has_entry(PROGRAM, id)
                }
                Role::Opd(id)
                | Role::OpdNarrative(id)
                | Role::Folder(Folder::Opd(id) | Folder::Programs(id)) => is_opd(id),
                Role::Pillar(id) | Role::PillarNarrative(id) | Role::Folder(Folder::Pillar(id)) => {
                    is_pillar(id)
                }
                Role::Chapter(id) => self.has_entry("chapter", id),
                // What has no part in the plan is found where it lies.
                Role::Unknown => self.has_beside(&file.path),
                Role::Plan
                | Role::Registry
                | Role::Proposal(_)
                | Role::Evaluation(_)
                | Role::Asset
                | Role::Template
                | Role::Folder(_) => false,
            }
    }

    /// Whether a file without a part in the plan lies in a folder of the part, in a copy of
    /// one, or is a copy of one of its files.
    fn has_beside(&self, path: &str) -> bool {
        let is = |name: &str, id: &str| name == id || is_copy_of(name, id);
        let is_one = |name: &str, id: &Option<String>| id.as_ref().is_some_and(|id| is(name, id));
        let has = |kind: &'static str, name: &str| {
            let mut own = self.entries.iter().filter(|(known, _)| *known == kind);
            own.any(|(_, id)| is(name, id))
        };
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["chapters", file] => has("chapter", file),
            ["pillars", pillar, ..] => is_one(pillar, &self.pillar),
            ["opd", opd, rest @ ..] => {
                let program = rest.last().is_some_and(|file| has(PROGRAM, file));
                is_one(opd, &self.opd) || (rest.len() > 1 && program)
            }
            _ => false,
        }
    }

    /// Whether a finding concerns the part: it is in its files or about its entries, or
    /// the other end of it is.
    pub fn concerns(&self, finding: &Finding, tree: &SourceTree) -> bool {
        let is_in = |span: Span| tree.get(span.file).is_none_or(|file| self.has(file));
        let is_about = |subject: &EntryRef| self.has_entry(subject.kind.word(), &subject.id);
        is_in(finding.span)
            || finding.related.iter().any(|related| is_in(related.span))
            || finding.subject.as_ref().is_some_and(is_about)
    }
}

const PROGRAM: &str = "program";

/// The kinds of parts.
const KINDS: [&str; 4] = ["chapter", "pillar", "opd", PROGRAM];

/// The programmes that belong to a part: those of an OPD by their folder, those of a
/// pillar as far as they could be understood.
fn programs_of(tree: &SourceTree, plan: Option<&Plan>, kind: &str, wanted: &str) -> Vec<String> {
    match kind {
        "opd" => {
            let of_opd = |file: &SourceFile| match &file.role {
                Role::Program { opd, id } if opd == wanted => Some(id.clone()),
                Role::Plan
                | Role::Chapter(_)
                | Role::Pillar(_)
                | Role::PillarNarrative(_)
                | Role::Opd(_)
                | Role::OpdNarrative(_)
                | Role::Program { .. }
                | Role::ProgramNarrative { .. }
                | Role::Registry
                | Role::Proposal(_)
                | Role::Evaluation(_)
                | Role::Asset
                | Role::Template
                | Role::Folder(_)
                | Role::Unknown => None,
            };
            tree.iter().filter_map(|(_, file)| of_opd(file)).collect()
        }
        "pillar" => plan.map_or_else(Vec::new, |plan| {
            let pillars = plan.pillars.values();
            let programs = pillars.filter(|pillar| pillar.id == wanted);
            let programs = programs.flat_map(|pillar| &pillar.programs);
            programs.map(|id| plan.programs[*id].id.clone()).collect()
        }),
        _ => Vec::new(),
    }
}
