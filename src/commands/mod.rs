//! The commands, and how each ends.

mod build;
mod build_cache;
mod check;
mod check_arguments;
mod completions;
mod conflicts;
mod dependencies;
mod diff;
mod discovery;
mod explain;
mod failure;
mod fmt;
mod folder;
mod git_drivers;
mod help;
mod history;
mod init;
mod interrupt;
mod language;
mod list;
mod loading;
mod lock;
mod log;
mod man;
mod merge;
mod new;
mod output;
mod part_filter;
mod polling;
mod preview;
mod remark;
mod rename;
mod report;
mod repository;
mod schema;
mod step_summary;
mod textconv;
mod timings;
mod usage;
mod watch;
mod write;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use discovery::Place;

/// How a command ended when nothing went wrong with the tool itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing to remark.
    Clean,
    /// The plan has errors.
    Findings,
}

#[derive(Debug, Parser)]
#[command(
    name = "ambonplan",
    version,
    about = "Compiles a smart city master plan: TOML programmes and Markdown narrative become one PDF",
    after_help = "Examples:\n  \
        ambonplan init plan                          begin a plan\n  \
        ambonplan check                              list everything that is wrong\n  \
        ambonplan build                              write build/master-plan.pdf\n  \
        ambonplan build --only opd:diskominfo        one chapter, quickly\n  \
        ambonplan preview opd:diskominfo --open      the same in the browser, live\n  \
        ambonplan diff main                          what changed since main\n  \
        ambonplan new program layanan-112 --opd diskominfo --pillar governance\n\n\
        Exit status: 0 clean, 1 the plan has errors, 2 usage, I/O or internal failure.",
    propagate_version = true
)]
struct Arguments {
    /// Directory of the plan [default: `plan`, or the plan around the current directory]
    #[arg(long, global = true, value_name = "DIR")]
    plan: Option<PathBuf>,

    /// Language of findings and help [default: that of the plan, or of the locale]
    #[arg(long, global = true, value_enum, value_name = "LANGUAGE")]
    language: Option<language::Choice>,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the PDF, or pages of a web site
    Build(build::Arguments),
    /// List everything that is wrong with the plan
    Check(check::Arguments),
    /// Print a script that lets a shell complete commands and options
    Completions(completions::Arguments),
    /// Tell what changed in the plan: programmes, money, targets, words
    Diff(diff::Arguments),
    /// Explain rules and kinds of changes
    Explain(explain::Arguments),
    /// Write TOML files in their canonical form
    Fmt(fmt::Arguments),
    /// Begin a plan in a new directory
    Init(init::Arguments),
    /// List entries of the plan, chosen and put in order, as a table, CSV or JSON
    List(list::Arguments),
    /// Tell which revisions changed an entry, when, by whom and how
    Log(log::Arguments),
    /// Print a page for `man`
    Man(man::Arguments),
    /// Merge two versions of a file for git, by what they say
    #[command(hide = true)]
    Merge(merge::Arguments),
    /// Add a pillar, an OPD or a programme
    New(new::Arguments),
    /// Show the pages in the browser while the plan is written
    Preview(preview::Arguments),
    /// Give an entry another id, and change everything that refers to it
    Rename(rename::Arguments),
    /// Print the values of a TOML file for git, one per line
    #[command(hide = true)]
    Textconv(textconv::Arguments),
    /// Print a JSON Schema, for editors and for readers of findings
    Schema(schema::Arguments),
}

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let given: Vec<OsString> = std::env::args_os().collect();
    let asked = language::Asked::by(&given);
    let arguments = match usage::parse(given, asked.language()) {
        Ok(arguments) => arguments,
        Err(ended) => return ended,
    };
    let asked = asked.understood(arguments.language);
    let place = Place::of(arguments.plan.as_deref());
    // A plan is begun where it is asked for, whatever is around.
    let new = arguments
        .plan
        .as_deref()
        .unwrap_or(Path::new(discovery::CUSTOMARY));
    let plan = place.directory.as_path();
    // git takes what is less for a conflict, and the file of our side for its text.
    let failed = if matches!(arguments.command, Command::Merge(_)) {
        129
    } else {
        2
    };
    let outcome = match arguments.command {
        Command::Build(arguments) => build::run(&place, asked, arguments),
        Command::Check(arguments) => check::run(plan, asked, &arguments),
        Command::Completions(arguments) => completions::run(asked.language(), &arguments),
        Command::Diff(arguments) => diff::run(plan, asked, &arguments),
        Command::Explain(arguments) => explain::run(asked.language(), &arguments),
        Command::Init(arguments) => init::run(new, asked, &arguments),
        Command::Fmt(arguments) => fmt::run(plan, asked, &arguments),
        Command::List(arguments) => list::run(plan, asked, &arguments),
        Command::Log(arguments) => log::run(plan, asked, &arguments),
        Command::Man(arguments) => man::run(asked.language(), &arguments),
        Command::Merge(arguments) => merge::run(&arguments),
        Command::Preview(arguments) => preview::run(plan, asked, &arguments),
        Command::Textconv(arguments) => textconv::run(asked, &arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::New(arguments) => new::run(plan, asked, &arguments),
        Command::Rename(arguments) => rename::run(plan, asked, &arguments),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => {
            report::failure(&error, asked.language());
            ExitCode::from(failed)
        }
    }
}
