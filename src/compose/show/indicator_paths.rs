//! The way of the main indicator of each programme, from its baseline over its
//! targets, with what was reached.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::figure::framed;
use super::{Composer, Drawing, Drawn, Id, Program, message};
use crate::compose::tree::{self, Block};
use crate::compose::view::{IndicatorPath, IndicatorPaths};
use crate::model::{Indicator, IndicatorKind, Quantity, Year};
use crate::resolve::Pillar;

pub(super) const DRAWING: Drawing = Drawing::Figure(|it| it.all_paths());

impl Composer<'_> {
    /// The indicator that stands for a programme: the first outcome says what the
    /// public gains; without one, the first indicator does.
    pub(in crate::compose) fn main_indicator(&self, id: Id<Program>) -> Option<&Indicator> {
        let indicators = &self.plan.programs[id].file.indicators;
        let felt = |one: &&Indicator| one.kind.value != IndicatorKind::Output;
        indicators.iter().find(felt).or(indicators.first())
    }

    /// The figure of one pillar, or `None` if there is nothing to draw.
    pub(in crate::compose) fn pillar_paths(&self, id: Id<Pillar>) -> Option<Block> {
        let pillar = &self.plan.pillars[id];
        let drawn = self.paths(pillar.programs.iter().copied())?;
        let caption = self
            .words
            .say(&message!("book-paths-of", pillar = &pillar.file.name.value));
        Some(framed(drawn, &caption, None))
    }

    fn all_paths(&self) -> Option<Drawn> {
        self.paths(self.all_programs())
    }

    fn paths(&self, programs: impl Iterator<Item = Id<Program>>) -> Option<Drawn> {
        let period = &self.plan.file.period;
        // Most baselines are of the year before.
        let first = period.start.0.saturating_sub(1);
        let scale = Scale {
            first,
            years: i64::from(period.end.0.saturating_sub(first)).max(1),
        };
        let paths: Vec<(String, IndicatorPath)> =
            programs.filter_map(|id| self.path(id, &scale)).collect();
        if paths.is_empty() {
            return None;
        }
        let words: Vec<String> = paths.iter().map(|(words, _)| words.clone()).collect();
        let alt = self.words.say(&message!(
            "book-alt-indicator-paths",
            told = self.some_of(&words, "; ")
        ));
        let years = [Year(first).to_string(), period.end.to_string()];
        let paths: Vec<IndicatorPath> = paths.into_iter().map(|(_, path)| path).collect();
        Some(Drawn::new(alt, move |figure| {
            tree::Drawing::IndicatorPaths(IndicatorPaths {
                figure,
                years,
                realised: paths.iter().any(|path| !path.realised.is_empty()),
                paths,
            })
        }))
    }

    /// The path of a programme, and the same in words.
    fn path(&self, id: Id<Program>, scale: &Scale) -> Option<(String, IndicatorPath)> {
        let program = &self.plan.programs[id];
        let indicator = self.main_indicator(id)?;
        let baseline = indicator.baseline.as_ref();
        let start = baseline.map(|one| (one.year.value, one.value.value));
        let targets = indicator.targets.iter();
        let targets = targets.map(|(year, value)| (year, value.value));
        let values: Vec<(Year, Quantity)> = start.into_iter().chain(targets).collect();
        let reached = self.realised_values(id, indicator);
        let ((_, first), (_, last)) = (values.first()?, values.last()?);
        let range = Range::of(values.iter().chain(&reached).map(|(_, value)| value.0))?;
        let point = |(year, value): &(Year, Quantity)| [scale.place(*year), range.height(value.0)];
        let (first, last) = (self.format.number(first.0), self.format.number(last.0));
        let unit = &indicator.unit.value;
        let words = format!(
            "{} {} {first} → {last} {unit}",
            self.plan.program_number(id),
            indicator.name.value
        );
        let path = IndicatorPath {
            program: self.program_reference(id),
            name: format!("{} ({unit})", indicator.name.value).into(),
            color: self.color(program.pillar),
            first: first.into(),
            last: last.into(),
            baseline: baseline.is_some(),
            points: values.iter().map(point).collect(),
            realised: reached.iter().map(point).collect(),
            range: [&range.least, &range.greatest].map(Decimal::to_string),
            was: None,
            gone: false,
        };
        Some((words, path))
    }

    /// What evaluations say of an indicator, by year.
    fn realised_values(&self, id: Id<Program>, indicator: &Indicator) -> Vec<(Year, Quantity)> {
        let evaluations = self.plan.evaluations.values();
        let mut values: Vec<(Year, Quantity)> = evaluations
            .flat_map(|evaluation| evaluation.file.realised.iter().zip(&evaluation.realised))
            .filter(|(value, program)| {
                **program == id && value.indicator.value == indicator.name.value
            })
            .map(|(value, _)| (value.year.value, value.value.value))
            .collect();
        values.sort();
        values
    }
}

/// The years of every path.
struct Scale {
    first: i16,
    years: i64,
}

impl Scale {
    /// Where a year stands, from 0 to 1000; one outside stands at the edge.
    fn place(&self, year: Year) -> u32 {
        let after = i64::from(year.0.saturating_sub(self.first)).clamp(0, self.years);
        u32::try_from(after * 1000 / self.years).unwrap_or(0)
    }
}

/// The least and the greatest value of a path.
struct Range {
    least: Decimal,
    greatest: Decimal,
}

impl Range {
    fn of(values: impl Iterator<Item = Decimal> + Clone) -> Option<Self> {
        Some(Self {
            least: values.clone().min()?,
            greatest: values.max()?,
        })
    }

    /// How high a value stands, from 0 to 1000; in the middle if all are the same.
    fn height(&self, value: Decimal) -> u32 {
        let part = value.checked_sub(self.least);
        let whole = self.greatest.checked_sub(self.least);
        let height = part
            .zip(whole)
            .and_then(|(part, whole)| part.checked_div(whole))
            .and_then(|share| share.checked_mul(Decimal::ONE_THOUSAND))
            .and_then(|share| share.round().to_u32());
        height.map_or(500, |height| height.min(1000))
    }
}
