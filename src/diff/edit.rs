//! Edits: a value that was added, removed or changed.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::pairing::{Features, candidate_pairs};
use super::renames::Renames;
use super::version::Version;
use crate::model::EntryRef;
use crate::records::Records;
use crate::records::{Field, Path};
use crate::source::Span;
use crate::value::Value;

/// A value that one of the plans has.
#[derive(Debug, Clone)]
pub struct Said {
    /// The entry.
    pub key: EntryRef,
    /// Where in it.
    pub path: Path,
    /// The value.
    pub value: Value,
    /// Where it was written.
    pub span: Span,
}

/// Where it was written is no part of what is said.
impl PartialEq for Said {
    fn eq(&self, other: &Self) -> bool {
        (&self.key, &self.path, &self.value) == (&other.key, &other.path, &other.value)
    }
}

impl Eq for Said {}

/// A value in the first plan, in the second, or in both and not the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What the first plan says.
    pub before: Option<Said>,
    /// What the second plan says.
    pub after: Option<Said>,
}

impl Edit {
    /// A value that one of the plans has alone.
    pub(super) fn one_sided(version: Version, said: Said) -> Self {
        match version {
            Version::Before => Self {
                before: Some(said),
                after: None,
            },
            Version::After => Self {
                before: None,
                after: Some(said),
            },
        }
    }

    /// What one of the plans says.
    pub fn said(&self, version: Version) -> Option<&Said> {
        version.of(&self.before, &self.after).as_ref()
    }

    /// The same edit seen from the other side.
    pub fn inverted(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
        }
    }

    /// Where the value stands: in the second plan, or else in the first.
    pub fn path(&self) -> Option<&Path> {
        let said = self.after.as_ref().or(self.before.as_ref());
        said.map(|said| &said.path)
    }

    /// In which order edits are told: by path, and where ids mean something else than before,
    /// what went first.
    pub(super) fn order(&self) -> impl Ord + use<'_> {
        (self.path(), self.after.is_some())
    }

    /// Whether the value is the same and only the name of its item is another.
    pub(crate) fn is_rename(&self) -> bool {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => before.value == after.value,
            _ => false,
        }
    }
}

/// Lists whose items can get another name.
/// Lists stand behind those around them.
const RENAMED: &[&str] = &[
    "activity",
    "sub",
    "indicator",
    "activity-indicator",
    "sub-indicator",
    "risk",
];

/// The edits that make what an entry of the first plan says into what its counterpart
/// in the second says.
pub(super) fn edits(
    before: (&EntryRef, Vec<Field>),
    after: (&EntryRef, Vec<Field>),
    renames: &Renames,
) -> Vec<Edit> {
    let said = |key: &EntryRef, field: &Field| Said {
        key: key.clone(),
        path: field.path.clone(),
        value: field.value.clone(),
        span: field.span,
    };
    let (from, old) = before;
    let (to, new) = after;
    let items = renamed_items(&old, &new, renames);
    if items.is_empty() && renames.is_empty() {
        return unnamed_edits((from, &old), (to, &new));
    }
    let mut rest: BTreeMap<Path, &Field> = BTreeMap::new();
    for field in &old {
        rest.insert(counterpart(&field.path, &items, renames), field);
    }
    let mut edits = Vec::new();
    for field in &new {
        match rest.remove(&field.path) {
            None => edits.push(Edit {
                before: None,
                after: Some(said(to, field)),
            }),
            Some(was) => {
                let same = renames.value(&was.value) == renames.settled(&field.value);
                if !same || renames.path(&was.path) != field.path {
                    edits.push(Edit {
                        before: Some(said(from, was)),
                        after: Some(said(to, field)),
                    });
                }
            }
        }
    }
    edits.extend(rest.into_values().map(|field| Edit {
        before: Some(said(from, field)),
        after: None,
    }));
    edits.sort_by(|one, other| one.order().cmp(&other.order()));
    edits
}

/// The edits where nothing has another name: both sides are in the same order.
fn unnamed_edits(before: (&EntryRef, &[Field]), after: (&EntryRef, &[Field])) -> Vec<Edit> {
    let said = |key: &EntryRef, field: &Field| {
        Some(Said {
            key: key.clone(),
            path: field.path.clone(),
            value: field.value.clone(),
            span: field.span,
        })
    };
    let mut edits = Vec::new();
    let mut old = before.1.iter().peekable();
    let mut new = after.1.iter().peekable();
    loop {
        let order = match (old.peek(), new.peek()) {
            (Some(was), Some(is)) => was.path.cmp(&is.path),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return edits,
        };
        let was = if order.is_le() { old.next() } else { None };
        let is = if order.is_ge() { new.next() } else { None };
        if was.map(|field| &field.value) != is.map(|field| &field.value) {
            edits.push(Edit {
                before: was.and_then(|field| said(before.0, field)),
                after: is.and_then(|field| said(after.0, field)),
            });
        }
    }
}

/// All values of an entry that only one plan has.
pub(super) fn whole(records: &Records<'_>, key: &EntryRef) -> Vec<Said> {
    let fields = records.fields(key).into_iter();
    fields
        .map(|field| Said {
            key: key.clone(),
            path: field.path,
            value: field.value,
            span: field.span,
        })
        .collect()
}

/// The name of an item: its list, what tells it apart, and which of those it is.
type Name = (&'static str, Vec<Value>, u32);

fn name(path: &Path) -> Name {
    (path.field, path.item.clone(), path.nth)
}

/// Where a value of the first plan would stand in the second.
fn counterpart(path: &Path, items: &BTreeMap<Name, Name>, renames: &Renames) -> Path {
    match items.get(&name(path)) {
        Some((_, item, nth)) => Path {
            item: item.clone(),
            nth: *nth,
            ..path.clone()
        },
        None => renames.path(&moved(path, items)),
    }
}

/// The same path in the item around it, where that has another name.
fn moved(path: &Path, items: &BTreeMap<Name, Name>) -> Path {
    for (list, around) in path.around().rev() {
        let own = path.item.get(around.len()..).unwrap_or(&[]);
        if let Some((_, other, _)) = items.get(&(list, around.to_vec(), 0)) {
            return Path {
                item: [other.as_slice(), own].concat(),
                ..path.clone()
            };
        }
    }
    path.clone()
}

/// More items than this are not compared with each other.
const MANY: usize = 64;

/// Items of lists that have another name in the second plan.
fn renamed_items(old: &[Field], new: &[Field], renames: &Renames) -> BTreeMap<Name, Name> {
    let mut found = BTreeMap::new();
    for list in RENAMED {
        // Most entries have the same items: nothing is copied before that is known.
        let (gone, came) = (heads(list, old), heads(list, new));
        if gone.is_subset(&came) || came.is_subset(&gone) {
            continue;
        }
        let (gone, came) = (items(list, old), items(list, new));
        // What stands in an item with another name is there by that name.
        let there = |gone: &BTreeMap<Name, Vec<Field>>| -> BTreeMap<Name, Name> {
            let names = gone.iter().filter_map(|(own, fields)| {
                let path = &fields.first()?.path;
                Some((own.clone(), name(&moved(path, &found))))
            });
            names.collect()
        };
        let there = there(&gone);
        let known: BTreeSet<Name> = there.values().cloned().collect();
        let gone: Vec<_> = gone
            .iter()
            .filter(|(own, _)| there.get(*own).is_none_or(|name| !came.contains_key(name)))
            .collect();
        let came: Vec<_> = came
            .iter()
            .filter(|(name, _)| !known.contains(*name))
            .collect();
        if gone.len() > MANY || came.len() > MANY {
            continue;
        }
        let same = |value: &Value| renames.value(value);
        let features = |fields: &[Field]| Features::of(fields, same);
        let old: Vec<Features> = gone.iter().map(|(_, fields)| features(fields)).collect();
        let young: Vec<Features> = came
            .iter()
            .map(|(_, fields)| Features::of(fields, Value::clone))
            .collect();
        let mut scored = Vec::new();
        let all = |features: &[Features]| (0..features.len()).collect::<Vec<_>>();
        for (from, to) in candidate_pairs(&old, &young, (&all(&old), &all(&young))) {
            if let (Some(a), Some(b), Some(before), Some(after)) =
                (old.get(from), young.get(to), gone.get(from), came.get(to))
                && a.is_enough(b)
            {
                let names = (before.0.min(after.0), before.0.max(after.0));
                scored.push((std::cmp::Reverse(a.share(b)), names, before.0, after.0));
            }
        }
        scored.sort();
        let mut taken = BTreeSet::new();
        for (_, _, before, after) in scored {
            if !taken.contains(before) && !taken.contains(after) {
                taken.extend([before, after]);
                found.insert(before.clone(), after.clone());
            }
        }
    }
    found
}

/// The names of the items of a list.
fn heads<'f>(list: &str, fields: &'f [Field]) -> BTreeSet<(&'f [Value], u32)> {
    let own = fields.iter().map(|field| &field.path);
    let own = own.filter(|path| path.field == list && path.key.is_empty());
    own.map(|path| (path.item.as_slice(), path.nth)).collect()
}

/// The items of a list with what each says.
fn items(list: &str, fields: &[Field]) -> BTreeMap<Name, Vec<Field>> {
    let mut items: BTreeMap<Name, Vec<Field>> = BTreeMap::new();
    for field in fields.iter().filter(|field| field.path.field == list) {
        items
            .entry(name(&field.path))
            .or_default()
            .push(field.clone());
    }
    items
}
