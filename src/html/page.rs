//! The pages of a book while they are written.

use super::address;
use super::element::Markup;
use crate::address::slug;

/// What a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A part of the book, by where it stands.
    Part(Standing),
    /// A programme or an OPD, which is read behind the part that names it.
    Section,
    /// An entry of a table, which is told again on a page of its own.
    Entry,
}

/// Where a part stands in the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Before the chapters.
    Front,
    /// Among the chapters.
    Body,
    /// Behind them.
    Annex,
}

/// A heading of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Section {
    /// Its level on the page.
    pub level: usize,
    /// Number and title.
    pub title: String,
    /// Where it stands.
    pub id: String,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Footnote {
    /// Its number in the book.
    pub number: usize,
    /// Id of the first place that refers to it.
    pub back: String,
    /// What it says.
    pub text: Markup,
}

/// What the search finds: a page up to its first heading, or what stands below a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Findable {
    /// Where it begins; `None` for the page itself.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// What it says.
    pub text: String,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Page {
    /// Its place among the pages, in the order in which they are read.
    pub at: usize,
    /// Its address in the folder.
    pub file: String,
    /// What it is.
    pub kind: Kind,
    /// The page that leads to it, by its place.
    pub parent: Option<usize>,
    /// Number, of those that have one.
    pub number: Option<String>,
    /// Title.
    pub title: String,
    /// Class of the colour of its pillar.
    pub tone: Option<String>,
    /// What it is about, in a line or two.
    pub description: Option<String>,
    /// All that it says, with its main heading.
    pub body: Markup,
    /// Its footnotes.
    pub notes: Vec<Footnote>,
    /// Its headings below the main one.
    pub sections: Vec<Section>,
    /// What the search finds on it.
    pub findable: Vec<Findable>,
    /// How much headings on it are higher than in the book.
    pub raised: usize,
}

/// Most characters of what a page is about.
const DESCRIPTION: usize = 220;

impl Page {
    /// A page without anything on it.
    pub fn new(at: usize, file: String, kind: Kind) -> Self {
        Self {
            at,
            file,
            kind,
            parent: None,
            number: None,
            title: String::new(),
            tone: None,
            description: None,
            body: Markup::default(),
            notes: Vec::new(),
            sections: Vec::new(),
            findable: Vec::new(),
            raised: 0,
        }
    }

    /// Number and title.
    pub fn name(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.title),
            None => self.title.clone(),
        }
    }

    /// Takes down what the search finds where this stands.
    pub fn say(&mut self, text: &str) {
        if self.findable.is_empty() {
            self.findable.push(Findable {
                id: None,
                title: self.name(),
                text: String::new(),
            });
        }
        if let Some(last) = self.findable.last_mut() {
            last.text.push_str(text);
        }
    }

    /// Begins what stands below a heading.
    pub fn begin(&mut self, section: Section) {
        self.say("");
        self.findable.push(Findable {
            id: Some(section.id.clone()),
            title: section.title.clone(),
            text: String::new(),
        });
        self.sections.push(section);
    }

    /// Says what the page is about, unless that has been said.
    pub fn describe(&mut self, text: &str) {
        if self.description.is_none() && !text.trim().is_empty() {
            self.description = Some(shortened(text));
        }
    }

    /// The id of a heading by its words.
    pub fn id_of(&self, title: &str) -> String {
        let id = format!("section-{}", slug(title));
        let is_taken = |id: &str| self.sections.iter().any(|section| section.id == id);
        address::unused(id, is_taken)
    }

    /// The level on this page of a heading that has a level in the book. None is left out
    /// on the way down.
    pub fn level(&self, level: usize) -> usize {
        let last = self.sections.last().map_or(1, |section| section.level);
        level.saturating_sub(self.raised).clamp(2, 6).min(last + 1)
    }
}

/// The beginning of a text, in whole words.
fn shortened(text: &str) -> String {
    let mut short = String::new();
    for word in text.split_whitespace() {
        if short.chars().count() + word.chars().count() > DESCRIPTION {
            short.push_str(" …");
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_level_of_headings_is_left_out() {
        let mut page = Page::new(0, "a.html".into(), Kind::Section);
        page.raised = 2;
        assert_eq!(page.level(5), 2);
        page.begin(Section {
            level: 2,
            title: "A".into(),
            id: "a".into(),
        });
        assert_eq!([3, 4, 5, 6].map(|level| page.level(level)), [2, 2, 3, 3]);
    }

    #[test]
    fn a_description_ends_behind_a_word() {
        let long = "kata ".repeat(100);
        let short = shortened(&long);
        assert!(short.ends_with("kata …") && short.chars().count() < DESCRIPTION + 3);
        assert_eq!(shortened(" a\n b "), "a b");
    }
}
