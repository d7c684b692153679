//! Figures drawn from the data.

use jiff::civil::Date;

use crate::compose::Composer;
use crate::compose::code::{Content, expression};
use crate::compose::numbering::Numbering;
use crate::compose::view::{BarChart, BarColumn, BarSegment, PillarMark, RoadMap, Span, SpanGroup};
use crate::model::{Rupiah, Show};
use crate::resolve::{Id, Pillar, Program};

/// What the whole of a bar or of the period is divided into.
const WHOLE: i128 = 1000;

impl Composer<'_> {
    /// The code of a figure, or nothing if there is nothing to draw.
    pub(in crate::compose) fn figure(
        &self,
        show: Show,
        caption: &str,
        numbering: &mut Numbering,
    ) -> Option<String> {
        match show {
            Show::RoadMap => {
                let groups = self.spans();
                (!groups.is_empty()).then(|| {
                    let figure = RoadMap {
                        number: numbering.figure(),
                        caption: caption.into(),
                        alt: self.road_map_in_words(&groups),
                        years: self
                            .years()
                            .into_iter()
                            .map(|year| year.to_string())
                            .collect(),
                        groups,
                    };
                    format!("road-map({})", expression(&figure))
                })
            }
            _ => self.budget_chart(caption, numbering),
        }
    }

    fn spans(&self) -> Vec<SpanGroup> {
        let pillars = self.plan.pillars.iter();
        pillars
            .filter(|(_, pillar)| !pillar.programs.is_empty())
            .map(|(id, pillar)| SpanGroup {
                name: pillar.file.name.value.clone(),
                color: self.color(id),
                spans: pillar.programs.iter().map(|id| self.span_of(*id)).collect(),
            })
            .collect()
    }

    fn span_of(&self, id: Id<Program>) -> Span {
        let file = &self.plan.programs[id].file;
        let start = self.position(file.start.value);
        let end = self.position(file.end.value.tomorrow().unwrap_or(file.end.value));
        Span {
            name: self
                .program_reference(id)
                .then(&Content::text(&format!(" {}", file.title.value))),
            start,
            // Even a day is a line.
            width: end.saturating_sub(start).max(6),
            quick_win: file.quick_win.value,
        }
    }

    /// Where a day lies in the period, from 0 to 1000.
    fn position(&self, date: Date) -> u32 {
        let period = &self.plan.file.period;
        let day = |year: i16| Date::new(year, 1, 1).unwrap_or(date);
        let first = day(period.start.0);
        let after = day(period.end.0.saturating_add(1));
        let days = |from: Date, to: Date| {
            let span = from.until(to).map(|span| span.get_days());
            i128::from(span.unwrap_or_default())
        };
        let whole = days(first, after).max(1);
        let part = days(first, date).clamp(0, whole);
        u32::try_from(part * WHOLE / whole).unwrap_or_default()
    }

    fn road_map_in_words(&self, groups: &[SpanGroup]) -> String {
        let counts: Vec<String> = groups
            .iter()
            .map(|group| format!("{} {}", group.name, group.spans.len()))
            .collect();
        format!(
            "{} {}: {}.",
            self.words.pick(
                "Bagan waktu program tiap pilar,",
                "Timeline of the programmes of each pillar,"
            ),
            self.period(),
            counts.join(", ")
        )
    }

    /// Budgets by year, each column divided by pillar.
    fn budget_chart(&self, caption: &str, numbering: &mut Numbering) -> Option<String> {
        let sheet = self.sheet(self.plan.programs.iter().map(|(id, _)| id), |program, _| {
            program.pillar
        });
        let largest = self
            .years()
            .into_iter()
            .map(|year| sheet.column(year).0)
            .max()?;
        if largest <= 0 {
            return None;
        }
        let pillars: Vec<Id<Pillar>> = self.plan.pillars.iter().map(|(id, _)| id).collect();
        let columns: Vec<BarColumn> = self
            .years()
            .into_iter()
            .map(|year| BarColumn {
                label: year.to_string(),
                total: self.billions(sheet.column(year)),
                segments: pillars
                    .iter()
                    .map(|id| BarSegment {
                        color: self.color(*id),
                        height: share(sheet.cell(*id, year), largest),
                    })
                    .collect(),
            })
            .collect();
        let unit = self.words.pick("miliar rupiah", "billion rupiah");
        let words: Vec<String> = columns
            .iter()
            .map(|column| format!("{} {}", column.label, column.total))
            .collect();
        let figure = BarChart {
            number: numbering.figure(),
            caption: caption.into(),
            alt: format!(
                "{} {unit}: {}.",
                self.words.pick(
                    "Diagram batang anggaran tiap tahun dalam",
                    "Bar chart of the budget of each year in"
                ),
                words.join("; ")
            ),
            unit: unit.into(),
            columns,
            legend: pillars
                .iter()
                .map(|id| PillarMark {
                    name: self.plan.pillars[*id].file.name.value.clone(),
                    color: self.color(*id),
                })
                .collect(),
        };
        Some(format!("bar-chart({})", expression(&figure)))
    }

    /// Billions of rupiah with one decimal, rounded half up.
    fn billions(&self, amount: Rupiah) -> String {
        let tenths = amount.0.saturating_add(50_000_000) / 100_000_000;
        self.format
            .number(format!("{}.{}", tenths / 10, tenths % 10))
    }
}

/// Share of the largest amount, from 0 to 1000.
fn share(amount: Rupiah, largest: i128) -> u32 {
    let share = amount.0.saturating_mul(WHOLE).checked_div(largest);
    u32::try_from(share.unwrap_or_default()).unwrap_or_default()
}
