//! `ambonplan textconv`, which git runs.

use std::io::Write;
use std::path::PathBuf;

use ambonplan::diff::textconv;
use ambonplan::language::{Catalogue, message};
use ambonplan::reading::{MAX_FILE_BYTES, read_bounded};

use super::failure::{Context, Result};
use super::{Outcome, language, output};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A TOML file
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Prints the values of a file, one per line.
pub fn run(asked: language::Asked, arguments: &Arguments) -> Result<Outcome> {
    let file = &arguments.file;
    let bytes = read_bounded(file, MAX_FILE_BYTES)
        .with_context(|| message!("failed-reading", path = file.as_path()))?;
    let Some(bytes) = bytes else {
        // An error would end the whole `git diff`.
        let limit = MAX_FILE_BYTES >> 20;
        let told = message!("textconv-too-large", limit = limit.to_string());
        let told = Catalogue::new(asked.language()).text(&told);
        writeln!(output::out(), "{told}")?;
        return Ok(Outcome::Clean);
    };
    // What is not text is shown as well as it can be.
    let text = String::from_utf8_lossy(&bytes);
    output::out().write_all(textconv::values(&text).as_bytes())?;
    Ok(Outcome::Clean)
}
