//! Comments, which say something to people and belong to what they stand above or behind.

use std::collections::BTreeMap;

use toml_edit::{Decor, Item, RawString, TableLike};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::Versions;
use crate::slice::slice;

/// How often each comment stands in a text of TOML.
pub(crate) fn counted(text: &str) -> BTreeMap<&str, usize> {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for token in Source::new(text).lex() {
        if token.kind() == TokenKind::Comment {
            let comment = slice(text, token.span().start()..token.span().end());
            let count = counted.entry(comment.trim_end()).or_default();
            *count = count.saturating_add(1);
        }
    }
    counted
}

/// Whether merged texts hold the comments that they should: those that neither side took
/// out, and each that a side added. Several merged texts are sides of one conflict.
pub(crate) fn are_kept(versions: Versions<&str>, merged: &[&str]) -> bool {
    let Versions { base, ours, theirs } = versions.map(counted);
    let merged_counts: Vec<_> = merged.iter().map(|text| counted(text)).collect();
    let comments = base.keys().chain(ours.keys()).chain(theirs.keys());
    comments.into_iter().all(|comment| {
        let count = |of: &BTreeMap<&str, usize>| of.get(comment).copied().unwrap_or(0);
        let (was, our, their) = (count(&base), count(&ours), count(&theirs));
        let counts = merged_counts.iter().map(count);
        let held = counts.max().unwrap_or(0);
        let sum = our.saturating_add(their).saturating_sub(was);
        if our < was || their < was {
            // What one side removed may stand in a conflict still.
            held >= sum && (merged.len() > 1 || held <= our.max(their).min(sum.max(our.min(their))))
        } else {
            held >= our.max(their) && held <= sum.max(our).max(their)
        }
    })
}

/// The comments in what stands around a key or a value.
pub(crate) fn within(raw: &str) -> Vec<&str> {
    let lines = raw.lines().map(str::trim);
    lines.filter(|line| line.starts_with('#')).collect()
}

/// The text of something raw.
pub(crate) fn raw(raw: Option<&RawString>) -> &str {
    raw.and_then(RawString::as_str).unwrap_or_default()
}

/// What stands above and behind a key: `None` where comments cannot stand, or stand with
/// the items of a list.
pub fn around(table: &dyn TableLike, key: &str) -> Option<(String, String)> {
    let (key, item) = table.get_key_value(key)?;
    let (above, behind): (&Decor, &Decor) = match item {
        Item::Value(value) => (key.leaf_decor(), value.decor()),
        Item::Table(table) if !table.is_dotted() => (table.decor(), table.decor()),
        Item::Table(_) | Item::ArrayOfTables(_) | Item::None => return None,
    };
    Some((
        raw(above.prefix()).to_owned(),
        raw(behind.suffix()).to_owned(),
    ))
}

/// Puts something else above and behind a key.
pub(crate) fn put_around(
    table: &mut dyn TableLike,
    key: &str,
    above: Option<String>,
    behind: Option<String>,
) {
    let Some((mut key, item)) = table.get_key_value_mut(key) else {
        return;
    };
    match item {
        Item::Value(value) => {
            if let Some(above) = above {
                key.leaf_decor_mut().set_prefix(above);
            }
            if let Some(behind) = behind {
                value.decor_mut().set_suffix(behind);
            }
        }
        Item::Table(table) => put_on(table.decor_mut(), above, behind),
        Item::ArrayOfTables(_) | Item::None => {}
    }
}

/// Puts something else before and behind.
pub(crate) fn put_on(decor: &mut Decor, above: Option<String>, behind: Option<String>) {
    if let Some(above) = above {
        decor.set_prefix(above);
    }
    if let Some(behind) = behind {
        decor.set_suffix(behind);
    }
}
