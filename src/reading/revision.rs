//! Reads a plan as a revision of git has it, from the object store: nothing is checked
//! out, and nothing written.

mod error;
mod index;
mod naming;
mod snapshot;
mod stored;
mod working;

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use gix::ObjectId;
use gix::bstr::ByteSlice;
use gix::mailmap::Snapshot as NameIndex;
use gix::objs::Kind;
use gix::objs::tree::EntryKind;

use super::ignored::Tracked;
use super::{is_passed_over, slashed};
use crate::finding::Findings;
use crate::source::SourceTree;

pub use error::{Extent, RevisionError};
pub use working::WorkingTree;

use stored::{Folder, Stored};

pub use snapshot::Snapshot;
pub(crate) use snapshot::{Held, Snapshots, Touched};

/// A repository of git, and where in it the plan lies.
pub struct Repository {
    git: gix::Repository,
    /// The root of its files, without links; `None` if it has none.
    files: Option<PathBuf>,
    /// The plan below the root of the repository, separated by `/`; empty for the root.
    prefix: String,
}

/// A revision that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// As it was asked for.
    pub name: String,
    /// The object: a commit, a tag or a tree.
    id: ObjectId,
    /// Where the plan lies in it, separated by `/`; empty for the root.
    place: String,
}

impl Revision {
    /// Where the plan lies in it, separated by `/`; empty for the root.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// The same revision with the plan in another place below its root.
    pub fn at(&self, place: &str) -> Self {
        Self {
            place: place.to_owned(),
            ..self.clone()
        }
    }
}

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its hash in hexadecimal digits.
    pub id: String,
    /// Name of its author.
    pub author: String,
    /// When it was written, in seconds since 1970 in UTC.
    pub seconds: i64,
    /// By how many seconds the author's clock was ahead of UTC.
    pub offset: i32,
    /// The first line of its message.
    pub subject: String,
    /// The hashes of its parents.
    pub parents: Vec<String>,
}

/// Whether an entry of a tree has others in it.
fn is_folder(kind: EntryKind) -> bool {
    match kind {
        EntryKind::Tree | EntryKind::Commit => true,
        EntryKind::Blob | EntryKind::BlobExecutable | EntryKind::Link => false,
    }
}

fn unreadable(error: impl fmt::Display) -> RevisionError {
    RevisionError::Unreadable {
        reason: error.to_string(),
    }
}

/// An error of git with all that led to it.
fn causes(error: &gix::Error) -> String {
    let mut causes: Vec<String> = error.iter_errors().map(ToString::to_string).collect();
    causes.dedup();
    causes.join(": ")
}

impl Repository {
    /// The repository around a plan directory, which need not be there any more. A path
    /// that is not absolute begins at `from`, which is. In a repository without files the
    /// path begins at its root.
    ///
    /// # Errors
    ///
    /// If no repository is around it, or it cannot be opened.
    pub fn around(plan: &Path, from: &Path) -> Result<Self, RevisionError> {
        let wanted = from.join(plan);
        let missing = || RevisionError::NoRepository {
            path: plan.to_path_buf(),
        };
        // What is there of the path, with its links followed, and the rest.
        let (there, rest) = wanted
            .ancestors()
            .find_map(|part| {
                let there = part.canonicalize().ok()?;
                Some((there, wanted.strip_prefix(part).ok()?.to_path_buf()))
            })
            .ok_or_else(missing)?;
        let found = gix::discover::upwards(&there);
        let (path, _) = found.map_err(|error| {
            if error.classify().is_not_found() {
                missing()
            } else {
                unreadable(causes(&error))
            }
        })?;
        let (git_dir, files) = path.into_repository_and_work_tree_directories();
        // Neither the environment nor the user's own settings change what is read.
        let options = gix::open::Options::isolated().open_path_as_is(true);
        let git = options.open(git_dir).map_err(unreadable)?.to_thread_local();
        let files = files.map(|files| files.canonicalize());
        let files = files.transpose().map_err(unreadable)?;
        let wanted = match &files {
            Some(root) => {
                let below = there.join(rest);
                below.strip_prefix(root).map(Path::to_path_buf).ok()
            }
            None => Some(plan.to_path_buf()),
        };
        let prefix = wanted.and_then(|path| slashed(&path)).ok_or_else(missing)?;
        Ok(Self { git, files, prefix })
    }

    /// The plan below the root of the repository, separated by `/`; empty for the root.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Whether it has no files beside its object store.
    pub fn is_bare(&self) -> bool {
        self.git.is_bare()
    }

    /// Whether a plan lies in a folder of the working tree, by its path below the root.
    pub fn has_here(&self, place: &str) -> bool {
        let Some(files) = &self.files else {
            return false;
        };
        // A link leads to a plan that lies elsewhere.
        let is_link = |path: &Path| {
            let metadata = files.join(path).symlink_metadata();
            metadata.is_ok_and(|metadata| metadata.is_symlink())
        };
        !Path::new(place).ancestors().any(is_link) && files.join(place).join("plan.toml").is_file()
    }

    /// Whether its history ends before its beginning.
    pub(crate) fn is_shallow(&self) -> bool {
        self.git.is_shallow().unwrap_or(false)
    }

    /// How much of its history and objects it has.
    fn extent(&self) -> Extent {
        let is_promised = |file: &Path| file.extension().is_some_and(|end| end == "promisor");
        if self.packs().iter().any(|file| is_promised(file)) {
            Extent::Partial
        } else if self.is_shallow() {
            Extent::Shallow
        } else {
            Extent::Whole
        }
    }

    /// The files in which it keeps many objects, with those that lead to them.
    fn packs(&self) -> Vec<PathBuf> {
        let folder = self.git.objects.store_ref().path().join("pack");
        let mut packs: Vec<PathBuf> = folder
            .read_dir()
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        packs.sort();
        packs
    }

    /// The first pack that cannot be read though it should hold an object; of no object,
    /// the first that is damaged whatever it holds. Such packs are passed over when an
    /// object is looked for.
    fn damaged_pack(&self, object: Option<ObjectId>) -> Option<PathBuf> {
        let is_index = |file: &PathBuf| file.extension().is_some_and(|end| end == "idx");
        let packs = self.packs().into_iter().filter(is_index);
        let mut damaged = packs.filter_map(|file| {
            let pack = file.with_extension("pack");
            let index = gix::odb::pack::index::File::at(&file, self.git.object_hash());
            let is_damaged = match (index, object) {
                (Ok(index), Some(object)) => index.lookup(object).is_some(),
                // What cannot be looked at is damaged as well.
                (Ok(_), None) => !pack.try_exists().unwrap_or(false),
                (Err(_), _) => true,
            };
            is_damaged.then_some(pack)
        });
        damaged.next()
    }

    /// Why an object of a revision cannot be read: it is not here, or it is damaged.
    fn lost(&self, name: &str, object: ObjectId, error: &gix::Error) -> RevisionError {
        let damaged = |reason: String| RevisionError::Damaged {
            name: name.to_owned(),
            reason,
        };
        if !error.classify().is_not_found() {
            return damaged(format!("{object}: {}", causes(error)));
        }
        match self.damaged_pack(Some(object)) {
            Some(pack) => damaged(pack.display().to_string()),
            None => RevisionError::Missing {
                name: name.to_owned(),
                object: object.to_string(),
                extent: self.extent(),
            },
        }
    }

    /// The tree of a revision, and in it that of the plan.
    fn root(&self, revision: &Revision) -> Result<gix::Tree<'_>, RevisionError> {
        let tree = self.whole(revision)?;
        let Revision { name, place, .. } = revision;
        if place.is_empty() {
            return Ok(tree);
        }
        let lost = |id, error: gix::Error| self.lost(name, id, &error);
        let entry = tree.lookup_entry_by_path(place);
        let entry = entry.map_err(|error| lost(revision.id, error))?;
        let entry = entry.filter(|entry| entry.mode().is_tree());
        let entry = entry.ok_or_else(|| RevisionError::NoPlan {
            name: name.clone(),
            prefix: place.clone(),
        })?;
        let id = entry.object_id();
        self.git.find_tree(id).map_err(|error| lost(id, error))
    }

    /// Everything that a revision has.
    fn whole(&self, revision: &Revision) -> Result<gix::Tree<'_>, RevisionError> {
        let lost = |error: gix::Error| self.lost(&revision.name, revision.id, &error);
        let object = self.git.find_object(revision.id).map_err(lost)?;
        object.peel_to_tree().map_err(lost)
    }

    /// The folders of a revision that hold a `plan.toml`.
    ///
    /// # Errors
    ///
    /// If the revision cannot be read.
    pub fn plans(&self, revision: &Revision) -> Result<Vec<String>, RevisionError> {
        let mut plans = Vec::new();
        let mut folders = vec![(String::new(), self.whole(revision)?)];
        while let Some((path, folder)) = folders.pop() {
            for entry in folder.iter() {
                let entry = entry.map_err(unreadable)?;
                let Ok(name) = entry.filename().to_str() else {
                    continue;
                };
                if is_passed_over(name) {
                    continue;
                }
                if entry.mode().is_blob() && name == "plan.toml" {
                    plans.push(path.clone());
                }
                if entry.mode().is_tree() {
                    let below = self.git.find_tree(entry.object_id());
                    let below = below
                        .map_err(|error| self.lost(&revision.name, entry.object_id(), &error))?;
                    let path = match path.as_str() {
                        "" => name.to_owned(),
                        above => format!("{above}/{name}"),
                    };
                    folders.push((path, below));
                }
            }
        }
        plans.sort();
        Ok(plans)
    }

    /// Reads every file of the plan in a revision, in the order of their paths, as
    /// [`read`](super::read) does with those of a directory.
    ///
    /// # Errors
    ///
    /// If the revision cannot be read, or has no plan at this place.
    pub fn read(
        &self,
        revision: &Revision,
        findings: &mut Findings,
    ) -> Result<SourceTree, RevisionError> {
        self.read_beside(revision, &WorkingTree::default(), findings)
    }

    /// The same, to be compared with the files of a working tree: what git calls unchanged
    /// there has the bytes that it has there.
    ///
    /// # Errors
    ///
    /// If the revision cannot be read, or has no plan at this place.
    pub fn read_beside(
        &self,
        revision: &Revision,
        working: &WorkingTree,
        findings: &mut Findings,
    ) -> Result<SourceTree, RevisionError> {
        let root = self.root(revision)?.id;
        let mut stored = Stored::new(self, &revision.name, &revision.place);
        stored.walk(vec![Folder::root(root)], findings)?;
        stored.is_plan()?;
        stored.read(working, &|_| true, findings)
    }

    /// Reads the files of a revision that are wanted. The names of all tell which part each
    /// of them plays.
    fn fill(
        &self,
        revision: &Revision,
        entries: Vec<(String, EntryKind, ObjectId)>,
        wanted: &dyn Fn(&str) -> bool,
        findings: &mut Findings,
    ) -> Result<SourceTree, RevisionError> {
        let stored = Stored::new(self, &revision.name, &revision.place).with(entries);
        stored.read(&WorkingTree::default(), wanted, findings)
    }

    /// The commits from a revision back to the first, the latest first; of merges all
    /// parents. A shallow history ends where it is cut.
    ///
    /// # Errors
    ///
    /// If a commit cannot be read.
    pub fn history(&self, revision: &Revision) -> Result<Vec<Commit>, RevisionError> {
        let object = self.git.find_object(revision.id);
        let commit = object
            .and_then(gix::Object::peel_to_commit)
            .map_err(|error| self.lost(&revision.name, revision.id, &error))?;
        let order = gix::traverse::commit::simple::CommitTimeOrder::NewestFirst;
        let walk = self
            .git
            .rev_walk([commit.id])
            .sorting(gix::revision::walk::Sorting::ByCommitTime(order))
            .all()
            .map_err(unreadable)?;
        let names = self.git.open_mailmap();
        let mut commits = Vec::new();
        for info in walk {
            let info = info.map_err(unreadable)?;
            commits.push(self.commit(revision, info.id, &names)?);
        }
        Ok(commits)
    }

    /// The commit of a revision; nothing if it is a tree.
    ///
    /// # Errors
    ///
    /// If the commit cannot be read.
    pub fn commit_of(&self, revision: &Revision) -> Result<Option<Commit>, RevisionError> {
        let lost = |error: gix::Error| self.lost(&revision.name, revision.id, &error);
        let object = self.git.find_object(revision.id).map_err(lost)?;
        let object = object.peel_tags_to_end().map_err(lost)?;
        match object.kind {
            Kind::Commit => {
                let names = self.git.open_mailmap();
                Ok(Some(self.commit(revision, object.id, &names)?))
            }
            Kind::Tree | Kind::Blob | Kind::Tag => Ok(None),
        }
    }

    /// A commit, with its author as the file of names has it.
    fn commit(
        &self,
        revision: &Revision,
        id: ObjectId,
        names: &NameIndex,
    ) -> Result<Commit, RevisionError> {
        let commit = self.git.find_commit(id);
        let commit = commit.map_err(|error| self.lost(&revision.name, id, &error))?;
        let said = commit.decode().map_err(unreadable)?;
        let author = said.author().map_err(unreadable)?;
        let time = author.time().map_err(unreadable)?;
        let text = |text| snapshot::decoded(text, said.encoding);
        let known = names.try_resolve_ref(author).and_then(|known| known.name);
        // What the file of names says is in no encoding but that of the file.
        let name = known.map_or_else(
            || text(author.name),
            |name| name.to_str_lossy().into_owned(),
        );
        Ok(Commit {
            id: id.to_string(),
            author: name,
            seconds: time.seconds,
            offset: time.offset,
            subject: text(said.message().summary().as_bstr()),
            parents: commit.parent_ids().map(|id| id.to_string()).collect(),
        })
    }
}

/// The files below a plan directory without links that git tracks; none without a
/// repository. If the repository cannot be read, any file may be one.
pub(super) fn tracked(plan: &Path) -> Tracked {
    let repository = match Repository::around(plan, plan) {
        Ok(repository) => repository,
        Err(RevisionError::NoRepository { .. }) => return Tracked::Files(BTreeSet::new()),
        Err(_) => return Tracked::Unknown,
    };
    let Ok(index) = repository.git.index_or_empty() else {
        return Tracked::Unknown;
    };
    let below = match repository.prefix.as_str() {
        "" => String::new(),
        prefix => format!("{prefix}/"),
    };
    let paths = index.entries().iter().map(|entry| entry.path(&index));
    let paths = paths.filter_map(|path| path.to_str().ok()?.strip_prefix(&below));
    Tracked::Files(paths.map(str::to_owned).collect())
}
