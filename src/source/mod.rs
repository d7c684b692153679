//! The files of a plan: texts, the places in them, and what each file is for.
//!
//! This is what all stages stand on. It knows nothing of where files come from, of what
//! they say, or of what is wrong with them. A text in Markdown is read into its tree once, and
//! kept with its file.

mod file;
mod role;
mod span;

use std::collections::BTreeMap;
use std::sync::LazyLock;

pub use file::SourceFile;
pub(crate) use role::is_for_folder;
pub use role::{Folder, Role};
pub use span::{FileIndex, Span, Spanned};

/// All files of a plan, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct SourceTree {
    files: Vec<SourceFile>,
    paths: BTreeMap<String, FileIndex>,
}

static MISSING_PLAN: LazyLock<SourceFile> =
    LazyLock::new(|| SourceFile::text("plan.toml".into(), Role::Unknown, String::new()));

impl SourceTree {
    /// Adds a file and returns its index.
    pub fn push(&mut self, file: SourceFile) -> FileIndex {
        let index = FileIndex(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.paths.entry(file.path.clone()).or_insert(index);
        self.files.push(file);
        index
    }

    /// Lets a file be found at the place that it was meant to have, too.
    pub(crate) fn stand_for(&mut self, index: FileIndex, path: &str) {
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
    pub(crate) fn first_difference(&self, before: &Self) -> Option<(&str, usize)> {
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

    /// The file behind an index of this tree. [`FileIndex::MISSING_PLAN`] has an empty one.
    pub fn get(&self, index: FileIndex) -> Option<&SourceFile> {
        if index == FileIndex::MISSING_PLAN {
            return Some(&MISSING_PLAN);
        }
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
