//! How long `build` takes beside what Typst alone needs for the same sources, and how
//! both grow with the plan.
//!
//! The book is composed, set and exported as `build` does it, and its sources are
//! compiled and exported by Typst without anything around it; in turns in one run,
//! with empty caches each time. Only ratios are told: seconds say more about the
//! machine than about the program. The largest plan needs several gigabytes; a
//! number as argument is the largest size that is measured.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark fails by panicking and tells its result"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use ambonplan::check::Options;
use ambonplan::compose::{Book, Selection};
use ambonplan::finding::Findings;
use ambonplan::pipeline::Pipeline;
use ambonplan::project::{self, Project};
use ambonplan::resolve::Volume;
use ambonplan::typeset::{BUILT_IN, Fonts, Standards};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::files::{FileLoader, FileStore};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

#[path = "../tests/generator/mod.rs"]
#[allow(dead_code, reason = "plans with mistakes are not built")]
mod generator;

const SIZES: [usize; 4] = [60, 300, 1_000, 3_000];

/// Turns of each size; medians are told.
const TURNS: usize = 3;

fn main() {
    let largest = std::env::args().filter_map(|word| word.parse().ok()).next();
    let largest: usize = largest.unwrap_or(1_000);
    println!("programmes   pages   Typst alone   build   ratio   compose   page against 300");
    let mut page_of_300 = None;
    for size in SIZES.into_iter().filter(|size| *size <= largest) {
        let folder = tempfile::tempdir().unwrap();
        generator::write(folder.path(), generator::plan(size));
        let project = project::load(folder.path(), &Options::default()).unwrap();
        let (_, book) = composed(&project);
        let mut pages = 0;
        let mut runs: Vec<[f64; 3]> = (0..TURNS)
            .map(|_| {
                comemo::evict(0);
                let alone = time(|| pages = alone(&book));
                comemo::evict(0);
                let compose = time(|| black_box(composed(&project)));
                let build = time(|| {
                    let (volume, book) = composed(&project);
                    let mut pipeline = Pipeline::new(Options::default(), Fonts::embedded);
                    let mut findings = Findings::default();
                    let (typesetter, standards) =
                        (pipeline.typesetter(volume), Standards::default());
                    typesetter
                        .typeset(book, &project.tree, &standards, &mut findings)
                        .unwrap()
                });
                [alone, compose, build].map(|time| time.as_secs_f64())
            })
            .collect();
        let mut middle = |of: &dyn Fn(&[f64; 3]) -> f64| {
            runs.sort_by(|one, two| of(one).total_cmp(&of(two)));
            of(&runs[TURNS / 2])
        };
        let ratio = middle(&|[alone, _, build]| build / alone);
        let share = middle(&|[_, compose, build]| compose / build);
        let seconds = middle(&|[alone, ..]| *alone);
        let build = middle(&|[.., build]| *build);
        let page = build / f64::from(u32::try_from(pages).unwrap());
        if size == 300 {
            page_of_300 = Some(page);
        }
        let growth = page_of_300.map_or("–".into(), |first| format!("{:.2}", page / first));
        println!(
            "{size:>10} {pages:>7} {seconds:>11.2} s {build:>5.2} s {ratio:>7.2} {:>8.1}% {growth:>18}",
            share * 100.0
        );
    }
}

fn time<T>(run: impl FnOnce() -> T) -> Duration {
    let begin = Instant::now();
    black_box(run());
    begin.elapsed()
}

fn composed(project: &Project) -> (&Volume, Book) {
    let plan = project.plan.as_ref().unwrap();
    assert!(
        !project.findings.has_errors(),
        "a generated plan has errors"
    );
    Selection::default().compose(plan, &project.tree).unwrap()
}

/// Compiles and exports the sources of a book; returns the number of pages.
fn alone(book: &Book) -> usize {
    let mut fonts = FontStore::new();
    fonts.extend(typst_kit::fonts::embedded());
    let path = VirtualPath::new(&book.main).unwrap();
    let world = Alone {
        library: LazyHash::new(Library::default()),
        fonts,
        main: RootedPath::new(VirtualRoot::Project, path).intern(),
        files: FileStore::new(Files(book)),
    };
    let document = typst::compile::<PagedDocument>(&world).output.unwrap();
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).unwrap();
    let date = Datetime::from_ymd_hms(2026, 6, 1, 0, 0, 0).unwrap();
    let options = PdfOptions {
        timestamp: Some(Timestamp::new_utc(date)),
        standards,
        ..PdfOptions::default()
    };
    black_box(typst_pdf::pdf(&document, &options).unwrap());
    document.pages().len()
}

/// The least that Typst asks for.
struct Alone<'a> {
    library: LazyHash<Library>,
    fonts: FontStore,
    main: FileId,
    files: FileStore<Files<'a>>,
}

impl World for Alone<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<typst::foundations::Duration>) -> Option<Datetime> {
        None
    }
}

struct Files<'a>(&'a Book);

impl FileLoader for Files<'_> {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_with_slash();
        if let Some(image) = self.0.assets.get(path) {
            return Ok(Bytes::new(image.to_vec()));
        }
        let part = self.0.files.iter().find(|file| file.path == path);
        let code = part.map(|file| file.code.clone()).or_else(|| {
            let mut built_in = BUILT_IN.iter();
            let found = built_in.find(|(name, _)| *name == path);
            found.map(|(_, text)| (*text).to_owned())
        });
        code.map(Bytes::from_string)
            .ok_or_else(|| FileError::NotFound(path.into()))
    }
}
