//! A document as it is shown: its pages, and what can be asked about them.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;
use typst::layout::{FrameItem, Point};
use typst::model::{Destination, Numbering};
use typst_layout::{Page, PagedDocument};
use typst_svg::SvgOptions;

use super::Spot;
use super::area::Area;
use super::outline::{Heading, outline};
use super::page_hash::page_hash;
use super::search::{Hit, search};
use super::source_map::SourceMap;
use super::text::{Part, text};
use crate::compose::Book;
use crate::source::{Role, SourceTree, Span};
use crate::typeset::{Typesetter, walk};

/// A page as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct PageInfo {
    /// The same for pages that look the same.
    pub key: String,
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
    /// The number that is printed on it.
    pub label: String,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Link {
    /// To a place of the document.
    Spot(Spot),
    /// Out of it.
    Url(String),
}

/// A document that can be shown.
pub struct Layout {
    document: PagedDocument,
    /// Its pages.
    pub sheets: Vec<PageInfo>,
    /// Its headings.
    pub outline: Vec<Heading>,
    source_map: SourceMap,
    /// The files that it was made of.
    pub tree: Arc<SourceTree>,
    /// The volume that it is the whole of.
    volume: Option<String>,
}

impl Layout {
    /// A document that was made of these files by a typesetter.
    pub(crate) fn new(
        document: PagedDocument,
        tree: Arc<SourceTree>,
        typesetter: &Typesetter<Book>,
    ) -> Self {
        let pages = document.pages();
        let (sheets, (outline, source_map)) = rayon::join(
            || pages.par_iter().map(sheet).collect(),
            || {
                (
                    outline(&document),
                    SourceMap::of(pages, &typesetter.origins()),
                )
            },
        );
        Self {
            sheets,
            outline,
            source_map,
            document,
            tree,
            volume: None,
        }
    }

    /// The same as the whole of a volume, by its id.
    #[must_use]
    pub(crate) fn of_volume(self, id: &str) -> Self {
        Self {
            volume: Some(id.to_owned()),
            ..self
        }
    }

    /// Whether most pages look otherwise than those of another document.
    pub(crate) fn is_unlike(&self, other: &Self) -> bool {
        let known: BTreeSet<&str> = other
            .sheets
            .iter()
            .map(|sheet| sheet.key.as_str())
            .collect();
        let keys = self.sheets.iter().map(|sheet| sheet.key.as_str());
        keys.filter(|key| !known.contains(key)).count() > self.sheets.len() / 2
    }

    /// The page with this key, as SVG.
    pub fn svg(&self, key: &str) -> Option<String> {
        let at = self.sheets.iter().position(|sheet| sheet.key == key)?;
        let page = self.document.pages().get(at)?;
        Some(typst_svg::svg(page, &SvgOptions::default()))
    }

    /// What is read on the page with this key.
    pub fn text(&self, key: &str) -> Option<Vec<Part>> {
        let at = self.sheets.iter().position(|sheet| sheet.key == key)?;
        self.document.pages().get(at).map(text)
    }

    /// Where the words stand.
    pub fn search(&self, words: &str) -> Vec<Hit> {
        search(self.document.pages(), words)
    }

    /// Where what stands at a place of a page was written, and where it begins.
    pub fn origin(&self, page: usize, x: f64, y: f64) -> Option<(Span, Spot)> {
        let (number, offset, spot) = self.source_map.at(page, x, y)?;
        let (index, _) = self
            .tree
            .iter()
            .find(|(index, _)| index.number() == number)?;
        Some((Span::new(index, offset..offset), spot))
    }

    /// Where what was written at a place of a file stands.
    pub fn find(&self, path: &str, offset: usize) -> Option<Spot> {
        let (index, _) = self.tree.find(path)?;
        self.source_map.find(index.number(), offset)
    }

    /// Where a part such as `program:layanan-112` begins; `None` if it is not shown.
    pub fn part(&self, name: &str) -> Option<Spot> {
        let (kind, wanted) = name.split_once(':')?;
        if kind == "volume" {
            let is_here = self.volume.as_deref() == Some(wanted);
            return is_here.then_some(Spot { page: 0, y: 0.0 });
        }
        let (index, _) = self
            .tree
            .iter()
            .find(|(_, file)| match (kind, &file.role) {
                ("chapter", Role::Chapter(id))
                | ("pillar", Role::Pillar(id))
                | ("opd", Role::Opd(id))
                | ("program", Role::Program { id, .. }) => id == wanted,
                _ => false,
            })?;
        self.source_map.find(index.number(), 0)
    }

    /// The link at a place of a page.
    pub fn link(&self, page: usize, x: f64, y: f64) -> Option<Link> {
        let frame = &self.document.pages().get(page)?.frame;
        let mut found = None;
        walk(frame, &mut |place, item| {
            let FrameItem::Link(destination, size) = item else {
                return;
            };
            if Area::between(place, Point::zero(), size.to_point()).contains(x, y) {
                found = Some(destination);
            }
        });
        match found? {
            Destination::Url(url) => Some(Link::Url(url.as_str().to_owned())),
            Destination::Position(position) => Some(Link::Spot(Spot::of(*position))),
            Destination::Location(location) => {
                let position = self.document.introspector().position(*location)?;
                Some(Link::Spot(Spot::of(position)))
            }
        }
    }
}

fn sheet(page: &Page) -> PageInfo {
    let size = page.frame.size();
    let label = match &page.numbering {
        Some(Numbering::Pattern(pattern)) => pattern.apply(None, &[page.number]).ok(),
        _ => None,
    };
    PageInfo {
        key: format!("{:032x}", page_hash(page)),
        width: size.x.to_pt(),
        height: size.y.to_pt(),
        label: label.map_or_else(|| page.number.to_string(), |label| label.to_string()),
    }
}
