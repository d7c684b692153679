//! Rules about indicators and their targets.

mod conflicting_indicator;
mod duplicate_indicator;
mod flat_target;
mod late_baseline;
mod missing_baseline;
mod missing_target_year;
mod no_indicator;
mod only_output;
mod percentage_out_of_range;
mod target_against_direction;
mod unit;
mod unit_spelling;
mod unlisted_unit;

use crate::model::Indicator;
use unit::unit_key;

super::checks![
    no_indicator per program,
    target_against_direction per program,
    missing_baseline per program,
    late_baseline per program,
    conflicting_indicator,
    only_output per program,
    percentage_out_of_range per program,
    flat_target per program,
    missing_target_year per program,
    duplicate_indicator per program,
    unit_spelling,
    unlisted_unit,
];

/// The unit of a share of a hundred.
const PERCENT: &str = "persen";

/// Whether an indicator is a share of a hundred.
pub(crate) fn is_percentage(indicator: &Indicator) -> bool {
    let unit = indicator.unit.value.as_str();
    // Spelt as is customary it needs no second look.
    unit == PERCENT || unit_key(unit) == PERCENT
}
