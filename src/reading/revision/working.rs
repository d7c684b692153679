//! A working tree as git sees it: what it calls unchanged is unchanged.
//!
//! A file can have other bytes than git keeps of it: line endings and encodings of the
//! system, the content that a pointer of Git LFS stands for, whatever a filter of the
//! repository makes of it. No filter is run: a repository brings its filters along, and
//! reading a plan runs nothing that comes with it. That a file is unchanged is told by what
//! git noted when it last looked, as `git status` does, or else by doing again what git does
//! by itself.

use std::collections::BTreeMap;
use std::path::Path;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use gix::ObjectId;
use gix::bstr::ByteSlice;
use gix::index::entry::{Flags, Mode, Stage, Stat};
use gix::objs::Kind;
use gix::objs::tree::EntryKind;

use super::stored::{Entry, Stored};
use super::{Repository, RevisionError, causes, unreadable};
use crate::finding::Findings;
use crate::reading::limits::{MAX_FILE_BYTES, read_bounded};
use crate::reading::walk::{Kept, ReadError, read_with};
use crate::source::{Role, SourceTree};

/// What a working tree has in another form than git keeps it, and what it leaves to git.
#[derive(Default)]
pub struct WorkingTree {
    /// The bytes of unchanged files, by the hash of what git keeps of them.
    forms: BTreeMap<ObjectId, Vec<u8>>,
    /// Files that are read as git keeps them: those that a sparse checkout leaves out, and
    /// unchanged texts in another form.
    kept: Vec<Entry>,
}

impl WorkingTree {
    /// The bytes that an unchanged file has here, if git keeps others.
    pub(super) fn form(&self, id: ObjectId) -> Option<&[u8]> {
        self.forms.get(&id).map(Vec::as_slice)
    }
}

impl Repository {
    /// How the working tree has the plan. Where that is read by `read_working_tree`, texts
    /// are those that git keeps; otherwise they are as they stand there.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn working_tree(&self, is_read: bool) -> Result<WorkingTree, RevisionError> {
        let Some(files) = &self.files else {
            return Ok(WorkingTree::default());
        };
        let index = self.index(None)?;
        let root = files.join(&self.prefix);
        let mut working = WorkingTree::default();
        let mut kept = Stored::new(self, "index", &self.prefix);
        // They are said again when the files are read.
        let mut findings = Findings::default();
        for (entry, path) in self.staged(&index) {
            if entry.stage() != Stage::Unconflicted {
                continue;
            }
            let file = path.to_str().ok().map(|path| root.join(path));
            let is_here = file
                .as_ref()
                .is_some_and(|file| file.symlink_metadata().is_ok());
            if entry.flags.contains(Flags::SKIP_WORKTREE) && !is_here {
                self.list(&mut kept, entry, path, &mut findings)?;
                continue;
            }
            let is_text = path.to_str().is_ok_and(|path| Role::of(path).is_text());
            let is_file = entry.mode == Mode::FILE || entry.mode == Mode::FILE_EXECUTABLE;
            if let Some(file) = file.filter(|_| is_file)
                && !entry.flags.contains(Flags::INTENT_TO_ADD)
                && let Some(bytes) = self.other_form(&index, entry, &file)?
            {
                if is_read && is_text {
                    self.list(&mut kept, entry, path, &mut findings)?
                } else {
                    working.forms.insert(entry.id, bytes);
                }
            }
        }
        working.kept = kept.into_entries();
        Ok(working)
    }

    /// The bytes of a file that git calls unchanged though it keeps others.
    fn other_form(
        &self,
        index: &gix::index::File,
        entry: &gix::index::Entry,
        file: &Path,
    ) -> Result<Option<Vec<u8>>, RevisionError> {
        let Ok(metadata) = gix::index::fs::Metadata::from_path_no_follow(file) else {
            return Ok(None);
        };
        if !metadata.is_file() {
            return Ok(None);
        }
        // A file that cannot be read is told when the plan is.
        let Ok(Some(bytes)) = read_bounded(file, MAX_FILE_BYTES) else {
            return Ok(None);
        };
        let is_kept = |bytes: &[u8]| {
            let hash = gix::objs::compute_hash(entry.id.kind(), Kind::Blob, bytes);
            hash.is_ok_and(|hash| hash == entry.id)
        };
        if is_kept(&bytes) {
            return Ok(None);
        }
        let options = self.git.stat_options();
        let mut options = options.map_err(|error| unreadable(causes(&error)))?;
        // Not every program that writes an index notes parts of a second.
        options.use_nsec = entry.stat.mtime.nsecs != 0;
        let is_noted = Stat::from_fs(&metadata).is_ok_and(|stat| {
            entry.stat.matches(&stat, options) && !entry.stat.is_racy(index.timestamp(), options)
        });
        // In a sparse checkout the mark is for files that are not here.
        let is_skipped = entry.flags.contains(Flags::SKIP_WORKTREE) && !self.is_sparse();
        let is_same = entry.flags.contains(Flags::ASSUME_VALID)
            || is_skipped
            || is_noted
            || kept_forms(&bytes).iter().any(|form| is_kept(form))
            || self.is_pointer(entry.id, &bytes);
        Ok(is_same.then_some(bytes))
    }

    /// Whether the repository is checked out in part.
    fn is_sparse(&self) -> bool {
        let settings = self.git.config_snapshot();
        settings.boolean("core.sparseCheckout") == Some(true)
    }

    /// Whether git keeps a pointer of Git LFS, and these are the bytes that it leads to.
    fn is_pointer(&self, id: ObjectId, bytes: &[u8]) -> bool {
        let header = self.git.find_header(id);
        if !header.is_ok_and(|header| header.size() <= MAX_POINTER_BYTES) {
            return false;
        }
        let Ok(blob) = self.git.find_blob(id) else {
            return false;
        };
        let Ok(text) = blob.data.to_str() else {
            return false;
        };
        let value = |key: &str| {
            let mut lines = text.lines();
            lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(' '))
        };
        let is_version = value("version").is_some_and(|version| POINTERS.contains(&version));
        let size = value("size").and_then(|size| size.parse().ok());
        if !is_version || size != Some(bytes.len()) {
            return false;
        }
        let mut hasher = gix::hash::hasher(gix::hash::Kind::Sha256);
        hasher.update(bytes);
        let hash = hasher.try_finalize().map(|hash| format!("sha256:{hash}"));
        hash.is_ok_and(|hash| value("oid") == Some(&hash))
    }

    /// Reads the plan of the working tree as [`read`](crate::reading::read) does, with what a
    /// sparse checkout leaves out, and unchanged texts as git keeps them.
    ///
    /// # Errors
    ///
    /// If `root` is no directory that can be read.
    pub fn read_working_tree(
        &self,
        root: &Path,
        working: &WorkingTree,
        findings: &mut Findings,
    ) -> Result<SourceTree, ReadError> {
        let kept = working.kept.iter().filter_map(|entry| {
            let is_file = matches!(entry.kind, EntryKind::Blob | EntryKind::BlobExecutable);
            is_file.then(|| Kept {
                path: entry.path.clone(),
                // Why it cannot be read is told by reading it.
                size: self
                    .git
                    .find_header(entry.id)
                    .map_or(0, |header| header.size()),
                bytes: Box::new(|| match self.git.find_blob(entry.id) {
                    Ok(mut blob) => Ok(blob.take_data()),
                    Err(error) => Err(self.lost("index", entry.id, &error).message()),
                }),
            })
        });
        read_with(kept.collect(), root, findings)
    }
}

/// A pointer of Git LFS is no longer than this.
const MAX_POINTER_BYTES: u64 = 1024;

/// How pointers of Git LFS begin, of today and from before it had its name.
const POINTERS: [&str; 2] = [
    "https://git-lfs.github.com/spec/v1",
    "https://hawser.github.com/spec/v1",
];

/// What git may keep of a file by settings that need no program: with other ends of lines,
/// and in UTF-8.
fn kept_forms(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut forms = Vec::new();
    // It takes no file for text that holds a zero.
    if !bytes.contains(&0) {
        forms.push(bytes.replace("\r\n", "\n"));
    }
    let encodings: [&Encoding; 3] = [UTF_16LE, UTF_16BE, WINDOWS_1252];
    for encoding in encodings {
        let (text, _) = encoding.decode_with_bom_removal(bytes);
        forms.push(text.replace("\r\n", "\n").into_bytes());
        forms.push(text.into_owned().into_bytes());
    }
    forms
}
