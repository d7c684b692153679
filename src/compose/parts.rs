//! The parts of a book and the virtual files that they become.

use super::code::{Content, expression};
use super::narrative::HeadingContext;
use super::numbering::{Numbering, Place};
use super::{Composer, IMPORT, MAIN, Placed, VirtualFile, code, view};
use crate::language::message;
use crate::model::{Paper, PlanStatus};
use crate::resolve::{Part, Target};

impl Composer<'_> {
    pub(super) fn settings(&self) -> VirtualFile {
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
        let settings = view::Settings {
            language: file.language.value.to_string(),
            paper: match file.paper.value {
                Paper::A4 => "a4",
                Paper::F4 => "f4",
            },
            title: in_one_line(&file.title),
            city: in_one_line(&file.city),
            foot: foot.join(" · "),
            words: self.words.by_name(),
        };
        VirtualFile {
            path: "/generated/settings.typ".into(),
            code: format!("#let settings = {}\n", expression(&settings)),
        }
    }

    pub(super) fn main(&self, parts: &[VirtualFile]) -> VirtualFile {
        let file = &self.plan.file;
        let date = file.date.value;
        let title = match self.volume.title.as_str() {
            title if title == file.title.value => title.to_owned(),
            title => format!("{} — {title}", file.title.value),
        };
        let book = view::Book {
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
        };
        let mut code = String::from(IMPORT);
        code.push_str(&format!("#show: book.with({})\n", expression(&book)));
        if self.tracked {
            code.push_str("#show: marks\n");
        }
        for part in parts.iter().filter(|part| part.path.starts_with("/parts/")) {
            code.push_str(&format!("#include {}\n", code::literal(&part.path)));
        }
        VirtualFile {
            path: MAIN.into(),
            code,
        }
    }

    /// A part cut out of its chapter, below a plain opening.
    pub(super) fn extract(&self, name: &str, title: &str, code: &str) -> VirtualFile {
        let chapter = view::Chapter {
            number: None,
            title: title.into(),
            subtitle: None,
            authors: None,
            draft: false,
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

    pub(super) fn part(
        &mut self,
        at: usize,
        placed: Placed,
        restart: bool,
        files: &mut Vec<VirtualFile>,
    ) {
        let plan = self.plan;
        let mut numbering = Numbering::new(placed.place, self.words);
        let mut chapter = view::Chapter {
            number: numbering.chapter(),
            title: Content::empty(),
            subtitle: None,
            authors: None,
            draft: false,
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
        // The others begin with a trace of their own.
        let made = match placed.part {
            Part::Approval | Part::Chapter(_) | Part::Pillar(_) => String::new(),
            Part::Cover
            | Part::Contents
            | Part::Commitments
            | Part::Tables
            | Part::Figures
            | Part::Abbreviations
            | Part::Generated(_)
            | Part::Opds
            | Part::Budget
            | Part::ActionMatrix
            | Part::OpdList
            | Part::Index => self.made_line(),
        };
        let mut push = |name: &str, chapter: &view::Chapter, code: String| {
            let code = format!("{IMPORT}{}{made}{code}", opening(chapter));
            files.push(VirtualFile {
                path: format!("/parts/{at:02}-{name}.typ"),
                code,
            });
        };
        match placed.part {
            Part::Cover => {
                let trace = self.trace_line(plan.file.title.span);
                let code = format!("{IMPORT}{trace}#cover({})\n", expression(&self.cover()));
                files.push(VirtualFile {
                    path: format!("/parts/{at:02}-cover.typ"),
                    code,
                });
            }
            Part::Contents => {
                chapter.title = self.words.get("book-title-contents").into();
                chapter.label = "part:contents".into();
                push("contents", &chapter, "#contents()\n".into());
            }
            Part::Approval => {
                chapter.title = self.words.get("book-title-approval").into();
                chapter.label = "part:approval".into();
                let trace = self.trace_line(plan.file.title.span);
                push("approval", &chapter, trace + &self.approval());
            }
            Part::Commitments => {
                chapter.title = self.words.get("book-title-commitments").into();
                chapter.label = "part:commitments".into();
                push("commitments", &chapter, self.commitments());
            }
            Part::Tables => {
                chapter.title = self.words.get("book-title-list-of-tables").into();
                chapter.label = "part:list-of-tables".into();
                push("list-of-tables", &chapter, "#caption-list(table)\n".into());
            }
            Part::Figures => {
                chapter.title = self.words.get("book-title-list-of-figures").into();
                chapter.label = "part:list-of-figures".into();
                push("list-of-figures", &chapter, "#caption-list(image)\n".into());
            }
            Part::Abbreviations => {
                chapter.title = self.words.get("book-title-abbreviations").into();
                chapter.label = "part:abbreviations".into();
                let code = self.abbreviations();
                push("abbreviations", &chapter, code);
            }
            Part::Chapter(id) => {
                let entry = &plan.chapters[id];
                chapter.title = Content::text(&entry.title);
                chapter.label = self.label(Target::Chapter(id));
                let texts = std::slice::from_ref(&entry.narrative);
                chapter.authors = self.authors(texts).map(Content::from);
                chapter.draft = self.shows_draft(&entry.narrative);
                // The text goes on in the same string: it may have megabytes.
                let note = self.example_note(&entry.narrative);
                let note = note.map(|note| format!("#{}\n", note.code()));
                let note = note.unwrap_or_default();
                let before = format!("{IMPORT}{}{note}#", opening(&chapter));
                let (text, standing) = (&entry.narrative, HeadingContext::Chapter);
                let length = before.len();
                let mut code = self.lower_behind(before, text, &mut numbering, standing);
                if let Some(notes) = self.title_notes.take() {
                    chapter.title = chapter.title.then(&notes);
                    let before = format!("{IMPORT}{}#", opening(&chapter));
                    code.replace_range(..length, &before);
                }
                code.push('\n');
                files.push(VirtualFile {
                    path: format!("/parts/{at:02}-chapter-{}.typ", entry.id),
                    code,
                });
            }
            Part::Pillar(id) => {
                let entry = &plan.pillars[id];
                chapter.title = Content::text(&entry.file.name);
                chapter.subtitle = entry.file.subtitle.as_ref().map(|text| Content::text(text));
                chapter.authors = self.authors(&entry.narrative).map(Content::from);
                chapter.label = self.label(Target::Pillar(id));
                chapter.color = self.color(id);
                let code = self.pillar_chapter(id, &mut numbering);
                if let Some(notes) = self.title_notes.take() {
                    chapter.title = chapter.title.then(&notes);
                }
                self.programs += entry.programs.len();
                push(&format!("pillar-{}", entry.id), &chapter, code);
            }
            Part::Generated(generated) => {
                chapter.title = self.generated_title(generated).into();
                chapter.label = format!("part:{}", generated.word());
                let code = self.generated(generated, &mut numbering);
                push(generated.word(), &chapter, code);
            }
            Part::Opds => {
                chapter.title = self.words.get("book-title-opd").into();
                chapter.label = "part:opd".into();
                let mut code = self.opd_overview(&mut numbering);
                // A file of its own for each, so that an edit of one leaves the
                // others as they were set.
                let mut sections = Vec::new();
                for (id, opd) in plan.opds.iter() {
                    let path = format!("/sections/opd-{}.typ", opd.id);
                    code.push_str(&format!("#include {}\n", code::literal(&path)));
                    let section = self.opd_section(id, &mut numbering);
                    sections.push(VirtualFile {
                        path,
                        code: format!("{IMPORT}{section}"),
                    });
                }
                push("opd", &chapter, code);
                files.append(&mut sections);
            }
            Part::Budget => {
                chapter.title = self.words.get("book-title-budget").into();
                chapter.label = "part:budget".into();
                let code = self.budget_chapter(&mut numbering);
                push("budget", &chapter, code);
            }
            Part::ActionMatrix => {
                chapter.title = self.words.get("book-title-action-matrix").into();
                chapter.label = "part:action-matrix".into();
                chapter.landscape = true;
                let code = self.action_matrix(&mut numbering);
                push("action-matrix", &chapter, code);
            }
            Part::Index => {
                chapter.title = self.words.get("book-title-index").into();
                chapter.label = "part:index".into();
                let code = self.index(&mut numbering);
                push("index", &chapter, code);
            }
            Part::OpdList => {
                chapter.title = self.words.get("book-title-opd-list").into();
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
}

pub(super) fn opening(chapter: &view::Chapter) -> String {
    format!("#show: chapter.with({})\n", expression(chapter))
}

/// A text in one line: the head of a page and the title that a window shows have no more.
fn in_one_line(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
