//! Index of changes: which of them a mark of a book shows.
//!
//! A mark belongs to a change of the entry that it is about if the words that went or came
//! are those of the change. What came, went or moved is known by its name wherever that is
//! printed, and a sentence that reads otherwise by all of it, in tables that are about no
//! entry too. Money is in the sums of its pillar and its OPD.

use std::collections::{BTreeMap, BTreeSet};

use super::unit::{Unit, tokens};
use crate::compose::typst::function::Figure;
use crate::diff::report::{Detail, Digest};
use crate::diff::words::Words;
use crate::diff::{Change, Diff, Figures, Kind, Side, Value};
use crate::model::{EntryKind, EntryRef};
use crate::resolve::Plan;

/// The changes of a book, and what each is known by.
#[derive(Default)]
pub(crate) struct ChangeIndex {
    changes: Vec<Claim>,
    /// The changes of each entry, by its key in the second plan.
    by_key: BTreeMap<EntryRef, Vec<usize>>,
    /// Changes of the money of a pillar or an OPD.
    by_home: BTreeMap<EntryRef, Vec<usize>>,
    /// Changes of what refers to an entry.
    by_link: BTreeMap<EntryRef, Vec<usize>>,
    /// Changes by the words that went or came.
    by_word: BTreeMap<String, Vec<usize>>,
    /// The entries that changed, by what they are called or were.
    named: BTreeMap<String, EntryRef>,
}

/// A change.
struct Claim {
    fingerprint: String,
    /// Whether an entry came or went: all that is marked of it is the change.
    is_whole: bool,
    /// Whether narrative changed.
    is_narrative: bool,
    /// Whether a block of narrative asks for another table or figure.
    asks_otherwise: bool,
    /// Whether amounts changed.
    is_money: bool,
    /// Whether the entry refers to something else.
    has_links: bool,
    /// The keys of the entry that changed, as they are written in TOML.
    fields: BTreeSet<&'static str>,
    /// What reads otherwise.
    phrases: Vec<Phrase>,
    /// What the entry is called, if it came, went or moved.
    names: Vec<Phrase>,
    /// The numbers of the programme in both plans.
    numbers: BTreeSet<String>,
}

/// Words before and after, and those of them that went and came.
#[derive(Default)]
struct Phrase {
    old: Vec<String>,
    new: Vec<String>,
    gone: BTreeSet<String>,
    come: BTreeSet<String>,
}

/// Letters of a text from which on it is known wherever it stands.
const TELLING: usize = 12;

/// A word of more changes than this tells nothing.
const COMMON: usize = 200;

impl ChangeIndex {
    /// The changes of a book, whose values the digest has in words; the plans know what
    /// OPD are called for short.
    pub fn new(diff: &Diff, digest: &Digest, plans: [&Plan; 2]) -> Self {
        let told = digest.sections.iter().flat_map(|section| &section.changes);
        let told: BTreeMap<&str, &[Detail]> = told
            .map(|one| (one.fingerprint.as_str(), one.details.as_slice()))
            .collect();
        let short = abbreviations(plans);
        let mut index = Self::default();
        for change in &diff.changes {
            let details = told.get(change.fingerprint.as_str());
            index.add(diff, change, details.copied().unwrap_or(&[]), &short);
        }
        index
    }

    fn add(
        &mut self,
        diff: &Diff,
        change: &Change,
        details: &[Detail],
        short: &BTreeMap<String, String>,
    ) {
        let at = self.changes.len();
        let claim = Claim::of(change, details, short);
        for (key, side) in sides(diff, change) {
            for name in std::iter::once(&side.name).chain(&side.number) {
                let name = tokens(name).join(" ");
                if !name.is_empty() {
                    self.named.entry(name).or_insert_with(|| key.clone());
                }
            }
            if claim.is_money {
                let before = |home: &EntryRef| diff.renames.key(home);
                let homes = side.pillar.iter().chain(&side.opd).map(before);
                for home in homes.chain([key.clone()]) {
                    push(self.by_home.entry(home).or_default(), at);
                }
            }
            push(self.by_key.entry(key).or_default(), at);
        }
        for target in targets(change) {
            let target = diff.renames.key(&target);
            push(self.by_link.entry(target).or_default(), at);
        }
        for phrase in claim.phrases.iter().chain(&claim.names) {
            for word in phrase.gone.iter().chain(&phrase.come) {
                push(self.by_word.entry(word.clone()).or_default(), at);
            }
        }
        self.changes.push(claim);
    }

    /// The entry that one of some cells names, if it changed.
    pub fn named(&self, cells: &[(String, String)]) -> Option<&EntryRef> {
        let names = cells.iter().flat_map(|(old, new)| [old, new]);
        names.filter_map(|name| self.named.get(name)).next()
    }

    /// The fingerprints of all changes of an entry.
    pub fn of(&self, key: &EntryRef) -> impl Iterator<Item = &str> {
        let found = self.by_key.get(key).into_iter().flatten();
        let found = found.filter_map(|at| self.changes.get(*at));
        found.map(|claim| claim.fingerprint.as_str())
    }

    /// The fingerprints of the changes that the marks of a piece show.
    pub fn shown_by(&self, unit: &Unit) -> BTreeSet<&str> {
        let mut found: BTreeSet<usize> = BTreeSet::new();
        let of = |key: &Option<EntryRef>| {
            let own = key.as_ref().and_then(|key| self.by_key.get(key));
            own.into_iter().flatten().copied()
        };
        let those = |all: &mut dyn Iterator<Item = usize>, test: &dyn Fn(&Claim) -> bool| {
            let all = all.filter(|at| self.changes.get(*at).is_some_and(test));
            all.collect::<Vec<_>>()
        };
        found.extend(those(&mut of(&unit.key), &|claim| claim.is_shown_by(unit)));
        if unit.is_asked_for {
            found.extend(those(&mut of(&unit.part), &|claim| claim.asks_otherwise));
        }
        // The lists of what programmes serve have their numbers.
        let linked = unit.key.iter().filter_map(|key| self.by_link.get(key));
        let mut linked = linked.flatten().copied();
        found.extend(those(&mut linked, &|claim| claim.has_number_in(unit)));
        if unit.figure == Some(Figure::DependencyGraph) {
            let mut all = 0..self.changes.len();
            found.extend(those(&mut all, &|claim| {
                claim.fields.contains("depends-on")
            }));
        }
        if unit.has_amounts()
            && let Some(key) = &unit.key
        {
            found.extend(self.by_home.get(key).into_iter().flatten().copied());
        }
        let words = unit.gone.iter().chain(&unit.come);
        let postings = words.filter_map(|word| self.by_word.get(word));
        let near = postings.filter(|all| all.len() <= COMMON).flatten();
        let near: BTreeSet<usize> = near.copied().collect();
        found.extend(those(&mut near.into_iter(), &|claim| {
            claim.is_told_by(unit)
        }));
        let found = found.into_iter().filter_map(|at| self.changes.get(at));
        found.map(|claim| claim.fingerprint.as_str()).collect()
    }

    /// Whether a change is one of money, which the sums of the whole plan show too.
    pub fn is_money(&self, fingerprint: &str) -> bool {
        let mut changes = self.changes.iter();
        changes.any(|claim| claim.is_money && claim.fingerprint == fingerprint)
    }
}

impl Claim {
    fn of(change: &Change, details: &[Detail], short: &BTreeMap<String, String>) -> Self {
        let is_whole = change.before.is_none() || change.after.is_none();
        let values = || {
            let said = change
                .edits
                .iter()
                .flat_map(|edit| [&edit.before, &edit.after]);
            said.flatten().map(|said| &said.value)
        };
        let moves = matches!(
            change.kind,
            Kind::ProgramChangedOpd | Kind::ProgramChangedPillar | Kind::NumberChanged
        );
        let mut names = Vec::new();
        if is_whole || moves {
            for (side, is_after) in [(&change.before, false), (&change.after, true)] {
                let Some(side) = side else { continue };
                let short = change.edits.iter().filter_map(|edit| {
                    let said = if is_after { &edit.after } else { &edit.before };
                    let said = said.as_ref()?;
                    let is_name = SHORT.contains(&said.path.field) && said.path.key.is_empty();
                    let Value::Text(text) = &said.value else {
                        return None;
                    };
                    (is_name && said.path.item.is_empty()).then_some(text)
                });
                let all = [&side.name].into_iter().chain(&side.number).chain(short);
                names.extend(all.filter_map(|name| Phrase::whole(name, is_after)));
            }
        }
        Self {
            fingerprint: change.fingerprint.clone(),
            is_whole,
            is_narrative: values().any(|value| matches!(value, Value::Prose(_))),
            asks_otherwise: asked(change, false) != asked(change, true),
            is_money: match &change.figures {
                Some(Figures::Money(amounts)) => {
                    moves || change.kind == Kind::BudgetShifted || amounts.change() != 0
                }
                Some(Figures::Ceiling { .. }) => true,
                None => false,
            },
            has_links: !targets(change).is_empty(),
            fields: change
                .edits
                .iter()
                .filter_map(|edit| Some(edit.path()?.field))
                .collect(),
            phrases: details
                .iter()
                .flat_map(|detail| Phrase::of(detail, short))
                .filter(|phrase| !phrase.gone.is_empty() || !phrase.come.is_empty())
                .collect(),
            names,
            numbers: [&change.before, &change.after]
                .into_iter()
                .flatten()
                .filter_map(|side| side.number.clone())
                .collect(),
        }
    }

    /// Whether marks about its entry are its own.
    fn is_shown_by(&self, unit: &Unit) -> bool {
        let drawn = match unit.drawn {
            Some(Figure::RoadMap) => ["start", "end", "quick-win"].as_slice(),
            Some(Figure::IndicatorPaths) => ["indicator", "realised"].as_slice(),
            Some(Figure::GaugeChart) => ["current", "target", "indicator"].as_slice(),
            Some(
                Figure::BarChart
                | Figure::DependencyGraph
                | Figure::DistrictMap
                | Figure::HeatMap
                | Figure::RowChart
                | Figure::WaterfallChart,
            )
            | None => &[],
        };
        self.is_whole
            || (self.is_narrative && unit.is_narrative)
            || (self.is_money && unit.has_amounts())
            // In a matrix a dot tells what serves what.
            || (self.has_links && unit.has_signs_alone())
            // What a programme supports has a number on its card.
            || (self.fields.contains("supports") && unit.has_numbers_alone())
            || (unit.is_changed && drawn.iter().any(|field| self.fields.contains(field)))
            || self.phrases.iter().any(|phrase| phrase.is_in(unit))
    }

    /// Whether the number of its programme is marked.
    fn has_number_in(&self, unit: &Unit) -> bool {
        let mut numbers = self.numbers.iter();
        numbers.any(|number| unit.gone.contains(number) || unit.come.contains(number))
    }

    /// Whether marks about anything tell of it.
    fn is_told_by(&self, unit: &Unit) -> bool {
        let names = self.names.iter().any(|name| name.is_all_of(unit));
        names || self.phrases.iter().any(|phrase| phrase.is_text_of(unit))
    }
}

/// Keys whose value is a name for short.
const SHORT: [&str; 4] = ["abbreviation", "code", "long", "short"];

impl Phrase {
    /// A name that came or went.
    fn whole(name: &str, is_after: bool) -> Option<Self> {
        let words = tokens(name);
        let letters: usize = words.iter().map(|word| word.chars().count()).sum();
        // The name of nothing in particular.
        if letters < 2 {
            return None;
        }
        let all = words.iter().cloned().collect();
        Some(if is_after {
            Self {
                new: words,
                come: all,
                ..Self::default()
            }
        } else {
            Self {
                old: words,
                gone: all,
                ..Self::default()
            }
        })
    }

    /// What a detail says, and the same with OPD called for short.
    fn of(detail: &Detail, short: &BTreeMap<String, String>) -> Vec<Self> {
        match detail {
            Detail::Value { before, after, .. } => {
                let one_sided = before.is_some() != after.is_some();
                let words = |value: &Option<String>, is_short: bool| {
                    let value = value.as_deref().unwrap_or_default();
                    // Of an item that came or went, what it is called.
                    let value = match value.split_once(" (") {
                        Some((name, _)) if one_sided => name,
                        _ => value,
                    };
                    let words = tokens(value);
                    match short.get(&words.join(" ")).filter(|_| is_short) {
                        Some(short) => tokens(short),
                        None => words,
                    }
                };
                let phrase = |is_short| {
                    let (old, new) = (words(before, is_short), words(after, is_short));
                    let gone = old.iter().filter(|word| !new.contains(word)).cloned();
                    let come = new.iter().filter(|word| !old.contains(word)).cloned();
                    Self {
                        gone: gone.collect(),
                        come: come.collect(),
                        old,
                        new,
                    }
                };
                let named = |value: &Option<String>| {
                    let value = value.as_deref().map(tokens).unwrap_or_default();
                    short.contains_key(&value.join(" "))
                };
                if named(before) || named(after) {
                    vec![phrase(false), phrase(true)]
                } else {
                    vec![phrase(false)]
                }
            }
            Detail::Text { words, .. } | Detail::Paragraph(words) => {
                let mut phrase = Self::default();
                for run in words {
                    match run {
                        Words::Kept(text) => {
                            phrase.old.extend(tokens(text));
                            phrase.new.extend(tokens(text));
                        }
                        Words::Removed(text) => {
                            phrase.gone.extend(tokens(text));
                            phrase.old.extend(tokens(text));
                        }
                        Words::Added(text) => {
                            phrase.come.extend(tokens(text));
                            phrase.new.extend(tokens(text));
                        }
                    }
                }
                vec![phrase]
            }
            Detail::Sentence(_) => Vec::new(),
        }
    }

    /// Whether what went and came is marked in a piece about the entry.
    fn is_in(&self, unit: &Unit) -> bool {
        let marked = self.gone.iter().any(|word| unit.gone.contains(word))
            || self.come.iter().any(|word| unit.come.contains(word));
        marked
            && self.gone.iter().all(|word| unit.old.contains(word))
            && self.come.iter().all(|word| unit.new.contains(word))
    }

    /// Whether a piece says all of it before and after, and it is long enough to be told.
    fn is_text_of(&self, unit: &Unit) -> bool {
        let letters = |words: &[String]| words.iter().map(String::len).sum::<usize>();
        letters(&self.old).max(letters(&self.new)) >= TELLING
            && self.is_in(unit)
            && contains(&unit.old, &self.old)
            && contains(&unit.new, &self.new)
    }

    /// Whether all of it is marked in a piece.
    fn is_all_of(&self, unit: &Unit) -> bool {
        self.gone.iter().all(|word| unit.gone.contains(word))
            && self.come.iter().all(|word| unit.come.contains(word))
            && contains(&unit.old, &self.old)
            && contains(&unit.new, &self.new)
    }
}

/// Whether words stand in others, one behind the other.
fn contains(all: &[String], some: &[String]) -> bool {
    some.is_empty() || all.windows(some.len()).any(|window| window == some)
}

fn push(all: &mut Vec<usize>, at: usize) {
    if all.last() != Some(&at) {
        all.push(at);
    }
}

/// The entry in both plans, each with its key in the second.
fn sides<'c>(diff: &Diff, change: &'c Change) -> Vec<(EntryRef, &'c Side)> {
    let before = change.before.iter();
    let before = before.map(|side| (diff.renames.key(&side.key), side));
    let after = change.after.iter().map(|side| (side.key.clone(), side));
    before.chain(after).collect()
}

/// The entries to which a programme refers in one of the plans alone.
fn targets(change: &Change) -> Vec<EntryRef> {
    let said = change
        .edits
        .iter()
        .flat_map(|edit| [&edit.before, &edit.after]);
    let values = said
        .flatten()
        .flat_map(|said| said.path.item.iter().chain([&said.value]));
    let keys = values.filter_map(|value| {
        let Value::Entry(key) = value else {
            return None;
        };
        Some(key.clone())
    });
    keys.collect()
}

/// What blocks of narrative ask for, before a change or after it.
fn asked(change: &Change, is_after: bool) -> Vec<&str> {
    let said = change.edits.iter().filter_map(|edit| {
        if is_after {
            edit.after.as_ref()
        } else {
            edit.before.as_ref()
        }
    });
    let paragraphs = said.filter_map(|said| {
        let Value::Prose(paragraphs) = &said.value else {
            return None;
        };
        Some(paragraphs)
    });
    let blocks = paragraphs.flatten().filter(|one| one.is_embed());
    blocks.map(|one| one.text.as_str()).collect()
}

/// What OPD are called for short, by their names.
fn abbreviations(plans: [&Plan; 2]) -> BTreeMap<String, String> {
    let opds = plans.into_iter().flat_map(|plan| plan.opds.values());
    let pairs = opds.map(|opd| {
        let name = tokens(&opd.file.name.value).join(" ");
        (name, opd.file.abbreviation.value.clone())
    });
    pairs.collect()
}

/// The entry that stands for an image.
pub(crate) fn asset(path: &str) -> EntryRef {
    EntryRef::new(EntryKind::Asset, path)
}
