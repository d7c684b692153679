//! Who has how much money in either plan, in sums that reconcile.

use std::collections::{BTreeMap, BTreeSet};

use super::renames::Renames;
use super::version::Version;
use crate::model::{EntryKind, EntryRef};
use crate::model::{FundingSource, Rupiah, Year};
use crate::records::Records;

/// An amount of either plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amounts {
    /// In the first plan.
    pub before: Rupiah,
    /// In the second plan.
    pub after: Rupiah,
}

impl Amounts {
    /// An amount that one plan has, and nothing in the other.
    pub(super) fn one_sided(version: Version, amount: Rupiah) -> Self {
        Self {
            before: version.of(amount, Rupiah::default()),
            after: version.of(Rupiah::default(), amount),
        }
    }

    /// How much more the second plan has; negative if it has less.
    pub fn change(self) -> i128 {
        self.after.0.saturating_sub(self.before.0)
    }

    /// The change in tenths of a percent of the first amount, rounded to the nearest;
    /// nothing if that is zero.
    pub(crate) fn permille(self) -> Option<i128> {
        let before = self.before.0;
        let twice = self.change().saturating_mul(2000);
        let half = before.saturating_mul(twice.signum());
        twice
            .saturating_add(half)
            .checked_div(before.saturating_mul(2))
    }

    /// Whether the change is more than so many percent of the first amount.
    pub(crate) fn is_above(self, percent: u32) -> bool {
        let change = self.change().saturating_abs().saturating_mul(100);
        change > self.before.0.saturating_mul(percent.into())
    }

    pub(super) fn add(&mut self, other: Self) {
        self.before = self.before + other.before;
        self.after = self.after + other.after;
    }

    pub(super) fn inverted(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
        }
    }
}

/// Where the money of a programme is counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Home {
    /// Its pillar.
    pub pillar: EntryRef,
    /// Its OPD.
    pub opd: EntryRef,
}

/// The money of one programme of which something is not as it was: an amount, or where
/// it is counted. Amounts of different homes are different lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgramMoney {
    /// The programme in the second plan, or else in the first.
    pub program: EntryRef,
    /// Every amount that changed, by where, when and from which source.
    pub cells: BTreeMap<(Home, Year, FundingSource), Amounts>,
}

/// The money of two plans. Each of the maps adds up to `total`, and what `programs` adds up
/// to by any of their keys is the change in the map. Every line of every programme counts,
/// as in the book.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Money {
    /// All of it.
    pub total: Amounts,
    /// By pillar.
    pub pillars: BTreeMap<EntryRef, Amounts>,
    /// By OPD.
    pub opds: BTreeMap<EntryRef, Amounts>,
    /// By year.
    pub years: BTreeMap<Year, Amounts>,
    /// By source.
    pub sources: BTreeMap<FundingSource, Amounts>,
    /// The programmes whose money changed or is counted elsewhere.
    pub programs: Vec<ProgramMoney>,
    /// The programmes that are in none of the sums, since one of the plans does not say all
    /// of them, with what either says.
    pub left_out: BTreeMap<EntryRef, Amounts>,
}

/// The money of a programme in one plan: where it is counted, when, and from which source.
type Lines = BTreeMap<(Home, Year, FundingSource), Rupiah>;

impl Money {
    /// Adds up both plans. Ids are those of the second.
    pub(super) fn of(
        base: &Records<'_>,
        head: &Records<'_>,
        renames: &Renames,
        left_out: &[BTreeSet<EntryRef>; 2],
    ) -> Self {
        let (mut before, mut after) = rayon::join(
            || read(base, |key| renames.key(key)),
            || read(head, EntryRef::clone),
        );
        let mut money = Self::default();
        let [left_out_before, left_out_after] = left_out;
        let programs = left_out_before.iter().map(|key| renames.key(key));
        for program in programs.chain(left_out_after.iter().cloned()) {
            let sum = |lines: Option<Lines>| {
                let amounts = lines.map(|lines| lines.into_values().sum());
                amounts.unwrap_or_default()
            };
            money
                .left_out
                .entry(program)
                .or_insert_with_key(|program| Amounts {
                    before: sum(before.remove(program)),
                    after: sum(after.remove(program)),
                });
        }
        for (program, is) in after {
            let was = before.remove(&program);
            money.count(program, was, Some(is));
        }
        for (program, was) in before {
            money.count(program, Some(was), None);
        }
        money.programs.sort_by(|a, b| a.program.cmp(&b.program));
        money
    }

    /// Adds up a plan that comes after none.
    #[cfg(feature = "revisions")]
    pub(super) fn after_none(head: &Records<'_>) -> Self {
        let mut money = Self::default();
        for (program, is) in read(head, EntryRef::clone) {
            money.count(program, None, Some(is));
        }
        money
    }

    fn count(&mut self, program: EntryRef, was: Option<Lines>, is: Option<Lines>) {
        for (version, lines) in Version::BOTH.into_iter().zip([&was, &is]) {
            let Some(lines) = lines else { continue };
            for ((home, year, source), amount) in lines {
                let amount = Amounts::one_sided(version, *amount);
                self.total.add(amount);
                self.pillars
                    .entry(home.pillar.clone())
                    .or_default()
                    .add(amount);
                self.opds.entry(home.opd.clone()).or_default().add(amount);
                self.years.entry(*year).or_default().add(amount);
                self.sources.entry(*source).or_default().add(amount);
            }
        }
        let mut cells: BTreeMap<(Home, Year, FundingSource), Amounts> = BTreeMap::new();
        for (version, lines) in Version::BOTH.into_iter().zip([was, is]) {
            for (at, amount) in lines.into_iter().flatten() {
                let cell = cells.entry(at).or_default();
                cell.add(Amounts::one_sided(version, amount));
            }
        }
        cells.retain(|_, amounts| amounts.before != amounts.after);
        if !cells.is_empty() {
            self.programs.push(ProgramMoney { program, cells });
        }
    }

    /// The same sums seen from the other side; `names` leads from the ids of the second
    /// plan to those of the first.
    pub(super) fn inverted(self, names: &Renames) -> Self {
        let turn = |sums: BTreeMap<EntryRef, Amounts>| {
            let sums = sums.into_iter();
            sums.map(|(key, amounts)| (names.key(&key), amounts.inverted()))
                .collect()
        };
        let mut programs: Vec<ProgramMoney> = self
            .programs
            .into_iter()
            .map(|one| ProgramMoney {
                program: names.key(&one.program),
                cells: one
                    .cells
                    .into_iter()
                    .map(|((home, year, source), amounts)| {
                        let home = Home {
                            pillar: names.key(&home.pillar),
                            opd: names.key(&home.opd),
                        };
                        ((home, year, source), amounts.inverted())
                    })
                    .collect(),
            })
            .collect();
        programs.sort_by(|a, b| a.program.cmp(&b.program));
        Self {
            total: self.total.inverted(),
            pillars: turn(self.pillars),
            opds: turn(self.opds),
            years: self
                .years
                .into_iter()
                .map(|(k, v)| (k, v.inverted()))
                .collect(),
            sources: self
                .sources
                .into_iter()
                .map(|(k, v)| (k, v.inverted()))
                .collect(),
            programs,
            left_out: turn(self.left_out),
        }
    }
}

fn read(records: &Records<'_>, name: impl Fn(&EntryRef) -> EntryRef) -> BTreeMap<EntryRef, Lines> {
    let plan = records.plan;
    let programs = records.keys().filter_map(|key| {
        let program = records.program(key)?;
        let key = name(key);
        let pillar = &plan.pillars[program.pillar].id;
        let pillar = name(&EntryRef::new(EntryKind::Pillar, pillar));
        let mut lines = Lines::new();
        for line in program.file.lines() {
            let opd = &plan.opds[program.spender(line)].id;
            let home = Home {
                pillar: pillar.clone(),
                opd: name(&EntryRef::new(EntryKind::Opd, opd)),
            };
            let at = (home, line.year.value, line.source.value);
            let amount = lines.entry(at).or_default();
            *amount = *amount + line.amount.value;
        }
        Some((key, lines))
    });
    programs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts(before: i128, after: i128) -> Amounts {
        Amounts {
            before: Rupiah(before),
            after: Rupiah(after),
        }
    }

    #[test]
    fn shares_are_rounded_and_never_overflow() {
        assert_eq!(amounts(200, 301).permille(), Some(505));
        assert_eq!(amounts(3, 2).permille(), Some(-333));
        assert_eq!(amounts(3, 1).permille(), Some(-667));
        assert_eq!(amounts(0, 5).permille(), None);
        assert!(amounts(100, 111).is_above(10));
        assert!(!amounts(100, 110).is_above(10));
        assert!(amounts(0, 1).is_above(100));
        assert!(amounts(i128::MAX, 0).permille().is_some());
    }
}
