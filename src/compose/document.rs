//! A book as data.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::tree::Part;
use super::typst::{self, CodePart, MAIN, Statement};
use super::{Book, view};

/// A book as data: what is written as Typst code for print, or as HTML for the web.
#[derive(Debug, Clone)]
pub struct Document {
    /// What all of its pages have in common.
    pub(crate) settings: view::Settings,
    /// What describes it.
    pub(crate) book: view::Book,
    /// Its parts in their order; what a part includes stands behind it.
    pub(crate) parts: Vec<Part>,
    /// The numbers of the places that references lead to, by label. A place without a number
    /// has the name that is printed instead.
    pub(crate) numbers: BTreeMap<String, String>,
    /// Images by their path, and overrides of templates.
    pub(crate) assets: BTreeMap<String, Arc<[u8]>>,
    /// A string that identifies the document over its revisions.
    pub(crate) identifier: String,
    /// Date of the revision.
    pub(crate) date: Date,
    /// Number of programmes whose cards are in it.
    pub(crate) programs: usize,
    /// Whether changes are marked in it.
    pub(crate) tracked: bool,
}

impl Document {
    /// A book that looks like this one and holds nothing but a part.
    pub(crate) fn with_part(&self, part: Part) -> Self {
        Self {
            settings: self.settings.clone(),
            book: self.book.clone(),
            parts: vec![part],
            numbers: BTreeMap::new(),
            assets: self.assets.clone(),
            identifier: self.identifier.clone(),
            date: self.date,
            programs: 0,
            tracked: false,
        }
    }

    /// The book as files of Typst code.
    pub fn book(mut self) -> Book {
        let parts = std::mem::take(&mut self.parts);
        self.with_statements(parts.into_iter().map(typst::statements))
    }

    /// The book of these parts.
    pub(super) fn with_parts(self, parts: Vec<CodePart>) -> Book {
        let parts = parts.into_iter();
        self.with_statements(parts.map(|part| (part.path, part.statements)))
    }

    fn with_statements<S: IntoIterator<Item = Statement>>(
        mut self,
        parts: impl Iterator<Item = (String, S)>,
    ) -> Book {
        Book {
            main: MAIN.into(),
            assets: std::mem::take(&mut self.assets),
            identifier: std::mem::take(&mut self.identifier),
            date: self.date,
            programs: self.programs,
            tracked: self.tracked,
            files: typst::write(self, parts),
        }
    }
}
