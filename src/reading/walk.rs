//! Walks the plan directory and reads its files.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::files::{Reading, add_nameless, add_unreadable, too_many};
use super::ignored::Ignored;
use super::limits::{MAX_FILE_BYTES, MAX_FILES, read_bounded};
use super::{is_passed_over, reason};
use crate::finding::Findings;
use crate::language::{Message, message};
use crate::source::SourceTree;

/// The plan directory itself cannot be read.
#[derive(Debug)]
pub struct ReadError {
    /// The directory.
    pub path: PathBuf,
    /// Why.
    pub source: io::Error,
}

impl ReadError {
    /// What cannot be read; the reason is another message.
    pub fn message(&self) -> Message {
        message!("failed-plan", path = self.path.as_path())
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "cannot read the plan directory `{}`",
            self.path.display()
        )
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}

/// Reads every file below `root` once, in the order of their paths.
///
/// Files that cannot be read or are not what their place asks for are findings.
/// Symbolic links are never followed.
///
/// # Errors
///
/// If `root` is no directory that can be read.
pub fn read(root: &Path, findings: &mut Findings) -> Result<SourceTree, ReadError> {
    read_at_most(MAX_FILES, root, Vec::new(), findings)
}

/// The same with files that are kept somewhere else, in the place of those by their names
/// that the directory has.
#[cfg(feature = "revisions")]
pub(super) fn read_with(
    kept: Vec<Kept<'_>>,
    root: &Path,
    findings: &mut Findings,
) -> Result<SourceTree, ReadError> {
    let kept = kept.into_iter();
    let found = kept.map(|one| (one.path.clone(), Found::Kept(one)));
    read_at_most(MAX_FILES, root, found.collect(), findings)
}

/// A file of a plan that is not read from its directory.
#[cfg(feature = "revisions")]
pub(super) struct Kept<'a> {
    /// Below the plan, separated by `/`.
    pub(super) path: String,
    /// Number of its bytes.
    pub(super) size: u64,
    /// Its bytes, or why they cannot be read.
    pub(super) bytes: Box<dyn Fn() -> Result<Vec<u8>, Message> + 'a>,
}

/// A file or folder that was found.
enum Found<'a> {
    /// In the directory.
    Here(DirEntry),
    /// Somewhere else.
    #[cfg(feature = "revisions")]
    Kept(Kept<'a>),
    /// Nowhere: it says how long the others live.
    #[cfg(not(feature = "revisions"))]
    Nowhere(std::convert::Infallible, std::marker::PhantomData<&'a ()>),
}

/// The same for a plan of so many files and folders at most.
fn read_at_most(
    most: usize,
    root: &Path,
    others: Vec<(String, Found<'_>)>,
    findings: &mut Findings,
) -> Result<SourceTree, ReadError> {
    let fail = |source| ReadError {
        path: root.to_path_buf(),
        source,
    };
    let others: BTreeMap<String, Found<'_>> = others.into_iter().collect();
    // Of a plan that is kept elsewhere, nothing need be here.
    let is_here = others.is_empty() || root.try_exists().map_err(fail)?;
    if is_here {
        fs::read_dir(root).map_err(fail)?;
    }

    let mut entries = Vec::new();
    let mut tree = SourceTree::default();
    let mut ignored = Ignored::of(root);
    let mut walk = WalkDir::new(root).min_depth(1).into_iter();
    while is_here && let Some(entry) = walk.next() {
        if entries.len() == most {
            return Ok(too_many(findings));
        }
        match entry {
            Ok(entry) if is_passed_over(&entry.file_name().to_string_lossy()) => {
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
            }
            Ok(entry) => match relative(root, entry.path()) {
                Ok(path) if ignored.is_ignored(&path, entry.file_type().is_dir()) => {
                    if entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
                Ok(path) if !entry.file_type().is_dir() && others.contains_key(&path) => {}
                Ok(path) => {
                    if entry.file_type().is_dir() {
                        ignored.enter(&path);
                    }
                    entries.push((path, Found::Here(entry)));
                }
                Err(shown) => {
                    if entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                    add_nameless(&mut tree, findings, shown);
                }
            },
            Err(error) => {
                let path = error.path().map(|path| relative(root, path));
                let path = path.map(|path| path.unwrap_or_else(|shown| shown));
                let path = path.unwrap_or_default();
                add_unreadable(&mut tree, findings, path, reason(&error.into()));
            }
        }
    }
    entries.extend(others);
    // Sorted by the whole path, so that neither the file system nor the
    // platform's separator decides the order of anything.
    entries.sort_by(|a, b| a.0.cmp(&b.0));

    let files = entries.iter().filter(|(_, found)| !found.is_folder());
    let mut reading = Reading::new(tree, files.map(|(path, _)| path.as_str()), findings);
    for (path, found) in entries {
        match found {
            Found::Here(entry) => read_entry(&mut reading, path, &entry),
            #[cfg(feature = "revisions")]
            Found::Kept(one) => {
                if reading.may_read(&path, one.size) {
                    match (one.bytes)() {
                        Ok(bytes) => reading.bytes(path, bytes),
                        Err(why) => reading.unreadable(path, why),
                    }
                }
            }
            #[cfg(not(feature = "revisions"))]
            Found::Nowhere(never, _) => match never {},
        }
    }
    Ok(reading.finish())
}

impl Found<'_> {
    fn is_folder(&self) -> bool {
        match self {
            Self::Here(entry) => entry.file_type().is_dir(),
            #[cfg(feature = "revisions")]
            Self::Kept(_) => false,
            #[cfg(not(feature = "revisions"))]
            Self::Nowhere(never, _) => match *never {},
        }
    }
}

fn read_entry(reading: &mut Reading<'_>, path: String, entry: &DirEntry) {
    let kind = entry.file_type();
    if kind.is_symlink() {
        return reading.link(path);
    }
    if kind.is_dir() {
        return reading.folder(path);
    }
    match entry.metadata() {
        Ok(metadata) if !metadata.is_file() => {
            return reading.unreadable(path, message!("system-irregular"));
        }
        Ok(metadata) if !reading.may_read(&path, metadata.len()) => return,
        Ok(_) => {}
        Err(error) => return reading.unreadable(path, reason(&error.into())),
    }
    match read_bounded(entry.path(), MAX_FILE_BYTES) {
        Ok(Some(bytes)) => reading.bytes(path, bytes),
        Ok(None) => reading.endless(path),
        Err(error) => reading.unreadable(path, reason(&error)),
    }
}

/// A name with what is not text of it as `\xFF`.
pub(super) fn shown(name: &[u8]) -> String {
    let mut shown = String::new();
    for chunk in name.utf8_chunks() {
        shown.push_str(chunk.valid());
        for byte in chunk.invalid() {
            shown.push_str(&format!("\\x{byte:02X}"));
        }
    }
    shown
}

/// Path below the root, separated by `/` on every platform; what can be shown of it
/// where it is not text.
fn relative(root: &Path, path: &Path) -> Result<String, String> {
    let path = path.strip_prefix(root).unwrap_or(path);
    let names = path.components().map(Component::as_os_str);
    let is_text = names.clone().all(|name| name.to_str().is_some());
    let names: Vec<String> = names.map(|name| shown(name.as_encoded_bytes())).collect();
    let path = names.join("/");
    if is_text { Ok(path) } else { Err(path) }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::read_at_most;
    use crate::finding::Findings;

    #[test]
    fn so_many_files_and_folders_are_read_and_no_more() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("chapters")).unwrap();
        for name in ["plan.toml", "chapters/a.md", ".hidden"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        for (most, too_many) in [(3, false), (2, true), (0, true)] {
            let mut findings = Findings::default();
            let tree = read_at_most(most, folder.path(), Vec::new(), &mut findings).unwrap();
            let found: Vec<_> = findings.iter().map(|finding| finding.rule.code).collect();
            let expected: &[&str] = if too_many { &["STR039"] } else { &[] };
            assert_eq!(found, expected, "{most}");
            // Of a plan that is too large, nothing is read.
            let read = tree.iter().filter(|(_, file)| file.readable).count();
            assert_eq!(read, if too_many { 0 } else { 2 }, "{most}");
        }
    }
}
