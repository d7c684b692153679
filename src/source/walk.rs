//! Walks the plan directory and reads its files.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{Format, Role, SourceFile, SourceTree, Span, is_for_folder};
use crate::finding::{Findings, rules};

/// Files larger than this are refused: 16 MiB.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

/// The plan directory itself cannot be read.
#[derive(Debug)]
pub struct ReadError {
    /// The directory.
    pub path: PathBuf,
    /// Why.
    pub source: io::Error,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "failed to read the plan directory `{}`",
            self.path.display()
        )
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Reads every file below `root` once, in the order of their paths.
///
/// Files that cannot be read or are not what their place asks for are findings;
/// only a root that is no readable directory is an error. Symbolic links are
/// never followed.
pub fn read(root: &Path, findings: &mut Findings) -> Result<SourceTree, ReadError> {
    let fail = |source| ReadError {
        path: root.to_path_buf(),
        source,
    };
    fs::read_dir(root).map_err(fail)?;

    let mut entries = Vec::new();
    let mut tree = SourceTree::default();
    let walk = WalkDir::new(root)
        .min_depth(1)
        .into_iter()
        .filter_entry(|entry| !is_hidden(entry));
    for entry in walk {
        match entry {
            Ok(entry) => entries.push((relative(root, entry.path()), entry)),
            Err(error) => {
                let path = error
                    .path()
                    .map(|path| relative(root, path))
                    .unwrap_or_default();
                unreadable(&mut tree, findings, path, &error.to_string());
            }
        }
    }
    // Sorted by the whole path, so that neither the file system nor the
    // platform's separator decides the order of anything.
    entries.sort_by(|a, b| a.0.cmp(&b.0));

    for (path, entry) in entries {
        read_entry(&mut tree, findings, path, &entry);
    }
    Ok(tree)
}

fn read_entry(tree: &mut SourceTree, findings: &mut Findings, path: String, entry: &DirEntry) {
    let kind = entry.file_type();
    if kind.is_symlink() {
        return add_link(tree, findings, path);
    }
    if kind.is_dir() {
        return add_folder(tree, findings, path);
    }
    match entry.metadata() {
        Ok(metadata) if !metadata.is_file() => {
            return unreadable(tree, findings, path, "not a regular file");
        }
        Ok(metadata) if !may_be_read(tree, findings, &path, metadata.len()) => return,
        Ok(_) => {}
        Err(error) => return unreadable(tree, findings, path, &error.to_string()),
    }
    match fs::read(entry.path()) {
        Ok(bytes) => add_bytes(tree, findings, path, bytes),
        Err(error) => unreadable(tree, findings, path, &error.to_string()),
    }
}

/// Adds a symbolic link, which is not followed.
pub(super) fn add_link(tree: &mut SourceTree, findings: &mut Findings, path: String) {
    let index = tree.push(SourceFile::unreadable(path, String::new()));
    findings.push(rules::symbolic_link::found(Span::file(index)));
}

/// Adds a folder, of which nothing is said unless it stands in the place of a file.
pub(super) fn add_folder(tree: &mut SourceTree, findings: &mut Findings, path: String) {
    // `assets/photos.toml/` is a folder like any other; elsewhere a folder
    // with the name of an entry hides the entry.
    let entry = path.ends_with(".toml") || path.ends_with(".md");
    if entry && !path.starts_with("assets/") {
        let index = tree.push(SourceFile::unreadable(path, String::new()));
        findings.push(rules::unreadable_file::folder(Span::file(index)));
    }
}

/// Whether a file is to be read at all. One that stands in the place of a folder or is too
/// large is added as one that is not readable.
pub(super) fn may_be_read(
    tree: &mut SourceTree,
    findings: &mut Findings,
    path: &str,
    size: u64,
) -> bool {
    let folder = matches!(Role::of(path), Role::Folder(_));
    if !folder && size <= MAX_FILE_BYTES {
        return true;
    }
    let index = tree.push(SourceFile::unreadable(path.to_owned(), String::new()));
    let span = Span::file(index);
    findings.push(match folder {
        true => rules::unreadable_file::no_folder(span),
        false => rules::file_too_large::found(span, size >> 20, MAX_FILE_BYTES >> 20),
    });
    false
}

/// Adds a file with its bytes.
pub(super) fn add_bytes(
    tree: &mut SourceTree,
    findings: &mut Findings,
    path: String,
    bytes: Vec<u8>,
) {
    let role = Role::of(&path);
    if !role.is_text() {
        let orphan = role == Role::Unknown;
        let for_folder = path.rsplit('/').next().is_some_and(is_for_folder);
        let index = tree.push(SourceFile::bytes(path, role, bytes));
        if orphan {
            findings.push(rules::orphan_file::found(Span::file(index), for_folder));
        }
        return;
    }
    if let Some(format) = Format::of(&bytes) {
        // Nothing of it can be shown.
        let index = tree.push(SourceFile::unreadable(path, String::new()));
        findings.push(rules::foreign_format::found(Span::file(index), format));
        return;
    }
    let bytes = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => rest.to_vec(),
        None => bytes,
    };
    match String::from_utf8(bytes) {
        Ok(text) => {
            tree.push(SourceFile::text(path, role, text));
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            // The text is kept for the excerpt; no later stage reads a file that
            // is half understood.
            let index = tree.push(SourceFile::unreadable(path, text));
            findings.push(rules::invalid_utf8::found(Span::new(index, at..at)));
        }
    }
}

fn unreadable(tree: &mut SourceTree, findings: &mut Findings, path: String, why: &str) {
    let index = tree.push(SourceFile::unreadable(path, String::new()));
    findings.push(rules::unreadable_file::found(Span::file(index), why));
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

/// Path below the root, separated by `/` on every platform.
fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    parts.join("/")
}
