//! When the next evaluation is due.

use jiff::Span as Duration;
use jiff::civil::Date;

use super::last_held;
use crate::resolve::Plan;
use crate::source::Span;

/// The last day on which the next evaluation can be held, and what it is counted
/// from.
pub(crate) struct Due {
    /// The day.
    pub date: Date,
    /// The last evaluation, the decree, or the period.
    pub since: Span,
}

/// Adds the longest time between two evaluations to the last one that was held by
/// a day. Before the first one it counts from the first day of the period, or from
/// the day of the decree that adopts the plan, if that is later; the date of the
/// plan is that of a revision, and revising is not evaluating. Nothing is due
/// after the period.
pub(crate) fn due(plan: &Plan, by: Date) -> Option<Due> {
    let period = &plan.file.period;
    let (from, since) = match last_held(plan, by) {
        Some(held) => (held.date, held.file.title.span),
        None => {
            let begin = Date::new(period.start.0, 1, 1).ok()?;
            let decree = plan.file.decree.as_ref();
            let decree = decree.and_then(|decree| decree.date.as_ref());
            match decree.filter(|adopted| adopted.value > begin) {
                Some(adopted) => (adopted.value, adopted.span),
                None => (begin, period.span),
            }
        }
    };
    let months = i64::from(plan.file.policy.evaluation_months.value);
    // A time that leads beyond the calendar leads beyond the period.
    let duration = Duration::new().try_months(months).ok()?;
    let date = from.checked_add(duration).ok()?;
    (date.year() <= period.end.0).then_some(Due { date, since })
}
