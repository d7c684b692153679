//! The build cache: books that need no typesetting, since nothing has changed.
//!
//! Beside a book in `build/` stands a hidden file that says of what it was made:
//! of every file of the plan, of this program, of the part that was asked for.
//! A book is taken as it is only if all of that is the same and the book itself
//! has not been touched. What was found when it was set is kept with it, and told
//! every time; so is what was found in a book that was set and not kept. System fonts
//! can change without a trace: such a book is not remembered.

use std::fs::{self, File};
use std::hash::Hasher;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use ambonplan::finding::Findings;
use ambonplan::reading::MAX_FILE_BYTES;
use ambonplan::source::SourceTree;
use serde::{Deserialize, Serialize};
use siphasher::sip128::{Hasher128, SipHasher13};

use super::failure::Result;
use super::remark::Remark;
use super::write;

/// What is remembered beside a book.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct BuildCache {
    /// The book.
    made: Option<CacheEntry>,
    /// A book that was set later and not kept.
    refused: Option<Refused>,
}

/// What is remembered of a book.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CacheEntry {
    /// Of what it was made.
    key: String,
    /// What was made.
    book: String,
    /// Number of pages.
    pub pages: usize,
    /// Number of programmes.
    pub programs: usize,
    /// What was found when it was set.
    pub remarks: Vec<Remark>,
}

/// What is remembered of a book that was not kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Refused {
    /// Of what it was made.
    key: String,
    /// What was found when it was set.
    remarks: Vec<Remark>,
}

/// Everything that decides how a book looks. `asked` names the volume and the
/// part. `None` if this program cannot tell which one it is.
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

impl BuildCache {
    /// What is remembered beside `output`; nothing if that cannot be read.
    pub fn beside(output: &Path) -> Self {
        let written = read(&place(output), MAX_FILE_BYTES);
        let read = written.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        read.unwrap_or_default()
    }

    /// What is known of the book at `output`, if it was made of the same and is
    /// still what was made.
    pub fn made(&self, output: &Path, key: &str) -> Option<&CacheEntry> {
        let made = self.made.as_ref().filter(|made| made.key == key)?;
        let book = read(output, u64::MAX)?;
        (made.book == fingerprint(&book)).then_some(made)
    }

    /// What was found in a book of the same that was not kept.
    pub fn refused(&self, key: &str) -> Option<&[Remark]> {
        let refused = self.refused.as_ref().filter(|refused| refused.key == key);
        refused.map(|refused| refused.remarks.as_slice())
    }

    /// Remembers a book that was written.
    pub fn keep(
        output: &Path,
        key: &str,
        (bytes, pages, programs): (&[u8], usize, usize),
        (remarks, tree): (&Findings, &SourceTree),
    ) -> Result<()> {
        let made = CacheEntry {
            key: key.to_owned(),
            book: fingerprint(bytes),
            pages,
            programs,
            remarks: Remark::all(remarks, tree),
        };
        let memory = Self {
            made: Some(made),
            refused: None,
        };
        memory.write(output)
    }

    /// Remembers a book that was not written, beside the one that is there.
    pub fn refuse(output: &Path, key: &str, remarks: &Findings, tree: &SourceTree) -> Result<()> {
        let refused = Refused {
            key: key.to_owned(),
            remarks: Remark::all(remarks, tree),
        };
        let memory = Self {
            refused: Some(refused),
            ..Self::beside(output)
        };
        memory.write(output)
    }

    fn write(&self, output: &Path) -> Result<()> {
        write::atomically(&place(output), &serde_json::to_vec(self)?)
    }
}

/// The bytes of a file that has at most `most`; `None` if it is none.
fn read(path: &Path, most: u64) -> Option<Vec<u8>> {
    if !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    let file = File::open(path).ok()?;
    file.take(most).read_to_end(&mut bytes).ok()?;
    Some(bytes)
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
