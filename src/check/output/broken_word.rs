//! A word or number that is broken because its column is too narrow.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `broken-word` (PDF007).
pub static RULE: Rule = Rule::warning("PDF007", "broken-word", Group::Output).described(
    "| 1.250.000.000 | 1.300.000.000 | …  # 30 kolom",
    "| 1.250 | 1.300 | …  # dalam juta rupiah",
);

/// The word and its page; the number of words that are told of with it, which stand in the
/// same line of the plan or in the same table of the book.
pub fn finding(span: Span, word: &str, page: usize, count: usize) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("broken-word", word = word, page = page, count = count),
    )
    .hint(message!("broken-word.hint"))
}
