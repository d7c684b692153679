//! Polygons on the grid of a map.

/// A point: to the right, and down.
pub(super) type Point = [i64; 2];

/// A line that ends where it begins; the end is not repeated.
pub(super) type Ring<P> = Vec<P>;

/// A line around an area, and those around its holes.
pub(super) type Polygon<P> = Vec<Ring<P>>;

/// A ring as its edges.
pub(super) fn edges<P: Copy>(ring: &[P]) -> impl Iterator<Item = (P, P)> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().copied().zip(next.copied())
}

/// Twice the area inside a ring; whether it is above or below zero depends on its direction.
pub(super) fn twice_area(ring: &[Point]) -> i64 {
    edges(ring)
        .map(|([ax, ay], [bx, by])| ax * by - bx * ay)
        .sum()
}

/// Twice the area of a polygon without its holes.
pub(super) fn twice_area_of(polygon: &[Ring<Point>]) -> i64 {
    let mut rings = polygon.iter().map(|ring| twice_area(ring).abs());
    let around = rings.next().unwrap_or(0);
    around - rings.sum::<i64>()
}

/// Where a horizontal line is inside of a polygon, from left to right. The line lies between two
/// rows of the grid, half a part below `row`, so that it meets no corner.
pub(super) fn chords(polygon: &[Ring<Point>], row: i64) -> Vec<[i64; 2]> {
    let line = 2 * row + 1;
    let crossed = polygon.iter().flat_map(|ring| edges(ring));
    let mut at: Vec<i64> = crossed
        .filter(|([_, ay], [_, by])| (2 * ay < line) != (2 * by < line))
        .map(|([ax, ay], [bx, by])| {
            // An edge that crosses the line is not level.
            let across = (bx - ax) * (line - 2 * ay);
            ax + across.checked_div_euclid(2 * (by - ay)).unwrap_or(0)
        })
        .collect();
    at.sort_unstable();
    let pairs = at.chunks_exact(2);
    pairs
        .filter_map(|pair| <[i64; 2]>::try_from(pair).ok())
        .collect()
}
