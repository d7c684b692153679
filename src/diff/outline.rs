//! What it means that a book has other parts.

use std::collections::BTreeSet;

use super::renames::Renames;
use crate::model::change::Kind;
use crate::model::{EntryRef, Volume};
use crate::records::Records;

/// The parts that a volume of one plan has, in the words of the second plan.
#[derive(Default)]
struct Parts {
    /// Whether it has numbered chapters.
    has_chapters: bool,
    /// All that it prints.
    own: BTreeSet<String>,
    /// What any volume of the plan prints.
    printed: BTreeSet<String>,
}

impl Parts {
    fn of(records: &Records<'_>, key: &EntryRef, name: &dyn Fn(&str) -> String) -> Self {
        let mut parts = Self::default();
        for volume in &records.plan.file.volumes {
            let all = names(volume, name);
            parts.printed.extend(all.iter().cloned());
            if volume.id.value == key.id {
                parts.has_chapters = !volume.body.is_empty();
                parts.own = all;
            }
        }
        parts
    }

    /// Whether it prints something that the other plan prints nowhere.
    fn is_more_than(&self, other: &Self) -> bool {
        !self.own.is_subset(&other.printed)
    }

    /// Whether the other has nothing left of what makes a book.
    fn is_emptied_in(&self, other: &Self) -> bool {
        (self.has_chapters && !other.has_chapters) || (!self.own.is_empty() && other.own.is_empty())
    }
}

fn names(volume: &Volume, name: &dyn Fn(&str) -> String) -> BTreeSet<String> {
    let all = volume.front.iter().chain(&volume.body).chain(&volume.annex);
    all.map(|part| name(&part.value)).collect()
}

/// The meaning of another outline. A part that another volume prints is not gone.
pub(super) fn meaning(
    base: (&Records<'_>, &EntryRef),
    head: (&Records<'_>, &EntryRef),
    renames: &Renames,
) -> Kind {
    let renamed = |part: &str| renames.part(part);
    let before = Parts::of(base.0, base.1, &renamed);
    let after = Parts::of(head.0, head.1, &str::to_owned);
    match (before.is_more_than(&after), after.is_more_than(&before)) {
        (true, _) if before.is_emptied_in(&after) => Kind::OutlineEmptied,
        (_, true) if after.is_emptied_in(&before) => Kind::OutlineFilled,
        (true, true) => Kind::PartsReplaced,
        (true, false) => Kind::PartsRemoved,
        (false, true) => Kind::PartsAdded,
        (false, false) => Kind::OutlineChanged,
    }
}
