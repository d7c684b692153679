//! `evaluations/<date>.toml`.

use jiff::civil::Date;

use super::decode::Context;
use super::gaps::Gaps;
use super::keyword::keywords;
use super::scalar::{Quantity, Year};
use super::table::{Entry, Table};
use crate::source::{Span, Spanned};

keywords! {
    /// Whether an evaluation has taken place.
    EvaluationStatus {
        /// Still to come.
        Planned = "planned",
        /// Held.
        Done = "done",
    }
}

keywords! {
    /// Whether a finding of an evaluation is settled.
    FollowUpStatus {
        /// Not yet.
        Open = "open",
        /// Settled.
        Closed = "closed",
    }
}

/// An evaluation of the plan.
#[derive(Debug, Clone)]
pub struct EvaluationFile {
    /// The beginning of the file.
    pub span: Span,
    /// Name.
    pub title: Spanned<String>,
    /// Held or to come.
    pub status: Spanned<EvaluationStatus>,
    /// What it covers.
    pub scope: Option<Spanned<String>>,
    /// Overall score.
    pub score: Option<Spanned<Quantity>>,
    /// Where the result is published.
    pub source: Option<Spanned<String>>,
    /// Whether it is an example.
    pub example: Spanned<bool>,
    /// Values that were reached.
    pub realised: Vec<Realised>,
    /// What was found.
    pub findings: Vec<EvaluationFinding>,
    /// Keys that say something which is not known.
    pub gaps: Gaps,
}

impl Entry for EvaluationFile {
    const NAME: &'static str = "evaluation";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let title = table.required("title", cx);
        let status = table.required("status", cx);
        let scope = table.optional("scope", cx);
        let score = table.optional("score", cx);
        let source = table.optional("source", cx);
        let example = table.or("example", false, cx);
        let realised = table.list("realised", cx);
        let findings = table.list("finding", cx);
        Some(Self {
            span: table.span,
            title: title?,
            status: status?,
            scope,
            score,
            source,
            example,
            realised,
            findings,
            gaps: table.gaps(),
        })
    }
}

/// A value that an indicator reached.
#[derive(Debug, Clone)]
pub struct Realised {
    /// The programme.
    pub program: Spanned<String>,
    /// The name of the indicator.
    pub indicator: Spanned<String>,
    /// The year.
    pub year: Spanned<Year>,
    /// The value.
    pub value: Spanned<Quantity>,
}

impl Entry for Realised {
    const NAME: &'static str = "evaluation-realised";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let program = table.required("program", cx);
        let indicator = table.required("indicator", cx);
        let year = table.required("year", cx);
        let value = table.required("value", cx);
        Some(Self {
            program: program?,
            indicator: indicator?,
            year: year?,
            value: value?,
        })
    }
}

/// A finding and its follow-up.
#[derive(Debug, Clone)]
pub struct EvaluationFinding {
    /// Its id.
    pub id: Spanned<String>,
    /// What was found.
    pub text: Spanned<String>,
    /// Open or closed.
    pub status: Spanned<FollowUpStatus>,
    /// The programme concerned.
    pub program: Option<Spanned<String>>,
    /// The OPD that follows up.
    pub opd: Option<Spanned<String>>,
    /// What is to be done.
    pub follow_up: Option<Spanned<String>>,
    /// Until when.
    pub deadline: Option<Spanned<Date>>,
}

impl Entry for EvaluationFinding {
    const NAME: &'static str = "evaluation-finding";

    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self> {
        let id = table.required("id", cx);
        let text = table.required("text", cx);
        let status = table.required("status", cx);
        let program = table.optional("program", cx);
        let opd = table.optional("opd", cx);
        let follow_up = table.optional("follow-up", cx);
        let deadline = table.optional("deadline", cx);
        Some(Self {
            id: id?,
            text: text?,
            status: status?,
            program,
            opd,
            follow_up,
            deadline,
        })
    }
}
