//! The files of a plan in an object store, and in those of its submodules.

use std::path::{Path, PathBuf};

use gix::ObjectId;
use gix::bstr::{BStr, ByteSlice};
use gix::objs::tree::EntryKind;

use super::{Repository, RevisionError, WorkingTree, is_folder, unreadable};
use crate::finding::Findings;
use crate::reading::files::{Reading, add_nameless, too_many};
use crate::reading::is_passed_over;
use crate::reading::limits::MAX_FILES;
use crate::reading::walk::shown;
use crate::source::{Role, SourceTree};

/// Files and folders that are being listed.
pub(super) struct Stored<'r> {
    repository: &'r Repository,
    /// What they are of, as the user calls it.
    name: &'r str,
    /// Where the plan lies below the root of the repository.
    place: &'r str,
    /// Files whose name is not text.
    tree: SourceTree,
    entries: Vec<Entry>,
    /// Object stores of submodules.
    others: Vec<gix::Repository>,
    /// Whether there are more than a plan may have.
    is_too_much: bool,
}

/// A file or folder of a plan.
pub(super) struct Entry {
    /// Below the plan, separated by `/`.
    pub(super) path: String,
    pub(super) kind: EntryKind,
    pub(super) id: ObjectId,
    /// The submodule that has it, by its number.
    module: Option<usize>,
}

/// A folder whose content is to be listed.
pub(super) struct Folder {
    /// Below the plan, separated by `/`; empty for the plan itself.
    path: String,
    tree: ObjectId,
    module: Option<usize>,
}

impl Folder {
    /// The plan itself.
    pub(super) fn root(tree: ObjectId) -> Self {
        Self {
            path: String::new(),
            tree,
            module: None,
        }
    }
}

impl<'r> Stored<'r> {
    pub(super) fn new(repository: &'r Repository, name: &'r str, place: &'r str) -> Self {
        Self {
            repository,
            name,
            place,
            tree: SourceTree::default(),
            entries: Vec::new(),
            others: Vec::new(),
            is_too_much: false,
        }
    }

    /// The same with files and folders that somebody else listed.
    pub(super) fn with(mut self, entries: Vec<(String, EntryKind, ObjectId)>) -> Self {
        let entries = entries.into_iter().map(|(path, kind, id)| Entry {
            path,
            kind,
            id,
            module: None,
        });
        self.entries.extend(entries);
        self
    }

    fn git(&self, module: Option<usize>) -> &gix::Repository {
        let other = module.and_then(|number| self.others.get(number));
        other.unwrap_or(&self.repository.git)
    }

    fn lost(&self, id: ObjectId, error: &gix::Error) -> RevisionError {
        self.repository.lost(self.name, id, error)
    }

    /// Lists folders and all that is in them.
    pub(super) fn walk(
        &mut self,
        mut folders: Vec<Folder>,
        findings: &mut Findings,
    ) -> Result<(), RevisionError> {
        while let Some(folder) = folders.pop() {
            let tree = self.git(folder.module).find_tree(folder.tree);
            let tree = tree.map_err(|error| self.lost(folder.tree, &error))?;
            let mut inside = Vec::new();
            for entry in tree.iter() {
                let entry = entry.map_err(unreadable)?;
                inside.push((entry.filename().to_owned(), entry.kind(), entry.object_id()));
            }
            drop(tree);
            for (name, kind, id) in inside {
                let path = [folder.path.as_bytes().as_bstr(), name.as_bstr()];
                let found = self.add(&path, kind, id, folder.module, findings)?;
                folders.extend(found);
            }
            if self.is_too_much {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Adds one file or folder by the parts of its path. What is in a folder is still to be
    /// listed.
    pub(super) fn add(
        &mut self,
        path: &[&BStr],
        kind: EntryKind,
        id: ObjectId,
        module: Option<usize>,
        findings: &mut Findings,
    ) -> Result<Option<Folder>, RevisionError> {
        let parts = path.iter().filter(|part| !part.is_empty());
        let names: Vec<String> = parts.map(|part| shown(part)).collect();
        if names.last().is_some_and(|name| is_passed_over(name)) {
            return Ok(None);
        }
        if self.entries.len() == MAX_FILES {
            self.is_too_much = true;
            return Ok(None);
        }
        let shown = names.join("/");
        if path.iter().any(|part| part.to_str().is_err()) {
            add_nameless(&mut self.tree, findings, shown);
            return Ok(None);
        }
        let below = match kind {
            EntryKind::Tree => Some((id, module)),
            EntryKind::Commit => self.submodule(&shown, id)?,
            EntryKind::Blob | EntryKind::BlobExecutable | EntryKind::Link => None,
        };
        let folder = below.map(|(tree, module)| Folder {
            path: shown.clone(),
            tree,
            module,
        });
        self.entries.push(Entry {
            path: shown,
            kind,
            id,
            module,
        });
        Ok(folder)
    }

    /// What a submodule has at a commit. One that is not checked out has its files nowhere:
    /// entries in it cannot be told from entries that are gone, and images are left out.
    fn submodule(
        &mut self,
        path: &str,
        commit: ObjectId,
    ) -> Result<Option<(ObjectId, Option<usize>)>, RevisionError> {
        let folder = self.repository.files.as_ref();
        let folder = folder.map(|files| files.join(self.place).join(path));
        let is_here = |folder: &PathBuf| folder.join(".git").try_exists().map_err(unreadable);
        let Some(folder) = folder.filter(|folder| is_here(folder).is_ok_and(|here| here)) else {
            if Role::of(&format!("{path}/file")) == Role::Asset {
                return Ok(None);
            }
            return Err(RevisionError::Submodule {
                name: self.name.to_owned(),
                path: Path::new(self.place).join(path).display().to_string(),
                commit: commit.to_string(),
                is_checked_out: false,
            });
        };
        let git = gix::open::Options::isolated().open(folder);
        let git = git.map_err(unreadable)?.to_thread_local();
        let tree = git.find_commit(commit).and_then(|commit| commit.tree_id());
        let Ok(tree) = tree.map(|tree| tree.detach()) else {
            return Err(RevisionError::Submodule {
                name: self.name.to_owned(),
                path: Path::new(self.place).join(path).display().to_string(),
                commit: commit.to_string(),
                is_checked_out: true,
            });
        };
        self.others.push(git);
        Ok(Some((tree, self.others.len().checked_sub(1))))
    }

    /// Refuses what is listed if none of it is of a plan.
    pub(super) fn is_plan(&self) -> Result<(), RevisionError> {
        let is_of_plan = |entry: &Entry| Role::of(&entry.path).is_text();
        if self.is_too_much || self.entries.iter().any(is_of_plan) {
            return Ok(());
        }
        Err(RevisionError::NoPlan {
            name: self.name.to_owned(),
            prefix: self.place.to_owned(),
        })
    }

    /// Reads what is wanted of everything that is listed, in the order of the paths.
    pub(super) fn read(
        mut self,
        working: &WorkingTree,
        wanted: &dyn Fn(&str) -> bool,
        findings: &mut Findings,
    ) -> Result<SourceTree, RevisionError> {
        if self.is_too_much {
            return Ok(too_many(findings));
        }
        let mut entries = std::mem::take(&mut self.entries);
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        let tree = std::mem::take(&mut self.tree);
        let files = entries.iter().filter(|entry| !is_folder(entry.kind));
        let mut reading = Reading::new(tree, files.map(|entry| entry.path.as_str()), findings);
        for Entry {
            path,
            kind,
            id,
            module,
        } in entries.into_iter().filter(|entry| wanted(&entry.path))
        {
            match kind {
                EntryKind::Link => reading.link(path),
                EntryKind::Tree | EntryKind::Commit => reading.folder(path),
                EntryKind::Blob | EntryKind::BlobExecutable => {
                    if let Some(bytes) = working.form(id) {
                        if reading.may_read(&path, bytes.len() as u64) {
                            reading.bytes(path, bytes.to_vec());
                        }
                        continue;
                    }
                    let git = self.git(module);
                    let header = git.find_header(id);
                    let header = header.map_err(|error| self.lost(id, &error))?;
                    if reading.may_read(&path, header.size()) {
                        let blob = git.find_blob(id);
                        let mut blob = blob.map_err(|error| self.lost(id, &error))?;
                        reading.bytes(path, blob.take_data());
                    }
                }
            }
        }
        Ok(reading.finish())
    }

    /// What is listed.
    pub(super) fn into_entries(self) -> Vec<Entry> {
        self.entries
    }
}
