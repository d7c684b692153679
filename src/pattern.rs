//! Patterns that stand in these sources.

use regex::Regex;

/// A pattern that stands in these sources. A wrong one fails when it is first asked for,
/// as every test of its rule does; none depends on a plan.
#[expect(clippy::expect_used, reason = "the pattern is a literal")]
pub(crate) fn literal_pattern(pattern: &'static str) -> Regex {
    Regex::new(pattern).expect("a literal pattern is well formed")
}
