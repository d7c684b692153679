//! Rules about dates and years.

mod activity_outside_program;
mod budget_outside_program;
mod done_too_early;
mod end_before_start;
mod late_quick_win;
mod not_started;
mod phase_gap;
mod quick_win_too_long;
mod running_past_end;
mod target_outside_program;
mod year_outside_period;

use crate::model::Year;
use crate::source::Spanned;

super::checks![
    end_before_start with programs,
    year_outside_period,
    quick_win_too_long per program,
    target_outside_program per program,
    budget_outside_program per program,
    running_past_end per program,
    not_started per program,
    activity_outside_program per program,
    done_too_early per program,
    phase_gap,
    late_quick_win per program,
];

/// Years of a programme.
fn years(file: &crate::model::ProgramFile) -> std::ops::RangeInclusive<i16> {
    file.start.value.year()..=file.end.value.year()
}

/// The year of a date, at its place.
fn year_of(date: &Spanned<jiff::civil::Date>) -> Spanned<Year> {
    Spanned::new(Year(date.value.year()), date.span)
}
