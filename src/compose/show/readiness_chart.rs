//! Present readiness and what is to be reached, from 0 to 5.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Composer, Drawing, Drawn, message};
use crate::compose::tree;
use crate::compose::view::{Gauge, GaugeChart, GaugeGroup};
use crate::model::{Quantity, ReadinessElement, ReadinessEntry};

pub(super) const DRAWING: Drawing = Drawing::Figure(|it| it.readiness_chart());

impl Composer<'_> {
    fn readiness_chart(&self) -> Option<Drawn> {
        let mut groups = Vec::new();
        let mut words: Vec<String> = Vec::new();
        for &element in ReadinessElement::ALL {
            let entries = self.plan.readiness.values();
            let entries = entries.filter(|entry| entry.element.value == element);
            let mut bars = Vec::new();
            for entry in entries {
                let levels = self.levels(entry);
                words.push(self.words.say(&message!(
                    "book-alt-readiness-level",
                    aspect = &entry.aspect.value,
                    current = self.format.number(entry.current.value.0),
                    target = self.format.number(entry.target.value.0)
                )));
                bars.push(gauge(entry, &levels));
            }
            if !bars.is_empty() {
                groups.push(GaugeGroup {
                    name: self.words.named("book-readiness", element.word()).into(),
                    bars,
                });
            }
        }
        if groups.is_empty() {
            return None;
        }
        let alt = self.words.say(&message!(
            "book-alt-readiness-chart",
            told = self.some_of(&words, "; ")
        ));
        let levels = (0..=HIGHEST)
            .map(|level| self.format.number(level))
            .collect();
        Some(Drawn::new(alt, move |figure| {
            tree::Drawing::GaugeChart(GaugeChart {
                figure,
                levels,
                groups,
            })
        }))
    }

    /// Where an aspect is and where it is to go, in numbers.
    fn levels(&self, entry: &ReadinessEntry) -> String {
        format!(
            "{} → {}",
            self.format.number(entry.current.value.0),
            self.format.number(entry.target.value.0)
        )
    }
}

/// The highest level of readiness.
const HIGHEST: u32 = 5;

fn gauge(entry: &ReadinessEntry, levels: &str) -> Gauge {
    Gauge {
        name: entry.aspect.value.as_str().into(),
        current: share(entry.current.value),
        target: share(entry.target.value),
        was: None,
        text: levels.into(),
    }
}

/// A level as a part of 1000.
fn share(value: Quantity) -> u32 {
    let thousandths = value.0.checked_mul(Decimal::from(1000 / HIGHEST));
    let rounded = thousandths.and_then(|value| value.round().to_u32());
    rounded.unwrap_or_default().min(1000)
}
