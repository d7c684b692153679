//! Bytes that are not UTF-8 in a file of text.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `invalid-utf8` (STR002).
pub static RULE: Rule = Rule::error("STR002", "invalid-utf8", Group::Structure)
    .first()
    .fixed_level()
    .described("Caf\\xe9  (Windows-1252)", "Café  (UTF-8)");

/// The first byte that cannot be read.
pub fn finding(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("invalid-utf8")).hint(message!("invalid-utf8.hint"))
}
