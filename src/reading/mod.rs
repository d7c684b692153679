//! First stage: a plan directory becomes a [`SourceTree`](crate::source::SourceTree).
//!
//! In: the path of a directory. Out: every file of it, read once, each with the
//! role that its path gives it. A revision in the object store of git is read like a
//! directory. This is the only stage that touches the file system; it knows nothing of
//! what the files say.

mod encoding;
mod files;
mod format;
mod git_words;
mod ignored;
mod layout;
mod limits;
mod passed_over;
mod reason;
#[cfg(feature = "revisions")]
mod revision;
pub mod rules;
mod walk;

use std::path::{Component, Path};

pub use encoding::Encoding;
pub use files::of_file;
pub use format::Format;
pub use layout::{Cause, is_plan_file};
pub(crate) use layout::{id_of_name, is_copy_of};
pub(crate) use limits::MAX_FILES;
pub use limits::{MAX_FILE_BYTES, read_bounded};
pub use passed_over::is_passed_over;
pub use reason::reason;
#[cfg(feature = "revisions")]
pub use revision::{Commit, Extent, Repository, Revision, RevisionError, Snapshot, WorkingTree};
#[cfg(feature = "revisions")]
pub(crate) use revision::{Held, Snapshots, Touched};
pub use walk::{ReadError, read};

/// A path below the root, separated by `/`; `None` if it leads outside.
fn slashed(path: &Path) -> Option<String> {
    let mut parts = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => parts.push(name.to_str()?),
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::ParentDir => return None,
        }
    }
    Some(parts.join("/"))
}
