//! One file of the plan.

use std::sync::{Arc, OnceLock};

use super::Role;
use crate::markdown;

/// A file that was read, with its text or its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Path relative to the plan directory, separated by `/`.
    pub path: String,
    /// What the file is for.
    pub role: Role,
    /// The text without a byte order mark; empty for files that are not text.
    pub text: String,
    /// The bytes of files that are not text.
    pub bytes: Arc<[u8]>,
    /// Whether the file could be read. Of one that could not, the text is what
    /// can be shown of it; that it is there is known all the same.
    pub readable: bool,
    line_starts: Vec<usize>,
    tree: Tree,
}

/// The tree of a text in Markdown, once somebody has asked for it.
#[derive(Debug, Clone, Default)]
struct Tree(OnceLock<Arc<markdown::Text>>);

/// It follows from the text.
impl PartialEq for Tree {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Tree {}

impl SourceFile {
    /// A file of text.
    pub fn text(path: String, role: Role, text: String) -> Self {
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Self {
            path,
            role,
            text,
            bytes: Arc::from([]),
            readable: true,
            line_starts,
            tree: Tree::default(),
        }
    }

    /// A file that is not text.
    pub fn bytes(path: String, role: Role, bytes: Vec<u8>) -> Self {
        Self {
            bytes: bytes.into(),
            ..Self::text(path, role, String::new())
        }
    }

    /// A file that could not be read, with the text that can be shown of it.
    pub fn unreadable(path: String, text: String) -> Self {
        let role = Role::of(&path);
        Self {
            readable: false,
            ..Self::text(path, role, text)
        }
    }

    /// A file or folder whose name is not text, by what can be shown of its path. It
    /// may be anything that such a place has.
    pub(crate) fn nameless(path: String) -> Self {
        let role = Role::of(&path).without_id();
        Self {
            role,
            ..Self::unreadable(path, String::new())
        }
    }

    /// The file at another path, in the part that this gives it.
    pub fn at(self, path: String) -> Self {
        let role = Role::of(&path);
        Self { path, role, ..self }
    }

    /// The file in the part of another one.
    pub(crate) fn playing(self, role: Role) -> Self {
        Self { role, ..self }
    }

    /// Its text in Markdown as a tree, which is read once.
    pub fn markdown(&self) -> &markdown::Text {
        self.tree
            .0
            .get_or_init(|| Arc::new(markdown::read(&self.text)))
    }

    /// Whether it is made of these bytes, but for the mark of UTF-8 before them.
    pub(crate) fn says(&self, bytes: &[u8]) -> bool {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        self.text.as_bytes() == bytes
    }

    /// Line and column, both from 1, of the byte at `offset`. The column counts
    /// characters. An offset past the end gives the last position.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_starts.partition_point(|&start| start <= offset);
        let start = self
            .line_starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(0);
        let column = self
            .text
            .get(start..offset)
            .map_or(0, |before| before.chars().count());
        (line, column + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Role, SourceFile};

    #[test]
    fn columns_count_characters_and_lines_end_either_way() {
        let file = SourceFile::text("a.md".into(), Role::Unknown, "é1\r\nab\n".into());
        assert_eq!(file.line_column(0), (1, 1));
        assert_eq!(file.line_column(2), (1, 2));
        assert_eq!(file.line_column(5), (2, 1));
        assert_eq!(file.line_column(6), (2, 2));
        assert_eq!(file.line_column(999), (3, 1));
    }
}
