//! A symbolic link in the plan directory.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `symbolic-link` (STR004).
pub static RULE: Rule = Rule::error("STR004", "symbolic-link", Group::Structure)
    .fixed_level()
    .described("assets/peta.svg -> ../../peta.svg", "assets/peta.svg");

/// The link.
pub fn finding(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("symbolic-link")).hint(message!("symbolic-link.hint"))
}
