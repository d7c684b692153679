//! Fifth stage: the plan becomes the parts of a book.
//!
//! In: a resolved [`Plan`] without errors and what is wanted of it. Out: a
//! [`Book`] of virtual Typst files, one per chapter, pillar and OPD, in which
//! every number, total, order, wording and reference is settled. The files call
//! templates and hold nothing but their arguments. Nothing can go wrong here.

mod blocks;
mod budget;
mod code;
mod front;
mod generated;
mod graph;
mod height;
mod index;
mod labels;
mod matrix;
mod narrative;
mod numbering;
mod opd;
mod parts;
mod pillar;
mod pivot_table;
mod printed;
mod program;
mod reference;
mod scope;
mod selection;
mod show;
mod signatures;
mod table;
mod trace;
mod tracked;
mod view;
mod wording;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::language::Format;
pub(crate) use code::locate;
pub(crate) use code::{decoded, end_of_literal, literal};
use labels::LinkTargets;
use numbering::{Numbering, Place};
pub(crate) use printed::{BREAK, hangs_together};
pub use scope::{Scope, UnknownPart};
pub use selection::Selection;
pub(crate) use trace::Origin;
pub use tracked::{Earlier, compose_report, compose_tracked};
pub use view::{TemplateData, template_data};
use wording::Words;

use crate::model::EntryKind;
use crate::records::Records;
use crate::resolve::{Chapter, Id, Part, Plan, Target, Volume};
use crate::source::{Role, SourceTree};
use show::Chosen;

/// A virtual file of Typst code.
#[derive(Debug, Clone)]
pub struct VirtualFile {
    /// Absolute path in the book, `/parts/05-pillar-governance.typ`.
    pub path: String,
    /// The code.
    pub code: String,
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

/// Makes a book of a plan. The plan must be free of errors; a reference that is
/// not settled would show as its plain text.
pub fn compose(plan: &Plan, tree: &SourceTree, volume: &Volume, scope: Scope) -> Book {
    let words = Words::of(plan, tree);
    Composer::new(plan, tree, volume, scope, &words).book()
}

/// Like [`compose`], with invisible traces in the pages that tell where what is seen
/// there was written.
pub fn compose_traced(plan: &Plan, tree: &SourceTree, volume: &Volume, scope: Scope) -> Book {
    let words = Words::of(plan, tree);
    let mut composer = Composer::new(plan, tree, volume, scope, &words);
    composer.tracing = true;
    composer.book()
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
    /// Whether the book holds traces.
    tracing: bool,
    /// Whether changes are marked in the book.
    tracked: bool,
    /// Notes that the title of the text refers to that was lowered last, if it is a chapter.
    title_notes: Option<code::Content>,
    /// Whether wide tables may turn their page.
    turning: bool,
    programs: usize,
    /// Which programmes the table or figure being made shows.
    choice: Option<Chosen>,
    /// What the entries say, once an expression asks.
    records: OnceCell<Records<'a>>,
    /// Numbers of the places that references lead to, by the code of their label.
    numbers: BTreeMap<String, String>,
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
            tracing: false,
            tracked: false,
            title_notes: None,
            turning: true,
            programs: 0,
            choice: None,
            records: OnceCell::new(),
            numbers: BTreeMap::new(),
        };
        for placed in composer.outline() {
            if let (Part::Chapter(id), Some(number)) =
                (placed.part, Numbering::new(placed.place, words).chapter())
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

    fn book(mut self) -> Book {
        let files = self.parts();
        self.bind(files)
    }

    /// The files of all parts, in which numbers of places still wait.
    fn parts(&mut self) -> Vec<VirtualFile> {
        let mut files = Vec::new();
        match self.scope {
            Scope::Volume => {
                let mut restarted = false;
                for (at, placed) in self.outline().into_iter().enumerate() {
                    let restart = !restarted && placed.place != Place::Front;
                    restarted |= restart;
                    self.part(at, placed, restart, &mut files);
                }
            }
            Scope::Chapter(id) => {
                let placed = self.place_of(Part::Chapter(id));
                self.part(0, placed, true, &mut files);
            }
            Scope::Pillar(id) => {
                let placed = self.place_of(Part::Pillar(id));
                self.part(0, placed, true, &mut files);
            }
            Scope::Opd(id) => {
                let place = self.place_of(Part::Opds).place;
                let mut numbering = Numbering::new(place, self.words);
                let mut code = self.opd_section(id, &mut numbering);
                let plan = self.plan;
                for &program in &plan.opds[id].programs {
                    code.push_str(&self.program_card(program, 3, &mut numbering));
                    self.programs += 1;
                }
                let name = format!("opd-{}", self.plan.opds[id].id);
                let title = self.plan.opds[id].file.name.value.clone();
                files.push(self.extract(&name, &title, &code));
            }
            Scope::Program(id) => {
                let pillar = self.plan.programs[id].pillar;
                let place = self.place_of(Part::Pillar(pillar)).place;
                let mut numbering = Numbering::new(place, self.words);
                let code = self.program_card(id, 2, &mut numbering);
                self.programs += 1;
                let name = format!("program-{}", self.plan.programs[id].id);
                let title = self.plan.pillars[pillar].file.name.value.clone();
                files.push(self.extract(&name, &title, &code));
            }
        }
        files
    }

    /// The book of these parts.
    fn bind(self, mut files: Vec<VirtualFile>) -> Book {
        for file in &mut files {
            let code = std::mem::take(&mut file.code);
            file.code = printed::mark(&reference::fill_placeholders(code, &self.numbers));
        }
        files.insert(0, self.settings());
        let main = self.main(&files);
        files.push(main);
        Book {
            main: MAIN.into(),
            files,
            assets: self.assets(),
            identifier: format!("{} · {}", self.plan.file.city.value, self.volume.id),
            date: self.plan.file.date.value,
            programs: self.programs,
            tracked: self.tracked,
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

const MAIN: &str = "/main.typ";

/// Every virtual file sees the templates through this one.
const IMPORT: &str = "#import \"/templates/templates.typ\": *\n";
