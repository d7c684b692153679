//! `evaluations/<date>.toml`.

use jiff::civil::Date;

use super::entry::entry;
use super::keyword::keywords;
use super::scalar::{Quantity, Year};
use crate::source::Spanned;

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

entry! {
    /// An evaluation of the plan.
    EvaluationFile = "evaluation", span, invalid_keys {
        /// Name.
        title: Spanned<String> = required("title"): sentence;
        /// Held or to come.
        status: Spanned<EvaluationStatus> = required("status");
        /// What it covers.
        scope: Spanned<String> = optional("scope"): sentence;
        /// Overall score.
        score: Spanned<Quantity> = optional("score");
        /// Where the result is published.
        source: Spanned<String> = optional("source"): sentence;
        /// Whether it is an example.
        example: bool = or("example", false);
        /// Values that were reached.
        realised: Realised = list("realised");
        /// What was found.
        findings: EvaluationFinding = list("finding");
    }
}

entry! {
    /// A value that an indicator reached.
    Realised = "evaluation-realised" {
        /// The programme.
        program: Spanned<String> = required("program"): key reference(Program);
        /// The name of the indicator.
        indicator: Spanned<String> = required("indicator"): key;
        /// The year.
        year: Spanned<Year> = required("year"): key;
        /// The value.
        value: Spanned<Quantity> = required("value"): place;
    }
}

entry! {
    /// A finding and its follow-up.
    EvaluationFinding = "evaluation-finding" {
        /// Its id.
        id: Spanned<String> = required("id"): key;
        /// What was found.
        text: Spanned<String> = required("text"): sentence;
        /// Open or closed.
        status: Spanned<FollowUpStatus> = required("status");
        /// The programme concerned.
        program: Spanned<String> = optional("program"): reference(Program);
        /// The OPD that follows up.
        opd: Spanned<String> = optional("opd"): reference(Opd);
        /// What is to be done.
        follow_up: Spanned<String> = optional("follow-up"): sentence;
        /// Until when.
        deadline: Spanned<Date> = optional("deadline");
    }
}
