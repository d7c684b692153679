//! The caption of an image that stands in a line of text.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::warning("TXT012", "misplaced-caption", Group::Text).example(
    "Lihat ![Peta](assets/peta.svg \"Peta kota\") di atas.",
    "![Peta](assets/peta.svg \"Peta kota\")",
);

/// The image and its caption.
pub fn found(span: Span, caption: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("misplaced-caption", caption = caption),
    )
    .hint(message!("misplaced-caption.hint"))
}
