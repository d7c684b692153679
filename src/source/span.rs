//! Places in source files.

use std::ops::{Deref, Range};

use serde::Serialize;

/// Index of a file in a [`SourceTree`](super::SourceTree).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileIndex(pub(super) u32);

impl FileIndex {
    /// `plan.toml` of a plan that has none, for findings that say so.
    pub const MISSING_PLAN: Self = Self(u32::MAX);

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
    // Every value of a plan has a span, and every rule passes by them: they are kept
    // small. No file is as large as 32 bits allow.
    start: u32,
    end: u32,
}

impl Span {
    /// The range `start..end` of `file`.
    pub fn new(file: FileIndex, range: Range<usize>) -> Self {
        let short = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Self {
            file,
            start: short(range.start),
            end: short(range.end),
        }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// All bytes.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The beginning of the first file, for findings about the plan as a whole.
    pub fn of_plan() -> Self {
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
