//! Where the label of a district stands: inside of its shape.

use super::shape::{Point, Polygon, Ring, chords, edges, twice_area_of};

/// Rows that are looked at, so many parts of the grid apart.
const STEP: i64 = 4;

/// So many rows above and below the middle of a label are free, too: it has two lines.
const REACH: usize = 7;

/// A place for a label.
#[derive(Debug)]
pub(super) struct Place {
    /// Its middle.
    pub at: Point,
    /// How wide a label may be.
    pub room: i64,
}

/// The place for the label of a district: at the centre of gravity of its largest part, if there
/// is nearly as much room as elsewhere, or else where there is most.
pub(super) fn place(parts: &[Polygon<Point>]) -> Place {
    let empty = Vec::new();
    let largest = parts.iter().reduce(|a, b| {
        if twice_area_of(b) > twice_area_of(a) {
            b
        } else {
            a
        }
    });
    let polygon = largest.unwrap_or(&empty);
    let heights = || polygon.iter().flatten().map(|[_, y]| *y);
    let (top, bottom) = (heights().min().unwrap_or(0), heights().max().unwrap_or(0));
    let rows = (top..bottom).step_by(STEP as usize);
    let rows: Vec<(i64, Vec<[i64; 2]>)> = rows.map(|row| (row, chords(polygon, row))).collect();
    let all = || {
        let rows = rows.iter().enumerate();
        rows.flat_map(|(at, (row, chords))| chords.iter().map(move |chord| (at, *row, *chord)))
    };
    let first_widest = |a: Place, b: Place| if b.room > a.room { b } else { a };
    let best = all()
        .map(|(at, row, chord)| {
            let [left, right] = free(&rows, at, chord);
            Place {
                at: [(left + right) / 2, row],
                room: right - left,
            }
        })
        .reduce(first_widest);
    let [x, y] = polygon.first().map_or([0, 0], centre);
    let at = usize::try_from((y - top) / STEP).unwrap_or(0);
    let through = chords(polygon, y);
    let through = through
        .into_iter()
        .find(|[left, right]| *left <= x && x <= *right);
    let central = through.map(|chord| {
        let [left, right] = free(&rows, at, chord);
        Place {
            at: [x, y],
            room: (2 * (x - left).min(right - x)).max(0),
        }
    });
    match (central, best) {
        (Some(central), Some(best)) if 5 * central.room >= 3 * best.room => central,
        (_, Some(best)) if best.room > 0 => best,
        (Some(central), _) => central,
        (None, _) => {
            let widest = all().map(|(_, row, [left, right])| Place {
                at: [(left + right) / 2, row],
                room: right - left,
            });
            let widest = widest.reduce(first_widest);
            // A label of two lines has no room there.
            let at = widest.map_or([x, y], |place| place.at);
            Place { at, room: 0 }
        }
    }
}

/// What of a chord is inside of the shape in the rows above and below, too.
fn free(rows: &[(i64, Vec<[i64; 2]>)], at: usize, chord: [i64; 2]) -> [i64; 2] {
    let nothing = [chord[0], chord[0]];
    let mut free = chord;
    for distance in 1..=REACH {
        for row in [at.checked_sub(distance), at.checked_add(distance)] {
            let Some((_, chords)) = row.and_then(|row| rows.get(row)) else {
                return nothing;
            };
            let common = chords
                .iter()
                .map(|[left, right]| [free[0].max(*left), free[1].min(*right)])
                .max_by_key(|[left, right]| right - left);
            match common {
                Some(common) if common[0] < common[1] => free = common,
                Some(_) | None => return nothing,
            }
        }
    }
    free
}

/// The centre of gravity of what is inside a ring.
fn centre(ring: &Ring<Point>) -> Point {
    let (mut area, mut sum) = (0, [0, 0]);
    for ([ax, ay], [bx, by]) in edges(ring) {
        let cross = ax * by - bx * ay;
        area += cross;
        sum = [sum[0] + (ax + bx) * cross, sum[1] + (ay + by) * cross];
    }
    match area {
        0 => ring.first().copied().unwrap_or([0, 0]),
        area => sum.map(|part| part / (3 * area)),
    }
}
