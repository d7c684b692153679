//! What tells the items of lists apart, and where their order means something, for files
//! that are compared or merged as TOML, whatever kind of file they are.

/// Keys that together tell the items of a list apart.
const LISTS: &[(&str, &[&str])] = &[
    ("activity", &["title"]),
    ("bands", &["name"]),
    ("budget", &["year", "source"]),
    ("ceiling", &["year"]),
    ("exception", &["rule", "entry"]),
    ("indicator", &["name"]),
    ("member", &["institution"]),
    ("realised", &["program", "indicator", "year"]),
    ("risk", &["text"]),
];

/// Keys that tell the items of other lists apart, the first that an item has.
const NAMES: &[&str] = &[
    "id",
    "name",
    "title",
    "program",
    "institution",
    "short",
    "rule",
    "change",
    "text",
    "year",
];

/// Lists in which the order of the items says something.
const ORDERED: &[&str] = &["annex", "authors", "body", "front"];

/// What an item of the list under `key` is called, by the values of its keys; `None` for an
/// item that has no name.
pub(crate) fn name(key: &str, value: impl Fn(&str) -> Option<String>) -> Option<String> {
    let list = LISTS.iter().find(|(list, _)| *list == key);
    let names = list.and_then(|(_, keys)| {
        let values: Option<Vec<String>> = keys.iter().map(|key| value(key)).collect();
        values
    });
    match names {
        Some(values) => Some(values.join(" ")),
        None => NAMES.iter().find_map(|key| value(key)),
    }
}

/// Whether the order of the items of the list under a key says something.
pub(crate) fn is_ordered(key: &str) -> bool {
    ORDERED.contains(&key)
}
