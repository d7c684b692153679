//! `ambonplan build`

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ambonplan::compose::{Book, Earlier, Scope, Selection, compose, compose_tracked, document};
use ambonplan::diff::report::{self as report_of_changes, Audience, Named, NamedCommit, Shown};
use ambonplan::diff::{self, Diff, Settings};
use ambonplan::finding::Findings;
use ambonplan::html;
use ambonplan::language::{Catalogue, Language, Message, message};
use ambonplan::pipeline::Pipeline;
use ambonplan::project::Project;
use ambonplan::resolve::{Plan, Volume};
use ambonplan::source::SourceTree;
use ambonplan::typeset::{Fonts, Standards, evict_cache};
use clap::ValueEnum;
use indicatif::ProgressBar;

use super::build_cache::BuildCache;
use super::check_arguments::CheckArguments;
use super::discovery::Place;
use super::failure::{Result, bail};
use super::folder::Update;
use super::history::{Asked, History, Opened, Side, understood};
use super::part_filter::PartFilter;
use super::polling::Polling;
use super::remark::Remark;
use super::report::{self, Report};
use super::timings::Timings;
use super::{Outcome, build_cache, dependencies, interrupt, language, loading, output, write};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan build\n  \
    ambonplan build --only pillar:governance\n  \
    ambonplan build --only program:layanan-112 -o kartu.pdf\n  \
    ambonplan build --plan examples/kota-teladan --volume ringkasan\n  \
    ambonplan build --plan examples/kota-teladan --all-volumes\n  \
    ambonplan build --only opd:diskominfo --watch\n  \
    ambonplan build --format html -o situs\n  \
    ambonplan build --changes-since main")]
pub struct Arguments {
    /// Form of the book
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Pdf)]
    format: Format,

    /// Write the PDF to this file, or to standard output as `-`, or the pages into this
    /// folder [default: build/<volume>.pdf, or build/<volume>]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Build one part: chapter:ID, pillar:ID, opd:ID or program:ID
    #[arg(long, value_name = "KIND:ID")]
    only: Option<String>,

    /// Build this volume of plan.toml instead of the first
    #[arg(long, value_name = "ID")]
    volume: Option<String>,

    /// Build every volume of plan.toml
    #[arg(long, conflicts_with_all = ["volume", "only", "output"])]
    all_volumes: bool,

    /// Follow these PDF standards instead of a-2a,ua-1, or build nothing
    #[arg(long, value_name = "STANDARD", value_delimiter = ',')]
    pdf_standard: Vec<String>,

    /// Also use the fonts of the system; the output then depends on the machine
    #[arg(long)]
    system_fonts: bool,

    /// Print how long each stage took
    #[arg(long)]
    timings: bool,

    /// Write what the books are made of into this file, as a rule of a makefile; `-` is
    /// standard output
    #[arg(long, value_name = "FILE")]
    deps: Option<PathBuf>,

    /// Mark what changed since a revision of git or a directory: new text underlined, old
    /// text struck out, bars in the margin, a summary before the first chapter
    /// [default file: build/<volume>-changes.pdf]
    #[arg(long, value_name = "REVISION")]
    changes_since: Option<String>,

    /// Build again after every change until interrupted
    #[arg(long)]
    watch: bool,

    #[command(flatten)]
    polling: Polling,

    #[command(flatten)]
    judging: CheckArguments,
}

/// What a book is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// PDF
    Pdf,
    /// A folder with pages of a web site, which can be read without a server
    Html,
}

impl Arguments {
    /// Refuses what only a PDF can be.
    fn refuse_for_pages(&self) -> Result<()> {
        if self.format == Format::Pdf {
            return Ok(());
        }
        let output = self.output.as_deref();
        if output.is_some_and(write::is_standard_output) {
            bail!("html-without-name");
        }
        let standards = (!self.pdf_standard.is_empty()).then_some("--pdf-standard");
        let changes = self.changes_since.as_ref().map(|_| "--changes-since");
        if let Some(option) = standards.or(changes) {
            bail!("html-without", option = option);
        }
        Ok(())
    }

    fn selection(&self) -> Selection {
        Selection {
            volume: self.volume.clone(),
            part: self.only.clone(),
        }
    }
}

/// Of how many builds something must have been of use to one for it to stay in memory.
const REMEMBERED: usize = 2;

/// Builds the PDF. A plan with errors leaves the last PDF as it is.
pub fn run(place: &Place, asked: language::Asked, arguments: Arguments) -> Result<Outcome> {
    let directory = place.directory.as_path();
    let polling = arguments.polling;
    let watch = if arguments.watch {
        Some(polling.watch(directory)?)
    } else if polling.is_asked() {
        bail!("poll-without-watch")
    } else {
        None
    };
    let mut context = BuildContext::new(place, asked, arguments)?;
    let Some(mut watch) = watch else {
        let (tree, findings) = loading::read(directory)?;
        return context.build(tree, findings);
    };
    if let Some(remark) = polling.remark(&watch, language::choose(asked, None)) {
        writeln!(output::err(), "{remark}")?;
    }
    interrupt::until(move || {
        let mut last = None;
        loop {
            context.follow(&mut last);
            watch.wait();
        }
    })?;
    Ok(Outcome::Clean)
}

/// Builds books, once or after every change.
struct BuildContext {
    directory: PathBuf,
    /// Where books go into `build`.
    books: PathBuf,
    asked: language::Asked,
    arguments: Arguments,
    pipeline: Pipeline,
    standards: Standards,
    /// The plan that the books are compared with.
    earlier: Option<Baseline>,
}

impl BuildContext {
    fn new(place: &Place, asked: language::Asked, arguments: Arguments) -> Result<Self> {
        let directory = place.directory.as_path();
        arguments.refuse_for_pages()?;
        let standards = match arguments.pdf_standard.as_slice() {
            [] => Standards::Customary,
            names => Standards::parse(names)?,
        };
        let output = arguments.output.as_deref();
        for file in output.into_iter().chain(arguments.deps.as_deref()) {
            write::refuse_source(file, directory)?;
        }
        if arguments.format == Format::Html {
            let customary = place.books.join("build");
            write::refuse_inside(output.unwrap_or(&customary), directory)?;
        }
        let streamed = output.is_some_and(write::is_standard_output);
        if streamed && arguments.watch {
            bail!("watch-without-name");
        }
        let earlier = match &arguments.changes_since {
            Some(name) => {
                let mut history = History::new(directory, None)?;
                let side = history.side(name, Asked::First)?;
                let place = match &side {
                    Side::Directory(directory) => Some(directory.clone()),
                    Side::Revision(_) | Side::Nothing(_) | Side::Index => None,
                };
                let committed = match &side {
                    Side::Revision(_) => history.committed()?,
                    Side::Directory(_) | Side::Nothing(_) | Side::Index => None,
                };
                let side = history.first(side, &Side::Directory(directory.to_path_buf()))?;
                let language = language::choose(asked, None);
                history.tell(language)?;
                if side.named.is_missing {
                    let catalogue = Catalogue::new(language);
                    let mut told = vec![message!("changes-since-nothing", name = name)];
                    let elsewhere = side.named.elsewhere;
                    if let Some(first) = elsewhere.first() {
                        let places = elsewhere.iter().map(|place| format!("`{place}`"));
                        let places = places.collect::<Vec<_>>().join(", ");
                        let (name, first) = (name.as_str(), first.as_str());
                        told.push(message!(
                            "diff-everything.elsewhere",
                            side = name,
                            places = places,
                            first = first
                        ));
                    }
                    for message in &told {
                        writeln!(output::err(), "{}", catalogue.text(message))?;
                    }
                    None
                } else {
                    understood(&side.project, name)?;
                    Some(Baseline {
                        key: build_cache::key(&side.project.tree, name).unwrap_or_default(),
                        project: side.project,
                        named: side.named,
                        directory: place,
                        committed,
                    })
                }
            }
            None => None,
        };
        let fonts = if arguments.system_fonts {
            Fonts::with_system
        } else {
            Fonts::embedded
        };
        Ok(Self {
            directory: directory.to_path_buf(),
            books: place.books.clone(),
            asked,
            earlier,
            pipeline: Pipeline::new(arguments.judging.options(), fonts),
            arguments,
            standards,
        })
    }

    /// Builds what has changed since the last time, and says what went wrong.
    fn follow(&mut self, last: &mut Option<SourceTree>) {
        let built = loading::read(&self.directory).and_then(|(tree, findings)| {
            if last.as_ref().is_some_and(|last| last.is_same(&tree)) {
                return Ok(());
            }
            *last = Some(tree.clone());
            self.build(tree, findings)?;
            evict_cache(REMEMBERED);
            let language = language::choose(self.asked, None);
            let waiting = Message::new("watching", Vec::new());
            writeln!(output::err(), "{}", Catalogue::new(language).text(&waiting))?;
            Ok(())
        });
        if let Err(error) = built {
            *last = None;
            report::failure(&error, language::choose(self.asked, None));
        }
    }

    fn build(&mut self, tree: SourceTree, findings: Findings) -> Result<Outcome> {
        let begin = Instant::now();
        let mut timings = Timings::new();
        let progress = Progress::new(self.asked.language());
        progress.say("stage-reading");
        let mut project = self.pipeline.judge(tree, findings);
        timings.end("stage-reading");
        let errors = project.findings.has_errors();
        let only = self.arguments.only.as_deref();
        let mut filter = PartFilter::to(only, &project)?;
        if errors {
            filter.keep_what_stops(&mut project)
        } else {
            filter.keep_findings(&mut project)
        }
        let plan = match project.plan.take() {
            Some(plan) if !errors => plan,
            plan => {
                project.plan = plan;
                progress.clear();
                return self.nothing_built(&project, &filter);
            }
        };
        let selected: Vec<(&Volume, Scope)> = if self.arguments.all_volumes {
            let volumes = plan.volumes.iter();
            volumes.map(|one| (one, Scope::Volume)).collect()
        } else {
            vec![self.arguments.selection().find(&plan)?]
        };
        let now = (&plan, &project);
        let mut context = Vec::new();
        // The same for all volumes.
        let mut diff = None;
        for selected in selected {
            let mut work = self.begin(now, selected);
            if work.remarks.is_none() {
                self.set(&mut work, now, &mut diff, (&progress, &mut timings))?;
            }
            context.push(work);
        }
        let mut remarks = Findings::default();
        for work in &context {
            remarks.extend(work.remarks.iter().flat_map(Findings::iter).cloned());
        }
        let judged = (&plan, &project.tree);
        let refused = self.pipeline.report(judged, &mut project.findings, remarks);
        let now = (&plan, &project);
        for work in &mut context {
            // It was set before and not kept, for what nobody minds any more.
            if !refused && work.book.is_none() {
                self.set(work, now, &mut diff, (&progress, &mut timings))?;
            }
        }
        // All or none: volumes refer to each other.
        if refused || context.iter().any(|work| work.book.is_none()) {
            for work in &context {
                work.refuse(&project.tree)?;
            }
            progress.clear();
            project.plan = Some(plan);
            return self.nothing_built(&project, &filter);
        }
        let rule = match &self.arguments.deps {
            Some(file) => Some((file.as_path(), self.rule(&context, &project.tree)?)),
            None => None,
        };
        let rule = rule.iter().map(|(file, rule)| (*file, rule.as_slice()));
        let folders = context.iter().filter_map(Work::update);
        let folders = folders.collect::<Result<Vec<Update>>>()?;
        for folder in &folders {
            folder.write()?;
        }
        write::all(context.iter().filter_map(Work::new_book).chain(rule))?;
        for work in &context {
            work.keep(&project.tree)?;
        }
        timings.end("stage-writing");
        progress.clear();
        let language = language::choose(self.asked, Some(&plan));
        let report = print_findings(&self.directory, language, &project)?;

        let seconds = begin.elapsed().as_secs_f64();
        let remarks = if project.findings.is_empty() {
            String::new()
        } else {
            format!(" ({})", report.count())
        };
        for work in &context {
            let Some(book) = &work.book else { continue };
            let same = match book.made {
                Made::Pdf(_) | Made::Pages(_) => String::new(),
                Made::Before => format!(" ({})", report.words("unchanged", 0)),
            };
            writeln!(
                output::err(),
                "{}, {}, {seconds:.1} s: {}{same}{remarks}",
                report.words("count-pages", book.pages),
                report.words("count-programs", book.programs),
                work.first_file().display(),
            )?;
        }
        for folder in &folders {
            if let Some(removed) = folder.removed_pages() {
                writeln!(output::err(), "{}", Catalogue::new(language).text(&removed))?;
            }
        }
        filter.say(&mut output::err(), &report)?;
        if self.arguments.timings {
            timings.print(&mut output::err(), &Catalogue::new(language))?;
        }
        Ok(Outcome::Clean)
    }

    /// Says why nothing was built, and how much of it lies outside of what was asked for.
    fn nothing_built(&self, project: &Project, filter: &PartFilter) -> Result<Outcome> {
        let outcome = nothing_built(&self.directory, self.asked, project)?;
        let language = language::choose(self.asked, project.plan.as_ref());
        let report = Report::new(&self.directory, project, language, None);
        filter.say(&mut output::err(), &report)?;
        Ok(outcome)
    }

    /// What the books are made of, for `make`.
    fn rule(&self, context: &[Work<'_>], tree: &SourceTree) -> Result<Vec<u8>> {
        let books: Vec<PathBuf> = context.iter().map(Work::first_file).collect();
        let books = books.iter().map(PathBuf::as_path);
        let mut plans = vec![(self.directory.as_path(), tree)];
        if let Some(earlier) = &self.earlier
            && let Some(directory) = &earlier.directory
        {
            plans.push((directory, &earlier.project.tree));
        }
        dependencies::rule(books, &plans)
    }

    /// A book of a volume, with what is known of it from before.
    fn begin<'p>(
        &self,
        (plan, project): (&'p Plan, &Project),
        (volume, scope): (&'p Volume, Scope),
    ) -> Work<'p> {
        let only = self.arguments.only.as_deref();
        let name = only.map_or_else(|| volume.id.clone(), |only| only.replacen(':', "-", 1));
        let output = match &self.arguments.output {
            Some(output) => output.clone(),
            None => {
                let kind = match (self.arguments.format, &self.arguments.changes_since) {
                    (Format::Html, _) => "",
                    (Format::Pdf, Some(_)) => "-changes.pdf",
                    (Format::Pdf, None) => ".pdf",
                };
                self.books.join("build").join(format!("{name}{kind}"))
            }
        };
        let commit = self
            .earlier
            .as_ref()
            .and_then(|it| it.commit(&project.tree));
        let commit = commit.map(|commit| commit.hash).unwrap_or_default();
        let earlier = self.earlier.as_ref().map(|earlier| earlier.key.as_str());
        let part = format!(
            "{}\n{name}\n{}\n{}\n{commit}",
            volume.id,
            self.arguments.pdf_standard.join(","),
            earlier.unwrap_or_default(),
        );
        // What a folder of pages holds is compared file by file.
        let is_pdf = self.arguments.format == Format::Pdf;
        let key = match (&self.arguments.output, self.arguments.system_fonts) {
            (None, false) if is_pdf => build_cache::key(&project.tree, &part),
            _ => None,
        };
        let mut work = Work {
            volume,
            scope,
            part: only.map(str::to_owned),
            output,
            key,
            remarks: None,
            book: None,
        };
        let language = language::choose(self.asked, Some(plan));
        work.remember(&project.tree, language);
        work
    }

    /// Composes and sets a book; `diff` keeps what changed for other volumes.
    fn set(
        &mut self,
        work: &mut Work<'_>,
        (plan, project): (&Plan, &Project),
        diff: &mut Option<Diff>,
        (progress, timings): (&Progress, &mut Timings),
    ) -> Result<()> {
        progress.say("stage-composing");
        if self.arguments.format == Format::Html {
            return self.write_pages(work, (plan, project), (progress, timings));
        }
        let book = match &self.earlier {
            Some(earlier) => {
                let now = (plan, project);
                earlier.book(diff, now, &self.directory, work.volume, work.scope)?
            }
            None => compose(plan, &project.tree, work.volume, work.scope),
        };
        timings.end("stage-composing");
        progress.say("stage-typesetting");
        let programs = book.programs;
        let typesetter = self.pipeline.typesetter(work.volume);
        let mut remarks = Findings::default();
        let pdf = typesetter.typeset(book, &project.tree, &self.standards, &mut remarks);
        timings.end("stage-typesetting");
        work.remarks = Some(remarks);
        work.book = pdf.map(|pdf| Printed {
            pages: pdf.pages,
            programs,
            made: Made::Pdf(pdf.bytes),
        });
        Ok(())
    }

    /// Composes a book and writes it as pages.
    fn write_pages(
        &mut self,
        work: &mut Work<'_>,
        (plan, project): (&Plan, &Project),
        (progress, timings): (&Progress, &mut Timings),
    ) -> Result<()> {
        let document = document(plan, &project.tree, work.volume, work.scope);
        timings.end("stage-composing");
        progress.say("stage-typesetting");
        let typesetter = self.pipeline.typesetter(work.volume);
        let mut remarks = Findings::default();
        let folder = html::write(&document, typesetter, &project.tree, &mut remarks);
        timings.end("stage-typesetting");
        work.remarks = Some(remarks);
        work.book = folder.map(|folder| Printed {
            pages: folder.pages,
            programs: folder.programs,
            made: Made::Pages(folder.files),
        });
        Ok(())
    }
}

/// A book that is being made.
struct Work<'p> {
    volume: &'p Volume,
    scope: Scope,
    /// The part of the volume that was asked for.
    part: Option<String>,
    output: PathBuf,
    /// Of what it is made; `None` if that is not remembered.
    key: Option<String>,
    /// What is found when it is set, before levels are applied; nothing until then.
    remarks: Option<Findings>,
    /// The book, unless it is not set yet or cannot be.
    book: Option<Printed>,
}

/// A book that can be there when the command ends.
struct Printed {
    pages: usize,
    programs: usize,
    /// The book itself.
    made: Made,
}

/// What a book is.
enum Made {
    /// It is there already.
    Before,
    /// The bytes of a PDF.
    Pdf(Vec<u8>),
    /// The files of a folder.
    Pages(BTreeMap<String, Vec<u8>>),
}

impl Work<'_> {
    /// Takes over what is known of the same book from before.
    fn remember(&mut self, tree: &SourceTree, language: Language) {
        let Some(key) = &self.key else { return };
        let memory = BuildCache::beside(&self.output);
        let made = memory.made(&self.output, key);
        let known = made.map(|made| made.remarks.as_slice());
        let known = known.or_else(|| memory.refused(key));
        let known = known.and_then(|remarks| Remark::findings(remarks, tree, language));
        let Some(known) = known else { return };
        let mut remarks = Findings::default();
        remarks.extend(known);
        self.remarks = Some(remarks);
        self.book = made.map(|made| Printed {
            pages: made.pages,
            programs: made.programs,
            made: Made::Before,
        });
    }

    /// The file that somebody opens to read the book.
    fn first_file(&self) -> PathBuf {
        let made = self.book.as_ref().map(|book| &book.made);
        match made {
            Some(Made::Pages(_)) => self.output.join("index.html"),
            Some(Made::Pdf(_) | Made::Before) | None => self.output.clone(),
        }
    }

    /// What is to change in the folder of the book, if it is one.
    fn update(&self) -> Option<Result<Update>> {
        match &self.book.as_ref()?.made {
            Made::Pages(files) => {
                let part = self.part.iter().map(String::as_str);
                let names: Vec<&str> = [self.volume.id.as_str()].into_iter().chain(part).collect();
                Some(Update::of(&self.output, &names.join(" "), files))
            }
            Made::Pdf(_) | Made::Before => None,
        }
    }

    /// The book, if it is not there already, and where it belongs.
    fn new_book(&self) -> Option<(&Path, &[u8])> {
        match &self.book.as_ref()?.made {
            Made::Pdf(bytes) => Some((&self.output, bytes)),
            Made::Pages(_) | Made::Before => None,
        }
    }

    /// Remembers a book that was written.
    fn keep(&self, tree: &SourceTree) -> Result<()> {
        if let (Some(key), Some(remarks), Some(book)) = (&self.key, &self.remarks, &self.book)
            && let Made::Pdf(bytes) = &book.made
        {
            let book = (bytes.as_slice(), book.pages, book.programs);
            BuildCache::keep(&self.output, key, book, (remarks, tree))?;
        }
        Ok(())
    }

    /// Remembers a book that was set and is not written.
    fn refuse(&self, tree: &SourceTree) -> Result<()> {
        let is_there = |book: &Printed| matches!(book.made, Made::Before);
        let is_there = self.book.as_ref().is_some_and(is_there);
        if let (Some(key), Some(remarks), false) = (&self.key, &self.remarks, is_there) {
            BuildCache::refuse(&self.output, key, remarks, tree)?;
        }
        Ok(())
    }
}

/// The plan that books are compared with.
struct Baseline {
    project: Project,
    /// What it is called, and what it calls itself.
    named: Named,
    /// What its files and its name are known by.
    key: String,
    /// Where it lies, unless that is the history of git.
    directory: Option<PathBuf>,
    /// The plan of the last commit, if this one comes from the history of git.
    committed: Option<Opened>,
}

impl Baseline {
    /// The last commit, if these are the files of its plan.
    fn commit(&self, tree: &SourceTree) -> Option<NamedCommit> {
        let committed = self.committed.as_ref()?;
        let is_clean = committed.project.tree.is_same(tree);
        committed.named.commit.clone().filter(|_| is_clean)
    }

    /// A book that marks what changed since this plan; `diff` keeps that for other volumes.
    fn book(
        &self,
        diff: &mut Option<Diff>,
        (plan, project): (&Plan, &Project),
        directory: &Path,
        volume: &Volume,
        scope: Scope,
    ) -> Result<Book> {
        let before = understood(&self.project, &self.named.name)?;
        let diff = diff.get_or_insert_with(|| {
            let settings = Settings::of(&plan.file);
            diff::compare(
                (before, &self.project.tree),
                (plan, &project.tree),
                &settings,
            )
        });
        let report = report_of_changes::Report {
            diff,
            base: self.named.clone(),
            head: Named {
                prefix: report::prefix(directory),
                revision: Some(plan.file.revision.value.clone()),
                date: Some(plan.file.date.value),
                ..Named::of(
                    directory.display().to_string(),
                    project,
                    self.commit(&project.tree),
                )
            },
            shown: Shown::default(),
            language: plan.file.language.value.base(),
            audience: Audience::Council,
        };
        let earlier = Earlier {
            plan: before,
            tree: &self.project.tree,
            report: &report,
        };
        Ok(compose_tracked(
            &earlier,
            plan,
            &project.tree,
            volume,
            scope,
        ))
    }
}

/// Prints the findings of a project on standard error.
fn print_findings<'a>(
    directory: &'a Path,
    language: Language,
    project: &'a Project,
) -> Result<Report<'a>> {
    let mut out = output::err();
    let report = Report::new(directory, project, language, None);
    report.findings(&mut out, report::human(&io::stderr()))?;
    report.folded(&mut out)?;
    Ok(report)
}

/// Says what is wrong with a plan of which no book can be made.
pub fn nothing_built(
    directory: &Path,
    asked: language::Asked,
    project: &Project,
) -> Result<Outcome> {
    let language = language::choose(asked, project.plan.as_ref());
    let report = print_findings(directory, language, project)?;
    let nothing = report.words("nothing-built", 0);
    writeln!(output::err(), "{nothing}: {}", report.count())?;
    Ok(Outcome::Findings)
}

/// A line that says what is going on, on a terminal only.
struct Progress {
    bar: ProgressBar,
    catalogue: Catalogue,
}

impl Progress {
    fn new(language: Language) -> Self {
        let bar = if report::can_move(&io::stderr()) {
            ProgressBar::new_spinner()
        } else {
            ProgressBar::hidden()
        };
        if !bar.is_hidden() {
            bar.enable_steady_tick(Duration::from_millis(120));
        }
        Self {
            bar,
            catalogue: Catalogue::new(language),
        }
    }

    fn say(&self, stage: &'static str) {
        let words = self.catalogue.text(&Message::new(stage, Vec::new()));
        self.bar.set_message(words);
    }

    fn clear(&self) {
        self.bar.finish_and_clear();
    }
}
