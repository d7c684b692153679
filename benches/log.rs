//! How long `log` takes beside `git log --follow -p` of the same programme, which reads the
//! same history and knows nothing of what it means.
//!
//! The history has a thousand revisions, each of which changes one amount of one of 66
//! programmes; every fortieth changes the programme that is asked for. Both are measured in
//! turns in one run, and only their ratio is told: seconds say more about the machine than
//! about the program.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark fails by panicking and tells its result"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use ambonplan::diff::Settings;
use ambonplan::diff::log::{Asked, Subject, log};
use ambonplan::reading::Repository;

#[path = "../tests/generator/mod.rs"]
#[allow(dead_code, reason = "plans with mistakes have no history")]
mod generator;

const PROGRAMS: usize = 66;
const COMMITS: usize = 1_000;
const EVERY: usize = 40;

/// Turns of each case; medians are told.
const TURNS: usize = 9;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let file = begin(folder.path());
    let id = file.rsplit('/').next().unwrap().replace(".toml", "");
    let opd = file.split('/').nth(2).unwrap().to_owned();
    println!("git log --follow -p   log   changes   log / git");
    for (name, subject, most) in [
        ("one programme", format!("program:{id}"), usize::MAX),
        ("one programme, three changes", format!("program:{id}"), 3),
        ("one OPD", format!("opd:{opd}"), usize::MAX),
    ] {
        let subject = Subject::parse(&subject).unwrap();
        let mut changes = tell(folder.path(), &subject, most);
        let mut runs: Vec<(Duration, Duration)> = (0..TURNS)
            .map(|_| {
                let begin = Instant::now();
                black_box(git(folder.path(), &["log", "--follow", "-p", "--", &file]));
                let theirs = begin.elapsed();
                let begin = Instant::now();
                changes = tell(folder.path(), &subject, most);
                (theirs, begin.elapsed())
            })
            .collect();
        let ratio = |(theirs, own): &(Duration, Duration)| own.as_secs_f64() / theirs.as_secs_f64();
        runs.sort_by(|one, other| ratio(one).total_cmp(&ratio(other)));
        let middle = runs[TURNS / 2];
        println!(
            "{:>16.1} ms {:>5.1} ms {changes:>6} {:>10.2}   {name}",
            middle.0.as_secs_f64() * 1e3,
            middle.1.as_secs_f64() * 1e3,
            ratio(&middle),
        );
    }
}

/// What `log` does; returns how many changes there are.
fn tell(root: &Path, subject: &Subject, most: usize) -> usize {
    let repository = Repository::around(Path::new("plan"), root).unwrap();
    let from = repository.revision("HEAD").unwrap();
    let asked = Asked {
        subject,
        from: &from,
        without: None,
        since: None,
        until: None,
        most,
    };
    let history = log(&repository, &asked, &Settings::default()).unwrap();
    let logged = history.logged.iter();
    logged.map(|one| one.diff.changes.len()).sum()
}

/// Writes the history; returns the path of the programme that every fortieth revision
/// changes.
fn begin(root: &Path) -> String {
    let files = generator::plan(PROGRAMS).into_iter();
    let files = files.map(|(path, text)| (format!("plan/{path}"), text));
    let mut programs: Vec<(String, String)> = files.collect();
    generator::write(root, programs.iter().cloned());
    programs.retain(|(path, _)| path.contains("/programs/") && path.ends_with(".toml"));
    git(root, &["init", "--quiet", "--initial-branch", "main"]);
    git(root, &["add", "--all"]);
    git(root, &["commit", "--quiet", "--message", "Awal"]);
    let first = git(root, &["rev-parse", "HEAD"]);
    let mut stream = String::new();
    for commit in 0..COMMITS {
        let at = match commit % EVERY {
            0 => 0,
            rest => 1 + (commit + rest * 7) % (programs.len() - 1),
        };
        let (path, text) = &mut programs[at];
        let line = text.lines().find(|line| line.starts_with("amount = "));
        let line = line.unwrap().to_owned();
        let new = format!("amount = {}_000_000", 1_000 + commit);
        *text = text.replacen(&line, &new, 1);
        let seconds = 1_790_000_000 + commit * 60;
        let parent = match commit {
            0 => format!("from {first}"),
            _ => String::new(),
        };
        write!(
            stream,
            "commit refs/heads/main\ncommitter A <a@x> {seconds} +0900\ndata 4\nUbah\n\
             {parent}M 100644 inline {path}\ndata {}\n{text}\n",
            text.len()
        )
        .unwrap();
    }
    let mut import = command(root)
        .args(["fast-import", "--quiet"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = import.stdin.take().unwrap();
    input.write_all(stream.as_bytes()).unwrap();
    drop(input);
    assert!(import.wait().unwrap().success());
    git(root, &["gc", "--quiet"]);
    programs.swap_remove(0).0
}

fn git(root: &Path, arguments: &[&str]) -> String {
    let output = command(root).args(arguments).output().unwrap();
    assert!(output.status.success(), "git {arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn command(root: &Path) -> Command {
    let mut command = Command::new("git");
    command
        .current_dir(root)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null");
    for who in ["AUTHOR", "COMMITTER"] {
        command
            .env(format!("GIT_{who}_NAME"), "A")
            .env(format!("GIT_{who}_EMAIL"), "a@x");
    }
    command
}
