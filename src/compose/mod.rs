//! Fifth stage: the plan becomes the parts of a book.
//!
//! In: a resolved [`Plan`] without errors and what is wanted of it. Out: a
//! [`Book`] of virtual Typst files, one per chapter, pillar and OPD, in which
//! every number, total, order, wording and reference is settled. The files call
//! templates and hold nothing but their arguments. Nothing can go wrong here.

mod activities;
mod at_a_glance;
mod blocks;
mod budget;
mod decisions;
mod document;
mod front;
mod generated;
mod graph;
mod height;
mod index;
mod labels;
mod matrix;
mod matrix_levels;
mod narrative;
mod numbering;
mod opd;
mod opener;
mod parts;
mod pillar;
mod pivot_table;
mod program;
mod program_figures;
mod promises;
mod reference;
mod scope;
mod selection;
mod show;
mod signatures;
mod supports;
mod table;
mod trace;
mod tracked;
pub(crate) mod tree;
mod typst;
mod value_reference;
pub(crate) mod view;
mod wording;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::language::Format;
pub use document::Document;
use labels::LinkTargets;
pub(crate) use labels::counts_bytes;
use numbering::{Place, chapter_number};
pub use scope::{Scope, UnknownPart};
pub use selection::Selection;
pub(crate) use trace::Origin;
pub use tracked::{Earlier, compose_report, compose_tracked};
use tree::{Content, Part as BookPart};
pub(crate) use typst::{BREAK, CodeOrigin, Piece, decoded, end_of_literal, hangs_together};
pub use typst::{NoteRooms, SourceMap};
pub use view::{TemplateData, template_data};
use wording::Words;

use crate::model::{EntryKind, Realised};
use crate::records::Records;
use crate::resolve::{Chapter, Id, Part, Plan, Program, Target, Volume};
use crate::source::{Role, SourceTree};
use show::Chosen;

/// A virtual file of Typst code.
#[derive(Debug, Clone, Default)]
pub struct VirtualFile {
    /// Absolute path in the book, `/parts/05-pillar-governance.typ`.
    pub path: String,
    /// The code.
    pub code: String,
    /// Where its pieces come from.
    pub sources: SourceMap,
    /// Where room can be asked for its notes.
    pub rooms: NoteRooms,
}

/// A book that waits to be set.
#[derive(Debug, Clone)]
pub struct Book {
    /// Path of the file that includes all others.
    pub main: String,
    /// All virtual files.
    pub files: Vec<VirtualFile>,
    /// Images by their path, and overrides of templates.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// A string that identifies the document over its revisions.
    pub identifier: String,
    /// Date of the revision.
    pub date: Date,
    /// Number of programmes whose cards are in the book.
    pub programs: usize,
    /// Whether changes are marked in it.
    pub tracked: bool,
}

impl Book {
    /// What the book has to say at a path: one of its files, an image or an override of a
    /// template.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        let file = self.files.iter().find(|file| file.path == path);
        file.map(|file| file.code.as_bytes())
            .or_else(|| self.assets.get(path).map(AsRef::as_ref))
    }
}

/// Makes a book of a plan as data. The plan must be free of errors; a reference that is
/// not settled would show as its plain text.
pub fn document(plan: &Plan, tree: &SourceTree, volume: &Volume, scope: Scope) -> Document {
    let words = Words::of(plan, tree);
    Composer::new(plan, tree, volume, scope, &words).document()
}

/// Makes a book of a plan, as [`document`] does, as files of Typst code.
pub fn compose(plan: &Plan, tree: &SourceTree, volume: &Volume, scope: Scope) -> Book {
    document(plan, tree, volume, scope).book()
}

/// A part with its place in the book.
#[derive(Debug, Clone, Copy)]
struct Placed {
    part: Part,
    place: Place,
}

pub(crate) struct Composer<'a> {
    plan: &'a Plan,
    tree: &'a SourceTree,
    volume: &'a Volume,
    scope: Scope,
    format: Format,
    words: &'a Words,
    present: LinkTargets,
    /// Titles of the other volumes that have one of their own, and what they hold.
    others: Vec<(&'a str, LinkTargets)>,
    /// Numbers of the chapters of narrative, by the whole volume.
    chapters: BTreeMap<Id<Chapter>, String>,
    /// Kinds of entries of which the book holds a registry so far.
    placed: BTreeSet<EntryKind>,
    /// Whether changes are marked in the book.
    tracked: bool,
    /// Notes that the title of the text refers to that was lowered last, if it is a chapter.
    title_notes: Option<Content>,
    /// Whether wide tables may turn their page.
    turning: bool,
    programs: usize,
    /// Which programmes the table or figure being made shows.
    choice: Option<Chosen>,
    /// What the entries say, once an expression asks.
    records: OnceCell<Records<'a>>,
    /// What evaluations say of each programme, in their order, once somebody asks.
    realised: OnceCell<BTreeMap<Id<Program>, Vec<&'a Realised>>>,
    /// Numbers of the places that references lead to, by label, once all parts are made.
    numbers: BTreeMap<String, String>,
    /// What references to a place print that has neither a number nor a title, by label.
    names: BTreeMap<String, String>,
}

impl<'a> Composer<'a> {
    fn new(
        plan: &'a Plan,
        tree: &'a SourceTree,
        volume: &'a Volume,
        scope: Scope,
        words: &'a Words,
    ) -> Self {
        let language = plan.file.language.value;
        let (parts, alone): (Vec<Part>, Option<Target>) = match scope {
            Scope::Volume => {
                let all = volume.front.iter().chain(&volume.body).chain(&volume.annex);
                (all.copied().collect(), None)
            }
            Scope::Chapter(id) => (vec![Part::Chapter(id)], None),
            Scope::Pillar(id) => (vec![Part::Pillar(id)], None),
            Scope::Opd(id) => (Vec::new(), Some(Target::Opd(id))),
            Scope::Program(id) => (Vec::new(), Some(Target::Program(id))),
        };
        let mut composer = Self {
            plan,
            tree,
            volume,
            scope,
            format: Format::new(language),
            words,
            present: LinkTargets::of(plan, &parts, alone),
            others: match scope {
                Scope::Volume => others(plan, volume),
                Scope::Chapter(_) | Scope::Pillar(_) | Scope::Opd(_) | Scope::Program(_) => {
                    Vec::new()
                }
            },
            chapters: BTreeMap::new(),
            placed: BTreeSet::new(),
            tracked: false,
            title_notes: None,
            turning: true,
            programs: 0,
            choice: None,
            records: OnceCell::new(),
            realised: OnceCell::new(),
            numbers: BTreeMap::new(),
            names: BTreeMap::new(),
        };
        for placed in composer.outline() {
            if let (Part::Chapter(id), Some(number)) =
                (placed.part, chapter_number(placed.place, words))
            {
                composer.chapters.insert(id, number);
            }
        }
        composer
    }

    /// Every part of the volume with its place.
    fn outline(&self) -> Vec<Placed> {
        let front = self.volume.front.iter().map(|&part| Placed {
            part,
            place: Place::Front,
        });
        let body = self
            .volume
            .body
            .iter()
            .enumerate()
            .map(|(at, &part)| Placed {
                part,
                place: Place::Body(at + 1),
            });
        let annex = self
            .volume
            .annex
            .iter()
            .enumerate()
            .map(|(at, &part)| Placed {
                part,
                place: Place::Annex(at + 1),
            });
        front.chain(body).chain(annex).collect()
    }

    /// The place of a part in the volume; of one that the volume does not have,
    /// the front.
    fn place_of(&self, part: Part) -> Placed {
        let found = self
            .outline()
            .into_iter()
            .find(|placed| placed.part == part);
        found.unwrap_or(Placed {
            part,
            place: Place::Front,
        })
    }

    fn document(mut self) -> Document {
        let parts = self.parts();
        self.bind(parts)
    }

    /// All parts.
    fn parts(&mut self) -> Vec<BookPart> {
        let mut parts = Vec::new();
        match self.scope {
            Scope::Volume => {
                let mut restarted = false;
                for (at, placed) in self.outline().into_iter().enumerate() {
                    let restart = !restarted && placed.place != Place::Front;
                    restarted |= restart;
                    self.part(at, placed, restart, &mut parts);
                }
            }
            Scope::Chapter(id) => {
                let placed = self.place_of(Part::Chapter(id));
                self.part(0, placed, true, &mut parts);
            }
            Scope::Pillar(id) => {
                let placed = self.place_of(Part::Pillar(id));
                self.part(0, placed, true, &mut parts);
            }
            Scope::Opd(id) => {
                let place = self.place_of(Part::Opds).place;
                let mut body = self.opd_section(id);
                let plan = self.plan;
                for &program in &plan.opds[id].programs {
                    body.push(self.program_card(program, 3));
                    self.programs += 1;
                }
                let name = format!("opd-{}", self.plan.opds[id].id);
                let title = self.plan.opds[id].file.name.value.clone();
                parts.push(self.extract(&name, place, &title, body));
            }
            Scope::Program(id) => {
                let pillar = self.plan.programs[id].pillar;
                let place = self.place_of(Part::Pillar(pillar)).place;
                let card = self.program_card(id, 2);
                self.programs += 1;
                let name = format!("program-{}", self.plan.programs[id].id);
                let title = self.plan.pillars[pillar].file.name.value.clone();
                parts.push(self.extract(&name, place, &title, card.into()));
            }
        }
        self.numbers = std::mem::take(&mut self.names);
        self.numbers
            .extend(numbering::number(&mut parts, self.words));
        parts
    }

    /// The book of these parts.
    fn bind(self, parts: Vec<BookPart>) -> Document {
        Document {
            settings: self.settings(),
            book: self.description(),
            parts,
            assets: self.assets(),
            identifier: format!("{} · {}", self.plan.file.city.value, self.volume.id),
            date: self.plan.file.date.value,
            programs: self.programs,
            tracked: self.tracked,
            numbers: self.numbers,
        }
    }

    fn assets(&self) -> BTreeMap<String, Arc<[u8]>> {
        self.tree
            .iter()
            .filter_map(|(_, file)| match file.role {
                Role::Asset => Some((format!("/{}", file.path), file.bytes.clone())),
                Role::Template => {
                    Some((format!("/{}", file.path), Arc::from(file.text.as_bytes())))
                }
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
                | Role::Words
                | Role::Folder(_)
                | Role::Unknown => None,
            })
            .collect()
    }
}

/// The volumes beside one whose title is neither its own nor that of the plan, in
/// their order.
fn others<'a>(plan: &'a Plan, volume: &Volume) -> Vec<(&'a str, LinkTargets)> {
    let series = &plan.file.title.value;
    let others = plan
        .volumes
        .iter()
        .filter(|other| other.title != *series && other.title != volume.title);
    others
        .map(|other| {
            let parts = other.front.iter().chain(&other.body).chain(&other.annex);
            let parts: Vec<Part> = parts.copied().collect();
            (other.title.as_str(), LinkTargets::of(plan, &parts, None))
        })
        .collect()
}
