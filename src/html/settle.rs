//! The finished book: all pages are written, and it is known where everything stands.

use std::collections::{BTreeMap, BTreeSet};

use super::draw::Drawn;
use super::element::{Markup, attributes, element};
use super::frame::Framed;
use super::note;
use super::page::{self, Page};
use super::pending::Pending;
use super::writer::{Captioned, Entry, Writer, word};
use super::{address, entries};
use crate::address::Kind;
use crate::compose::{Document, view};

/// A book of which all pages are written.
pub(super) struct Settled<'w> {
    /// Words and titles.
    pub settings: &'w view::Settings,
    /// The whole volume.
    pub book: &'w view::Book,
    /// The title page.
    pub cover: Option<&'w view::Cover>,
    /// Entries with pages of their own.
    pub entries: &'w [Entry],
    /// What was written.
    pub writer: &'w Writer<'w>,
    drawn: &'w BTreeMap<String, Drawn>,
    /// Titles of entries, by label.
    titles: BTreeMap<&'w str, &'w str>,
}

impl<'w> Settled<'w> {
    /// The book that was written.
    pub fn new(
        document: &'w Document,
        writer: &'w Writer<'w>,
        drawn: &'w BTreeMap<String, Drawn>,
    ) -> Self {
        let entries = writer.entries.iter();
        Self {
            settings: &document.settings,
            book: &document.book,
            cover: writer.cover.as_ref(),
            entries: &writer.entries,
            writer,
            drawn,
            titles: entries
                .map(|entry| (entry.label.as_str(), entry.title.as_str()))
                .collect(),
        }
    }

    /// A word of the book, by its key.
    pub fn word(&self, key: &'static str) -> &'w str {
        word(self.settings, key)
    }

    /// All pages of the book, in the order in which they are read.
    pub fn all(&self) -> impl Iterator<Item = &'w Page> {
        self.writer.pages.values()
    }

    /// The page at a place.
    pub fn page(&self, at: usize) -> Option<&'w Page> {
        self.writer.pages.get(&at)
    }

    /// The parts of the book.
    pub fn parts(&self) -> impl Iterator<Item = &'w Page> {
        self.all()
            .filter(|page| matches!(page.kind, page::Kind::Part(_)))
    }

    /// The pages of programmes and OPD below a part.
    pub fn below(&self, part: usize) -> impl Iterator<Item = &'w Page> {
        let below = self.all().filter(move |page| page.parent == Some(part));
        below.filter(|page| page.kind == page::Kind::Section)
    }

    /// How a page leads to the place with a label; `None` if there is none.
    pub fn way(&self, from: &str, label: &str) -> Option<String> {
        let place = self.writer.places.get(label)?;
        Some(address::to_place(from, &place.file, place.id.as_deref()))
    }

    /// Every page, by its address.
    pub fn pages(&self) -> BTreeMap<String, String> {
        let mut pages = BTreeMap::new();
        let titles = self.window_titles();
        for page in self.all() {
            let title = titles.get(page.file.as_str());
            let framed = self.framed(Framed {
                file: &page.file,
                title: title.map_or(&page.title, String::as_str),
                description: page.description.as_deref(),
                page: Some(page),
                body: self.settled(&page.file, &page.body),
            });
            pages.insert(page.file.clone(), framed);
        }
        pages.insert(address::FRONT.into(), self.front());
        pages.insert(address::ENTRIES.into(), self.entries_page());
        pages
    }

    /// What pages are called in the window, by their addresses: those of one name say their
    /// kind, too, and their ids if that does not tell them apart.
    fn window_titles(&self) -> BTreeMap<&'w str, String> {
        let labels = self.entries.iter().filter_map(|entry| {
            let place = self.writer.places.get(&entry.label)?;
            let (word, _) = entry.label.split_once(':')?;
            let kind = Kind::ALL.iter().find(|kind| kind.word() == word)?;
            Some((place.file.as_str(), *kind))
        });
        let kinds: BTreeMap<&str, Kind> = labels.collect();
        let pages = self.all();
        let mut titles: BTreeMap<&str, String> = pages
            .map(|page| (page.file.as_str(), page.name()))
            .collect();
        for with_id in [false, true] {
            let shared = shared(titles.values());
            for (file, title) in &mut titles {
                if !shared.contains(title) {
                    continue;
                }
                if with_id {
                    let name = file.trim_end_matches(".html").rsplit('/').next();
                    title.push_str(&format!(", {}", name.unwrap_or(file)));
                } else if let Some(kind) = kinds.get(file) {
                    title.push_str(&format!(" ({})", self.word(entries::one(*kind))));
                }
            }
        }
        titles
    }

    /// A piece of a page with everything that it waited for.
    pub fn settled(&self, file: &str, markup: &Markup) -> Markup {
        markup.settled(|pending| self.settle(file, pending))
    }

    fn settle(&self, file: &str, pending: &Pending) -> Markup {
        match pending {
            Pending::Link(label) => match self.way(file, label) {
                Some(way) => attributes(&[("href", &way)]),
                None => Markup::default(),
            },
            Pending::Named(label) => {
                let title = self.titles.get(label.as_str()).copied();
                let link = element("a").text(title.unwrap_or(label));
                match self.way(file, label) {
                    Some(way) => link.attribute("href", &way).into(),
                    None => link.into(),
                }
            }
            Pending::NoteReference(label, at) => match self.writer.note_places.get(label) {
                Some(place) => {
                    let id = note::id(place.number);
                    let way = address::to_place(file, &place.file, Some(&id));
                    note::further_mark(place.number, *at, &way).into()
                }
                None => Markup::default(),
            },
            Pending::Size(name) => match self.drawn.get(name) {
                Some(drawn) => attributes(&[
                    ("width", &drawn.width.to_string()),
                    ("height", &drawn.height.to_string()),
                ]),
                None => Markup::default(),
            },
            Pending::Contents => self.contents(file).into(),
            Pending::Tables => self.captions(file, &self.writer.tables).into(),
            Pending::Figures => self.captions(file, &self.writer.figures).into(),
        }
    }

    /// A list of tables or figures.
    fn captions(&self, file: &str, captions: &[Captioned]) -> super::element::Element {
        let numbered = captions.iter().filter(|one| !one.number.is_empty());
        let items = numbered.map(|one| {
            let id = one.place.id.as_deref();
            let way = address::to_place(file, &one.place.file, id);
            let number = element("span").class("number").text(&one.number);
            let link = element("a").attribute("href", &way);
            element("li").add(link.add(number).text(" ").text(&one.caption))
        });
        element("ol").class("contents").add_all(items)
    }
}

/// Titles that are there more than once.
fn shared<'t>(titles: impl Iterator<Item = &'t String>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    titles
        .filter(|title| !seen.insert(title.as_str()))
        .cloned()
        .collect()
}
