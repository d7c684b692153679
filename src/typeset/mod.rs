//! Sixth stage: a book is laid out and exported.
//!
//! In: a [`Book`] and fonts. Out: its pages, or the bytes of a PDF. Faults that
//! Typst finds are reported at the place in the plan that they come from.

mod bars;
mod diagnostics;
mod notes;
mod origins;
mod pack;
mod printed;
mod relayout;
mod room;
mod soft_hyphens;
mod standards;
mod survey;
mod templates;
mod translations;
mod unprintable;
mod walk;
mod world;

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use ecow::EcoVec;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandards, Timestamp};

pub(crate) use origins::Origins;
use printed::Printed;
pub use standards::Standards;
use survey::{Fault, Wrong};
pub use templates::BUILT_IN;
pub(crate) use walk::walk;
use world::BookWorld;
pub use world::Fonts;

use crate::check::output::{broken_word, misplaced_text, nonconforming_pdf, typesetting};
use crate::compose::Book;
use crate::finding::{Finding, Findings, Rule};
use crate::language::message;
use crate::source::{FileIndex, SourceTree, Span};

/// Number of pages from which on a book is large: what Typst remembers of it takes
/// gigabytes.
pub(crate) const LARGE: usize = 500;

/// The same in print. There a book is laid out from nothing whenever it is built, for
/// which what is remembered of the last time is a help as long as a machine can hold it.
const LARGE_IN_PRINT: usize = 1_500;

/// How often a book is laid out again at most because words had to be broken.
const BREAKING: usize = 3;

/// What Typst says of a drawing with text in HTML, for which `check` has a rule.
const FOREIGN_OBJECT: &str = "image contains foreign object";

/// A finished book.
#[derive(Debug, Clone)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
}

/// Sets a book and exports it.
///
/// Without chosen standards it follows PDF/A-2a and PDF/UA-1; content that these
/// do not allow, such as a character that no font has, then makes an ordinary
/// PDF and a warning. Returns `None` if the book could not be set, or does not
/// allow the standards that were chosen; the reason is among the findings.
pub fn typeset(
    book: &Book,
    tree: &SourceTree,
    fonts: &Fonts,
    standards: &Standards,
    findings: &mut Findings,
) -> Option<Pdf> {
    Typesetter::new(fonts).typeset(book, tree, standards, findings)
}

/// Lays a book out without exporting it.
pub fn lay_out(
    book: &Book,
    tree: &SourceTree,
    fonts: &Fonts,
    findings: &mut Findings,
) -> Option<PagedDocument> {
    Typesetter::new(fonts).lay_out(book, tree, findings)
}

/// Sets books, one after the other. What a book has in common with the one before it
/// is set once, as long as [`evict_cache`] leaves it.
pub struct Typesetter<B> {
    fonts: Fonts,
    world: Option<BookWorld<B>>,
    /// The last book for a screen.
    last: Option<PagedDocument>,
}

impl<B: Borrow<Book> + Send + Sync> Typesetter<B> {
    /// A typesetter that has set nothing yet.
    pub fn new(fonts: &Fonts) -> Self {
        Self {
            fonts: fonts.clone(),
            world: None,
            last: None,
        }
    }

    /// Like [`typeset`].
    pub fn typeset(
        &mut self,
        book: B,
        tree: &SourceTree,
        standards: &Standards,
        findings: &mut Findings,
    ) -> Option<Pdf> {
        guarded(tree, findings, |findings| {
            let mut setting = self.setting(book, tree, findings)?;
            let document = setting.lay_out()?;
            setting.export(&document, standards)
        })
    }

    /// Like [`lay_out`].
    pub fn lay_out(
        &mut self,
        book: B,
        tree: &SourceTree,
        findings: &mut Findings,
    ) -> Option<PagedDocument> {
        guarded(tree, findings, |findings| {
            self.setting(book, tree, findings)?.lay_out()
        })
    }

    /// Like [`lay_out`] for a screen, where the soft hyphens of the text do no harm, and
    /// where the last book tells where most things stand.
    pub fn lay_out_for_screen(
        &mut self,
        book: B,
        tree: &SourceTree,
        findings: &mut Findings,
    ) -> Option<PagedDocument> {
        let mut last = self.last.take();
        let large = last
            .as_ref()
            .is_some_and(|last| last.pages().len() >= LARGE);
        let differs = |path| {
            let before = self.world.as_ref().map(BookWorld::book);
            before.is_some_and(|before| before.bytes(path) != book.borrow().bytes(path))
        };
        // All pages are set again. Unless what is remembered of the last ones goes first,
        // that takes memory for two books.
        if differs("/templates/theme.typ") || (large && differs("/generated/settings.typ")) {
            evict_cache(0);
            if large {
                last = None;
            }
        }
        self.last = guarded(tree, findings, |findings| {
            self.setting(book, tree, findings)?.converge(last, LARGE)
        });
        self.last.clone()
    }

    /// Where what stands on the pages of the last book comes from.
    pub(crate) fn origins(&self) -> Origins {
        self.world.as_ref().map(Origins::of).unwrap_or_default()
    }

    fn setting<'a>(
        &'a mut self,
        book: B,
        tree: &'a SourceTree,
        findings: &'a mut Findings,
    ) -> Option<Run<'a, B>> {
        match &mut self.world {
            Some(world) => world.replace(book),
            None => self.world = Some(BookWorld::new(book, &self.fonts)?),
        }
        Some(Run {
            tree,
            world: self.world.as_mut()?,
            findings,
        })
    }
}

/// Evicts the cache of Typst: what none of the last `books` books used, this one counted.
pub fn evict_cache(books: usize) {
    comemo::evict(books);
}

/// Typst is large, and templates can be anything: should it stop by itself,
/// that is a finding like others, and the last good book stays.
fn guarded<T>(
    tree: &SourceTree,
    findings: &mut Findings,
    set: impl FnOnce(&mut Findings) -> Option<T>,
) -> Option<T> {
    let done = catch_unwind(AssertUnwindSafe(|| set(findings)));
    done.unwrap_or_else(|_| {
        let span = diagnostics::plan_span(tree);
        findings.push(typesetting::stopped(span));
        None
    })
}

/// One run: a book that is being set.
struct Run<'a, B> {
    tree: &'a SourceTree,
    world: &'a mut BookWorld<B>,
    findings: &'a mut Findings,
}

impl<B: Borrow<Book> + Send + Sync> Run<'_, B> {
    /// Reports what Typst says, under `rule` or what each remark falls under.
    fn report(&mut self, rule: Option<&'static Rule>, diagnostics: &[SourceDiagnostic]) {
        for diagnostic in diagnostics {
            let rule = rule.unwrap_or_else(|| diagnostics::rule_of(diagnostic));
            let finding = diagnostics::finding(rule, self.world, self.tree, diagnostic);
            self.findings.push(finding);
        }
    }

    fn lay_out(&mut self) -> Option<PagedDocument> {
        let document = self.converge(None, LARGE_IN_PRINT)?;
        let document = soft_hyphens::strip(document);
        Some(if self.world.book().tracked {
            bars::draw(document)
        } else {
            document
        })
    }

    /// Lays the book out until no word leaves its room that could be broken and no note
    /// stands apart from its mark that could stand beside it, and reports what is wrong with
    /// the pages then.
    fn converge(&mut self, last: Option<PagedDocument>, large: usize) -> Option<PagedDocument> {
        let (mut document, mut remarks) = self.compile(last, large)?;
        let mut faults = survey::faults(&document);
        let mut broken = BTreeMap::new();
        for _ in 0..BREAKING {
            let breaks = self.breaks(&faults, &mut broken);
            if breaks.is_empty() {
                break;
            }
            for (path, characters) in &breaks {
                self.world.insert(path, characters);
            }
            (document, remarks) = self.compile(Some(document), large)?;
            faults = survey::faults(&document);
        }
        for room in room::ROOM {
            let places = self.crowded(&notes::apart(&document));
            if places.is_empty() {
                break;
            }
            let asked = room::asked(room);
            for (path, places) in &places {
                let pieces = places.iter().map(|at| (*at, asked.as_str()));
                self.world.insert(path, &pieces.collect::<BTreeMap<_, _>>());
            }
            (document, remarks) = self.compile(Some(document), large)?;
            faults = survey::faults(&document);
        }
        self.report(None, &remarks);
        let broken = broken.into_values().map(Broken::finding);
        self.findings.extend(broken);
        self.report_faults(&document, &faults);
        notes::check(&document, self.world, self.tree, self.findings);
        Some(document)
    }

    /// Where words may be broken that have no room: by file, characters and the bytes
    /// before which they are to stand. Adds those of each line and of each table to those
    /// that are reported.
    fn breaks(
        &self,
        faults: &[Fault],
        broken: &mut BTreeMap<Room, Broken>,
    ) -> BTreeMap<String, BTreeMap<usize, char>> {
        let mut breaks: BTreeMap<String, BTreeMap<usize, char>> = BTreeMap::new();
        let mut given = BTreeSet::new();
        for fault in faults {
            let all = match Printed::find(self.world, fault.source) {
                Some(printed) => vec![printed],
                // Each text is looked for once.
                None if given.insert(&fault.line) => Printed::given(self.world, &fault.line),
                None => continue,
            };
            for printed in all {
                let places = printed.breaks();
                if places.is_empty() {
                    continue;
                }
                if let Some(word) = printed.short_word()
                    && let Some(span) = printed.place(self.world, self.tree)
                {
                    let file = self.tree.get(span.file);
                    let line = file.map(|file| file.line_column(span.start()).0);
                    let room = match fault.table {
                        Some(table) => Room::Table(table),
                        None => Room::Line(span.file, line.unwrap_or_default()),
                    };
                    let broken = broken.entry(room).or_insert_with(|| Broken {
                        span,
                        word,
                        page: fault.page + 1,
                        places: BTreeSet::new(),
                    });
                    broken.places.insert(span);
                }
                breaks.entry(printed.path).or_default().extend(places);
            }
        }
        breaks
    }

    /// Where to ask for room for notes, given their labels: by file, bytes.
    fn crowded(&self, labels: &[String]) -> BTreeMap<String, BTreeSet<usize>> {
        let mut places: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for label in labels {
            if let Some((path, at)) = self.world.room(label) {
                places.entry(path).or_default().insert(at);
            }
        }
        places
    }

    /// Reports text that is not where it should be, once for each line of the plan.
    fn report_faults(&mut self, document: &PagedDocument, faults: &[Fault]) {
        let mut known = BTreeSet::new();
        let mut lines = BTreeSet::new();
        for fault in faults {
            // What no code tells of is looked for once.
            let is_told = Printed::find(self.world, fault.source).is_some();
            if !is_told && !lines.insert((fault.wrong, &fault.line)) {
                continue;
            }
            let page = document.pages().get(fault.page);
            let span = printed::place(self.world, self.tree, fault.source, &fault.line)
                .or_else(|| printed::place_on(page?, self.world, self.tree))
                .unwrap_or_else(|| diagnostics::plan_span(self.tree));
            let line = self
                .tree
                .get(span.file)
                .map(|file| file.line_column(span.start()).0);
            if known.insert((fault.wrong, span.file, line)) {
                let finding = match fault.wrong {
                    Wrong::Outside => misplaced_text::outside,
                    Wrong::Over => misplaced_text::over,
                };
                self.findings
                    .push(finding(span, fault.line.trim(), fault.page + 1));
            }
        }
    }

    /// Lays the book out once, beginning with the last one if there is one; `large` is the
    /// number of pages from which on memory is spared. Also returns the remarks of Typst.
    fn compile(
        &mut self,
        last: Option<PagedDocument>,
        large: usize,
    ) -> Option<(PagedDocument, EcoVec<SourceDiagnostic>)> {
        let resumed = last.and_then(|last| relayout::lay_out(self.world, Some(last), large));
        // From nothing if that has led to nothing: what is wrong is told in the usual way.
        let Warned { output, warnings } = resumed
            .filter(|resumed| resumed.output.is_ok())
            .or_else(|| relayout::lay_out(self.world, None, large))
            .unwrap_or_else(|| typst::compile::<PagedDocument>(self.world));
        // What `check` says of a picture, it says in the language of the reader.
        let mut warnings = warnings;
        warnings.retain(|warning| warning.message != FOREIGN_OBJECT);
        match output {
            Ok(document) => Some((document, warnings)),
            Err(errors) => {
                self.report(None, &warnings);
                self.report(None, &errors);
                None
            }
        }
    }

    /// Reports under a rule what keeps a book from conforming to standards, each where it
    /// stands in the plan.
    fn report_nonconforming(
        &mut self,
        rule: &'static Rule,
        document: &PagedDocument,
        errors: &[SourceDiagnostic],
    ) {
        let found = unprintable::find(document, self.world, self.tree);
        let others = errors.iter().filter(|error| !found.explains(error));
        let others: Vec<SourceDiagnostic> = others.cloned().collect();
        let said = errors.first().map(|error| error.message.as_str());
        let standards = said.and_then(|said| said.split_once(" error:"));
        let standards = standards.map_or("", |(names, _)| names).to_owned();
        self.findings.extend(found.findings().map(|finding| {
            let finding = Finding {
                rule,
                level: rule.draft,
                ..finding
            };
            if *rule == typesetting::RULE {
                finding.hint(message!("typesetting.chosen", standards = &standards))
            } else {
                finding
            }
        }));
        self.report(Some(rule), &others);
    }

    fn export(&mut self, document: &PagedDocument, standards: &Standards) -> Option<Pdf> {
        let pdf = |standards, book: &Book| typst_pdf::pdf(document, &options(book, standards));
        let book = self.world.book();
        let exported = match standards {
            Standards::Chosen(standards) => pdf(standards.clone(), book),
            Standards::Customary => match pdf(Standards::customary(), book) {
                Ok(bytes) => Ok(bytes),
                Err(errors) => {
                    let kept = Standards::that_hold(&errors);
                    let mut kept = kept.into_iter();
                    let exported = kept
                        .find_map(|standards| pdf(standards, book).ok())
                        .map_or_else(|| pdf(PdfStandards::default(), book), Ok);
                    let rule = &nonconforming_pdf::RULE;
                    self.report_nonconforming(rule, document, &errors);
                    exported
                }
            },
        };
        match exported {
            Ok(bytes) => Some(Pdf {
                bytes: pack::packed(&bytes).unwrap_or(bytes),
                pages: document.pages().len(),
            }),
            Err(errors) => {
                self.report_nonconforming(&typesetting::RULE, document, &errors);
                None
            }
        }
    }
}

/// Where words are broken that are told of together.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Room {
    /// In a line of the plan.
    Line(FileIndex, usize),
    /// In a table of the book, by its number.
    Table(usize),
}

/// Words that are broken.
#[derive(Debug)]
struct Broken {
    /// The first of them: where it was written, what it is, and its page, from 1.
    span: Span,
    word: String,
    page: usize,
    /// Where all of them were written.
    places: BTreeSet<Span>,
}

impl Broken {
    fn finding(self) -> Finding {
        broken_word::finding(self.span, &self.word, self.page, self.places.len())
    }
}

fn options(book: &Book, standards: PdfStandards) -> PdfOptions {
    let date = book.date;
    // The plan's date, never the clock's: the same plan gives the same bytes.
    let timestamp = Datetime::from_ymd_hms(
        date.year().into(),
        date.month().unsigned_abs(),
        date.day().unsigned_abs(),
        0,
        0,
        0,
    )
    .map(Timestamp::new_utc);
    PdfOptions {
        ident: Smart::Custom(book.identifier.clone()),
        creator: Smart::Custom(Some(
            concat!("ambonplan ", env!("CARGO_PKG_VERSION")).into(),
        )),
        timestamp,
        standards,
        ..PdfOptions::default()
    }
}
