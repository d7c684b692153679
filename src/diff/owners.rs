//! Which entry a place in a plan belongs to.

use std::collections::BTreeMap;

use crate::model::EntryRef;
use crate::records::Records;
use crate::resolve::Plan;
use crate::source::SourceTree;

/// The entries of a plan by the places where they begin.
pub struct Owners {
    /// By number of the file and offset in bytes.
    begins: BTreeMap<(u32, usize), EntryRef>,
    /// Entries of the files in which none begins: narrative beside a TOML file.
    beside: BTreeMap<u32, EntryRef>,
}

impl Owners {
    /// Those of a plan.
    pub fn new(plan: &Plan, tree: &SourceTree) -> Self {
        let records = Records::new(plan, tree);
        let begins = records.begins().map(|(key, span)| {
            let place = (span.file.number(), span.start());
            (place, key.clone())
        });
        let beside = tree.iter().filter_map(|(index, file)| {
            let key = EntryRef::told_by(&file.role)?;
            Some((index.number(), key))
        });
        Self {
            begins: begins.collect(),
            beside: beside.collect(),
        }
    }

    /// The entry to which a place belongs, by the number of its file and the offset in
    /// bytes; `None` if it belongs to none.
    pub(crate) fn owner(&self, file: u32, offset: usize) -> Option<&EntryRef> {
        let mut before = self.begins.range((file, 0)..=(file, offset));
        let first = || self.begins.range((file, 0)..=(file, usize::MAX)).next();
        let found = before.next_back().or_else(first).map(|(_, key)| key);
        found.or_else(|| self.beside.get(&file))
    }
}
