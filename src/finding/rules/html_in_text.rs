//! HTML that the book cannot show.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule =
    Rule::warning("TXT004", "html-in-text", Group::Text).example("<b>penting</b>", "**penting**");

/// The piece of HTML.
pub fn found(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("html-in-text")).hint(message!("html-in-text.hint"))
}
