//! A programme that takes up a proposal which was not adopted.

use crate::check::{Checker, written};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::ProposalStatus;
use crate::resolve::Program;

/// The rule `answer-to-unadopted` (COV013).
pub static RULE: Rule = Rule::warning("COV013", "answer-to-unadopted", Group::Coverage).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "answers = [\"bank-sampah\"]\n\n\
         # proposals/bank-sampah.toml\n\
         title = \"Bank sampah\"\n\
         by = \"Forum warga\"\n\
         status = \"declined\"\n\
         reason = \"Biaya terlalu tinggi.\"",
    "answers = [\"bank-sampah\"]\n\n\
         # proposals/bank-sampah.toml\n\
         title = \"Bank sampah\"\n\
         by = \"Forum warga\"\n\
         status = \"adopted\"",
);

/// Compares what programmes answer with what became of the proposals.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    for &id in &program.answers {
        let proposal = &cx.plan.proposals[id];
        let status = &proposal.file.status;
        if status.value == ProposalStatus::Adopted {
            continue;
        }
        let span = written(&program.file.answers, &proposal.id, program.file.span);
        cx.report(
            Finding::new(
                &RULE,
                span,
                message!(
                    "answer-to-unadopted",
                    id = &proposal.id,
                    status = status.value.word()
                ),
            )
            .related(status.span, message!("answer-to-unadopted.status"))
            .hint(message!("answer-to-unadopted.hint")),
        );
    }
}
