//! What pages are written with: the page that is being written, and what is known of all.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use super::address;
use super::element::Markup;
use super::page::{Kind, Page, Section};
use crate::compose::tree::{Content, Drawing, Part};
use crate::compose::{Document, counts_bytes, view};

/// A place that links lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Its page.
    pub file: String,
    /// Its id on the page; `None` for the page itself.
    pub id: Option<String>,
}

/// Where a note stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NotePlace {
    /// Its number.
    pub number: usize,
    /// Its page.
    pub file: String,
}

/// A table or a figure with a caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Captioned {
    /// `Table 4.1`
    pub number: String,
    /// Its caption.
    pub caption: String,
    /// Where it is.
    pub place: Place,
}

/// What leads to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    /// Its address.
    pub file: String,
    /// Its number.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub description: Option<String>,
}

/// An entry with a page of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its label, `program:layanan-112`.
    pub label: String,
    /// What it is called.
    pub title: String,
}

/// A figure that is drawn, and its file.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    /// Its address in the folder, without its ending.
    pub name: String,
    /// What is drawn.
    pub drawing: Drawing,
}

/// Writes the pages of a book, one part after the other.
pub(super) struct Writer<'d> {
    /// Words and titles.
    pub settings: &'d view::Settings,
    /// Numbers of places, by their labels.
    pub numbers: &'d BTreeMap<String, String>,
    /// Parts that others include, by their paths.
    pub parts: BTreeMap<&'d str, &'d Part>,
    /// The page that is being written.
    pub page: Page,
    /// Pages that are finished.
    pub pages: BTreeMap<usize, Page>,
    /// How many pages have been begun.
    begun: usize,
    /// Addresses of pages.
    files: BTreeSet<String>,
    /// Where links lead to, by label.
    pub places: BTreeMap<String, Place>,
    /// Number of the last note.
    pub notes: usize,
    /// Notes that can be referred to again, by label.
    pub note_places: BTreeMap<String, NotePlace>,
    /// How often each of them was referred to again.
    pub references: BTreeMap<String, usize>,
    /// Tables with captions.
    pub tables: Vec<Captioned>,
    /// Figures with captions.
    pub figures: Vec<Captioned>,
    /// Entries with pages of their own.
    pub entries: Vec<Entry>,
    /// Figures that are to be drawn.
    pub drawn: Vec<Figure>,
    /// Pictures, by their paths in the book.
    pub pictures: BTreeSet<String>,
    /// Colours of pillars.
    pub colors: BTreeSet<String>,
    /// The title page.
    pub cover: Option<view::Cover>,
}

impl<'d> Writer<'d> {
    /// A writer of the pages of a book.
    pub fn new(document: &'d Document) -> Self {
        let parts = document.parts.iter();
        Self {
            settings: &document.settings,
            numbers: &document.numbers,
            parts: parts.map(|part| (part.path.as_str(), part)).collect(),
            page: Page::new(0, address::FRONT.into(), Kind::Section),
            pages: BTreeMap::new(),
            begun: 1,
            files: [address::FRONT, address::ENTRIES].map(str::to_owned).into(),
            places: BTreeMap::new(),
            notes: 0,
            note_places: BTreeMap::new(),
            references: BTreeMap::new(),
            tables: Vec::new(),
            figures: Vec::new(),
            entries: Vec::new(),
            drawn: Vec::new(),
            pictures: BTreeSet::new(),
            colors: BTreeSet::new(),
            cover: None,
        }
    }

    /// A word of the book, by its key.
    pub fn word(&self, key: &'static str) -> &'d str {
        word(self.settings, key)
    }

    /// Begins a page below the one that is being written, which goes on once it has ended.
    /// Returns what [`end`](Self::end) asks for.
    pub fn begin(&mut self, file: String, kind: Kind) -> Page {
        let file = self.unused(file);
        let mut page = Page::new(self.begun, file, kind);
        page.parent = Some(self.page.at).filter(|at| *at > 0);
        self.begun += 1;
        mem::replace(&mut self.page, page)
    }

    /// Ends the page, and goes on with the one above. Returns what leads to it.
    pub fn end(&mut self, above: Page) -> Way {
        self.page.say("");
        let page = mem::replace(&mut self.page, above);
        let way = Way {
            file: page.file.clone(),
            number: page.number.clone(),
            title: page.title.clone(),
            description: page.description.clone(),
        };
        self.pages.insert(page.at, page);
        way
    }

    /// Ends a page on which nothing is.
    pub fn discard(&mut self, above: Page) {
        self.files.remove(&self.page.file);
        self.page = above;
    }

    /// The address, or one like it if another page has it.
    fn unused(&mut self, file: String) -> String {
        let name = file.trim_end_matches(".html").to_owned();
        let is_taken = |name: &str| self.files.contains(&format!("{name}.html"));
        let unused = format!("{}.html", address::unused(name, is_taken));
        self.files.insert(unused.clone());
        unused
    }

    /// Takes down a place with a label on the page; returns its id, unless another place
    /// has it.
    pub fn place(&mut self, label: &str) -> Option<String> {
        let place = Place {
            file: self.page.file.clone(),
            id: Some(label.to_owned()),
        };
        // An entry with a page of its own is found there.
        self.places.entry(label.to_owned()).or_insert(place);
        Some(label.to_owned())
    }

    /// Says that the page is where links with a label lead.
    pub fn page_is(&mut self, label: &str) {
        let place = Place {
            file: self.page.file.clone(),
            id: None,
        };
        self.places.insert(label.to_owned(), place);
    }

    /// Takes down a heading on the page; returns its level and its id.
    pub fn heading(
        &mut self,
        level: usize,
        label: Option<&str>,
        number: Option<&str>,
        title: &str,
    ) -> (usize, String) {
        let level = self.page.level(level);
        // An address that counts bytes would change with the text before it.
        let id = match label.filter(|label| !counts_bytes(label)) {
            Some(label) => label.to_owned(),
            None => self.page.id_of(title),
        };
        if let Some(label) = label {
            let place = Place {
                file: self.page.file.clone(),
                id: Some(id.clone()),
            };
            // An entry with a page of its own is found there.
            self.places.entry(label.to_owned()).or_insert(place);
        }
        let section = Section {
            level,
            title: match number {
                Some(number) => format!("{number} {title}"),
                None => title.to_owned(),
            },
            id: id.clone(),
        };
        self.page.begin(section);
        (level, id)
    }

    /// What the search does not find where this stands: it finds it elsewhere.
    pub fn unsaid<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let findable = &self.page.findable;
        let (count, length) = (findable.len(), findable.last().map(|last| last.text.len()));
        let written = write(self);
        self.page.findable.truncate(count);
        if let (Some(last), Some(length)) = (self.page.findable.last_mut(), length) {
            last.text.truncate(length);
        }
        written
    }

    /// A title, which the search knows by itself.
    pub fn title(&mut self, title: &Content) -> Markup {
        self.unsaid(|writer| writer.content(title))
    }

    /// Takes down that an entry has the page. Numbers of chapters and sections are no part of
    /// its name, that of a programme is.
    pub fn enter(&mut self, label: &str) {
        let title = if label.starts_with("program:") {
            self.page.name()
        } else {
            self.page.title.clone()
        };
        let label = label.to_owned();
        self.entries.push(Entry { label, title });
    }

    /// The class of a colour.
    pub fn tone(&mut self, color: Option<&String>) -> Option<String> {
        let color = color?;
        let class = super::tone::class(color)?;
        self.colors.insert(color.clone());
        Some(class)
    }
}

/// A word of the book, by its key; one that is not there reads as its key.
pub(super) fn word<'s>(settings: &'s view::Settings, key: &'static str) -> &'s str {
    let name = key.strip_prefix("book-").unwrap_or(key);
    settings.words.get(name).map_or(key, String::as_str)
}
