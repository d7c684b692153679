//! `ambonplan merge`, which git runs.

use std::num::NonZeroU8;
use std::path::{Path, PathBuf};
use std::process::Command;

use ambonplan::language::message;
use ambonplan::merge::{Form, Marks, Merged, Style, Versions, merge};
use ambonplan::reading::{MAX_FILE_BYTES, read_bounded};

use super::failure::{Context, Result, bail};
use super::{Outcome, write};

/// As many characters as a mark of git has where nothing else is asked for.
const MARK_SIZE: NonZeroU8 = match NonZeroU8::new(7) {
    Some(size) => size,
    None => NonZeroU8::MIN,
};

#[derive(Debug, clap::Args)]
#[command(after_help = "git runs it once it is installed:\n  \
    ambonplan diff --install-driver\n\n\
    Exit status: 0 merged, 1 with marks where both sides say something else,\n\
    129 if a file cannot be read or written.")]
pub struct Arguments {
    /// The file as it was before both sides (%O)
    #[arg(value_name = "BASE")]
    base: PathBuf,

    /// The file of our side (%A), into which the result is written
    #[arg(value_name = "OURS")]
    ours: PathBuf,

    /// The file of their side (%B)
    #[arg(value_name = "THEIRS")]
    theirs: PathBuf,

    /// Number of characters of a mark (%L)
    #[arg(short = 'L', long, value_name = "NUMBER", default_value_t = MARK_SIZE)]
    marker_size: NonZeroU8,

    /// Path of the file in the repository (%P) [default: that of our side]
    #[arg(short = 'P', long, value_name = "PATH", allow_hyphen_values = true)]
    path: Option<String>,

    /// What the version before both is called behind its marks (%S)
    #[arg(short = 'S', long, value_name = "LABEL", allow_hyphen_values = true)]
    base_label: Option<String>,

    /// What our side is called (%X)
    #[arg(short = 'X', long, value_name = "LABEL", allow_hyphen_values = true)]
    ours_label: Option<String>,

    /// What their side is called (%Y)
    #[arg(short = 'Y', long, value_name = "LABEL", allow_hyphen_values = true)]
    theirs_label: Option<String>,
}

/// Merges the three versions of a file into that of our side.
pub fn run(arguments: &Arguments) -> Result<Outcome> {
    let (base, ours, theirs) = (
        read(&arguments.base)?,
        read(&arguments.ours)?,
        read(&arguments.theirs)?,
    );
    let versions = Versions {
        base: base.as_slice(),
        ours: ours.as_slice(),
        theirs: theirs.as_slice(),
    };
    let marks = Marks {
        size: arguments.marker_size,
        style: style(),
        labels: Versions {
            base: label(arguments.base_label.as_deref(), "%S"),
            ours: label(arguments.ours_label.as_deref(), "%X"),
            theirs: label(arguments.theirs_label.as_deref(), "%Y"),
        },
    };
    let named = arguments.ours.to_string_lossy();
    let form = Form::of(arguments.path.as_deref().unwrap_or(&named));
    let (bytes, outcome) = match merge(form, versions, &marks) {
        Merged::Clean(bytes) => (bytes, Outcome::Clean),
        Merged::Conflict(bytes) => (bytes, Outcome::Findings),
        // git says that somebody has to choose; our side stays until then.
        Merged::NoText => return Ok(Outcome::Findings),
    };
    if bytes != ours {
        write::atomically(&arguments.ours, &bytes)?;
    }
    Ok(outcome)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    let bytes = read_bounded(file, MAX_FILE_BYTES)
        .with_context(|| message!("failed-reading", path = file))?;
    match bytes {
        Some(bytes) => Ok(bytes),
        None => {
            let limit = MAX_FILE_BYTES >> 20;
            bail!("merge-too-large", path = file, limit = limit.to_string())
        }
    }
}

/// What git calls a version; `None` where an old git passes its own sign on.
fn label(given: Option<&str>, sign: &str) -> Option<String> {
    let given = given.filter(|given| !given.is_empty() && *given != sign);
    given.map(str::to_owned)
}

/// What is to stand between marks, which git alone knows.
fn style() -> Style {
    let asked = Command::new("git")
        .args(["config", "--get", "merge.conflictStyle"])
        .output();
    // Without git there is no such wish.
    let word = asked.ok().filter(|output| output.status.success());
    let word = word.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    word.and_then(|word| Style::of(&word)).unwrap_or_default()
}
