//! Walks the plan directory and reads its files.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{Format, Role, SourceFile, SourceTree, Span, is_for_folder};
use crate::finding::{Findings, rules};

/// Files larger than this are refused: 16 MiB.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;

/// So much is read of a plan, all files together: 1 GiB.
pub const MAX_PLAN_BYTES: u64 = 1024 * 1024 * 1024;

/// So many files and folders a plan may have.
pub const MAX_FILES: usize = 200_000;

/// How much may still be read of a plan.
pub(super) struct Allowance {
    /// Number of bytes.
    pub(super) bytes: u64,
    /// Whether a file was too much.
    spent: bool,
}

impl Default for Allowance {
    fn default() -> Self {
        Self {
            bytes: MAX_PLAN_BYTES,
            spent: false,
        }
    }
}

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
    let mut walk = WalkDir::new(root).min_depth(1).into_iter();
    while let Some(entry) = walk.next() {
        if entries.len() == most {
            return Ok(too_many(findings));
        }
        match entry {
            Ok(entry) if is_hidden(&entry) => {
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
            }
            Ok(entry) => match relative(root, entry.path()) {
                Ok(path) => entries.push((path, entry)),
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
                unreadable(&mut tree, findings, path, &error.to_string());
            }
        }
    }
    // Sorted by the whole path, so that neither the file system nor the
    // platform's separator decides the order of anything.
    entries.sort_by(|a, b| a.0.cmp(&b.0));

    let mut allowance = Allowance::default();
    for (path, entry) in entries {
        read_entry(&mut tree, findings, &mut allowance, path, &entry);
    }
    Ok(tree)
}

fn read_entry(
    tree: &mut SourceTree,
    findings: &mut Findings,
    allowance: &mut Allowance,
    path: String,
    entry: &DirEntry,
) {
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
        Ok(metadata) if !may_be_read(tree, findings, allowance, &path, metadata.len()) => return,
        Ok(_) => {}
        Err(error) => return unreadable(tree, findings, path, &error.to_string()),
    }
    match read_bounded(entry.path(), MAX_FILE_BYTES) {
        Ok(Some(bytes)) => {
            allowance.bytes = allowance.bytes.saturating_sub(bytes.len() as u64);
            add_bytes(tree, findings, path, bytes);
        }
        Ok(None) => {
            let index = tree.push(SourceFile::unreadable(path, String::new()));
            let span = Span::file(index);
            findings.push(rules::file_too_large::endless(span, MAX_FILE_BYTES >> 20));
        }
        Err(error) => unreadable(tree, findings, path, &error.to_string()),
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

/// A plan of which nothing is known but that it has too many files.
pub(super) fn too_many(findings: &mut Findings) -> SourceTree {
    let mut tree = SourceTree::default();
    let index = tree.push(SourceFile::unreadable("plan.toml".into(), String::new()));
    findings.push(rules::plan_too_large::files(Span::file(index), MAX_FILES));
    tree
}

/// Adds a file or folder whose name is not text, by what can be shown of its path.
pub(super) fn add_nameless(tree: &mut SourceTree, findings: &mut Findings, shown: String) {
    let index = tree.push(SourceFile::nameless(shown));
    findings.push(rules::name_not_utf8::found(Span::file(index)));
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

/// Whether a file is to be read at all. One that stands in the place of a folder, is too
/// large or is too much is added as one that is not readable.
pub(super) fn may_be_read(
    tree: &mut SourceTree,
    findings: &mut Findings,
    allowance: &mut Allowance,
    path: &str,
    size: u64,
) -> bool {
    let folder = matches!(Role::of(path), Role::Folder(_));
    let fits = size <= allowance.bytes && !allowance.spent;
    if !folder && size <= MAX_FILE_BYTES && fits {
        return true;
    }
    let index = tree.push(SourceFile::unreadable(path.to_owned(), String::new()));
    let span = Span::file(index);
    if folder {
        findings.push(rules::unreadable_file::no_folder(span));
    } else if size > MAX_FILE_BYTES {
        let (size, limit) = (size.div_ceil(1 << 20), MAX_FILE_BYTES >> 20);
        findings.push(rules::file_too_large::found(span, size, limit));
    } else if !allowance.spent {
        // It is said once, and no more of the plan is read.
        allowance.spent = true;
        findings.push(rules::plan_too_large::bytes(span, MAX_PLAN_BYTES >> 30));
    }
    false
}

/// A tree of one file, which need not be in a directory.
pub fn of_file(path: String, bytes: Vec<u8>, findings: &mut Findings) -> SourceTree {
    let mut tree = SourceTree::default();
    add_bytes(&mut tree, findings, path, bytes);
    tree
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
    let mut rest = bytes.as_slice();
    let mut marks = 0;
    while let Some(behind) = rest.strip_prefix(b"\xef\xbb\xbf") {
        rest = behind;
        marks += 1;
    }
    let bytes = match marks {
        0 => bytes,
        _ => rest.to_vec(),
    };
    match String::from_utf8(bytes) {
        Ok(text) => {
            let index = tree.push(SourceFile::text(path, role, text));
            if marks > 1 {
                findings.push(rules::syntax_error::second_mark(Span::new(index, 0..0)));
            }
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

    use super::{Allowance, MAX_FILE_BYTES, may_be_read, read_at_most};
    use crate::finding::{Findings, rules};
    use crate::source::SourceTree;

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

    #[test]
    fn a_plan_that_is_too_large_is_told_once_and_read_no_further() {
        let mut tree = SourceTree::default();
        let mut findings = Findings::default();
        let mut allowance = Allowance {
            bytes: 10,
            spent: false,
        };
        let mut may = |allowance: &mut Allowance, path: &str, size: u64| {
            let fits = may_be_read(&mut tree, &mut findings, allowance, path, size);
            (fits, findings.iter().map(|it| it.rule.code).collect())
        };
        let nothing: Vec<&str> = Vec::new();
        assert_eq!(
            may(&mut allowance, "plan.toml", 10),
            (true, nothing.clone())
        );
        allowance.bytes = 4;
        assert_eq!(may(&mut allowance, "assets/a.png", 4), (true, nothing));
        let told = vec![rules::plan_too_large::RULE.code];
        assert_eq!(
            may(&mut allowance, "assets/b.png", 5),
            (false, told.clone())
        );
        assert_eq!(may(&mut allowance, "assets/c.png", 1), (false, told));
        let both = vec!["STR039", rules::file_too_large::RULE.code];
        let huge = may(&mut allowance, "assets/d.png", MAX_FILE_BYTES + 1);
        assert_eq!(huge, (false, both));
    }
}
