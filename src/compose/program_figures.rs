//! What a programme is to reach and what it costs, year by year.

use rust_decimal::Decimal;

use super::Composer;
use super::budget::{MoneyRow, YEARS_ACROSS};
use super::pivot_table::PivotTable;
use super::table;
use super::tree::Content;
use super::view::{Column, Row, Table};
use crate::model::{Indicator, Quantity, Rupiah, Year};
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

/// The columns of a table beside those of its years.
#[derive(Clone, Copy)]
struct Ends {
    baseline: bool,
    /// Whether the last column is there, which has sums of money and ways of indicators.
    sum: bool,
    money: bool,
}

impl Composer<'_> {
    /// The indicators of a programme with their targets, and below them its money by source in
    /// millions, in the same columns of years. Where amounts have more digits than such a column
    /// has room for, they stand in tables of their own, in rupiah. More years than a page has
    /// room for stand in tables below each other.
    pub(super) fn program_figures(&self, id: Id<Program>) -> Vec<Table> {
        let indicators = &self.plan.programs[id].file.indicators;
        let money = self.money(id);
        let amounts = || {
            money
                .iter()
                .flat_map(|row| row.amounts.iter().chain([&row.sum]))
        };
        let is_short = |amount: &Rupiah| self.millions(*amount).chars() <= DIGITS;
        let head = if money.is_empty() {
            self.words.get("book-indicator")
        } else {
            self.words.get("book-indicator-or-source")
        };
        if !amounts().all(is_short) {
            let head = self.words.get("book-indicator");
            let mut tables = self.figures(id, head, indicators, &[]);
            let budget = self.words.get("book-budget-in-rupiah");
            tables.extend(self.money_tables(budget, &money));
            return tables;
        }
        self.figures(id, head, indicators, &money)
    }

    /// Indicators and money in the same columns.
    fn figures(
        &self,
        id: Id<Program>,
        head: &str,
        indicators: &[Indicator],
        money: &[MoneyRow],
    ) -> Vec<Table> {
        if indicators.is_empty() && money.is_empty() {
            return Vec::new();
        }
        let years = self.years();
        let count = years.len().div_ceil(YEARS_ACROSS);
        let tables = years.chunks(YEARS_ACROSS).enumerate().map(|(at, years)| {
            let ends = Ends {
                baseline: at == 0 && !indicators.is_empty(),
                sum: at + 1 == count,
                money: !money.is_empty(),
            };
            let from = at * YEARS_ACROSS;
            let many = indicators.len() > 1;
            let numbered = (1..).zip(indicators);
            let rows = numbered
                .map(|(number, one)| self.target_row(id, many.then_some(number), one, years, ends));
            let rows = rows.chain(money.iter().map(|row| {
                let amounts = row.amounts.iter().skip(from).take(years.len());
                self.amount_row(row, amounts, ends)
            }));
            let rows: Vec<Row> = rows.collect();
            table::dense(self.columns(head, years, &rows, ends), rows)
        });
        tables.collect()
    }

    fn columns(&self, head: &str, years: &[Year], rows: &[Row], ends: Ends) -> Vec<Column> {
        // Where a number has no room, columns are as wide as their numbers.
        let before = 2 + usize::from(ends.baseline);
        let numbers = rows.iter().flat_map(|row| row.cells.iter().skip(before));
        let is_narrow = numbers.map(Content::chars).all(|chars| chars <= DIGITS);
        let number = |title: &str, share| Column {
            share: if is_narrow { share } else { 0 },
            ..table::number(title)
        };
        let mut columns = vec![
            table::text(head, NAME),
            table::text(self.words.get("book-unit"), UNIT),
        ];
        if ends.baseline {
            columns.push(number(self.words.get("book-baseline"), BASELINE));
        }
        columns.extend(years.iter().map(|year| number(&year.to_string(), YEAR)));
        if ends.sum {
            let title = if ends.money {
                self.words.get("book-total")
            } else {
                self.words.get("book-path")
            };
            columns.push(number(title, SUM));
        }
        columns
    }

    /// The row of an indicator with its targets, by its number where there are several.
    fn target_row(
        &self,
        id: Id<Program>,
        number: Option<usize>,
        indicator: &Indicator,
        years: &[Year],
        ends: Ends,
    ) -> Row {
        let (kind, direction) = (indicator.kind.value, indicator.direction.value);
        let kind = self.words.named("book-indicator-kind", kind.word());
        let direction = self.words.named("book-direction-mark", direction.word());
        let number = number.map_or_else(String::new, |number| format!("{number}. "));
        let name = format!("{number}{} ({kind}\u{a0}{direction})", indicator.name.value);
        let mut cells = vec![Content::text(&name), Content::text(&indicator.unit)];
        if ends.baseline {
            let baseline = indicator.baseline.as_ref();
            let value = self.quantity(baseline.map(|one| one.value.value));
            cells.push(match baseline {
                Some(baseline) => {
                    let year = format!(" ({})", baseline.year.value);
                    value.then(Content::text(&year))
                }
                None => value,
            });
        }
        let targets = years.iter().map(|year| indicator.targets.get(*year));
        cells.extend(targets.map(|target| self.quantity(target.map(|it| it.value))));
        if ends.sum {
            cells.push(self.small_path(id, indicator));
        }
        self.row(indicator.name.span, cells)
    }

    /// A row of money in millions.
    fn amount_row<'m>(
        &self,
        row: &MoneyRow,
        amounts: impl Iterator<Item = &'m Rupiah>,
        ends: Ends,
    ) -> Row {
        let unit = self.words.get("book-million-rupiah");
        let mut cells = vec![row.name.clone(), Content::text(unit)];
        if ends.baseline {
            cells.push(Content::empty());
        }
        cells.extend(amounts.map(|amount| self.millions(*amount)));
        if ends.sum {
            cells.push(self.millions(row.sum));
        }
        row.of_cells(cells)
    }

    /// The money of a programme by source. Below each row stands which part of it is confirmed,
    /// if not all is.
    fn money(&self, id: Id<Program>) -> Vec<MoneyRow> {
        let money = self.sheet([id], |_, line| line.source.value);
        let confirmed = self.lines(id).filter(|line| line.confirmed.value);
        let confirmed =
            confirmed.map(|line| (line.source.value, line.year.value, line.amount.value));
        let confirmed = PivotTable::new(confirmed);
        let mut rows = Vec::new();
        for source in money.keys() {
            let name = self.words.named("book-fund", source.word());
            if confirmed.row(source) == money.row(source) {
                let name = format!("{name} ({})", self.words.get("book-confirmed"));
                rows.push(self.money_row(&money, source, Content::text(&name)));
                continue;
            }
            rows.push(self.money_row(&money, source, Content::text(name)));
            if confirmed.has(source) {
                let part = Content::text(self.words.get("book-of-which-confirmed"));
                rows.push(self.money_row(&confirmed, source, part));
            }
        }
        if money.keys().len() > 1 {
            rows.push(self.money_sum(&money));
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
