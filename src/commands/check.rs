//! `ambonplan check`

use std::io::{self, Write};
use std::path::Path;

use ambonplan::finding::{Format, Severity};
use ambonplan::fix::Mended;
use ambonplan::project::Project;
use clap::ValueEnum;
use similar::TextDiff;

use super::check_arguments::CheckArguments;
use super::failure::{Result, bail};
use super::part_filter::PartFilter;
use super::report::{self, Report};
use super::repository::shortest;
use super::{Outcome, language, lock, output, step_summary, write};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan check\n  \
    ambonplan check --release --as-of 2027-01-31\n  \
    ambonplan check --deny warnings --allow coverage\n  \
    ambonplan check --diff\n  \
    ambonplan check --only opd:diskominfo\n  \
    ambonplan check --format sarif > findings.sarif")]
pub struct Arguments {
    /// How findings are written [default: human; github inside GitHub Actions]
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<Output>,

    /// Write at most this many findings
    #[arg(long, value_name = "N")]
    max_findings: Option<usize>,

    /// Judge the plan, and write and mend what concerns one part: chapter:ID, pillar:ID,
    /// opd:ID or program:ID
    #[arg(long, value_name = "KIND:ID")]
    only: Option<String>,

    /// Write every finding for people, also where many break the same rule
    #[arg(long)]
    all: bool,

    /// Mend what can be mended without changing what it means
    #[arg(long)]
    fix: bool,

    /// Show what `--fix` would change, and change nothing; end with 1 if anything would
    /// change or the plan has errors
    #[arg(long)]
    diff: bool,

    #[command(flatten)]
    judging: CheckArguments,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Output {
    /// Annotated excerpts of the source
    Human,
    /// One line for each finding, in the form of compilers
    Short,
    /// One JSON document; `ambonplan schema findings` prints its schema
    Json,
    /// For GitHub Actions: the same excerpts, annotations, and the summary of the job
    Github,
    /// A code quality report of GitLab
    Gitlab,
    /// A SARIF 2.1.0 log
    Sarif,
    /// A JUnit report: errors are failures, warnings skipped cases
    Junit,
}

/// Prints every finding on standard output and counts them on standard error.
pub fn run(plan: &Path, asked: language::Asked, arguments: &Arguments) -> Result<Outcome> {
    let options = arguments.judging.options();
    if arguments.diff && !matches!(arguments.format, None | Some(Output::Human)) {
        bail!("diff-with-format");
    }
    let _lock = if arguments.fix && !arguments.diff {
        Some(lock::hold(plan, asked)?)
    } else {
        None
    };
    let mut project = super::loading::load(plan, &options)?;
    let mut mended = Vec::new();
    let mut filter = PartFilter::to(arguments.only.as_deref(), &project)?;
    if arguments.diff || arguments.fix {
        mended = project.mended(&options);
        filter.keep_files(&project, &mut mended);
    }
    if arguments.diff {
        show(plan, &mended)?;
        let language = language::choose(asked, project.plan.as_ref());
        filter.keep_findings(&mut project);
        let report = Report::new(plan, &project, language, None).only(arguments.only.as_deref());
        report.summary(&mut output::err(), true)?;
        filter.say(&mut output::err(), &report)?;
        return Ok(if mended.is_empty() {
            outcome(&project, &filter)
        } else {
            Outcome::Findings
        });
    }
    if arguments.fix {
        for file in &mended {
            write::text(&plan.join(&file.path), &file.after)?;
        }
        // What is left is judged anew.
        project = super::loading::load(plan, &options)?;
    }
    filter.keep_findings(&mut project);
    let language = language::choose(asked, project.plan.as_ref());
    let format = match arguments.format.unwrap_or_else(customary) {
        Output::Human => report::human(&io::stdout()),
        Output::Short => Format::Short,
        Output::Json => Format::Json,
        Output::Github => Format::Github,
        Output::Gitlab => Format::Gitlab,
        Output::Sarif => Format::Sarif,
        Output::Junit => Format::Junit,
    };
    let report = Report::new(plan, &project, language, arguments.max_findings)
        .all(arguments.all)
        .only(arguments.only.as_deref());
    report.findings(&mut output::out(), format)?;
    if format == Format::Github {
        step_summary::write(&report)?;
    }
    let mut err = output::err();
    if arguments.fix {
        let count: usize = mended.iter().map(|file| file.count).sum();
        writeln!(err, "{}", report.words("fixed", count))?;
    }
    let groups = matches!(format, Format::Human(_) | Format::Github);
    report.summary(&mut err, groups)?;
    filter.say(&mut err, &report)?;
    let outcome = outcome(&project, &filter);
    // The process ends here. The system takes all memory back at once; giving it back
    // value by value takes a large plan a noticeable part of the whole time.
    std::mem::forget(project);
    Ok(outcome)
}

fn outcome(project: &Project, filter: &PartFilter) -> Outcome {
    // Of a plan that could not be read as a whole nothing was judged.
    let unjudged = project.plan.is_none() && filter.has_errors();
    if unjudged || project.findings.count(Severity::Error) > 0 {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}

/// Prints what fixes would change.
fn show(plan: &Path, mended: &[Mended]) -> io::Result<()> {
    let mut out = output::out();
    for file in mended {
        let path = shortest(&plan.join(&file.path)).display().to_string();
        let diff = TextDiff::from_lines(&file.before, &file.after);
        let text = diff.unified_diff().header(&path, &path).to_string();
        out.write_all(text.as_bytes())?;
    }
    Ok(())
}

/// What GitHub sets in every step of a workflow tells where the output goes.
fn customary() -> Output {
    match std::env::var_os("GITHUB_ACTIONS") {
        Some(value) if value == "true" => Output::Github,
        _ => Output::Human,
    }
}
