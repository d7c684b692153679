//! Inserts values of one TOML file into another, and keeps the form of the latter.

use toml_edit::{Array, ArrayOfTables, Decor, InlineTable, Item, Key, Table, TableLike, Value};

use super::comments::{raw, within};

/// Puts a key with its value into a table, behind `after` or else first; its comments come
/// along where they can.
pub(crate) fn insert(
    own: &mut dyn TableLike,
    is_inline: bool,
    key: &Key,
    item: Item,
    after: Option<&str>,
) {
    let mut key = key.clone();
    let item = match (is_inline, item) {
        (true, item) => {
            let Ok(mut value) = item.into_value() else {
                return;
            };
            bare(&mut value);
            key.fmt();
            Item::Value(value)
        }
        (false, Item::Value(mut value)) => {
            let above = raw(key.leaf_decor().prefix()).to_owned();
            let behind = raw(value.decor().suffix()).to_owned();
            // Inside of braces there are blanks only.
            if !above.contains('\n') && within(&above).is_empty() {
                key.leaf_decor_mut().clear();
            }
            if within(&behind).is_empty() {
                value.decor_mut().clear()
            } else {
                *value.decor_mut() = Decor::new(" ", behind)
            }
            Item::Value(value)
        }
        (false, mut item) => {
            unplaced(&mut item);
            item
        }
    };
    let names: Vec<String> = own.iter().map(|(name, _)| name.to_owned()).collect();
    let place = match after {
        Some(after) => names.iter().position(|name| name == after),
        None => None,
    };
    // What stands above the first key may be about the file.
    let place = place.map_or(1, |place| place.saturating_add(1));
    let rest = names.get(place.min(names.len())..).unwrap_or(&[]);
    let mut moved = Vec::new();
    for name in rest {
        if let Some(key) = own.key(name).cloned()
            && let Some(item) = own.remove(name)
        {
            moved.push((key, item));
        }
    }
    own.entry_format(&key).or_insert(item);
    for (key, item) in moved {
        own.entry_format(&key).or_insert(item);
    }
}

/// Takes the places away that tables have in the file from which they come: they follow
/// what they are put behind.
fn unplaced(item: &mut Item) {
    match item {
        Item::Table(table) => unplaced_table(table),
        Item::ArrayOfTables(tables) => tables.iter_mut().for_each(unplaced_table),
        Item::None | Item::Value(_) => {}
    }
}

fn unplaced_table(table: &mut Table) {
    table.set_position(None);
    let above = raw(table.decor().prefix()).to_owned();
    if !table.is_dotted() && !above.starts_with('\n') {
        table.decor_mut().set_prefix(format!("\n{above}"));
    }
    for (_, item) in table.iter_mut() {
        unplaced(item);
    }
}

/// Takes blanks and comments off a value.
fn bare(value: &mut Value) {
    value.decor_mut().clear();
    match value {
        Value::Array(array) => {
            array.iter_mut().for_each(bare);
            array.set_trailing("");
            array.fmt();
        }
        Value::InlineTable(table) => {
            table.iter_mut().for_each(|(_, value)| bare(value));
            table.fmt();
        }
        Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => {}
    }
}

/// Gives a value that was written elsewhere the place of one that stands here.
pub fn replace(own: &mut Item, item: &Item) {
    let around = own.as_value().map(|value| value.decor().clone());
    *own = item.clone();
    match own {
        Item::Value(value) => {
            if let Some(around) = around {
                *value.decor_mut() = around;
            }
        }
        item @ (Item::None | Item::Table(_) | Item::ArrayOfTables(_)) => unplaced(item),
    }
}

/// Makes the blanks of a table in braces even, if it stands on one line.
pub(crate) fn tidy(table: &mut InlineTable) {
    if !table.to_string().contains(['\n', '#']) {
        let around = table.decor().clone();
        table.fmt();
        *table.decor_mut() = around;
    }
}

/// The items of a list; `None` for what is none.
pub(crate) fn items(list: &Item) -> Option<Vec<Item>> {
    match list {
        Item::Value(Value::Array(array)) => {
            let values = array.iter().cloned();
            Some(values.map(Item::Value).collect())
        }
        Item::ArrayOfTables(tables) => {
            let tables = tables.iter().cloned();
            Some(tables.map(Item::Table).collect())
        }
        Item::None | Item::Value(_) | Item::Table(_) => None,
    }
}

/// A list in the form of another, without items.
pub(crate) fn empty_like(list: &Item) -> Item {
    match list {
        Item::ArrayOfTables(_) => Item::ArrayOfTables(ArrayOfTables::new()),
        Item::None | Item::Value(_) | Item::Table(_) => Item::Value(Value::Array(Array::new())),
    }
}

/// An item of a list, and whether it stood in it before.
pub(crate) struct Placed {
    /// The item.
    pub item: Item,
    /// Whether it comes from elsewhere.
    pub is_new: bool,
}

/// Makes a list hold other items.
pub(crate) fn refill(list: &mut Item, placed: Vec<Placed>) {
    match list {
        Item::ArrayOfTables(tables) => {
            tables.clear();
            for one in placed {
                let is_new = one.is_new;
                let Some(mut table) = opened(one.item) else {
                    continue;
                };
                if is_new {
                    unplaced_table(&mut table);
                }
                tables.push(table);
            }
        }
        Item::Value(Value::Array(array)) => refill_array(array, placed),
        Item::None | Item::Value(_) | Item::Table(_) => {}
    }
}

fn refill_array(array: &mut Array, placed: Vec<Placed>) {
    let is_broken = array.to_string().contains('\n');
    let indent = array.iter().find_map(|value| {
        let above = raw(value.decor().prefix());
        let at = above.rfind('\n')?;
        above.get(at..).map(str::to_owned)
    });
    let indent = indent.unwrap_or_else(|| "\n    ".to_owned());
    array.clear();
    for one in placed {
        let is_new = one.is_new;
        let Ok(mut value) = one.item.into_value() else {
            continue;
        };
        if is_new {
            bare(&mut value);
            if is_broken {
                *value.decor_mut() = Decor::new(indent.clone(), "");
            }
        } else if is_broken {
            // The end of the last line belongs to the list.
            let behind = raw(value.decor().suffix()).to_owned();
            if behind.trim().is_empty() {
                value.decor_mut().set_suffix("");
                if behind.contains('\n') {
                    array.set_trailing(behind);
                    array.set_trailing_comma(true);
                }
            }
        }
        array.push_formatted(value);
    }
    if !is_broken {
        let around = array.decor().clone();
        array.fmt();
        *array.decor_mut() = around;
    }
}

/// A table in braces as one with a header.
fn opened(item: Item) -> Option<Table> {
    match item {
        Item::Table(table) => Some(table),
        Item::Value(Value::InlineTable(inline)) => {
            let mut table = inline.into_table();
            for (mut key, item) in table.iter_mut() {
                key.leaf_decor_mut().clear();
                if let Item::Value(value) = item {
                    value.decor_mut().clear();
                }
            }
            table.decor_mut().clear();
            Some(table)
        }
        Item::None | Item::Value(_) | Item::ArrayOfTables(_) => None,
    }
}
