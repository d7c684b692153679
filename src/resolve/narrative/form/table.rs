//! Rows of a table that have more cells than its head: those print nowhere.

use std::ops::Range;

use super::Forms;
use super::rows::cells;
use crate::finding::rules;
use crate::source::slice;

/// Looks at a row.
pub(super) fn surplus(forms: &mut Forms<'_>, range: &Range<usize>) {
    let written = slice(forms.text, range.clone());
    let row = written.lines().next().unwrap_or_default();
    let cells = cells(row);
    let count = cells.len();
    let lost = cells.get(forms.columns..).unwrap_or(&[]);
    // Marks at the end of a row hold nothing, and comments print nowhere.
    let is_lost = |cell: &&Range<usize>| {
        let cell = slice(row, (*cell).clone()).trim();
        !(cell.is_empty() || (cell.starts_with("<!--") && cell.ends_with("-->")))
    };
    if let Some(first) = lost.iter().find(is_lost) {
        let start = range.start + first.start;
        let span = forms.span(start..range.start + first.end);
        let finding = rules::broken_table::surplus(span, count, forms.columns);
        forms.findings.push(finding);
    }
}
