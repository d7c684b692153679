//! The block of TOML at the beginning of a Markdown file.

use super::entry::entry;
use super::keyword::keywords;
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

entry! {
    /// What a Markdown file says of its text.
    #[derive(Default)]
    FrontMatter = "front-matter", invalid_keys {
        /// Title of the chapter, in place of the heading of level 1.
        title: Spanned<String> = optional("title"): sentence;
        /// Whether the sections have numbers.
        numbering: Spanned<bool> = optional("numbering");
        /// Who wrote it.
        authors: Spanned<String> = list("authors"): name ordered;
        /// How far it has come; nothing if nobody says.
        status: Spanned<TextStatus> = optional("status");
        /// Who read it.
        reviewer: Spanned<String> = optional("reviewer"): name;
        /// Whether what it tells is an example.
        example: Spanned<bool> = optional("example");
    }
}

impl FrontMatter {
    /// Whether the sections have numbers, as they have unless told otherwise.
    pub(crate) fn is_numbered(&self) -> bool {
        self.numbering
            .as_ref()
            .is_none_or(|numbering| numbering.value)
    }

    /// Whether what the text tells is an example.
    pub(crate) fn is_example(&self) -> bool {
        self.example.as_ref().is_some_and(|example| example.value)
    }

    /// Whether the text says that it is still being written.
    pub(crate) fn is_draft(&self) -> bool {
        self.status
            .as_ref()
            .is_some_and(|status| status.value == TextStatus::Draft)
    }
}
