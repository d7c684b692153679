//! Ids of entries that stand in lists.

use std::collections::BTreeMap;

use super::arena::Id;
use super::lookup::Lookup;
use crate::finding::Findings;
use crate::language::Message;
use crate::model::{Listed, is_id, quoted};
use crate::reading::id_of_name;
use crate::resolve::rules;
use crate::source::Spanned;

/// Gives the entries of lists their places and ids; entries that could not be
/// read get an id alone.
pub(crate) fn register<T, E>(
    lookup: &mut Lookup<T>,
    lists: Vec<Listed<E>>,
    id: impl Fn(&E) -> Spanned<String>,
    findings: &mut Findings,
    mut place: impl FnMut(E) -> Id<T>,
) {
    let mut all: Vec<(Spanned<String>, Option<E>)> = Vec::new();
    for list in lists {
        let entries = list.entries.into_iter();
        all.extend(entries.map(|entry| (id(&entry), Some(entry))));
        let unread = list.unread.into_iter().flatten();
        all.extend(unread.map(|id| (id, None)));
    }
    lookup.choose_spellings(all.iter().map(|(id, _)| (id.value.as_str(), id.span)));
    for (id, entry) in all {
        if !lookup.reject_case_variant(&id, id.span, findings) {
            let index = entry.map(&mut place);
            lookup.insert(&id, id.span, index, findings);
        }
    }
}

/// Judges ids that nothing refers to.
pub(crate) fn check_ids<'a>(
    ids: impl Iterator<Item = &'a Spanned<String>> + Clone,
    kind: impl Fn() -> Message,
    findings: &mut Findings,
) {
    let mut seen: BTreeMap<String, &Spanned<String>> = BTreeMap::new();
    // A well-formed id counts before another that differs in case only.
    let (good, bad): (Vec<_>, Vec<_>) = ids.partition(|id| is_id(id));
    for id in good.into_iter().chain(bad) {
        match seen.get(&id.to_lowercase()) {
            Some(first) if first.value == id.value => {
                findings.push(rules::duplicate_id::finding(
                    id.span,
                    first.span,
                    kind(),
                    id,
                ));
            }
            Some(first) => {
                let finding = rules::id_case::finding(id.span, first.span, kind(), id, first);
                findings.push(finding);
            }
            None => {
                // That it is empty has been said.
                if !is_id(id) && !id.trim().is_empty() {
                    let meant = id_of_name(id).filter(|meant| !seen.contains_key(meant));
                    let finding = rules::invalid_id::finding(id.span, kind(), id, meant.as_deref());
                    findings.push(match meant {
                        Some(meant) => finding.respell(id.span, quoted(&meant)),
                        None => finding,
                    });
                }
                seen.insert(id.to_lowercase(), id);
            }
        }
    }
}
