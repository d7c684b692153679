//! A caption that says nothing, or has more than one id.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `empty-caption` (TXT059).
pub static RULE: Rule = Rule::warning("TXT059", "empty-caption", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "Tabel: {#pegawai}\n\n| Kanal | Pegawai |\n|---|---|\n| Loket | 3 |",
        "Tabel: Jumlah pegawai {#pegawai}\n\n\
         | Kanal | Pegawai |\n\
         |---|---|\n\
         | Loket | 3 |",
    );

/// One above a table; `word` is what it begins with.
pub(crate) fn of_table(span: Span, word: &str) -> Finding {
    Finding::new(&RULE, span, message!("empty-caption"))
        .hint(message!("empty-caption.hint", word = word))
}

/// One of an image, whose id means nothing without it.
pub(crate) fn of_figure(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("empty-caption.figure"))
        .hint(message!("empty-caption.figure-hint"))
}

/// One with several ids, of which the last counts and the others are printed.
pub(crate) fn twice(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("empty-caption.twice"))
        .hint(message!("empty-caption.twice-hint"))
}
