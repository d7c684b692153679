//! Three versions of a file become one.
//!
//! In: what a file was, what our side and what their side made of it. Out: the bytes of the
//! merged file, and whether something is left to decide. TOML is merged by what it says, key
//! by key and item by item; other texts, and TOML that cannot be read, line by line as git
//! does. Where both sides say something else of the same, the marks of git stand around it.

mod comments;
mod document;
mod graft;
mod layout;
mod lines;
mod lists;
mod meaning;
mod tree;

use std::num::NonZeroU8;

use layout::Layout;
pub use lines::Style;

/// What stands in files where both sides say something else.
#[derive(Debug, Clone)]
pub struct Marks {
    /// Of how many characters a mark consists.
    pub size: NonZeroU8,
    /// Whether what was there before stands between the two.
    pub style: Style,
    /// What the three versions are called behind the marks.
    pub labels: Versions<Option<String>>,
}

/// Something of each of the three versions of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Versions<T> {
    /// Of the version from which both sides come.
    pub base: T,
    /// Of our side.
    pub ours: T,
    /// Of their side.
    pub theirs: T,
}

impl<T> Versions<T> {
    fn map<U>(self, mut each: impl FnMut(T) -> U) -> Versions<U> {
        Versions {
            base: each(self.base),
            ours: each(self.ours),
            theirs: each(self.theirs),
        }
    }
}

impl<T: PartialEq + Clone> Versions<T> {
    /// The value of the side that changed it, of ours if both did.
    fn settled(&self) -> T {
        if self.ours == self.base {
            self.theirs.clone()
        } else {
            self.ours.clone()
        }
    }
}

/// What a file holds, which decides how it is merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// TOML.
    Toml,
    /// Lines.
    Text,
}

impl Form {
    /// By the name of the file.
    pub fn of(path: &str) -> Self {
        if path.to_ascii_lowercase().ends_with(".toml") {
            Self::Toml
        } else {
            Self::Text
        }
    }
}

/// What became of the three versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// Everything that either side changed.
    Clean(Vec<u8>),
    /// The same, with marks where somebody has to decide.
    Conflict(Vec<u8>),
    /// Nothing: the file is no text, and somebody has to choose a side.
    NoText,
}

/// Merges the three versions of a file.
pub fn merge(form: Form, versions: Versions<&[u8]>, marks: &Marks) -> Merged {
    let Versions { base, ours, theirs } = versions;
    if ours == theirs || theirs == base {
        return Merged::Clean(ours.to_vec());
    }
    if ours == base {
        return Merged::Clean(theirs.to_vec());
    }
    if [base, ours, theirs].iter().any(|bytes| bytes.contains(&0)) {
        return Merged::NoText;
    }
    let texts = versions.map(|bytes| std::str::from_utf8(bytes).ok());
    let (Some(base), Some(ours), Some(theirs)) = (texts.base, texts.ours, texts.theirs) else {
        return lines::merge(versions, marks);
    };
    let texts = Versions { base, ours, theirs };
    let layout = Layout::of(texts);
    let plain = texts.map(layout::plain);
    let plain = Versions {
        base: plain.base.as_str(),
        ours: plain.ours.as_str(),
        theirs: plain.theirs.as_str(),
    };
    let merged = match form {
        Form::Toml => document::merge(plain, marks),
        Form::Text => None,
    };
    match merged.unwrap_or_else(|| lines::merge(plain.map(str::as_bytes), marks)) {
        Merged::Clean(bytes) => Merged::Clean(layout.restore(&bytes, texts)),
        Merged::Conflict(bytes) => Merged::Conflict(layout.restore(&bytes, texts)),
        Merged::NoText => Merged::NoText,
    }
}
