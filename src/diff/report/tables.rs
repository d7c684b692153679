//! The sums of both plans as tables.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Amounts, EntryRef, Home, Money, Value};
use super::ReportWriter;
use super::wording::{NAME, shortened};
use crate::language::Arg;

/// A table of sums: what they are by, and a row for each.
pub(super) struct Sums {
    /// What the rows are.
    pub title: String,
    /// The rows whose amounts changed, and one for all others.
    pub rows: Vec<Row>,
}

/// A row of a table of sums.
#[derive(Clone)]
pub(super) struct Row {
    /// What the sum is of.
    pub name: String,
    /// The sum.
    pub amounts: Amounts,
    /// What of the sum is of programmes that moved, with what is said of them.
    pub moved: Option<(String, Amounts)>,
}

/// A line of a table of sums.
pub(super) struct Line<'r> {
    /// What the sum is of.
    pub name: &'r str,
    /// The sum.
    pub amounts: Amounts,
    /// Whether it is a part of the line above it.
    pub(crate) is_part: bool,
}

impl Row {
    /// The row, and below it what of it is of programmes that moved.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let own = Line {
            name: &self.name,
            amounts: self.amounts,
            is_part: false,
        };
        let moved = self.moved.iter().map(|(name, amounts)| Line {
            name,
            amounts: *amounts,
            is_part: true,
        });
        std::iter::once(own).chain(moved)
    }
}

/// What of the sums of pillars or of OPD is of programmes that moved from one to another.
pub(super) struct Moved {
    /// The programmes.
    pub programs: BTreeSet<EntryRef>,
    /// Their money.
    pub amounts: Amounts,
}

/// What programmes that moved carried, by pillar or by OPD.
pub(super) fn moved(money: &Money, of: fn(&Home) -> &EntryRef) -> BTreeMap<EntryRef, Moved> {
    let mut found: BTreeMap<EntryRef, Moved> = BTreeMap::new();
    for one in &money.programs {
        let mut sums: BTreeMap<&EntryRef, Amounts> = BTreeMap::new();
        for ((home, ..), amounts) in &one.cells {
            sums.entry(of(home)).or_default().add(*amounts);
        }
        let is_there = |side: fn(&Amounts) -> i128, other: fn(&Amounts) -> i128| {
            let mut sums = sums.values();
            sums.any(|sum| side(sum) != 0 && other(sum) == 0)
        };
        let (before, after) = (|sum: &Amounts| sum.before.0, |sum: &Amounts| sum.after.0);
        if sums.len() < 2 || !is_there(before, after) || !is_there(after, before) {
            continue;
        }
        for (key, amounts) in sums {
            let moved = found.entry(key.clone()).or_insert_with(|| Moved {
                programs: BTreeSet::new(),
                amounts: Amounts::default(),
            });
            moved.programs.insert(one.program.clone());
            moved.amounts.add(amounts);
        }
    }
    found
}

/// Programmes that moved and are named; more are counted.
const NAMED: usize = 2;

impl ReportWriter<'_> {
    /// Tables by pillar, OPD, year and source, of those of which a sum changed.
    pub(super) fn sums(&self) -> Vec<Sums> {
        let diff = self.report.diff;
        let money = &diff.money;
        if money.programs.is_empty() {
            return Vec::new();
        }
        let keyed = |sums: &BTreeMap<EntryRef, Amounts>, of: fn(&Home) -> &EntryRef| {
            let moved = moved(money, of);
            let mut sums: Vec<(&EntryRef, &Amounts)> = sums.iter().collect();
            sums.sort_by_key(|(key, _)| diff.order(key));
            let rows = sums.into_iter().map(|(key, amounts)| Row {
                name: diff.name(key),
                amounts: *amounts,
                moved: moved.get(key).map(|one| (self.who_moved(one), one.amounts)),
            });
            rows.collect::<Vec<_>>()
        };
        let plain = |name: String, amounts: Amounts| Row {
            name,
            amounts,
            moved: None,
        };
        let years = money.years.iter();
        let years = years.map(|(year, sum)| plain(year.to_string(), *sum));
        let sources = money.sources.iter().map(|(source, sum)| {
            let word = Value::Word(source.word());
            plain(self.wording.value(&word), *sum)
        });
        let table = |key, rows: Vec<Row>| {
            let some = rows.into_iter();
            let some = some.filter(|row| row.amounts != Amounts::default());
            let (mut rows, same): (Vec<_>, Vec<_>) =
                some.partition(|row| row.amounts.change() != 0 || row.moved.is_some());
            if rows.is_empty() {
                return None;
            }
            // The column still adds up to its total.
            if !same.is_empty() {
                let count = vec![("count", Arg::Count(same.len()))];
                let amounts = same.iter().map(|row| row.amounts);
                let amounts = amounts.fold(Amounts::default(), |mut sum, one| {
                    sum.add(one);
                    sum
                });
                rows.push(plain(self.say("diff-unchanged", count), amounts));
            }
            Some(Sums {
                title: self.say(key, Vec::new()),
                rows,
            })
        };
        let tables = [
            table("diff-by-pillar", keyed(&money.pillars, |home| &home.pillar)),
            table("diff-by-opd", keyed(&money.opds, |home| &home.opd)),
            table("diff-by-year", years.collect()),
            table("diff-by-source", sources.collect()),
        ];
        tables.into_iter().flatten().collect()
    }

    /// `of which moved: GOV-01 Layanan aduan`
    fn who_moved(&self, moved: &Moved) -> String {
        let names = moved.programs.iter().take(NAMED);
        let names = names.map(|key| shortened(&self.report.diff.name(key), NAME));
        let names: Vec<String> = names.collect();
        let names = ("programs", Arg::Text(names.join("; ")));
        match moved.programs.len().saturating_sub(NAMED) {
            0 => self.say("diff-of-which-moved", vec![names]),
            more => {
                let more = ("count", Arg::Count(more));
                self.say("diff-of-which-moved.more", vec![names, more])
            }
        }
    }

    /// The columns of a table of sums: before, after, change, share.
    pub(super) fn columns(&self, amounts: Amounts) -> [String; 4] {
        let format = self.wording.format;
        let change = amounts.change();
        let signed = match change {
            0 => format.amount(0),
            ..0 => format!("−{}", format.number(change.saturating_abs())),
            1.. => format!("+{}", format.number(change)),
        };
        [
            format.amount(amounts.before.0),
            format.amount(amounts.after.0),
            signed,
            match change {
                0 => String::new(),
                _ => self.wording.share(amounts).unwrap_or_default(),
            },
        ]
    }

    /// The heads of those columns.
    pub(super) fn heads(&self) -> [String; 4] {
        [
            self.say("diff-before", Vec::new()),
            self.say("diff-after", Vec::new()),
            self.say("diff-change", Vec::new()),
            String::from("%"),
        ]
    }
}
