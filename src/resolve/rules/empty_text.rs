//! A text in which nothing stands.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `empty-text` (TXT043).
pub static RULE: Rule = Rule::warning("TXT043", "empty-text", Group::Text)
    .strict()
    .example(
        "opd/diskominfo/profil.md",
        "<!-- menyusul -->",
        "Dinas ini melayani warga lima kecamatan.",
    );

/// The text.
pub fn finding(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("empty-text")).hint(message!("empty-text.hint"))
}
