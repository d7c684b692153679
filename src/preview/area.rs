//! Places on a page that have a width and a height.

use typst::layout::{Abs, Point, Transform};
use typst::text::TextItem;

/// Shares of the size of a type that a box reaches above and below the baseline.
pub(crate) const ABOVE: f64 = 0.8;
pub(crate) const BELOW: f64 = 0.25;

/// A rectangle in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Area {
    /// What reaches from one corner to the other at a place of a page.
    pub(crate) fn between(place: Transform, from: Point, to: Point) -> Self {
        let (from, to) = (from.transform(place), to.transform(place));
        Self {
            x: from.x.min(to.x).to_pt(),
            y: from.y.min(to.y).to_pt(),
            width: (to.x - from.x).abs().to_pt(),
            height: (to.y - from.y).abs().to_pt(),
        }
    }

    /// What a text takes up at a place of a page.
    pub(crate) fn of_text(place: Transform, text: &TextItem) -> Self {
        let from = Point::new(Abs::zero(), -ABOVE * text.size);
        let to = Point::new(text.width(), BELOW * text.size);
        Self::between(place, from, to)
    }

    /// Whether a point is inside.
    pub(crate) fn contains(&self, x: f64, y: f64) -> bool {
        let (right, bottom) = (self.x + self.width, self.y + self.height);
        (self.x..=right).contains(&x) && (self.y..=bottom).contains(&y)
    }
}
