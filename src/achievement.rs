//! What was reached, measured against what was to be reached.
//!
//! In: the scale of a plan, a target and a value. Out: a percentage and the band of the
//! scale that it lies in. Whatever speaks of results, in tables, rules or changes, asks
//! here, so that no two of them can differ.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::{Direction, DownFormula, PlanFile, Quantity};

/// The bands where a plan names none: lowest percentage, and the word for the name.
///
/// Five bands with these numbers are in use in performance reports of regencies, such as
/// the LKjIP of Sampang of 2019, and go back to Permendagri 86/2017.
const CUSTOMARY: [(u32, &str); 5] = [
    (91, "very-high"),
    (76, "high"),
    (66, "medium"),
    (51, "low"),
    (0, "very-low"),
];

/// What results in a band are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BandName<'a> {
    /// As the plan says.
    Own(&'a str),
    /// By a word, which the language of the book has a name for.
    Customary(&'static str),
}

/// A band of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Band<'a> {
    /// The lowest percentage of the band.
    pub from: Decimal,
    /// What results in the band are called.
    pub name: BandName<'a>,
    /// What follows from such a result.
    pub follow_up: Option<&'a str>,
}

/// How results are worked out and what they are called.
#[derive(Debug, Clone)]
pub struct Scale<'a> {
    down: DownFormula,
    decimals: u32,
    cap: Option<Decimal>,
    bands: Vec<Band<'a>>,
}

impl<'a> Scale<'a> {
    /// Most digits behind the decimal mark of a percentage.
    pub(crate) const MOST_DECIMALS: u32 = 6;

    /// The scale of a plan.
    pub fn of(file: &'a PlanFile) -> Self {
        let said = &file.policy.value.achievement.value;
        let mut bands: Vec<Band<'a>> = if said.bands.is_empty() {
            let customary = CUSTOMARY.iter();
            customary
                .map(|&(from, word)| Band {
                    from: from.into(),
                    name: BandName::Customary(word),
                    follow_up: None,
                })
                .collect()
        } else {
            let own = said.bands.iter();
            own.map(|band| Band {
                from: band.from.value.0,
                name: BandName::Own(&band.name.value),
                follow_up: band.follow_up.as_ref().map(|text| text.value.as_str()),
            })
            .collect()
        };
        bands.sort_by_key(|band| std::cmp::Reverse(band.from));
        Self {
            down: said.down.value,
            decimals: said.decimals.value.min(Self::MOST_DECIMALS),
            cap: said.cap.as_ref().map(|cap| cap.value.0),
            bands,
        }
    }

    /// The bands, the highest first.
    pub(crate) fn bands(&self) -> &[Band<'a>] {
        &self.bands
    }

    /// The formula for values that are meant to fall.
    pub fn down(&self) -> DownFormula {
        self.down
    }

    /// Digits behind the decimal mark of a percentage.
    pub(crate) fn decimals(&self) -> u32 {
        self.decimals
    }

    /// The highest percentage that is told.
    pub(crate) fn cap(&self) -> Option<Decimal> {
        self.cap
    }

    /// How far a value got, in percent of the target, as it is printed: rounded, half
    /// away from zero, never below 0 and never above the cap. `None` if the numbers are
    /// too large to be told.
    ///
    /// A value that was meant to stay loses what it is away from the target, on either
    /// side. Of a target of zero there are no percents: it is kept, 100, or missed, 0.
    /// Distances are held against the size of the target, so that a target below zero
    /// is reached from the same side as any other.
    pub(crate) fn percent(
        &self,
        direction: Direction,
        target: Quantity,
        value: Quantity,
    ) -> Option<Quantity> {
        let (target, value) = (target.0, value.0);
        let exact = if target.is_zero() {
            let kept = match direction {
                Direction::Up => value >= target,
                Direction::Down => value <= target,
                Direction::Keep => value == target,
            };
            if kept {
                Decimal::ONE_HUNDRED
            } else {
                Decimal::ZERO
            }
        } else {
            match direction {
                Direction::Down if self.down == DownFormula::Inverse && target > Decimal::ZERO => {
                    // Nothing is left of what was to become less: no number of percents
                    // tells that.
                    if value <= Decimal::ZERO {
                        self.cap.unwrap_or(Decimal::ONE_HUNDRED)
                    } else {
                        target
                            .checked_mul(Decimal::ONE_HUNDRED)?
                            .checked_div(value)?
                    }
                }
                Direction::Up | Direction::Down | Direction::Keep => {
                    let size = target.abs();
                    let ahead = match direction {
                        Direction::Up => value.checked_sub(target)?,
                        Direction::Down => target.checked_sub(value)?,
                        Direction::Keep => -value.checked_sub(target)?.abs(),
                    };
                    size.checked_add(ahead)?
                        .checked_mul(Decimal::ONE_HUNDRED)?
                        .checked_div(size)?
                }
            }
        };
        let mut told = exact
            .round_dp_with_strategy(self.decimals, RoundingStrategy::MidpointAwayFromZero)
            .max(Decimal::ZERO);
        if let Some(cap) = self.cap {
            told = told.min(cap);
        }
        told.rescale(self.decimals.max(told.normalize().scale()));
        Some(Quantity(told))
    }

    /// Which of the bands a percentage lies in, as it is printed; `None` below the
    /// lowest.
    pub(crate) fn band(&self, percent: Quantity) -> Option<usize> {
        self.bands.iter().position(|band| percent.0 >= band.from)
    }

    /// Where the band above begins; `None` for the highest.
    pub(crate) fn above(&self, at: usize) -> Option<Decimal> {
        let above = at.checked_sub(1)?;
        self.bands.get(above).map(|band| band.from)
    }
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use proptest::prelude::*;

    use super::*;

    fn number(text: &str) -> Quantity {
        Quantity(Decimal::from_str(text).unwrap())
    }

    fn scale(down: DownFormula) -> Scale<'static> {
        let band = |from: u32, name| Band {
            from: from.into(),
            name: BandName::Own(name),
            follow_up: None,
        };
        Scale {
            down,
            decimals: 2,
            cap: None,
            bands: vec![band(90, "a"), band(70, "b"), band(0, "c")],
        }
    }

    fn told(scale: &Scale<'_>, direction: Direction, target: &str, value: &str) -> String {
        let percent = scale.percent(direction, number(target), number(value));
        percent.map_or("none".into(), |percent| percent.0.to_string())
    }

    #[test]
    fn results_in_each_direction() {
        let mirror = scale(DownFormula::Mirror);
        for (direction, target, value, percent) in [
            (Direction::Up, "60", "57", "95.00"),
            (Direction::Up, "1125", "1040", "92.44"),
            (Direction::Up, "18.6", "17.2", "92.47"),
            (Direction::Up, "3", "2", "66.67"),
            (Direction::Up, "8", "0.0001", "0.00"),
            (Direction::Up, "50", "0", "0.00"),
            (Direction::Up, "50", "-5", "0.00"),
            (Direction::Up, "50", "125", "250.00"),
            (Direction::Down, "100", "96", "104.00"),
            (Direction::Down, "100", "100", "100.00"),
            (Direction::Down, "14", "16.5", "82.14"),
            (Direction::Down, "10", "20", "0.00"),
            (Direction::Down, "10", "35", "0.00"),
            (Direction::Down, "10", "0", "200.00"),
            (Direction::Keep, "40", "40.0", "100.00"),
            (Direction::Keep, "40", "38", "95.00"),
            (Direction::Keep, "40", "42", "95.00"),
            (Direction::Keep, "40", "90", "0.00"),
            // Of a target of zero there are no percents.
            (Direction::Up, "0", "0", "100.00"),
            (Direction::Up, "0", "3", "100.00"),
            (Direction::Up, "0", "-1", "0.00"),
            (Direction::Down, "0", "0", "100.00"),
            (Direction::Down, "0.0", "1", "0.00"),
            (Direction::Keep, "0", "0", "100.00"),
            (Direction::Keep, "0", "0.1", "0.00"),
            // A target below zero is reached from the same side.
            (Direction::Up, "-2", "-1", "150.00"),
            (Direction::Up, "-2", "-3", "50.00"),
            (Direction::Down, "-2", "-3", "150.00"),
            (Direction::Down, "-2", "-1", "50.00"),
        ] {
            let found = told(&mirror, direction, target, value);
            assert_eq!(found, percent, "{direction:?} {target} {value}");
        }
        let inverse = scale(DownFormula::Inverse);
        for (target, value, percent) in [
            ("100", "96", "104.17"),
            ("10", "20", "50.00"),
            ("10", "0", "100.00"),
            ("0", "1", "0.00"),
            ("-2", "-3", "150.00"),
        ] {
            let found = told(&inverse, Direction::Down, target, value);
            assert_eq!(found, percent, "{target} {value}");
        }
        assert_eq!(told(&inverse, Direction::Up, "60", "57"), "95.00");
    }

    #[test]
    fn numbers_too_large_to_be_told_have_no_result() {
        let largest = "79228162514264337593543950335";
        let mirror = scale(DownFormula::Mirror);
        assert_eq!(told(&mirror, Direction::Up, "1", largest), "none");
    }

    #[test]
    fn what_is_printed_is_what_is_judged() {
        let mut scale = scale(DownFormula::Mirror);
        let name = |scale: &Scale<'static>, value: &str| {
            let percent = scale.percent(Direction::Up, number("1000"), number(value));
            let at = scale.band(percent.unwrap()).unwrap();
            let BandName::Own(name) = scale.bands()[at].name else {
                panic!("{at}");
            };
            (percent.unwrap().0.to_string(), name)
        };
        assert_eq!(name(&scale, "899.94"), ("89.99".into(), "b"));
        assert_eq!(name(&scale, "899.95"), ("90.00".into(), "a"));
        scale.decimals = 0;
        assert_eq!(name(&scale, "894.9"), ("89".into(), "b"));
        assert_eq!(name(&scale, "895"), ("90".into(), "a"));
        scale.cap = Some(Decimal::from(100));
        assert_eq!(name(&scale, "1200"), ("100".into(), "a"));
        assert_eq!(name(&scale, "0"), ("0".into(), "c"));
    }

    fn direction() -> impl Strategy<Value = Direction> {
        prop_oneof![
            Just(Direction::Up),
            Just(Direction::Down),
            Just(Direction::Keep)
        ]
    }

    proptest! {
        #[test]
        fn every_result_has_a_band_and_a_kept_target_a_hundred(
            direction in direction(),
            target in -1000_i64..1000,
            value in -1000_i64..1000,
            inverse in any::<bool>(),
            cap in proptest::option::of(100_u32..200),
        ) {
            let down = if inverse { DownFormula::Inverse } else { DownFormula::Mirror };
            let mut scale = scale(down);
            scale.cap = cap.map(Decimal::from);
            let (target, value) = (Quantity(target.into()), Quantity(value.into()));
            let percent = scale.percent(direction, target, value).unwrap();
            prop_assert!(percent.0 >= Decimal::ZERO);
            if let Some(cap) = scale.cap {
                prop_assert!(percent.0 <= cap);
            }
            prop_assert!(scale.band(percent).is_some());
            let kept = match direction {
                Direction::Up => value >= target,
                Direction::Down => value <= target,
                Direction::Keep => value == target,
            };
            prop_assert_eq!(kept, percent.0 >= Decimal::ONE_HUNDRED);
        }

        #[test]
        fn nearer_to_what_was_wanted_is_never_less(
            target in -1000_i64..1000,
            values in (-1000_i64..1000, -1000_i64..1000),
        ) {
            let scale = scale(DownFormula::Mirror);
            let percent = |direction, value: i64| {
                let (target, value) = (Quantity(target.into()), Quantity(value.into()));
                scale.percent(direction, target, value).unwrap()
            };
            let (low, high) = (values.0.min(values.1), values.0.max(values.1));
            prop_assert!(percent(Direction::Up, low) <= percent(Direction::Up, high));
            prop_assert!(percent(Direction::Down, low) >= percent(Direction::Down, high));
        }
    }
}
