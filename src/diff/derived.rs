//! Changes that follow from others: ceilings that are passed, goals that nobody serves,
//! signatures that are stale.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, Figures, Signature};
use super::key::{EntryKind, Key};
use super::kind::Kind;
use super::listing::Listing;
use super::money::Amounts;
use super::renames::Renames;
use crate::model::{Kind as Referred, Rupiah, Year};
use crate::resolve::{Opd, Plan, Support};

/// What an OPD plans to spend in the years that have a ceiling.
type Planned = BTreeMap<Year, (Rupiah, Rupiah)>;

fn planned(plan: &Plan, opd: &Opd, left_out: &BTreeSet<Key>) -> Planned {
    let mut years = Planned::new();
    for ceiling in &opd.file.ceilings {
        years.insert(ceiling.year.value, (Rupiah(0), ceiling.amount.value));
    }
    let programs = opd.programs.iter().map(|id| &plan.programs[*id]);
    let counted =
        programs.filter(|program| !left_out.contains(&Key::new(EntryKind::Program, &program.id)));
    let programs = counted.map(|program| &program.file);
    for program in programs.filter(|program| !program.is_cancelled()) {
        for line in &program.budget {
            if let Some((sum, _)) = years.get_mut(&line.year.value)
                && line.source.value.is_in_city_budget()
            {
                *sum = *sum + line.amount.value;
            }
        }
    }
    years
}

/// Years in which an OPD passes its ceiling in one plan and not in the other.
pub(super) fn ceilings(
    base: (&Listing<'_>, &Key),
    head: (&Listing<'_>, &Key),
    [left_out_before, left_out_after]: &[BTreeSet<Key>; 2],
) -> Vec<(Kind, Figures)> {
    let of = |(listing, key): (&Listing<'_>, &Key), left_out| {
        let opd = listing.opd(key);
        opd.map(|opd| planned(listing.plan, opd, left_out))
            .unwrap_or_default()
    };
    let before = of(base, left_out_before);
    let after = of(head, left_out_after);
    let years: BTreeSet<Year> = before.keys().chain(after.keys()).copied().collect();
    let mut found = Vec::new();
    for year in years {
        let (was, is) = (before.get(&year), after.get(&year));
        let over = |sums: Option<&(Rupiah, Rupiah)>| sums.is_some_and(|(sum, top)| sum > top);
        let kind = match (over(was), over(is)) {
            (false, true) => Kind::OverCeiling,
            (true, false) => Kind::WithinCeiling,
            _ => continue,
        };
        let sum = |sums: Option<&(Rupiah, Rupiah)>| sums.map(|(sum, _)| *sum).unwrap_or_default();
        let planned = Amounts {
            before: sum(was),
            after: sum(is),
        };
        let ceiling = (was.map(|(_, top)| *top), is.map(|(_, top)| *top));
        found.push((
            kind,
            Figures::Ceiling {
                year,
                planned,
                ceiling,
            },
        ));
    }
    found
}

/// What programmes serve that are not cancelled.
fn covered(plan: &Plan) -> BTreeSet<Key> {
    let mut covered = BTreeSet::new();
    for program in plan.programs.values() {
        if program.file.is_cancelled() {
            continue;
        }
        covered.insert(Key::new(
            EntryKind::Dimension,
            &program.file.dimension.value,
        ));
        covered.extend(program.supports.iter().map(|support| match support {
            Support::Goal(id) => Key::new(EntryKind::Goal, &plan.goals[*id].entry.id.value),
            Support::Priority(id) => Key::new(EntryKind::Priority, &plan.priorities[*id].id.value),
            Support::Policy(id) => Key::new(EntryKind::Policy, &plan.policies[*id].entry.id.value),
            Support::Need(id) => Key::new(EntryKind::Need, &plan.needs[*id].entry.id.value),
        }));
    }
    covered
}

/// Whether a programme that cannot be read, or not as a whole, may serve an entry.
fn may_be_covered(plan: &Plan, key: &Key) -> bool {
    let Some(kind) = Referred::parse(key.kind.word()) else {
        return false;
    };
    let mut lost = plan.lost.programs.iter();
    if kind == Referred::Dimension {
        let mut dimensions = plan.dimensions.values();
        let dimension = dimensions.find(|one| one.entry.id.value == key.id);
        let pillar = dimension.map(|one| &plan.pillars[one.pillar].id);
        return pillar.is_some_and(|pillar| lost.any(|one| one.may_work_on(pillar, &key.id)));
    }
    let mut programs = plan.programs.values();
    lost.any(|one| one.remains.may_refer("supports", kind, &key.id))
        || programs.any(|one| one.file.gaps.may_mean("supports", kind))
}

/// Entries of both plans, by their key in the second, that are served in one only.
pub(super) fn coverage(
    base: &Listing<'_>,
    head: &Listing<'_>,
    renames: &Renames,
) -> Vec<(Kind, Key)> {
    let before: BTreeSet<Key> = covered(base.plan)
        .iter()
        .map(|key| renames.key(key))
        .collect();
    let after = covered(head.plan);
    let there: BTreeSet<Key> = base.keys().map(|key| renames.key(key)).collect();
    let both = |key: &&Key| there.contains(*key) && head.has(key);
    let names = renames.mirrored();
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
    base: &Listing<'_>,
    head: &Listing<'_>,
    renames: &Renames,
    changes: &[Change],
) -> Vec<Signature> {
    let mut concerned: BTreeMap<Key, usize> = BTreeMap::new();
    for change in changes
        .iter()
        .filter(|change| change.kind.is_of_substance())
    {
        let of =
            |side: &Option<super::change::Side>| side.as_ref().and_then(|side| side.opd.clone());
        let before = of(&change.before).map(|key| renames.key(&key));
        let opds: BTreeSet<Key> = before.into_iter().chain(of(&change.after)).collect();
        for opd in opds {
            let count = concerned.entry(opd).or_default();
            *count = count.saturating_add(1);
        }
    }
    let signed = |listing: &Listing<'_>, key: &Key| listing.opd(key)?.file.attested();
    let names = renames.mirrored();
    let mut found = Vec::new();
    for (opd, changes) in concerned {
        let (before, after) = (signed(base, &names.key(&opd)), signed(head, &opd));
        // Another date is another signature.
        if before.is_some() && after == before {
            found.push(Signature {
                name: head.name(&opd).to_owned(),
                opd,
                changes,
            });
        }
    }
    found
}
