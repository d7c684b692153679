//! How many programmes reach every district, on a map.

use super::{Composer, Drawing, Drawn, message};
use crate::compose::tree;
use crate::compose::view::{DistrictMap, MapArea, MapScale, MapStep};
use crate::resolve::SIDE;

pub(super) const DRAWING: Drawing = Drawing::Figure(map);

fn map(cx: &Composer<'_>) -> Option<Drawn> {
    let map = cx.plan.map.as_ref()?;
    let counted = map.areas.iter().map(|area| {
        let here = cx.programs_where(|program| program.districts.contains(&area.district));
        (area, here.len())
    });
    let counted: Vec<_> = counted.collect();
    let most = counted.iter().map(|(_, count)| *count).max()?;
    let name = |district| cx.plan.districts[district].name.value.clone();
    let areas = counted.iter().map(|(area, count)| MapArea {
        name: name(area.district),
        number: count.to_string(),
        level: level(*count, most),
        parts: area.parts.clone(),
        label: area.label,
        room: area.room,
    });
    let areas: Vec<MapArea> = areas.collect();
    let anywhere = cx.programs_where(|program| program.districts.is_empty());
    let whole = (!anywhere.is_empty()).then(|| {
        let count = anywhere.len().to_string();
        cx.words.say(&message!("book-map-whole", count = count))
    });
    let mut told: Vec<String> = counted
        .iter()
        .map(|(area, count)| format!("{}: {count}", name(area.district)))
        .collect();
    told.extend(whole.clone());
    let alt = cx
        .words
        .say(&message!("book-alt-map", told = cx.some_of(&told, "; ")));
    let (width, height, scale) = (map.width, map.height, scale(cx, map.width, map.metres));
    let steps = steps(most);
    Some(Drawn::new(alt, move |figure| {
        tree::Drawing::DistrictMap(DistrictMap {
            figure,
            width,
            height,
            areas,
            steps,
            whole,
            scale,
        })
    }))
}

/// The shades for so many steps above none: as far from each other as there is room for, and
/// never so dark for a few steps as for many.
const LEVELS: [&[u32]; 6] = [
    &[],
    &[2],
    &[2, 4],
    &[1, 3, 5],
    &[1, 2, 4, 5],
    &[1, 2, 3, 4, 5],
];

/// The numbers of programmes that have a shade in common, as the first and the last one, each
/// with its shade, from one programme to the most.
fn classes(most: usize) -> Vec<([usize; 2], u32)> {
    let levels = LEVELS.get(most).or(LEVELS.last());
    let levels = levels.copied().unwrap_or_default();
    let count = levels.len();
    let last = |at: usize| (at * most).checked_div(count).unwrap_or(0);
    let levels = levels.iter().zip(1..);
    levels
        .map(|(level, at)| ([last(at - 1) + 1, last(at)], *level))
        .collect()
}

/// The shade of a number of programmes.
fn level(count: usize, most: usize) -> u32 {
    let classes = classes(most);
    let found = classes
        .iter()
        .find(|([_, last], _)| count > 0 && count <= *last);
    found.map_or(0, |(_, level)| *level)
}

/// What the shades mean.
fn steps(most: usize) -> Vec<MapStep> {
    let none = MapStep {
        text: "0".to_owned(),
        level: 0,
    };
    let classes = classes(most)
        .into_iter()
        .map(|([first, last], level)| MapStep {
            text: if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            },
            level,
        });
    std::iter::once(none).chain(classes).collect()
}

/// The longest bar of a round distance that takes no more than a quarter of the map.
fn scale(cx: &Composer<'_>, width: u32, metres: u64) -> MapScale {
    let side = SIDE.unsigned_abs();
    let longest = metres.saturating_mul(u64::from(width)) / (4 * side);
    let tens = std::iter::successors(Some(1_u64), |ten| ten.checked_mul(10));
    let round = tens.flat_map(|ten| [1, 2, 5].map(|digit| ten.saturating_mul(digit)));
    let distance = round.take_while(|it| *it <= longest).last().unwrap_or(1);
    let text = if distance < 1_000 {
        let number = distance.to_string();
        cx.words.say(&message!("book-map-metres", number = number))
    } else {
        let number = cx.format.number(distance / 1_000);
        cx.words
            .say(&message!("book-map-kilometres", number = number))
    };
    let length = distance.saturating_mul(side).checked_div(metres);
    MapScale {
        text,
        length: u32::try_from(length.unwrap_or(0)).unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::{classes, level};

    #[test]
    fn every_number_has_one_shade_and_more_are_never_lighter() {
        for most in 0..40 {
            let classes = classes(most);
            let mut next = 1;
            for ([first, last], _) in &classes {
                assert_eq!(*first, next, "{most}: {classes:?}");
                assert!(last >= first, "{most}: {classes:?}");
                next = last + 1;
            }
            assert_eq!(next, most + 1, "{most}: {classes:?}");
            assert_eq!(level(0, most), 0);
            let levels: Vec<u32> = (0..=most).map(|count| level(count, most)).collect();
            assert!(levels.is_sorted(), "{most}: {levels:?}");
            assert!((1..=most).all(|count| level(count, most) > 0));
        }
    }
}
