//! `ambonplan textconv`, which git runs.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use ambonplan::diff::textconv;
use anyhow::Context;

use super::{Outcome, output};

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A TOML file
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Prints the values of a file, one per line.
pub fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let file = &arguments.file;
    let bytes = fs::read(file).with_context(|| format!("failed to read `{}`", file.display()))?;
    // What is not text is shown as well as it can be.
    let text = String::from_utf8_lossy(&bytes);
    output::out().write_all(textconv::values(&text).as_bytes())?;
    Ok(Outcome::Clean)
}
