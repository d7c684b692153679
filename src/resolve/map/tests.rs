//! Shapes between the file and the drawing.

use super::geojson::{self, Degrees};
use super::grid::{self, Fine, Grid, SIDE};
use super::shape::{Point, Polygon, chords, edges, twice_area, twice_area_of};
use super::{label, outline};

/// A coast that no two machines round otherwise: a circle with waves of many lengths.
fn coast(count: u32, [x, y]: Degrees, radius: f64) -> Vec<Degrees> {
    let wave = |at: f64, times: f64| {
        // A parabola for each half wave: no function of the platform.
        let turn = (at * times).fract();
        let half = (turn * 2.0).fract() - 0.5;
        (0.25 - half * half) * 4.0 * if turn < 0.5 { 1.0 } else { -1.0 }
    };
    let points = (0..count).map(|step| {
        let at = f64::from(step) / f64::from(count);
        let far = radius * (1.0 + 0.1 * wave(at, 7.0) + 0.02 * wave(at, 113.0));
        [x + far * wave(at + 0.25, 1.0), y + far * wave(at, 1.0)]
    });
    points.collect()
}

fn drawn(areas: &[Vec<Polygon<Degrees>>]) -> (Grid, Vec<Vec<Polygon<Point>>>) {
    let areas: Vec<Vec<Polygon<Fine>>> = areas.iter().cloned().map(grid::in_parts).collect();
    let grid = Grid::around(areas.iter().flatten()).unwrap().unwrap();
    let thin = outline::thinned(&grid, &areas);
    (grid, thin)
}

fn is_inside(polygon: &Polygon<Point>, [x, y]: Point) -> bool {
    let mut chords = chords(polygon, y).into_iter();
    chords.any(|[left, right]| left <= x && x <= right)
}

#[test]
fn a_map_is_as_wide_as_the_ground() {
    // At 60 degrees, a degree of longitude is half as long.
    for (latitude, width, height) in [(-0.5, 1000, 1000), (59.5, 500, 1000)] {
        let [south, north] = [latitude, latitude + 1.0];
        let square = vec![vec![
            [10.0, south],
            [11.0, south],
            [11.0, north],
            [10.0, north],
        ]];
        let (grid, thin) = drawn(&[vec![square]]);
        assert_eq!((grid.width, grid.height), (width, height));
        assert_eq!(grid.metres(), 111_195);
        // North is above.
        assert_eq!(
            thin[0][0][0].iter().max(),
            Some(&[width, height]),
            "{latitude}"
        );
    }
}

/// Half a million points are a few hundred, which lie where the coast lies.
#[test]
fn large_files_make_small_drawings() {
    let coast = coast(500_000, [128.2, -3.6], 0.3);
    let (grid, thin) = drawn(&[vec![vec![coast.clone()]]]);
    let points: usize = thin.iter().flatten().flatten().map(Vec::len).sum();
    assert!((100..3_000).contains(&points), "{points}");
    let before = grid::in_parts(vec![vec![coast]]).remove(0).remove(0);
    let before = vec![before.iter().map(|point| grid.point(*point)).collect()];
    let area = |polygon: &Polygon<Point>| twice_area_of(polygon) as f64;
    let share = area(&thin[0][0]) / area(&before);
    assert!((0.99..1.01).contains(&share), "{share}");
    // Very many islands are fewer.
    let islands = (0..5_000_u32).map(|at| {
        let [x, y] = [at % 71, at / 71].map(f64::from);
        vec![self::coast(24, [120.0 + x * 0.1, -8.0 + y * 0.1], 0.04)]
    });
    let (_, thin) = drawn(&[islands.collect()]);
    let points: usize = thin.iter().flatten().flatten().map(Vec::len).sum();
    assert!((1..=3_000).contains(&points), "{points}");
}

/// Neighbours have their border in common, wherever each of them begins and whichever way it
/// runs.
#[test]
fn no_gap_opens_between_neighbours() {
    let wavy = |count: u32| {
        let border = (0..=count).map(move |at| {
            let down = f64::from(at) / f64::from(count);
            let wave = (down * 37.0).fract() - 0.5;
            [0.5 + 0.02 * wave * wave * wave, down]
        });
        border.collect::<Vec<Degrees>>()
    };
    let border = wavy(2_000);
    let mut left = border.clone();
    left.extend([[0.0, 1.0], [0.0, 0.0]]);
    let mut right = vec![[1.0, 0.0], [1.0, 1.0]];
    right.extend(border.iter().rev());
    for turn in [0, 1, 777, 1_500] {
        left.rotate_left(turn);
        let (_, thin) = drawn(&[vec![vec![left.clone()]], vec![vec![right.clone()]]]);
        let [left, right] = [&thin[0][0], &thin[1][0]];
        let whole = twice_area_of(left) + twice_area_of(right);
        assert_eq!(whole, 2 * SIDE * SIDE, "{turn}");
        let shared: Vec<Point> = left[0]
            .iter()
            .copied()
            .filter(|point| right[0].contains(point))
            .collect();
        assert!(shared.len() > 20, "{turn}: {shared:?}");
        assert!(shared.len() < 800, "{turn}: {}", shared.len());
    }
}

/// Lines that tremble, as those of a device that notes its place every second, are no longer than
/// others.
#[test]
fn trembling_lines_are_thinned_as_well() {
    let tremble = |at: usize, seed: usize| ((at * seed) % 1_009) as f64 / 1_009.0 * 0.003;
    let coast = coast(200_000, [128.2, -3.6], 0.3).into_iter().enumerate();
    let coast = coast.map(|(at, [x, y])| [x + tremble(at, 613), y + tremble(at, 359)]);
    let (_, thin) = drawn(&[vec![vec![coast.collect()]]]);
    let points: usize = thin.iter().flatten().flatten().map(Vec::len).sum();
    assert!((100..=3_000).contains(&points), "{points}");
}

/// A drawing is the same wherever the file begins a line, and in every run.
#[test]
fn drawings_are_the_same_in_every_run() {
    let mut coast = coast(3_000, [128.2, -3.6], 0.3);
    let around = |ring: &[Point]| {
        let least = ring.iter().min().unwrap();
        let at = ring.iter().position(|point| point == least).unwrap();
        let mut ring = ring.to_vec();
        ring.rotate_left(at);
        ring
    };
    let (_, first) = drawn(&[vec![vec![coast.clone()]]]);
    for _ in 0..3 {
        coast.rotate_left(701);
        let (_, other) = drawn(&[vec![vec![coast.clone()]]]);
        assert_eq!(around(&other[0][0][0]), around(&first[0][0][0]));
    }
    let sum = first[0][0][0].iter().zip(1..);
    let sum: i64 = sum.map(|([x, y], at)| at * (x + 3 * y)).sum();
    assert_eq!((first[0][0][0].len(), sum), PINNED);
}

/// The number of points of the coast above and what their coordinates add up to, on any machine.
const PINNED: (usize, i64) = (623, 287_375_329);

/// Districts of any shape have their labels inside of it.
#[test]
fn labels_stand_inside_of_their_shapes() {
    let square = |[left, top]: Degrees, side: f64| {
        let (right, bottom) = (left + side, top + side);
        vec![[left, top], [right, top], [right, bottom], [left, bottom]]
    };
    let horseshoe = vec![
        [0.0, 0.0],
        [1.0, 0.0],
        [1.0, 1.0],
        [0.9, 1.0],
        [0.9, 0.1],
        [0.1, 0.1],
        [0.1, 1.0],
        [0.0, 1.0],
    ];
    let cases: Vec<(&str, Vec<Polygon<Degrees>>, bool)> = vec![
        ("a square", vec![vec![square([0.0, 0.0], 1.0)]], true),
        ("a horseshoe", vec![vec![horseshoe]], true),
        (
            "a ring",
            vec![vec![square([0.0, 0.0], 1.0), square([0.2, 0.2], 0.6)]],
            true,
        ),
        (
            "an island and a rock",
            vec![
                vec![square([0.0, 0.0], 0.05)],
                vec![square([0.5, 0.5], 0.4)],
            ],
            true,
        ),
        (
            "a spit of land",
            vec![vec![vec![[0.0, 0.0], [1.0, 0.9], [1.0, 0.92], [0.0, 0.02]]]],
            false,
        ),
        ("a coast", vec![vec![coast(900, [128.0, -3.0], 0.2)]], true),
    ];
    for (name, polygons, has_room) in cases {
        let (_, thin) = drawn(&[polygons]);
        let place = label::place(&thin[0]);
        let inside = thin[0].iter().any(|polygon| is_inside(polygon, place.at));
        assert!(inside, "{name}: {place:?}");
        assert_eq!(place.room > 0, has_room, "{name}: {place:?}");
        let [x, y] = place.at;
        for end in [x - place.room / 2 + 1, x + place.room / 2 - 1] {
            for height in [y - 20, y, y + 20] {
                let inside = thin[0].iter().any(|part| is_inside(part, [end, height]));
                assert!(inside || !has_room, "{name}: {end} {height} {place:?}");
            }
        }
    }
}

/// What is too small for the grid is marked where it lies.
#[test]
fn a_district_is_never_lost() {
    let far = vec![[120.0, -8.0], [130.0, -8.0], [130.0, -3.0], [120.0, -3.0]];
    let tiny = vec![[130.0, -3.0], [130.0001, -3.0], [130.0001, -3.0001]];
    let (grid, thin) = drawn(&[vec![vec![far]], vec![vec![tiny]]]);
    let mark = &thin[1][0][0];
    assert!(twice_area(mark) != 0, "{mark:?}");
    let inside = |[x, y]: &Point| (0..=grid.width).contains(x) && (0..=grid.height).contains(y);
    assert!(mark.iter().all(inside), "{mark:?}");
    assert!(edges(mark).all(|(from, to)| from != to), "{mark:?}");
    let (grid, thin) = drawn(&[vec![vec![vec![[1.0, 2.0]; 4]]]]);
    assert_eq!(thin[0][0][0].len(), 4);
    assert!(grid.width > 0 && grid.height > 0);
}

/// Heights, lists of geometries, names in any case, a mark of the order of bytes.
#[test]
fn features_are_read_as_programs_write_them() {
    let text = "\u{feff}{\"type\": \"FeatureCollection\", \"name\": \"kec\", \"features\": [\
        {\"type\": \"Feature\", \"id\": 7, \"properties\": {\"Nama\": \" Hulu \"}, \"geometry\": \
         {\"coordinates\": [[[1, 2, 9], [2, 2, 9], [2.5, 3, 9], [1, 2, 9]]], \"type\": \"Polygon\"}},\
        {\"type\": \"Feature\", \"properties\": null, \"geometry\": {\"type\": \
         \"GeometryCollection\", \"geometries\": [{\"type\": \"Point\", \"coordinates\": [1, 2]},\
         {\"type\": \"MultiPolygon\", \"coordinates\": [[[[1, 2], [2, 2], [2, 3], [1, 2]]],\
         [[[4, 2], [5, 2], [5, 3], [4, 2]]]]}]}},\
        {\"type\": \"Feature\", \"properties\": {}, \"geometry\": null}]}";
    let features = geojson::read(text.as_bytes()).unwrap();
    let told: Vec<(&str, usize)> = features
        .iter()
        .map(|feature| (feature.title.as_str(), feature.polygons.len()))
        .collect();
    assert_eq!(told, [("Hulu", 1), ("#2", 2), ("#3", 0)]);
    assert_eq!(features[0].names, ["Hulu", "7"]);
    assert_eq!(
        features[0].polygons[0][0],
        [[1.0, 2.0], [2.0, 2.0], [2.5, 3.0]]
    );
    let deep = format!(
        "{{\"type\": \"FeatureCollection\", \"features\": [{{\"geometry\": {{\"coordinates\": {}",
        "[".repeat(100_000)
    );
    assert!(geojson::read(deep.as_bytes()).is_err());
}
