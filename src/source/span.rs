//! Places in source files.

use std::ops::Deref;

use serde::Serialize;

/// Index of a file in a [`SourceTree`](super::SourceTree).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileIndex(pub(super) u32);

impl FileIndex {
    /// The number behind the index, for places that print it.
    pub fn number(self) -> u32 {
        self.0
    }
}

/// A range of bytes in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileIndex,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end` of `file`.
    pub fn new(file: FileIndex, range: std::ops::Range<usize>) -> Self {
        Self {
            file,
            start: range.start,
            end: range.end,
        }
    }

    /// The beginning of the first file, for findings about the plan as a whole.
    pub fn start() -> Self {
        Self::file(FileIndex(0))
    }

    /// Whether nothing was written there.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The beginning of `file`, for findings about the file as a whole.
    pub fn file(file: FileIndex) -> Self {
        Self::new(file, 0..0)
    }
}

/// A value together with the place where it was written.
///
/// Serialises as the value alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Joins a value and its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Serialize> Serialize for Spanned<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}
