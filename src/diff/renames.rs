//! Entries that have another id in the second plan.

use std::collections::{BTreeMap, BTreeSet};

use super::led::{led, led_in_block};
use crate::markdown::paragraph::Paragraph;
use crate::model::EntryRef;
use crate::records::Path;
use crate::value::Value;

/// Ids of the first plan with those of the second, for entries whose id changed.
///
/// An id that is not there in the second plan means what was renamed last in the row that
/// led away from it, so that no two ids become one and the way back is as clear as the way
/// there. Ids can be swapped, and an entry can take the id of one that is gone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renames {
    there: BTreeMap<EntryRef, EntryRef>,
    back: BTreeMap<EntryRef, EntryRef>,
}

impl Renames {
    /// Notes that an entry has another id.
    pub(super) fn insert(&mut self, before: EntryRef, after: EntryRef) {
        self.back.insert(after.clone(), before.clone());
        self.there.insert(before, after);
    }

    /// Whether no id changed.
    pub fn is_empty(&self) -> bool {
        self.there.is_empty()
    }

    /// The pairs, in the order of the first plan.
    pub fn iter(&self) -> impl Iterator<Item = (&EntryRef, &EntryRef)> {
        self.there.iter()
    }

    /// What the first plan calls by a key, in the words of the second.
    pub fn key(&self, key: &EntryRef) -> EntryRef {
        if let Some(other) = self.there.get(key) {
            return other.clone();
        }
        let mut first = key;
        while let Some(before) = self.back.get(first) {
            first = before;
        }
        first.clone()
    }

    /// The key that an entry of the first plan has in the second, if it is there. `None`
    /// if another entry has taken its id.
    pub(crate) fn counterpart(&self, key: &EntryRef) -> Option<EntryRef> {
        match self.there.get(key) {
            Some(other) => Some(other.clone()),
            None if self.back.contains_key(key) => None,
            None => Some(key.clone()),
        }
    }

    /// All ids that are not the same in both plans.
    pub(super) fn ids(&self) -> BTreeSet<&str> {
        let keys = self.there.keys().chain(self.back.keys());
        keys.map(|key| key.id.as_str()).collect()
    }

    /// A part of a book that the first plan has, in the words of the second:
    /// `chapter:pendahuluan`.
    pub(super) fn part(&self, part: &str) -> String {
        let key = EntryRef::parse(part).filter(|_| part.contains(':'));
        match key.and_then(|key| self.there.get(&key)) {
            Some(other) => other.to_string(),
            None => part.to_owned(),
        }
    }

    /// A value of the first plan in the words of the second.
    pub fn value(&self, value: &Value) -> Value {
        match value {
            Value::Entry(key) => Value::Entry(self.key(key)),
            Value::List(parts) => Value::List(parts.iter().map(|part| self.part(part)).collect()),
            Value::Text(_) | Value::Prose(_) if !self.is_empty() => {
                references(value, &|key| self.there.get(key))
            }
            Value::Present
            | Value::Text(_)
            | Value::Flag(_)
            | Value::Count(_)
            | Value::Money(_)
            | Value::Number(_)
            | Value::Year(_)
            | Value::Date(_)
            | Value::Word(_)
            | Value::Prose(_)
            | Value::Digest(_) => value.clone(),
        }
    }

    /// A value of the second plan, with references in its texts that still have an id of
    /// the first plan led to that of the second.
    pub fn settled(&self, value: &Value) -> Value {
        let left = |key: &EntryRef| self.there.get(key).filter(|_| !self.back.contains_key(key));
        if self.is_empty() {
            value.clone()
        } else {
            references(value, &left)
        }
    }

    /// A path of the first plan in the words of the second.
    pub fn path(&self, path: &Path) -> Path {
        Path {
            item: path.item.iter().map(|name| self.value(name)).collect(),
            ..path.clone()
        }
    }

    /// The way back.
    pub fn inverted(&self) -> Self {
        Self {
            there: self.back.clone(),
            back: self.there.clone(),
        }
    }
}

/// A value with the references in its texts led elsewhere, where `to` knows a place. It is to be
/// compared: what its paragraphs were read as, which prints, is as before.
fn references<'k>(value: &Value, to: &dyn Fn(&EntryRef) -> Option<&'k EntryRef>) -> Value {
    match value {
        Value::Text(text) => Value::Text(led(text, to)),
        Value::Prose(paragraphs) => {
            let paragraphs = paragraphs.iter().map(|paragraph| Paragraph {
                form: paragraph.form,
                text: match paragraph.text.split_once('\n') {
                    Some((info, block)) if paragraph.is_embed() => {
                        format!("{info}\n{}", led_in_block(block, to))
                    }
                    Some(_) | None => led(&paragraph.text, to),
                },
                content: paragraph.content.clone(),
            });
            Value::Prose(paragraphs.collect())
        }
        Value::Present
        | Value::Flag(_)
        | Value::Count(_)
        | Value::Money(_)
        | Value::Number(_)
        | Value::Year(_)
        | Value::Date(_)
        | Value::Word(_)
        | Value::Entry(_)
        | Value::List(_)
        | Value::Digest(_) => value.clone(),
    }
}
