//! `proposals/<proposal>.toml`.

use jiff::civil::Date;

use super::decode::Context;
use super::keyword::keywords;
use super::table::{Entry, Table};
use crate::finding::rules;
use crate::source::{Span, Spanned};

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

/// A concrete proposal (usulan) of the drafting workshops.
#[derive(Debug, Clone)]
pub struct ProposalFile {
    /// The beginning of the file.
    pub span: Span,
    /// What is proposed.
    pub title: Spanned<String>,
    /// By whom.
    pub by: Spanned<String>,
    /// When.
    pub date: Option<Spanned<Date>>,
    /// Where.
    pub workshop: Option<Spanned<String>>,
    /// The pillar that it concerns.
    pub pillar: Option<Spanned<String>>,
    /// What became of it.
    pub status: Spanned<ProposalStatus>,
    /// Why.
    pub reason: Option<Spanned<String>>,
    /// The proposal itself.
    pub summary: Option<Spanned<String>>,
    /// Whether it is an example.
    pub example: Spanned<bool>,
}

impl Entry for ProposalFile {
    const NAME: &'static str = "proposal";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let title = table.required("title", cx);
        let by = table.required("by", cx);
        let date = table.optional("date", cx);
        let workshop = table.optional("workshop", cx);
        let pillar = table.optional("pillar", cx);
        let status: Option<Spanned<ProposalStatus>> = table.required("status", cx);
        let reason = table.optional("reason", cx);
        let summary = table.optional("summary", cx);
        let example = table.or("example", false, cx);
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
        Some(Self {
            span: table.span,
            title: title?,
            by: by?,
            date,
            workshop,
            pillar,
            status: status?,
            reason,
            summary,
            example,
        })
    }
}
