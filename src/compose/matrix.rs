//! The action matrix: all programmes on landscape pages.

use super::Composer;
use super::table;
use super::tree::{Content, Flow};
use super::view::Row;
use crate::language::message;
use crate::model::{Rupiah, Year};
use crate::resolve::{Id, Program, Target};

/// Most years whose budgets have a column each.
pub(super) const YEARS_ACROSS: usize = 6;

impl Composer<'_> {
    /// The matrix with subtotals by pillar and the total of the plan; one of indicators and one
    /// of money where activities say either, or have sub activities.
    pub(super) fn action_matrix(&mut self) -> Flow {
        if self.has_levels() {
            return self.level_matrices();
        }
        let plan = self.plan;
        let years = self.years();
        let across: &[Year] = if years.len() <= YEARS_ACROSS {
            &years
        } else {
            &[]
        };
        let mut columns = vec![
            table::narrow(self.words.get("book-number")),
            table::text(self.words.get("book-programme-and-agency"), 5),
            table::text(self.words.get("book-main-indicator"), 5),
            table::number(self.words.get("book-baseline")),
            table::number(self.words.get("book-final")),
        ];
        columns.extend(across.iter().map(|year| table::number(year.to_string())));
        columns.push(table::number(self.words.get("book-total")));

        let mut rows: Vec<Row> = Vec::new();
        for pillar in plan.pillars.values() {
            if pillar.programs.is_empty() {
                continue;
            }
            rows.push(table::group(&pillar.file.name));
            rows.extend(
                pillar
                    .programs
                    .iter()
                    .map(|&id| self.matrix_row(id, across)),
            );
            let label = self
                .words
                .say(&message!("book-total-of", pillar = &pillar.file.name.value));
            rows.push(self.matrix_sum(&label, &pillar.programs, across));
        }
        let all: Vec<Id<Program>> = plan.programs.iter().map(|(id, _)| id).collect();
        let label = self.words.get("book-total-of-all-programmes");
        rows.push(self.matrix_sum(label, &all, across));

        let made = table::landscape(columns, rows);
        let caption = self.words.get("book-action-matrix");
        self.numbered(made, caption).into()
    }

    fn matrix_row(&self, id: Id<Program>, years: &[Year]) -> Row {
        let program = &self.plan.programs[id];
        let opd = &self.plan.opds[program.opd].file.abbreviation;
        let title = self
            .link_as(Target::Program(id), &program.file.title)
            .then(Content::text(" · "))
            .then(self.link_as(Target::Opd(program.opd), opd));
        let (name, baseline, last) = match self.main_indicator(id) {
            None => (Content::text("–"), self.quantity(None), self.quantity(None)),
            Some(indicator) => {
                let name = format!("{} ({})", indicator.name.value, indicator.unit.value);
                let baseline = indicator
                    .baseline
                    .as_ref()
                    .map(|baseline| baseline.value.value);
                let last = indicator
                    .targets
                    .values()
                    .next_back()
                    .map(|target| target.value);
                (
                    Content::text(&name),
                    self.quantity(baseline),
                    self.quantity(last),
                )
            }
        };
        let mut cells = vec![self.program_reference(id), title, name, baseline, last];
        cells.extend(self.matrix_amounts(&[id], years));
        self.row(program.file.title.span, cells)
    }

    fn matrix_sum(&self, label: &str, programs: &[Id<Program>], years: &[Year]) -> Row {
        let mut cells = vec![Content::empty(), Content::text(label)];
        cells.extend([Content::empty(), Content::empty(), Content::empty()]);
        cells.extend(self.matrix_amounts(programs, years));
        table::total(cells)
    }

    fn matrix_amounts(&self, programs: &[Id<Program>], years: &[Year]) -> Vec<Content> {
        let sheet = self.sheet(programs.iter().copied(), |_, _| ());
        let mut cells: Vec<Rupiah> = years.iter().map(|&year| sheet.column(year)).collect();
        cells.push(sheet.total());
        cells
            .into_iter()
            .map(|amount| self.amount(amount))
            .collect()
    }
}
