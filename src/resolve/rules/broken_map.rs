//! A map of the districts that cannot be drawn.

use crate::finding::{Finding, Group, NameIndex, Rule};
use crate::language::message;
use crate::resolve::map::{Fault, MOST_BYTES};
use crate::source::Span;

/// The rule `broken-map` (STR057).
pub static RULE: Rule = Rule::error("STR057", "broken-map", Group::Structure)
    .fixed_level()
    .example(
        "plan.toml",
        "map = \"assets/peta.docx\"",
        "map = \"assets/kecamatan.geojson\"\n\n\
         # registry/districts.toml\n\
         [[district]]\n\
         id = \"hulu\"\n\
         name = \"Hulu\"",
    );

/// Most names of shapes that are told.
const TOLD: usize = 8;

/// Some names in a row.
pub(crate) fn some_of(names: &[String]) -> String {
    let told: Vec<&str> = names.iter().take(TOLD).map(String::as_str).collect();
    let more = if names.len() > TOLD { ", …" } else { "" };
    format!("{}{more}", told.join(", "))
}

/// A file that is not there, and the files that there are.
pub(crate) fn missing(span: Span, path: &str, assets: &NameIndex) -> Finding {
    Finding::new(&RULE, span, message!("broken-map", path = path)).suggest_among(
        path,
        assets.clone(),
        message!("broken-map.hint"),
    )
}

/// A file that is not in `assets/`.
pub(crate) fn elsewhere(span: Span, file: Span, path: &str) -> Finding {
    Finding::new(&RULE, span, message!("broken-map.elsewhere", path = path))
        .related(file, message!("broken-map.related"))
        .hint(message!("broken-map.hint"))
}

/// The map, as its file and its path, and what is wrong with it.
pub(crate) fn finding(span: Span, (file, path): (Span, &str), fault: &Fault) -> Finding {
    let (message, hint) = match fault {
        Fault::TooLarge(size) => (
            message!(
                "broken-map.too-large",
                path = path,
                size = (size >> 20).to_string()
            ),
            message!(
                "broken-map.too-large-hint",
                limit = (MOST_BYTES >> 20).to_string()
            ),
        ),
        Fault::NotJson(line, column) => (
            message!(
                "broken-map.not-json",
                path = path,
                place = format!("{line}:{column}")
            ),
            message!("broken-map.export-hint"),
        ),
        Fault::NotGeoJson(line, column) => (
            message!(
                "broken-map.not-geojson",
                path = path,
                place = format!("{line}:{column}")
            ),
            message!("broken-map.export-hint"),
        ),
        Fault::NoCollection(None) => (
            message!("broken-map.no-type", path = path),
            message!("broken-map.export-hint"),
        ),
        Fault::NoCollection(Some(kind)) => (
            message!("broken-map.no-collection", path = path, kind = kind),
            message!("broken-map.export-hint"),
        ),
        Fault::NotDegrees(name, position) => (
            message!(
                "broken-map.not-degrees",
                path = path,
                name = name,
                position = position
            ),
            message!("broken-map.not-degrees-hint"),
        ),
        Fault::Turned(name, position) => (
            message!(
                "broken-map.turned",
                path = path,
                name = name,
                position = position
            ),
            message!("broken-map.turned-hint"),
        ),
        Fault::Antimeridian => (
            message!("broken-map.antimeridian", path = path),
            message!("broken-map.antimeridian-hint"),
        ),
        Fault::NoDistrict(names) if names.is_empty() => (
            message!("broken-map.no-shape", path = path),
            message!("broken-map.no-shape-hint"),
        ),
        Fault::NoDistrict(names) => (
            message!(
                "broken-map.no-district",
                path = path,
                names = some_of(names)
            ),
            message!("broken-map.no-district-hint"),
        ),
    };
    Finding::new(&RULE, span, message)
        .related(file, message!("broken-map.related"))
        .hint(hint)
}
