//! Fifth stage: the plan becomes the parts of a book.
//!
//! In: a resolved [`Plan`] without errors and what is wanted of it. Out: a
//! [`Book`] of virtual Typst files, one per chapter, pillar and OPD, in which
//! every number, total, order, wording and reference is settled. The files call
//! templates and hold nothing but their arguments. Nothing can go wrong here.

mod budget;
mod code;
mod format;
mod labels;
mod matrix;
mod narrative;
mod numbering;
mod opd;
mod pillar;
mod program;
mod sheet;
mod show;
mod table;
mod view;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

pub use code::locate;
use code::{Content, expression};
use format::Format;
use labels::Present;
use narrative::Standing;
use numbering::{Numbering, Place};
use view::{PillarMark, Section, Table};
use wording::Words;

use crate::model::{self, Paper, PlanStatus, Show};
use crate::resolve::{Chapter, Id, Narrative, Opd, Part, Pillar, Plan, Program, Target, Volume};
use crate::source::{Role, SourceTree};

/// What is to be made.
#[derive(Debug, Clone, Copy)]
pub enum Scope {
    /// The whole volume.
    Volume,
    /// One chapter.
    Chapter(Id<Chapter>),
    /// One pillar with its programmes.
    Pillar(Id<Pillar>),
    /// The profile of one OPD.
    Opd(Id<Opd>),
    /// The card of one programme.
    Program(Id<Program>),
}

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
}

/// Makes a book of a plan. The plan must be free of errors; a reference that is
/// not settled would show as its plain text.
pub fn compose(plan: &Plan, tree: &SourceTree, volume: &Volume, scope: Scope) -> Book {
    Composer::new(plan, tree, volume, scope).book()
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
    words: Words,
    present: Present,
    /// Numbers of the chapters of narrative, by the whole volume.
    chapters: BTreeMap<Id<Chapter>, String>,
    /// Generated tables that the book holds so far.
    placed: BTreeSet<Show>,
    /// Whether the table being made gives its entries their place to jump to.
    anchoring: bool,
    programs: usize,
}

impl<'a> Composer<'a> {
    fn new(plan: &'a Plan, tree: &'a SourceTree, volume: &'a Volume, scope: Scope) -> Self {
        let language = plan.file.language;
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
            words: Words(language),
            present: Present::of(plan, &parts, alone),
            chapters: BTreeMap::new(),
            placed: BTreeSet::new(),
            anchoring: true,
            programs: 0,
        };
        for placed in composer.outline() {
            if let (Part::Chapter(id), Some(number)) = (
                placed.part,
                Numbering::new(placed.place, language).chapter(),
            ) {
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
        let mut files = vec![self.settings()];
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
                let mut numbering = Numbering::new(place, self.plan.file.language);
                let code = self.opd_section(id, &mut numbering);
                let name = format!("opd-{}", self.plan.opds[id].id);
                let title = self.plan.opds[id].file.name.value.clone();
                files.push(self.extract(&name, &title, &code));
            }
            Scope::Program(id) => {
                let pillar = self.plan.programs[id].pillar;
                let place = self.place_of(Part::Pillar(pillar)).place;
                let mut numbering = Numbering::new(place, self.plan.file.language);
                let code = self.program_card(id, 2, &mut numbering);
                self.programs += 1;
                let name = format!("program-{}", self.plan.programs[id].id);
                let title = self.plan.pillars[pillar].file.name.value.clone();
                files.push(self.extract(&name, &title, &code));
            }
        }
        let main = self.main(&files);
        files.push(main);
        Book {
            main: MAIN.into(),
            files,
            assets: self.assets(),
            identifier: format!("{} · {}", self.plan.file.city.value, self.volume.id),
            date: self.plan.file.date.value,
            programs: self.programs,
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
                _ => None,
            })
            .collect()
    }

    fn settings(&self) -> VirtualFile {
        let file = &self.plan.file;
        let mut foot = vec![format!(
            "{} {}",
            self.words.pick("Revisi", "Revision"),
            file.revision.value
        )];
        if file.status == PlanStatus::Draft {
            foot.push(self.words.pick("Rancangan", "Draft").into());
        }
        if file.example {
            let text = self
                .words
                .pick("Angka dalam buku ini contoh", "Figures are examples");
            foot.push(text.into());
        }
        let settings = view::Settings {
            language: file.language.word(),
            paper: match file.paper {
                Paper::A4 => "a4",
                Paper::F4 => "f4",
            },
            title: file.title.value.clone(),
            city: file.city.value.clone(),
            foot: foot.join(" · "),
        };
        VirtualFile {
            path: "/generated/settings.typ".into(),
            code: format!("#let settings = {}\n", expression(&settings)),
        }
    }

    fn main(&self, parts: &[VirtualFile]) -> VirtualFile {
        let file = &self.plan.file;
        let date = file.date.value;
        let book = view::Book {
            title: match self.volume.title.as_str() {
                title if title == file.title.value => title.to_owned(),
                title => format!("{} — {title}", file.title.value),
            },
            author: format!(
                "{} {}",
                self.words.pick("Pemerintah", "Government of"),
                file.city.value
            ),
            keywords: vec![
                self.words.pick("kota cerdas", "smart city").into(),
                file.city.value.clone(),
                self.period(),
            ],
            date: [date.year(), date.month().into(), date.day().into()],
        };
        let mut code = String::from(IMPORT);
        code.push_str(&format!("#show: book.with({})\n", expression(&book)));
        for part in parts.iter().filter(|part| part.path.starts_with("/parts/")) {
            code.push_str(&format!("#include {}\n", code::literal(&part.path)));
        }
        VirtualFile {
            path: MAIN.into(),
            code,
        }
    }

    /// A part cut out of its chapter, below a plain opening.
    fn extract(&self, name: &str, title: &str, code: &str) -> VirtualFile {
        let chapter = view::Chapter {
            number: None,
            title: title.into(),
            subtitle: None,
            label: format!("extract:{name}"),
            color: None,
            place: "body",
            restart: true,
            landscape: false,
        };
        VirtualFile {
            path: format!("/parts/00-{name}.typ"),
            code: format!("{IMPORT}{}{code}", opening(&chapter)),
        }
    }

    fn part(&mut self, at: usize, placed: Placed, restart: bool, files: &mut Vec<VirtualFile>) {
        let plan = self.plan;
        let mut numbering = Numbering::new(placed.place, plan.file.language);
        let mut chapter = view::Chapter {
            number: numbering.chapter(),
            title: String::new(),
            subtitle: None,
            label: String::new(),
            color: None,
            place: match placed.place {
                Place::Front => "front",
                Place::Body(_) => "body",
                Place::Annex(_) => "annex",
            },
            restart,
            landscape: false,
        };
        let mut push = |name: &str, chapter: &view::Chapter, code: String| {
            let code = format!("{IMPORT}{}{code}", opening(chapter));
            files.push(VirtualFile {
                path: format!("/parts/{at:02}-{name}.typ"),
                code,
            });
        };
        match placed.part {
            Part::Cover => {
                let code = format!("{IMPORT}#cover({})\n", expression(&self.cover()));
                files.push(VirtualFile {
                    path: format!("/parts/{at:02}-cover.typ"),
                    code,
                });
            }
            Part::Contents => {
                chapter.title = self.words.pick("Daftar Isi", "Contents").into();
                chapter.label = "part:contents".into();
                push("contents", &chapter, "#contents()\n".into());
            }
            Part::Abbreviations => {
                chapter.title = self.words.pick("Daftar Singkatan", "Abbreviations").into();
                chapter.label = "part:abbreviations".into();
                let code = self.abbreviations();
                push("abbreviations", &chapter, code);
            }
            Part::Chapter(id) => {
                let entry = &plan.chapters[id];
                chapter.title = entry.title.clone();
                chapter.label = self.label(Target::Chapter(id));
                let text = self.lower(&entry.narrative, &mut numbering, Standing::Chapter);
                push(
                    &format!("chapter-{}", entry.id),
                    &chapter,
                    format!("#{}\n", text.code()),
                );
            }
            Part::Pillar(id) => {
                let entry = &plan.pillars[id];
                chapter.title = entry.file.name.value.clone();
                chapter.subtitle = entry.file.subtitle.as_ref().map(|text| text.value.clone());
                chapter.label = self.label(Target::Pillar(id));
                chapter.color = self.color(id);
                let code = self.pillar_chapter(id, &mut numbering);
                self.programs += entry.programs.len();
                push(&format!("pillar-{}", entry.id), &chapter, code);
            }
            Part::Opds => {
                chapter.title = self
                    .words
                    .pick("Profil Perangkat Daerah", "Profiles of the City Agencies")
                    .into();
                chapter.label = "part:opd".into();
                let overview = self.opd_overview(&mut numbering);
                push("opd", &chapter, overview);
                for (number, (id, opd)) in plan.opds.iter().enumerate() {
                    let code = self.opd_section(id, &mut numbering);
                    let mut chapter = chapter.clone();
                    chapter.restart = false;
                    files.push(VirtualFile {
                        path: format!("/parts/{at:02}-opd-{number:03}-{}.typ", opd.id),
                        code: format!("{IMPORT}{}{code}", continuation(&chapter)),
                    });
                }
            }
            Part::Budget => {
                chapter.title = self.words.pick("Anggaran", "Budget").into();
                chapter.label = "part:budget".into();
                let code = self.budget_chapter(&mut numbering);
                push("budget", &chapter, code);
            }
            Part::ActionMatrix => {
                chapter.title = self
                    .words
                    .pick("Matriks Rencana Aksi", "Action Matrix")
                    .into();
                chapter.label = "part:action-matrix".into();
                chapter.landscape = true;
                let code = self.action_matrix(&mut numbering);
                push("action-matrix", &chapter, code);
            }
            Part::OpdList => {
                chapter.title = self
                    .words
                    .pick("Daftar Perangkat Daerah", "City Agencies")
                    .into();
                chapter.label = "part:opd-list".into();
                let profiles = self
                    .outline()
                    .iter()
                    .any(|placed| placed.part == Part::Opds);
                let code = self.opd_list(!profiles, &mut numbering);
                push("opd-list", &chapter, code);
            }
        }
    }

    fn cover(&self) -> view::Cover {
        let file = &self.plan.file;
        let place = file.place.as_ref().unwrap_or(&file.city);
        let date = self.format.date(file.date.value);
        view::Cover {
            title: file.title.value.clone(),
            subtitle: file.subtitle.as_ref().map(|text| text.value.clone()),
            volume: (self.volume.title != file.title.value).then(|| self.volume.title.clone()),
            city: file.city.value.clone(),
            province: file.province.value.clone(),
            period: self.period(),
            revision: file.revision.value.clone(),
            place_and_date: format!("{}, {date}", place.value),
            date,
            decree: file.decree.as_ref().map(|decree| self.decree(decree)),
            draft: file.status == PlanStatus::Draft,
            example: file.example,
            emblem: self.plan.emblem.as_ref().map(|path| format!("/{path}")),
            emblem_alt: file.emblem_alt.as_ref().map_or_else(
                || {
                    format!(
                        "{} {}",
                        self.words.pick("Lambang", "Emblem of"),
                        file.city.value
                    )
                },
                |text| text.value.clone(),
            ),
            pillars: self
                .plan
                .pillars
                .iter()
                .map(|(id, pillar)| PillarMark {
                    name: pillar.file.name.value.clone(),
                    color: self.color(id),
                })
                .collect(),
        }
    }

    fn abbreviations(&self) -> String {
        let opds = self.plan.opds.values().map(|opd| {
            (
                opd.file.abbreviation.value.as_str(),
                opd.file.name.value.as_str(),
            )
        });
        let registry = self
            .plan
            .abbreviations
            .values()
            .map(|entry| (entry.short.value.as_str(), entry.long.value.as_str()));
        let mut all: Vec<(&str, &str)> = opds.chain(registry).collect();
        all.sort_by_key(|&(short, long)| (short.to_lowercase(), short, long));
        all.dedup();
        let columns = vec![
            table::narrow(self.words.pick("Singkatan", "Abbreviation")),
            table::text(self.words.pick("Kepanjangan", "Meaning"), 1),
        ];
        let rows = all
            .into_iter()
            .map(|(short, long)| table::plain(vec![Content::text(short), Content::text(long)]))
            .collect();
        format!("#data-table({})\n", expression(&table::bare(columns, rows)))
    }

    fn label(&self, target: Target) -> String {
        labels::label(self.plan, target)
    }

    fn title(&self, target: Target) -> String {
        labels::title(self.plan, self.words, &self.chapters, target)
    }

    fn is_present(&self, target: Target) -> bool {
        self.present.link(self.plan, target, &Content::empty()) != Content::empty()
    }

    /// The title of an entry, jumping to it.
    fn link(&self, target: Target) -> Content {
        self.link_as(target, &self.title(target))
    }

    /// A text that jumps to an entry.
    fn link_as(&self, target: Target, text: &str) -> Content {
        self.present.link(self.plan, target, &Content::text(text))
    }

    /// A place to jump to without anything to see.
    fn anchor(&self, target: Target) -> Content {
        Content::lowered(format!("anchor({})", code::literal(&self.label(target))))
    }

    fn color(&self, id: Id<Pillar>) -> Option<String> {
        self.plan.pillars[id]
            .file
            .color
            .as_ref()
            .map(|color| color.value.clone())
    }

    fn optional(&self, text: Option<&str>) -> Content {
        Content::text(text.unwrap_or("–"))
    }

    /// `2025–2029`
    fn period(&self) -> String {
        self.span(self.plan.file.period.start, self.plan.file.period.end)
    }

    fn span(&self, start: model::Year, end: model::Year) -> String {
        if start == end {
            start.to_string()
        } else {
            format!("{start}–{end}")
        }
    }

    fn decree(&self, decree: &model::Decree) -> String {
        let mut text = decree.title.value.clone();
        if let Some(number) = &decree.number {
            text.push_str(&format!(
                " {} {}",
                self.words.pick("Nomor", "Number"),
                number.value
            ));
        }
        if let Some(date) = &decree.date {
            let word = self.words.pick("tanggal", "of");
            text.push_str(&format!(" {word} {}", self.format.date(date.value)));
        }
        text
    }

    /// A heading made from data.
    fn section(
        &self,
        level: usize,
        title: &str,
        label: Option<String>,
        numbering: &mut Numbering,
    ) -> String {
        let section = Section {
            level,
            number: numbering.section(level),
            title: Content::text(title),
            label,
            page: false,
        };
        format!("#section({})\n", expression(&section))
    }

    fn captioned(&self, mut table: Table, caption: &str, numbering: &mut Numbering) -> Table {
        table.number = numbering.table();
        table.caption = Some(Content::text(caption));
        table
    }

    /// A table with number and caption, as code of a part.
    fn numbered(&self, table: Table, caption: &str, numbering: &mut Numbering) -> String {
        let table = self.captioned(table, caption, numbering);
        format!("#data-table({})\n", expression(&table))
    }

    /// Several narratives, one after the other.
    fn narratives(
        &mut self,
        narratives: &[Narrative],
        numbering: &mut Numbering,
        standing: Standing,
    ) -> Option<Content> {
        let mut all: Option<Content> = None;
        for narrative in narratives {
            let text = self.lower(narrative, numbering, standing);
            all = Some(match all {
                Some(before) => before.then(&text),
                None => text,
            });
        }
        all
    }
}

const MAIN: &str = "/main.typ";

/// Every virtual file sees the templates through this one.
const IMPORT: &str = "#import \"/templates/templates.typ\": *\n";

fn opening(chapter: &view::Chapter) -> String {
    format!("#show: chapter.with({})\n", expression(chapter))
}

fn continuation(chapter: &view::Chapter) -> String {
    format!("#show: chapter-continued.with({})\n", expression(chapter))
}
