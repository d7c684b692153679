//! `ambonplan diff`

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ambonplan::diff::report::{Form, Named, Report};
use ambonplan::diff::{self, Settings, Severity};
use ambonplan::finding::{Findings, Severity as Level};
use ambonplan::project::{self, Project};
use ambonplan::resolve::Plan;
use ambonplan::source::{self, Repository, Revision, RevisionError};
use anyhow::Context;
use clap::ValueEnum;

use super::{Outcome, driver, language, output, report};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan diff                         what is not committed yet\n  \
    ambonplan diff main                    from main to the directory\n  \
    ambonplan diff v1..v2                  between two revisions\n  \
    ambonplan diff main...HEAD             since the branch began\n  \
    ambonplan diff lama/plan baru/plan     between two directories\n  \
    ambonplan diff main --format markdown --fail-on breaking")]
pub struct Arguments {
    /// Revision of git or directory that comes first; `A..B` names both [default: HEAD]
    #[arg(value_name = "BASE")]
    base: Option<String>,

    /// Revision of git or directory that comes second [default: the plan directory]
    #[arg(value_name = "HEAD")]
    head: Option<String>,

    /// How changes are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Output::Human)]
    format: Output,

    /// End with 1 if a change that is not accepted is as grave as this
    #[arg(long, value_enum, value_name = "SEVERITY")]
    fail_on: Option<Gravity>,

    /// End with 1 if anything changed that is not accepted
    #[arg(long)]
    exit_code: bool,

    /// Let `git diff` and `git log -p` show changed values of TOML entries: write the
    /// attributes and the setting of the repository, or print them
    #[arg(long, value_enum, value_name = "HOW", num_args = 0..=1, default_missing_value = "write", conflicts_with_all = ["base", "head", "format", "fail_on", "exit_code"])]
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Driver {
    /// Write them
    Write,
    /// Print them
    Print,
}

/// One of the plans.
enum Side {
    /// In a directory.
    Directory(PathBuf),
    /// In the history of git.
    Revision(Revision),
}

/// Prints what changed on standard output.
pub fn run(
    plan: &Path,
    asked: Option<language::Choice>,
    arguments: &Arguments,
) -> anyhow::Result<Outcome> {
    if let Some(how) = arguments.install_driver {
        driver::install(plan, how == Driver::Write)?;
        return Ok(Outcome::Clean);
    }
    let here = std::env::current_dir().context("failed to tell the current directory")?;
    let mut history = History {
        plan,
        here,
        repository: None,
    };
    let (base, head) = history.sides(arguments)?;
    let (base, base_name) = history.read(base)?;
    let (head, head_name) = history.read(head)?;
    let (first, second) = (
        understood(&base, &base_name)?,
        understood(&head, &head_name)?,
    );
    // The second plan says how grave what leads to it is, and what of it is accepted.
    let settings = Settings::of(&second.file);
    let diff = diff::compare((first, &base.tree), (second, &head.tree), &settings);
    let report = Report {
        diff: &diff,
        base: named(base_name, &base),
        head: named(head_name, &head),
        prefix: format!("{}/", plan.display()),
        language: language::choose(asked, Some(second)),
    };
    let form = match arguments.format {
        Output::Human => Form::Human(report::style(&io::stdout())),
        Output::Markdown => Form::Markdown,
        Output::Json => Form::Json,
        Output::Html => Form::Html,
    };
    output::out().write_all(report.render(form).as_bytes())?;
    let gravity = match (arguments.fail_on, arguments.exit_code) {
        (_, true) => Some(Severity::Note),
        (Some(gravity), false) => Some(gravity.severity()),
        (None, false) => None,
    };
    let is_grave = gravity.is_some_and(|gravity| diff.severity() >= Some(gravity));
    Ok(match is_grave {
        true => Outcome::Findings,
        false => Outcome::Clean,
    })
}

/// The plan of a side, unless nothing of it can be read.
fn understood<'p>(project: &'p Project, name: &str) -> anyhow::Result<&'p Plan> {
    let plan = project.plan.as_ref();
    plan.with_context(|| format!("the plan.toml of `{name}` cannot be read"))
}

fn named(name: String, project: &Project) -> Named {
    Named {
        name,
        errors: project.findings.count(Level::Error),
    }
}

/// The repository, once it is asked for.
struct History<'a> {
    plan: &'a Path,
    here: PathBuf,
    repository: Option<Repository>,
}

impl History<'_> {
    fn repository(&mut self) -> Result<&Repository, RevisionError> {
        match &mut self.repository {
            Some(found) => Ok(found),
            none => Ok(none.insert(Repository::around(self.plan, &self.here)?)),
        }
    }

    /// Both plans.
    fn sides(&mut self, arguments: &Arguments) -> anyhow::Result<(Side, Side)> {
        let base = arguments.base.as_deref().unwrap_or("HEAD");
        if let Some(head) = &arguments.head {
            return Ok((self.side(base)?, self.side(head)?));
        }
        if is_plan(base) {
            return Ok((Side::Directory(base.into()), self.present()?));
        }
        match self.repository()?.revisions(base)? {
            (first, Some(second)) => Ok((Side::Revision(first), Side::Revision(second))),
            (first, None) => Ok((Side::Revision(first), self.present()?)),
        }
    }

    /// The plan directory; in a repository without files, its present commit.
    fn present(&mut self) -> anyhow::Result<Side> {
        if !self.plan.exists()
            && let Ok(repository) = self.repository()
            && repository.is_bare()
        {
            return Ok(Side::Revision(repository.revision("HEAD")?));
        }
        Ok(Side::Directory(self.plan.to_path_buf()))
    }

    /// A directory with a plan, or else a revision.
    fn side(&mut self, name: &str) -> anyhow::Result<Side> {
        if is_plan(name) {
            return Ok(Side::Directory(name.into()));
        }
        Ok(Side::Revision(self.repository()?.revision(name)?))
    }

    fn read(&mut self, side: Side) -> anyhow::Result<(Project, String)> {
        let mut findings = Findings::default();
        Ok(match side {
            Side::Directory(path) => {
                let tree = source::read(&path, &mut findings)?;
                (
                    project::understand(tree, findings),
                    path.display().to_string(),
                )
            }
            Side::Revision(revision) => {
                let tree = self.repository()?.read(&revision, &mut findings)?;
                (project::understand(tree, findings), revision.name)
            }
        })
    }
}

fn is_plan(name: &str) -> bool {
    Path::new(name).join("plan.toml").is_file()
}
