//! A range of a spreadsheet that was pasted as text.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `pasted-table` (TXT039).
pub static RULE: Rule = Rule::warning("TXT039", "pasted-table", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "No;Program;Tahun\n1;Layanan aduan;2026",
        "| No | Program | Tahun |\n|---|---|---|\n| 1 | Layanan aduan | 2026 |",
    );

/// The first row.
pub fn finding(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("pasted-table")).hint(message!("pasted-table.hint"))
}
