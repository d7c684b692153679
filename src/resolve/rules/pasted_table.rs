//! A range of a spreadsheet that was pasted as text.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::warning("TXT039", "pasted-table", Group::Text)
    .strict()
    .example(
        "No;Program\n1;Layanan aduan",
        "| No | Program |\n|---|---|\n| 1 | Layanan aduan |",
    );

/// The first row.
pub fn found(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("pasted-table")).hint(message!("pasted-table.hint"))
}
