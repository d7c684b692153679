//! A paragraph that its indentation turned into code.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `indented-code` (TXT037).
pub static RULE: Rule = Rule::warning("TXT037", "indented-code", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "    Warga melapor lewat aplikasi.",
        "Warga melapor lewat aplikasi.",
    );

/// The first line.
pub fn finding(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("indented-code")).hint(message!("indented-code.hint"))
}
