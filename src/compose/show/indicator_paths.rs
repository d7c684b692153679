//! The way of the main indicator of each programme, from its baseline over its
//! targets, with what was reached.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Composer, Content, Drawing, Drawn, Id, Program, message};
use crate::check::is_percentage;
use crate::compose::tree::{self, Inline, Path};
use crate::compose::view::{IndicatorPath, IndicatorPaths};
use crate::model::{Indicator, IndicatorKind, Quantity, Year};

pub(super) const DRAWING: Drawing = Drawing::Figure(|it| it.all_paths());

impl Composer<'_> {
    /// The indicator that stands for a programme: the first outcome says what the
    /// public gains; without one, the first indicator does.
    pub(in crate::compose) fn main_indicator(&self, id: Id<Program>) -> Option<&Indicator> {
        let indicators = &self.plan.programs[id].file.indicators;
        let felt = |one: &&Indicator| one.kind.value != IndicatorKind::Output;
        indicators.iter().find(felt).or(indicators.first())
    }

    /// The way of an indicator of a programme, beside its numbers; nothing of one with less than
    /// two values.
    pub(in crate::compose) fn small_path(&self, id: Id<Program>, one: &Indicator) -> Content {
        let years = self.years();
        let (first, last) = (years.first(), years.last());
        let scale = first.zip(last).map(|(first, last)| Scale {
            first: first.0.saturating_sub(1),
            last: last.0,
        });
        let values = self.values_of(id, one).filter(|it| it.planned.len() > 1);
        let Some((values, scale)) = values.zip(scale) else {
            return Content::empty();
        };
        let range = Range::of(&values);
        let point = |(year, value): &(Year, Quantity)| [scale.place(*year), range.height(value.0)];
        Content::from(Inline::Path(Path {
            color: self.color(self.plan.programs[id].pillar),
            points: values.planned.iter().map(point).collect(),
            reached: values.reached.iter().map(point).collect(),
        }))
    }

    fn all_paths(&self) -> Option<Drawn> {
        self.paths(self.all_programs())
    }

    fn paths(&self, programs: impl Iterator<Item = Id<Program>>) -> Option<Drawn> {
        let values: Vec<Values<'_>> = programs.filter_map(|id| self.values(id)).collect();
        let scale = self.years_of(&values)?;
        let words: Vec<String> = values.iter().map(|one| self.path_in_words(one)).collect();
        let alt = self.words.say(&message!(
            "book-alt-indicator-paths",
            told = self.some_of(&words, "; ")
        ));
        let years = [scale.first, scale.last].map(|year| Year(year).to_string());
        let paths: Vec<IndicatorPath> = values.iter().map(|one| self.path(one, &scale)).collect();
        Some(Drawn::new(alt, move |figure| {
            tree::Drawing::IndicatorPaths(IndicatorPaths {
                figure,
                years,
                realised: paths.iter().any(|path| !path.realised.is_empty()),
                paths,
            })
        }))
    }

    /// The years of all paths, so that those beside each other can be compared. What lies far
    /// outside the period would leave no room for the others. `None` if there is no path.
    fn years_of(&self, values: &[Values<'_>]) -> Option<Scale> {
        let years = values.iter().flat_map(|one| one.planned.iter());
        let years = years.chain(values.iter().flat_map(|one| one.reached.iter()));
        let years = years.map(|(year, _)| year.0);
        let (first, last) = (years.clone().min()?, years.max()?);
        let period = &self.plan.file.period;
        Some(Scale {
            first: first.max(period.start.0.saturating_sub(OUTSIDE)),
            last: last.min(period.end.0.saturating_add(OUTSIDE)),
        })
    }

    /// The values of the main indicator of a programme; `None` if it has none.
    fn values(&self, id: Id<Program>) -> Option<Values<'_>> {
        self.values_of(id, self.main_indicator(id)?)
    }

    /// The values of an indicator of a programme; `None` if it has none.
    fn values_of<'p>(&self, id: Id<Program>, indicator: &'p Indicator) -> Option<Values<'p>> {
        let baseline = indicator.baseline.as_ref();
        let start = baseline.map(|one| (one.year.value, one.value.value));
        let targets = indicator.targets.iter();
        let targets = targets.map(|(year, value)| (year, value.value));
        let planned: Vec<(Year, Quantity)> = start.into_iter().chain(targets).collect();
        let (first, last) = (*planned.first()?, *planned.last()?);
        Some(Values {
            id,
            indicator,
            first,
            last,
            planned,
            reached: self.realised_values(id, indicator),
        })
    }

    fn path(&self, values: &Values<'_>, scale: &Scale) -> IndicatorPath {
        let indicator = values.indicator;
        let range = Range::of(values);
        let point = |(year, value): &(Year, Quantity)| [scale.place(*year), range.height(value.0)];
        let (first, last) = (values.first, values.last);
        let number = |(_, value): (Year, Quantity)| self.format.number(value.0).as_str().into();
        IndicatorPath {
            program: self.program_reference(values.id),
            name: format!("{} ({})", indicator.name.value, indicator.unit.value).into(),
            color: self.color(self.plan.programs[values.id].pillar),
            direction: indicator.direction.value.word(),
            first: number(first),
            last: number(last),
            reached: values.reached.last().copied().map(number),
            years: [first, last].map(|(year, _)| year.to_string()),
            baseline: indicator.baseline.is_some(),
            points: values.planned.iter().map(point).collect(),
            realised: values.reached.iter().map(point).collect(),
            zero: range.height(Decimal::ZERO),
            hundred: is_percentage(indicator).then(|| range.height(Decimal::ONE_HUNDRED)),
            range: [&range.least, &range.greatest].map(Decimal::to_string),
            was: None,
            gone: false,
        }
    }

    /// What a path says, in words.
    fn path_in_words(&self, values: &Values<'_>) -> String {
        let indicator = values.indicator;
        let name = format!(
            "{} {}",
            self.plan.program_number(values.id),
            indicator.name.value
        );
        let ((from, first), (to, last)) = (values.first, values.last);
        let (first, last) = (self.format.number(first.0), self.format.number(last.0));
        let (from, to) = (from.to_string(), to.to_string());
        let unit = &indicator.unit.value;
        let path = if values.planned.len() > 1 {
            self.words.say(&message!(
                "book-alt-path",
                name = name,
                first = first,
                from = from,
                last = last,
                to = to,
                unit = unit
            ))
        } else {
            self.words.say(&message!(
                "book-alt-path-target",
                name = name,
                last = last,
                to = to,
                unit = unit
            ))
        };
        let Some((year, reached)) = values.reached.last() else {
            return path;
        };
        self.words.say(&message!(
            "book-alt-path-reached",
            path = path,
            reached = self.format.number(reached.0),
            year = year.to_string()
        ))
    }

    /// What evaluations say of an indicator, by year.
    fn realised_values(&self, id: Id<Program>, indicator: &Indicator) -> Vec<(Year, Quantity)> {
        let values = self.realised(id, indicator);
        let mut values: Vec<(Year, Quantity)> = values
            .map(|value| (value.year.value, value.value.value))
            .collect();
        values.sort();
        values
    }
}

/// So many years before and after the period are shown; what lies further away stands at the
/// edge, with its year.
const OUTSIDE: i16 = 5;

/// What is drawn of an indicator.
struct Values<'p> {
    /// The programme.
    id: Id<Program>,
    /// The indicator.
    indicator: &'p Indicator,
    /// Baseline and targets.
    planned: Vec<(Year, Quantity)>,
    /// The first of them.
    first: (Year, Quantity),
    /// The last of them.
    last: (Year, Quantity),
    /// What was reached.
    reached: Vec<(Year, Quantity)>,
}

/// The years of every path.
struct Scale {
    first: i16,
    last: i16,
}

impl Scale {
    /// Where a year stands, from 0 to 1000; one outside stands at the edge.
    fn place(&self, year: Year) -> u32 {
        let years = i64::from(self.last.saturating_sub(self.first)).max(1);
        let after = i64::from(year.0.saturating_sub(self.first)).clamp(0, years);
        u32::try_from(after * 1000 / years).unwrap_or(0)
    }
}

/// The values of the lower and the upper edge of a drawing.
struct Range {
    least: Decimal,
    greatest: Decimal,
}

impl Range {
    /// Lengths tell amounts only from zero on. A share of a hundred has the same scale
    /// everywhere; other units have no upper end but the greatest value.
    fn of(values: &Values<'_>) -> Self {
        let all = values.planned.iter().chain(&values.reached);
        let all = all.map(|(_, value)| value.0);
        let least = all.clone().fold(Decimal::ZERO, Decimal::min);
        let greatest = all.fold(Decimal::ZERO, Decimal::max);
        let end = if is_percentage(values.indicator) {
            Decimal::ONE_HUNDRED
        } else if least == greatest {
            Decimal::ONE
        } else {
            Decimal::ZERO
        };
        Self {
            least,
            greatest: greatest.max(end),
        }
    }

    /// How high a value stands, from 0 to 1000.
    fn height(&self, value: Decimal) -> u32 {
        let part = value.checked_sub(self.least);
        let whole = self.greatest.checked_sub(self.least);
        let height = part
            .zip(whole)
            .and_then(|(part, whole)| part.checked_div(whole))
            .and_then(|share| share.checked_mul(Decimal::ONE_THOUSAND))
            .and_then(|share| share.round().to_u32());
        height.map_or(0, |height| height.min(1000))
    }
}
