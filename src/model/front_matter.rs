//! The block of TOML at the beginning of a Markdown file.

use super::decode::Context;
use super::gaps::Gaps;
use super::keyword::keywords;
use super::table::{Entry, Table};
use crate::source::Spanned;

keywords! {
    /// How far a text has come.
    TextStatus {
        /// It is still being written.
        Draft = "draft",
        /// Somebody else has read it.
        Reviewed = "reviewed",
    }
}

/// What a Markdown file says of its text.
#[derive(Debug, Clone, Default)]
pub struct FrontMatter {
    /// Title of the chapter, in place of the heading of level 1.
    pub title: Option<Spanned<String>>,
    /// Whether the sections have numbers.
    pub numbering: Option<Spanned<bool>>,
    /// Who wrote it.
    pub authors: Vec<Spanned<String>>,
    /// How far it has come; nothing if nobody says.
    pub status: Option<Spanned<TextStatus>>,
    /// Who read it.
    pub reviewer: Option<Spanned<String>>,
    /// Whether what it tells is an example.
    pub example: Option<Spanned<bool>>,
    /// What is written and not understood.
    pub gaps: Gaps,
}

impl FrontMatter {
    /// Whether the sections have numbers, as they have unless told otherwise.
    pub fn is_numbered(&self) -> bool {
        self.numbering
            .as_ref()
            .is_none_or(|numbering| numbering.value)
    }

    /// Whether what the text tells is an example.
    pub fn is_example(&self) -> bool {
        self.example.as_ref().is_some_and(|example| example.value)
    }

    /// Whether the text says that it is still being written.
    pub fn is_draft(&self) -> bool {
        self.status
            .as_ref()
            .is_some_and(|status| status.value == TextStatus::Draft)
    }
}

impl Entry for FrontMatter {
    const NAME: &'static str = "front-matter";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        Some(Self {
            title: table.optional("title", cx),
            numbering: table.optional("numbering", cx),
            authors: table.list("authors", cx),
            status: table.optional("status", cx),
            reviewer: table.optional("reviewer", cx),
            example: table.optional("example", cx),
            gaps: table.gaps(),
        })
    }
}
