//! A proposal that was adopted and that no programme takes up.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::{Kind, ProposalStatus};

/// The rule `adopted-without-program` (COV012).
pub static RULE: Rule = Rule::warning("COV012", "adopted-without-program", Group::Coverage)
    .strict()
    .example(
        "proposals/bank-sampah.toml",
        "title = \"Bank sampah\"\n\
         by = \"Forum warga\"\n\
         status = \"adopted\"  # tanpa program",
        "title = \"Bank sampah\"\n\
         by = \"Forum warga\"\n\
         status = \"adopted\"\n\n\
         # opd/diskominfo/programs/layanan-aduan.toml\n\
         answers = [\"bank-sampah\"]",
    );

/// Looks for a programme that answers every adopted proposal and is not
/// cancelled.
pub fn check(cx: &mut Checker<'_>) {
    let references = cx.possible_references("answers", Kind::Proposal);
    for proposal in cx.plan.proposals.values() {
        let status = &proposal.file.status;
        if status.value != ProposalStatus::Adopted || cx.any_active(&proposal.answered_by) {
            continue;
        }
        let mut finding = Finding::new(
            &RULE,
            status.span,
            message!(
                "adopted-without-program",
                title = &proposal.file.title.value
            ),
        );
        for &id in &proposal.answered_by {
            let status = &cx.plan.programs[id].file.status;
            finding = finding.related(status.span, message!("adopted-without-program.cancelled"));
        }
        cx.report_unless_uncertain(
            references.on(&proposal.id),
            finding.hint(message!("adopted-without-program.hint", id = &proposal.id)),
        );
    }
}
