//! A book as a folder of pages of HTML.
//!
//! In: a [`Document`] and what draws its figures. Out: the files of a [`Folder`], which need
//! nothing from elsewhere: a page for each part of the book, for each programme, OPD and
//! other entry, a style, a search. Pages read without scripts and without colours.

mod address;
mod block;
mod card;
mod contents;
mod draw;
mod element;
mod entries;
mod figure;
mod frame;
mod front;
mod grid;
mod inert;
mod inline;
mod note;
mod page;
mod pending;
mod plain;
mod prose;
mod search;
mod settle;
mod sheet;
mod summary;
mod table;
mod tone;
mod writer;

use std::borrow::Cow;
use std::collections::BTreeMap;

use page::{Kind, Standing};
use settle::Settled;
use writer::Writer;

use crate::compose::Book;
use crate::compose::Document;
use crate::compose::tree::Part;
use crate::finding::Findings;
use crate::language::SOFT_HYPHEN;
use crate::source::SourceTree;
use crate::typeset::Typesetter;

/// The style of all pages, without the colours of pillars.
const STYLE: &str = include_str!("style.css");

/// The search of all pages.
const SEARCH: &str = include_str!("search.js");

/// Where parts of a book stand that no other part includes.
const PARTS: &str = "/parts/";

/// A book as a folder of files.
#[derive(Debug, Clone)]
pub struct Folder {
    /// What the files hold, by their paths in the folder, with `/` between names.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Number of pages.
    pub pages: usize,
    /// Number of programmes that have a page.
    pub programs: usize,
}

/// Writes a book as a folder of pages. Returns `None` if a figure could not be drawn; why is
/// among the findings.
pub fn write(
    document: &Document,
    typesetter: &mut Typesetter<Book>,
    tree: &SourceTree,
    findings: &mut Findings,
) -> Option<Folder> {
    let mut writer = Writer::new(document);
    for part in document
        .parts
        .iter()
        .filter(|part| part.path.starts_with(PARTS))
    {
        writer.part(part);
    }
    let drawn = draw::all(document, &writer.drawn, typesetter, tree, findings)?;
    let book = Settled::new(document, &writer, &drawn);
    let mut files = BTreeMap::new();
    let pages = book.pages();
    let count = pages.len();
    for (file, page) in pages {
        files.insert(file, page.into_bytes());
    }
    for (name, figure) in &drawn {
        files.insert(format!("{name}.svg"), figure.svg.clone().into_bytes());
    }
    for path in &writer.pictures {
        if let Some(bytes) = document.assets.get(path) {
            let is_svg = path.to_ascii_lowercase().ends_with(".svg");
            let bytes = if is_svg {
                inert::inert(bytes).into_owned()
            } else {
                bytes.to_vec()
            };
            files.insert(address::of_picture(path).to_owned(), bytes);
        }
    }
    let colors = writer.colors.iter().map(String::as_str);
    let style = format!("{STYLE}\n{}", tone::rules(colors));
    files.insert(address::STYLE.into(), style.into_bytes());
    files.insert(address::SEARCH.into(), SEARCH.into());
    files.insert(
        address::SEARCH_INDEX.into(),
        book.search_index().into_bytes(),
    );
    let is_program = |entry: &&writer::Entry| entry.label.starts_with("program:");
    Some(Folder {
        files,
        pages: count,
        programs: writer.entries.iter().filter(is_program).count(),
    })
}

impl Writer<'_> {
    /// A part of the book that no other part includes.
    fn part(&mut self, part: &Part) {
        let standing = match part.opening.as_ref().map(|opening| opening.place) {
            Some("front") => Standing::Front,
            Some("annex") => Standing::Annex,
            _ => Standing::Body,
        };
        let above = self.begin(address::of_part(&part.path), Kind::Part(standing));
        if let Some(opening) = &part.opening {
            let header = self.opening(opening);
            self.page.body.push(header);
        }
        let body = self.flow(&part.body);
        if part.opening.is_none() && body.is_empty() {
            self.discard(above);
            return;
        }
        if part.opening.is_none() {
            self.page.title.clone_from(&self.settings.title);
            let title = element::element("h1").text(&self.settings.title);
            self.page.body.push(title);
        }
        self.page.body.push(body);
        let _ = self.end(above);
    }
}

/// A text without places where words may be divided: browsers break lines by themselves, and
/// who searches or listens meets whole words.
fn without_soft_hyphens(text: &str) -> Cow<'_, str> {
    if text.contains(SOFT_HYPHEN) {
        Cow::Owned(text.replace(SOFT_HYPHEN, ""))
    } else {
        Cow::Borrowed(text)
    }
}
