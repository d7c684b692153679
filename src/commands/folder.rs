//! Folders of pages that were written before and are written again.
//!
//! In such a folder stands a hidden file with the names of all that was written there. What
//! is in it and not in the book any more is removed; whatever else there is stays.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use ambonplan::language::message;
use walkdir::WalkDir;

use super::failure::{Context, Result, bail};
use super::write;

/// The file with the names of all files.
const MANIFEST: &str = ".ambonplan";

/// A file that is written even if it says the same, so that its time tells when the book was
/// built.
const DATED: &str = "index.html";

/// What is to change in a folder.
pub struct Update {
    /// Files that are written.
    written: Vec<(PathBuf, Vec<u8>)>,
    /// Files that are removed.
    removed: Vec<PathBuf>,
    /// The folder.
    folder: PathBuf,
    /// The names of all files of the book.
    names: Vec<u8>,
}

impl Update {
    /// What is to change in a folder so that it holds these files. A folder with files of
    /// somebody else is an error.
    pub fn of(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<Self> {
        let known = known(folder)?;
        let mut written = Vec::new();
        for (name, bytes) in files {
            let path = folder.join(name);
            let is_ours = known.contains(name);
            if !is_ours && fs::symlink_metadata(&path).is_ok() {
                bail!("html-foreign-file", path = path.as_path());
            }
            // What is the same keeps its time.
            let is_there = is_ours && name != DATED && has(&path, bytes);
            if !is_there {
                written.push((path, bytes.clone()));
            }
        }
        let gone = known.iter().filter(|name| !files.contains_key(*name));
        let gone: Vec<&String> = gone.collect();
        let names = |all: &mut dyn Iterator<Item = &String>| {
            let mut text = String::new();
            for name in all {
                text.push_str(name);
                text.push('\n');
            }
            text.into_bytes()
        };
        // Until they are removed, the old ones are ours, too.
        let all = names(&mut files.keys().chain(gone.iter().copied()));
        written.insert(0, (folder.join(MANIFEST), all));
        Ok(Self {
            written,
            removed: gone.into_iter().map(|name| folder.join(name)).collect(),
            names: names(&mut files.keys()),
            folder: folder.to_path_buf(),
        })
    }

    /// Changes the folder, file by file: a reader sees the old one or the new one.
    pub fn write(&self) -> Result<()> {
        for (path, bytes) in &self.written {
            write::atomically(path, bytes)?;
        }
        if self.removed.is_empty() {
            return Ok(());
        }
        for path in &self.removed {
            match fs::remove_file(path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                removed => {
                    removed.with_context(|| message!("failed-removing", path = path.as_path()))?;
                }
            }
            // A folder that holds something else stays.
            for above in path.ancestors().skip(1) {
                if above == self.folder || fs::remove_dir(above).is_err() {
                    break;
                }
            }
        }
        write::atomically(&self.folder.join(MANIFEST), &self.names)
    }
}

/// The names of the files that were written into a folder.
fn known(folder: &Path) -> Result<BTreeSet<String>> {
    match fs::metadata(folder) {
        Ok(found) if found.is_dir() => {}
        Ok(_) => bail!("html-no-folder", path = folder),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(error) => {
            return Err(error).with_context(|| message!("failed-finding", path = folder));
        }
    }
    let manifest = folder.join(MANIFEST);
    match fs::read_to_string(&manifest) {
        Ok(names) => {
            let names = names.lines().filter(|name| is_inside(name));
            Ok(names.map(str::to_owned).collect())
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => match foreign(folder)? {
            Some(name) => bail!("html-foreign-folder", path = folder, name = name),
            None => Ok(BTreeSet::new()),
        },
        Err(error) => {
            Err(error).with_context(|| message!("failed-reading", path = manifest.as_path()))
        }
    }
}

/// Whether a name stays in the folder, whoever wrote the list.
fn is_inside(name: &str) -> bool {
    let mut parts = Path::new(name).components().peekable();
    parts.peek().is_some() && parts.all(|part| matches!(part, Component::Normal(_)))
}

/// A file in a folder of which nothing is known. Hidden ones are no pages: temporary files of
/// a process that was killed, and what git or a server keeps there.
fn foreign(folder: &Path) -> Result<Option<String>> {
    let is_hidden = |entry: &walkdir::DirEntry| {
        entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
    };
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|entry| !is_hidden(entry)) {
        let entry = entry.map_err(io::Error::from);
        let entry = entry.with_context(|| message!("failed-finding", path = folder))?;
        if !entry.file_type().is_dir() {
            let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            return Ok(Some(inside.display().to_string()));
        }
    }
    Ok(None)
}

/// Whether a file holds these bytes.
fn has(path: &Path, bytes: &[u8]) -> bool {
    let is_file = fs::symlink_metadata(path).is_ok_and(|found| {
        found.is_file() && usize::try_from(found.len()).is_ok_and(|length| length == bytes.len())
    });
    is_file && fs::read(path).is_ok_and(|there| there == bytes)
}
