//! The budget of each year, divided by pillar.

use super::figure::share;
use super::series::looks;
use super::{Composer, Drawing, Drawn, Id, message};
use crate::compose::tree;
use crate::compose::view::{BarChart, BarColumn, BarSegment, BarSeries};
use crate::model::Rupiah;
use crate::resolve::Pillar;

pub(super) const DRAWING: Drawing = Drawing::Figure(|it| it.budget_chart());

impl Composer<'_> {
    /// In what amounts up to the largest are told, and how many rupiah that is: in billions,
    /// unless there would be nothing but a decimal place.
    pub(super) fn unit_of(&self, largest: i128) -> (&str, i128) {
        match largest {
            10_000_000_000.. => (self.words.get("book-billion-rupiah"), 1_000_000_000),
            10_000_000.. => (self.words.get("book-million-rupiah"), 1_000_000),
            _ => (self.words.get("book-rupiah"), 1),
        }
    }

    /// Budgets by year, each column divided by pillar.
    fn budget_chart(&self) -> Option<Drawn> {
        let sheet = self.sheet(self.all_programs(), |program, _| program.pillar);
        let years = self.years();
        let largest = years.iter().map(|year| sheet.column(*year).0).max()?;
        if largest <= 0 {
            return None;
        }
        let pillars: Vec<Id<Pillar>> = self.plan.pillars.iter().map(|(id, _)| id).collect();
        let (unit, divisor) = self.unit_of(largest);
        let amount = |rupiah: Rupiah| self.in_units(rupiah.0, divisor);
        let columns: Vec<BarColumn> = years
            .iter()
            .map(|&year| BarColumn {
                label: year.to_string(),
                total: amount(sheet.column(year)),
                was: None,
                segments: pillars
                    .iter()
                    .map(|id| BarSegment {
                        label: self.plan.pillars[*id].file.code.value.clone(),
                        height: share(sheet.cell(*id, year).0, largest),
                        rupiah: sheet.cell(*id, year).0.to_string(),
                        changed: false,
                    })
                    .collect(),
            })
            .collect();
        let words: Vec<String> = years
            .iter()
            .map(|&year| {
                let parts = pillars.iter().map(|id| (id, sheet.cell(*id, year)));
                let parts = parts.filter(|(_, part)| part.0 > 0).map(|(id, part)| {
                    self.words.say(&message!(
                        "book-alt-part",
                        name = &self.plan.pillars[*id].file.name.value,
                        amount = amount(part)
                    ))
                });
                let parts: Vec<String> = parts.collect();
                let (year, total) = (year.to_string(), amount(sheet.column(year)));
                if parts.is_empty() {
                    return format!("{year} {total}");
                }
                self.words.say(&message!(
                    "book-alt-column",
                    column = year,
                    total = total,
                    parts = parts.join(", ")
                ))
            })
            .collect();
        let unit = unit.to_owned();
        let alt = self.words.say(&message!(
            "book-alt-budget-chart",
            unit = &unit,
            told = self.some_of(&words, "; ")
        ));
        let series = self.series(&pillars);
        Some(Drawn::new(alt, move |figure| {
            tree::Drawing::BarChart(BarChart {
                figure,
                unit,
                columns,
                series,
            })
        }))
    }

    /// Pillars as parts of a bar, each told apart from the one before it.
    pub(in crate::compose) fn series(&self, pillars: &[Id<Pillar>]) -> Vec<BarSeries> {
        let pillars: Vec<&Pillar> = pillars.iter().map(|id| &self.plan.pillars[*id]).collect();
        let color = |pillar: &&Pillar| pillar.file.color.clone().map(|color| color.value);
        let colors: Vec<Option<String>> = pillars.iter().map(color).collect();
        let looks = looks(colors.iter().map(Option::as_deref));
        let parts = pillars.into_iter().zip(colors).zip(looks);
        let parts = parts.map(|((pillar, color), look)| BarSeries {
            code: pillar.file.code.value.clone(),
            name: pillar.file.name.value.clone(),
            color,
            white: look.white,
            striped: look.striped,
        });
        parts.collect()
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
