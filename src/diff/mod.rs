//! What changed between two plans.
//!
//! In: two resolved plans with their files. Out: a [`Diff`], in which every change has a
//! meaning, a severity, places in both plans, the values and a fingerprint. What the order
//! of entries, the layout of files and comments say is no change.
//!
//! Both plans are taken apart into values with paths ([`Content`]); the smallest changes
//! are [edits](Edit) of such values, and a [`Change`] joins those that mean one thing. No
//! edit is lost or told twice: applied to the first plan, they give the second.

mod change;
mod classify;
mod content;
mod derived;
mod edit;
mod fields;
mod key;
mod kind;
mod listing;
#[cfg(feature = "revisions")]
pub mod log;
mod money;
mod pairing;
pub mod prose;
mod renames;
pub mod report;
mod settings;
pub mod textconv;
mod value;
pub mod words;

use std::collections::{BTreeMap, BTreeSet};

pub use change::{Change, Figures, Place, Side, Signature, Unread};
pub use content::Content;
pub use edit::{Edit, Said};
pub use key::{EntryKind, Key};
pub use kind::{Kind, Severity};
pub use money::{Amounts, Home, Money, ProgramMoney};
pub use pairing::Evidence;
pub use renames::Renames;
pub use settings::{Acceptance, Settings};
pub use value::{Field, Path, Value};

use listing::Listing;
use rayon::prelude::*;

use crate::model::{Collection, Direction, Kind as Referred, Rupiah};
use crate::resolve::Plan;
use crate::source::{Role, SourceTree, Span};

/// What changed between two plans.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Diff {
    /// The changes, by kind of entry, pillar, OPD and entry.
    pub changes: Vec<Change>,
    /// The money of both plans.
    pub money: Money,
    /// Entries that have another id.
    pub renames: Renames,
    /// OPD that have to sign again.
    pub signatures: Vec<Signature>,
    /// Entries of which one plan says nothing that can be read.
    pub unread: Vec<Unread>,
    /// Fingerprints that are accepted and that no change has.
    pub unused: Vec<String>,
    /// What the pillars and OPD are called in the first plan and in the second.
    names: [BTreeMap<Key, String>; 2],
}

impl Diff {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The gravest severity of the changes that are not accepted.
    pub fn severity(&self) -> Option<Severity> {
        let open = self
            .changes
            .iter()
            .filter(|change| change.accepted.is_none());
        open.map(|change| change.severity).max()
    }

    /// How many changes of a severity are not accepted.
    pub fn count(&self, severity: Severity) -> usize {
        let open = self
            .changes
            .iter()
            .filter(|change| change.accepted.is_none());
        open.filter(|change| change.severity == severity).count()
    }

    /// What of the changes is about one entry, or about what belongs to it. Sums of money
    /// are those of a whole plan and are left out.
    pub fn about(&self, key: &Key) -> Self {
        let is_here = |side: &Side| {
            let belongs = [Some(&side.key), side.pillar.as_ref(), side.opd.as_ref()];
            belongs.contains(&Some(key))
        };
        let changes = self.changes.iter().filter(|change| {
            let mut sides = change.before.iter().chain(&change.after);
            sides.any(is_here)
        });
        let signatures = self.signatures.iter().filter(|one| one.opd == *key);
        Self {
            changes: changes.cloned().collect(),
            signatures: signatures.cloned().collect(),
            money: Money::default(),
            unused: Vec::new(),
            ..self.clone()
        }
    }

    /// What a pillar or an OPD is called now, or else was; its key if it has no name.
    pub fn name(&self, key: &Key) -> String {
        let [before, after] = &self.names;
        let name = after.get(key).or_else(|| before.get(key));
        name.cloned().unwrap_or_else(|| key.to_string())
    }

    /// The same changes seen from the other side, judged by the same settings. Signatures
    /// are left out: what is stale on one side says nothing of the other.
    pub fn mirrored(self, settings: &Settings) -> Self {
        let names = self.renames.mirrored();
        let changes = self.changes.into_iter();
        let mut changes: Vec<Change> = changes.map(|change| change.mirrored(settings)).collect();
        changes.par_sort_by(|one, other| one.order().cmp(&other.order()));
        let mut unread: Vec<Unread> = self
            .unread
            .into_iter()
            .map(|one| Unread {
                in_head: !one.in_head,
                ..one
            })
            .collect();
        unread.sort();
        let [before, after] = self.names;
        Self {
            names: [after, before],
            changes,
            money: self.money.mirrored(&names),
            renames: names,
            signatures: Vec::new(),
            unread,
            unused: Vec::new(),
        }
    }
}

/// Compares two plans, each with its files.
pub fn compare(
    base: (&Plan, &SourceTree),
    head: (&Plan, &SourceTree),
    settings: &Settings,
) -> Diff {
    let base = Listing::new(base.0, base.1);
    let head = Listing::new(head.0, head.1);
    let lost = [Lost::of(&base), Lost::of(&head)];
    let [lost_before, lost_after] = &lost;
    let known = |key: &Key| !lost_before.may_be(key) && !lost_after.may_be(key);
    let (renames, evidence) = pairing::pair(&base, &head, &known);
    let mut comparison = Comparison {
        base: &base,
        head: &head,
        renames: &renames,
        settings,
        changes: Vec::new(),
        unread: Vec::new(),
    };
    comparison.entries(&evidence, &lost);
    comparison.coverage();
    let Comparison {
        mut changes,
        mut unread,
        ..
    } = comparison;
    changes.par_sort_by(|one, other| one.order().cmp(&other.order()));
    unread.sort();
    let found: BTreeSet<&str> = changes
        .iter()
        .filter(|change| change.accepted.is_some())
        .map(|change| change.fingerprint.as_str())
        .collect();
    let accepted = settings.accepted.keys();
    let unused = accepted
        .filter(|one| !found.contains(one.as_str()))
        .cloned();
    Diff {
        unused: unused.collect(),
        names: [base.names(), head.names()],
        money: Money::of(&base, &head, &renames),
        signatures: derived::signatures(&base, &head, &renames, &changes),
        changes,
        unread,
        renames,
    }
}

/// What a plan has that comes after none: every entry is new.
#[cfg(feature = "revisions")]
fn everything((plan, tree): (&Plan, &SourceTree), settings: &Settings) -> Diff {
    let head = Listing::new(plan, tree);
    let renames = Renames::default();
    let mut comparison = Comparison {
        base: &head,
        head: &head,
        renames: &renames,
        settings,
        changes: Vec::new(),
        unread: Vec::new(),
    };
    for key in head.keys() {
        comparison.one(key, &head, false);
    }
    let mut changes = comparison.changes;
    changes.par_sort_by(|one, other| one.order().cmp(&other.order()));
    Diff {
        changes,
        names: [BTreeMap::new(), head.names()],
        ..Diff::default()
    }
}

struct Comparison<'a> {
    base: &'a Listing<'a>,
    head: &'a Listing<'a>,
    renames: &'a Renames,
    settings: &'a Settings,
    changes: Vec<Change>,
    unread: Vec<Unread>,
}

impl Comparison<'_> {
    fn entries(&mut self, evidence: &BTreeMap<Key, Evidence>, lost: &[Lost; 2]) {
        let [lost_before, lost_after] = lost;
        let mut met = BTreeSet::new();
        let mut pairs = Vec::new();
        for key in self.base.keys() {
            let counterpart = self.renames.key(key);
            if self.head.has(&counterpart) {
                met.insert(counterpart.clone());
                pairs.push((key, counterpart));
            } else if lost_after.may_be(key) {
                self.unread.push(Unread {
                    key: key.clone(),
                    in_head: true,
                });
            } else {
                self.one(key, self.base, true);
            }
        }
        // Each entry by itself; the changes are put in their order later.
        let renamed = self.renames.ids();
        let both = pairs.par_iter().flat_map_iter(|(before, after)| {
            let why = evidence.get(after);
            self.both(before, after, why, &renamed)
        });
        let both: Vec<Change> = both.collect();
        self.changes.extend(both);
        for key in self.head.keys().filter(|key| !met.contains(*key)) {
            if lost_before.may_be(key) {
                self.unread.push(Unread {
                    key: key.clone(),
                    in_head: false,
                });
            } else {
                self.one(key, self.head, false);
            }
        }
    }

    /// An entry that one plan has.
    fn one(&mut self, key: &Key, listing: &Listing<'_>, gone: bool) {
        let edits = edit::whole(listing, key).into_iter();
        let edits = edits.map(|said| match gone {
            true => Edit {
                before: Some(said),
                after: None,
            },
            false => Edit {
                before: None,
                after: Some(said),
            },
        });
        let side = side(listing, key, None);
        let kind = classify::added(key.kind);
        let (kind, sides) = match gone {
            true => (kind.mirrored(), (Some(side), None)),
            false => (kind, (None, Some(side))),
        };
        let money = listing.program(key).map(|program| {
            let lines = program.file.budget.iter();
            let sum = lines.map(|line| line.amount.value).sum();
            let nothing = Amounts::default();
            Figures::Money(match gone {
                true => Amounts {
                    before: sum,
                    ..nothing
                },
                false => Amounts {
                    after: sum,
                    ..nothing
                },
            })
        });
        let edits = edits.collect();
        self.changes
            .push(Change::new(kind, sides, edits, None, money, self.settings));
    }

    /// An entry that both plans have.
    fn both(
        &self,
        before: &Key,
        after: &Key,
        evidence: Option<&Evidence>,
        renamed: &BTreeSet<&str>,
    ) -> Vec<Change> {
        let mut changes = Vec::new();
        let (base, head) = (self.base, self.head);
        if let Some(evidence) = evidence {
            let sides = (
                Some(side(base, before, None)),
                Some(side(head, after, None)),
            );
            let why = Some(evidence.clone());
            let change = Change::new(Kind::Renamed, sides, Vec::new(), why, None, self.settings);
            changes.push(change);
        }
        if before.kind == EntryKind::Opd {
            self.ceilings(before, after, &mut changes);
        }
        // The same words mean the same unless ids in them do.
        if before == after
            && base.is_untouched(head, before)
            && (renamed.is_empty() || !base.names_any(before, renamed))
        {
            return changes;
        }
        let (old, new) = match self.renames.is_empty() {
            true => base.differing(before, head, after),
            // The same words may mean something else.
            false => (base.fields(before), head.fields(after)),
        };
        let edits = edit::edits((before, old), (after, new), self.renames);
        if edits.is_empty() {
            return changes;
        }
        let directions = [directions(base, before), directions(head, after)];
        for (kind, edits) in classify::classify(before.kind, edits, &directions) {
            let budget = matches!(
                kind,
                Kind::BudgetRaised | Kind::BudgetLowered | Kind::BudgetShifted
            );
            let figures = budget.then(|| {
                Figures::Money(Amounts {
                    before: total(base, before),
                    after: total(head, after),
                })
            });
            let first = |of: fn(&Edit) -> Option<&Said>| edits.iter().find_map(of);
            let mut sides = (
                Some(side(base, before, first(|edit| edit.before.as_ref()))),
                Some(side(head, after, first(|edit| edit.after.as_ref()))),
            );
            if kind == Kind::NarrativeChanged {
                narrow(
                    &mut sides.0,
                    base,
                    &edits,
                    |edit| edit.before.as_ref(),
                    |edit| edit.after.as_ref(),
                );
                narrow(
                    &mut sides.1,
                    head,
                    &edits,
                    |edit| edit.after.as_ref(),
                    |edit| edit.before.as_ref(),
                );
            }
            let change = Change::new(kind, sides, edits, None, figures, self.settings);
            changes.push(change);
        }
        changes
    }

    fn ceilings(&self, before: &Key, after: &Key, changes: &mut Vec<Change>) {
        let (base, head) = (self.base, self.head);
        for (kind, figures) in derived::ceilings((base, before), (head, after)) {
            let sides = (
                Some(side(base, before, None)),
                Some(side(head, after, None)),
            );
            let figures = Some(figures);
            let change = Change::new(kind, sides, Vec::new(), None, figures, self.settings);
            changes.push(change);
        }
    }

    fn coverage(&mut self) {
        let names = self.renames.mirrored();
        for (kind, key) in derived::coverage(self.base, self.head, self.renames) {
            let sides = (
                Some(side(self.base, &names.key(&key), None)),
                Some(side(self.head, &key, None)),
            );
            let change = Change::new(kind, sides, Vec::new(), None, None, self.settings);
            self.changes.push(change);
        }
    }
}

fn total(listing: &Listing<'_>, key: &Key) -> Rupiah {
    let lines = listing
        .program(key)
        .map(|program| program.file.budget.iter());
    lines
        .into_iter()
        .flatten()
        .map(|line| line.amount.value)
        .sum()
}

fn directions(listing: &Listing<'_>, key: &Key) -> BTreeMap<String, Direction> {
    let program = listing.program(key).into_iter();
    let indicators = program.flat_map(|program| &program.file.indicators);
    indicators
        .map(|one| (one.name.value.clone(), one.direction.value))
        .collect()
}

/// An entry as a plan has it, at the place of what it says there, or its own.
fn side(listing: &Listing<'_>, key: &Key, said: Option<&Said>) -> Side {
    let (pillar, opd) = listing.home(key);
    let span = said.map(|said| said.span).or(listing.span(key));
    Side {
        key: key.clone(),
        name: listing.name(key).to_owned(),
        number: listing.number(key),
        pillar,
        opd,
        place: place(listing.tree, span),
    }
}

/// Moves the place of a text to the first paragraph that is not as it is in the other.
fn narrow(
    side: &mut Option<Side>,
    listing: &Listing<'_>,
    edits: &[Edit],
    own: fn(&Edit) -> Option<&Said>,
    other: fn(&Edit) -> Option<&Said>,
) {
    let (Some(side), Some(edit)) = (side, edits.first()) else {
        return;
    };
    let (Some(said), Some(other)) = (own(edit), other(edit)) else {
        return;
    };
    let (Value::Prose(paragraphs), Value::Prose(others)) = (&said.value, &other.value) else {
        return;
    };
    let same = paragraphs
        .iter()
        .zip(others)
        .take_while(|(one, other)| one == other);
    let same = same.count().min(paragraphs.len().saturating_sub(1));
    let text = listing
        .tree
        .get(said.span.file)
        .map_or("", |file| &file.text);
    if let Some((_, range)) = prose::paragraphs(text).into_iter().nth(same) {
        side.place = place(listing.tree, Some(Span::new(said.span.file, range)));
    }
}

fn place(tree: &SourceTree, span: Option<Span>) -> Place {
    let span = span.unwrap_or(Span::of_plan());
    let file = tree.get(span.file);
    let (line, column) = file.map_or((1, 1), |file| file.line_column(span.start()));
    Place {
        file: file.map(|file| file.path.clone()).unwrap_or_default(),
        line,
        column,
    }
}

/// What a plan has and does not say, because it cannot be read.
struct Lost {
    /// Entries with a file of their own.
    entries: BTreeSet<Key>,
    /// Kinds of which an entry was lost, wherever it stood.
    kinds: BTreeSet<EntryKind>,
}

impl Lost {
    fn of(listing: &Listing<'_>) -> Self {
        let files = listing
            .tree
            .iter()
            .filter_map(|(_, file)| match &file.role {
                Role::Program { id, .. } => Some(Key::new(EntryKind::Program, id)),
                Role::Opd(id) => Some(Key::new(EntryKind::Opd, id)),
                Role::Pillar(id) => Some(Key::new(EntryKind::Pillar, id)),
                Role::Proposal(id) => Some(Key::new(EntryKind::Proposal, id)),
                Role::Evaluation(id) => Some(Key::new(EntryKind::Evaluation, id)),
                Role::Chapter(id) => Some(Key::new(EntryKind::Chapter, id)),
                Role::Plan
                | Role::PillarNarrative(_)
                | Role::OpdNarrative(_)
                | Role::ProgramNarrative { .. }
                | Role::Registry
                | Role::Asset
                | Role::Template
                | Role::Folder(_)
                | Role::Unknown => None,
            });
        let entries = files.filter(|key| !listing.has(key)).collect();
        let lost = &listing.plan.lost;
        let kinds = EntryKind::ALL.iter().filter(|kind| {
            let collections: &[Collection] = match kind {
                // Entries with a file of their own are known by it.
                EntryKind::Program
                | EntryKind::Opd
                | EntryKind::Pillar
                | EntryKind::Proposal
                | EntryKind::Evaluation
                | EntryKind::Chapter => &[],
                EntryKind::Rpjmd => &[Collection::Rpjmd],
                EntryKind::Council => &[Collection::Council, Collection::Members],
                EntryKind::Readiness => &[Collection::Readiness],
                EntryKind::Abbreviation => &[Collection::Abbreviations],
                EntryKind::Plan
                | EntryKind::Phase
                | EntryKind::Volume
                | EntryKind::Dimension
                | EntryKind::Policy
                | EntryKind::Mission
                | EntryKind::Goal
                | EntryKind::Priority
                | EntryKind::Stakeholder
                | EntryKind::Law
                | EntryKind::District
                | EntryKind::Need
                | EntryKind::Asset => {
                    let kind = Referred::parse(kind.word());
                    return kind.is_some_and(|kind| lost.at(kind).is_some());
                }
            };
            collections.iter().any(|one| lost.at(*one).is_some())
        });
        Self {
            entries,
            kinds: kinds.copied().collect(),
        }
    }

    /// Whether an entry may be there.
    fn may_be(&self, key: &Key) -> bool {
        self.entries.contains(key) || self.kinds.contains(&key.kind)
    }
}
