//! The same line twice, or a table that may stand once.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `duplicate-entry` (STR018).
pub static RULE: Rule = Rule::error("STR018", "duplicate-entry", Group::Structure).example(
    "registry/abbreviations.toml",
    "[[abbreviation]]\n\
         short = \"SPBE\"\n\
         long = \"Sistem Pemerintahan Berbasis Elektronik\"\n\n\
         [[abbreviation]]\n\
         short = \"SPBE\"\n\
         long = \"Sistem Pemerintahan Elektronik\"",
    "[[abbreviation]]\n\
         short = \"SPBE\"\n\
         long = \"Sistem Pemerintahan Berbasis Elektronik\"",
);

/// A table of the registry that may stand once.
pub(crate) fn table(span: Span, first: Span, name: &str) -> Finding {
    Finding::new(&RULE, span, message!("duplicate-entry.table", name = name))
        .related(first, message!("first-one"))
        .hint(message!("duplicate-entry.hint"))
}

/// An abbreviation that is explained twice.
pub(crate) fn abbreviation(span: Span, first: Span, short: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("duplicate-entry.abbreviation", short = short),
    )
    .related(first, message!("first-one"))
    .hint(message!("duplicate-entry.hint"))
}

/// A second ceiling for one year.
pub(crate) fn ceiling(span: Span, first: Span, year: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("duplicate-entry.ceiling", year = year),
    )
    .related(first, message!("first-one"))
    .hint(message!("duplicate-entry.hint"))
}

/// A number that two priority programmes have.
pub(crate) fn priority(span: Span, first: Span, number: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("duplicate-entry.priority", number = number),
    )
    .related(first, message!("first-one"))
    .hint(message!("duplicate-entry.priority-hint"))
}

/// A second value of one indicator for one year.
pub(crate) fn realised(span: Span, first: Span, indicator: &str, year: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!(
            "duplicate-entry.realised",
            indicator = indicator,
            year = year
        ),
    )
    .related(first, message!("first-one"))
    .hint(message!("duplicate-entry.hint"))
}

/// A part that stands in a volume already.
pub fn part(span: Span, word: &str) -> Finding {
    Finding::new(&RULE, span, message!("duplicate-entry.part", word = word))
        .hint(message!("duplicate-entry.part-hint"))
}
