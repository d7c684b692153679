//! `proposals/<proposal>.toml`.

use jiff::civil::Date;

use super::entry::entry;
use super::keyword::keywords;
use crate::model::rules;
use crate::source::Spanned;

keywords! {
    /// What became of a proposal.
    ProposalStatus {
        /// Taken up by a programme.
        Adopted = "adopted",
        /// Put off.
        Deferred = "deferred",
        /// Turned down.
        Declined = "declined",
        /// Not yet decided.
        Open = "open",
    }
}

entry! {
    /// A concrete proposal (usulan) of the drafting workshops.
    ProposalFile = "proposal", span {
        /// What is proposed.
        title: Spanned<String> = required("title"): sentence;
        /// By whom.
        by: Spanned<String> = required("by"): name;
        /// When.
        date: Spanned<Date> = optional("date");
        /// Where.
        workshop: Spanned<String> = optional("workshop"): name;
        /// The pillar that it concerns.
        pillar: Spanned<String> = optional("pillar"): reference(Pillar);
        /// What became of it.
        status: Spanned<ProposalStatus> = required("status");
        /// Why.
        reason: Spanned<String> = optional("reason"): sentence;
        /// The proposal itself.
        summary: Spanned<String> = optional("summary"): sentence;
        /// Whether it is an example.
        example: bool = or("example", false);
    }
    then |cx| {
        if let Some(status) = &status
            && reason.is_none()
            && matches!(
                status.value,
                ProposalStatus::Deferred | ProposalStatus::Declined
            )
        {
            cx.report(rules::missing_field::reason(
                status.span,
                status.value.word(),
            ));
        }
    }
}
