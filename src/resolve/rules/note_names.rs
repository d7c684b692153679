//! Two footnotes whose names are the same, or differ in case only.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `note-names` (TXT029).
pub static RULE: Rule = Rule::warning("TXT029", "note-names", Group::Text).example(
    "chapters/pendahuluan.md",
    "Satu.[^a] Dua.[^A]\n\n[^a]: Catatan satu.\n\n[^A]: Catatan dua.",
    "Satu.[^a] Dua.[^b]\n\n[^a]: Catatan satu.\n\n[^b]: Catatan dua.",
);

/// The second of them, the first one, and both names.
pub fn finding(span: Span, first: Span, (name, other): (&str, &str)) -> Finding {
    let message = message!("note-names", name = name, other = other);
    Finding::new(&RULE, span, message)
        .related(first, message!("note-names.related"))
        .hint(message!("note-names.hint"))
}

/// A second one of the same name, and the first one.
pub(crate) fn twice(span: Span, first: Span, name: &str) -> Finding {
    Finding::new(&RULE, span, message!("note-names.twice", name = name))
        .related(first, message!("note-names.related"))
        .hint(message!("note-names.twice-hint"))
}
