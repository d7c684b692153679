//! A programme that runs although its last day has passed.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Status;
use crate::resolve::Program;

/// The rule `running-past-end` (TIM006).
pub static RULE: Rule = Rule::warning("TIM006", "running-past-end", Group::Time).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "status = \"running\"\n\
         start = 2026-01-01\n\
         end = 2026-06-30\n\n\
         # plan.toml\n\
         date = 2026-11-24",
    "status = \"done\"\n\
         start = 2026-01-01\n\
         end = 2026-06-30\n\n\
         # plan.toml\n\
         date = 2026-11-24",
);

/// Compares the last day of running programmes with the day of the verdict.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let as_of = cx.as_of;
    let file = &program.file;
    // An end before the start is reported as such.
    let ended = file.start.value <= file.end.value && file.end.value < as_of;
    if file.status.value == Status::Running && ended {
        cx.report(
            Finding::new(
                &RULE,
                file.status.span,
                message!("running-past-end", end = file.end.value, as_of = as_of),
            )
            .related(file.end.span, message!("program-ends"))
            .hint(message!("running-past-end.hint")),
        );
    }
}
