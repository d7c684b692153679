//! Figures drawn from the data.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::compose::Composer;
use crate::compose::code::{Content, expression};
use crate::compose::numbering::Numbering;
use crate::compose::view::{
    BarChart, BarColumn, BarSegment, Gauge, GaugeChart, GaugeGroup, HeatCell, HeatMap, HeatRow,
    RoadMap, Span, SpanGroup,
};
use crate::model::{Quantity, ReadinessElement, Rupiah, Show};
use crate::resolve::{Id, Opd, Pillar, Program, Target};

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
            Show::Coverage => self.coverage(caption, numbering),
            Show::ReadinessChart => self.readiness_chart(caption, numbering),
            _ => self.budget_chart(caption, numbering),
        }
    }

    /// How many programmes every OPD leads in every pillar.
    fn coverage(&self, caption: &str, numbering: &mut Numbering) -> Option<String> {
        let plan = self.plan;
        let count = |opd: &Opd, pillar| {
            let own = opd.programs.iter();
            own.filter(|id| plan.programs[**id].pillar == pillar)
                .count()
        };
        let pillars: Vec<Id<Pillar>> = plan.pillars.iter().map(|(id, _)| id).collect();
        let leading: Vec<_> = plan
            .opds
            .iter()
            .filter(|(_, opd)| !opd.programs.is_empty())
            .collect();
        let cells = leading
            .iter()
            .flat_map(|(_, opd)| pillars.iter().map(|pillar| count(opd, *pillar)));
        let most = i128::try_from(cells.max()?).ok().filter(|most| *most > 0)?;
        let rows: Vec<HeatRow> = leading
            .iter()
            .map(|(id, opd)| HeatRow {
                name: self.link_as(Target::Opd(*id), &opd.file.abbreviation),
                cells: pillars
                    .iter()
                    .map(|pillar| count(opd, *pillar))
                    .map(|count| HeatCell {
                        text: if count == 0 {
                            "–".into()
                        } else {
                            count.to_string()
                        },
                        share: share(i128::try_from(count).unwrap_or_default(), most),
                    })
                    .collect(),
            })
            .collect();
        let totals: Vec<String> = pillars
            .iter()
            .map(|id| {
                let pillar = &plan.pillars[*id];
                format!("{} {}", pillar.file.name.value, pillar.programs.len())
            })
            .collect();
        let figure = HeatMap {
            number: numbering.figure(),
            caption: caption.into(),
            alt: format!(
                "{} {}.",
                self.words.pick(
                    "Peta warna jumlah program tiap perangkat daerah menurut pilar; seluruhnya:",
                    "Heat map of the number of programmes of each agency by pillar; in all:"
                ),
                totals.join(", ")
            ),
            columns: self.pillar_marks(|pillar| &pillar.file.code.value),
            rows,
        };
        Some(format!("heat-map({})", expression(&figure)))
    }

    /// Present readiness and what is to be reached, from 0 to 5.
    fn readiness_chart(&self, caption: &str, numbering: &mut Numbering) -> Option<String> {
        let mut groups = Vec::new();
        let mut words = Vec::new();
        for &element in ReadinessElement::ALL {
            let entries = self.plan.readiness.values();
            let bars: Vec<Gauge> = entries
                .filter(|entry| entry.element.value == element)
                .map(|entry| {
                    let (current, target) = (entry.current.value, entry.target.value);
                    let text = format!(
                        "{} → {}",
                        self.format.number(current.0),
                        self.format.number(target.0)
                    );
                    words.push(format!("{} {text}", entry.aspect.value));
                    Gauge {
                        name: entry.aspect.value.clone(),
                        current: fifth(current),
                        target: fifth(target),
                        text,
                    }
                })
                .collect();
            if !bars.is_empty() {
                groups.push(GaugeGroup {
                    name: self.words.readiness(element).into(),
                    bars,
                });
            }
        }
        if groups.is_empty() {
            return None;
        }
        let figure = GaugeChart {
            number: numbering.figure(),
            caption: caption.into(),
            alt: format!(
                "{} {}.",
                self.words.pick(
                    "Diagram batang kesiapan kini dan yang dituju, dari 0 sampai 5:",
                    "Bar chart of readiness now and to be reached, from 0 to 5:"
                ),
                words.join("; ")
            ),
            groups,
        };
        Some(format!("gauge-chart({})", expression(&figure)))
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
                        height: share(sheet.cell(*id, year).0, largest),
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
            legend: self.pillar_marks(|pillar| &pillar.file.name.value),
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

/// A value from 0 to 5 as a part of 1000.
fn fifth(value: Quantity) -> u32 {
    let thousandths = value.0 * Decimal::from(200);
    thousandths.round().to_u32().unwrap_or_default().min(1000)
}

/// Share of the largest amount, from 0 to 1000.
fn share(amount: i128, largest: i128) -> u32 {
    let share = amount.saturating_mul(WHOLE).checked_div(largest);
    u32::try_from(share.unwrap_or_default()).unwrap_or_default()
}
