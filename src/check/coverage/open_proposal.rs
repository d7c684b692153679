//! A proposal that nobody has decided on.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::ProposalStatus;

/// The rule `open-proposal` (COV011).
pub static RULE: Rule = Rule::warning("COV011", "open-proposal", Group::Coverage)
    .strict()
    .example(
        "proposals/jalan-layang.toml",
        "title = \"Jalan layang\"\nby = \"Forum warga\"\nstatus = \"open\"",
        "title = \"Jalan layang\"\n\
         by = \"Forum warga\"\n\
         status = \"deferred\"\n\
         reason = \"Menunggu kajian lokasi.\"",
    );

/// Looks for proposals that are open.
pub fn check(cx: &mut Checker<'_>) {
    for proposal in cx.plan.proposals.values() {
        let status = &proposal.file.status;
        if status.value == ProposalStatus::Open {
            cx.report(
                Finding::new(
                    &RULE,
                    status.span,
                    message!("open-proposal", title = &proposal.file.title.value),
                )
                .hint(message!("open-proposal.hint")),
            );
        }
    }
}
