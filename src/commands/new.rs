//! `ambonplan new`

use std::io::Write;
use std::path::{Path, PathBuf};

use ambonplan::check::Options;
use ambonplan::scaffold::{self, NewFile};

use super::failure::Result;
use super::repository::shortest;
use super::{Outcome, language, lock, output, write};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan new pillar governance\n  \
    ambonplan new opd diskominfo\n  \
    ambonplan new program layanan-112 --opd diskominfo --pillar governance")]
pub struct Arguments {
    #[command(subcommand)]
    entry: Entry,
}

#[derive(Debug, clap::Subcommand)]
enum Entry {
    /// Add a pillar after the last one
    Pillar {
        /// Id of the pillar: lower-case letters, digits and hyphens
        id: String,
    },
    /// Add an OPD
    Opd {
        /// Id of the OPD
        id: String,
    },
    /// Add a programme with the next free number of its pillar
    Program {
        /// Id of the programme
        id: String,
        /// The OPD that leads it
        #[arg(long, value_name = "ID")]
        opd: String,
        /// Its pillar [default: the first]
        #[arg(long, value_name = "ID")]
        pillar: Option<String>,
    },
}

/// Writes a new entry and lists the files on standard output.
pub fn run(directory: &Path, asked: language::Asked, arguments: &Arguments) -> Result<Outcome> {
    let _lock = lock::hold(directory, asked)?;
    let project = super::loading::load(directory, &Options::default())?;
    let plan = match &project.plan {
        Some(plan) if !project.findings.has_errors() => plan,
        _ => {
            return super::build::nothing_built(directory, asked, &project);
        }
    };
    let files = match &arguments.entry {
        Entry::Pillar { id } => scaffold::pillar(plan, id),
        Entry::Opd { id } => scaffold::opd(plan, id),
        Entry::Program { id, opd, pillar } => {
            scaffold::program(plan, &project.tree, id, opd, pillar.as_deref())
        }
    }?;
    write_all(directory, &files)?;
    Ok(Outcome::Clean)
}

fn write_all(directory: &Path, files: &[NewFile]) -> Result<()> {
    let placed = |replaces: bool| -> Vec<(PathBuf, &str)> {
        files
            .iter()
            .filter(|file| file.replaces == replaces)
            .map(|file| (directory.join(&file.path), file.text.as_str()))
            .collect()
    };
    write::entries(&placed(false), &placed(true))?;
    for file in files {
        writeln!(
            output::out(),
            "{}",
            shortest(&directory.join(&file.path)).display()
        )?;
    }
    Ok(())
}
