//! The parts of a book.

use super::narrative::HeadingContext;
use super::numbering::{Place, chapter_number};
use super::trace::Origin;
use super::tree::{BlockKind, Content, Flow, Part as BookPart};
use super::{Composer, Placed, view};
use crate::language::message;
use crate::model::{Margins, Paper, PlanStatus};
use crate::resolve::{Narrative, Part, Target};

/// Bytes of narrative with which a chapter is surely shorter than a page.
const SHORT: usize = 2_500;

impl Composer<'_> {
    /// What all pages have in common.
    pub(super) fn settings(&self) -> view::Settings {
        let file = &self.plan.file;
        let mut foot = vec![self.words.say(&message!(
            "book-revision-of",
            revision = &file.revision.value
        ))];
        if file.status.value == PlanStatus::Draft {
            foot.push(self.words.get("book-draft").into());
        }
        if file.example.value {
            let text = self.words.get("book-figures-are-examples");
            foot.push(text.into());
        }
        view::Settings {
            language: file.language.value.to_string(),
            paper: match file.paper.value {
                Paper::A4 => "a4",
                Paper::F4 => "f4",
            },
            theme: file.theme.value.word(),
            mirrored: match file.margins.value {
                Margins::Equal => false,
                Margins::Mirrored => true,
            },
            bleed: file.bleed.value,
            title: in_one_line(&self.volume.title),
            city: in_one_line(&file.city),
            foot: foot.join(" · "),
            words: self.words.by_name(),
        }
    }

    /// What describes the book.
    pub(super) fn description(&self) -> view::Book {
        let file = &self.plan.file;
        let date = file.date.value;
        let title = match self.volume.title.as_str() {
            title if title == file.title.value => title.to_owned(),
            title => format!("{} — {title}", file.title.value),
        };
        view::Book {
            title: in_one_line(&title),
            author: self
                .words
                .say(&message!("book-government-of", city = &file.city.value)),
            keywords: vec![
                self.words.get("book-smart-region").into(),
                file.city.value.clone(),
                self.period(),
            ],
            date: [date.year(), date.month().into(), date.day().into()],
        }
    }

    /// A part cut out of its chapter, below a plain opening.
    pub(super) fn extract(&self, name: &str, place: Place, title: &str, body: Flow) -> BookPart {
        let chapter = view::Chapter {
            number: None,
            title: title.into(),
            subtitle: None,
            authors: None,
            draft: false,
            label: format!("extract:{name}"),
            color: None,
            tab: None,
            place: "body",
            restart: true,
            landscape: false,
            runs_on: false,
        };
        BookPart {
            path: format!("/parts/00-{name}.typ"),
            place: Some(place),
            opening: Some(chapter),
            origin: None,
            body,
        }
    }

    /// Adds a part of the volume, and behind it what it includes.
    pub(super) fn part(
        &mut self,
        at: usize,
        placed: Placed,
        restart: bool,
        parts: &mut Vec<BookPart>,
    ) {
        let plan = self.plan;
        let place = Some(placed.place);
        let mut chapter = view::Chapter {
            number: chapter_number(placed.place, self.words),
            title: Content::empty(),
            subtitle: None,
            authors: None,
            draft: false,
            label: String::new(),
            color: None,
            tab: None,
            place: match placed.place {
                Place::Front => "front",
                Place::Body(_) => "body",
                Place::Annex(_) => "annex",
            },
            restart,
            landscape: false,
            runs_on: false,
        };
        let title_of_plan = Origin::from(plan.file.title.span);
        let mut included = Vec::new();
        let (name, origin, body) = match placed.part {
            Part::Cover => {
                let cover = BlockKind::Cover(Box::new(self.cover()));
                parts.push(BookPart {
                    path: format!("/parts/{at:02}-cover.typ"),
                    place,
                    opening: None,
                    origin: Some(title_of_plan),
                    body: cover.into(),
                });
                return;
            }
            Part::Contents => {
                chapter.title = self.words.get("book-title-contents").into();
                chapter.label = "part:contents".into();
                made("contents", BlockKind::Contents)
            }
            Part::Approval => {
                chapter.title = self.words.get("book-title-approval").into();
                chapter.label = "part:approval".into();
                let body = Flow::from(self.approval());
                ("approval".to_owned(), Some(title_of_plan), body)
            }
            Part::Commitments => {
                chapter.title = self.words.get("book-title-commitments").into();
                chapter.label = "part:commitments".into();
                made("commitments", self.commitments())
            }
            Part::AtAGlance => {
                chapter.title = self.glance_title().into();
                chapter.label = "part:at-a-glance".into();
                made("at-a-glance", self.at_a_glance())
            }
            Part::Promises => {
                chapter.title = self.words.get("book-title-promises").into();
                chapter.label = "part:promises".into();
                made("promises", self.promises())
            }
            Part::Decisions => {
                chapter.title = self.words.get("book-title-decisions").into();
                chapter.label = "part:decisions".into();
                made("decisions", self.decisions())
            }
            Part::Tables => {
                chapter.title = self.words.get("book-title-list-of-tables").into();
                chapter.label = "part:list-of-tables".into();
                made("list-of-tables", BlockKind::ListOfTables)
            }
            Part::Figures => {
                chapter.title = self.words.get("book-title-list-of-figures").into();
                chapter.label = "part:list-of-figures".into();
                made("list-of-figures", BlockKind::ListOfFigures)
            }
            Part::Abbreviations => {
                chapter.title = self.words.get("book-title-abbreviations").into();
                chapter.label = "part:abbreviations".into();
                made("abbreviations", self.abbreviations())
            }
            Part::Chapter(id) => {
                let entry = &plan.chapters[id];
                chapter.title = Content::text(&entry.title);
                chapter.label = self.label(Target::Chapter(id));
                let texts = std::slice::from_ref(&entry.narrative);
                chapter.authors = self.authors(texts).map(Content::from);
                chapter.draft = self.shows_draft(&entry.narrative);
                chapter.runs_on =
                    !chapter.draft && self.runs_on(at, placed.place, &entry.narrative);
                let mut body = Flow::default();
                if let Some(note) = self.example_note(&entry.narrative) {
                    body.push(note);
                }
                let (text, standing) = (&entry.narrative, HeadingContext::Chapter);
                body.append(self.lower(text, standing));
                self.put_title_notes(&mut chapter);
                (format!("chapter-{}", entry.id), None, body)
            }
            Part::Pillar(id) => {
                let entry = &plan.pillars[id];
                chapter.title = Content::text(&entry.file.name);
                chapter.subtitle = entry.file.subtitle.as_ref().map(|text| Content::text(text));
                chapter.authors = self.authors(&entry.narrative).map(Content::from);
                chapter.label = self.label(Target::Pillar(id));
                chapter.color = self.color(id);
                let mut pillars = plan.pillars.iter();
                let count = pillars.len();
                let at = pillars.position(|(other, _)| other == id);
                chapter.tab = at.map(|at| [at, count]);
                let body = self.pillar_chapter(id);
                self.put_title_notes(&mut chapter);
                self.programs += entry.programs.len();
                let name = format!("pillar-{}", entry.id);
                (name, Some(entry.file.name.span.into()), body)
            }
            Part::Generated(generated) => {
                chapter.title = self.generated_title(generated).into();
                chapter.label = format!("part:{}", generated.word());
                made(generated.word(), self.generated(generated))
            }
            Part::Opds => {
                chapter.title = self.words.get("book-title-opd").into();
                chapter.label = "part:opd".into();
                let mut body = self.opd_overview();
                // A file of its own for each, so that an edit of one leaves the
                // others as they were set.
                for (id, opd) in plan.opds.iter() {
                    let path = format!("/sections/opd-{}.typ", opd.id);
                    body.push(BlockKind::Include(path.clone()));
                    included.push(BookPart {
                        path,
                        place: None,
                        opening: None,
                        origin: Some(opd.file.name.span.into()),
                        body: self.opd_section(id),
                    });
                }
                made("opd", body)
            }
            Part::Budget => {
                chapter.title = self.words.get("book-title-budget").into();
                chapter.label = "part:budget".into();
                made("budget", self.budget_chapter())
            }
            Part::ActionMatrix => {
                chapter.title = self.words.get("book-title-action-matrix").into();
                chapter.label = "part:action-matrix".into();
                chapter.landscape = true;
                made("action-matrix", self.action_matrix())
            }
            Part::Index => {
                chapter.title = self.words.get("book-title-index").into();
                chapter.label = "part:index".into();
                made("index", self.index())
            }
            Part::OpdList => {
                chapter.title = self.words.get("book-title-opd-list").into();
                chapter.label = "part:opd-list".into();
                let outline = self.outline();
                let profiles = outline.iter().any(|placed| placed.part == Part::Opds);
                made("opd-list", self.opd_list(!profiles))
            }
        };
        parts.push(BookPart {
            path: format!("/parts/{at:02}-{name}.typ"),
            place,
            opening: Some(chapter),
            origin,
            body,
        });
        parts.append(&mut included);
    }

    /// Whether a chapter goes on where the one before it ends, on pages that are like its own: it
    /// is narrative alone, and less than a page of it.
    fn runs_on(&self, at: usize, place: Place, narrative: &Narrative) -> bool {
        let outline = self.outline();
        let before = at.checked_sub(1).and_then(|before| outline.get(before));
        let alike = before.is_some_and(|before| match (before.place, place) {
            (Place::Body(_), Place::Body(_)) => matches!(
                before.part,
                Part::Chapter(_) | Part::Generated(_) | Part::Budget | Part::Opds
            ),
            (Place::Front | Place::Body(_) | Place::Annex(_), _) => false,
        });
        let text = self.tree.get(narrative.file);
        let bytes = text.map_or(0, |file| file.text.len());
        alike && bytes <= SHORT && narrative.shows().next().is_none()
    }

    /// Adds the notes to which the title of the text refers that was lowered last.
    fn put_title_notes(&mut self, chapter: &mut view::Chapter) {
        if let Some(notes) = self.title_notes.take() {
            chapter.title = std::mem::take(&mut chapter.title).then(notes);
        }
    }
}

/// The name, the origin and the blocks of a part that is made from the whole plan.
fn made(name: &str, body: impl Into<Flow>) -> (String, Option<Origin>, Flow) {
    (name.to_owned(), Some(Origin::Generated), body.into())
}

/// A text in one line: the head of a page and the title that a window shows have no more.
fn in_one_line(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
