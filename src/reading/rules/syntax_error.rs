//! Not TOML.

use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::source::Span;

/// The rule `syntax-error` (STR007).
pub static RULE: Rule = Rule::error("STR007", "syntax-error", Group::Structure)
    .fixed_level()
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "title = Layanan 112",
        "title = \"Layanan 112\"",
    );

/// A byte order mark behind the one that a file may begin with.
pub(crate) fn second_mark(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("syntax-error.second-mark"))
        .hint(message!("syntax-error.second-mark-hint"))
}

/// What is wrong with the text at `span`; how TOML is written is the hint.
pub(crate) fn with_reason(span: Span, reason: Message) -> Finding {
    Finding::new(&RULE, span, message!("syntax-error", reason = reason))
        .hint(message!("syntax-error.hint"))
}
