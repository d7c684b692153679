//! What a programme is to reach and what it costs, year by year.

use rust_decimal::Decimal;

use super::Composer;
use super::budget::YEARS_ACROSS;
use super::pivot_table::PivotTable;
use super::table;
use super::tree::Content;
use super::view::{Column, Row, Table};
use crate::model::{FundingSource, Indicator, Quantity, Rupiah, Year};
use crate::resolve::{Id, Program};

/// Shares of the width: of names, of units, of the values at the beginning, of a year, and of
/// sums. They are the same on all cards, so that years stand below each other in the whole book.
const NAME: u32 = 50;
const UNIT: u32 = 15;
const BASELINE: u32 = 14;
const YEAR: u32 = 10;
const SUM: u32 = 12;

/// Most characters of a number for which a column of a year has room.
const DIGITS: usize = 7;

/// Decimal places of an amount in millions.
const MILLIONS: u32 = 6;

/// What stands in a row in all tables of a programme.
struct Line {
    name: Content,
    unit: Content,
    baseline: Content,
    sum: Content,
}

impl Composer<'_> {
    /// The indicators of a programme with their targets, and below them its money by source, in
    /// the same columns of years; more years than a page has room for stand in tables below each
    /// other.
    pub(super) fn program_figures(&self, id: Id<Program>) -> Vec<Table> {
        let indicators = &self.plan.programs[id].file.indicators;
        let money = self.sheet([id], |_, source| source);
        if indicators.is_empty() && money.keys().is_empty() {
            return Vec::new();
        }
        let years = self.years();
        let blocks: Vec<&[Year]> = years.chunks(YEARS_ACROSS).collect();
        let last = blocks.len().saturating_sub(1);
        let tables = blocks.into_iter().enumerate().map(|(at, years)| {
            let indicators = indicators.iter().map(|indicator| {
                let targets = years.iter().map(|year| indicator.targets.get(*year));
                let targets = targets.map(|target| self.quantity(target.map(|it| it.value)));
                let cells = cells(self.line(indicator), targets, (at == 0, at == last));
                self.row(indicator.name.span, cells)
            });
            let mut rows: Vec<Row> = indicators.collect();
            rows.extend(self.money_rows(id, &money, years, (at == 0, at == last)));
            table::dense(self.columns(years, &rows, (at == 0, at == last)), rows)
        });
        tables.collect()
    }

    fn columns(&self, years: &[Year], rows: &[Row], (first, last): (bool, bool)) -> Vec<Column> {
        // Where a number has no room, columns are as wide as their numbers.
        let before = if first { 3 } else { 2 };
        let numbers = rows.iter().flat_map(|row| row.cells.iter().skip(before));
        let is_narrow = numbers.map(Content::chars).all(|chars| chars <= DIGITS);
        let number = |title: &str, share| Column {
            share: if is_narrow { share } else { 0 },
            ..table::number(title)
        };
        let mut columns = vec![
            table::text(self.words.get("book-indicator-or-source"), NAME),
            table::text(self.words.get("book-unit"), UNIT),
        ];
        if first {
            columns.push(number(self.words.get("book-baseline"), BASELINE));
        }
        columns.extend(years.iter().map(|year| number(&year.to_string(), YEAR)));
        if last {
            columns.push(number(self.words.get("book-total"), SUM));
        }
        columns
    }

    fn line(&self, indicator: &Indicator) -> Line {
        let word = |list, word| self.words.named(list, word);
        let kind = word("book-indicator-kind", indicator.kind.value.word());
        let direction = word("book-direction", indicator.direction.value.word());
        let baseline = indicator.baseline.as_ref();
        let value = self.quantity(baseline.map(|one| one.value.value));
        Line {
            name: Content::text(&format!("{} ({kind}, {direction})", indicator.name.value)),
            unit: Content::text(&indicator.unit),
            baseline: match baseline {
                Some(baseline) => {
                    let year = format!(" ({})", baseline.year.value);
                    value.then(Content::text(&year))
                }
                None => value,
            },
            sum: Content::empty(),
        }
    }

    /// The money of a programme by source. Below each row stands which part of it is confirmed,
    /// if not all is.
    fn money_rows(
        &self,
        id: Id<Program>,
        money: &PivotTable<FundingSource>,
        years: &[Year],
        ends: (bool, bool),
    ) -> Vec<Row> {
        let confirmed = self.lines(id).filter(|line| line.confirmed.value);
        let confirmed =
            confirmed.map(|line| (line.source.value, line.year.value, line.amount.value));
        let confirmed = PivotTable::new(confirmed);
        let line = |name: String, sum: Rupiah| Line {
            name: Content::text(&name),
            unit: Content::text(self.words.get("book-million-rupiah")),
            baseline: Content::empty(),
            sum: self.millions(sum),
        };
        let row = |sheet: &PivotTable<FundingSource>, source, name| {
            let amounts = years.iter().map(|&year| sheet.cell(source, year));
            let amounts = amounts.map(|amount| self.millions(amount));
            table::plain(cells(line(name, sheet.row(source)), amounts, ends))
        };
        let mut rows = Vec::new();
        for source in money.keys() {
            let name = self.words.named("book-fund", source.word());
            if confirmed.row(source) == money.row(source) {
                let all = self.words.get("book-confirmed");
                rows.push(row(money, source, format!("{name} ({all})")));
                continue;
            }
            rows.push(row(money, source, name.to_owned()));
            if confirmed.has(source) {
                let part = self.words.get("book-of-which-confirmed").to_owned();
                rows.push(row(&confirmed, source, part));
            }
        }
        if money.keys().len() > 1 {
            let sum = self.words.get("book-total").to_owned();
            let amounts = years.iter().map(|&year| self.millions(money.column(year)));
            rows.push(table::total(cells(line(sum, money.total()), amounts, ends)));
        }
        rows
    }

    /// An amount in millions with all of its digits; a dash for none.
    fn millions(&self, Rupiah(amount): Rupiah) -> Content {
        if amount == 0 {
            return self.quantity(None);
        }
        match Decimal::try_from_i128_with_scale(amount, MILLIONS) {
            Ok(millions) => self.quantity(Some(Quantity(millions.normalize()))),
            // No plan has so much money.
            Err(_) => self.amount(Rupiah(amount)),
        }
    }
}

/// The cells of a row in one of the tables, which may be the first and the last.
fn cells(
    line: Line,
    years: impl Iterator<Item = Content>,
    (first, last): (bool, bool),
) -> Vec<Content> {
    let mut cells = vec![line.name, line.unit];
    if first {
        cells.push(line.baseline);
    }
    cells.extend(years);
    if last {
        cells.push(line.sum);
    }
    cells
}
