//! As many points as a drawing needs.
//!
//! Lines are thinned by the algorithm of Douglas and Peucker. A border that two districts share
//! is cut where a third one begins, and each piece is thinned from the same end whichever
//! district it is a part of: no gap opens between neighbours.

use std::collections::BTreeSet;

use super::grid::{Fine, Grid, SIDE};
use super::shape::{Point, Polygon, Ring, edges, twice_area, twice_area_of};

/// Most points of all lines.
const MOST_POINTS: usize = 3_000;

/// Twice the area up to which nobody sees a shape.
const SPECK: i64 = 4;

/// Half the width of the mark of a district that is too small to be seen.
pub(super) const MARK: i64 = 6;

/// Most points of a piece of a border that are looked at one by one; of more, every second one or
/// fewer.
const MOST_LOOKED_AT: usize = 1 << 14;

/// The polygons of each area, which are given in parts of a degree, on the grid and with as few
/// points as can be drawn; each area keeps one at least.
pub(super) fn thinned(grid: &Grid, areas: &[Vec<Polygon<Fine>>]) -> Vec<Vec<Polygon<Point>>> {
    let corners = corners(areas.iter().flatten().flatten());
    let mut thinner: Vec<Vec<Polygon<Ring<Point>>>> = areas
        .iter()
        .map(|polygons| {
            let rings = |polygon: &Polygon<Fine>| {
                let rings = polygon.iter();
                rings.map(|ring| pieces(grid, ring, &corners)).collect()
            };
            polygons.iter().map(rings).collect()
        })
        .collect();
    let mut tolerance = 1;
    loop {
        for piece in thinner.iter_mut().flatten().flatten().flatten() {
            *piece = thin_piece(piece, tolerance);
        }
        let seen: Vec<Vec<Polygon<Point>>> = thinner
            .iter()
            .map(|polygons| {
                let polygons = polygons.iter().map(|polygon| visible(polygon));
                polygons.filter(|polygon| !polygon.is_empty()).collect()
            })
            .collect();
        let points: usize = seen.iter().flatten().flatten().map(Vec::len).sum();
        if points <= MOST_POINTS || tolerance > 2 * SIDE * SIDE {
            let areas = areas.iter().zip(seen);
            return areas
                .map(|(before, after)| {
                    if after.is_empty() {
                        vec![vec![mark(grid, before)]]
                    } else {
                        after
                    }
                })
                .collect();
        }
        tolerance *= 2;
    }
}

/// The lines of a polygon that can be seen, each put together of its pieces; none if the outer
/// one cannot be seen.
fn visible(polygon: &[Ring<Ring<Point>>]) -> Polygon<Point> {
    let rings = polygon.iter().map(|pieces| {
        // Each piece ends where the next one begins.
        let points = pieces
            .iter()
            .flat_map(|piece| piece.iter().rev().skip(1).rev());
        let mut ring: Ring<Point> = points.copied().collect();
        ring.dedup();
        ring
    });
    let is_seen = |ring: &Ring<Point>| ring.len() >= 3 && twice_area(ring).abs() > SPECK;
    let rings: Polygon<Point> = rings
        .enumerate()
        .take_while(|(at, ring)| *at > 0 || is_seen(ring))
        .filter(|(_, ring)| is_seen(ring))
        .map(|(_, ring)| ring)
        .collect();
    // Of what is all hole there is nothing to see.
    if twice_area_of(&rings) > SPECK {
        rings
    } else {
        Vec::new()
    }
}

/// Points at which more than two borders meet.
fn corners<'r>(rings: impl Iterator<Item = &'r Ring<Fine>>) -> BTreeSet<Fine> {
    let borders = rings
        .flat_map(|ring| edges(ring))
        .filter(|(from, to)| from != to);
    let mut ends: Vec<(Fine, Fine)> = borders
        .flat_map(|(from, to)| [(from, to), (to, from)])
        .collect();
    ends.sort_unstable();
    ends.dedup();
    let meeting = ends
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|ends| ends.len() > 2);
    meeting.filter_map(|ends| Some(ends.first()?.0)).collect()
}

/// A ring on the grid, cut at corners; each piece ends where the next one begins.
fn pieces(grid: &Grid, ring: &[Fine], corners: &BTreeSet<Fine>) -> Ring<Ring<Point>> {
    let first = ring.iter().position(|point| corners.contains(point));
    // One that meets no other begins at its smallest point, wherever the file begins it.
    let first = first.or_else(|| (0..ring.len()).min_by_key(|at| ring.get(*at)));
    let (before, from) = ring.split_at(first.unwrap_or(0));
    let mut pieces = Vec::new();
    let mut piece: Vec<Fine> = Vec::new();
    for point in from.iter().chain(before).chain(from.first()) {
        piece.push(*point);
        if piece.len() > 1 && corners.contains(point) {
            pieces.push(on_grid(grid, &piece));
            piece = vec![*point];
        }
    }
    if piece.len() > 1 {
        pieces.push(on_grid(grid, &piece));
    }
    pieces
}

/// A line on the grid.
fn on_grid(grid: &Grid, line: &[Fine]) -> Ring<Point> {
    let mut points: Ring<Point> = line.iter().map(|point| grid.point(*point)).collect();
    points.dedup();
    points
}

/// A piece of a border with fewer points, the same from whichever end it is looked at.
fn thin_piece(piece: &[Point], tolerance: i64) -> Ring<Point> {
    let turned = || piece.iter().rev();
    if piece.iter().le(turned()) {
        return thin_line(piece, tolerance);
    }
    let piece: Ring<Point> = turned().copied().collect();
    let mut thin = thin_line(&piece, tolerance);
    thin.reverse();
    thin
}

/// A line without the points that are nearer to what is left of it than the root of `tolerance`.
fn thin_line(line: &[Point], tolerance: i64) -> Ring<Point> {
    let step = line.len().div_ceil(MOST_LOOKED_AT).max(1);
    let looked_at = line.iter().step_by(step);
    let looked_at = looked_at.chain(line.last().filter(|_| step > 1));
    let line: Ring<Point> = looked_at.copied().collect();
    let end = line.len().saturating_sub(1);
    let mut kept = BTreeSet::from([0, end]);
    let mut open = vec![(0, end)];
    while let Some((from, to)) = open.pop() {
        let (Some(first), Some(last)) = (line.get(from), line.get(to)) else {
            continue;
        };
        let between = line.iter().enumerate().take(to).skip(from + 1);
        let distances = between.map(|(at, point)| {
            let (far, unit) = distance(*point, *first, *last);
            (far, unit, at)
        });
        // Of several that are as far, the one in the middle, so that both halves are short.
        let aside = |at: usize| (2 * at).abs_diff(from + to);
        let farthest = distances.reduce(|a, b| {
            if (b.0, aside(a.2)) > (a.0, aside(b.2)) {
                b
            } else {
                a
            }
        });
        let Some((far, unit, at)) = farthest else {
            continue;
        };
        if far > tolerance.saturating_mul(unit) {
            kept.insert(at);
            open.push((from, at));
            open.push((at, to));
        }
    }
    let kept = kept.into_iter();
    kept.filter_map(|at| line.get(at).copied()).collect()
}

/// The square of the distance of a point from a line between two others, times a number that is
/// the same for all points; and that number.
fn distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point) -> (i64, i64) {
    let [dx, dy] = [bx - ax, by - ay];
    let length = dx * dx + dy * dy;
    let unit = length.max(1);
    let along = (x - ax) * dx + (y - ay) * dy;
    let from = |[px, py]: Point| (x - px) * (x - px) + (y - py) * (y - py);
    let far = if along <= 0 {
        from([ax, ay]) * unit
    } else if along >= length {
        from([bx, by]) * unit
    } else {
        let across = (x - ax) * dy - (y - ay) * dx;
        across * across
    };
    (far, unit)
}

/// A mark where a district lies that is too small to be seen.
fn mark(grid: &Grid, polygons: &[Polygon<Fine>]) -> Ring<Point> {
    let points = polygons.iter().flatten().flatten();
    let mut points = points.map(|point| grid.point(*point));
    let first = points.next().unwrap_or([0, 0]);
    let (mut least, mut most) = (first, first);
    for [x, y] in points {
        least = [least[0].min(x), least[1].min(y)];
        most = [most[0].max(x), most[1].max(y)];
    }
    let [x, y] = [(least[0] + most[0]) / 2, (least[1] + most[1]) / 2];
    let inside = |at: i64, size: i64| at.min(size - MARK).max(MARK);
    let [x, y] = [inside(x, grid.width), inside(y, grid.height)];
    vec![[x - MARK, y], [x, y - MARK], [x + MARK, y], [x, y + MARK]]
}
