//! A quick win that begins when the plan is no longer young.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;

/// The rule `late-quick-win` (TIM011).
pub static RULE: Rule = Rule::warning("TIM011", "late-quick-win", Group::Time).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "quick-win = true\n\
         start = 2029-01-01\n\
         end = 2029-12-31\n\n\
         # plan.toml\n\
         period = { start = 2026, end = 2030 }",
    "quick-win = true\n\
         start = 2026-07-01\n\
         end = 2027-06-30\n\n\
         # plan.toml\n\
         period = { start = 2026, end = 2030 }",
);

/// Compares the first day of every quick win with the years of the period in
/// which quick wins begin, `quick-win-years` of the policy.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let mark = &program.file.quick_win;
    if !mark.value || program.file.is_cancelled() || !cx.knows_policy("quick-win-years") {
        return;
    }
    let period = &cx.plan.file.period;
    let years = &cx.plan.file.policy.quick_win_years;
    let count = i16::try_from(years.value).unwrap_or(i16::MAX);
    let end = period.start.0.saturating_add(count);
    let start = &program.file.start;
    // What begins after the period, or after its end, is reported as such.
    let turned = program.file.end.value < start.value;
    if !turned && start.year() >= end && start.year() <= period.end.0 {
        cx.report(
            Finding::new(
                &RULE,
                start.span,
                message!(
                    "late-quick-win",
                    start = start.value,
                    count = usize::try_from(years.value).unwrap_or(usize::MAX)
                ),
            )
            .related(period.span, message!("late-quick-win.period"))
            .related(mark.span, message!("late-quick-win.mark"))
            .hint(message!("late-quick-win.hint")),
        );
    }
}
