//! The budget of each year, divided by pillar.

use super::figure::share;
use super::{Composer, Drawing, Drawn, Id, message};
use crate::compose::tree;
use crate::compose::view::{BarChart, BarColumn, BarSegment};
use crate::resolve::Pillar;

pub(super) const DRAWING: Drawing = Drawing::Figure(|it| it.budget_chart());

impl Composer<'_> {
    /// Budgets by year, each column divided by pillar.
    fn budget_chart(&self) -> Option<Drawn> {
        let sheet = self.sheet(self.all_programs(), |program, _| program.pillar);
        let years = self.years();
        let largest = years.iter().map(|year| sheet.column(*year).0).max()?;
        if largest <= 0 {
            return None;
        }
        let pillars: Vec<Id<Pillar>> = self.plan.pillars.iter().map(|(id, _)| id).collect();
        let columns: Vec<BarColumn> = years
            .into_iter()
            .map(|year| BarColumn {
                label: year.to_string(),
                total: self.in_units(sheet.column(year).0, 1_000_000_000),
                was: None,
                segments: pillars
                    .iter()
                    .map(|id| BarSegment {
                        label: self.plan.pillars[*id].file.code.value.clone(),
                        color: self.color(*id),
                        height: share(sheet.cell(*id, year).0, largest),
                        rupiah: sheet.cell(*id, year).0.to_string(),
                        changed: false,
                    })
                    .collect(),
            })
            .collect();
        let unit = self.words.get("book-billion-rupiah").to_owned();
        let words: Vec<String> = columns
            .iter()
            .map(|column| format!("{} {}", column.label, column.total))
            .collect();
        let alt = self.words.say(&message!(
            "book-alt-budget-chart",
            unit = &unit,
            told = self.some_of(&words, "; ")
        ));
        let legend = self.pillar_marks(|pillar| &pillar.file.name.value);
        Some(Drawn::new(alt, move |figure| {
            tree::Drawing::BarChart(BarChart {
                figure,
                unit,
                columns,
                legend,
            })
        }))
    }

    /// Rupiah in units of so many, with one decimal, rounded half up; single ones are whole.
    pub(in crate::compose) fn in_units(&self, rupiah: i128, unit: i128) -> String {
        if unit == 1 {
            return self.format.number(rupiah);
        }
        let tenths = rupiah
            .saturating_mul(20)
            .saturating_add(unit)
            .checked_div(unit.saturating_mul(2))
            .unwrap_or_default();
        self.format
            .number(format!("{}.{}", tenths / 10, tenths % 10))
    }
}
