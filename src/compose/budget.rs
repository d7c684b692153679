//! Budget summaries.

use super::Composer;
use super::pivot_table::PivotTable;
use super::table;
use super::tree::{Content, Flow};
use super::view::{Row, Table};
use crate::language::{Arg, message};
use crate::model::{BudgetLine, Rupiah, Show, Status, Year};
use crate::resolve::{Id, Program, Target};

/// Most years that stand side by side in a table; more are set below each other.
pub(super) const YEARS_ACROSS: usize = 6;

/// Room for the amounts of a table, and that of a digit, in tenths of points.
const AMOUNTS: usize = 3_850;
const DIGIT: usize = 32;

/// A row of money.
pub(super) struct MoneyRow {
    /// What it is.
    pub name: Content,
    /// The amounts of the years of the plan, in their order.
    pub amounts: Vec<Rupiah>,
    /// Their sum.
    pub sum: Rupiah,
    /// Whether the rows above it are added up.
    pub is_total: bool,
}

impl MoneyRow {
    /// The row of a table that these cells make.
    pub fn of_cells(&self, cells: Vec<Content>) -> Row {
        if self.is_total {
            table::total(cells)
        } else {
            table::plain(cells)
        }
    }
}

impl Composer<'_> {
    /// The years of the plan.
    pub(super) fn years(&self) -> Vec<Year> {
        self.plan.file.period.years().collect()
    }

    /// Adds up the budget lines of programmes by a key of the programme and the
    /// source. Every line counts, whatever the status of its programme.
    pub(super) fn sheet<K: Ord + Copy>(
        &self,
        programs: impl IntoIterator<Item = Id<Program>>,
        key: impl Fn(&Program, &BudgetLine) -> K,
    ) -> PivotTable<K> {
        PivotTable::new(programs.into_iter().flat_map(|id| {
            let program = &self.plan.programs[id];
            let key = &key;
            self.lines(id)
                .map(move |line| (key(program, line), line.year.value, line.amount.value))
        }))
    }

    /// Budget lines of a programme, of the sources that have been chosen.
    pub(super) fn lines(&self, id: Id<Program>) -> impl Iterator<Item = &BudgetLine> {
        let only = self.choice.as_ref().and_then(|choice| choice.source);
        let lines = self.plan.programs[id].file.lines();
        lines.filter(move |line| only.is_none_or(|source| line.source.value == source))
    }

    /// All programmes, or those that have been chosen.
    pub(super) fn all_programs(&self) -> impl Iterator<Item = Id<Program>> {
        let all = self.plan.programs.iter().map(|(id, _)| id);
        all.filter(|id| self.is_chosen(*id))
    }

    /// Those of some programmes that have been chosen.
    pub(super) fn chosen(&self, programs: &[Id<Program>]) -> Vec<Id<Program>> {
        let programs = programs.iter().copied();
        programs.filter(|id| self.is_chosen(*id)).collect()
    }

    fn is_chosen(&self, id: Id<Program>) -> bool {
        let choice = self.choice.as_ref();
        choice.is_none_or(|choice| choice.programs.contains(&id))
    }

    /// Total of one programme, of the sources that have been chosen.
    pub(super) fn program_total(&self, id: Id<Program>) -> Rupiah {
        self.lines(id).map(|line| line.amount.value).sum()
    }

    /// Total of the whole plan.
    pub(super) fn plan_total(&self) -> Rupiah {
        self.all_programs().map(|id| self.program_total(id)).sum()
    }

    /// A sheet as one table, or as several below each other if the plan has too
    /// many years for the width of a page. The last one holds the totals.
    pub(super) fn sheet_tables<K: Ord + Copy>(
        &self,
        sheet: &PivotTable<K>,
        keys: &[K],
        head: &str,
        name: impl Fn(K) -> Content,
    ) -> Vec<Table> {
        let rows = keys
            .iter()
            .map(|&key| self.money_row(sheet, key, name(key)));
        let mut rows: Vec<MoneyRow> = rows.collect();
        if keys.len() != 1 {
            rows.push(self.money_sum(sheet));
        }
        self.money_tables(head, &rows)
    }

    /// The money of a key.
    pub(super) fn money_row<K: Ord + Copy>(
        &self,
        sheet: &PivotTable<K>,
        key: K,
        name: Content,
    ) -> MoneyRow {
        let years = self.years().into_iter();
        MoneyRow {
            name,
            amounts: years.map(|year| sheet.cell(key, year)).collect(),
            sum: sheet.row(key),
            is_total: false,
        }
    }

    /// The money of all keys.
    pub(super) fn money_sum<K: Ord + Copy>(&self, sheet: &PivotTable<K>) -> MoneyRow {
        let years = self.years().into_iter();
        MoneyRow {
            name: Content::text(self.words.get("book-total")),
            amounts: years.map(|year| sheet.column(year)).collect(),
            sum: sheet.total(),
            is_total: true,
        }
    }

    /// Rows of money as one table, or as several below each other, in rupiah.
    pub(super) fn money_tables(&self, head: &str, rows: &[MoneyRow]) -> Vec<Table> {
        let years = self.years();
        // Amounts of many digits leave room for fewer years, beside the total and a name.
        let sums = rows.iter().map(|row| self.format.amount(row.sum.0));
        let digits = sums.map(|sum| sum.chars().count()).max();
        let room = (AMOUNTS / (digits.unwrap_or_default() * DIGIT + 60)).saturating_sub(1);
        let across = room.clamp(1, YEARS_ACROSS);
        let count = years.len().div_ceil(across);
        let tables = years.chunks(across).enumerate().map(|(at, block)| {
            let last = at + 1 == count;
            let mut columns = vec![table::text(head, 1)];
            columns.extend(block.iter().map(|year| table::number(year.to_string())));
            if last {
                columns.push(table::number(self.words.get("book-total")));
            }
            let rows = rows.iter().map(|row| {
                let amounts = row.amounts.iter().skip(at * across).take(block.len());
                let mut cells = vec![row.name.clone()];
                cells.extend(amounts.map(|amount| self.amount(*amount)));
                if last {
                    cells.push(self.amount(row.sum));
                }
                row.of_cells(cells)
            });
            table::dense(columns, rows.collect())
        });
        tables.collect()
    }

    /// An amount as a cell.
    pub(super) fn amount(&self, amount: Rupiah) -> Content {
        Content::text(&self.format.amount(amount.0))
    }

    /// The chapter with all summaries.
    pub(super) fn budget_chapter(&mut self) -> Flow {
        let total = self.plan_total();
        let mut blocks = Flow::default();
        blocks.paragraph(self.prose(&self.needed(total)));
        if let Some(cancelled) = self.cancelled_money() {
            blocks.paragraph(cancelled);
        }
        let caption = self.default_caption(Show::BudgetChart);
        if let Some(figure) = self.figure(Show::BudgetChart, caption, None) {
            blocks.push(figure);
        }
        let sections = [
            Show::BudgetByPillar,
            Show::BudgetByOpd,
            Show::BudgetBySource,
        ];
        let last = sections.len() - 1;
        for (at, show) in sections.into_iter().enumerate() {
            let title = self.default_caption(show);
            blocks.push(self.section(2, title, None));
            if at == last {
                let caption = self.default_caption(Show::SourceChart);
                if let Some(figure) = self.figure(Show::SourceChart, caption, None) {
                    blocks.push(figure);
                }
            }
            for table in self.tables(show) {
                blocks.push(self.numbered(table, title));
            }
        }
        blocks
    }

    /// What the whole plan needs, in words.
    fn needed(&self, total: Rupiah) -> String {
        let (programs, pillars) = (self.plan.programs.len(), self.plan.pillars.len());
        if total == Rupiah::default() {
            return self.words.get("book-no-budget").into();
        }
        self.words.say(&message!(
            "book-needed",
            programs = programs,
            pillars = pillars,
            money = Arg::Money(total.0),
            period = self.period(),
        ))
    }

    /// Says which part of the totals is that of cancelled programmes. `None` where
    /// there is no such money.
    pub(super) fn cancelled_money(&self) -> Option<Content> {
        let programs = self.plan.programs.iter();
        let cancelled: Vec<Id<Program>> = programs
            .filter(|(_, program)| program.file.status.value == Status::Cancelled)
            .map(|(id, _)| id)
            .filter(|id| self.program_total(*id) > Rupiah::default())
            .collect();
        if cancelled.is_empty() {
            return None;
        }
        let total: Rupiah = cancelled.iter().map(|id| self.program_total(*id)).sum();
        let cancelled = cancelled
            .into_iter()
            .map(|id| self.link(Target::Program(id)));
        let text = message!("book-cancelled-money", money = Arg::Money(total.0));
        let text = self.prose(&format!("{} ", self.words.say(&text)));
        let text = text.then(Content::join(cancelled, ", "));
        Some(text.then(Content::text(".")))
    }
}
