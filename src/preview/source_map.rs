//! Source map: from a place on a page to a place in the sources, and back.

use std::cmp::Ordering;

use typst::foundations::Content;
use typst::introspection::{Location, Tag};
use typst::layout::{FrameItem, Point};
use typst::model::OutlineElem;
use typst::pdf::ArtifactElem;
use typst_layout::Page;

use super::Spot;
use super::area::Area;
use crate::compose::{CodeOrigin, Origin};
use crate::typeset::{Origins, walk};

/// How far two texts of one line may begin from each other, in points.
const SLACK: f64 = 2.0;

/// What comes from one place, in the order of the pages.
#[derive(Debug, Clone)]
struct Piece {
    from: CodeOrigin,
    /// Where it begins.
    spot: Spot,
    /// How many pieces of the same file stand side by side with this one.
    cluster_size: usize,
}

impl Piece {
    /// The file and the offset at which it was written.
    fn written(&self) -> Option<(u32, usize)> {
        match self.from.origin? {
            Origin::Written(file, offset) => Some((file, offset)),
            Origin::Generated => None,
        }
    }

    fn file(&self) -> Option<u32> {
        Some(self.written()?.0)
    }
}

/// A text or a picture on a page that stands in the code of a part.
#[derive(Debug, Clone, Copy)]
struct Item {
    page: usize,
    area: Area,
    /// The piece that it is a part of.
    piece: usize,
}

/// The source map of a document.
#[derive(Debug, Clone, Default)]
pub(crate) struct SourceMap {
    pieces: Vec<Piece>,
    /// By page, from top to bottom.
    items: Vec<Item>,
}

impl SourceMap {
    /// The map of these pages, given where what stands on them comes from.
    pub fn of(pages: &[Page], origins: &Origins) -> Self {
        let mut reader = Reader::default();
        for (page, frame) in pages.iter().map(|page| &page.frame).enumerate() {
            walk(frame, &mut |place, item| match item {
                FrameItem::Tag(Tag::Start(content, _)) => reader.start(content),
                FrameItem::Tag(Tag::End(location, ..)) => {
                    reader.open.retain(|(open, _)| open != location);
                }
                FrameItem::Text(text) => {
                    let first = text.glyphs.first();
                    if let Some(from) = first.and_then(|glyph| origins.get(glyph.span.0)) {
                        reader.see(page, Area::of_text(place, text), from);
                    }
                }
                FrameItem::Image(_, size, span) => {
                    if let Some(from) = origins.get(*span) {
                        let area = Area::between(place, Point::zero(), size.to_point());
                        reader.see(page, area, from);
                    }
                }
                FrameItem::Group(_) | FrameItem::Shape(..) | FrameItem::Link(..) => {}
            });
        }
        reader.map()
    }

    /// What stands at a place of a page: the file by its number, the offset in it, and
    /// where on the pages what was written there begins. `None` for what is made from
    /// the whole plan.
    pub fn at(&self, page: usize, x: f64, y: f64) -> Option<(u32, usize, Spot)> {
        let before = self.items.partition_point(|item| {
            item.page < page || (item.page == page && item.area.y <= y + SLACK)
        });
        let above = self.items.get(..before)?;
        let last = above.last()?;
        let mut here = above.iter().rev().take_while(|item| item.page == page);
        // Words of a template belong to what stands on the same line, to the left if there is
        // something, or else to what stands above.
        let line = above
            .iter()
            .rev()
            .take_while(|item| item.page == last.page && (item.area.y - last.area.y).abs() < SLACK);
        let item = here
            .find(|item| item.area.contains(x, y))
            .or_else(|| line.clone().find(|item| item.area.x <= x))
            .or_else(|| line.last())?;
        let piece = self.pieces.get(item.piece)?;
        let (file, offset) = piece.written()?;
        Some((file, offset, piece.spot))
    }

    /// Where what was written at a place of a file stands, or else what was written
    /// last before it there. Of several places, the one in the company of most other
    /// pieces of the file: a card rather than a row of a list.
    pub fn find(&self, file: u32, offset: usize) -> Option<Spot> {
        let of_file = || {
            let pieces = self.pieces.iter().filter(|piece| piece.from.begins);
            let written = pieces.filter_map(|piece| Some((piece.written()?, piece)));
            let here = written.filter(move |((number, _), _)| *number == file);
            here.map(|((_, offset), piece)| (offset, piece))
        };
        let offsets = || of_file().map(|(known, _)| known);
        let before = offsets().filter(|known| *known <= offset).max();
        let nearest = before.or_else(|| offsets().min())?;
        let here = of_file().filter(|(known, _)| *known == nearest);
        // The first of equals.
        let (_, found) = here.rev().max_by_key(|(_, piece)| piece.cluster_size)?;
        Some(found.spot)
    }
}

/// What is around a text on a page.
#[derive(Debug, Clone, Copy)]
enum Around {
    /// It only repeats or adorns.
    Adornment,
    /// It lists what stands elsewhere.
    Contents,
}

impl Around {
    fn of(content: &Content) -> Option<Self> {
        if content.is::<ArtifactElem>() {
            Some(Self::Adornment)
        } else if content.is::<OutlineElem>() {
            Some(Self::Contents)
        } else {
            None
        }
    }
}

/// Pages that are being read.
#[derive(Default)]
struct Reader {
    map: SourceMap,
    /// What has not ended.
    open: Vec<(Location, Around)>,
}

impl Reader {
    fn start(&mut self, content: &Content) {
        let location = content.location();
        self.open.extend(location.zip(Around::of(content)));
    }

    /// Adds what stands next.
    fn see(&mut self, page: usize, area: Area, from: CodeOrigin) {
        let from = match self.open.last() {
            Some((_, Around::Adornment)) => return,
            Some((_, Around::Contents)) => CodeOrigin {
                origin: Some(Origin::Generated),
                begins: true,
            },
            None => from,
        };
        let pieces = &mut self.map.pieces;
        let goes_on = pieces.last().is_some_and(|piece| {
            piece.from.origin == from.origin && piece.from.begins >= from.begins
        });
        if from.origin.is_some() {
            // A title that was written nowhere belongs to what comes below it.
            let above = pieces.iter_mut().rev();
            above
                .take_while(|piece| piece.from.origin.is_none())
                .for_each(|piece| piece.from = from);
        }
        if !goes_on {
            pieces.push(Piece {
                from,
                spot: Spot { page, y: area.y },
                cluster_size: 1,
            });
        }
        let piece = pieces.len() - 1;
        self.map.items.push(Item { page, area, piece });
    }

    fn map(mut self) -> SourceMap {
        let pieces = &mut self.map.pieces;
        for run in pieces.chunk_by_mut(|one, two| one.file() == two.file()) {
            let cluster_size = run.len();
            for piece in run {
                piece.cluster_size = cluster_size;
            }
        }
        self.map.items.sort_by(|one, two| {
            let place = |item: &Item| (item.page, item.area.y, item.area.x);
            let order = place(one).partial_cmp(&place(two));
            order.unwrap_or(Ordering::Equal)
        });
        self.map
    }
}
