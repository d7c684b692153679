//! An end that lies before its start.

use jiff::civil::Date;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;
use crate::source::{Span, Spanned};

/// The rule `end-before-start` (TIM001).
pub static RULE: Rule = Rule::error("TIM001", "end-before-start", Group::Time).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "start = 2027-01-01\nend = 2026-12-31",
    "start = 2026-01-01\nend = 2026-12-31",
);

/// Compares both ends of the period and of phases.
pub fn check(cx: &mut Checker<'_>) {
    let file = &cx.plan.file;
    if file.period.end < file.period.start {
        let message = message!("end-before-start.period");
        cx.report(finding(file.period.span, message));
    }
    for phase in &file.phases {
        if phase.end.value < phase.start.value {
            let message = message!("end-before-start.phase", name = &phase.name.value);
            let finding = finding(phase.end.span, message);
            cx.report(finding.related(phase.start.span, message!("end-before-start.start")));
        }
    }
}

/// Compares both ends of a programme and of its activities.
pub(super) fn check_program(cx: &mut Checker<'_>, program: &Program) {
    let file = &program.file;
    dates(cx, Some(&file.start), Some(&file.end));
    for activity in file.levels() {
        dates(cx, activity.start().as_ref(), activity.end().as_ref());
    }
}

fn dates(cx: &mut Checker<'_>, start: Option<&Spanned<Date>>, end: Option<&Spanned<Date>>) {
    if let (Some(start), Some(end)) = (start, end)
        && end.value < start.value
    {
        let message = message!("end-before-start", end = end.value, start = start.value);
        let finding = finding(end.span, message);
        cx.report(finding.related(start.span, message!("end-before-start.start")));
    }
}

fn finding(span: Span, message: crate::language::Message) -> Finding {
    Finding::new(&RULE, span, message).hint(message!("end-before-start.hint"))
}
