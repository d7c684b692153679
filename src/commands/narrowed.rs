//! Reports about one part of the plan.

use std::io::{self, Write};

use ambonplan::finding::Severity;
use ambonplan::fix::Mended;
use ambonplan::language::{Arg, Message};
use ambonplan::part::Part;
use ambonplan::project::Project;

use super::failure::Result;
use super::report::Report;

/// The part of a plan that is asked for, or all of it, and what was found elsewhere.
pub struct Narrowed {
    part: Option<(String, Part)>,
    errors: usize,
    warnings: usize,
}

impl Narrowed {
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
        })
    }

    /// Keeps what concerns the part, and counts the rest.
    pub fn keep_findings(&mut self, project: &mut Project) {
        let Some((_, part)) = &self.part else { return };
        let tree = &project.tree;
        let (errors, warnings) = (&mut self.errors, &mut self.warnings);
        project.findings.retain(|finding| {
            let concerns = part.concerns(finding, tree);
            match finding.severity() {
                _ if concerns => {}
                Severity::Error => *errors += 1,
                Severity::Warning => *warnings += 1,
            }
            concerns
        });
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
