//! What becomes of each key that the files of a plan may have: it is described in both
//! languages, a change of its value is a change of the plan, and the book shows it. The
//! readers of the files tell which keys there are. That texts are judged as prose is tested
//! with [every text](super::every_text).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;

use ambonplan::compose::{Scope, compose};
use ambonplan::language::{Catalogue, Language};
use ambonplan::model::EntryKind;
use ambonplan::model::shape::{FileKind, Shape, Table};
use ambonplan::resolve::Plan;
use ambonplan::source::Role;
use toml_edit::{DocumentMut, Item, Value};

use crate::diff::meaning::files_of;
use crate::diff::{Loaded, compare, load, read};

/// Values of keys for which those of their shape say nothing.
const SAMPLES: &[(&str, &str)] = &[
    ("embed.where", "\"opd = diskominfo and number > 1\""),
    ("opd.code", "\"2.16\""),
    ("plan.rules", "{ placeholder = \"allow\" }"),
    ("plan.changes", "{ money-moved = \"note\" }"),
];

/// As often is a key tried in a plan at most.
const TRIES: usize = 4;

/// The keys of which `tests/keys.txt` says that something does not become of them: a line each
/// with the word, the key and the reason.
fn listed(word: &str) -> BTreeSet<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys.txt");
    let text = fs::read_to_string(file).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let mut listed = BTreeSet::new();
    for line in lines.filter(|line| !line.is_empty()) {
        let mut words = line.split_whitespace();
        let (what, key) = (words.next().unwrap(), words.next().unwrap());
        assert!(words.next().is_some(), "give a reason: {line}");
        assert!(["untried", "uncompared", "unprinted"].contains(&what));
        if what == word {
            listed.insert(key.to_owned());
        }
    }
    listed
}

#[test]
fn every_key_is_described_compared_and_printed() {
    let all: BTreeSet<String> = FileKind::ALL
        .iter()
        .flat_map(|kind| kind.tables())
        .flat_map(|(_, table)| {
            let keys = table.keys.into_iter();
            keys.filter(|key| key.shape.table().is_none())
                .map(move |key| format!("{}.{}", table.name, key.name))
        })
        .collect();
    let catalogues = [Language::Indonesian, Language::English].map(Catalogue::new);
    let undescribed = all.iter().filter(|key| {
        let mut catalogues = catalogues.iter();
        !catalogues.all(|catalogue| catalogue.find(&format!("key-{key}")).is_some())
    });
    assert_eq!(undescribed.collect::<Vec<_>>(), Vec::<&String>::new());
    let mut tried = BTreeSet::new();
    let mut compared = BTreeSet::new();
    let mut printed = BTreeSet::new();
    for directory in ["examples/kota-teladan", "plan"] {
        let mut tries: BTreeMap<String, usize> = BTreeMap::new();
        let base = files_of(directory);
        let before = load(&base);
        let pages = pages(&before);
        for (path, text) in &base {
            for (kind, range) in pieces(path, text) {
                let Ok(document) = text[range.clone()].parse::<DocumentMut>() else {
                    continue;
                };
                let mut leaves = Vec::new();
                let item = document.as_item();
                collect(item, &kind.table(), &mut Vec::new(), &mut leaves);
                for leaf in leaves {
                    let is_idle = match leaf.key.as_str() {
                        "front-matter.numbering" => !text.contains("\n## "),
                        key => chooses(key) && !shows_programs(&text[range.clone()]),
                    };
                    if is_idle {
                        continue;
                    }
                    for value in values(&leaf, &before.plan) {
                        let count = tries.entry(leaf.key.clone()).or_default();
                        let is_known = compared.contains(&leaf.key) && printed.contains(&leaf.key);
                        if is_known || *count >= TRIES {
                            break;
                        }
                        *count += 1;
                        let mut changed = document.clone();
                        set(changed.as_item_mut(), &leaf.way, value);
                        let mut head = base.clone();
                        let mut text = text.clone();
                        text.replace_range(range.clone(), &changed.to_string());
                        head.insert(path.clone(), text);
                        let Some(after) = read(&head) else { continue };
                        tried.insert(leaf.key.clone());
                        let diff = compare(&before, &after);
                        if !diff.is_empty() || !diff.unread.is_empty() {
                            compared.insert(leaf.key.clone());
                        }
                        if self::pages(&after) != pages {
                            printed.insert(leaf.key.clone());
                        }
                    }
                }
            }
        }
    }
    let untried: BTreeSet<String> = all.difference(&tried).cloned().collect();
    let uncompared: BTreeSet<String> = tried.difference(&compared).cloned().collect();
    let unprinted: BTreeSet<String> = tried.difference(&printed).cloned().collect();
    let mut wrong = Vec::new();
    for (word, found) in [
        ("untried", untried),
        ("uncompared", uncompared),
        ("unprinted", unprinted),
    ] {
        let listed = listed(word);
        wrong.extend(found.difference(&listed).map(|key| format!("{word} {key}")));
        let idle = listed.difference(&found);
        wrong.extend(idle.map(|key| format!("listed for nothing: {word} {key}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a key says which programmes a block shows.
fn chooses(key: &str) -> bool {
    let others = ["show", "caption", "by", "id"];
    let key = key.strip_prefix("embed.");
    key.is_some_and(|key| !others.contains(&key))
}

/// Whether a block shows programmes, so that there is something to choose.
fn shows_programs(block: &str) -> bool {
    block.contains("show = \"programs\"") || block.contains("show = \"road-map\"")
}

/// The code of all volumes of a plan.
fn pages(loaded: &Loaded) -> Vec<String> {
    let volumes = loaded.plan.volumes.iter();
    volumes
        .flat_map(|volume| {
            let book = compose(&loaded.plan, &loaded.tree, volume, Scope::Volume);
            let assets = book.assets.into_keys();
            let code = book.files.into_iter().map(|file| file.code);
            code.chain(assets).collect::<Vec<_>>()
        })
        .collect()
}

/// The TOML of a file, by kind.
fn pieces(path: &str, text: &str) -> Vec<(FileKind, Range<usize>)> {
    let role = Role::of(path);
    if let Some(kind) = FileKind::of(&role) {
        return vec![(kind, 0..text.len())];
    }
    if !role.is_narrative() {
        return Vec::new();
    }
    let mut pieces = Vec::new();
    if let Some(front) = text.strip_prefix("+++\n") {
        let end = front.find("+++\n").unwrap();
        pieces.push((FileKind::FrontMatter, 4..4 + end));
    }
    let blocks = text.match_indices("```ambonplan\n");
    pieces.extend(blocks.map(|(at, mark)| {
        let start = at + mark.len();
        let end = start + text[start..].find("```").unwrap();
        (FileKind::Embed, start..end)
    }));
    pieces
}

/// The way to a value: keys and indexes.
type Way = Vec<Result<String, usize>>;

/// A key that a table has or may have.
struct Leaf {
    /// The key behind the name of its table.
    key: String,
    way: Way,
    shape: Shape,
    /// The kinds of entries that it refers to.
    refers: Vec<EntryKind>,
    /// What stands there.
    now: Option<Value>,
}

fn collect(item: &Item, table: &Table, way: &mut Way, leaves: &mut Vec<Leaf>) {
    let Some(entries) = item.as_table_like() else {
        return;
    };
    for key in &table.keys {
        let value = entries.get(key.name);
        way.push(Ok(key.name.to_owned()));
        let tables = value.and_then(Item::as_array_of_tables);
        match (&key.shape, tables) {
            (Shape::Table(inner), _) => {
                let item = value.cloned().unwrap_or_default();
                collect(&item, inner, way, leaves);
            }
            (Shape::List(inner), Some(tables)) => {
                let Shape::Table(inner) = &**inner else {
                    panic!("{} is no list of tables", key.name);
                };
                for at in 0..tables.len() {
                    way.push(Err(at));
                    let table = Item::Table(tables.get(at).unwrap().clone());
                    collect(&table, inner, way, leaves);
                    way.pop();
                }
            }
            (shape, None) => leaves.push(Leaf {
                key: format!("{}.{}", table.name, key.name),
                way: way.clone(),
                shape: shape.clone(),
                refers: key.refers.clone(),
                now: value.and_then(Item::as_value).cloned(),
            }),
            (shape, Some(_)) => panic!("{} is {shape:?}", key.name),
        }
        way.pop();
    }
}

/// Other values of a key than it has.
fn values(leaf: &Leaf, plan: &Plan) -> Vec<Value> {
    let samples = SAMPLES.iter().filter(|(key, _)| *key == leaf.key);
    let mut values: Vec<Value> = samples.map(|(_, value)| value.parse().unwrap()).collect();
    if values.is_empty() {
        values = of_shape(&leaf.shape, &leaf.refers, plan);
    }
    match &leaf.now {
        Some(Value::Array(array)) if !array.is_empty() => {
            let mut fewer = array.clone();
            fewer.remove(0);
            values.push(fewer.into());
        }
        Some(Value::InlineTable(table)) => {
            let mut other = table.clone();
            for (_, value) in other.iter_mut() {
                if let Some(number) = value.as_integer() {
                    *value = (number + 1).into();
                }
            }
            values.push(other.into());
        }
        Some(_) | None => {}
    }
    let now = leaf
        .now
        .as_ref()
        .map(|now| now.to_string().trim().to_owned());
    values.retain(|value| now.as_deref() != Some(value.to_string().trim()));
    values
}

fn of_shape(shape: &Shape, refers: &[EntryKind], plan: &Plan) -> Vec<Value> {
    if !refers.is_empty() && !matches!(shape, Shape::List(_)) {
        let entries = refers
            .iter()
            .flat_map(|kind| plan.entries_of(*kind).into_iter().take(2));
        return entries
            .map(|entry| match shape {
                Shape::Reference => entry.address().to_string().into(),
                _ => entry.id.into(),
            })
            .collect();
    }
    match shape {
        Shape::Text => vec!["Contoh teks".into()],
        Shape::Boolean => vec![true.into(), false.into()],
        Shape::Count | Shape::Money => vec![7.into()],
        Shape::Number => vec![2.5.into()],
        Shape::Year => vec![2027.into()],
        Shape::Date => vec!["2027-05-05".parse().unwrap()],
        Shape::Word(words) | Shape::Code(words) => {
            words.iter().map(|word| (*word).into()).collect()
        }
        Shape::List(item) => {
            let items = of_shape(item, refers, plan).into_iter();
            items
                .map(|item| Value::Array([item].into_iter().collect()))
                .collect()
        }
        Shape::Reference | Shape::Table(_) | Shape::ByYear(_) | Shape::ByName(_) => Vec::new(),
    }
}

/// Puts a value at a place, with the tables that lead there.
fn set(item: &mut Item, way: &[Result<String, usize>], value: Value) {
    let mut at = item;
    for step in way {
        at = match step {
            Ok(key) => &mut at[key.as_str()],
            Err(index) => &mut at[*index],
        };
    }
    *at = Item::Value(value);
}
