//! The fenced block `ambonplan` in narrative.

use super::entry::entry;
use super::{FundingSource, Show, Status};
use crate::source::{Span, Spanned};

entry! {
    /// What a block asks for.
    Embed = "embed" {
        /// The table or figure.
        show: Spanned<Show> = required("show");
        /// Its caption.
        caption: Spanned<String> = optional("caption"): sentence;
        /// Its id, for references.
        id: Spanned<String> = optional("id");
        /// Who writes, below place and date.
        by: Spanned<String> = optional("by"): name;
        /// Only programmes of a pillar.
        pillar: Spanned<String> = optional("pillar"): reference(Pillar);
        /// Only those of a dimension.
        dimension: Spanned<String> = optional("dimension"): reference(Dimension);
        /// Only those that an OPD leads.
        opd: Spanned<String> = optional("opd"): reference(Opd);
        /// Only those for a district.
        district: Spanned<String> = optional("district"): reference(District);
        /// Only those that run in a phase.
        phase: Spanned<String> = optional("phase"): reference(Phase);
        /// Only those that a source pays for, and its money alone.
        source: Spanned<FundingSource> = optional("source");
        /// Only those of a status.
        status: Spanned<Status> = optional("status");
        /// Only quick wins, or only those that are none.
        quick_win: Spanned<bool> = optional("quick-win");
        /// Only those for which an expression over the columns of programmes holds.
        filter: Spanned<String> = optional("where");
    }
}

/// The key whose text is an expression, which is not printed.
pub(crate) const EXPRESSION: &str = "where";

impl Embed {
    /// The keys that choose programmes and are there, with their places.
    pub(crate) fn choosing(&self) -> Vec<(&'static str, Span)> {
        let keys = [
            ("pillar", self.pillar.as_ref().map(|it| it.span)),
            ("dimension", self.dimension.as_ref().map(|it| it.span)),
            ("opd", self.opd.as_ref().map(|it| it.span)),
            ("district", self.district.as_ref().map(|it| it.span)),
            ("phase", self.phase.as_ref().map(|it| it.span)),
            ("source", self.source.as_ref().map(|it| it.span)),
            ("status", self.status.as_ref().map(|it| it.span)),
            ("quick-win", self.quick_win.as_ref().map(|it| it.span)),
            (EXPRESSION, self.filter.as_ref().map(|it| it.span)),
        ];
        let keys = keys.into_iter();
        keys.filter_map(|(key, span)| Some((key, span?))).collect()
    }
}
