//! `ambonplan rename`

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ambonplan::check::Options;
use ambonplan::language::{Catalogue, message};
use ambonplan::model::EntryRef;
use ambonplan::rename::{self, Renaming};
use similar::TextDiff;

use super::failure::{Context, Result, bail};
use super::repository::shortest;
use super::{Outcome, language, loading, lock, output, write};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan rename program:layanan-112 layanan-darurat\n  \
    ambonplan rename opd:diskominfo dinas-kominfo --diff\n  \
    ambonplan rename law:uu-25-2004 uu-25-2004-sppn")]
pub struct Arguments {
    /// The entry: its kind and its id, such as `opd:diskominfo`
    #[arg(value_name = "KIND:ID")]
    entry: String,

    /// The new id: lower-case letters, digits and hyphens
    #[arg(value_name = "NEW-ID")]
    id: String,

    /// Change nothing; show what would change
    #[arg(long)]
    diff: bool,
}

/// Gives an entry another id in all files of the plan, and lists them.
pub fn run(plan: &Path, asked: language::Asked, arguments: &Arguments) -> Result<Outcome> {
    let _lock = if arguments.diff {
        None
    } else {
        Some(lock::hold(plan, asked)?)
    };
    let entry = EntryRef::parse(&arguments.entry).filter(|entry| !entry.id.is_empty());
    let entry = entry.with_context(|| match EntryRef::meant(&arguments.entry) {
        Some(meant) => message!("no-entry.meant", subject = &arguments.entry, meant = meant),
        None => message!("no-address", subject = &arguments.entry),
    })?;
    let project = loading::load(plan, &Options::default())?;
    // What is written before the id is no part of it.
    let id = arguments
        .id
        .strip_prefix(&format!("{}:", entry.kind.word()));
    let id = id.unwrap_or(&arguments.id);
    let renaming = rename::rename(&project, &entry, id)?;
    if arguments.diff {
        show(plan, &renaming)?;
        return Ok(Outcome::Clean);
    }
    apply(plan, &renaming)?;
    tell(plan, &renaming)?;
    let language = language::choose(asked, project.plan.as_ref());
    let done = message!(
        "renamed",
        entry = EntryRef::new(entry.kind, id).to_string(),
        references = renaming.references
    );
    writeln!(output::err(), "{}", Catalogue::new(language).text(&done))?;
    Ok(Outcome::Clean)
}

/// Moves files and folders, and writes those of which the text changes. What has been moved
/// goes back if something cannot be written.
fn apply(plan: &Path, renaming: &Renaming) -> Result<()> {
    let mut moved: Vec<(PathBuf, PathBuf)> = Vec::new();
    let done = renaming
        .moves
        .iter()
        .try_for_each(|(from, to)| {
            let (from, to) = (plan.join(from), plan.join(to));
            move_to(&from, &to)?;
            moved.push((from, to));
            Ok(())
        })
        .and_then(|()| {
            let texts: Vec<(PathBuf, &str)> = renaming
                .edits
                .iter()
                .map(|edit| {
                    (
                        plan.join(renaming.moves.then(&edit.path)),
                        edit.after.as_str(),
                    )
                })
                .collect();
            write::entries(&[], &texts)
        });
    if done.is_err() {
        for (from, to) in moved.iter().rev() {
            move_to(to, from)?;
        }
    }
    done
}

/// Gives a file or a folder another name that nothing has.
fn move_to(from: &Path, to: &Path) -> Result<()> {
    match fs::symlink_metadata(to) {
        Ok(_) => bail!("exists-already", path = to),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => {
            return Err(error).with_context(|| message!("failed-finding", path = to));
        }
    }
    fs::rename(from, to).with_context(|| message!("failed-moving", from = from, to = to))
}

/// Lists the files and folders that were moved, and the files that were changed.
fn tell(plan: &Path, renaming: &Renaming) -> io::Result<()> {
    let mut out = output::out();
    for (from, to) in renaming.moves.iter() {
        let (from, to) = (plan.join(from), plan.join(to));
        let (from, to) = (shortest(&from), shortest(&to));
        writeln!(out, "{} -> {}", from.display(), to.display())?;
    }
    for edit in &renaming.edits {
        let path = plan.join(renaming.moves.then(&edit.path));
        writeln!(out, "{}", shortest(&path).display())?;
    }
    out.flush()
}

/// Shows what would be moved and changed, as git does.
fn show(plan: &Path, renaming: &Renaming) -> io::Result<()> {
    let mut out = output::out();
    let name = |path: &str| shortest(&plan.join(path)).display().to_string();
    for (from, to) in renaming.moves.iter() {
        writeln!(out, "rename from {}\nrename to {}", name(from), name(to))?;
    }
    for edit in &renaming.edits {
        let diff = TextDiff::from_lines(&edit.before, &edit.after);
        let then = renaming.moves.then(&edit.path);
        let shown = diff
            .unified_diff()
            .header(&name(&edit.path), &name(&then))
            .to_string();
        out.write_all(shown.as_bytes())?;
    }
    out.flush()
}
