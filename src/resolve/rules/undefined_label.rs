//! A label that nothing in its text defines, or that nothing in it refers to.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `undefined-label` (TXT040).
pub static RULE: Rule = Rule::warning("TXT040", "undefined-label", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "Lihat [laporan][l].",
        "Lihat [laporan][l].\n\n[l]: https://ambon.go.id/laporan",
    );

/// The label of a link.
pub fn finding(span: Span, label: &str) -> Finding {
    Finding::new(&RULE, span, message!("undefined-label", label = label))
        .hint(message!("undefined-label.hint", label = label))
}

/// The label of a note.
pub(crate) fn note(span: Span, label: &str) -> Finding {
    Finding::new(&RULE, span, message!("undefined-label.note", label = label))
        .hint(message!("undefined-label.note-hint", label = label))
}

/// A definition of a label that has no effect; `first` is the one before it, if there is one.
pub(crate) fn idle(span: Span, label: &str, first: Option<Span>) -> Finding {
    match first {
        Some(first) => Finding::new(
            &RULE,
            span,
            message!("undefined-label.twice", label = label),
        )
        .related(first, message!("undefined-label.first"))
        .hint(message!("undefined-label.twice-hint")),
        None => Finding::new(&RULE, span, message!("undefined-label.idle", label = label))
            .hint(message!("undefined-label.idle-hint", label = label)),
    }
}

/// A note that no text outside of such notes refers to.
pub(crate) fn idle_note(span: Span, label: &str) -> Finding {
    let message = message!("undefined-label.idle-note", label = label);
    Finding::new(&RULE, span, message)
        .hint(message!("undefined-label.idle-note-hint", label = label))
}
