//! A quick win that takes longer than the plan's policy allows.

use jiff::Span as Duration;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;

/// The rule `quick-win-too-long` (TIM003).
pub static RULE: Rule = Rule::error("TIM003", "quick-win-too-long", Group::Time).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "quick-win = true\nstart = 2026-01-01\nend = 2027-12-31",
    "quick-win = true\nstart = 2026-01-01\nend = 2026-12-31",
);

/// Compares the span of every quick win with `quick-win-months` of the policy.
/// From the first day of a month to the last day of the same month is a month;
/// what begins on a day that the last month does not have may use the whole of
/// that month.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let file = &program.file;
    if !file.quick_win.value || !cx.knows_policy("quick-win-months") {
        return;
    }
    let months = &cx.plan.file.policy.quick_win_months;
    let limit = Duration::new()
        .try_months(i64::from(months.value))
        .and_then(|duration| file.start.value.checked_add(duration));
    // A limit beyond the calendar is none.
    let Ok(limit) = limit else { return };
    let shortened = limit.day() < file.start.value.day();
    if file.end.value > limit || (file.end.value == limit && !shortened) {
        cx.report(
            Finding::new(
                &RULE,
                file.end.span,
                message!(
                    "quick-win-too-long",
                    months = usize::try_from(months.value).unwrap_or(usize::MAX)
                ),
            )
            .related(file.start.span, message!("quick-win-too-long.start"))
            .related(file.quick_win.span, message!("quick-win-too-long.mark"))
            .hint(message!("quick-win-too-long.hint")),
        );
    }
}
