//! `ambonplan init`

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use ambonplan::language::Language;
use ambonplan::scaffold;
use ambonplan::typeset::BUILT_IN;
use anyhow::{Context, bail};
use jiff::Zoned;

use super::{Outcome, language, lock, output, write};

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  ambonplan init\n  ambonplan init rencana-kota\n  \
    ambonplan init --with-templates"
)]
pub struct Arguments {
    /// Directory to begin the plan in [default: the one of --plan]
    #[arg(value_name = "DIR")]
    directory: Option<PathBuf>,

    /// Also copy the built-in templates, to be changed
    #[arg(long)]
    with_templates: bool,
}

/// Writes a small plan that builds, in Indonesian unless another language is asked for.
/// A directory with anything in it is refused.
pub fn run(
    plan: &Path,
    asked: Option<language::Choice>,
    arguments: &Arguments,
) -> anyhow::Result<Outcome> {
    let directory = arguments.directory.as_deref().unwrap_or(plan);
    fs::create_dir_all(directory)
        .with_context(|| format!("failed to create the directory `{}`", directory.display()))?;
    let _lock = lock::hold(directory, asked)?;
    match fs::read_dir(directory) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                bail!(
                    "`{}` is not empty; name a new directory",
                    directory.display()
                );
            }
        }
        Err(error) => {
            return Err(error).with_context(|| format!("failed to read `{}`", directory.display()));
        }
    }
    let language = asked.map_or(Language::Indonesian, language::Choice::language);
    let files = scaffold::plan(Zoned::now().date(), language);
    let files = files.iter();
    let mut new: Vec<(PathBuf, &str)> = files
        .map(|file| (directory.join(&file.path), file.text.as_str()))
        .collect();
    if arguments.with_templates {
        // `/templates/theme.typ` is the path in the book.
        new.extend(BUILT_IN.iter().map(|(path, text)| {
            let path = directory.join(path.trim_start_matches('/'));
            (path, *text)
        }));
    }
    write::entries(&new, &[])?;
    writeln!(
        output::err(),
        "{} files in `{}`; `ambonplan build --plan {}` makes the book",
        new.len(),
        directory.display(),
        directory.display(),
    )?;
    Ok(Outcome::Clean)
}
