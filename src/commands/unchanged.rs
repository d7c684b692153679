//! Books that need no typesetting, since nothing has changed since the last one.
//!
//! Beside a book in `build/` stands a hidden file that says of what it was made:
//! of every file of the plan, of this program, of the part that was asked for.
//! A book is taken as it is only if all of that is the same and the book itself
//! has not been touched. System fonts can change without a trace, and remarks
//! must be told every time, so that neither kind of book is remembered.

use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use ambonplan::source::SourceTree;
use serde::{Deserialize, Serialize};
use siphasher::sip128::{Hasher128, SipHasher13};

use super::write;

/// What is remembered of a book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Of what it was made.
    key: String,
    /// What was made.
    book: String,
    /// Number of pages.
    pub pages: usize,
    /// Number of programmes.
    pub programs: usize,
}

/// Everything that decides how a book looks. `asked` names the volume and the
/// part. Nothing if this program cannot tell which one it is.
pub fn key(tree: &SourceTree, asked: &str) -> Option<String> {
    let mut hasher = SipHasher13::new();
    let mut add = |bytes: &[u8]| {
        // Lengths keep two neighbours from passing for two others.
        hasher.write_usize(bytes.len());
        hasher.write(bytes);
    };
    let program = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let changed = program.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    add(env!("CARGO_PKG_VERSION").as_bytes());
    add(&program.len().to_le_bytes());
    add(&changed.as_nanos().to_le_bytes());
    add(asked.as_bytes());
    for (_, file) in tree.iter() {
        add(file.path.as_bytes());
        add(file.text.as_bytes());
        add(&file.bytes);
    }
    Some(hex(&hasher))
}

/// What is known of the book at `output`, if it was made of the same and is
/// still what was made.
pub fn find(output: &Path, key: &str) -> Option<Made> {
    let made: Made = serde_json::from_slice(&fs::read(place(output)).ok()?).ok()?;
    let book = fs::read(output).ok()?;
    (made.key == key && made.book == fingerprint(&book)).then_some(made)
}

/// Remembers a book.
pub fn remember(
    output: &Path,
    key: String,
    bytes: &[u8],
    pages: usize,
    programs: usize,
) -> anyhow::Result<()> {
    let made = Made {
        key,
        book: fingerprint(bytes),
        pages,
        programs,
    };
    write::atomically(&place(output), &serde_json::to_vec(&made)?)
}

fn place(output: &Path) -> PathBuf {
    let name = output.file_name().unwrap_or_default().to_string_lossy();
    output.with_file_name(format!(".{name}.made"))
}

fn fingerprint(bytes: &[u8]) -> String {
    let mut hasher = SipHasher13::new();
    hasher.write(bytes);
    hex(&hasher)
}

fn hex(hasher: &SipHasher13) -> String {
    let hash = hasher.finish128();
    format!("{:016x}{:016x}", hash.h1, hash.h2)
}
