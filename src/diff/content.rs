//! All that a plan says, as data to which changes can be applied.

use std::collections::BTreeMap;

use super::Diff;
use super::renames::Renames;
use crate::model::EntryRef;
use crate::records::Path;
use crate::records::Records;
use crate::resolve::Plan;
use crate::source::SourceTree;
use crate::value::Value;

/// The values of a plan, entry by entry, without their places, their order and the way in
/// which they are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content(pub BTreeMap<EntryRef, BTreeMap<Path, Value>>);

impl Content {
    /// What a plan says.
    pub fn of(plan: &Plan, tree: &SourceTree) -> Self {
        let records = Records::new(plan, tree);
        let mut entries: BTreeMap<EntryRef, BTreeMap<Path, Value>> = BTreeMap::new();
        for (key, field) in records.values() {
            let values = entries.entry(key.clone()).or_default();
            values.insert(field.path, field.value);
        }
        Self(entries)
    }

    /// What the plan says once it is changed. `None` if a change does not belong to it:
    /// if a value that it takes away is not there.
    pub fn apply(&self, diff: &Diff) -> Option<Self> {
        let renames = &diff.renames;
        let mut entries: BTreeMap<EntryRef, BTreeMap<Path, Value>> = BTreeMap::new();
        for (key, values) in &self.0 {
            let values = values
                .iter()
                .map(|(path, value)| (renames.path(path), renames.value(value)));
            entries.insert(renames.key(key), values.collect());
        }
        let edits = || diff.changes.iter().flat_map(|change| &change.edits);
        // What goes makes room for what comes.
        for said in edits().filter_map(|edit| edit.before.as_ref()) {
            let values = entries.get_mut(&renames.key(&said.key))?;
            let value = values.remove(&renames.path(&said.path))?;
            (value == renames.value(&said.value)).then_some(())?;
        }
        entries.retain(|_, values| !values.is_empty());
        for said in edits().filter_map(|edit| edit.after.as_ref()) {
            let values = entries.entry(said.key.clone()).or_default();
            let before = values.insert(said.path.clone(), said.value.clone());
            before.is_none().then_some(())?;
        }
        Some(Self(entries).settled(renames))
    }

    /// What the second plan says, with references in texts that still have an id of the
    /// first led to that of the second: that they do is no change.
    pub fn settled(&self, renames: &Renames) -> Self {
        let entries = self.0.iter().map(|(key, values)| {
            let values = values.iter();
            let values = values.map(|(path, value)| (path.clone(), renames.settled(value)));
            (key.clone(), values.collect())
        });
        Self(entries.collect())
    }
}
