//! What is wrong with the pages once they are laid out: text that leaves the text block or
//! stands over other text.

use rayon::prelude::*;
use typst::foundations::Value;
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::{FrameItem, Point, Transform};
use typst::model::TableElem;
use typst::pdf::ArtifactElem;
use typst::syntax::Span;
use typst::text::{Glyph, TextItem};
use typst_layout::{Page, PagedDocument};

use super::walk::walk;
use crate::compose::BREAK;
use crate::language::{JOINER, SOFT_HYPHEN};
use crate::slice::slice;

/// What the value of the element begins with that says where the text block of a page
/// is: left, right, top and bottom in points.
const TEXT_BLOCK: &str = "ambonplan-text-block ";

/// How far text may stand beside the text block, as a share of its size and in points:
/// marks of punctuation hang at the ends of lines.
const SLACK: (f64, f64) = (0.35, 1.0);

/// How much of a letter stands above its line, as a share of its size, as far as two that
/// share it cannot be read.
const CORE: f64 = 0.42;

/// How much of two letters side by side may be shared, as a share of the smaller size.
const SHARED: f64 = 0.12;

/// How far from each other two pieces of a line are at most, in points.
const TOUCHING: f64 = 0.05;

/// What is wrong with a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wrong {
    /// It leaves the text block of its page.
    Outside,
    /// It stands over other text, or other text over it.
    Over,
}

/// A piece of text with which something is wrong.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    /// What is wrong.
    pub wrong: Wrong,
    /// The page, from 0.
    pub page: usize,
    /// Where the letter comes from at which it begins.
    pub source: (Span, u16),
    /// The line of text.
    pub line: String,
    /// The innermost table in which it stands, as its number in the book.
    pub table: Option<usize>,
}

/// The faults of a document, page by page.
pub(crate) fn faults(document: &PagedDocument) -> Vec<Fault> {
    let pages = document.pages();
    let is_sound = |(number, page)| read(number, page, &mut Tables::default()).is_empty();
    // Hardly any book has a fault, and pages can be read side by side as long as nobody has
    // to know which table goes on from one to the next.
    if pages.par_iter().enumerate().all(is_sound) {
        return Vec::new();
    }
    let mut tables = Tables::default();
    let pages = pages.iter().enumerate();
    pages
        .flat_map(|(number, page)| read(number, page, &mut tables))
        .collect()
}

/// The tables of the pages that were read: those that are open, and how many there were.
#[derive(Default)]
struct Tables {
    open: Vec<(Location, usize)>,
    count: usize,
}

impl Tables {
    fn begin(&mut self, location: Location) {
        self.open.push((location, self.count));
        self.count += 1;
    }

    fn innermost(&self) -> Option<usize> {
        self.open.last().map(|(_, number)| *number)
    }
}

/// The faults of a page, behind others with these tables.
fn read(number: usize, page: &Page, tables: &mut Tables) -> Vec<Fault> {
    let size = page.frame.size();
    let mut reader = Reader {
        page: number,
        block: (0.0, size.x.to_pt(), 0.0, size.y.to_pt()),
        paper: (0.0, size.x.to_pt(), 0.0, size.y.to_pt()),
        beside: Vec::new(),
        tables: std::mem::take(tables),
        lines: Vec::new(),
        faults: Vec::new(),
    };
    walk(&page.frame, &mut |place, item| reader.take(place, item));
    reader.overlaps();
    *tables = reader.tables;
    reader.faults
}

/// A line of text on a page: where what can be read of it stands.
struct Line<'d> {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    /// How much of it others may share at its sides.
    shared: f64,
    text: &'d TextItem,
    table: Option<usize>,
}

impl Line<'_> {
    /// How far two lines share a page's width; below zero, how far they are from each other.
    fn over(&self, other: &Self) -> f64 {
        self.right.min(other.right) - self.left.max(other.left)
    }
}

/// Whether two numbers read as one: those of two cells without room between them.
fn are_joined(one: &Line<'_>, two: &Line<'_>) -> bool {
    let (before, behind) = if one.left <= two.left {
        (one, two)
    } else {
        (two, one)
    };
    let source = |glyph: Option<&Glyph>| glyph.map(|glyph| glyph.span.0);
    let is_digit = |character: Option<char>| character.is_some_and(|c| c.is_ascii_digit());
    let over = one.over(two);
    // What begins where the other ends belongs to the same line, such as the mark of a note
    // behind a year.
    over > -one.shared
        && over.abs() > TOUCHING
        && one.bottom == two.bottom
        && is_digit(before.text.text.trim_end().chars().next_back())
        && is_digit(behind.text.text.chars().next())
        && source(before.text.glyphs.last()) != source(behind.text.glyphs.first())
}

struct Reader<'d> {
    page: usize,
    /// Left, right, top and bottom of the text block.
    block: (f64, f64, f64, f64),
    paper: (f64, f64, f64, f64),
    /// Heads, feet and backgrounds that are open.
    beside: Vec<Location>,
    tables: Tables,
    lines: Vec<Line<'d>>,
    faults: Vec<Fault>,
}

impl<'d> Reader<'d> {
    fn take(&mut self, place: Transform, item: &'d FrameItem) {
        match item {
            FrameItem::Tag(Tag::Start(content, _)) => {
                if content.is::<ArtifactElem>()
                    && let Some(location) = content.location()
                {
                    self.beside.push(location);
                } else if content.is::<TableElem>()
                    && let Some(location) = content.location()
                {
                    self.tables.begin(location);
                } else if let Some(metadata) = content.to_packed::<MetadataElem>()
                    && let Value::Str(value) = &metadata.value
                    && let Some(block) = text_block(value.as_str())
                {
                    self.block = block;
                }
            }
            FrameItem::Tag(Tag::End(location, ..)) => {
                self.beside.retain(|it| it != location);
                self.tables.open.retain(|(it, _)| it != location);
            }
            FrameItem::Text(text) => self.text(place, text),
            FrameItem::Group(_)
            | FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..) => {}
        }
    }

    fn text(&mut self, place: Transform, text: &'d TextItem) {
        let turned = place.kx.get() != 0.0 || place.ky.get() != 0.0;
        let is_blank = |glyph: &&Glyph| {
            let letters = slice(&text.text, glyph.range());
            letters.trim_matches(is_unseen).is_empty()
        };
        let blank = text.glyphs.iter().rev().take_while(is_blank).count();
        let seen = text.glyphs.len() - blank;
        let Some(glyphs) = text.glyphs.get(..seen).filter(|glyphs| !glyphs.is_empty()) else {
            return;
        };
        let size = text.size.to_pt();
        let advance = |glyph: &Glyph| glyph.x_advance.get() * size;
        let width: f64 = glyphs.iter().map(advance).sum();
        let ends = [Point::zero(), Point::with_x(typst::layout::Abs::pt(width))];
        let [(x0, y0), (x1, y1)] = ends.map(|end| {
            let at = end.transform(place);
            (at.x.to_pt(), at.y.to_pt())
        });
        let scale = place.sy.get().abs();
        let size = size * scale;
        let (left, right, top, bottom) = if self.beside.is_empty() {
            self.block
        } else {
            self.paper
        };
        let slack = SLACK.0 * size + SLACK.1;
        let low = x0.min(x1) < left - slack || y0.min(y1) - CORE * size < top - SLACK.1;
        let high = x0.max(x1) > right + slack || y0.max(y1) > bottom + SLACK.1;
        if low || high {
            let mut pen = 0.0;
            let beyond = glyphs.iter().find(|glyph| {
                pen += advance(glyph);
                let at = Point::with_x(typst::layout::Abs::pt(pen)).transform(place);
                let (x, y) = (at.x.to_pt(), at.y.to_pt());
                x > right + slack || x < left - slack || y > bottom + SLACK.1
            });
            if let Some(glyph) = beyond.or(glyphs.first()) {
                let table = self.tables.innermost();
                self.fault(Wrong::Outside, (text, table), glyph);
            }
            return;
        }
        if !turned {
            self.lines.push(Line {
                left: x0.min(x1),
                right: x0.max(x1),
                top: y0 - CORE * size,
                bottom: y0,
                shared: SHARED * size,
                text,
                table: self.tables.innermost(),
            });
        }
    }

    fn fault(&mut self, wrong: Wrong, (text, table): (&TextItem, Option<usize>), glyph: &Glyph) {
        self.faults.push(Fault {
            wrong,
            page: self.page,
            source: glyph.span,
            line: text.text.as_str().replace([SOFT_HYPHEN, BREAK, JOINER], ""),
            table,
        });
    }

    /// Finds lines that stand over each other.
    fn overlaps(&mut self) {
        let mut lines = std::mem::take(&mut self.lines);
        lines.sort_by(|one, two| one.top.total_cmp(&two.top));
        for (at, one) in lines.iter().enumerate() {
            let below = lines.iter().skip(at + 1);
            for two in below.take_while(|two| two.top < one.bottom) {
                let shared = one.shared.min(two.shared);
                let over = one.over(two);
                let depth = one.bottom.min(two.bottom) - one.top.max(two.top);
                let least = (one.bottom - one.top).min(two.bottom - two.top) / 4.0;
                if depth <= least || (over <= shared && !are_joined(one, two)) {
                    continue;
                }
                // The one that begins before the other runs into it.
                let (runs, other) = if one.left <= two.left {
                    (one, two)
                } else {
                    (two, one)
                };
                let mut pen = runs.left;
                let size = runs.text.size.to_pt();
                let reached = runs.text.glyphs.iter().find(|glyph| {
                    pen += glyph.x_advance.get() * size;
                    pen > other.left
                });
                if let Some(glyph) = reached.or(runs.text.glyphs.first()) {
                    self.fault(Wrong::Over, (runs.text, runs.table), glyph);
                }
            }
        }
    }
}

/// Whether a character is not seen at the end of a line.
fn is_unseen(character: char) -> bool {
    character.is_whitespace() || matches!(character, BREAK | SOFT_HYPHEN | JOINER)
}

fn text_block(value: &str) -> Option<(f64, f64, f64, f64)> {
    let mut sides = value.strip_prefix(TEXT_BLOCK)?.split(' ').map(str::parse);
    let mut side = || sides.next()?.ok();
    Some((side()?, side()?, side()?, side()?))
}
