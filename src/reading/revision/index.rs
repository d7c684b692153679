//! What is staged: the plan as the next commit would have it.

use std::path::Path;

use gix::bstr::{BStr, ByteSlice};
use gix::index::entry::{Flags, Stage};

use super::stored::Stored;
use super::{Repository, RevisionError, WorkingTree, causes, unreadable};
use crate::finding::Findings;
use crate::source::SourceTree;

/// What the plan of the index is called in reports.
const NAME: &str = "index";

impl Repository {
    /// The index of the working tree, or another file of that form; an empty one if there
    /// is none.
    pub(super) fn index(&self, file: Option<&Path>) -> Result<gix::index::File, RevisionError> {
        let (file, kind) = (
            file.map_or_else(|| self.git.index_path(), Path::to_path_buf),
            self.git.object_hash(),
        );
        let options = gix::index::decode::Options::default();
        let index = gix::index::File::at_or_default(file, kind, false, options);
        index.map_err(|error| unreadable(causes(&error)))
    }

    /// The entries of an index that are of the plan, each with its path below the plan.
    pub(super) fn staged<'i>(
        &self,
        index: &'i gix::index::File,
    ) -> Vec<(&'i gix::index::Entry, &'i BStr)> {
        let below = match self.prefix.as_str() {
            "" => String::new(),
            prefix => format!("{prefix}/"),
        };
        let entries = index.entries().iter();
        let entries = entries.filter_map(|entry| {
            let path = entry.path(index).strip_prefix(below.as_bytes())?;
            Some((entry, path.as_bstr()))
        });
        entries.collect()
    }

    /// Reads the plan as the next commit would have it, from the index of the working tree
    /// or from another file of that form.
    ///
    /// # Errors
    ///
    /// If the index cannot be read, or has no plan at this place.
    pub fn read_index(
        &self,
        file: Option<&Path>,
        findings: &mut Findings,
    ) -> Result<SourceTree, RevisionError> {
        let index = self.index(file)?;
        let mut stored = Stored::new(self, NAME, &self.prefix);
        for (entry, path) in self.staged(&index) {
            if entry.stage() != Stage::Unconflicted {
                return Err(RevisionError::Conflict {
                    path: entry.path(&index).to_str_lossy().into_owned(),
                });
            }
            // That a file is to be added later is no content yet.
            if !entry.flags.contains(Flags::INTENT_TO_ADD) {
                self.list(&mut stored, entry, path, findings)?;
            }
        }
        stored.is_plan()?;
        stored.read(&WorkingTree::default(), &|_| true, findings)
    }

    /// The folders of the index that hold a `plan.toml`, below the root of the repository.
    ///
    /// # Errors
    ///
    /// If the index cannot be read.
    pub fn staged_plans(&self, file: Option<&Path>) -> Result<Vec<String>, RevisionError> {
        let index = self.index(file)?;
        let paths = index.entries().iter().map(|entry| entry.path(&index));
        let folders = paths.filter_map(|path| {
            let folder = path.strip_suffix(b"plan.toml")?.to_str().ok()?;
            let is_whole = folder.is_empty() || folder.ends_with('/');
            is_whole.then(|| folder.trim_end_matches('/').to_owned())
        });
        Ok(folders.collect())
    }

    /// Adds an entry of an index with the folders above it; a folder that a sparse checkout
    /// leaves out, with all that is in it.
    pub(super) fn list(
        &self,
        stored: &mut Stored<'_>,
        entry: &gix::index::Entry,
        path: &BStr,
        findings: &mut Findings,
    ) -> Result<(), RevisionError> {
        let Some(mode) = entry.mode.to_tree_entry_mode() else {
            return Ok(());
        };
        let path = path.strip_suffix(b"/").unwrap_or(path);
        let parts: Vec<&BStr> = path.split_str("/").map(ByteSlice::as_bstr).collect();
        let is_hidden = |part: &&BStr| crate::reading::is_passed_over(&part.to_str_lossy());
        if parts.iter().any(is_hidden) {
            return Ok(());
        }
        let folder = stored.add(&parts, mode.kind(), entry.id, None, findings)?;
        stored.walk(folder.into_iter().collect(), findings)
    }
}
