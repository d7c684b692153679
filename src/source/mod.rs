//! First stage: a plan directory becomes a [`SourceTree`].
//!
//! In: the path of a directory. Out: every file of it, read once, each with the
//! role that its path gives it. A revision in the object store of git is read like a
//! directory. This is the only stage that touches the file system; it knows nothing of
//! what the files say.

mod encoding;
mod file;
mod format;
mod git_words;
mod ignored;
mod layout;
mod passed_over;
mod reading;
mod reason;
#[cfg(feature = "revisions")]
mod revision;
mod role;
mod span;
mod walk;

use std::collections::BTreeMap;
use std::path::{Component, Path};
use std::sync::OnceLock;

use crate::finding::Names;

pub use encoding::Encoding;
pub use file::SourceFile;
pub use format::Format;
pub use layout::{Cause, id_of_name, is_copy_of, is_plan_file};
pub use passed_over::is_passed_over;
pub use reading::of_file;
pub use reason::reason;
#[cfg(feature = "revisions")]
pub use revision::{
    Commit, Extent, Held, Repository, Revision, RevisionError, Snapshot, Snapshots, Touched,
    WorkingTree,
};
pub use role::{Folder, Role, is_for_folder};
pub use span::{FileIndex, Span, Spanned, slice};
pub use walk::{MAX_FILE_BYTES, MAX_FILES, MAX_PLAN_BYTES, ReadError, read, read_bounded};

/// All files of a plan, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct SourceTree {
    files: Vec<SourceFile>,
    paths: BTreeMap<String, FileIndex>,
    assets: OnceLock<Names>,
}

impl SourceTree {
    /// Adds a file and returns its index.
    pub fn push(&mut self, file: SourceFile) -> FileIndex {
        let index = FileIndex(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.paths.entry(file.path.clone()).or_insert(index);
        self.assets = OnceLock::new();
        self.files.push(file);
        index
    }

    /// Lets a file be found at the place that it was meant to have, too.
    fn stand_for(&mut self, index: FileIndex, path: &str) {
        self.paths.entry(path.to_owned()).or_insert(index);
    }

    /// Gives a file of text another text.
    pub fn replace(&mut self, path: &str, text: String) {
        let index = self.paths.get(path);
        if let Some(file) = index.and_then(|index| self.files.get_mut(index.0 as usize)) {
            *file = SourceFile::text(file.path.clone(), file.role.clone(), text);
        }
    }

    /// Gives a file another path to be shown by; its role stays.
    pub fn show_as(&mut self, index: FileIndex, path: &str) {
        if let Some(file) = self.files.get_mut(index.0 as usize) {
            file.path = path.to_owned();
        }
    }

    /// Whether another tree has the same files with the same content.
    pub fn is_same(&self, other: &Self) -> bool {
        self.files == other.files
    }

    /// The first place in which the text of a file differs from that of another tree, as
    /// its path and an offset. Only files that both have are compared.
    pub fn first_difference(&self, before: &Self) -> Option<(&str, usize)> {
        self.files.iter().find_map(|file| {
            let (_, old) = before.find(&file.path)?;
            if file.text == old.text {
                return None;
            }
            let pairs = file.text.bytes().zip(old.text.bytes());
            let same = pairs.take_while(|(new, old)| new == old).count();
            Some((file.path.as_str(), file.text.floor_char_boundary(same)))
        })
    }

    /// The file behind an index of this tree.
    pub fn get(&self, index: FileIndex) -> Option<&SourceFile> {
        self.files.get(index.0 as usize)
    }

    /// All files with their indexes, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (FileIndex, &SourceFile)> {
        self.files
            .iter()
            .zip(0..)
            .map(|(file, index)| (FileIndex(index), file))
    }

    /// The file at `path`.
    pub fn find(&self, path: &str) -> Option<(FileIndex, &SourceFile)> {
        let index = *self.paths.get(path)?;
        Some((index, self.get(index)?))
    }

    /// The paths of all images and documents, to be proposed for a wrong one.
    pub fn assets(&self) -> &Names {
        self.assets.get_or_init(|| {
            let assets = self.files.iter().filter(|file| file.role == Role::Asset);
            assets.map(|file| file.path.as_str()).collect()
        })
    }

    /// `path:line:column` of a span.
    pub fn place(&self, span: Span) -> String {
        match self.get(span.file) {
            Some(file) => {
                let (line, column) = file.line_column(span.start());
                format!("{}:{line}:{column}", file.path)
            }
            None => String::from("?"),
        }
    }
}

/// A path below the root, separated by `/`; nothing if it leads outside.
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
