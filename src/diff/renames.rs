//! Entries that have another id in the second plan.

use std::collections::{BTreeMap, BTreeSet};

use super::key::Key;
use super::value::{Path, Value};

/// Ids of the first plan with those of the second, for entries whose id changed.
///
/// Neither id is there in the other plan. What still refers to one that is not there
/// refers to the other afterwards, so that the way back is as clear as the way there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renames {
    there: BTreeMap<Key, Key>,
    back: BTreeMap<Key, Key>,
}

impl Renames {
    /// Notes that an entry has another id.
    pub(super) fn insert(&mut self, before: Key, after: Key) {
        self.back.insert(after.clone(), before.clone());
        self.there.insert(before, after);
    }

    /// Whether no id changed.
    pub fn is_empty(&self) -> bool {
        self.there.is_empty()
    }

    /// The pairs, in the order of the first plan.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &Key)> {
        self.there.iter()
    }

    /// The key that an entry of the first plan has in the second.
    pub fn key(&self, key: &Key) -> Key {
        let other = self.there.get(key).or_else(|| self.back.get(key));
        other.unwrap_or(key).clone()
    }

    /// All ids that are not the same in both plans.
    pub(super) fn ids(&self) -> BTreeSet<&str> {
        let keys = self.there.keys().chain(self.back.keys());
        keys.map(|key| key.id.as_str()).collect()
    }

    /// A value of the first plan in the words of the second.
    pub fn value(&self, value: &Value) -> Value {
        match value {
            Value::Entry(key) => Value::Entry(self.key(key)),
            Value::Present
            | Value::Text(_)
            | Value::Flag(_)
            | Value::Count(_)
            | Value::Money(_)
            | Value::Number(_)
            | Value::Year(_)
            | Value::Date(_)
            | Value::Word(_)
            | Value::List(_)
            | Value::Prose(_)
            | Value::Digest(_) => value.clone(),
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
    pub fn mirrored(&self) -> Self {
        Self {
            there: self.back.clone(),
            back: self.there.clone(),
        }
    }
}
