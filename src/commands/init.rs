//! `ambonplan init`

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use ambonplan::language::{Catalogue, message};
use ambonplan::scaffold;
use ambonplan::typeset::BUILT_IN;
use jiff::Zoned;

use super::discovery::plan_around;
use super::failure::{Context, Result, bail};
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

/// Writes a small plan that builds, in the language that is asked for or else in that of
/// the locale.
/// A directory with anything in it is refused, and one inside of another plan.
pub fn run(plan: &Path, asked: language::Asked, arguments: &Arguments) -> Result<Outcome> {
    let directory = arguments.directory.as_deref().unwrap_or(plan);
    if let Some(around) = plan_around(directory) {
        bail!("plan-around", path = directory, around = around.as_path());
    }
    fs::create_dir_all(directory)
        .with_context(|| message!("failed-directory", path = directory))?;
    let _lock = lock::hold(directory, asked)?;
    match fs::read_dir(directory) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                bail!("directory-not-empty", path = directory);
            }
        }
        Err(error) => {
            return Err(error).with_context(|| message!("failed-reading", path = directory));
        }
    }
    let language = asked.language_of_new();
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
    let begun = message!(
        "plan-begun",
        count = new.len(),
        path = directory,
        argument = as_argument(directory)
    );
    writeln!(output::err(), "{}", Catalogue::new(language).text(&begun))?;
    Ok(Outcome::Clean)
}

/// A path as it is written behind an option in a shell.
fn as_argument(path: &Path) -> String {
    let shown = path.display().to_string();
    match shown.contains(char::is_whitespace) {
        true => format!("\"{shown}\""),
        false => shown,
    }
}
