//! Bars in the margin beside what changed.
//!
//! The templates put a label around each piece of text that is marked. Only once the lines
//! are set is it known where such pieces stand; the bars are drawn then.

use ecow::EcoVec;
use typst::introspection::{Location, Tag};
use typst::layout::{Abs, FrameItem, Point, Size, Transform};
use typst::model::{Document, FootnoteEntry};
use typst::pdf::ArtifactElem;
use typst::syntax::Span;
use typst::visualize::{Color, Geometry, Paint};
use typst_layout::{Page, PagedDocument};

use super::walk::walk;

/// Labels of what is marked as a whole.
const AROUND: [&str; 2] = ["change:added", "change:removed"];

/// Labels of what stands before and behind something that is marked.
const BEFORE: &str = "change:open";
const BEHIND: &str = "change:close";

/// Labels of what stands before and behind a column that has others beside it.
const COLUMN: &str = "change:column";
const COLUMN_END: &str = "change:column-end";

/// How far beside a column a bar stands, in points.
const BESIDE_COLUMN: f64 = 6.0;

/// Columns that begin no farther than this from the left edge of the text are at its edge.
const AT_EDGE: f64 = 12.0;

/// How far beside the text a bar stands, and how wide it is, in points.
const DISTANCE: f64 = 15.0;
const WIDTH: f64 = 1.6;

/// Bars that are not farther from each other are one, in points: those of two lines.
const JOINED: f64 = 9.0;

/// How much of a line of text stands above its baseline and below it, as shares of its
/// size.
const ASCENT: f64 = 0.75;
const DESCENT: f64 = 0.25;

/// The document with bars.
pub(crate) fn draw(document: PagedDocument) -> PagedDocument {
    let mut marks = Marks::default();
    let pages: EcoVec<Page> = document
        .pages()
        .iter()
        .map(|page| {
            let mut page = page.clone();
            for (x, from, to) in marks.bars(&page) {
                let height = Abs::pt(to - from);
                let rectangle = Geometry::Rect(Size::new(Abs::pt(WIDTH), height));
                let paint = Paint::from(Color::from_u8(0x1d, 0x23, 0x2b, 0xff));
                let bar = FrameItem::Shape(rectangle.filled(paint), Span::detached());
                let place = Point::new(Abs::pt(x), Abs::pt(from));
                page.frame.push(place, bar);
            }
            page
        })
        .collect();
    PagedDocument::new(pages, document.info().clone())
}

/// The marks that are open while the pages are read.
#[derive(Default)]
struct Marks {
    /// Those around what comes next.
    open: Vec<Location>,
    /// How many are open that have no end of their own.
    between: usize,
    /// Where the columns begin that are open, in points from the left side of the page.
    columns: Vec<f64>,
    /// Elements that stand between two pieces of the text on the page, such as a
    /// footnote, each with the marks that are open around them.
    asides: Vec<(Location, (Vec<Location>, usize))>,
}

impl Marks {
    /// The bars of a page: how far from its left side, and from where to where.
    fn bars(&mut self, page: &Page) -> Vec<(f64, f64, f64)> {
        let mut left = f64::INFINITY;
        let mut spans: Vec<(Option<f64>, f64, f64)> = Vec::new();
        walk(&page.frame, &mut |place, item| {
            let corners = match item {
                FrameItem::Tag(tag) => {
                    let at = Point::zero().transform(place).x.to_pt();
                    self.tag(tag, at);
                    return;
                }
                FrameItem::Text(text) => {
                    let size = text.size.to_pt();
                    (-ASCENT * size, DESCENT * size)
                }
                FrameItem::Shape(shape, _) => {
                    let bounds = shape.bbox(false);
                    (bounds.min.y.to_pt(), bounds.max.y.to_pt())
                }
                FrameItem::Image(_, size, _) => (0.0, size.y.to_pt()),
                FrameItem::Group(_) | FrameItem::Link(..) => return,
            };
            let Some((x, y)) = upright(place) else { return };
            if matches!(item, FrameItem::Text(_)) {
                left = left.min(x);
            }
            if self.between > 0 || !self.open.is_empty() {
                let column = self.columns.last().copied();
                spans.push((column, y + corners.0, y + corners.1));
            }
        });
        let place = |column: Option<f64>| match column {
            Some(column) if column > left + AT_EDGE => column - BESIDE_COLUMN,
            _ => (left - DISTANCE).max(WIDTH),
        };
        let mut spans: Vec<(f64, f64, f64)> = spans
            .into_iter()
            .map(|(column, from, to)| (place(column), from, to))
            .collect();
        spans.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut joined: Vec<(f64, f64, f64)> = Vec::new();
        for (x, from, to) in spans {
            match joined.last_mut() {
                Some(last) if last.0.total_cmp(&x).is_eq() && from <= last.2 + JOINED => {
                    last.2 = last.2.max(to);
                }
                _ => joined.push((x, from, to)),
            }
        }
        joined
    }

    /// Takes a tag that stands so far from the left side of the page, in points.
    fn tag(&mut self, tag: &Tag, at: f64) {
        match tag {
            Tag::Start(content, _) => {
                let Some(location) = content.location() else {
                    return;
                };
                if content.is::<ArtifactElem>() || content.is::<FootnoteEntry>() {
                    let around = (std::mem::take(&mut self.open), self.between);
                    self.between = 0;
                    self.asides.push((location, around));
                    return;
                }
                let Some(label) = content.label() else { return };
                let label = label.resolve();
                match label.as_str() {
                    BEFORE => self.between += 1,
                    BEHIND => self.between = self.between.saturating_sub(1),
                    COLUMN => self.columns.push(at),
                    COLUMN_END => drop(self.columns.pop()),
                    label if AROUND.contains(&label) => self.open.push(location),
                    _ => {}
                }
            }
            Tag::End(location, ..) => {
                if let Some(at) = self.asides.iter().rposition(|(it, _)| it == location) {
                    let around = self.asides.split_off(at).into_iter().next();
                    (self.open, self.between) = around.map(|(_, it)| it).unwrap_or_default();
                } else {
                    self.open.retain(|open| open != location);
                }
            }
        }
    }
}

/// Where something stands, unless it is turned.
fn upright(place: Transform) -> Option<(f64, f64)> {
    let turned = place.kx.get() != 0.0 || place.ky.get() != 0.0;
    let at = Point::zero().transform(place);
    (!turned).then(|| (at.x.to_pt(), at.y.to_pt()))
}
