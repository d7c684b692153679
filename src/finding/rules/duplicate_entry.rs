//! The same line twice, or a table that may stand once.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::error("STR018", "duplicate-entry", Group::Structure).example(
    "[[abbreviation]]\nshort = \"SPBE\"\n\n[[abbreviation]]\nshort = \"SPBE\"",
    "[[abbreviation]]\nshort = \"SPBE\"",
);

/// A table of the registry that may stand once.
pub fn table(span: Span, first: Span, name: &str) -> Finding {
    Finding::new(&RULE, span, message!("duplicate-entry.table", name = name))
        .related(first, message!("first-one"))
        .hint(message!("duplicate-entry.hint"))
}

/// An abbreviation that is explained twice.
pub fn abbreviation(span: Span, first: Span, short: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("duplicate-entry.abbreviation", short = short),
    )
    .related(first, message!("first-one"))
    .hint(message!("duplicate-entry.hint"))
}

/// A part that stands in a volume already.
pub fn part(span: Span, word: &str) -> Finding {
    Finding::new(&RULE, span, message!("duplicate-entry.part", word = word))
        .hint(message!("duplicate-entry.part-hint"))
}
