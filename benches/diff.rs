//! How long `diff` takes beside reading the two plans that it compares, which it cannot
//! do without.
//!
//! Both plans are read from directories, compared, and the changes written as a comment on
//! a merge request. Reading and the whole are measured in turns in one run, and only their
//! ratio is told: seconds say more about the machine than about the program.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark fails by panicking and tells its result"
)]

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use ambonplan::diff::report::{Audience, Form, Named, Report, Shown};
use ambonplan::diff::{self, Settings};
use ambonplan::finding::Findings;
use ambonplan::language::Language;
use ambonplan::project::{self, Project};
use ambonplan::reading;

#[path = "../tests/generator/mod.rs"]
#[allow(dead_code, reason = "plans with mistakes are not compared")]
mod generator;

use generator::File;

const PROGRAMS: usize = 3_000;

/// Turns of each case; medians are told.
const TURNS: usize = 9;

/// What is done to the files of the second plan.
type Edit = fn(Vec<File>) -> Vec<File>;

const CASES: [(&str, Edit); 4] = [
    ("nothing changed", |files| files),
    ("every hundredth programme changed", |files| {
        let is_chosen = |path: &str| path.ends_with("00.toml");
        change(files, is_chosen)
    }),
    ("every programme changed", |files| {
        change(files, |path| path.contains("/programs/"))
    }),
    ("every tenth programme has another id", |files| {
        let rename = |path: String| {
            if path.contains("/programs/") {
                path.replace("1.toml", "1-lain.toml")
            } else {
                path
            }
        };
        let files = files.into_iter();
        files.map(|(path, text)| (rename(path), text)).collect()
    }),
];

fn change(files: Vec<File>, is_chosen: impl Fn(&str) -> bool) -> Vec<File> {
    let files = files.into_iter().map(|(path, text)| {
        let text = if is_chosen(&path) {
            text.replacen("amount = 1", "amount = 2", 1)
                .replacen("persen", "orang", 1)
                .replacen("Warga memperoleh", "Semua warga mendapat", 1)
        } else {
            text
        };
        (path, text)
    });
    files.collect()
}

fn main() {
    println!("reading both   diff   changes   diff / reading");
    for (name, edit) in CASES {
        let folder = tempfile::tempdir().unwrap();
        let (base, head) = (folder.path().join("a"), folder.path().join("b"));
        generator::write(&base, generator::plan(PROGRAMS));
        generator::write(&head, edit(generator::plan(PROGRAMS)));
        let mut changes = compare(&base, &head);
        let mut runs: Vec<(Duration, Duration)> = (0..TURNS)
            .map(|_| {
                let begin = Instant::now();
                black_box((read(&base), read(&head)));
                let reading = begin.elapsed();
                let begin = Instant::now();
                changes = compare(&base, &head);
                (reading, begin.elapsed())
            })
            .collect();
        let ratio =
            |(reading, whole): &(Duration, Duration)| whole.as_secs_f64() / reading.as_secs_f64();
        runs.sort_by(|one, other| ratio(one).total_cmp(&ratio(other)));
        let middle = runs[TURNS / 2];
        println!(
            "{:>9.1} ms {:>5.1} ms {changes:>6} {:>12.2}   {name}",
            middle.0.as_secs_f64() * 1e3,
            middle.1.as_secs_f64() * 1e3,
            ratio(&middle),
        );
    }
}

fn read(directory: &Path) -> Project {
    let mut findings = Findings::default();
    let tree = reading::read(directory, &mut findings).unwrap();
    project::understand(tree, findings)
}

/// What `diff` does; returns how many changes there are.
fn compare(base: &Path, head: &Path) -> usize {
    let (base, head) = (read(base), read(head));
    let (first, second) = (base.plan.as_ref().unwrap(), head.plan.as_ref().unwrap());
    let settings = Settings::of(&second.file);
    let diff = diff::compare((first, &base.tree), (second, &head.tree), &settings);
    let named = |name: &str| Named {
        name: name.into(),
        prefix: "plan/".into(),
        ..Named::default()
    };
    let report = Report {
        diff: &diff,
        base: named("a"),
        head: named("b"),
        shown: Shown::default(),
        language: Language::Indonesian,
        audience: Audience::Author,
    };
    black_box(report.render(Form::Markdown));
    diff.changes.len()
}
