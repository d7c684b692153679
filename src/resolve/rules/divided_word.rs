//! A word that was divided at the end of a line.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `divided-word` (TXT049).
pub static RULE: Rule = Rule::warning("TXT049", "divided-word", Group::Text)
    .strict()
    .example("chapters/pendahuluan.md", "pemba-\nngunan", "pembangunan");

/// The two parts of the word, and whether it is one said twice.
pub fn finding(span: Span, (left, right): (&str, &str), twice: bool) -> Finding {
    let message = message!("divided-word", printed = format!("{left}- {right}"));
    let hyphened = format!("{left}-{right}");
    let hint = if twice {
        message!("divided-word.twice-hint", word = hyphened)
    } else {
        message!(
            "divided-word.hint",
            word = format!("{left}{right}"),
            hyphened = hyphened
        )
    };
    Finding::new(&RULE, span, message).hint(hint)
}
