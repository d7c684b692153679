//! How long `check` takes beside reading and parsing the same files, which it
//! cannot do without.
//!
//! Reading and parsing is done file by file; `check` is measured on one thread and
//! on as many as there are cores. All are measured in turns in one run, and only their
//! ratio is told: seconds say more about the machine than about the program. The last
//! line is a plan with mistakes, of which the findings are also written.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark fails by panicking and tells its result"
)]

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use ambonplan::check::Options;
use ambonplan::finding::{Findings, Format, Written, render};
use ambonplan::language::{Catalogue, Language};
use ambonplan::markdown;
use ambonplan::{project, reading};
use pulldown_cmark::Parser;
use rayon::ThreadPoolBuilder;
use toml::de::DeTable;

#[path = "../tests/generator/mod.rs"]
mod generator;

const SIZES: [usize; 4] = [300, 1_000, 3_000, 10_000];

/// Size of the plan with mistakes.
const FLAWED: usize = 3_000;

/// Turns of each size; medians are told.
const TURNS: usize = 9;

fn main() {
    println!(
        "programmes   files   read+parse   check   one thread   growth   all threads   growth"
    );
    let one = ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let mut first = None;
    let sizes = SIZES.iter().map(|size| (*size, false));
    for (size, flawed) in sizes.chain([(FLAWED, true)]) {
        let folder = tempfile::tempdir().unwrap();
        let files = if flawed {
            generator::flawed(size)
        } else {
            generator::plan(size)
        };
        let count = files.len();
        generator::write(folder.path(), files);
        let check = || {
            if flawed {
                check_and_tell(folder.path())
            } else {
                check(folder.path())
            }
        };
        // Once each, so that none is the first to touch the files.
        read_and_parse(folder.path());
        check();
        let mut runs: Vec<Run> = (0..TURNS)
            .map(|_| Run {
                parsing: time(|| read_and_parse(folder.path())),
                alone: time(|| one.install(check)),
                together: time(check),
            })
            .collect();
        let middle = |of: &dyn Fn(&Run) -> f64, runs: &mut Vec<Run>| {
            runs.sort_by(|one, two| of(one).total_cmp(&of(two)));
            of(&runs[TURNS / 2])
        };
        let ms = |duration: Duration| duration.as_secs_f64() * 1e3;
        let parsing = middle(&|run| ms(run.parsing), &mut runs);
        let checking = middle(&|run| ms(run.together), &mut runs);
        let alone = middle(&|run| ms(run.alone) / ms(run.parsing), &mut runs);
        let together = middle(&|run| ms(run.together) / ms(run.parsing), &mut runs);
        let (first_alone, first_together) = *first.get_or_insert((alone, together));
        println!(
            "{size:>10}  {:>6}  {parsing:>8.1} ms {checking:>8.1} ms {alone:>8.2} {:>9.2} {together:>11.2} {:>9.2}{}",
            count,
            alone / first_alone,
            together / first_together,
            if flawed { "   with findings" } else { "" },
        );
    }
}

/// One turn.
struct Run {
    parsing: Duration,
    alone: Duration,
    together: Duration,
}

fn time(run: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    run();
    begin.elapsed()
}

/// What `check` cannot do without: every file is read, every TOML file parsed by
/// the same parser, every text by the same one.
fn read_and_parse(root: &Path) {
    let tree = reading::read(root, &mut Findings::default()).unwrap();
    for (_, file) in tree.iter() {
        if file.path.ends_with(".toml") {
            black_box(DeTable::parse_recoverable(&file.text));
        } else {
            let parser = Parser::new_ext(&file.text, markdown::OPTIONS);
            black_box(parser.into_offset_iter().count());
        }
    }
}

fn check(root: &Path) {
    let project = project::load(root, &Options::default()).unwrap();
    assert!(project.findings.is_empty(), "a generated plan has findings");
    black_box(project);
}

fn check_and_tell(root: &Path) {
    let project = project::load(root, &Options::default()).unwrap();
    assert!(
        !project.findings.is_empty(),
        "a flawed plan has no findings"
    );
    let catalogue = Catalogue::new(Language::Indonesian);
    let written = Written {
        format: Format::Short,
        catalogue: &catalogue,
        prefix: "",
        here: "",
        repository: "",
        limit: None,
        all: false,
        rules: &[],
    };
    black_box(render(&project.tree, &project.findings, &written));
}
