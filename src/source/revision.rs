//! Reads a plan as a revision of git has it, from the object store: nothing is checked
//! out, and nothing written.

mod snapshot;

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use gix::ObjectId;
use gix::bstr::ByteSlice;
use gix::objs::tree::EntryKind;
use gix::revision::plumbing::Spec;

use super::ignored::Tracked;
use super::reading::{Reading, add_nameless, too_many};
use super::walk::{MAX_FILES, shown};
use super::{SourceTree, git_words, is_passed_over, slashed};
use crate::finding::Findings;
use crate::language::{Message, message};

pub use snapshot::{Held, Snapshot, Snapshots, Touched};

/// A repository of git, and where in it the plan lies.
pub struct Repository {
    git: gix::Repository,
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

/// Why a revision cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RevisionError {
    /// There is no repository around the plan.
    NoRepository {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The repository cannot be read.
    Unreadable {
        /// Why.
        reason: String,
    },
    /// The revision cannot be told: it asks for more history than there is, could be
    /// several, or means something else than one revision.
    Unresolved {
        /// The revision.
        name: String,
        /// Why.
        reason: Message,
        /// Whether the history ends before its beginning.
        shallow: bool,
    },
    /// There is no such revision here.
    Unknown {
        /// The revision.
        name: String,
        /// A branch of a remote with that name, which is here.
        remote: Option<String>,
        /// Whether the history ends before its beginning.
        shallow: bool,
    },
    /// A part of a revision is not here.
    Missing {
        /// The revision.
        name: String,
        /// The hash of the object.
        object: String,
        /// Whether the history ends before its beginning.
        shallow: bool,
    },
    /// The revision has no plan.
    NoPlan {
        /// The revision.
        name: String,
        /// Where the plan would be.
        prefix: String,
    },
}

impl RevisionError {
    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            Self::NoRepository { path } => message!("no-repository", path = path.as_path()),
            Self::Unreadable { reason } => message!("repository-unreadable", reason = reason),
            Self::Unresolved {
                name,
                reason,
                shallow: false,
            } => message!("revision-unresolved", name = name, reason = reason.clone()),
            Self::Unresolved {
                name,
                reason,
                shallow: true,
            } => message!(
                "revision-unresolved.shallow",
                name = name,
                reason = reason.clone()
            ),
            Self::Unknown {
                name,
                remote: Some(remote),
                ..
            } => message!("revision-unknown.remote", name = name, remote = remote),
            Self::Unknown {
                name,
                remote: None,
                shallow: true,
            } => message!("revision-unknown.shallow", name = name),
            Self::Unknown {
                name,
                remote: None,
                shallow: false,
            } => match name.find(|c: char| !is_of_reference(c)) {
                // What stands behind it, such as `~2`, is of no use for fetching.
                Some(end) => {
                    let branch = name.get(..end).unwrap_or_default();
                    message!("revision-unknown.steps", name = name, branch = branch)
                }
                None if is_hash(name) => message!("revision-unknown.hash", name = name),
                None => message!("revision-unknown", name = name),
            },
            Self::Missing {
                name,
                object,
                shallow: true,
            } => message!("revision-missing.shallow", name = name, object = object),
            Self::Missing {
                name,
                object,
                shallow: false,
            } => message!("revision-missing", name = name, object = object),
            Self::NoPlan { name, prefix } => {
                let place = if prefix.is_empty() { "." } else { prefix };
                message!("revision-without-plan", name = name, place = place)
            }
        }
    }
}

/// Whether the name of a branch or tag can have this character.
fn is_of_reference(c: char) -> bool {
    !(c.is_whitespace() || "~^:@{}?*[\\".contains(c))
}

/// Whether a name may be the beginning of the hash of an object, which no remote
/// repository finds.
fn is_hash(name: &str) -> bool {
    (7..40).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_hexdigit())
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
        let (path, _) = found.map_err(|error| match error.classify().is_not_found() {
            true => missing(),
            false => unreadable(causes(&error)),
        })?;
        let (git_dir, files) = path.into_repository_and_work_tree_directories();
        // Neither the environment nor the user's own settings change what is read.
        let options = gix::open::Options::isolated().open_path_as_is(true);
        let git = options.open(git_dir).map_err(unreadable)?.to_thread_local();
        let wanted = match &files {
            Some(files) => {
                let root = files.canonicalize().map_err(unreadable)?;
                let below = there.join(rest);
                below.strip_prefix(root).map(Path::to_path_buf).ok()
            }
            None => Some(plan.to_path_buf()),
        };
        let prefix = wanted.and_then(|path| slashed(&path)).ok_or_else(missing)?;
        Ok(Self { git, prefix })
    }

    /// The plan below the root of the repository, separated by `/`; empty for the root.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Whether it has no files beside its object store.
    pub fn is_bare(&self) -> bool {
        self.git.is_bare()
    }

    /// The one or two revisions that are meant: `main`, `v1..v2` from the first to the
    /// second, `main...v2` from where they parted to the second.
    pub fn revisions(&self, text: &str) -> Result<(Revision, Option<Revision>), RevisionError> {
        let unresolved = |reason: Message| RevisionError::Unresolved {
            name: text.to_owned(),
            reason,
            shallow: self.is_shallow(),
        };
        let named = |name: &str, id| Revision {
            name: name.to_owned(),
            id,
        };
        let spec = self.git.rev_parse(text);
        let spec = spec.map_err(|error| match self.is_unknown(text, &error) {
            true => self.unknown(self.unknown_side(text)),
            // What led to it are the steps of the parser.
            false => {
                let cause = error.probable_cause().to_string();
                unresolved(git_words::reason(&cause))
            }
        })?;
        Ok(match spec.detach() {
            Spec::Include(id) => (named(text, id), None),
            Spec::Range { from, to } => {
                let (first, second) = text.split_once("..").unwrap_or((text, text));
                (
                    named(or_head(first), from),
                    Some(named(or_head(second), to)),
                )
            }
            Spec::Merge { theirs, ours } => {
                let (_, second) = text.split_once("...").unwrap_or((text, text));
                let base = self.git.merge_base(theirs, ours);
                let base = base.map_err(|error| unreadable(causes(&error)))?;
                let base = base.ok_or_else(|| unresolved(message!("revision-unresolved.apart")))?;
                (
                    named(&base.to_hex_with_len(12).to_string(), base.detach()),
                    Some(named(or_head(second), ours)),
                )
            }
            Spec::Exclude(_) | Spec::IncludeOnlyParents(_) | Spec::ExcludeParents(_) => {
                return Err(unresolved(message!("revision-unresolved.one-or-two")));
            }
        })
    }

    /// The revision of one name.
    pub fn revision(&self, name: &str) -> Result<Revision, RevisionError> {
        match self.revisions(name)? {
            (revision, None) => Ok(revision),
            (_, Some(_)) => Err(RevisionError::Unresolved {
                name: name.to_owned(),
                reason: message!("revision-unresolved.range"),
                shallow: false,
            }),
        }
    }

    /// Whether a revision could not be found, going by the error of looking for it: there
    /// is no reference of the name, or no object of the hash.
    fn is_unknown(&self, name: &str, error: &gix::Error) -> bool {
        use gix::revision::spec::parse::Error;
        match error.downcast_any_ref::<Error>() {
            Some(Error::MissingReference { .. }) => true,
            Some(_) => false,
            None => name.len() >= 4 && name.bytes().all(|byte| byte.is_ascii_hexdigit()),
        }
    }

    /// The side of a range that is not there; the whole of what is none.
    fn unknown_side<'t>(&self, text: &'t str) -> &'t str {
        let Some((first, second)) = text.split_once("...").or_else(|| text.split_once("..")) else {
            return text;
        };
        let sides = [first, second].into_iter().filter(|side| !side.is_empty());
        let mut sides = sides.filter(|side| self.git.rev_parse_single(*side).is_err());
        sides.next().unwrap_or(text)
    }

    fn unknown(&self, name: &str) -> RevisionError {
        let remote = format!("origin/{name}");
        let is_there = self.git.rev_parse_single(remote.as_str()).is_ok();
        RevisionError::Unknown {
            name: name.to_owned(),
            remote: is_there.then_some(remote),
            shallow: self.is_shallow(),
        }
    }

    fn is_shallow(&self) -> bool {
        self.git.is_shallow().unwrap_or(false)
    }

    /// Why an object of a revision cannot be read: it is not here, or it is damaged.
    fn lost(&self, revision: &Revision, object: ObjectId, error: &gix::Error) -> RevisionError {
        if !error.classify().is_not_found() {
            let reason = causes(error);
            return unreadable(format!("object {object} of `{}`: {reason}", revision.name));
        }
        RevisionError::Missing {
            name: revision.name.clone(),
            object: object.to_string(),
            shallow: self.is_shallow(),
        }
    }

    /// The tree of the plan in a revision.
    fn root(&self, revision: &Revision) -> Result<gix::Tree<'_>, RevisionError> {
        let lost = |id, error: gix::Error| self.lost(revision, id, &error);
        let object = self.git.find_object(revision.id);
        let object = object.map_err(|error| lost(revision.id, error))?;
        let tree = object.peel_to_tree();
        let tree = tree.map_err(|error| lost(revision.id, error))?;
        if self.prefix.is_empty() {
            return Ok(tree);
        }
        let entry = tree.lookup_entry_by_path(&self.prefix);
        let entry = entry.map_err(|error| lost(revision.id, error))?;
        let entry = entry.filter(|entry| entry.mode().is_tree());
        let entry = entry.ok_or_else(|| RevisionError::NoPlan {
            name: revision.name.clone(),
            prefix: self.prefix.clone(),
        })?;
        let id = entry.object_id();
        self.git.find_tree(id).map_err(|error| lost(id, error))
    }

    /// The hash of all files of the plan in a revision: two revisions with the same hash
    /// have the same plan. Nothing if the revision has no plan.
    pub fn plan_hash(&self, revision: &Revision) -> Result<Option<String>, RevisionError> {
        match self.root(revision) {
            Ok(tree) => Ok(Some(tree.id().to_string())),
            Err(RevisionError::NoPlan { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Reads every file of the plan in a revision, in the order of their paths, as
    /// [`read`](super::read) does with those of a directory.
    pub fn read(
        &self,
        revision: &Revision,
        findings: &mut Findings,
    ) -> Result<SourceTree, RevisionError> {
        let mut tree = SourceTree::default();
        let mut entries: Vec<(String, EntryKind, ObjectId)> = Vec::new();
        let mut folders = vec![(String::new(), self.root(revision)?)];
        while let Some((above, folder)) = folders.pop() {
            for entry in folder.iter() {
                let entry = entry.map_err(unreadable)?;
                let name = shown(entry.filename());
                if is_passed_over(&name) {
                    continue;
                }
                if entries.len() == MAX_FILES {
                    return Ok(too_many(findings));
                }
                let path = match above.as_str() {
                    "" => name,
                    above => format!("{above}/{name}"),
                };
                if entry.filename().to_str().is_err() {
                    add_nameless(&mut tree, findings, path);
                    continue;
                }
                let (kind, id) = (entry.kind(), entry.object_id());
                if kind == EntryKind::Tree {
                    let below = self.git.find_tree(id);
                    let below = below.map_err(|error| self.lost(revision, id, &error))?;
                    folders.push((path.clone(), below));
                }
                entries.push((path, kind, id));
            }
        }
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        self.fill(revision, tree, entries, &|_| true, findings)
    }

    /// Adds the files of a revision that are wanted to a tree. The names of all tell which
    /// part each of them plays.
    fn fill(
        &self,
        revision: &Revision,
        tree: SourceTree,
        entries: Vec<(String, EntryKind, ObjectId)>,
        wanted: &dyn Fn(&str) -> bool,
        findings: &mut Findings,
    ) -> Result<SourceTree, RevisionError> {
        let files = entries.iter().filter(|(_, kind, _)| !is_folder(*kind));
        let mut reading = Reading::new(tree, files.map(|(path, ..)| path.as_str()), findings);
        for (path, kind, id) in entries.into_iter().filter(|(path, ..)| wanted(path)) {
            match kind {
                EntryKind::Link => reading.link(path),
                // The files of another repository are not part of this one.
                EntryKind::Tree | EntryKind::Commit => reading.folder(path),
                EntryKind::Blob | EntryKind::BlobExecutable => {
                    let lost = |error: gix::Error| self.lost(revision, id, &error);
                    let header = self.git.find_header(id).map_err(lost)?;
                    if reading.may_read(&path, header.size()) {
                        let mut blob = self.git.find_blob(id).map_err(lost)?;
                        reading.bytes(path, blob.take_data());
                    }
                }
            }
        }
        Ok(reading.finish())
    }

    /// The commits from a revision back to the first, the latest first; of merges all
    /// parents. A shallow history ends where it is cut.
    pub fn history(&self, revision: &Revision) -> Result<Vec<Commit>, RevisionError> {
        let object = self.git.find_object(revision.id);
        let commit = object
            .and_then(gix::Object::peel_to_commit)
            .map_err(|error| self.lost(revision, revision.id, &error))?;
        let order = gix::traverse::commit::simple::CommitTimeOrder::NewestFirst;
        let walk = self
            .git
            .rev_walk([commit.id])
            .sorting(gix::revision::walk::Sorting::ByCommitTime(order))
            .all()
            .map_err(unreadable)?;
        let mut commits = Vec::new();
        for info in walk {
            let info = info.map_err(unreadable)?;
            commits.push(self.commit(revision, info.id)?);
        }
        Ok(commits)
    }

    /// The commit of a revision; nothing if it is a tree.
    pub fn commit_of(&self, revision: &Revision) -> Result<Option<Commit>, RevisionError> {
        let object = self.git.find_object(revision.id);
        let object = object.map_err(|error| self.lost(revision, revision.id, &error))?;
        match object.peel_to_commit() {
            Ok(commit) => Ok(Some(self.commit(revision, commit.id)?)),
            Err(_) => Ok(None),
        }
    }

    fn commit(&self, revision: &Revision, id: ObjectId) -> Result<Commit, RevisionError> {
        let commit = self.git.find_commit(id);
        let commit = commit.map_err(|error| self.lost(revision, id, &error))?;
        let author = commit.author().map_err(unreadable)?;
        let time = author.time().map_err(unreadable)?;
        let message = commit.message().map_err(unreadable)?;
        let encoding = commit.decode().map_err(unreadable)?.encoding;
        Ok(Commit {
            id: id.to_string(),
            author: snapshot::decoded(author.name, encoding),
            seconds: time.seconds,
            offset: time.offset,
            subject: snapshot::decoded(&message.summary(), encoding),
            parents: commit.parent_ids().map(|id| id.to_string()).collect(),
        })
    }
}

fn is_folder(kind: EntryKind) -> bool {
    match kind {
        EntryKind::Tree | EntryKind::Commit => true,
        EntryKind::Blob | EntryKind::BlobExecutable | EntryKind::Link => false,
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

/// A side of a range that is left out is the present commit.
fn or_head(name: &str) -> &str {
    if name.is_empty() { "HEAD" } else { name }
}
