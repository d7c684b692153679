//! Filters the findings of a command by one part of the plan (`--only`).

use std::io::{self, Write};

use ambonplan::finding::{Finding, Severity};
use ambonplan::fix::Mended;
use ambonplan::language::{Arg, Message, message};
use ambonplan::part::Part;
use ambonplan::project::Project;
use ambonplan::source::Role;

use super::failure::Result;
use super::report::Report;

/// The part of a plan that is asked for, or all of it, and what was found elsewhere.
pub struct PartFilter {
    part: Option<(String, Part)>,
    errors: usize,
    warnings: usize,
    /// Whether the errors elsewhere are kept, too.
    stopped: bool,
}

impl PartFilter {
    /// What `--only` asks for.
    pub fn to(only: Option<&str>, project: &Project) -> Result<Self> {
        let part = match only {
            Some(only) => {
                let part = Part::find(&project.tree, project.plan.as_ref(), only)?;
                Some((only.to_owned(), part))
            }
            None => None,
        };
        Ok(Self {
            part,
            errors: 0,
            warnings: 0,
            stopped: false,
        })
    }

    /// Keeps what concerns the part, and counts the rest. What keeps a plan from being
    /// understood concerns every part.
    pub fn keep_findings(&mut self, project: &mut Project) {
        let Some((_, part)) = &self.part else { return };
        let tree = &project.tree;
        let is_understood = project.plan.is_some();
        let is_error = |finding: &Finding| finding.severity() == Severity::Error;
        let is_of_all = |finding: &Finding| {
            let file = tree.get(finding.span.file);
            let is_plan =
                file.is_none_or(|file| file.role == Role::Plan || file.path == "plan.toml");
            !is_understood && is_plan && is_error(finding)
        };
        // Where nobody can tell what the reason is, every error may be.
        let any_may_be = !is_understood && !project.findings.iter().any(is_of_all);
        let (errors, warnings) = (&mut self.errors, &mut self.warnings);
        let stopped = self.stopped;
        project.findings.retain(|finding| {
            let is_error = is_error(finding);
            let concerns =
                part.concerns(finding, tree) || is_of_all(finding) || (any_may_be && is_error);
            if !concerns {
                let elsewhere = if is_error {
                    &mut *errors
                } else {
                    &mut *warnings
                };
                *elsewhere += 1;
            }
            concerns || (stopped && is_error)
        });
    }

    /// The same, and keeps every error elsewhere: each stops the book of a part, too.
    pub fn keep_what_stops(&mut self, project: &mut Project) {
        self.stopped = true;
        self.keep_findings(project);
    }

    /// Keeps the files of the part.
    pub fn keep_files(&self, project: &Project, mended: &mut Vec<Mended>) {
        if let Some((_, part)) = &self.part {
            mended.retain(|file| {
                let file = project.tree.find(&file.path);
                file.is_some_and(|(_, file)| part.has(file))
            });
        }
    }

    /// Whether there are errors elsewhere.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Says how much was found elsewhere, if anything was.
    pub fn say(&self, out: &mut impl Write, report: &Report<'_>) -> io::Result<()> {
        let Some((name, _)) = &self.part else {
            return Ok(());
        };
        if self.stopped && self.errors > 0 {
            let message = message!(
                "stopped-elsewhere",
                part = name.as_str(),
                errors = report.words("count-errors", self.errors)
            );
            return writeln!(out, "{}", report.text(&message));
        }
        if self.errors + self.warnings == 0 {
            return Ok(());
        }
        let message = Message::new(
            "found-elsewhere",
            vec![
                ("part", Arg::Text(name.clone())),
                ("errors", report.words("count-errors", self.errors).into()),
                (
                    "warnings",
                    report.words("count-warnings", self.warnings).into(),
                ),
            ],
        );
        writeln!(out, "{}", report.text(&message))
    }
}
