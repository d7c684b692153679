//! Budgets, by year and by source.

use super::{Drawn, share};
use crate::compose::Composer;
use crate::compose::code::expression;
use crate::compose::view::{BarChart, BarColumn, BarRow, BarSegment, RowChart};
use crate::language::message;
use crate::model::{FundingSource, Rupiah};
use crate::resolve::{Id, Pillar};

impl Composer<'_> {
    /// Budgets by year, each column divided by pillar.
    pub(super) fn budget_chart(&self) -> Option<Drawn> {
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
            let figure = BarChart {
                figure,
                unit,
                columns,
                legend,
            };
            format!("bar-chart({})", expression(&figure))
        }))
    }

    /// Budgets of all years by source, the largest first.
    pub(super) fn source_chart(&self) -> Option<Drawn> {
        let sheet = self.sheet(self.all_programs(), |_, source| source);
        let mut sums: Vec<_> = sheet
            .keys()
            .into_iter()
            .map(|source| (sheet.row(source), source))
            .filter(|(sum, _)| sum.0 > 0)
            .collect();
        sums.sort_by_key(|(sum, source)| (std::cmp::Reverse(*sum), *source));
        let (largest, _) = sums.first().copied()?;
        let whole = sheet.total().0;
        let bar = |(sum, source): (Rupiah, FundingSource)| {
            let name = self.words.named("book-fund", source.word());
            let share_of_all = self.percent(sum, whole);
            let text = format!("{} · {share_of_all}", self.format.money(sum.0));
            let words = format!("{name} {text}");
            let row = BarRow {
                name: name.into(),
                width: share(sum.0, largest.0),
                was: None,
                rupiah: sum.0.to_string(),
                text: text.into(),
            };
            (words, row)
        };
        let (words, rows): (Vec<String>, Vec<BarRow>) = sums.into_iter().map(bar).unzip();
        let alt = self.words.say(&message!(
            "book-alt-source-chart",
            period = self.period(),
            told = self.some_of(&words, "; ")
        ));
        Some(Drawn::new(alt, move |figure| {
            format!(
                "row-chart({})",
                expression(&RowChart {
                    figure,
                    rows,
                    room: 1000
                })
            )
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

    /// Share of a whole in percent with one decimal, rounded half up.
    fn percent(&self, part: Rupiah, whole: i128) -> String {
        let half = whole / 2;
        let tenths = part.0.saturating_mul(1000).saturating_add(half);
        let tenths = tenths.checked_div(whole).unwrap_or_default();
        let number = format!("{}.{}", tenths / 10, tenths % 10);
        format!("{}%", self.format.number(number))
    }
}
