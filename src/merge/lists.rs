//! Which items of two lists are the same, and where new ones go.

use super::meaning::Meaning;

/// What two items have to have in common, in percent, to be one under two names.
const ENOUGH: usize = 50;

/// Lists whose items are called by a text that may be worded anew.
const WORDED: &[&str] = &["activity", "indicator", "risk"];

/// More items than this are not compared with each other.
const MANY: usize = 64;

/// How the items of two lists are paired.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// By all that they say.
    Value,
    /// By what they are called.
    Name,
    /// By what they are called, or else by what they say.
    Likeness,
}

/// For each item of the first list, its counterpart in the second. `among` tells which
/// items of each are looked at.
pub(crate) fn pair(
    key: &str,
    by: By,
    first: &[Meaning],
    second: &[Meaning],
    among: (impl Fn(usize) -> bool, impl Fn(usize) -> bool),
) -> Vec<Option<usize>> {
    let mut pairs: Vec<Option<usize>> = vec![None; first.len()];
    let mut free: Vec<bool> = (0..second.len()).map(|at| among.1(at)).collect();
    let names = |items: &[Meaning]| -> Vec<Option<String>> {
        items.iter().map(|item| item.name(key)).collect()
    };
    let (old, new) = (names(first), names(second));
    let mut match_by = |pairs: &mut Vec<Option<usize>>, same: &dyn Fn(usize, usize) -> bool| {
        for (at, pair) in pairs.iter_mut().enumerate() {
            if pair.is_some() || !among.0(at) {
                continue;
            }
            let found = (0..second.len())
                .find(|to| free.get(*to).copied().unwrap_or(false) && same(at, *to));
            if let Some(to) = found {
                *pair = Some(to);
                if let Some(free) = free.get_mut(to) {
                    *free = false;
                }
            }
        }
    };
    match_by(&mut pairs, &|at, to| first.get(at) == second.get(to));
    if by != By::Value {
        match_by(&mut pairs, &|at, to| old.get(at) == new.get(to));
    }
    if by == By::Likeness && WORDED.contains(&key) {
        let mut scored = Vec::new();
        let gone: Vec<usize> = (0..first.len())
            .filter(|at| among.0(*at) && pairs.get(*at).is_some_and(Option::is_none))
            .collect();
        let came: Vec<usize> = (0..second.len())
            .filter(|to| free.get(*to).copied().unwrap_or(false))
            .collect();
        if gone.len() <= MANY && came.len() <= MANY {
            for at in &gone {
                for to in &came {
                    if let (Some(one), Some(other)) = (first.get(*at), second.get(*to)) {
                        scored.push((std::cmp::Reverse(one.share(other)), *at, *to));
                    }
                }
            }
        }
        scored.sort();
        for (share, at, to) in scored {
            let is_free = free.get(to).copied().unwrap_or(false);
            if share.0 >= ENOUGH
                && is_free
                && let (Some(pair @ None), Some(free)) = (pairs.get_mut(at), free.get_mut(to))
            {
                *pair = Some(to);
                *free = false;
            }
        }
    }
    pairs
}

/// An item of the merged list: where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// An item that stands here.
    Own(usize),
    /// One that stands in the other list.
    Other(usize),
    /// One that neither has as it was.
    Base(usize),
}

/// Puts an item behind the one that it follows where it comes from, and behind what was
/// added there here.
pub(crate) fn place(
    slots: &mut Vec<Slot>,
    slot: Slot,
    before: impl DoubleEndedIterator<Item = Slot>,
    is_added: impl Fn(usize) -> bool,
) {
    let anchor = before
        .rev()
        .find_map(|before| slots.iter().position(|known| *known == before));
    let mut at = anchor.map_or(0, |anchor| anchor.saturating_add(1));
    while let Some(Slot::Own(own)) = slots.get(at)
        && is_added(*own)
    {
        at = at.saturating_add(1);
    }
    slots.insert(at.min(slots.len()), slot);
}
