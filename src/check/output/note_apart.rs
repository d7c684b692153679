//! A footnote on another page than its mark.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `note-apart` (PDF006).
pub static RULE: Rule = Rule::warning("PDF006", "note-apart", Group::Output)
    .strict()
    .described(
        "- Layanan 112.[^1]  (the last line of a page, with a long note)",
        "- Layanan 112 (Perwali 5/2024).",
    );

/// A note, the page of its mark and its own.
pub fn finding(span: Span, mark: usize, page: usize) -> Finding {
    let message = message!("note-apart", mark = mark, page = page);
    Finding::new(&RULE, span, message).hint(message!("note-apart.hint"))
}

/// A note that is printed nowhere, and the page of its mark.
pub(crate) fn lost(span: Span, mark: usize) -> Finding {
    let message = message!("note-apart.lost", mark = mark);
    Finding::new(&RULE, span, message).hint(message!("note-apart.lost-hint"))
}
