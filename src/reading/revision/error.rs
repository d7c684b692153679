//! Why a revision cannot be read, in words.

use std::path::PathBuf;

use crate::language::{Message, message};
use crate::slice::slice;

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
    /// The repository keeps its references in tables, which are not read.
    Tables,
    /// The revision is a name that begins with the first commit, and there is none yet.
    Unborn {
        /// The revision.
        name: String,
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
        /// What the repository leaves elsewhere.
        extent: Extent,
    },
    /// A part of a revision is here and damaged.
    Damaged {
        /// The revision.
        name: String,
        /// What is wrong with which object or file.
        reason: String,
    },
    /// A commit that a revision has in the place of a folder is not here.
    Submodule {
        /// The revision.
        name: String,
        /// The folder.
        path: String,
        /// The hash of the commit.
        commit: String,
        /// Whether other commits of it are.
        is_checked_out: bool,
    },
    /// A file of the plan is in conflict, so that the index has no one content of it.
    Conflict {
        /// Its path below the root of the repository.
        path: String,
    },
    /// The revision has no plan.
    NoPlan {
        /// The revision.
        name: String,
        /// Where the plan would be.
        prefix: String,
    },
}

/// How much of its history and objects a repository has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All.
    Whole,
    /// The history ends before its beginning.
    Shallow,
    /// Objects are fetched when git asks for them.
    Partial,
}

impl RevisionError {
    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            Self::NoRepository { path } => message!("no-repository", path = path.as_path()),
            Self::Unreadable { reason } => message!("repository-unreadable", reason = reason),
            Self::Tables => message!("repository-unreadable.tables"),
            Self::Unborn { name } => message!("revision-unborn", name = name),
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
                    let branch = slice(name, ..end);
                    message!("revision-unknown.steps", name = name, branch = branch)
                }
                None if is_hash(name) => message!("revision-unknown.hash", name = name),
                None => message!("revision-unknown", name = name),
            },
            Self::Missing {
                name,
                object,
                extent,
            } => match extent {
                Extent::Whole => message!("revision-missing", name = name, object = object),
                Extent::Shallow => {
                    message!("revision-missing.shallow", name = name, object = object)
                }
                Extent::Partial => {
                    message!("revision-missing.partial", name = name, object = object)
                }
            },
            Self::Damaged { name, reason } => {
                message!("revision-damaged", name = name, reason = reason)
            }
            Self::Submodule {
                name,
                path,
                commit,
                is_checked_out: true,
            } => message!(
                "revision-submodule",
                name = name,
                path = path,
                commit = commit
            ),
            Self::Submodule { name, path, .. } => {
                message!("revision-submodule.absent", name = name, path = path)
            }
            Self::Conflict { path } => message!("revision-conflict", path = path),
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
