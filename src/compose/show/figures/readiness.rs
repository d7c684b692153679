//! Present readiness and what is to be reached, from 0 to 5.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Drawn;
use crate::compose::Composer;
use crate::compose::code::expression;
use crate::compose::view::{Gauge, GaugeChart, GaugeGroup};
use crate::model::{Quantity, ReadinessElement, ReadinessEntry};

impl Composer<'_> {
    pub(super) fn readiness_chart(&self) -> Option<Drawn> {
        let mut groups = Vec::new();
        for &element in ReadinessElement::ALL {
            let entries = self.plan.readiness.values();
            let bars: Vec<Gauge> = entries
                .filter(|entry| entry.element.value == element)
                .map(|entry| self.gauge(entry))
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
        let bars = groups.iter().flat_map(|group| &group.bars);
        let words: Vec<String> = bars
            .map(|bar| format!("{} {}", bar.name, bar.text))
            .collect();
        let alt = format!(
            "{} {}.",
            self.words.pick(
                "Diagram batang kesiapan kini dan yang dituju, dari 0 sampai 5:",
                "Bar chart of readiness now and to be reached, from 0 to 5:"
            ),
            self.some_of(&words, "; ")
        );
        Some(Drawn::new(alt, move |figure| {
            format!(
                "gauge-chart({})",
                expression(&GaugeChart { figure, groups })
            )
        }))
    }

    fn gauge(&self, entry: &ReadinessEntry) -> Gauge {
        let (current, target) = (entry.current.value, entry.target.value);
        Gauge {
            name: entry.aspect.value.clone(),
            current: fifth(current),
            target: fifth(target),
            text: format!(
                "{} → {}",
                self.format.number(current.0),
                self.format.number(target.0)
            ),
        }
    }
}

/// A value from 0 to 5 as a part of 1000.
fn fifth(value: Quantity) -> u32 {
    let thousandths = value.0.checked_mul(Decimal::from(200));
    let rounded = thousandths.and_then(|value| value.round().to_u32());
    rounded.unwrap_or_default().min(1000)
}
