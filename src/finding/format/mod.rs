//! Findings as text, one file per format.

mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod place;
mod sarif;
mod short;

pub use human::Style;
pub(crate) use json::pretty;
pub use json::schema;

use super::fold::{self, Folded};
use super::{Findings, Rule, Severity};
use crate::language::Catalogue;
use crate::source::SourceTree;

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Annotated excerpts of the source.
    Human(Style),
    /// One line each, in the form of compilers.
    Short,
    /// One JSON document.
    Json,
    /// Annotated excerpts, and workflow commands of GitHub Actions for what it shows beside
    /// the files.
    Github,
    /// A page for the summary of a job of GitHub Actions.
    GithubSummary,
    /// A code quality report of GitLab.
    Gitlab,
    /// A log of the Static Analysis Results Interchange Format.
    Sarif,
    /// A report of test results.
    Junit,
}

/// What findings are written with.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    /// The form.
    pub format: Format,
    /// The messages of a language.
    pub catalogue: &'a Catalogue,
    /// Stands before each path where findings are read in a terminal, an editor or a
    /// program, so that they can open it; it ends with a separator or is empty.
    pub prefix: &'a str,
    /// Where the reader is below the plan, with `/` between the folders: paths go the
    /// shortest way from there. Empty if the prefix is that way.
    pub here: &'a str,
    /// The same as the prefix for reports to a host, which knows the paths of a repository.
    pub repository: &'a str,
    /// Most findings that are written.
    pub limit: Option<usize>,
    /// Whether every finding is written for people, also where a rule has many.
    pub all: bool,
    /// All rules, for reports that describe them.
    pub rules: &'a [&'static Rule],
}

/// What each format needs to write a finding.
struct Writer<'a> {
    tree: &'a SourceTree,
    catalogue: &'a Catalogue,
    prefix: &'a str,
    here: &'a str,
    repository: &'a str,
    rules: &'a [&'static Rule],
    /// Number of errors and warnings, whether they are written or not.
    errors: usize,
    warnings: usize,
}

impl Writer<'_> {
    /// The path of a file of the plan as the reader may open it; what follows it in `file`,
    /// such as `:4:1`, stays.
    fn path(&self, file: &str) -> String {
        if self.here.is_empty() {
            return format!("{}{file}", self.prefix);
        }
        let here = self.here.split('/');
        let common = here
            .clone()
            .zip(file.split('/'))
            .take_while(|(one, other)| one == other);
        let common = common.count();
        let up = here.skip(common).map(|_| "..");
        let way: Vec<&str> = up.chain(file.split('/').skip(common)).collect();
        way.join("/")
    }
}

/// All findings in their stable order; for people errors come first, and of many findings
/// of one rule the first few. Formats of lines are empty if there are none; the others are
/// always a document.
pub fn render(tree: &SourceTree, findings: &Findings, written: &Written<'_>) -> String {
    let writer = Writer {
        tree,
        catalogue: written.catalogue,
        prefix: match written.format {
            Format::Human(_) | Format::Short | Format::Json => written.prefix,
            Format::Github
            | Format::GithubSummary
            | Format::Gitlab
            | Format::Sarif
            | Format::Junit => written.repository,
        },
        here: match written.format {
            Format::Human(_) | Format::Short | Format::Json => written.here,
            Format::Github
            | Format::GithubSummary
            | Format::Gitlab
            | Format::Sarif
            | Format::Junit => "",
        },
        repository: written.repository,
        rules: written.rules,
        errors: findings.count(Severity::Error),
        warnings: findings.count(Severity::Warning),
    };
    let mut all = findings.sorted(tree);
    if let Format::Human(_) = written.format {
        fold::by_severity(&mut all);
    }
    all.truncate(written.limit.unwrap_or(usize::MAX));
    match written.format {
        Format::Human(style) if written.all => {
            lines(&all, "\n\n", |finding| writer.human(finding, style))
        }
        Format::Human(style) => lines(&fold::fold(&all), "\n\n", |told| match told {
            Folded::Finding(finding) => writer.human(finding, style),
            Folded::More(total) => writer.more(total),
        }),
        Format::Short => lines(&all, "\n", |finding| writer.short(finding)),
        Format::Github => writer.github(&all),
        Format::GithubSummary => writer.github_summary(&all),
        Format::Json => writer.json(&all),
        Format::Gitlab => writer.gitlab(&all),
        Format::Sarif => writer.sarif(&all),
        Format::Junit => writer.junit(&all),
    }
}

fn lines<T>(all: &[T], end: &str, write: impl Fn(&T) -> String) -> String {
    let mut text = String::new();
    for one in all {
        text.push_str(&write(one));
        text.push_str(end);
    }
    text
}
