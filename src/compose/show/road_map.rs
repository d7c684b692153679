//! The road map: programmes on a time line, by pillar, over the phases.

use jiff::civil::Date;

use super::figure::WHOLE;
use super::{Composer, Content, Drawing, Drawn, Id, Program, message};
use crate::compose::tree;
use crate::compose::view::{PhaseSpan, RoadMap, Span, SpanGroup};

pub(super) const DRAWING: Drawing = Drawing::Figure(|it| it.road_map());

impl Composer<'_> {
    fn road_map(&self) -> Option<Drawn> {
        let groups = self.spans();
        if groups.is_empty() {
            return None;
        }
        let years = self.years();
        let years = years.into_iter().map(|year| year.to_string()).collect();
        let phases = self.phase_spans();
        let alt = self.road_map_in_words();
        Some(Drawn::new(alt, move |figure| {
            tree::Drawing::RoadMap(RoadMap {
                figure,
                years,
                phases,
                groups,
            })
        }))
    }

    fn phase_spans(&self) -> Vec<PhaseSpan> {
        let phases = self.plan.file.phases.iter();
        phases
            .filter_map(|phase| {
                let start = self.position(first_day(phase.start.value.0)?);
                let end = self.position(first_day(phase.end.value.0.saturating_add(1))?);
                Some(PhaseSpan {
                    name: phase.name.value.clone(),
                    start,
                    width: end.saturating_sub(start),
                    mark: None,
                })
            })
            .filter(|phase| phase.width > 0)
            .collect()
    }

    fn spans(&self) -> Vec<SpanGroup> {
        let pillars = self.plan.pillars.iter();
        pillars
            .map(|(id, pillar)| SpanGroup {
                name: pillar.file.name.value.clone(),
                color: self.color(id),
                spans: self
                    .chosen(&pillar.programs)
                    .into_iter()
                    .map(|id| self.span_of(id))
                    .collect(),
            })
            .filter(|group| !group.spans.is_empty())
            .collect()
    }

    pub(in crate::compose) fn span_of(&self, id: Id<Program>) -> Span {
        let file = &self.plan.programs[id].file;
        let start = self.position(file.start.value);
        let end = self.position(file.end.value.tomorrow().unwrap_or(file.end.value));
        Span {
            name: self
                .program_reference(id)
                .then(Content::text(&format!(" {}", file.title.value))),
            start,
            // Even a day is a line.
            width: end.saturating_sub(start).max(6),
            quick_win: file.quick_win.value,
            was: None,
        }
    }

    /// Where a day lies in the period, from 0 to 1000.
    fn position(&self, date: Date) -> u32 {
        let period = &self.plan.file.period;
        let first = first_day(period.start.0).unwrap_or(date);
        let after = first_day(period.end.0.saturating_add(1)).unwrap_or(date);
        let days = |from: Date, to: Date| {
            let span = from.until(to).map(|span| span.get_days());
            i128::from(span.unwrap_or(0))
        };
        let whole = days(first, after).max(1);
        let part = days(first, date).clamp(0, whole);
        u32::try_from(part * WHOLE / whole).unwrap_or(0)
    }

    /// Which programmes of every pillar run in which years.
    fn road_map_in_words(&self) -> String {
        let mut told: Vec<String> = Vec::new();
        for pillar in self.plan.pillars.values() {
            for (at, id) in self.chosen(&pillar.programs).into_iter().enumerate() {
                let file = &self.plan.programs[id].file;
                let (first, last) = (file.start.value.year(), file.end.value.year());
                let period = if first == last {
                    first.to_string()
                } else {
                    format!("{first}–{last}")
                };
                let program = format!("{} {period}", file.title.value);
                // The first one says whose programmes follow.
                told.push(if at == 0 {
                    format!("{}: {program}", pillar.file.name.value)
                } else {
                    program
                });
            }
        }
        self.words.say(&message!(
            "book-alt-road-map",
            period = self.period(),
            told = self.some_of(&told, "; ")
        ))
    }
}

fn first_day(year: i16) -> Option<Date> {
    Date::new(year, 1, 1).ok()
}
