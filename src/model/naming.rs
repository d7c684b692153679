//! What tells the items of lists apart, and where their order means something, for files
//! that are compared or merged as TOML, whatever kind of file they are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::shape::FileKind;

/// What is declared of the lists of all files.
#[derive(Default)]
struct Declared {
    /// The keys that together tell the items of a list apart, by the key of the list.
    names: BTreeMap<&'static str, Vec<&'static str>>,
    /// What tells the items of the lists of an entry apart, by what the list is called in it.
    items: BTreeMap<&'static str, Vec<&'static str>>,
    /// The lists around one that stands in items, from the outermost, by what it is called in
    /// the entry.
    around: BTreeMap<&'static str, Vec<&'static str>>,
    /// The lists of which the order says something.
    ordered: BTreeSet<&'static str>,
}

static DECLARED: LazyLock<Declared> = LazyLock::new(|| {
    let mut declared = Declared::default();
    let tables = FileKind::ALL.iter().flat_map(|kind| kind.tables());
    for (list, table) in tables {
        for list in table.lists() {
            // Seen from an item, the list has fewer names than seen from the entry.
            let names = declared.items.entry(list.name).or_default();
            if names.len() >= list.names().len() {
                continue;
            }
            *names = list.names();
            let inside = [list.around.as_slice(), &[list.name]].concat();
            let inner = list.table.keys.iter().filter_map(|key| key.joined);
            declared
                .around
                .extend(inner.map(|name| (name, inside.clone())));
        }
        let names = table.keys.iter().filter(|key| key.tells_apart);
        let names: Vec<&str> = names.map(|key| key.name).collect();
        if !names.is_empty() {
            declared.names.insert(list, names);
        }
        let ordered = table.keys.iter().filter(|key| key.is_ordered);
        declared.ordered.extend(ordered.map(|key| key.name));
    }
    declared
});

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

/// The names of what tells the items of a list of an entry apart, in their order: the items around
/// each, and keys of its own. None for a list that is not declared so.
pub fn names(list: &str) -> &'static [&'static str] {
    DECLARED.items.get(list).map_or(&[], Vec::as_slice)
}

/// The lists in whose items a list of an entry stands, from the outermost; none for one that
/// stands in the entry itself.
pub(crate) fn around(list: &str) -> &'static [&'static str] {
    DECLARED.around.get(list).map_or(&[], Vec::as_slice)
}

/// What an item of the list under `key` is called, by the values of its keys; `None` for an
/// item that has no name.
pub(crate) fn name(key: &str, value: impl Fn(&str) -> Option<String>) -> Option<String> {
    let names = DECLARED.names.get(key).and_then(|keys| {
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
    DECLARED.ordered.contains(key)
}
