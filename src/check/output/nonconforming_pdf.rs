//! The book does not conform to the archival and accessibility standards.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `nonconforming-pdf` (PDF003).
pub static RULE: Rule = Rule::warning("PDF003", "nonconforming-pdf", Group::Output)
    .described("title = \"Kota musik 🎵\"", "title = \"Kota musik\"");

/// Characters in a file that no font of the book has, or that have no meaning of their own:
/// the first of them, and in how many places there are some.
pub(crate) fn characters(span: Span, first: char, count: usize) -> Finding {
    let message = message!(
        "nonconforming-pdf.character",
        character = first.to_string(),
        code = format!("{:04X}", u32::from(first)),
        count = count
    );
    Finding::new(&RULE, span, message).hint(message!("nonconforming-pdf.character-hint"))
}

/// A photograph in the four colours of a press.
pub(crate) fn inks(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("nonconforming-pdf.inks"))
        .hint(message!("nonconforming-pdf.inks-hint"))
}
