//! References to values of a plan: `value:program:layanan-112/budget/2026`.
//!
//! Behind the scheme stands whose value it is, as an address or `plan`, then which value, then
//! what tells it apart from others of its name: a year, an indicator.

use super::Form;
use crate::words::words;

/// The scheme of references to values.
pub(crate) const VALUE: &str = "value";

/// What stands between the parts of such a reference.
pub(crate) const SEPARATOR: char = '/';

words! {
    /// Whose values there are.
    ValueOwner {
        /// The whole plan.
        Plan = "plan",
        /// A pillar.
        Pillar = "pillar",
        /// A dimension of a pillar.
        Dimension = "dimension",
        /// An OPD, by the programmes that it leads.
        Opd = "opd",
        /// A phase of the road map.
        Phase = "phase",
        /// A source of money.
        Source = "source",
        /// A programme.
        Program = "program",
    }
}

words! {
    /// What values there are.
    Measure {
        /// Money, in all or of a year.
        Budget = "budget",
        /// How many programmes.
        Programs = "programs",
        /// How many quick wins.
        QuickWins = "quick-wins",
        /// How many indicators.
        Indicators = "indicators",
        /// How many OPD lead programmes; of the plan, how many there are.
        Opds = "opds",
        /// How many pillars.
        Pillars = "pillars",
        /// How many dimensions.
        Dimensions = "dimensions",
        /// How many phases.
        Phases = "phases",
        /// How many goals of the RPJMD.
        Goals = "goals",
        /// How many priority programmes of the RPJMD.
        Priorities = "priorities",
        /// How many districts.
        Districts = "districts",
        /// The first year, or day.
        Start = "start",
        /// The last year, or day.
        End = "end",
        /// The baseline or a target of an indicator.
        Indicator = "indicator",
    }
}

words! {
    /// Which value of an indicator is meant.
    IndicatorValue {
        /// That from which it starts.
        Baseline = "baseline",
        /// That of a year.
        Target = "target",
    }
}

impl ValueOwner {
    /// The owner with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|owner| owner.word() == word)
    }

    /// What values it has.
    pub fn measures(self) -> &'static [Measure] {
        match self {
            Self::Plan => &[
                Measure::Budget,
                Measure::Programs,
                Measure::QuickWins,
                Measure::Indicators,
                Measure::Opds,
                Measure::Pillars,
                Measure::Dimensions,
                Measure::Phases,
                Measure::Goals,
                Measure::Priorities,
                Measure::Districts,
                Measure::Start,
                Measure::End,
            ],
            Self::Pillar => &[
                Measure::Budget,
                Measure::Programs,
                Measure::QuickWins,
                Measure::Indicators,
                Measure::Opds,
                Measure::Dimensions,
            ],
            Self::Dimension | Self::Source => &[
                Measure::Budget,
                Measure::Programs,
                Measure::QuickWins,
                Measure::Indicators,
                Measure::Opds,
            ],
            Self::Opd => &[
                Measure::Budget,
                Measure::Programs,
                Measure::QuickWins,
                Measure::Indicators,
            ],
            Self::Phase => &[
                Measure::Budget,
                Measure::Programs,
                Measure::QuickWins,
                Measure::Indicators,
                Measure::Opds,
                Measure::Start,
                Measure::End,
            ],
            Self::Program => &[
                Measure::Budget,
                Measure::Indicators,
                Measure::Indicator,
                Measure::Start,
                Measure::End,
            ],
        }
    }
}

/// The forms in which a value prints.
pub(crate) const VALUE_FORMS: &[Form] = &[Form::Full, Form::Short, Form::Number];

/// A reference to a value, in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueLink<'a> {
    /// The word that says whose value it is.
    pub owner: &'a str,
    /// The id behind its colon.
    pub id: Option<&'a str>,
    /// What stands behind the owner.
    pub path: Vec<&'a str>,
    /// All of it, as it was written behind the scheme.
    pub written: &'a str,
}

impl<'a> ValueLink<'a> {
    /// Takes what stands behind the scheme apart.
    pub(crate) fn of(written: &'a str) -> Self {
        let mut parts = written.split(SEPARATOR);
        let first = parts.next().unwrap_or(written);
        let (owner, id) = match first.split_once(':') {
            Some((owner, id)) => (owner, Some(id)),
            None => (first, None),
        };
        Self {
            owner,
            id,
            path: parts.collect(),
            written,
        }
    }
}
