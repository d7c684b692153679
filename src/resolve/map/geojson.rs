//! Features of a file of GeoJSON (RFC 7946), as far as a map shows them.

use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Value};

use super::Fault;
use super::shape::{Polygon, Ring};

/// Most bytes of the file: those of a region in the detail of a survey.
pub(crate) const MOST_BYTES: usize = 8 << 20;

/// Longitude and latitude.
pub(super) type Degrees = [f64; 2];

/// What properties that name a district are called, in the order in which they are asked. Those
/// in capitals of the maps of the Geospatial Information Agency are among them.
const NAMES: &[&str] = &[
    "name",
    "nama",
    "namobj",
    "wadmkc",
    "wadmkk",
    "kecamatan",
    "district",
    "id",
];

/// A feature with its areas.
#[derive(Debug)]
pub(super) struct Feature {
    /// What it may be called.
    pub names: Vec<String>,
    /// What people call it: one of its names, or else its number in the file.
    pub title: String,
    /// Its areas.
    pub polygons: Vec<Polygon<Degrees>>,
}

#[derive(Deserialize)]
struct Document {
    #[serde(rename = "type", default)]
    kind: Option<Value>,
    #[serde(default)]
    features: Option<Vec<Written>>,
}

/// A feature as it is written.
#[derive(Deserialize)]
struct Written {
    #[serde(default)]
    id: Option<Value>,
    #[serde(default)]
    properties: Option<Map<String, Value>>,
    #[serde(default)]
    geometry: Option<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(default)]
    coordinates: Option<Coordinates>,
    #[serde(default)]
    geometries: Vec<Geometry>,
}

/// Coordinates, which are nested as deep as the kind of geometry wants.
#[derive(Debug)]
enum Coordinates {
    Number(f64),
    Position(Degrees),
    List(Vec<Coordinates>),
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Nested)
    }
}

/// Reads coordinates.
struct Nested;

impl<'de> Visitor<'de> for Nested {
    type Value = Coordinates;

    fn expecting(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("coordinates")
    }

    fn visit_f64<E>(self, number: f64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(number as f64))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Coordinates, A::Error> {
        let mut list = Vec::new();
        let mut first = None;
        while let Some(item) = items.next_element()? {
            match (item, first) {
                (Coordinates::Number(x), None) if list.is_empty() => first = Some(x),
                (Coordinates::Number(y), Some(x)) => {
                    // Heights may follow.
                    while items.next_element::<IgnoredAny>()?.is_some() {}
                    return Ok(Coordinates::Position([x, y]));
                }
                (item @ (Coordinates::Position(_) | Coordinates::List(_)), None) => {
                    list.push(item);
                }
                (
                    Coordinates::Number(_) | Coordinates::Position(_) | Coordinates::List(_),
                    None | Some(_),
                ) => return Err(A::Error::custom("numbers among lists")),
            }
        }
        match first {
            None => Ok(Coordinates::List(list)),
            Some(_) => Err(A::Error::custom("a position of one number")),
        }
    }
}

/// The features of a file.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Feature>, Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::TooLarge(bytes.len()));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let document: Document = serde_json::from_slice(bytes).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        match error.classify() {
            Category::Data => Fault::NotGeoJson(line, column),
            Category::Io | Category::Syntax | Category::Eof => Fault::NotJson(line, column),
        }
    })?;
    let kind = match document.kind {
        Some(Value::String(kind)) => Some(kind),
        _ => None,
    };
    let features = match (document.features, kind.as_deref()) {
        (Some(features), Some("FeatureCollection")) => features,
        (Some(_) | None, _) => return Err(Fault::NoCollection(kind)),
    };
    let features = features.into_iter().zip(1..).map(|(feature, number)| {
        let names = names(feature.id, feature.properties);
        let title = names.first().cloned();
        let title = title.unwrap_or_else(|| format!("#{number}"));
        let mut polygons = Vec::new();
        if let Some(geometry) = feature.geometry {
            collect(geometry, &mut polygons);
        }
        judge(&title, &polygons)?;
        Ok(Feature {
            names,
            title,
            polygons,
        })
    });
    features.collect()
}

/// What a feature may be called: what its properties say, and its own id.
fn names(id: Option<Value>, properties: Option<Map<String, Value>>) -> Vec<String> {
    let properties = properties.unwrap_or_default();
    let named = NAMES.iter().flat_map(|name| {
        let mut of_name = properties.iter();
        of_name.find(|(key, _)| key.trim().to_lowercase() == *name)
    });
    // A name tells people more than a number.
    let (mut names, mut numbers) = (Vec::new(), Vec::new());
    for value in named.map(|(_, value)| value).chain(&id) {
        match value {
            Value::String(name) if !name.trim().is_empty() => names.push(name.trim().to_owned()),
            Value::Number(number) => numbers.push(number.to_string()),
            Value::String(_)
            | Value::Null
            | Value::Bool(_)
            | Value::Array(_)
            | Value::Object(_) => {}
        }
    }
    names.append(&mut numbers);
    names
}

/// Adds the areas of a geometry; points and lines have none.
fn collect(geometry: Geometry, polygons: &mut Vec<Polygon<Degrees>>) {
    if let Some(Coordinates::List(list)) = geometry.coordinates {
        collect_nested(list, polygons);
    }
    for geometry in geometry.geometries {
        collect(geometry, polygons);
    }
}

/// Adds the areas of coordinates: lists of lines that end where they begin, however deep.
fn collect_nested(list: Vec<Coordinates>, polygons: &mut Vec<Polygon<Degrees>>) {
    let mut rings: Polygon<Degrees> = Vec::new();
    for item in list {
        let Coordinates::List(inner) = item else {
            continue;
        };
        match ring(&inner) {
            Some(ring) => rings.push(ring),
            None => collect_nested(inner, polygons),
        }
    }
    if !rings.is_empty() {
        polygons.push(rings);
    }
}

/// A list of positions that ends where it begins and has three corners or more.
fn ring(list: &[Coordinates]) -> Option<Ring<Degrees>> {
    let positions = list.iter().map(|item| match item {
        Coordinates::Position(position) => Some(*position),
        Coordinates::Number(_) | Coordinates::List(_) => None,
    });
    let mut ring = positions.collect::<Option<Ring<Degrees>>>()?;
    let end = ring.pop()?;
    (ring.first() == Some(&end) && ring.len() >= 3).then_some(ring)
}

/// Whether coordinates are degrees.
fn judge(title: &str, polygons: &[Polygon<Degrees>]) -> Result<(), Fault> {
    let mut positions = polygons.iter().flatten().flatten();
    let Some([x, y]) = positions.find(|[x, y]| x.abs() > 180.0 || y.abs() > 90.0) else {
        return Ok(());
    };
    let position = format!("[{x}, {y}]");
    Err(if x.abs() <= 90.0 && y.abs() <= 180.0 {
        Fault::Turned(title.to_owned(), position)
    } else {
        Fault::NotDegrees(title.to_owned(), position)
    })
}
