//! A table whose rows leave out more cells than the parser adds.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `ragged-table` (STR028).
pub static RULE: Rule = Rule::error("STR028", "ragged-table", Group::Structure)
    .fixed_level()
    .described(
        "| Kelurahan | RT | RW | … |\n|---|---|---|---|\n| Amantelu |\n…",
        "| Kelurahan | RT | RW | … |\n\
         |---|---|---|---|\n\
         | Amantelu | 4 | 2 | … |\n\
         …",
    );

/// The first row that is no part of the table any more.
pub fn finding(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("ragged-table")).hint(message!("ragged-table.hint"))
}
