//! `ambonplan fmt`

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ambonplan::check::Options;
use ambonplan::finding::{Findings, Rule, rules};
use ambonplan::fmt;
use ambonplan::model::shape::FileKind;
use ambonplan::source::Role;
use anyhow::bail;
use similar::TextDiff;

use super::{Outcome, build, language, lock, output, report, write};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan fmt\n  \
    ambonplan fmt --check\n  \
    ambonplan fmt plan/opd/dishub/programs/info-angkutan.toml")]
pub struct Arguments {
    /// Files to write in canonical form [default: every TOML and Markdown file of the plan]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Change nothing; list the files that would change, and end with 1 if any would
    #[arg(long)]
    check: bool,

    /// Change nothing; show what would change
    #[arg(long)]
    diff: bool,
}

/// Writes files in their canonical form. What is not TOML, or cannot be read, stays as
/// it is and is reported.
pub fn run(
    plan: &Path,
    asked: Option<language::Choice>,
    arguments: &Arguments,
) -> anyhow::Result<Outcome> {
    let _lock = match arguments.check || arguments.diff {
        true => None,
        false => Some(lock::hold(plan, asked)?),
    };
    let mut project = build::load(plan, &Options::default())?;
    let mut out = output::out();
    let mut outcome = Outcome::Clean;
    let mut broken = Vec::new();
    let mut chosen = arguments.files.clone();
    for (index, file) in project.tree.iter() {
        let Some(holds) = Holds::of(&file.role) else {
            // A folder of TOML files that is none, a plan without its file, and whatever
            // has no name.
            let lost = matches!(file.role, Role::Folder(_)) || file.path == "plan.toml";
            let mut all = project.findings.iter();
            let lost = lost
                || all.any(|one| one.span.file == index && one.rule == &rules::name_not_utf8::RULE);
            if lost && arguments.files.is_empty() {
                broken.push(index);
            }
            continue;
        };
        let path = plan.join(&file.path);
        if !arguments.files.is_empty() {
            let known = chosen.len();
            chosen.retain(|wanted| !same(wanted, &path));
            if chosen.len() == known {
                continue;
            }
        }
        let text = Some(&file.text).filter(|_| file.readable);
        let formatted = match (holds, text) {
            (Holds::Toml(kind), Some(text)) => fmt::format(kind, text),
            (Holds::Narrative, Some(text)) => {
                let narrative = fmt::narrative(text);
                if narrative.broken {
                    broken.push(index);
                }
                Some(narrative.text)
            }
            (_, None) => None,
        };
        let Some(text) = formatted else {
            broken.push(index);
            continue;
        };
        if text == file.text {
            continue;
        }
        if arguments.diff {
            let name = path.display().to_string();
            let diff = TextDiff::from_lines(&file.text, &text);
            let shown = diff.unified_diff().header(&name, &name).to_string();
            out.write_all(shown.as_bytes())?;
        } else {
            writeln!(out, "{}", path.display())?;
        }
        if arguments.check || arguments.diff {
            outcome = Outcome::Findings;
        } else {
            write::text(&path, &text)?;
        }
    }
    if let Some(unknown) = chosen.first() {
        bail!(
            "`{}` is no TOML or Markdown file of the plan",
            unknown.display()
        );
    }
    if !broken.is_empty() {
        let mut findings = Findings::default();
        let all = std::mem::take(&mut project.findings);
        findings.extend(
            all.iter()
                .filter(|finding| {
                    broken.contains(&finding.span.file) && KEPT_FROM.contains(&finding.rule)
                })
                .cloned(),
        );
        project.findings = findings;
        let language = language::choose(asked, project.plan.as_ref());
        let report = report::Report::new(plan, &project, language, None);
        let mut err = output::err();
        report.findings(&mut err, report::human(&io::stderr()))?;
        outcome = Outcome::Findings;
    }
    Ok(outcome)
}

/// Where the TOML of a file stands.
#[derive(Clone, Copy)]
enum Holds {
    /// The file is nothing else.
    Toml(FileKind),
    /// In the front matter and the blocks of a text.
    Narrative,
}

impl Holds {
    fn of(role: &Role) -> Option<Self> {
        match FileKind::of(role) {
            Some(kind) => Some(Self::Toml(kind)),
            None => role.is_narrative().then_some(Self::Narrative),
        }
    }
}

/// Rules that are broken by a file which cannot be formatted.
const KEPT_FROM: &[&Rule] = &[
    &rules::unreadable_file::RULE,
    &rules::invalid_utf8::RULE,
    &rules::file_too_large::RULE,
    &rules::name_not_utf8::RULE,
    &rules::plan_too_large::RULE,
    &rules::symbolic_link::RULE,
    &rules::missing_file::RULE,
    &rules::syntax_error::RULE,
];

fn same(one: &Path, two: &Path) -> bool {
    match (one.canonicalize(), two.canonicalize()) {
        (Ok(one), Ok(two)) => one == two,
        _ => one == two,
    }
}
