//! Walks the plan directory and reads its files.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::ignored::Ignored;
use super::reading::{Reading, add_nameless, add_unreadable, too_many};
use super::{SourceTree, is_passed_over, reason};
use crate::finding::Findings;
use crate::language::{Message, message};

/// Files larger than this are refused: 16 MiB.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

/// So much is read of a plan, all files together: 1 GiB.
pub const MAX_PLAN_BYTES: u64 = 1024 * 1024 * 1024;

/// So many files and folders a plan may have.
pub const MAX_FILES: usize = 200_000;

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

/// Reads every file below `root` once, in the order of their paths.
///
/// Files that cannot be read or are not what their place asks for are findings;
/// only a root that is no readable directory is an error. Symbolic links are
/// never followed.
pub fn read(root: &Path, findings: &mut Findings) -> Result<SourceTree, ReadError> {
    read_at_most(MAX_FILES, root, findings)
}

/// The same for a plan of so many files and folders at most.
fn read_at_most(
    most: usize,
    root: &Path,
    findings: &mut Findings,
) -> Result<SourceTree, ReadError> {
    let fail = |source| ReadError {
        path: root.to_path_buf(),
        source,
    };
    fs::read_dir(root).map_err(fail)?;

    let mut entries = Vec::new();
    let mut tree = SourceTree::default();
    let mut ignored = Ignored::of(root);
    let mut walk = WalkDir::new(root).min_depth(1).into_iter();
    while let Some(entry) = walk.next() {
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
                Ok(path) => {
                    if entry.file_type().is_dir() {
                        ignored.enter(&path);
                    }
                    entries.push((path, entry));
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
    // Sorted by the whole path, so that neither the file system nor the
    // platform's separator decides the order of anything.
    entries.sort_by(|a, b| a.0.cmp(&b.0));

    let files = entries
        .iter()
        .filter(|(_, entry)| !entry.file_type().is_dir());
    let mut reading = Reading::new(tree, files.map(|(path, _)| path.as_str()), findings);
    for (path, entry) in entries {
        read_entry(&mut reading, path, &entry);
    }
    Ok(reading.finish())
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

/// The bytes of a file; nothing if there are more than `most`, whatever the file system
/// says of its size.
pub fn read_bounded(path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
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
            let tree = read_at_most(most, folder.path(), &mut findings).unwrap();
            let found: Vec<_> = findings.iter().map(|finding| finding.rule.code).collect();
            let expected: &[&str] = if too_many { &["STR039"] } else { &[] };
            assert_eq!(found, expected, "{most}");
            // Of a plan that is too large, nothing is read.
            let read = tree.iter().filter(|(_, file)| file.readable).count();
            assert_eq!(read, if too_many { 0 } else { 2 }, "{most}");
        }
    }
}
