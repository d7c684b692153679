//! What belonged to the pages of another document: their numbers, its contents.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `page-remains` (TXT051).
pub static RULE: Rule = Rule::warning("TXT051", "page-remains", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "Warga melapor\n\nHalaman 3 dari 20\n\nlewat loket.",
        "Warga melapor lewat loket.",
    );

/// The number of a page, as it was written.
pub(crate) fn number(span: Span, written: &str) -> Finding {
    Finding::new(&RULE, span, message!("page-remains", written = written))
        .hint(message!("page-remains.hint"))
}

/// Lines of contents, by their number.
pub(crate) fn contents(span: Span, count: usize) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("page-remains.contents", count = count),
    )
    .hint(message!("page-remains.contents-hint"))
}
