//! In which order commits are told.

use std::collections::{BTreeMap, BTreeSet};

use crate::reading::Commit;

/// Every commit before its parents, and the later of two that do not depend on each other
/// first.
pub(super) fn in_order(commits: Vec<Commit>) -> Vec<Commit> {
    let mut waiting: BTreeMap<String, usize> = BTreeMap::new();
    for parent in commits.iter().flat_map(|commit| &commit.parents) {
        let count = waiting.entry(parent.clone()).or_default();
        *count = count.saturating_add(1);
    }
    let mut known: BTreeMap<String, Commit> = BTreeMap::new();
    let mut ready = BTreeSet::new();
    for commit in commits {
        if !waiting.contains_key(&commit.id) {
            ready.insert((commit.seconds, commit.id.clone()));
        }
        known.insert(commit.id.clone(), commit);
    }
    let mut ordered = Vec::new();
    while let Some((_, id)) = ready.pop_last() {
        let Some(commit) = known.remove(&id) else {
            continue;
        };
        for parent in &commit.parents {
            if let Some(count) = waiting.get_mut(parent) {
                *count = count.saturating_sub(1);
                if *count == 0
                    && let Some(next) = known.get(parent)
                {
                    ready.insert((next.seconds, parent.clone()));
                }
            }
        }
        ordered.push(commit);
    }
    ordered
}
