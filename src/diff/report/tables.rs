//! The sums of both plans as tables.

use std::collections::BTreeMap;

use super::super::{Amounts, Key, Value};
use super::Teller;
use crate::language::Arg;

/// A table of sums: what they are by, and a row for each.
pub(super) struct Sums {
    /// What the rows are.
    pub title: String,
    /// The rows whose amounts changed, with their names, and one for all others.
    pub rows: Vec<(String, Amounts)>,
}

impl Teller<'_> {
    /// Tables by pillar, OPD, year and source; none if no amount changed.
    pub(super) fn sums(&self) -> Vec<Sums> {
        let diff = self.report.diff;
        let money = &diff.money;
        if money.programs.is_empty() {
            return Vec::new();
        }
        let name = |key: &Key| diff.name(key);
        let keyed = |sums: &BTreeMap<Key, Amounts>| {
            let rows = sums.iter().map(|(key, amounts)| (name(key), *amounts));
            rows.collect::<Vec<_>>()
        };
        let years = money
            .years
            .iter()
            .map(|(year, sum)| (year.to_string(), *sum));
        let sources = money.sources.iter().map(|(source, sum)| {
            let word = Value::Word(source.word());
            (self.wording.value(&word), *sum)
        });
        let table = |key, rows: Vec<(String, Amounts)>| {
            let some = rows
                .into_iter()
                .filter(|(_, sum)| *sum != Amounts::default());
            let (mut rows, same): (Vec<_>, Vec<_>) = some.partition(|(_, sum)| sum.change() != 0);
            // The column still adds up to its total.
            if !same.is_empty() {
                let count = vec![("count", Arg::Count(same.len()))];
                let sum = Amounts {
                    before: same.iter().map(|(_, sum)| sum.before).sum(),
                    after: same.iter().map(|(_, sum)| sum.after).sum(),
                };
                rows.push((self.say("diff-unchanged", count), sum));
            }
            Sums {
                title: self.say(key, Vec::new()),
                rows,
            }
        };
        vec![
            table("diff-by-pillar", keyed(&money.pillars)),
            table("diff-by-opd", keyed(&money.opds)),
            table("diff-by-year", years.collect()),
            table("diff-by-source", sources.collect()),
        ]
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
