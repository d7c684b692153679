//! Recognises entries that have another id, by what they say.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

use rayon::prelude::*;
use serde::Serialize;
use siphasher::sip::SipHasher13;

use super::key::{EntryKind, Key};
use super::listing::Listing;
use super::renames::Renames;
use super::value::{Field, Value};

/// Why two entries with different ids are taken for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Evidence {
    /// The number that both have, as it is printed: `GOV-07`.
    pub number: Option<String>,
    /// How much of what either says is said by both, in percent.
    pub alike: usize,
}

/// So much must be said by both, in percent, unless the number is the same.
const ENOUGH: usize = 50;

/// What more entries than this say does not tell one from another.
const COMMON: usize = 32;

/// Kinds whose ids can change, those first that others name.
const ORDER: &[EntryKind] = &[
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
    EntryKind::Phase,
    EntryKind::Volume,
    EntryKind::Readiness,
    EntryKind::Chapter,
    EntryKind::Asset,
    EntryKind::Program,
];

/// The entries that have another id, each with why that is believed. What cannot be
/// read on one side, by `known`, is no rename.
pub(super) fn pair(
    base: &Listing<'_>,
    head: &Listing<'_>,
    known: &dyn Fn(&Key) -> bool,
) -> (Renames, BTreeMap<Key, Evidence>) {
    let mut renames = Renames::default();
    let mut evidence = BTreeMap::new();
    for kind in ORDER {
        let gone = only(*kind, base, head, known);
        let new = only(*kind, head, base, known);
        if gone.is_empty() || new.is_empty() {
            continue;
        }
        for (before, after, why) in pairs(base, head, &gone, &new, &renames) {
            renames.insert(before, after.clone());
            evidence.insert(after, why);
        }
    }
    (renames, evidence)
}

/// The entries of a kind that the other plan does not have.
fn only(
    kind: EntryKind,
    own: &Listing<'_>,
    other: &Listing<'_>,
    known: &dyn Fn(&Key) -> bool,
) -> Vec<Key> {
    let keys = own.keys().filter(|key| key.kind == kind);
    keys.filter(|key| !other.has(key) && known(key))
        .cloned()
        .collect()
}

fn pairs(
    base: &Listing<'_>,
    head: &Listing<'_>,
    gone: &[Key],
    new: &[Key],
    renames: &Renames,
) -> Vec<(Key, Key, Evidence)> {
    // A number is never used again: who has it is the programme.
    let mut numbers: BTreeMap<(Key, u32), (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, key) in gone.iter().enumerate() {
        if let Some((pillar, number)) = number(base, key) {
            let who = numbers.entry((renames.key(&pillar), number)).or_default();
            who.0.push(at);
        }
    }
    for (at, key) in new.iter().enumerate() {
        if let Some(number) = number(head, key) {
            numbers.entry(number).or_default().1.push(at);
        }
    }
    let numbered = together(numbers.values());
    // Where only one of each plan has a number, nobody else can be meant.
    let sure = numbers.values().filter_map(|who| match who {
        (from, to) if from.len() == 1 && to.len() == 1 => Some((*from.first()?, *to.first()?)),
        _ => None,
    });
    let (sure_gone, sure_new): (BTreeSet<usize>, BTreeSet<usize>) = sure.unzip();
    let same = |value: &Value| renames.value(value);
    let old: Vec<Features> = gone
        .par_iter()
        .map(|key| Features::of(&base.fields(key), same))
        .collect();
    let young: Vec<Features> = new
        .par_iter()
        .map(|key| Features::of(&head.fields(key), Value::clone))
        .collect();
    let unsure = |all: &[Features], sure: &BTreeSet<usize>| {
        let all = 0..all.len();
        all.filter(|at| !sure.contains(at)).collect::<Vec<_>>()
    };
    let mut candidates = alike(
        &old,
        &young,
        (&unsure(&old, &sure_gone), &unsure(&young, &sure_new)),
    );
    candidates.extend(&numbered);
    let mut scored = Vec::new();
    for (from, to) in candidates {
        if let (Some(a), Some(b), Some(before), Some(after)) =
            (old.get(from), young.get(to), gone.get(from), new.get(to))
        {
            let has_number = numbered.contains(&(from, to));
            let score = a.share(b);
            if has_number || score >= ENOUGH {
                // The same order from either side.
                let names = (before.min(after), before.max(after));
                scored.push((!has_number, std::cmp::Reverse(score), names, before, after));
            }
        }
    }
    scored.sort();
    let mut taken = BTreeSet::new();
    let mut found = Vec::new();
    for (unnumbered, score, _, before, after) in scored {
        if taken.contains(before) || taken.contains(after) {
            continue;
        }
        taken.extend([before, after]);
        let number = base.number(before).filter(|_| !unnumbered);
        let evidence = Evidence {
            number,
            alike: score.0,
        };
        found.push((before.clone(), after.clone(), evidence));
    }
    found
}

fn number(listing: &Listing<'_>, key: &Key) -> Option<(Key, u32)> {
    let program = listing.program(key)?;
    let pillar = &listing.plan.pillars[program.pillar].id;
    let pillar = Key::new(EntryKind::Pillar, pillar);
    Some((pillar, program.file.number.value))
}

/// Pairs of the chosen ones that say something alike which few others say.
pub(super) fn alike(
    old: &[Features],
    new: &[Features],
    chosen: (&[usize], &[usize]),
) -> BTreeSet<(usize, usize)> {
    let mut who: BTreeMap<u64, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, features) in chosen.0.iter().filter_map(|at| Some((*at, old.get(*at)?))) {
        for feature in &features.0 {
            who.entry(*feature).or_default().0.push(at);
        }
    }
    for (at, features) in chosen.1.iter().filter_map(|at| Some((*at, new.get(*at)?))) {
        for feature in &features.0 {
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

/// What an entry says, as a set that can be compared.
pub(super) struct Features(BTreeSet<u64>);

impl Features {
    /// The features of what is said. Yes, no and words of a list say too little.
    pub fn of(fields: &[Field], same: impl Fn(&Value) -> Value) -> Self {
        let mut features = BTreeSet::new();
        for field in fields {
            let path = &field.path;
            if matches!(path.field, "number" | "order") {
                continue;
            }
            let mut add = |what: &str| {
                let mut hasher = SipHasher13::new();
                let year = path.year.map(|year| year.to_string()).unwrap_or_default();
                for part in [path.field, path.key, &year, what] {
                    hasher.write(part.as_bytes());
                    hasher.write_u8(0);
                }
                features.insert(hasher.finish());
            };
            let named = path.item.iter().filter(|_| path.key.is_empty());
            for value in named.chain([&field.value]) {
                match value {
                    Value::Present | Value::Flag(_) | Value::Word(_) => {}
                    Value::Text(text) => {
                        add(text);
                        for word in text.split_whitespace() {
                            add(&word.to_lowercase());
                        }
                    }
                    Value::Prose(paragraphs) => {
                        for paragraph in paragraphs {
                            add(&paragraph.text);
                        }
                    }
                    Value::Count(_)
                    | Value::Money(_)
                    | Value::Number(_)
                    | Value::Year(_)
                    | Value::Date(_)
                    | Value::Entry(_)
                    | Value::List(_)
                    | Value::Digest(_) => add(&same(value).to_string()),
                }
            }
        }
        Self(features)
    }

    /// How much of what either says is said by both, in percent.
    pub fn share(&self, other: &Self) -> usize {
        let both = self.0.intersection(&other.0).count();
        let either = self.0.union(&other.0).count();
        both.saturating_mul(100).checked_div(either).unwrap_or(0)
    }

    /// Whether that is enough to be one.
    pub fn is_enough(&self, other: &Self) -> bool {
        self.share(other) >= ENOUGH
    }
}
