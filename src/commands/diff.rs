//! `ambonplan diff`

use std::io;
use std::path::{Path, PathBuf};

use ambonplan::check::Options;
use ambonplan::compose::{Selection, compose_report};
use ambonplan::diff::report::{Audience, Form, Report, Shown};
use ambonplan::diff::{self, PolicyFrom, Settings, Severity};
use ambonplan::finding::Findings;
use ambonplan::language::message;
use ambonplan::model::EntryRef;
use ambonplan::pipeline::Pipeline;
use ambonplan::project::Project;
use ambonplan::typeset::{Fonts, Standards};
use clap::ValueEnum;

use super::build::nothing_built;
use super::failure::{Context, Result};
use super::history::{History, understood};
use super::{Outcome, conflicts, git_drivers, language, output, report, write};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan diff                         what is not committed yet\n  \
    ambonplan diff --staged                what the next commit changes\n  \
    ambonplan diff main                    from main to the directory\n  \
    ambonplan diff v1..v2                  between two revisions\n  \
    ambonplan diff main...HEAD             since the branch began\n  \
    ambonplan diff lama/plan baru/plan     between two directories\n  \
    ambonplan diff main --only opd:bappeda --severity warning\n  \
    ambonplan diff main --format markdown --fail-on breaking\n  \
    ambonplan diff v1..v2 --format pdf -o perubahan.pdf")]
pub struct Arguments {
    /// Revision of git or directory that comes first; `A..B` names both [default: HEAD]
    #[arg(value_name = "BASE")]
    base: Option<String>,

    /// Revision of git or directory that comes second [default: the plan directory]
    #[arg(value_name = "HEAD")]
    head: Option<String>,

    /// Compare with what is staged: with the plan as the next commit would have it
    #[arg(long, alias = "cached", conflicts_with = "head")]
    staged: bool,

    /// Where the plan lies in BASE, if it was in another directory then
    #[arg(long, value_name = "DIR")]
    base_plan: Option<PathBuf>,

    /// How changes are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Output::Human)]
    format: Output,

    /// Write the report to this file instead of standard output; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Whom the report is for [default: council for html and pdf, author for the others]
    #[arg(long, value_enum, value_name = "READER")]
    audience: Option<Reader>,

    /// Show only what changed in this entry and in what belongs to it: opd:ID, pillar:ID,
    /// program:ID …
    #[arg(long, value_name = "KIND:ID")]
    only: Option<String>,

    /// Show only changes that are at least as grave as this
    #[arg(long, value_enum, value_name = "SEVERITY")]
    severity: Option<Gravity>,

    /// End with 1 if a change that is shown and not accepted is as grave as this
    #[arg(long, value_enum, value_name = "SEVERITY")]
    fail_on: Option<Gravity>,

    /// End with 1 if a change is shown that is not accepted
    #[arg(long)]
    exit_code: bool,

    /// The plan that decides how grave changes are and which are accepted
    #[arg(long, value_enum, value_name = "PLAN", default_value_t = Decider::Head)]
    policy_from: Decider,

    /// Let `git diff` and `git log -p` show changed values, and `git merge` merge by what
    /// files say: write the attributes and the settings of the repository, or print them
    #[arg(long, value_enum, value_name = "HOW", num_args = 0..=1, default_missing_value = "write", conflicts_with_all = ["base", "head", "format", "output", "audience", "only", "severity", "fail_on", "exit_code", "staged", "base_plan"])]
    install_driver: Option<Driver>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Output {
    /// For a terminal
    Human,
    /// For a comment on a merge request
    Markdown,
    /// One JSON document; `ambonplan schema changes` prints its schema
    Json,
    /// One page for a browser
    Html,
    /// Pages in print, in the language of the plan
    Pdf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Reader {
    /// Who decides and signs: names, words and money
    Council,
    /// Who writes the plan: places in files, codes and fingerprints too
    Author,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Gravity {
    /// What takes back something that was agreed to
    Breaking,
    /// That, and what somebody should look at
    Warning,
    /// Anything
    Note,
}

impl Gravity {
    fn severity(self) -> Severity {
        match self {
            Self::Breaking => Severity::Breaking,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Decider {
    /// The first: what the second says of it does not count
    Base,
    /// The second
    Head,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Driver {
    /// Write them
    Write,
    /// Print them
    Print,
}

/// Prints what changed on standard output.
pub fn run(plan: &Path, asked: language::Asked, arguments: &Arguments) -> Result<Outcome> {
    if let Some(how) = arguments.install_driver {
        git_drivers::install(plan, asked, how == Driver::Write)?;
        return Ok(Outcome::Clean);
    }
    if let Some(file) = &arguments.output {
        write::refuse_source(file, plan)?;
    }
    let mut history = History::new(plan, arguments.base_plan.as_deref())?;
    let base = arguments.base.as_deref().unwrap_or("HEAD");
    let (base, head) = if arguments.staged {
        history.staged(base)?
    } else {
        history.sides(base, arguments.head.as_deref())?
    };
    let (base, head) = history.both(base, head)?;
    let second = understood(&head.project, &head.named.name)?;
    let language = language::choose(asked, Some(second));
    history.tell(language)?;
    conflicts::tell(
        language,
        [
            (&base.named.name, &base.project),
            (&head.named.name, &head.project),
        ],
    )?;
    let after = (second, &head.project.tree);
    let diff = if base.named.is_missing {
        // What is not there decides nothing.
        let settings = match arguments.policy_from {
            Decider::Base => Settings::default(),
            Decider::Head => Settings::of(&second.file),
        };
        diff::everything(after, &settings)
    } else {
        let first = understood(&base.project, &base.named.name)?;
        let policy_from = match arguments.policy_from {
            Decider::Base => PolicyFrom::Base,
            Decider::Head => PolicyFrom::Head,
        };
        let settings = Settings::from(policy_from, &first.file, &second.file);
        diff::compare((first, &base.project.tree), after, &settings)
    };
    let shown = shown(arguments)?;
    if let Some(unknown) = shown.unknown(&diff) {
        return Err(unknown.into());
    }
    let diff = shown.of(&diff);
    let head_project = &head.project;
    let report = Report {
        diff: &diff,
        base: base.named.clone(),
        head: head.named.clone(),
        shown,
        language,
        audience: audience(arguments),
    };
    let form = match arguments.format {
        Output::Human => Form::Human(report::style(&io::stdout())),
        Output::Markdown => Form::Markdown,
        Output::Json => Form::Json,
        Output::Html => Form::Html,
        Output::Pdf => {
            return match pdf(plan, &report, head_project, asked)? {
                Some(pages) => finish(arguments, report.shown.gravest(&diff), &pages),
                None => Ok(Outcome::Findings),
            };
        }
    };
    finish(
        arguments,
        report.shown.gravest(&diff),
        report.render(form).as_bytes(),
    )
}

/// Which changes are asked for.
fn shown(arguments: &Arguments) -> Result<Shown> {
    let only = match &arguments.only {
        Some(subject) => {
            let key = EntryRef::parse(subject);
            let program = subject
                .strip_prefix("indicator:")
                .and_then(|rest| rest.split('/').next().filter(|id| !id.is_empty()));
            Some(
                key.with_context(|| match (program, EntryRef::meant(subject)) {
                    (Some(program), _) => {
                        message!("no-entry.indicator", subject = subject, program = program)
                    }
                    (None, Some(meant)) => {
                        message!("no-entry.meant", subject = subject, meant = meant)
                    }
                    (None, None) => message!("no-entry", subject = subject),
                })?,
            )
        }
        None => None,
    };
    Ok(Shown {
        only,
        severity: arguments.severity.map(Gravity::severity),
    })
}

/// Whom the report is for: what is read on paper and in a browser goes to who signs.
fn audience(arguments: &Arguments) -> Audience {
    match (arguments.audience, arguments.format) {
        (Some(Reader::Council), _) | (None, Output::Html | Output::Pdf) => Audience::Council,
        (Some(Reader::Author), _) | (None, Output::Human | Output::Markdown | Output::Json) => {
            Audience::Author
        }
    }
}

/// Sets the report like a chapter of the second plan, in the language of that plan.
/// Nothing if what is found in the pages is an error by the rules of that plan.
fn pdf(
    directory: &Path,
    report: &Report<'_>,
    head: &Project,
    asked: language::Asked,
) -> Result<Option<Vec<u8>>> {
    let plan = understood(head, &report.head.name)?;
    let report = Report {
        language: plan.file.language.value.base(),
        ..report.clone()
    };
    let (volume, _) = Selection::default().find(plan)?;
    let book = compose_report(&report, plan, &head.tree, volume);
    let mut pipeline = Pipeline::new(Options::default(), Fonts::embedded);
    let (typesetter, standards) = (pipeline.typesetter(volume), Standards::Customary);
    let mut reported = Findings::default();
    let pdf = typesetter.typeset(book, &head.tree, &standards, &mut reported);
    let mut told = Project {
        tree: head.tree.clone(),
        plan: None,
        findings: Findings::default(),
    };
    let refused = pipeline.report((plan, &head.tree), &mut told.findings, reported);
    let language = language::choose(asked, Some(plan));
    if refused || pdf.is_none() {
        nothing_built(directory, language.into(), &told)?;
        return Ok(None);
    }
    let told = report::Report::new(directory, &told, language, None);
    told.findings(&mut output::err(), report::human(&io::stderr()))?;
    Ok(pdf.map(|pdf| pdf.bytes))
}

/// Writes the report, and tells by the exit status how grave the changes are.
fn finish(arguments: &Arguments, gravest: Option<Severity>, report: &[u8]) -> Result<Outcome> {
    write::output(
        arguments.output.as_deref().unwrap_or(Path::new("-")),
        report,
    )?;
    let gravity = match (arguments.fail_on, arguments.exit_code) {
        (_, true) => Some(Severity::Note),
        (Some(gravity), false) => Some(gravity.severity()),
        (None, false) => None,
    };
    let is_grave = gravity.is_some_and(|gravity| gravest >= Some(gravity));
    Ok(if is_grave {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}
