//! Comments below the last key of a table, such as one that is switched off. The parser
//! counts them to what comes next; they belong to the table that they end.

use std::collections::BTreeMap;

use toml_edit::{DocumentMut, Item, Table};

use super::{raw, raw_or_empty};

/// The comments that end tables, each by the position of its table; those of the root
/// have none.
pub(crate) struct Tails(BTreeMap<Option<isize>, String>);

impl Tails {
    /// Takes the comments out of a document: the lines right below a key, or a header
    /// without keys, up to a blank line or the end.
    pub fn cut(document: &mut DocumentMut) -> Self {
        let mut headers = BTreeMap::new();
        collect(document.as_table(), &mut headers);
        let mut tails = BTreeMap::new();
        let root = document.as_table().get_values();
        // The first comments of a file without keys of its own are about what follows.
        let mut above = (!root.is_empty()).then_some(None);
        for (position, prefix) in &mut headers {
            let (tail, rest) = split(prefix, false);
            if let Some(above) = above
                && !tail.is_empty()
            {
                tails.insert(above, tail.to_owned());
                *prefix = rest.to_owned();
            }
            above = Some(Some(*position));
        }
        let (tail, rest) = split(raw(document.trailing()), true);
        if let Some(above) = above
            && !tail.is_empty()
        {
            tails.insert(above, tail.to_owned());
            let rest = rest.to_owned();
            document.set_trailing(rest);
        }
        put_back(document.as_table_mut(), &headers);
        Self(tails)
    }

    /// The comments below the keys of the root.
    pub fn below_root(&self) -> &str {
        self.0.get(&None).map_or("", String::as_str)
    }

    /// The comments below a table with a header; empty for any other.
    pub fn below(&self, table: &Table) -> &str {
        let position = table.position().filter(|_| has_header(table));
        let tail = position.and_then(|position| self.0.get(&Some(position)));
        tail.map_or("", String::as_str)
    }
}

fn has_header(table: &Table) -> bool {
    !table.is_implicit() && !table.is_dotted()
}

/// What stands before each header, by position.
fn collect(table: &Table, headers: &mut BTreeMap<isize, String>) {
    let mut add = |table: &Table| {
        if let Some(position) = table.position().filter(|_| has_header(table)) {
            let prefix = raw_or_empty(table.decor().prefix());
            headers.insert(position, prefix.to_owned());
        }
        collect(table, headers);
    };
    for (_, item) in table {
        match item {
            Item::Table(one) => add(one),
            Item::ArrayOfTables(all) => all.iter().for_each(&mut add),
            Item::None | Item::Value(_) => {}
        }
    }
}

fn put_back(table: &mut Table, headers: &BTreeMap<isize, String>) {
    let put = |table: &mut Table| {
        let position = table.position().filter(|_| has_header(table));
        if let Some(prefix) = position.and_then(|position| headers.get(&position)) {
            table.decor_mut().set_prefix(prefix.as_str());
        }
        put_back(table, headers);
    };
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(one) => put(one),
            Item::ArrayOfTables(all) => all.iter_mut().for_each(put),
            Item::None | Item::Value(_) => {}
        }
    }
}

/// The comments that a text begins with, if a blank line follows or, where that ends
/// them too, the end; and the rest.
fn split(text: &str, ends: bool) -> (&str, &str) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        match line.trim() {
            "" => return text.split_at(at),
            comment if comment.starts_with('#') => at += line.len(),
            _ => return ("", text),
        }
    }
    if ends { (text, "") } else { ("", text) }
}
