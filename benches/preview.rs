//! How long a preview takes to show a change, beside building the same book anew.
//!
//! For each size of plan the whole book is built as `build` does it, with empty caches,
//! and shown as `preview` does it: first, and after edits of one programme's text, of one
//! amount, and of a colour of the theme, until the pages that changed are drawn. The same
//! for the part of one OPD. Only ratios are told. Before that a small plan is edited 500
//! times, and what the process holds in memory is told on the way.
//!
//! Numbers as arguments: the largest plan that is measured, and the number of edits.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark fails by panicking and tells its result"
)]

use std::collections::BTreeSet;
use std::fs;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

use ambonplan::check::Options;
use ambonplan::compose::Selection;
use ambonplan::finding::Findings;
use ambonplan::pipeline::Pipeline;
use ambonplan::preview::{Layout, Session};
use ambonplan::reading;
use ambonplan::typeset::{BUILT_IN, Fonts, Standards};

#[path = "../tests/generator/mod.rs"]
#[allow(dead_code, reason = "plans with mistakes are not shown")]
mod generator;

const SIZES: [usize; 3] = [60, 300, 3_000];

/// Edits of each kind; medians are told.
const TURNS: usize = 5;

fn main() {
    let mut numbers = std::env::args().filter_map(|word| word.parse().ok());
    let largest: usize = numbers.next().unwrap_or(300);
    let edits: usize = numbers.next().unwrap_or(500);
    if edits > 0 {
        // First: a process keeps what larger books have made it ask for.
        hold(edits);
    }
    println!(
        "programmes  part        pages  cold build  first page    text   amount   colour  (share of the cold build)"
    );
    for size in SIZES.into_iter().filter(|size| *size <= largest) {
        let plan = Plan::new(size);
        for part in [None, Some(plan.opd.as_str())] {
            measure(&plan, size, part);
        }
    }
}

fn measure(plan: &Plan, size: usize, part: Option<&str>) {
    comemo::evict(0);
    let cold = seconds(|| build(plan, part));
    comemo::evict(0);
    let mut viewer = Viewer::new(part);
    let first = seconds(|| viewer.look(plan));
    let mut median = |edit: &dyn Fn(usize)| {
        let mut turns: Vec<f64> = (0..TURNS)
            .map(|turn| {
                edit(turn);
                let took = seconds(|| viewer.look(plan));
                viewer.session.tidy();
                took
            })
            .collect();
        turns.sort_by(f64::total_cmp);
        turns[TURNS / 2] / cold
    };
    let text = median(&|turn| {
        plan.edit(
            "summary = \"",
            &format!("summary = \"Kata ke-{turn} yang baru. "),
        );
    });
    let amount = median(&|turn| {
        let digits = plan.program.1.split_once("amount = ").unwrap().1;
        let digits = digits.split('\n').next().unwrap();
        let raised = digits.parse::<u64>().unwrap() + 1_000 * (turn as u64 + 1);
        plan.edit(&format!("amount = {digits}"), &format!("amount = {raised}"));
    });
    let theme = plan.folder.path().join("templates/theme.typ");
    let built_in = BUILT_IN
        .iter()
        .find(|(name, _)| *name == "/templates/theme.typ");
    let built_in = built_in.unwrap().1;
    let colour = median(&|turn| {
        fs::create_dir_all(theme.parent().unwrap()).unwrap();
        let edited = built_in.replacen("accent: rgb(\"#", &format!("accent: rgb(\"#{turn}"), 1);
        // One digit more makes no colour: the last one goes.
        let at = edited.find("accent: rgb(\"#").unwrap() + 14 + 6;
        let edited = format!("{}{}", &edited[..at], &edited[at + 1..]);
        assert_ne!(edited, built_in);
        fs::write(&theme, edited).unwrap();
    });
    fs::remove_file(&theme).unwrap();
    let name = part.map_or("whole book", |_| "one OPD");
    let pages = viewer.shown.as_ref().map_or(0, |shown| shown.sheets.len());
    println!(
        "{size:>10}  {name:<10} {pages:>6} {cold:>9.2} s {:>10.1}% {:>6.1}% {:>7.1}% {:>7.1}%",
        first / cold * 100.0,
        text * 100.0,
        amount * 100.0,
        colour * 100.0
    );
}

/// Edits again and again, and tells what is held in memory.
fn hold(edits: usize) {
    let plan = Plan::new(60);
    let mut viewer = Viewer::new(None);
    viewer.look(&plan);
    println!("edits   memory   against the first tenth");
    let mut settled = None;
    for edit in 1..=edits {
        plan.edit(
            "summary = \"",
            &format!("summary = \"Kata ke-{edit} yang baru. "),
        );
        viewer.look(&plan);
        viewer.session.tidy();
        if edit % (edits / 10).max(1) == 0 {
            let held = memory();
            let first = *settled.get_or_insert(held);
            println!("{edit:>5} {held:>5.0} MiB   {:>5.2}", held / first);
        }
    }
}

/// What this process holds in memory, in MiB.
fn memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = line.and_then(|line| line.split_whitespace().next());
    let kibibytes: f64 = kibibytes
        .and_then(|number| number.parse().ok())
        .unwrap_or(0.0);
    kibibytes / 1024.0
}

/// A generated plan on disk.
struct Plan {
    folder: tempfile::TempDir,
    /// A programme in the middle, as it was.
    program: (PathBuf, String),
    /// Its OPD.
    opd: String,
}

impl Plan {
    fn new(size: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let files = generator::plan(size);
        let paths = files.iter().map(|(path, _)| path);
        let programs = paths.filter(|path| path.contains("/programs/") && path.ends_with(".toml"));
        let programs: BTreeSet<String> = programs.cloned().collect();
        generator::write(folder.path(), files);
        let program = programs.iter().nth(programs.len() / 2).unwrap();
        let opd = program.split('/').nth(1).unwrap();
        let path = folder.path().join(program);
        // No total of its own, which would disagree with another amount.
        let text = fs::read_to_string(&path).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with("total = "));
        let text = lines.fold(String::new(), |text, line| text + line + "\n");
        fs::write(&path, &text).unwrap();
        Self {
            opd: format!("opd:{opd}"),
            program: (path, text),
            folder,
        }
    }

    /// Writes the programme with one thing in it replaced.
    fn edit(&self, from: &str, to: &str) {
        let (path, text) = &self.program;
        let edited = text.replacen(from, to, 1);
        assert_ne!(edited, *text);
        fs::write(path, edited).unwrap();
    }
}

/// A preview, and the pages that were drawn.
struct Viewer {
    session: Session,
    drawn: BTreeSet<String>,
    shown: Option<std::sync::Arc<Layout>>,
}

impl Viewer {
    fn new(part: Option<&str>) -> Self {
        Self {
            session: Session::new(selection(part), Options::default(), Fonts::embedded),
            drawn: BTreeSet::new(),
            shown: None,
        }
    }

    /// Reads the plan again, and draws the first page that is not drawn yet, which is
    /// what somebody looks at.
    fn look(&mut self, plan: &Plan) {
        let mut findings = Findings::default();
        let tree = reading::read(plan.folder.path(), &mut findings).unwrap();
        let edition = self.session.update(tree, findings).unwrap();
        assert_eq!(edition.problem, None);
        let layout = edition.layout.unwrap();
        let keys: BTreeSet<String> = layout.sheets.iter().map(|one| one.key.clone()).collect();
        let sheets = layout.sheets.iter().map(|sheet| &sheet.key);
        let new = sheets.clone().find(|key| !self.drawn.contains(*key));
        black_box(layout.svg(new.unwrap()).unwrap());
        self.drawn = keys;
        self.shown = Some(layout);
    }
}

fn build(plan: &Plan, part: Option<&str>) {
    let mut pipeline = Pipeline::new(Options::default(), Fonts::embedded);
    let project = pipeline.load(plan.folder.path()).unwrap();
    let resolved = project.plan.as_ref().unwrap();
    let (volume, book) = selection(part).compose(resolved, &project.tree).unwrap();
    let mut findings = Findings::default();
    let typesetter = pipeline.typesetter(volume);
    let pdf = typesetter.typeset(book, &project.tree, &Standards::default(), &mut findings);
    black_box(pdf.unwrap());
}

fn selection(part: Option<&str>) -> Selection {
    Selection {
        volume: None,
        part: part.map(str::to_owned),
    }
}

fn seconds(run: impl FnOnce()) -> f64 {
    let begin = Instant::now();
    run();
    begin.elapsed().as_secs_f64()
}
