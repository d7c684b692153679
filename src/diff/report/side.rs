//! What a report calls the two plans.

use jiff::civil::Date;

use super::ReportWriter;
use crate::finding::Severity as Level;
use crate::language::Arg;
use crate::model::Government;
use crate::project::Project;

/// Whom a report is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Who decides and signs: names, words and money, and nothing of files.
    Council,
    /// Who writes the plan: places in files, codes and fingerprints too.
    Author,
}

/// A plan of a comparison, as a report names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// What the user asked for: `main`, or a directory.
    pub name: String,
    /// How many errors its findings count.
    pub errors: usize,
    /// The revision that `plan.toml` says; none if it cannot be read.
    pub revision: Option<String>,
    /// The date that `plan.toml` says; none if it cannot be read.
    pub date: Option<Date>,
    /// The kind of government whose plan it is; none if `plan.toml` cannot be read.
    pub government: Option<Government>,
    /// The commit that it was read from; none for a directory.
    pub commit: Option<NamedCommit>,
    /// What stands before the paths of its files: `plan/`.
    pub prefix: String,
    /// Whether there is no such plan, so that everything is new.
    pub is_missing: bool,
    /// Folders of the repository in which it has other plans, if there is none here.
    pub elsewhere: Vec<String>,
}

/// A commit, as a report names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedCommit {
    /// Its hash in hexadecimal digits.
    pub hash: String,
    /// The day on which it was written, by its author's clock; none if it has no such day.
    pub date: Option<Date>,
}

impl Named {
    /// The plan that was asked for by a name, read from a commit or from a directory.
    pub fn of(name: String, project: &Project, commit: Option<NamedCommit>) -> Self {
        let file = project.plan.as_ref().map(|plan| &plan.file);
        Self {
            name,
            errors: project.findings.count(Level::Error),
            revision: file.map(|file| file.revision.value.clone()),
            date: file.map(|file| file.date.value),
            government: file.map(|file| file.government.value),
            commit,
            ..Self::default()
        }
    }
}

/// Digits of a hash that tell commits apart in the words of a report.
const SHORT: usize = 10;

impl ReportWriter<'_> {
    /// What both plans are called, each with the word for it: `Before: revision 1.0 …`.
    pub(super) fn compared(&self) -> [String; 2] {
        let tell = |key, side, other| {
            let side = self.side(side, other);
            format!("{}: {side}", self.say(key, Vec::new()))
        };
        let report = self.report;
        [
            tell("diff-before", &report.base, &report.head),
            tell("diff-after", &report.head, &report.base),
        ]
    }

    /// The first plan, as those know it whom the report is for.
    pub(super) fn base(&self) -> String {
        self.side(&self.report.base, &self.report.head)
    }

    /// The second plan, as those know it whom the report is for.
    pub(super) fn head(&self) -> String {
        self.side(&self.report.head, &self.report.base)
    }

    fn side(&self, side: &Named, other: &Named) -> String {
        let mut words = match (&side.revision, side.date) {
            (Some(revision), Some(date)) => {
                let revision = ("revision", Arg::from(revision));
                self.say("diff-side", vec![revision, ("date", Arg::Date(date))])
            }
            _ if side.is_missing => self.say("diff-side.none", Vec::new()),
            _ => self.say("diff-side.unknown", Vec::new()),
        };
        let day = side.commit.as_ref().and_then(|commit| commit.date);
        match self.report.audience {
            Audience::Council => match (day, &other.commit) {
                (Some(day), _) => {
                    let day = vec![("date", Arg::Date(day))];
                    words.push_str(&format!(", {}", self.say("diff-side.kept", day)));
                }
                (None, Some(_)) if side.commit.is_none() => {
                    let draft = self.say("diff-side.draft", Vec::new());
                    words.push_str(&format!(", {draft}"));
                }
                _ => {}
            },
            Audience::Author => {
                let mut names = vec![side.name.clone()];
                if let Some(commit) = &side.commit {
                    let hash: String = commit.hash.chars().take(SHORT).collect();
                    if !side.name.starts_with(&hash) {
                        names.push(hash);
                    }
                }
                names.extend(day.map(|day| self.wording.format.date(day)));
                words.push_str(&format!(" ({})", names.join(", ")));
            }
        }
        words
    }
}
