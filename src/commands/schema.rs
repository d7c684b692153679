//! `ambonplan schema`

use std::io::Write;
use std::path::PathBuf;

use ambonplan::model::shape::FileKind;
use ambonplan::schema;
use clap::builder::PossibleValuesParser;

use super::failure::Result;
use super::{Outcome, output, write};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    ambonplan schema program > program.json\n  \
    ambonplan schema --all .schemas\n  \
    ambonplan schema findings\n  \
    ambonplan schema changes\n  \
    ambonplan schema log")]
pub struct Arguments {
    /// Kind of file; `findings` is what `check --format json` writes, `changes` what
    /// `diff --format json` does, `log` what `log --format json` does
    #[arg(value_name = "KIND", required_unless_present = "all", value_parser = kinds())]
    kind: Option<String>,

    /// Write the schemas of all kinds into this directory, as KIND.json
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    all: Option<PathBuf>,
}

const FINDINGS: &str = "findings";
const CHANGES: &str = "changes";
const LOG: &str = "log";

fn kinds() -> PossibleValuesParser {
    let kinds = FileKind::ALL.iter().map(|kind| kind.word());
    PossibleValuesParser::new(kinds.chain([FINDINGS, CHANGES, LOG]).collect::<Vec<_>>())
}

/// Prints a JSON Schema, or writes all of them.
pub fn run(arguments: &Arguments) -> Result<Outcome> {
    if let Some(directory) = &arguments.all {
        let files = FileKind::ALL.iter();
        let files = files.map(|kind| (kind.word(), schema::schema(*kind)));
        let others = [
            (FINDINGS, schema::of_findings()),
            (CHANGES, schema::of_changes()),
            (LOG, schema::of_history()),
        ];
        for (name, schema) in files.chain(others) {
            let path = directory.join(format!("{name}.json"));
            write::atomically(&path, pretty(&schema)?.as_bytes())?;
            writeln!(output::out(), "{}", path.display())?;
        }
        return Ok(Outcome::Clean);
    }
    let wanted = arguments.kind.as_deref().unwrap_or_default();
    let kind = FileKind::ALL.iter().find(|kind| kind.word() == wanted);
    let schema = match kind {
        Some(kind) => schema::schema(*kind),
        None if wanted == CHANGES => schema::of_changes(),
        None if wanted == LOG => schema::of_history(),
        None => schema::of_findings(),
    };
    output::out().write_all(pretty(&schema)?.as_bytes())?;
    Ok(Outcome::Clean)
}

fn pretty(schema: &schemars::Schema) -> Result<String> {
    let mut text = serde_json::to_string_pretty(schema)?;
    text.push('\n');
    Ok(text)
}
