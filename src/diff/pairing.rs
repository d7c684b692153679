//! Recognises entries that have another id, by what they say.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

use rayon::prelude::*;
use serde::Serialize;
use siphasher::sip::SipHasher13;

use super::renames::Renames;
use crate::model::{EntryKind, EntryRef};
use crate::records::Field;
use crate::records::Records;
use crate::value::Value;

/// Why two entries with different ids are taken for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Evidence {
    /// The number that both have, as it is printed: `GOV-07`.
    pub number: Option<String>,
    /// How much of what either says is said by both, in percent.
    pub alike: usize,
}

/// So much must be said by both, in percent, unless the number is the same.
const ENOUGH: usize = 50;

/// So much must be said by both, in percent, where the number is the same. Of unrelated
/// programmes no more than 21 percent was ever alike, and of programmes whose title,
/// summary, budget and indicators are all others no less than 24.
const FLOOR: usize = 20;

/// The same of what a programme says itself. What it belongs to, refers to and when it
/// takes place, many of one OPD have in common: 14 percent at most of unrelated ones, and
/// 15 at least of those that were rewritten like that.
const OWN_FLOOR: usize = 15;

/// What more entries than this say does not tell one from another.
const COMMON: usize = 32;

/// Kinds whose ids are compared first, since others name them.
const FIRST: &[EntryKind] = &[
    EntryKind::Pillar,
    EntryKind::Opd,
    EntryKind::Dimension,
    EntryKind::Mission,
    EntryKind::Law,
    EntryKind::District,
    EntryKind::Stakeholder,
    EntryKind::Proposal,
    EntryKind::Priority,
    EntryKind::Goal,
    EntryKind::Need,
    EntryKind::Policy,
];

/// Kinds whose ids are compared last, since they name others.
const LAST: &[EntryKind] = &[EntryKind::Program, EntryKind::Evaluation];

/// Kinds whose ids can change, those first that others name. The short form of an
/// abbreviation is no id.
fn order() -> impl Iterator<Item = EntryKind> {
    let others = EntryKind::ALL.iter().filter(|kind| {
        let is_placed = FIRST.contains(kind) || LAST.contains(kind);
        !is_placed && !kind.is_single() && **kind != EntryKind::Abbreviation
    });
    FIRST.iter().chain(others).chain(LAST).copied()
}

/// Kinds of which ids are names of files and folders, so that moving files is enough to
/// swap them.
const SWAPPED: &[EntryKind] = &[
    EntryKind::Pillar,
    EntryKind::Opd,
    EntryKind::Proposal,
    EntryKind::Chapter,
    EntryKind::Program,
];

/// The entries that have another id, each with why that is believed. What cannot be
/// read on one side, by `known`, is no rename.
pub(super) fn pair(
    base: &Records<'_>,
    head: &Records<'_>,
    known: &dyn Fn(&EntryRef) -> bool,
) -> (Renames, BTreeMap<EntryRef, Evidence>) {
    let mut renames = Renames::default();
    let mut evidence = BTreeMap::new();
    for kind in order() {
        let mut gone = only(kind, base, head, known);
        let mut new = only(kind, head, base, known);
        let kept = replaced(kind, (base, head), &renames, known);
        if gone.len().saturating_add(kept.len()) == 0 || new.len().saturating_add(kept.len()) == 0 {
            continue;
        }
        gone.extend(kept.keys().cloned());
        new.extend(kept.keys().cloned());
        for (before, after, why) in pairs(base, head, (&gone, &new), &kept, &renames) {
            renames.insert(before, after.clone());
            evidence.insert(after, why);
        }
    }
    (renames, evidence)
}

/// The entries of a kind that the other plan does not have.
fn only(
    kind: EntryKind,
    own: &Records<'_>,
    other: &Records<'_>,
    known: &dyn Fn(&EntryRef) -> bool,
) -> Vec<EntryRef> {
    let keys = own.keys().filter(|key| key.kind == kind);
    keys.filter(|key| !other.has(key) && known(key))
        .cloned()
        .collect()
}

/// Ids that both plans have and that may mean something else in the second: number, name
/// and most of what is said are others. With each, how much is alike in percent.
fn replaced(
    kind: EntryKind,
    (base, head): (&Records<'_>, &Records<'_>),
    renames: &Renames,
    known: &dyn Fn(&EntryRef) -> bool,
) -> BTreeMap<EntryRef, usize> {
    if !SWAPPED.contains(&kind) {
        return BTreeMap::new();
    }
    let keys = base.keys().filter(|key| key.kind == kind && head.has(key));
    let others = keys.filter(|key| {
        if base.name(key) == head.name(key) || !known(key) {
            return false;
        }
        let number = number(head, key);
        number.is_none() || numbered(base, key, renames) != number
    });
    let others: Vec<&EntryRef> = others.collect();
    let shares = others.par_iter().map(|key| {
        let same = |value: &Value| renames.value(value);
        let was = Features::of(&base.fields(key), same);
        let is = Features::of(&head.fields(key), Value::clone);
        ((*key).clone(), was.share(&is))
    });
    let shares: Vec<(EntryRef, usize)> = shares.collect();
    let unlike = shares.into_iter().filter(|(_, share)| *share < ENOUGH);
    unlike.collect()
}

/// Which of some entries are which of others; `kept` are those whose id both plans have.
fn pairs(
    base: &Records<'_>,
    head: &Records<'_>,
    (gone, new): (&[EntryRef], &[EntryRef]),
    kept: &BTreeMap<EntryRef, usize>,
    renames: &Renames,
) -> Vec<(EntryRef, EntryRef, Evidence)> {
    let mut numbers: BTreeMap<(EntryRef, u32), (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, key) in gone.iter().enumerate() {
        if let Some(number) = numbered(base, key, renames) {
            numbers.entry(number).or_default().0.push(at);
        }
    }
    for (at, key) in new.iter().enumerate() {
        if let Some(number) = number(head, key) {
            numbers.entry(number).or_default().1.push(at);
        }
    }
    let same = |value: &Value| renames.value(value);
    let old: Vec<Features> = gone
        .par_iter()
        .map(|key| Features::of(&base.fields(key), same))
        .collect();
    let young: Vec<Features> = new
        .par_iter()
        .map(|key| Features::of(&head.fields(key), Value::clone))
        .collect();
    // A number is never used again: who has it is the programme, if it says something of
    // what the programme said.
    let mut by_number = together(numbers.values());
    by_number.retain(|(from, to)| match (old.get(*from), young.get(*to)) {
        (Some(a), Some(b)) => a.may_be(b),
        _ => false,
    });
    // Where only one of each plan has a number, nobody else can be meant.
    let sure = numbers.values().filter_map(|who| match who {
        (from, to) if from.len() == 1 && to.len() == 1 => Some((*from.first()?, *to.first()?)),
        _ => None,
    });
    let sure = sure.filter(|pair| by_number.contains(pair));
    let (sure_gone, sure_new): (BTreeSet<usize>, BTreeSet<usize>) = sure.unzip();
    let unsure = |all: &[Features], sure: &BTreeSet<usize>| {
        let all = 0..all.len();
        all.filter(|at| !sure.contains(at)).collect::<Vec<_>>()
    };
    let mut candidates = candidate_pairs(
        &old,
        &young,
        (&unsure(&old, &sure_gone), &unsure(&young, &sure_new)),
    );
    candidates.extend(&by_number);
    // An id stays with what it meant unless another says twice as much of it.
    let least = |key: &EntryRef| kept.get(key).map_or(0, |share| share.saturating_mul(2));
    let mut scored = Vec::new();
    for (from, to) in candidates {
        if let (Some(a), Some(b), Some(before), Some(after)) =
            (old.get(from), young.get(to), gone.get(from), new.get(to))
            && before != after
        {
            let has_number = by_number.contains(&(from, to));
            let score = a.share(b);
            let is_more = score >= least(before) && score >= least(after);
            if is_more && (has_number || score >= ENOUGH) {
                // The same order from either side.
                let names = (before.min(after), before.max(after));
                scored.push((!has_number, std::cmp::Reverse(score), names, before, after));
            }
        }
    }
    scored.sort();
    let (mut left, mut taken) = (BTreeSet::new(), BTreeSet::new());
    let mut found = Vec::new();
    for (unnumbered, score, _, before, after) in scored {
        if left.contains(before) || taken.contains(after) {
            continue;
        }
        left.insert(before);
        taken.insert(after);
        let number = base.number(before).filter(|_| !unnumbered);
        let evidence = Evidence {
            number,
            alike: score.0,
        };
        found.push((before.clone(), after.clone(), evidence));
    }
    found
}

/// The pillar and the number of a programme.
pub(super) fn number(records: &Records<'_>, key: &EntryRef) -> Option<(EntryRef, u32)> {
    let program = records.program(key)?;
    let pillar = &records.plan.pillars[program.pillar].id;
    let pillar = EntryRef::new(EntryKind::Pillar, pillar);
    Some((pillar, program.file.number.value))
}

/// The same of the first plan, in the words of the second.
pub(super) fn numbered(
    base: &Records<'_>,
    key: &EntryRef,
    renames: &Renames,
) -> Option<(EntryRef, u32)> {
    let (pillar, number) = number(base, key)?;
    Some((renames.key(&pillar), number))
}

/// Programmes of the first plan, each with those of the second that have its number and
/// are another one.
pub(super) fn same_numbers<'k>(
    base: &'k Records<'_>,
    head: &'k Records<'_>,
    renames: &Renames,
) -> Vec<(&'k EntryRef, &'k EntryRef)> {
    let programs = |records: &'k Records<'_>| {
        let keys = records.keys();
        keys.filter(|key| key.kind == EntryKind::Program)
    };
    // Where every programme is one of the other plan, numbers changed at most.
    let names = renames.inverted();
    let is_known = |key: &EntryRef, names: &Renames, records: &Records<'_>| {
        let other = names.counterpart(key);
        other.is_some_and(|other| records.has(&other))
    };
    if programs(base).all(|key| is_known(key, renames, head))
        && programs(head).all(|key| is_known(key, &names, base))
    {
        return Vec::new();
    }
    let mut holders: BTreeMap<(EntryRef, u32), Vec<&'k EntryRef>> = BTreeMap::new();
    for key in programs(head) {
        if let Some(number) = number(head, key) {
            holders.entry(number).or_default().push(key);
        }
    }
    let mut found = Vec::new();
    for before in programs(base) {
        let holders = numbered(base, before, renames).and_then(|number| holders.get(&number));
        let own = renames.counterpart(before);
        let others = holders.into_iter().flatten();
        let others = others.filter(|after| own.as_ref() != Some(**after));
        found.extend(others.map(|after| (before, *after)));
    }
    found
}

/// Pairs of the chosen ones that say something alike which few others say.
pub(super) fn candidate_pairs(
    old: &[Features],
    new: &[Features],
    chosen: (&[usize], &[usize]),
) -> BTreeSet<(usize, usize)> {
    let mut who: BTreeMap<u64, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, features) in chosen.0.iter().filter_map(|at| Some((*at, old.get(*at)?))) {
        for feature in &features.all {
            who.entry(*feature).or_default().0.push(at);
        }
    }
    for (at, features) in chosen.1.iter().filter_map(|at| Some((*at, new.get(*at)?))) {
        for feature in &features.all {
            who.entry(*feature).or_default().1.push(at);
        }
    }
    together(who.values())
}

/// All pairs of what says the same, unless too many do.
fn together<'a>(
    same: impl Iterator<Item = &'a (Vec<usize>, Vec<usize>)>,
) -> BTreeSet<(usize, usize)> {
    let few = same.filter(|(from, to)| from.len() <= COMMON && to.len() <= COMMON);
    few.flat_map(|(from, to)| from.iter().flat_map(|a| to.iter().map(|b| (*a, *b))))
        .collect()
}

/// What an entry says, as sets that can be compared.
pub(super) struct Features {
    /// All of it.
    all: BTreeSet<u64>,
    /// What it says itself: neither what it refers to nor when it takes place.
    own: BTreeSet<u64>,
}

impl Features {
    /// The features of what is said. Yes, no and words of a list say too little.
    pub fn of(fields: &[Field], same: impl Fn(&Value) -> Value) -> Self {
        let (mut all, mut own) = (BTreeSet::new(), BTreeSet::new());
        for field in fields {
            let path = &field.path;
            if matches!(path.field, "number" | "order") {
                continue;
            }
            let feature = |what: &str| {
                let mut hasher = SipHasher13::new();
                let year = path.year.map(|year| year.to_string()).unwrap_or_default();
                for part in [path.field, path.key, &year, what] {
                    hasher.write(part.as_bytes());
                    hasher.write_u8(0);
                }
                hasher.finish()
            };
            let mut add = |what: &str, is_own: bool| {
                let feature = feature(what);
                all.insert(feature);
                if is_own {
                    own.insert(feature);
                }
            };
            let named = path.item.iter().filter(|_| path.key.is_empty());
            for value in named.chain([&field.value]) {
                match value {
                    Value::Present | Value::Flag(_) | Value::Word(_) => {}
                    Value::Text(text) => {
                        add(text, true);
                        for word in text.split_whitespace() {
                            add(&word.to_lowercase(), true);
                        }
                    }
                    Value::Prose(paragraphs) => {
                        for paragraph in paragraphs {
                            add(&paragraph.text, true);
                        }
                    }
                    Value::Money(_) | Value::Number(_) | Value::List(_) | Value::Digest(_) => {
                        add(&value.to_string(), true);
                    }
                    Value::Count(_) | Value::Year(_) | Value::Date(_) | Value::Entry(_) => {
                        add(&same(value).to_string(), false);
                    }
                }
            }
        }
        Self { all, own }
    }

    /// How much of what either says is said by both, in percent.
    pub fn share(&self, other: &Self) -> usize {
        share(&self.all, &other.all)
    }

    /// Whether that is enough to be one.
    pub fn is_enough(&self, other: &Self) -> bool {
        self.share(other) >= ENOUGH
    }

    /// Whether it is enough to be one if the number is the same too.
    fn may_be(&self, other: &Self) -> bool {
        self.share(other) >= FLOOR && share(&self.own, &other.own) >= OWN_FLOOR
    }
}

fn share(one: &BTreeSet<u64>, other: &BTreeSet<u64>) -> usize {
    let both = one.intersection(other).count();
    let either = one.union(other).count();
    both.saturating_mul(100).checked_div(either).unwrap_or(0)
}
