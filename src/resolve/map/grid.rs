//! From longitude and latitude to a grid.
//!
//! The projection is equirectangular: a degree of longitude is as long everywhere as in the
//! middle of the map. Over a region, that differs from the ground less than a line is wide.

use super::Fault;
use super::geojson::Degrees;
use super::outline::MARK;
use super::shape::{Point, Polygon};

/// How long the larger side of the grid is.
pub(crate) const SIDE: i64 = 1000;

/// Longitude and latitude in parts of a degree.
pub(super) type Fine = [i64; 2];

/// Parts of a degree: one is a hundredth of a metre.
const FINE: f64 = 1e7;

/// The cosine is a whole number of so many parts.
const UNIT: i64 = 1_000_000_000;

/// Length of a degree of a circle around the Earth, in metres: of one whose radius is the mean
/// radius of 6,371,009 metres.
const DEGREE: i64 = 111_195;

/// Where coordinates lie on the grid.
#[derive(Debug)]
pub(super) struct Grid {
    west: i64,
    north: i64,
    /// How much shorter a degree of longitude is.
    cosine: i64,
    /// The larger side, in parts of a degree of latitude.
    larger: i64,
    /// Its own width.
    pub width: i64,
    /// Its own height.
    pub height: i64,
}

impl Grid {
    /// The grid in which these polygons have room; `None` if there are none.
    pub fn around<'p>(
        polygons: impl Iterator<Item = &'p Polygon<Fine>>,
    ) -> Result<Option<Self>, Fault> {
        let mut ends: Option<[i64; 4]> = None;
        for [x, y] in polygons.flatten().flatten().copied() {
            let [west, east, south, north] = ends.unwrap_or([x, x, y, y]);
            ends = Some([west.min(x), east.max(x), south.min(y), north.max(y)]);
        }
        let Some([west, east, south, north]) = ends else {
            return Ok(None);
        };
        if east - west > fine(180.0) {
            return Err(Fault::Antimeridian);
        }
        let middle = (south + north) as f64 / (2.0 * FINE);
        let mut grid = Self {
            west,
            north,
            cosine: ((cosine(middle) * UNIT as f64).round() as i64).max(1),
            larger: 1,
            width: 0,
            height: 0,
        };
        let across = scaled(east - west, grid.cosine, UNIT);
        grid.larger = across.max(north - south).max(1);
        // A mark has room, too.
        [grid.width, grid.height] = grid.point([east, south]).map(|side| side.max(2 * MARK));
        Ok(Some(grid))
    }

    /// Where a place is on the grid.
    pub fn point(&self, [x, y]: Fine) -> Point {
        let across = scaled(x - self.west, self.cosine, UNIT);
        [across, self.north - y].map(|length| scaled(length, SIDE, self.larger))
    }

    /// How many metres the larger side is long.
    pub fn metres(&self) -> u64 {
        u64::try_from(scaled(self.larger, DEGREE, FINE as i64)).unwrap_or(0)
    }
}

/// Polygons in parts of a degree, in which no point is the same as the next one.
pub(super) fn in_parts(polygons: Vec<Polygon<Degrees>>) -> Vec<Polygon<Fine>> {
    let line = |ring: Vec<Degrees>| {
        let mut points: Vec<Fine> = ring.into_iter().map(|it| it.map(fine)).collect();
        points.dedup();
        while points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        points
    };
    let polygons = polygons.into_iter();
    polygons
        .map(|polygon| polygon.into_iter().map(line).collect())
        .collect()
}

/// Degrees in parts of one.
fn fine(degrees: f64) -> i64 {
    (degrees * FINE).round() as i64
}

/// A length that is not below zero, times a share, rounded.
fn scaled(length: i64, share: i64, of: i64) -> i64 {
    let [length, share, of] = [length, share, of].map(i128::from);
    i64::try_from((2 * length * share + of) / (2 * of)).unwrap_or(i64::MAX)
}

/// The cosine of an angle of at most a quarter of a circle, by its series: that of the platform
/// may differ from machine to machine.
fn cosine(degrees: f64) -> f64 {
    let angle = degrees * (std::f64::consts::PI / 180.0);
    let mut term = 1.0;
    let mut sum = 1.0;
    for step in 1..=12 {
        let place = f64::from(2 * step);
        term *= -angle * angle / (place * (place - 1.0));
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::cosine;

    #[test]
    fn the_series_is_the_cosine() {
        for degrees in -90..=90 {
            let degrees = f64::from(degrees);
            let difference = cosine(degrees) - degrees.to_radians().cos();
            assert!(difference.abs() < 1e-14, "{degrees}: {difference}");
        }
    }
}
