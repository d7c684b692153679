//! The budget of all years by source of funds.

use super::figure::share;
use super::{Composer, Drawing, Drawn, message};
use crate::compose::tree;
use crate::compose::view::{BarRow, RowChart};
use crate::model::{FundingSource, Rupiah};

pub(super) const DRAWING: Drawing = Drawing::Figure(|it| it.source_chart());

impl Composer<'_> {
    /// Budgets of all years by source, the largest first.
    fn source_chart(&self) -> Option<Drawn> {
        let sheet = self.sheet(self.all_programs(), |_, line| line.source.value);
        let mut sums: Vec<_> = sheet
            .keys()
            .into_iter()
            .map(|source| (sheet.row(source), source))
            .filter(|(sum, _)| sum.0 > 0)
            .collect();
        sums.sort_by_key(|(sum, source)| (std::cmp::Reverse(*sum), *source));
        let (largest, _) = sums.first().copied()?;
        let whole = sheet.total().0;
        let (unit, divisor) = self.unit_of(largest.0);
        let bar = |(sum, source): (Rupiah, FundingSource)| {
            let name = self.words.named("book-fund", source.word());
            let share_of_all = self.percent(sum, whole);
            let text = format!("{} · {share_of_all}", self.format.money(sum.0));
            let words = self.words.say(&message!(
                "book-alt-source",
                source = name,
                amount = self.in_units(sum.0, divisor),
                share = share_of_all
            ));
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
            unit = unit,
            told = self.some_of(&words, "; ")
        ));
        Some(Drawn::new(alt, move |figure| {
            tree::Drawing::RowChart(RowChart {
                figure,
                rows,
                room: 1000,
            })
        }))
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
