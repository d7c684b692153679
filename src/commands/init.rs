//! `ambonplan init`

use std::fs;
use std::io::Write;
use std::path::{Component, Path, PathBuf};

use ambonplan::language::{Catalogue, message};
use ambonplan::model::Government;
use ambonplan::scaffold;
use ambonplan::typeset::BUILT_IN;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::Zoned;

use super::discovery::plan_around;
use super::failure::{Context, Result, bail};
use super::{Outcome, language, lock, output, write};

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  ambonplan init\n  ambonplan init rencana-kota\n  \
    ambonplan init --government kabupaten\n  ambonplan init --with-templates"
)]
pub struct Arguments {
    /// Directory to begin the plan in [default: the one of --plan]
    #[arg(value_name = "DIR")]
    directory: Option<PathBuf>,

    /// Whose plan it is: that of a city (kota), a regency (kabupaten) or a province (provinsi)
    #[arg(
        long,
        value_name = "KIND",
        default_value = Government::Kota.word(),
        value_parser = PossibleValuesParser::new(Government::ALL.iter().map(|one| one.word()))
            .try_map(|word| government(&word).ok_or(word))
    )]
    government: Government,

    /// Also copy the built-in templates, to be changed
    #[arg(long)]
    with_templates: bool,

    /// Also write all words of the book, as comments, to be changed
    #[arg(long)]
    with_words: bool,

    /// Write no `.taplo.toml`, the settings of editors of TOML
    #[arg(long)]
    no_taplo: bool,
}

/// Writes a small plan that builds, in the language that is asked for or else in that of
/// the locale.
/// A directory with anything in it is refused, and one inside of another plan. What editors
/// of TOML need is written beside the plan, if it is not there.
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
    let files = scaffold::plan_of(arguments.government, Zoned::now().date(), language);
    let files = files.iter();
    let mut new: Vec<(PathBuf, &str)> = files
        .map(|file| (directory.join(&file.path), file.text.as_str()))
        .collect();
    let words = arguments.with_words.then(|| scaffold::words(language));
    new.extend(
        words
            .iter()
            .map(|file| (directory.join(&file.path), file.text.as_str())),
    );
    if arguments.with_templates {
        // `/templates/theme.typ` is the path in the book.
        new.extend(BUILT_IN.iter().map(|(path, text)| {
            let path = directory.join(path.trim_start_matches('/'));
            (path, *text)
        }));
    }
    let begun = message!(
        "plan-begun",
        count = new.len(),
        path = directory,
        argument = as_argument(directory)
    );
    let taplo = if arguments.no_taplo {
        None
    } else {
        taplo(directory)
    };
    new.extend(
        taplo
            .iter()
            .map(|text| (PathBuf::from(TAPLO), text.as_str())),
    );
    write::entries(&new, &[])?;
    let catalogue = Catalogue::new(language);
    writeln!(output::err(), "{}", catalogue.text(&begun))?;
    if taplo.is_some() {
        let written = message!("taplo-written", path = TAPLO);
        writeln!(output::err(), "{}", catalogue.text(&written))?;
    }
    Ok(Outcome::Clean)
}

/// The kind of government that is called so.
fn government(word: &str) -> Option<Government> {
    let mut all = Government::ALL.iter().copied();
    all.find(|government| government.word() == word)
}

/// Where editors of TOML look for their settings.
const TAPLO: &str = ".taplo.toml";

/// The settings for editors of TOML in the current directory; `None` if there are some, or
/// the plan is not below it.
fn taplo(directory: &Path) -> Option<String> {
    let mut parts = directory.components();
    let is_below = parts.all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let is_there = |name: &str| fs::symlink_metadata(name).is_ok();
    if !is_below || is_there(TAPLO) || is_there("taplo.toml") {
        return None;
    }
    let names = directory.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_str()),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => {
            None
        }
    });
    let names: Option<Vec<&str>> = names.collect();
    Some(scaffold::taplo(&names?.join("/")))
}

/// A path as it is written behind an option in a shell.
fn as_argument(path: &Path) -> String {
    let shown = path.display().to_string();
    if shown.contains(char::is_whitespace) {
        format!("\"{shown}\"")
    } else {
        shown
    }
}
