//! An open finding about a programme that was cancelled.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::{FollowUpStatus, Status};

/// The rule `finding-on-cancelled-program` (EVA007).
pub static RULE: Rule = Rule::warning("EVA007", "finding-on-cancelled-program", Group::Evaluation)
    .example(
        "evaluations/2026-06-30.toml",
        "[[finding]]\n\
         status = \"open\"\n\
         program = \"kanal-bersama\"\n\n\
         # opd/diskominfo/programs/kanal-bersama.toml\n\
         status = \"cancelled\"",
        "[[finding]]\n\
         status = \"closed\"\n\
         program = \"kanal-bersama\"\n\n\
         # opd/diskominfo/programs/kanal-bersama.toml\n\
         status = \"cancelled\"",
    );

/// Compares open findings with the status of their programme.
pub fn check(cx: &mut Checker<'_>) {
    for evaluation in cx.plan.evaluations.values() {
        let findings = evaluation.file.findings.iter().zip(&evaluation.findings);
        for (finding, concern) in findings {
            let (Some(written), Some(program)) = (&finding.program, concern.program) else {
                continue;
            };
            let status = &cx.plan.programs[program].file.status;
            if finding.status.value == FollowUpStatus::Open && status.value == Status::Cancelled {
                cx.report(
                    Finding::new(
                        &RULE,
                        written.span,
                        message!(
                            "finding-on-cancelled-program",
                            id = &finding.id.value,
                            program = &written.value
                        ),
                    )
                    .related(status.span, message!("finding-on-cancelled-program.status"))
                    .hint(message!("finding-on-cancelled-program.hint")),
                );
            }
        }
    }
}
