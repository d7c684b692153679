//! What a merge did itself.

use std::collections::BTreeSet;

use super::super::{Change, Edit, EntryRef, Figures, Path, Said, Value};

/// What none of the parents says: of the changes against each of them, those that are
/// changes against all. What the merge took from one parent is no change against that one.
pub(super) fn own(against: &[Vec<Change>]) -> Vec<Change> {
    let mut found: Vec<Change> = Vec::new();
    let mut told: BTreeSet<(EntryRef, Path)> = BTreeSet::new();
    for (at, changes) in against.iter().enumerate() {
        let others = against.iter().enumerate();
        let others: Vec<&Vec<Change>> = others
            .filter(|(other, _)| *other != at)
            .map(|(_, changes)| changes)
            .collect();
        for change in changes {
            if change.edits.is_empty() || is_whole(change) {
                let known = found.iter().any(|one| is_same(one, change));
                let in_all = others
                    .iter()
                    .all(|changes| changes.iter().any(|one| is_same(one, change)));
                if in_all && !known {
                    found.push(change.clone());
                }
                continue;
            }
            let mut own = change.clone();
            own.edits.retain(|edit| {
                let place = place(edit);
                let new = place.as_ref().is_some_and(|place| !told.contains(place));
                new && is_own(edit, &others)
            });
            if !own.edits.is_empty() {
                told.extend(own.edits.iter().filter_map(place));
                found.push(own);
            }
        }
    }
    found
}

/// Whether the entry came or went.
fn is_whole(change: &Change) -> bool {
    change.before.is_none() || change.after.is_none()
}

/// Whether two changes mean the same of the same entry, whatever it was before.
fn is_same(one: &Change, other: &Change) -> bool {
    let tell = |change: &Change| {
        let year = match change.figures {
            Some(Figures::Ceiling { year, .. }) => Some(year),
            Some(Figures::Money(_)) | None => None,
        };
        (
            change.kind,
            change.side().map(|side| side.key.clone()),
            year,
        )
    };
    tell(one) == tell(other)
}

/// Where the merge has, or has no longer, what an edit is about.
fn place(edit: &Edit) -> Option<(EntryRef, Path)> {
    let said = edit.after.as_ref().or(edit.before.as_ref())?;
    Some((said.key.clone(), said.path.clone()))
}

/// Whether an edit is one against all other parents too, and holds something that none of
/// the parents has or lacks something that all have.
fn is_own(edit: &Edit, others: &[&Vec<Change>]) -> bool {
    let Some(at) = place(edit) else {
        return false;
    };
    let mut befores = vec![pieces(edit.before.as_ref())];
    for changes in others {
        let edits = changes.iter().flat_map(|change| &change.edits);
        let mut same = edits.filter(|other| place(other).as_ref() == Some(&at));
        match same.next() {
            Some(other) => befores.push(pieces(other.before.as_ref())),
            None => return false,
        }
    }
    // All have it, and the merge has not.
    if edit.after.is_none() {
        return true;
    }
    let after = pieces(edit.after.as_ref());
    let is_new = |piece: &String| befores.iter().all(|before| !before.contains(piece));
    let (first, rest) = match befores.split_first() {
        Some(split) => split,
        None => return false,
    };
    let in_all = |piece: &&String| rest.iter().all(|before| before.contains(*piece));
    after.iter().any(is_new)
        || first
            .iter()
            .filter(in_all)
            .any(|piece| !after.contains(piece))
}

/// What git merges one by one: paragraphs, items and lines; of other values the whole.
fn pieces(said: Option<&Said>) -> BTreeSet<String> {
    let Some(said) = said else {
        return BTreeSet::new();
    };
    match &said.value {
        Value::Prose(paragraphs) => paragraphs.iter().map(|one| one.text.clone()).collect(),
        Value::List(items) => items.iter().cloned().collect(),
        Value::Text(text) => text.lines().map(str::to_owned).collect(),
        Value::Present => BTreeSet::from([String::from("true")]),
        value @ (Value::Flag(_)
        | Value::Count(_)
        | Value::Money(_)
        | Value::Number(_)
        | Value::Year(_)
        | Value::Date(_)
        | Value::Word(_)
        | Value::Entry(_)
        | Value::Digest(_)) => BTreeSet::from([value.to_string()]),
    }
}
