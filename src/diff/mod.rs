//! What changed between two plans.
//!
//! In: two resolved plans with their files. Out: a [`Diff`], in which every change has a
//! meaning, a severity, places in both plans, the values and a fingerprint. What the order
//! of entries, the layout of files and comments say is no change.
//!
//! Both plans are taken apart into values with paths ([`Content`]); the smallest changes
//! are [edits](Edit) of such values, and a [`Change`] joins those that mean one thing. No
//! edit is lost or told twice: applied to the first plan, they give the second.

mod called;
mod change;
mod classify;
mod content;
mod derived;
mod edit;
mod led;
#[cfg(feature = "revisions")]
pub mod log;
pub(crate) mod marks;
mod money;
mod outline;
mod owners;
mod pairing;
mod promise;
pub(crate) mod prose;
mod renames;
pub mod report;
mod settings;
pub mod textconv;
mod unread;
mod version;
pub mod words;

use std::collections::{BTreeMap, BTreeSet};

pub use crate::model::Severity;
pub use crate::model::change::Kind;
pub use crate::records::{Field, Path};
pub use crate::value::Value;
pub use change::{Change, Figures, NewHead, Place, Side, Signature, Unread};
pub use content::Content;
pub use edit::{Edit, Said};
pub use money::{Amounts, Home, Money, ProgramMoney};
pub use owners::Owners;
pub(crate) use pairing::Evidence;
pub use renames::Renames;
pub use settings::{Acceptance, PolicyFrom, Settings};
pub use version::Version;

use called::Called;
use change::Known;
use derived::Spending;
use rayon::prelude::*;
use unread::Unclear;
use version::Compared;

use crate::address::PlaceKind;
use crate::model::{Direction, EntryKind, EntryRef, Rupiah};
use crate::records::Records;
use crate::resolve::{Plan, PlanValue};
use crate::source::{FileIndex, SourceFile, SourceTree, Span};

/// The lists of budget lines of a programme and of what is in it.
const BUDGETS: [&str; 3] = ["budget", "activity-budget", "sub-budget"];

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
    /// Entries of which one plan says nothing that can be read, or not everything.
    pub unread: Vec<Unread>,
    /// Fingerprints that are accepted and that no change has.
    pub unused: Vec<String>,
    /// Which plan decided how grave the changes are and which are accepted.
    pub policy_from: PolicyFrom,
    /// What things are called in the first plan and in the second.
    called: [Called; 2],
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
    pub fn about(&self, key: &EntryRef) -> Self {
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

    /// What an entry is called now, or else was, a programme with its number; its key if it
    /// has no name.
    pub fn name(&self, key: &EntryRef) -> String {
        self.name_in(Version::After, key)
    }

    /// What an entry is called in one plan, or else in the other; its key if it has no name.
    pub(crate) fn name_in(&self, version: Version, key: &EntryRef) -> String {
        self.of_either(version, |called| called.name(key).cloned())
            .unwrap_or_else(|| key.to_string())
    }

    /// The number of a programme, the abbreviation of an OPD.
    pub(crate) fn short(&self, key: &EntryRef) -> Option<String> {
        self.of_either(Version::After, |called| called.short(key).cloned())
    }

    /// The title or caption of a heading, a figure or a table in one plan, and else in the
    /// other.
    pub(crate) fn place(&self, kind: PlaceKind, id: &str, version: Version) -> Option<String> {
        self.of_either(version, |called| called.place(kind, id).cloned())
    }

    /// The value that references in narrative call so.
    pub(crate) fn value(&self, name: &str, version: Version) -> Option<PlanValue> {
        self.of_either(version, |called| called.value(name).cloned())
    }

    /// What a finding of an evaluation says.
    pub(crate) fn finding(&self, evaluation: &EntryRef, id: &str) -> Option<String> {
        self.of_either(Version::After, |called| {
            called.finding(evaluation, id).cloned()
        })
    }

    /// The place of a pillar or an OPD in the second plan; of one that is gone, in the first,
    /// behind all others.
    pub(crate) fn order(&self, key: &EntryRef) -> (bool, usize) {
        let [before, after] = &self.called;
        match after.order(key) {
            Some(order) => (false, order),
            None => (true, before.order(key).unwrap_or(usize::MAX)),
        }
    }

    /// What one plan says or else the other.
    fn of_either<T>(&self, version: Version, say: impl Fn(&Called) -> Option<T>) -> Option<T> {
        let [before, after] = &self.called;
        let own = say(version.of(before, after));
        own.or_else(|| say(version.of(after, before)))
    }

    /// The entries of both plans, those of the second first.
    pub fn entries(&self) -> impl Iterator<Item = &EntryRef> {
        let [before, after] = &self.called;
        after.entries().chain(before.entries())
    }

    /// The same changes seen from the other side, judged by the same settings. Signatures
    /// are left out: what is stale on one side says nothing of the other.
    pub fn inverted(self, settings: &Settings) -> Self {
        let names = self.renames.inverted();
        let changes = self.changes.into_iter();
        let changes = changes.flat_map(|change| inverted(change, settings));
        let mut changes: Vec<Change> = changes.collect();
        changes.par_sort_by(|one, other| one.order().cmp(&other.order()));
        let mut unread: Vec<Unread> = self
            .unread
            .into_iter()
            .map(|one| Unread {
                version: one.version.other(),
                ..one
            })
            .collect();
        unread.sort();
        let [before, after] = self.called;
        Self {
            called: [after, before],
            changes,
            money: self.money.inverted(&names),
            renames: names,
            signatures: Vec::new(),
            unread,
            unused: Vec::new(),
            policy_from: settings.policy_from,
        }
    }
}

/// A change seen from the other side. With a ceiling that is gone, that it was passed is
/// gone too; with one that is new, it may be passed at once.
fn inverted(change: Change, settings: &Settings) -> Vec<Change> {
    let change = change.inverted(settings);
    let Some(figures @ Figures::Ceiling { ceiling, .. }) = change.figures else {
        return vec![change];
    };
    match (change.kind, ceiling) {
        (Kind::WithinCeiling, (_, None)) => Vec::new(),
        (Kind::CeilingChanged, (None, _)) => {
            let sides = (change.before.clone(), change.after.clone());
            let crossed = derived::crossed(&figures)
                .map(|kind| Change::new(kind, sides, Vec::new(), None, Some(figures), settings));
            [Some(change), crossed].into_iter().flatten().collect()
        }
        _ => vec![change],
    }
}

/// Compares two plans, each with its files.
pub fn compare(
    base: (&Plan, &SourceTree),
    head: (&Plan, &SourceTree),
    settings: &Settings,
) -> Diff {
    let (base, head) = rayon::join(
        || Records::new(base.0, base.1),
        || Records::new(head.0, head.1),
    );
    let unclear = [Unclear::of(&base), Unclear::of(&head)];
    let known = |key: &EntryRef| unclear.iter().all(|plan| plan.at(key).is_none());
    let (renames, evidence) = pairing::pair(&base, &head, &known);
    let left_out = unread::left_out(&unclear[0], &unclear[1], &renames);
    let compared = |version, records| Compared { version, records };
    let mut comparison = Comparison {
        base: compared(Version::Before, &base),
        head: compared(Version::After, &head),
        unclear: [&unclear[0], &unclear[1]],
        left_out: &left_out,
        renames: &renames,
        settings,
        changes: Vec::new(),
        unread: Vec::new(),
    };
    let (money, ()) = rayon::join(
        || Money::of(&base, &head, &renames, &left_out),
        || {
            comparison.entries(&evidence);
            comparison.unread_files();
            comparison.coverage();
            comparison.numbers();
        },
    );
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
        policy_from: settings.policy_from,
        called: [Called::of(&base), Called::of(&head)],
        money,
        signatures: derived::signatures(&base, &head, &renames, &changes),
        changes,
        unread,
        renames,
    }
}

/// What a plan has that comes after none: every entry is new.
#[cfg(feature = "revisions")]
pub fn everything((plan, tree): (&Plan, &SourceTree), settings: &Settings) -> Diff {
    let head = Records::new(plan, tree);
    let unclear = Unclear::of(&head);
    let renames = Renames::default();
    let compared = Compared {
        version: Version::After,
        records: &head,
    };
    let mut comparison = Comparison {
        base: compared,
        head: compared,
        unclear: [&unclear, &unclear],
        left_out: &Default::default(),
        renames: &renames,
        settings,
        changes: Vec::new(),
        unread: Vec::new(),
    };
    for key in head.keys() {
        comparison.one(key, compared);
    }
    let mut changes = comparison.changes;
    changes.par_sort_by(|one, other| one.order().cmp(&other.order()));
    Diff {
        changes,
        called: [Called::default(), Called::of(&head)],
        policy_from: settings.policy_from,
        money: Money::after_none(&head),
        ..Diff::default()
    }
}

struct Comparison<'a> {
    base: Compared<'a>,
    head: Compared<'a>,
    /// What cannot be read of the first plan and of the second.
    unclear: [&'a Unclear<'a>; 2],
    /// Programmes whose money is in no sum, by their ids in either plan.
    left_out: &'a [BTreeSet<EntryRef>; 2],
    renames: &'a Renames,
    settings: &'a Settings,
    changes: Vec<Change>,
    unread: Vec<Unread>,
}

impl<'a> Comparison<'a> {
    fn entries(&mut self, evidence: &BTreeMap<EntryRef, Evidence>) {
        let [unclear_before, unclear_after] = self.unclear;
        let mut met = BTreeSet::new();
        let mut pairs = Vec::new();
        let (base, head) = (self.base.records, self.head.records);
        for key in base.keys() {
            let counterpart = self.renames.counterpart(key);
            if let Some(counterpart) = counterpart.filter(|key| head.has(key)) {
                met.insert(counterpart.clone());
                pairs.push((key, counterpart));
            } else if unclear_after.at(key).is_some() {
                self.unclear(key, key);
            } else {
                self.one(key, self.base);
            }
        }
        // Each entry by itself; the changes are put in their order later.
        let renamed = self.renames.ids();
        let both = pairs
            .par_iter()
            .flat_map_iter(|(before, after): &(&EntryRef, EntryRef)| {
                let why = evidence.get(after);
                self.both(before, after, why, &renamed)
            });
        let both: Vec<Change> = both.collect();
        self.changes.extend(both);
        for key in head.keys().filter(|key| !met.contains(*key)) {
            if unclear_before.at(key).is_some() {
                self.unclear(key, key);
            } else {
                self.one(key, self.head);
            }
        }
        for (before, after) in pairs {
            if unclear_before.is_partial(before) || unclear_after.is_partial(&after) {
                self.unclear(before, &after);
            }
        }
        let lost: BTreeSet<&EntryRef> = unclear_before.keys().chain(unclear_after.keys()).collect();
        for key in lost {
            if !base.has(key) && !head.has(key) {
                self.unclear(key, key);
            }
        }
    }

    /// An entry of which one of the plans does not say everything. That is no change only
    /// if its files are the same.
    fn unclear(&mut self, before: &EntryRef, after: &EntryRef) {
        let [first, second] = self.unclear;
        let (lost, lost_too) = (first.at(before), second.at(after));
        let is_unclear = [
            lost.is_some() || first.is_partial(before),
            lost_too.is_some() || second.is_partial(after),
        ];
        let unread = Version::BOTH.into_iter().zip([before, after]);
        for ((version, key), is_unclear) in unread.zip(is_unclear) {
            if is_unclear {
                let key = key.clone();
                self.unread.push(Unread { key, version });
            }
        }
        let files = |records: &Records<'_>, key: &EntryRef, lost: Option<Span>| match lost {
            Some(span) => vec![span.file],
            None => records.sources(key),
        };
        let old = files(&self.base, before, lost);
        let new = files(&self.head, after, lost_too);
        if is_unclear == [true, true] && self.are_same(&old, &new) {
            return;
        }
        let mut was = self.base.unclear_side(before, lost);
        let mut is = self.head.unclear_side(after, lost_too);
        // What one side cannot say, the other may know.
        if let (Some(was), Some(is)) = (&mut was, &mut is) {
            let of = |key: &EntryRef, own: &Side, known: &Side| Side {
                key: key.clone(),
                place: own.place.clone(),
                ..known.clone()
            };
            if lost.is_some() {
                *was = of(before, was, is);
            } else if lost_too.is_some() {
                *is = of(after, is, was);
            }
        }
        let known = |plan: &Unclear<'_>, key: &EntryRef, is_unclear| Known {
            is_unclear,
            digest: plan.digest(key),
        };
        let known = [
            known(first, before, is_unclear[0]),
            known(second, after, is_unclear[1]),
        ];
        let change = Change::unclear((was, is), known, self.settings);
        self.changes.push(change);
    }

    /// Files of which not everything is understood and that hold no entry of which that was
    /// told: what is lost in them may be any.
    fn unread_files(&mut self) {
        let (before, after) = (self.unclear[0].files(), self.unclear[1].files());
        for path in before.union(&after).copied() {
            let unclear = self.changes.iter();
            let unclear = unclear.filter(|change| change.kind.is_unclear());
            let mut sides = unclear.flat_map(|change| change.before.iter().chain(&change.after));
            if sides.any(|side| side.place.file == path) {
                continue;
            }
            let key = EntryRef::new(EntryKind::Plan, path);
            let is_unclear = [before.contains(path), after.contains(path)];
            for (is_unclear, version) in is_unclear.into_iter().zip(Version::BOTH) {
                if is_unclear {
                    let key = key.clone();
                    self.unread.push(Unread { key, version });
                }
            }
            let found = |tree: &'a SourceTree| tree.find(path).map(|(_, file)| file);
            let (was, is) = (found(self.base.tree), found(self.head.tree));
            if unread::is_same(was, is) {
                continue;
            }
            let side = |plan: Compared<'_>| {
                let (index, _) = plan.tree.find(path)?;
                let place = plan.place(Some(Span::file(index)));
                Some(Side::bare(key.clone(), path, place))
            };
            let known = |file: Option<&SourceFile>, is_unclear| Known {
                is_unclear,
                digest: unread::digest(file),
            };
            let known = [known(was, is_unclear[0]), known(is, is_unclear[1])];
            let sides = (side(self.base), side(self.head));
            let change = Change::unclear(sides, known, self.settings);
            self.changes.push(change);
        }
    }

    /// Whether files of the first plan say the same as those of the second.
    fn are_same(&self, old: &[FileIndex], new: &[FileIndex]) -> bool {
        let mut pairs = old.iter().zip(new);
        old.len() == new.len()
            && pairs.all(|(old, new)| {
                unread::is_same(self.base.tree.get(*old), self.head.tree.get(*new))
            })
    }

    /// An entry that one plan has.
    fn one(&mut self, key: &EntryRef, plan: Compared<'_>) {
        let edits = edit::whole(&plan, key).into_iter();
        let edits = edits.map(|said| Edit::one_sided(plan.version, said));
        let side = plan.side(key, None);
        let kind = classify::added(key.kind);
        let (kind, sides) = match plan.version {
            Version::Before => (kind.inverted(), (Some(side), None)),
            Version::After => (kind, (None, Some(side))),
        };
        let money = plan
            .program(key)
            .map(|_| Figures::Money(Amounts::one_sided(plan.version, total(&plan, key))));
        let edits = edits.collect();
        self.changes
            .push(Change::new(kind, sides, edits, None, money, self.settings));
    }

    /// An entry that both plans have.
    fn both(
        &self,
        before: &EntryRef,
        after: &EntryRef,
        evidence: Option<&Evidence>,
        renamed: &BTreeSet<&str>,
    ) -> Vec<Change> {
        let mut changes = Vec::new();
        let (base, head) = (self.base, self.head);
        if let Some(evidence) = evidence {
            let sides = (Some(base.side(before, None)), Some(head.side(after, None)));
            let why = Some(evidence.clone());
            // The id of an evaluation is its date.
            let kind = if before.kind == EntryKind::Evaluation {
                Kind::EvaluationMoved
            } else {
                Kind::Renamed
            };
            let change = Change::new(kind, sides, Vec::new(), why, None, self.settings);
            changes.push(change);
        }
        let spending = (before.kind == EntryKind::Opd).then(|| {
            let [left_out_before, left_out_after] = self.left_out;
            [
                Spending::of(&base, before, left_out_before),
                Spending::of(&head, after, left_out_after),
            ]
        });
        if let Some(spending) = &spending {
            self.ceilings((before, after), spending, &mut changes);
        }
        // Of what an evaluation says, that is left out which is about programmes that are
        // not there; with programmes that cannot be read, no word of it need have changed.
        if before.kind == EntryKind::Evaluation
            && self.is_programme_lost()
            && self.are_same(&base.sources(before), &head.sources(after))
        {
            return changes;
        }
        // The same words mean the same unless ids in them do.
        if before == after
            && base.is_untouched(&head, before)
            && (renamed.is_empty() || !base.names_any(before, renamed))
        {
            return changes;
        }
        let (old, new) = if self.renames.is_empty() {
            base.differing(before, &head, after)
        } else {
            // The same words may mean something else.
            (base.fields(before), head.fields(after))
        };
        let mut edits = edit::edits((before, old), (after, new), self.renames);
        let [unclear_before, unclear_after] = self.unclear;
        let is_partial = [
            unclear_before.is_partial(before),
            unclear_after.is_partial(after),
        ];
        if is_partial != [false, false] {
            // What seems to be missing may have stood there, and no sum is one.
            edits.retain(|edit| {
                let [before, after] = is_partial;
                let lost = (edit.before.is_none() && before) || (edit.after.is_none() && after);
                !lost
                    && edit
                        .path()
                        .is_none_or(|path| !BUDGETS.contains(&path.field))
            });
        }
        if edits.is_empty() {
            return changes;
        }
        let has_targets = edits
            .iter()
            .any(|edit| edit.path().is_some_and(|path| path.key == "targets"));
        let is_signed = |records: &Records<'_>, key| {
            let opd = records.opd(key);
            opd.is_some_and(|opd| opd.file.signed().is_some())
        };
        let money = Amounts {
            before: total(&base, before),
            after: total(&head, after),
        };
        let facts = classify::Facts {
            directions: if has_targets {
                [directions(&base, before), directions(&head, after)]
            } else {
                Default::default()
            },
            money,
            outline: if before.kind == EntryKind::Volume && is_partial == [false, false] {
                outline::meaning((&base, before), (&head, after), self.renames)
            } else {
                Kind::OutlineChanged
            },
            is_signed: is_signed(&base, before) && is_signed(&head, after),
        };
        for (kind, edits) in classify::classify(before.kind, edits, &facts) {
            let budget = matches!(
                kind,
                Kind::BudgetRaised
                    | Kind::BudgetLowered
                    | Kind::BudgetShifted
                    | Kind::BudgetAdded
                    | Kind::BudgetRemoved
            );
            let year = edits.first().and_then(Edit::path);
            let year = year.and_then(|path| path.item.first());
            let figures = match (budget, kind, &spending, year) {
                (true, ..) => Some(Figures::Money(money)),
                (_, Kind::CeilingChanged, Some([was, is]), Some(Value::Year(year))) => {
                    Some(derived::ceiling(was, is, *year))
                }
                _ => None,
            };
            let side = |plan: Compared<'_>, key| {
                let mut said = edits.iter().filter_map(|edit| edit.said(plan.version));
                let mut side = plan.side(key, said.next());
                if matches!(kind, Kind::LinkGained | Kind::LinkLost) {
                    plan.move_beside(&mut side, &edits);
                }
                if kind == Kind::NarrativeChanged {
                    plan.move_to_changed(&mut side, &edits);
                }
                Some(side)
            };
            let sides = (side(base, before), side(head, after));
            let change = Change::new(kind, sides, edits, None, figures, self.settings);
            changes.push(change);
        }
        changes
    }

    fn is_programme_lost(&self) -> bool {
        let mut plans = [self.base.plan, self.head.plan].into_iter();
        plans.any(|plan| !plan.unreadable.programs.is_empty())
    }

    fn ceilings(
        &self,
        (before, after): (&EntryRef, &EntryRef),
        spending: &[Spending; 2],
        changes: &mut Vec<Change>,
    ) {
        let (base, head) = (self.base, self.head);
        let [was, is] = spending;
        for (year, kind, figures) in derived::ceilings(was, is) {
            let sides = (
                Some(base.side_at(before, was.place(year))),
                Some(head.side_at(after, is.place(year))),
            );
            let figures = Some(figures);
            let change = Change::new(kind, sides, Vec::new(), None, figures, self.settings);
            changes.push(change);
        }
    }

    fn coverage(&mut self) {
        let names = self.renames.inverted();
        for (kind, key) in derived::coverage(&self.base, &self.head, self.renames) {
            let sides = (
                Some(self.base.side(&names.key(&key), None)),
                Some(self.head.side(&key, None)),
            );
            let change = Change::new(kind, sides, Vec::new(), None, None, self.settings);
            self.changes.push(change);
        }
    }

    /// Numbers of programmes that mean another programme in the second plan.
    fn numbers(&mut self) {
        let [unclear_before, unclear_after] = self.unclear;
        let (base, head) = (self.base, self.head);
        let names = self.renames.inverted();
        for (before, after) in pairing::same_numbers(&base, &head, self.renames) {
            let kept = self.renames.counterpart(before);
            let kept = kept.filter(|key| head.has(key));
            let known = names.counterpart(after).filter(|key| base.has(key));
            let is_known = unclear_after.at(before).is_none() && unclear_before.at(after).is_none();
            // Who has the number in both plans keeps it, and two that are there before and
            // after have other numbers, which is told.
            let number = pairing::number(&head, after);
            let stays = kept.as_ref().map(|key| pairing::number(&head, key));
            let was = known.as_ref();
            let was = was.map(|key| pairing::numbered(&base, key, self.renames));
            let is_kept = [stays, was].into_iter().flatten().any(|own| own == number);
            if is_known && !is_kept && (kept.is_none() || known.is_none()) {
                let side = |plan: Compared<'_>, key| {
                    let program = plan.program(key);
                    Some(plan.side_at(key, program.map(|program| program.file.number.span)))
                };
                let sides = (side(base, before), side(head, after));
                let kind = Kind::NumberReused;
                let change = Change::new(kind, sides, Vec::new(), None, None, self.settings);
                self.changes.push(change);
            }
        }
    }
}

fn total(records: &Records<'_>, key: &EntryRef) -> Rupiah {
    let program = records.program(key);
    program.map_or_else(Rupiah::default, |program| program.file.money())
}

fn directions(records: &Records<'_>, key: &EntryRef) -> BTreeMap<Vec<Value>, Direction> {
    let program = records.program(key).into_iter();
    let own = program.clone();
    let own = own.flat_map(|program| program.file.indicators.iter().map(|one| (Vec::new(), one)));
    let below = program.flat_map(|program| {
        program.file.levels().flat_map(|level| {
            let titles = std::iter::once(&level.activity.title);
            let titles = titles.chain(level.sub.map(|sub| &sub.title));
            let around: Vec<Value> = titles.map(|title| Value::text(&title.value)).collect();
            let indicators = level.indicators().iter();
            indicators.map(move |one| (around.clone(), one))
        })
    });
    let named = own.chain(below).map(|(around, one)| {
        let name = [around, vec![Value::text(&one.name.value)]].concat();
        (name, one.direction.value)
    });
    named.collect()
}
