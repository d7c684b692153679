//! Source map: from a place on a page to a place in the sources, and back.

use typst::foundations::{Content, Value};
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{FrameItem, Point};
use typst::model::HeadingElem;
use typst_layout::Page;

use super::Spot;
use crate::compose::Origin;
use crate::typeset::walk;

/// Farthest that the text of a trace begins below it, in points: the room above a
/// heading at most.
const REACH: f64 = 60.0;

/// How much of a line of text stands above its baseline, as a share of its size.
const ASCENT: f64 = 0.8;

/// How far beside a line a click may go, in points.
const SLACK: f64 = 2.0;

/// What stands on a page was written there.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Trace {
    page: usize,
    x: f64,
    /// Where its first line of text begins.
    y: f64,
    origin: Origin,
    /// How many traces of the same file stand side by side with this one.
    cluster_size: usize,
}

/// The source map of a document.
#[derive(Debug, Clone, Default)]
pub(crate) struct SourceMap {
    /// By page, from top to bottom.
    all: Vec<Trace>,
}

impl SourceMap {
    /// The traces of these pages.
    pub fn of(pages: &[Page]) -> Self {
        let mut all: Vec<Trace> = Vec::new();
        // Headings below which no trace has come yet.
        let mut headings = Vec::new();
        for (page, frame) in pages.iter().map(|page| &page.frame).enumerate() {
            // Traces whose text has not come yet.
            let mut open = all.len();
            walk(frame, &mut |place, item| match item {
                FrameItem::Tag(Tag::Start(content, _)) => {
                    let at = Point::zero().transform(place);
                    let trace = |origin| Trace {
                        page,
                        x: at.x.to_pt(),
                        y: at.y.to_pt(),
                        origin,
                        cluster_size: 1,
                    };
                    if content.is::<HeadingElem>() {
                        headings.push(all.len());
                        all.push(trace(Origin::Generated));
                    } else if let Some(origin) = origin(content) {
                        // A heading is of what comes below it.
                        for heading in headings.drain(..) {
                            if let Some(heading) = all.get_mut(heading) {
                                heading.origin = origin;
                            }
                        }
                        all.push(trace(origin));
                    }
                }
                FrameItem::Text(text) if open < all.len() => {
                    let at = Point::zero().transform(place);
                    let top = at.y.to_pt() - ASCENT * text.size.to_pt();
                    for trace in all.iter_mut().skip(open) {
                        if (top - trace.y).abs() <= REACH {
                            trace.y = top;
                        }
                    }
                    open = all.len();
                }
                FrameItem::Group(_)
                | FrameItem::Text(_)
                | FrameItem::Shape(..)
                | FrameItem::Image(..)
                | FrameItem::Link(..)
                | FrameItem::Tag(_) => {}
            });
        }
        count_clusters(&mut all);
        all.sort_by(|one: &Trace, two| {
            let places = |trace: &Trace| (trace.page, trace.y, trace.x);
            places(one)
                .partial_cmp(&places(two))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        Self { all }
    }

    /// What stands at a place of a page: the file by its number, the offset in it, and
    /// where on the pages what was written there begins. `None` for what is made from
    /// the whole plan.
    pub fn at(&self, page: usize, x: f64, y: f64) -> Option<(u32, usize, Spot)> {
        let before = self.all.partition_point(|trace| {
            trace.page < page || (trace.page == page && trace.y <= y + SLACK)
        });
        let above = self.all.get(..before)?;
        let last = above.last()?;
        // Of what begins on the same line, the one to the left.
        let line = above
            .iter()
            .rev()
            .take_while(|trace| trace.page == last.page && (trace.y - last.y).abs() < SLACK);
        let trace = line
            .clone()
            .find(|trace| trace.x <= x)
            .or_else(|| line.last())?;
        match trace.origin {
            Origin::Written(file, offset) => Some((file, offset, trace.spot())),
            Origin::Generated => None,
        }
    }

    /// Where what was written at a place of a file stands, or else what was written
    /// last before it there. Of several places, the one in the company of most other
    /// traces of the file: a card rather than a row of a list.
    pub fn find(&self, file: u32, offset: usize) -> Option<Spot> {
        let of_file = || {
            self.all.iter().filter_map(|trace| match trace.origin {
                Origin::Written(number, offset) => (number == file).then_some((offset, trace)),
                Origin::Generated => None,
            })
        };
        let offsets = || of_file().map(|(known, _)| known);
        let before = offsets().filter(|known| *known <= offset).max();
        let nearest = before.or_else(|| offsets().min())?;
        let here = of_file().filter(|(known, _)| *known == nearest);
        // The first of equals.
        let (_, found) = here.rev().max_by_key(|(_, trace)| trace.cluster_size)?;
        Some(found.spot())
    }
}

impl Trace {
    fn spot(&self) -> Spot {
        Spot {
            page: self.page,
            y: self.y,
        }
    }
}

/// Counts for each trace how many traces of its file follow each other around it.
fn count_clusters(traces: &mut [Trace]) {
    let file = |trace: &Trace| match trace.origin {
        Origin::Written(file, _) => Some(file),
        Origin::Generated => None,
    };
    for run in traces.chunk_by_mut(|one, two| file(one) == file(two)) {
        let cluster_size = run.len();
        for trace in run {
            trace.cluster_size = cluster_size;
        }
    }
}

/// What a trace says.
fn origin(content: &Content) -> Option<Origin> {
    let data = content.to_packed::<MetadataElem>()?;
    let Value::Str(value) = &data.value else {
        return None;
    };
    Origin::read(value.as_str())
}
