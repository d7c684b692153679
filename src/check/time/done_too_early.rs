//! A programme that is done before its last day.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Status;
use crate::resolve::Program;

/// The rule `done-too-early` (TIM009).
pub static RULE: Rule = Rule::warning("TIM009", "done-too-early", Group::Time).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "status = \"done\"\nend = 2027-12-31\n\n# plan.toml\ndate = 2026-11-24",
    "status = \"done\"\nend = 2026-10-31\n\n# plan.toml\ndate = 2026-11-24",
);

/// Compares the last day of programmes that are done with the day of the
/// verdict.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let as_of = cx.as_of;
    let file = &program.file;
    if file.status.value == Status::Done && file.end.value > as_of {
        cx.report(
            Finding::new(
                &RULE,
                file.status.span,
                message!("done-too-early", end = file.end.value, as_of = as_of),
            )
            .related(file.end.span, message!("program-ends"))
            .hint(message!("done-too-early.hint")),
        );
    }
}
