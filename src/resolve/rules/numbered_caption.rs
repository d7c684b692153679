//! A caption with a number of its own.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `numbered-caption` (TXT058).
pub static RULE: Rule = Rule::warning("TXT058", "numbered-caption", Group::Text).example(
    "chapters/pendahuluan.md",
    "Tabel 2.1 Layanan menurut kanal\n\n| Kanal | Jumlah |\n|---|---|",
    "Tabel: Layanan menurut kanal\n\n| Kanal | Jumlah |\n|---|---|",
);

/// The caption of a table, and its words without the number.
pub(crate) fn of_table(span: Span, written: &str, words: &str) -> Finding {
    Finding::new(&RULE, span, message!("numbered-caption", written = written))
        .hint(message!("numbered-caption.table-hint", words = words))
}

/// The caption of a picture, and its words without the number.
pub(crate) fn of_figure(span: Span, written: &str, words: &str) -> Finding {
    Finding::new(&RULE, span, message!("numbered-caption", written = written))
        .hint(message!("numbered-caption.figure-hint", words = words))
}
