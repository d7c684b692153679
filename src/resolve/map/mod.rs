//! A map of the districts: their shapes from a file of GeoJSON, laid out on a grid.
//!
//! Everything behind the file is made of whole numbers, and of sums and products of IEEE 754,
//! which are the same on every machine: so are the bytes of a book.

mod geojson;
mod grid;
mod label;
mod outline;
mod shape;

pub(crate) use geojson::MOST_BYTES;
pub(crate) use grid::SIDE;

use super::arena::{Arena, Id};
use super::lookup::ResolveContext;
use super::{narrative, rules};
use crate::model::{DistrictEntry, Kind};
use crate::source::{Span, Spanned};
use geojson::Feature;
use grid::{Fine, Grid};
use shape::Polygon;

/// The shapes of districts on a grid whose larger side is [`SIDE`] long, north above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Map {
    /// The file.
    pub path: String,
    /// How wide the grid is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// How many metres the larger side is long.
    pub metres: u64,
    /// The districts that have a shape, in their order.
    pub areas: Vec<Area>,
    /// What the other shapes of the file are called.
    pub strangers: Vec<String>,
}

/// A district on a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Area {
    /// The district.
    pub district: Id<DistrictEntry>,
    /// What it is made of: each part a line around it and those around its holes.
    pub parts: Vec<Vec<Vec<[u32; 2]>>>,
    /// Where a label stands.
    pub label: [u32; 2],
    /// How wide a label of two lines may be there without leaving the shape.
    pub room: u32,
}

/// Why there is no map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The file has more than [`MOST_BYTES`]; so many.
    TooLarge(usize),
    /// It is no JSON from this line and column on.
    NotJson(usize, usize),
    /// It is JSON, and no GeoJSON at this line and column.
    NotGeoJson(usize, usize),
    /// It is something else than a collection of features; its `type`, if it says one.
    NoCollection(Option<String>),
    /// A coordinate that is no degree; the shape and the coordinate.
    NotDegrees(String, String),
    /// A coordinate that is one if it begins with the longitude; the shape and the coordinate.
    Turned(String, String),
    /// The shapes lie on both sides of the meridian of 180 degrees.
    Antimeridian,
    /// No shape is that of a district; what the shapes are called.
    NoDistrict(Vec<String>),
}

/// The map that `plan.toml` names; reports why there is none.
pub(super) fn map(
    path: &Spanned<String>,
    districts: &Arena<DistrictEntry>,
    context: &mut ResolveContext<'_>,
) -> Option<Map> {
    let found = narrative::map_file(path, context)?;
    let (index, file) = context.tree.find(&found)?;
    if !file.readable {
        return None;
    }
    match read(&found, &file.bytes, districts) {
        Ok(map) => Some(map),
        Err(Fault::NoDistrict(_)) if context.may_be_lost(Kind::District) => None,
        Err(fault) => {
            let file = (Span::file(index), found.as_str());
            let finding = rules::broken_map::finding(path.span, file, &fault);
            context.findings.push(finding);
            None
        }
    }
}

/// The map in a file at `path`.
fn read(path: &str, bytes: &[u8], districts: &Arena<DistrictEntry>) -> Result<Map, Fault> {
    let features = geojson::read(bytes)?;
    let mut shapes: Vec<(Id<DistrictEntry>, Vec<Polygon<Fine>>)> = Vec::new();
    let mut strangers = Vec::new();
    for feature in features {
        if feature.polygons.is_empty() {
            continue;
        }
        let Some(district) = district_of(&feature, districts) else {
            strangers.push(feature.title);
            continue;
        };
        let parts = grid::in_parts(feature.polygons);
        match shapes.iter_mut().find(|(known, _)| *known == district) {
            Some((_, polygons)) => polygons.extend(parts),
            None => shapes.push((district, parts)),
        }
    }
    shapes.sort_by_key(|(district, _)| *district);
    let (districts, shapes): (Vec<_>, Vec<_>) = shapes.into_iter().unzip();
    let Some(grid) = Grid::around(shapes.iter().flatten())? else {
        return Err(Fault::NoDistrict(strangers));
    };
    let drawn = outline::thinned(&grid, &shapes);
    let areas = districts.into_iter().zip(drawn).map(|(district, parts)| {
        let label = label::place(&parts);
        Area {
            district,
            label: whole(label.at),
            room: u32::try_from(label.room).unwrap_or(0),
            parts: parts
                .into_iter()
                .map(|part| {
                    let lines = part.into_iter();
                    lines
                        .map(|line| line.into_iter().map(whole).collect())
                        .collect()
                })
                .collect(),
        }
    });
    Ok(Map {
        path: path.to_owned(),
        areas: areas.collect(),
        width: whole([grid.width, 0])[0],
        height: whole([grid.height, 0])[0],
        metres: grid.metres(),
        strangers,
    })
}

/// The district that a feature shows: the first of its names that is the id or the name of one.
fn district_of(feature: &Feature, districts: &Arena<DistrictEntry>) -> Option<Id<DistrictEntry>> {
    let mut names = feature.names.iter();
    names.find_map(|name| {
        let name = folded(name);
        let mut districts = districts.iter();
        let found = districts
            .find(|(_, entry)| folded(&entry.id) == name || folded(&entry.name) == name)?;
        Some(found.0)
    })
}

/// A name without what nobody means by it: capitals, and more than one space.
fn folded(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// A point of the grid, which lies right and below of its corner.
fn whole(point: shape::Point) -> [u32; 2] {
    point.map(|part| u32::try_from(part).unwrap_or(0))
}

#[cfg(test)]
mod tests;
