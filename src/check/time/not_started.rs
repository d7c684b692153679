//! A programme that should have begun and has not.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Status;
use crate::resolve::Program;

/// The rule `not-started` (TIM007).
pub static RULE: Rule = Rule::warning("TIM007", "not-started", Group::Time).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "status = \"approved\"\n\
         start = 2026-01-01\n\n\
         # plan.toml\n\
         date = 2026-11-24",
    "status = \"running\"\n\
         start = 2026-01-01\n\n\
         # plan.toml\n\
         date = 2026-11-24",
);

/// Compares the first day of programmes that are proposed or approved with the
/// day of the verdict.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let as_of = cx.as_of;
    let file = &program.file;
    let waiting = matches!(file.status.value, Status::Proposed | Status::Approved);
    if waiting && file.start.value < as_of {
        cx.report(
            Finding::new(
                &RULE,
                file.status.span,
                message!("not-started", start = file.start.value, as_of = as_of),
            )
            .related(file.start.span, message!("program-starts"))
            .hint(message!("not-started.hint")),
        );
    }
}
