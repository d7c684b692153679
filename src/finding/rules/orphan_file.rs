//! A file that has no place in the layout.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::warning("STR005", "orphan-file", Group::Structure)
    .example("chapters/catatan.txt", "chapters/catatan.md");

/// The file.
pub fn found(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("orphan-file")).hint(message!("orphan-file.hint"))
}
