//! `ambonplan fmt`

use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use ambonplan::check::Options;
use ambonplan::finding::{Finding, Findings, Rule};
use ambonplan::fmt;
use ambonplan::language::{Catalogue, message};
use ambonplan::model::rules::{merge_conflict, missing_file, syntax_error};
use ambonplan::model::shape::FileKind;
use ambonplan::project::{self, Project};
use ambonplan::reading::rules;
use ambonplan::reading::{self, MAX_FILE_BYTES};
use ambonplan::source::{FileIndex, Role, SourceFile};
use similar::TextDiff;

use super::failure::{Context, Result, bail};
use super::repository::shortest;
use super::{Outcome, language, loading, lock, output, report, write};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan fmt\n  \
    ambonplan fmt --check\n  \
    ambonplan fmt plan/opd/dishub\n  \
    ambonplan fmt plan/opd/dishub/programs/info-angkutan.toml\n  \
    ambonplan fmt --stdin-filename plan/opd/dishub/opd.toml - < baru.toml")]
pub struct Arguments {
    /// Files to write in canonical form, or folders of them; `-` is standard input, which
    /// is written to standard output [default: every TOML and Markdown file of the plan]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The file of the plan that standard input is, or is to become; without it, what the
    /// keys tell of TOML
    #[arg(long, value_name = "FILE")]
    stdin_filename: Option<PathBuf>,

    /// Change nothing; list the files that would change, and end with 1 if any would
    #[arg(long)]
    check: bool,

    /// Change nothing; show what would change
    #[arg(long)]
    diff: bool,
}

/// Writes files in their canonical form. What is not TOML, or cannot be read, stays as
/// it is and is reported.
pub fn run(plan: &Path, asked: language::Asked, arguments: &Arguments) -> Result<Outcome> {
    match arguments.files.as_slice() {
        [file] if file == Path::new("-") => return standard_input(plan, asked, arguments),
        [] if arguments.stdin_filename.is_some() => {
            return standard_input(plan, asked, arguments);
        }
        files if files.iter().any(|file| file == Path::new("-")) => {
            bail!("standard-input-alone");
        }
        _ if arguments.stdin_filename.is_some() => bail!("standard-input-unread"),
        _ => {}
    }
    let _lock = if arguments.check || arguments.diff {
        None
    } else {
        Some(lock::hold(plan, asked)?)
    };
    let project = loading::load(plan, &Options::default())?;
    let mut outcome = Outcome::Clean;
    let mut broken = Vec::new();
    if arguments.files.is_empty() && project.tree.find("plan.toml").is_none() {
        broken.push(FileIndex::MISSING_PLAN);
    }
    let mut unused: Vec<&PathBuf> = arguments.files.iter().collect();
    for (index, file) in project.tree.iter() {
        let Some(holds) = Holds::of(&file.role) else {
            // A folder of TOML files that is none, and whatever has no name.
            let lost = matches!(file.role, Role::Folder(_));
            let mut all = project.findings.iter();
            let lost = lost
                || all.any(|one| one.span.file == index && one.rule == &rules::name_not_utf8::RULE);
            if lost && arguments.files.is_empty() {
                broken.push(index);
            }
            continue;
        };
        let path = plan.join(&file.path);
        let chosen = |wanted: &Path| contains(wanted, &path);
        if !arguments.files.is_empty() && !arguments.files.iter().any(|wanted| chosen(wanted)) {
            continue;
        }
        unused.retain(|wanted| !chosen(wanted));
        let Formatted { text, is_broken } = holds.formatted(file, is_foreign(&project, index));
        if is_broken {
            broken.push(index);
        }
        let Some(text) = text.filter(|text| *text != file.text) else {
            continue;
        };
        if arguments.diff || arguments.check {
            outcome = Outcome::Findings;
        } else {
            write::text(&path, &text)?;
        }
        tell(arguments, &path, &file.text, &text)?;
    }
    if let Some(unknown) = unused.first() {
        bail!("no-file-of-plan", path = unknown.as_path());
    }
    if !broken.is_empty() {
        complain(plan, asked, project, &broken)?;
        outcome = Outcome::Findings;
    }
    Ok(outcome)
}

/// Writes standard input in its canonical form to standard output, or with `--check` and
/// `--diff` what they ask for. What is not TOML is reported, and nothing is written.
fn standard_input(plan: &Path, asked: language::Asked, arguments: &Arguments) -> Result<Outcome> {
    if io::stdin().is_terminal() {
        let catalogue = Catalogue::new(asked.language());
        let text = catalogue.text(&message!("standard-input-waiting"));
        writeln!(output::err(), "{text}")?;
    }
    let mut bytes = Vec::new();
    io::stdin()
        .take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .context(message!("failed-standard-input"))?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        bail!(
            "standard-input-too-large",
            limit = (MAX_FILE_BYTES >> 20).to_string()
        );
    }
    let marked = bytes.starts_with(MARK);
    let (name, path) = match &arguments.stdin_filename {
        Some(name) => (name.as_path(), path_in(plan, name)),
        None => {
            let text = String::from_utf8_lossy(&bytes);
            let kind = fmt::kind_of(text.trim_start_matches('\u{feff}'));
            (Path::new("-"), kind.map(|kind| kind.path().to_owned()))
        }
    };
    let role = path.as_deref().map(Role::of);
    let (Some(path), Some(holds)) = (path, role.as_ref().and_then(Holds::of)) else {
        match &arguments.stdin_filename {
            Some(name) => bail!("no-file-of-plan", path = name.as_path()),
            None => bail!("standard-input-nameless"),
        }
    };
    let mut findings = Findings::default();
    let tree = reading::of_file(path.clone(), bytes, &mut findings);
    let mut project = project::understand(tree, findings);
    // Nothing is known of the files around it.
    project
        .findings
        .retain(|finding| finding.rule != &missing_file::RULE);
    let Some((index, file)) = project.tree.find(&path) else {
        bail!("failed-reading", path = name);
    };
    let Formatted { text, is_broken } = holds.formatted(file, is_foreign(&project, index));
    let Some(text) = text.filter(|_| !is_broken) else {
        let place = match &arguments.stdin_filename {
            Some(_) => plan,
            None => {
                project.tree.show_as(index, "-");
                Path::new("")
            }
        };
        complain(place, asked, project, &[index])?;
        return Ok(Outcome::Findings);
    };
    let changed = text != file.text;
    if arguments.check || arguments.diff {
        if changed {
            tell(arguments, name, &file.text, &text)?;
        }
        return Ok(if changed {
            Outcome::Findings
        } else {
            Outcome::Clean
        });
    }
    let mut out = output::out();
    if marked {
        out.write_all(MARK)?;
    }
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Clean)
}

/// A byte order mark.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The path in the plan of a file that need not be there: below the plan directory, or
/// else as it is written.
fn path_in(plan: &Path, name: &Path) -> Option<String> {
    let whole = |path: &Path| {
        let path = std::path::absolute(path).ok()?;
        path.ancestors().find_map(|above| {
            let found = above.canonicalize().ok()?;
            Some(found.join(path.strip_prefix(above).ok()?))
        })
    };
    let below =
        whole(plan).and_then(|plan| Some(whole(name)?.strip_prefix(plan).ok()?.to_path_buf()));
    let path = below.unwrap_or_else(|| name.to_path_buf());
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

/// Names a file that changes, or shows how.
fn tell(arguments: &Arguments, path: &Path, before: &str, after: &str) -> io::Result<()> {
    let mut out = output::out();
    let name = shortest(path).display().to_string();
    if arguments.diff {
        let diff = TextDiff::from_lines(before, after);
        let shown = diff.unified_diff().header(&name, &name).to_string();
        return out.write_all(shown.as_bytes());
    }
    writeln!(out, "{name}")
}

/// Prints what keeps files from being formatted.
fn complain(
    plan: &Path,
    asked: language::Asked,
    mut project: Project,
    broken: &[FileIndex],
) -> io::Result<()> {
    let all = std::mem::take(&mut project.findings);
    let foreign: Vec<FileIndex> = all
        .iter()
        .filter(|one| one.rule == &rules::foreign_encoding::RULE)
        .map(|one| one.span.file)
        .collect();
    let keeps = |finding: &&Finding| {
        let file = finding.span.file;
        // What another encoding makes of a text may be no TOML.
        let is_told = finding.rule == &syntax_error::RULE && foreign.contains(&file);
        broken.contains(&file) && KEPT_FROM.contains(&finding.rule) && !is_told
    };
    project.findings.extend(all.iter().filter(keeps).cloned());
    let language = language::choose(asked, project.plan.as_ref());
    let report = report::Report::new(plan, &project, language, None);
    report.findings(&mut output::err(), report::human(&io::stderr()))
}

/// Where the TOML of a file stands.
#[derive(Clone, Copy)]
enum Holds {
    /// The file is nothing else.
    Toml(FileKind),
    /// In the front matter and the blocks of a text.
    Narrative,
}

/// Whether a file was read in another encoding. What is written is UTF-8, which nobody
/// asked for.
fn is_foreign(project: &Project, file: FileIndex) -> bool {
    let mut findings = project.findings.iter();
    findings.any(|one| one.span.file == file && one.rule == &rules::foreign_encoding::RULE)
}

/// What became of a file.
struct Formatted {
    /// Its canonical form, as far as it has one.
    text: Option<String>,
    /// Whether some of it is not TOML, or it could not be read.
    is_broken: bool,
}

impl Holds {
    fn of(role: &Role) -> Option<Self> {
        match FileKind::of(role) {
            Some(kind) => Some(Self::Toml(kind)),
            None => role.is_narrative().then_some(Self::Narrative),
        }
    }

    /// The file in its canonical form. One that was read in an encoding that is `foreign` has
    /// none.
    fn formatted(self, file: &SourceFile, is_foreign: bool) -> Formatted {
        if !file.readable || is_foreign {
            return Formatted {
                text: None,
                is_broken: true,
            };
        }
        match self {
            Self::Toml(kind) => {
                let text = fmt::format(kind, &file.text);
                Formatted {
                    is_broken: text.is_none(),
                    text,
                }
            }
            Self::Narrative => {
                let narrative = fmt::narrative(&file.text);
                Formatted {
                    text: Some(narrative.text),
                    is_broken: narrative.broken,
                }
            }
        }
    }
}

/// Rules that are broken by a file which cannot be formatted.
const KEPT_FROM: &[&Rule] = &[
    &rules::unreadable_file::RULE,
    &rules::invalid_utf8::RULE,
    &rules::foreign_format::RULE,
    &rules::foreign_encoding::RULE,
    &rules::file_too_large::RULE,
    &rules::name_not_utf8::RULE,
    &rules::plan_too_large::RULE,
    &rules::symbolic_link::RULE,
    &missing_file::RULE,
    &merge_conflict::RULE,
    &syntax_error::RULE,
];

/// Whether a path is a file or a folder that it lies in.
fn contains(wanted: &Path, file: &Path) -> bool {
    match (wanted.canonicalize(), file.canonicalize()) {
        (Ok(wanted), Ok(file)) => file.starts_with(wanted),
        _ => wanted == file,
    }
}
