//! Changes that follow from others: ceilings that are passed, goals that nobody serves,
//! signatures that are stale.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, Figures, NewHead, Signature};
use super::money::Amounts;
use super::renames::Renames;
use crate::model::change::Kind;
use crate::model::{EntryKind, EntryRef};
use crate::model::{Kind as Referred, Rupiah, Year};
use crate::records::Records;
use crate::resolve::{Plan, Support};
use crate::source::Span;

/// What an OPD plans to spend of the city budget, year by year, and its ceilings.
pub(super) struct Spending {
    years: BTreeMap<Year, Rupiah>,
    ceilings: BTreeMap<Year, (Rupiah, Span)>,
}

impl Spending {
    /// That of an OPD without the programmes that are in no sum; nothing of one that the
    /// plan does not have.
    pub fn of(records: &Records<'_>, key: &EntryRef, left_out: &BTreeSet<EntryRef>) -> Self {
        let mut spending = Self {
            years: BTreeMap::new(),
            ceilings: BTreeMap::new(),
        };
        let Some(opd) = records.opd(key) else {
            return spending;
        };
        let ceilings = opd.file.ceilings.iter();
        spending.ceilings = ceilings
            .map(|one| (one.year.value, (one.amount.value, one.year.span)))
            .collect();
        let own = opd.spends_in.iter().map(|id| &records.plan.programs[*id]);
        let counted = own
            .filter(|program| !left_out.contains(&EntryRef::new(EntryKind::Program, &program.id)));
        let government = records.plan.file.government.value;
        for program in counted.filter(|program| !program.file.is_cancelled()) {
            for line in program.file.lines() {
                let is_own = records.plan.opds[program.spender(line)].id == opd.id;
                if is_own && line.source.value.is_in_budget_of(government) {
                    let sum = spending.years.entry(line.year.value).or_default();
                    *sum = *sum + line.amount.value;
                }
            }
        }
        spending
    }

    fn planned(&self, year: Year) -> Rupiah {
        self.years.get(&year).copied().unwrap_or_default()
    }

    fn ceiling(&self, year: Year) -> Option<Rupiah> {
        self.ceilings.get(&year).map(|(amount, _)| *amount)
    }

    /// Where the ceiling of a year stands, if there is one.
    pub fn place(&self, year: Year) -> Option<Span> {
        self.ceilings.get(&year).map(|(_, span)| *span)
    }
}

/// What is planned in a year and how much of it is possible, in both plans.
pub(super) fn ceiling(before: &Spending, after: &Spending, year: Year) -> Figures {
    Figures::Ceiling {
        year,
        planned: Amounts {
            before: before.planned(year),
            after: after.planned(year),
        },
        ceiling: (before.ceiling(year), after.ceiling(year)),
    }
}

/// Years in which an OPD passes its ceiling in one plan and not in the other. Where the
/// ceiling is gone, nothing is within it.
pub(super) fn ceilings(before: &Spending, after: &Spending) -> Vec<(Year, Kind, Figures)> {
    let years = before.ceilings.keys().chain(after.ceilings.keys());
    let years: BTreeSet<Year> = years.copied().collect();
    let found = years.into_iter().filter_map(|year| {
        let figures = ceiling(before, after, year);
        Some((year, crossed(&figures)?, figures))
    });
    found.collect()
}

/// Whether a ceiling is passed that was not, or the other way round.
pub(super) fn crossed(figures: &Figures) -> Option<Kind> {
    let Figures::Ceiling {
        planned, ceiling, ..
    } = figures
    else {
        return None;
    };
    let over = |planned: Rupiah, top: Option<Rupiah>| top.map(|top| planned > top);
    let was = over(planned.before, ceiling.0);
    match (was, over(planned.after, ceiling.1)) {
        (None | Some(false), Some(true)) => Some(Kind::OverCeiling),
        (Some(true), Some(false)) => Some(Kind::WithinCeiling),
        _ => None,
    }
}

/// What programmes serve that are not cancelled.
fn covered(plan: &Plan) -> BTreeSet<EntryRef> {
    let mut covered = BTreeSet::new();
    for program in plan.programs.values() {
        if program.file.is_cancelled() {
            continue;
        }
        covered.insert(EntryRef::new(
            EntryKind::Dimension,
            &program.file.dimension.value,
        ));
        covered.extend(program.supports.iter().map(|support| match support {
            Support::Goal(id) => EntryRef::new(EntryKind::Goal, &plan.goals[*id].entry.id.value),
            Support::Priority(id) => {
                EntryRef::new(EntryKind::Priority, &plan.priorities[*id].id.value)
            }
            Support::Policy(id) => {
                EntryRef::new(EntryKind::Policy, &plan.policies[*id].entry.id.value)
            }
            Support::Need(id) => EntryRef::new(EntryKind::Need, &plan.needs[*id].entry.id.value),
        }));
    }
    covered
}

/// Whether a programme that cannot be read, or not as a whole, may serve an entry.
fn may_be_covered(plan: &Plan, key: &EntryRef) -> bool {
    let Some(kind) = Referred::parse(key.kind.word()) else {
        return false;
    };
    let mut lost = plan.unreadable.programs.iter();
    if kind == Referred::Dimension {
        let mut dimensions = plan.dimensions.values();
        let dimension = dimensions.find(|one| one.entry.id.value == key.id);
        let pillar = dimension.map(|one| &plan.pillars[one.pillar].id);
        return pillar.is_some_and(|pillar| lost.any(|one| one.may_work_on(pillar, &key.id)));
    }
    let mut programs = plan.programs.values();
    lost.any(|one| one.partial.may_refer("supports", kind, &key.id))
        || programs.any(|one| one.file.invalid_keys.may_mean("supports", kind))
}

/// Entries of both plans, by their key in the second, that are served in one only.
pub(super) fn coverage(
    base: &Records<'_>,
    head: &Records<'_>,
    renames: &Renames,
) -> Vec<(Kind, EntryRef)> {
    let before: BTreeSet<EntryRef> = covered(base.plan)
        .iter()
        .map(|key| renames.key(key))
        .collect();
    let after = covered(head.plan);
    let there: BTreeSet<EntryRef> = base.keys().map(|key| renames.key(key)).collect();
    let both = |key: &&EntryRef| there.contains(*key) && head.has(key);
    let names = renames.inverted();
    let lost = before.difference(&after).filter(both);
    let lost = lost.filter(|key| !may_be_covered(head.plan, key));
    let gained = after.difference(&before).filter(both);
    let gained = gained.filter(|key| !may_be_covered(base.plan, &names.key(key)));
    let lost = lost.map(|key| (Kind::CoverageLost, key.clone()));
    let gained = gained.map(|key| (Kind::CoverageGained, key.clone()));
    lost.chain(gained).collect()
}

/// The OPD that have to sign again.
pub(super) fn signatures(
    base: &Records<'_>,
    head: &Records<'_>,
    renames: &Renames,
    changes: &[Change],
) -> Vec<Signature> {
    let mut concerned: BTreeMap<EntryRef, usize> = BTreeMap::new();
    for change in changes
        .iter()
        .filter(|change| change.kind.is_of_substance())
    {
        let of =
            |side: &Option<super::change::Side>| side.as_ref().and_then(|side| side.opd.clone());
        let before = of(&change.before).map(|key| renames.key(&key));
        let opds: BTreeSet<EntryRef> = before.into_iter().chain(of(&change.after)).collect();
        for opd in opds {
            let count = concerned.entry(opd).or_default();
            *count = count.saturating_add(1);
        }
    }
    let names = renames.inverted();
    for opd in head.keys().filter(|key| key.kind == EntryKind::Opd) {
        if new_head(base, head, &names.key(opd), opd).is_some() {
            concerned.entry(opd.clone()).or_default();
        }
    }
    let signed = |records: &Records<'_>, key: &EntryRef| records.opd(key)?.file.attested();
    let mut found = Vec::new();
    for (opd, changes) in concerned {
        let key = names.key(&opd);
        let (before, after) = (signed(base, &key), signed(head, &opd));
        // Another date is another signature.
        if before.is_some() && after == before {
            found.push(Signature {
                name: head.name(&opd).to_owned(),
                head: new_head(base, head, &key, &opd),
                opd,
                changes,
            });
        }
    }
    found
}

/// Who leads an OPD in place of somebody else. The same person may be written otherwise, with
/// the same number.
fn new_head(
    base: &Records<'_>,
    head: &Records<'_>,
    before: &EntryRef,
    after: &EntryRef,
) -> Option<NewHead> {
    let was = base.opd(before)?.file.head.as_ref()?;
    let is = head.opd(after)?.file.head.as_ref()?;
    let (old, new) = (was.name.as_ref()?, is.name.as_ref()?);
    let number = |nip: &str| nip.split_whitespace().collect::<String>();
    let is_same = match (&was.nip, &is.nip) {
        (Some(was), Some(is)) => number(was) == number(is),
        _ => old.split_whitespace().eq(new.split_whitespace()),
    };
    (!is_same).then(|| NewHead {
        before: old.value.clone(),
        after: new.value.clone(),
    })
}
