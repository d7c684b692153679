//! Everything that is printed about a plan.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use ambonplan::check;
use ambonplan::finding::{
    Finding, Format, Group, Severity, Style, Written, is_folded, render, totals,
};
use ambonplan::language::{Arg, Catalogue, Language, Message};
use ambonplan::project::Project;

use super::failure::Failure;
use super::repository;

/// Annotated excerpts, with colours if `out` is a terminal that wants them.
pub fn human(out: &impl IsTerminal) -> Format {
    Format::Human(style(out))
}

/// Colours if `out` is a terminal that wants them.
pub fn style(out: &impl IsTerminal) -> Style {
    style_of(&Terminal::of(out))
}

/// Whether `out` is a terminal that understands more than text.
pub fn can_move(out: &impl IsTerminal) -> bool {
    moves(&Terminal::of(out))
}

/// What is known of where something is written.
struct Terminal {
    /// Whether it is a terminal.
    is_terminal: bool,
    /// Of which kind: `TERM`.
    kind: Option<OsString>,
    /// What is said of colours: `NO_COLOR`.
    no_colour: Option<OsString>,
}

impl Terminal {
    fn of(out: &impl IsTerminal) -> Self {
        Self {
            is_terminal: out.is_terminal(),
            kind: std::env::var_os("TERM"),
            no_colour: std::env::var_os("NO_COLOR"),
        }
    }
}

fn style_of(terminal: &Terminal) -> Style {
    let unwanted = terminal.no_colour.as_ref();
    if moves(terminal) && unwanted.is_none_or(|value| value.is_empty()) {
        Style::Coloured
    } else {
        Style::Plain
    }
}

fn moves(terminal: &Terminal) -> bool {
    terminal.is_terminal && terminal.kind.as_ref().is_none_or(|kind| kind != "dumb")
}

/// What stands before the paths of a plan when they are printed: `plan/`. Nothing stands
/// before those that are in no directory.
pub fn prefix(directory: &Path) -> String {
    if directory.as_os_str().is_empty() {
        return String::new();
    }
    // Taken apart and put together again, it has no separator at its end.
    let directory: PathBuf = directory.components().collect();
    let shown = directory.display().to_string();
    if shown.ends_with(MAIN_SEPARATOR) {
        shown
    } else {
        format!("{shown}/")
    }
}

/// From more findings than these on they are counted by rule.
const MANY: usize = 20;

/// What was found in a plan, and how it is to be told.
pub struct Report<'a> {
    /// The plan directory.
    directory: &'a Path,
    /// The plan.
    project: &'a Project,
    /// The language.
    catalogue: Catalogue,
    /// Most findings that are written.
    limit: Option<usize>,
    /// Whether every finding is written, also where a rule has many.
    all: bool,
    /// The part of the plan to which `--only` narrows it.
    only: Option<&'a str>,
}

impl<'a> Report<'a> {
    /// A report of a plan in a language, with so many findings at most.
    pub fn new(
        directory: &'a Path,
        project: &'a Project,
        language: Language,
        limit: Option<usize>,
    ) -> Self {
        Self {
            directory,
            project,
            catalogue: Catalogue::new(language),
            limit,
            all: false,
            only: None,
        }
    }

    /// The same with every finding, if `all` asks for it.
    pub fn all(self, all: bool) -> Self {
        Self { all, ..self }
    }

    /// The same of the part of the plan that `--only` names.
    pub fn only(self, only: Option<&'a str>) -> Self {
        Self { only, ..self }
    }

    /// Prints the findings.
    pub fn findings(&self, out: &mut impl Write, format: Format) -> io::Result<()> {
        let prefix = prefix(self.directory);
        let here = repository::here_below(self.directory);
        let repository = match format {
            // Nothing of the repository is told.
            Format::Human(_) | Format::Short => String::new(),
            Format::Json
            | Format::Github
            | Format::GithubSummary
            | Format::Gitlab
            | Format::Sarif
            | Format::Junit => repository::prefix(self.directory),
        };
        let rules = check::rules();
        let written = Written {
            format,
            catalogue: &self.catalogue,
            prefix: &prefix,
            here: &here,
            repository: &repository,
            limit: self.limit,
            all: self.all,
            rules: &rules,
        };
        let text = render(&self.project.tree, &self.project.findings, &written);
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// Counts the findings, by group if `groups` asks for it.
    pub fn summary(&self, out: &mut impl Write, groups: bool) -> io::Result<()> {
        let findings = &self.project.findings;
        let hidden = findings
            .iter()
            .count()
            .saturating_sub(self.limit.unwrap_or(usize::MAX));
        if hidden > 0 {
            writeln!(out, "{}", self.words("more-findings", hidden))?;
        }
        if groups {
            self.totals(out)?;
            self.folded(out)?;
        }
        let fixable = findings
            .iter()
            .filter(|finding| finding.fix.is_some())
            .count();
        if fixable > 0 {
            let mut args = vec![("count", Arg::Count(fixable))];
            let key = match self.only {
                Some(part) => {
                    args.push(("part", Arg::Text(part.to_owned())));
                    "summary-fixable.part"
                }
                None => "summary-fixable",
            };
            writeln!(out, "{}", self.catalogue.text(&Message::new(key, args)))?;
        }
        let plan = match &self.project.plan {
            Some(plan) => {
                let mut counts = format!(
                    "{}, {}, {}",
                    self.words("count-pillars", plan.pillars.len()),
                    self.words("count-opds", plan.opds.len()),
                    self.words("count-programs", plan.programs.len()),
                );
                let lost = plan.unreadable.programs.len();
                if lost > 0 {
                    let lost = self.words("count-programs.lost", lost);
                    counts.push_str(&format!(" ({lost})"));
                }
                counts
            }
            None => self
                .catalogue
                .text(&Message::new("plan-unreadable", Vec::new())),
        };
        writeln!(out, "{plan}: {}", self.count())
    }

    /// Says where all findings are told, if they are not here.
    pub fn folded(&self, out: &mut impl Write) -> io::Result<()> {
        let all: Vec<&Finding> = self.project.findings.iter().collect();
        if !self.all && is_folded(&all) {
            let message = Message::new("all-findings", Vec::new());
            writeln!(out, "{}", self.catalogue.text(&message))?;
        }
        Ok(())
    }

    /// Counts the findings by group, or by rule if there are many.
    fn totals(&self, out: &mut impl Write) -> io::Result<()> {
        let findings = &self.project.findings;
        let all: Vec<&Finding> = findings.iter().collect();
        if all.len() > MANY {
            let totals = totals(&all);
            let widest = totals.iter().map(|total| total.rule.name.len()).max();
            for total in &totals {
                let key = match total.severity {
                    Severity::Error => "total-errors",
                    Severity::Warning => "total-warnings",
                };
                let message = Message::new(
                    key,
                    vec![
                        ("count", Arg::Count(total.count)),
                        ("number", Arg::Number(total.count.to_string())),
                        ("files", Arg::Count(total.files)),
                    ],
                );
                let (code, name) = (total.rule.code, total.rule.name);
                let width = widest.unwrap_or_default();
                let text = self.catalogue.text(&message);
                writeln!(out, "{code} {name:width$}  {text}")?;
            }
            return Ok(());
        }
        let mut lines = Vec::new();
        for group in Group::ALL {
            let of = |severity| {
                let same = all.iter().filter(|finding| finding.rule.group == *group);
                same.filter(|finding| finding.severity() == severity)
                    .count()
            };
            let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
            if errors + warnings > 0 {
                let counts = [("count-errors", errors), ("count-warnings", warnings)]
                    .into_iter()
                    .filter(|(_, count)| *count > 0)
                    .map(|(key, count)| self.words(key, count));
                let counts: Vec<String> = counts.collect();
                let title = self.catalogue.text(&group.title());
                lines.push(format!("{title}: {}", counts.join(", ")));
            }
        }
        // One group is what the last line says by itself.
        if lines.len() > 1 {
            for line in lines {
                writeln!(out, "{line}")?;
            }
        }
        Ok(())
    }

    /// `2 errors, 1 warning`
    pub fn count(&self) -> String {
        let findings = &self.project.findings;
        self.counts(
            findings.count(Severity::Error),
            findings.count(Severity::Warning),
        )
    }

    fn counts(&self, errors: usize, warnings: usize) -> String {
        format!(
            "{}, {}",
            self.words("count-errors", errors),
            self.words("count-warnings", warnings)
        )
    }

    /// A message in the language of the report.
    pub fn text(&self, message: &Message) -> String {
        self.catalogue.text(message)
    }

    /// A message about a number of things: `2 pages`.
    pub fn words(&self, key: &'static str, count: usize) -> String {
        let message = Message::new(key, vec![("count", Arg::Count(count))]);
        self.catalogue.text(&message)
    }
}

/// Prints why the command itself failed.
pub fn failure(error: &Failure, language: Language) {
    let text = error.text(&Catalogue::new(language));
    // If standard error is closed, the exit status is all that is left to say.
    let _ = writeln!(io::stderr(), "{text}");
}

#[cfg(test)]
mod tests {
    use ambonplan::finding::Style;

    use super::{Terminal, moves, style_of};

    #[test]
    fn terminals_get_what_they_understand_and_want() {
        for (is_terminal, kind, no_colour, moving, coloured) in [
            (true, Some("xterm-256color"), None, true, true),
            (true, None, None, true, true),
            (true, Some("xterm"), Some("1"), true, false),
            // An empty value says nothing, as the convention has it.
            (true, Some("xterm"), Some(""), true, true),
            (true, Some("dumb"), None, false, false),
            (true, Some("dumb"), Some(""), false, false),
            (false, Some("xterm"), None, false, false),
        ] {
            let terminal = Terminal {
                is_terminal,
                kind: kind.map(Into::into),
                no_colour: no_colour.map(Into::into),
            };
            let expected = if coloured {
                Style::Coloured
            } else {
                Style::Plain
            };
            assert_eq!(style_of(&terminal), expected, "{kind:?} {no_colour:?}");
            assert_eq!(moves(&terminal), moving, "{kind:?} {no_colour:?}");
        }
    }
}
