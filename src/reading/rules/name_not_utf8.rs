//! A file or folder whose name is not text.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `name-not-utf8` (STR038).
pub static RULE: Rule = Rule::error("STR038", "name-not-utf8", Group::Structure)
    .fixed_level()
    .described("assets/B\\xE9soa.png  (in Latin-1)", "assets/besoa.png");

/// A name with bytes that are no characters.
pub fn finding(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("name-not-utf8")).hint(message!("name-not-utf8.hint"))
}
