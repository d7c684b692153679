//! Rows of a table that have more cells than its head, which print nowhere, and lines that
//! are no rows, or none by themselves.

use std::mem;
use std::ops::Range;

use super::Forms;
use super::rows::cells;
use crate::resolve::rules;
use crate::slice::slice;

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

/// Looks at the rows of a table that has ended.
pub(super) fn lines(forms: &mut Forms<'_>) {
    let rows = mem::take(&mut forms.rows);
    let mut at = 0;
    while let Some(row) = rows.get(at) {
        let behind = rows.get(at..).unwrap_or(&[]);
        at += match divided(forms, behind) {
            0 if is_line(line(forms.text, row)) => {
                let run = behind.iter().map(|row| line(forms.text, row));
                let count = run.take_while(|line| is_line(line)).count();
                let ends = count == 1 && behind.len() == 1;
                report_line(forms, row, ends);
                count
            }
            0 => 1,
            count => count,
        };
    }
}

/// The line of a row.
fn line<'t>(text: &'t str, row: &Range<usize>) -> &'t str {
    let written = slice(text, row.clone());
    written.lines().next().unwrap_or_default().trim()
}

/// Whether a row has no mark of one. Comments print nowhere.
fn is_line(row: &str) -> bool {
    let has_mark = row.starts_with('|') || row.ends_with('|') || cells(row).len() > 1;
    !(row.is_empty() || has_mark || row.starts_with("<!--"))
}

/// Reports a line right below a table; `ends` says whether nothing else stands below it.
fn report_line(forms: &mut Forms<'_>, row: &Range<usize>, ends: bool) {
    let written = line(forms.text, row);
    let start = row.start;
    let span = forms.span(start..start + written.len());
    let finding = rules::broken_table::behind_table(span, written);
    let certain = ends && forms.depth == 0 && forms.columns > 1;
    forms.findings.push(if certain {
        let newline = if forms.text.contains("\r\n") {
            "\r\n"
        } else {
            "\n"
        };
        finding.restructure(forms.span(start..start), newline)
    } else {
        finding
    });
}

/// Reports a row that goes on in the lines below it; returns how many lines it has, and 0
/// if it does not go on.
fn divided(forms: &mut Forms<'_>, rows: &[Range<usize>]) -> usize {
    let Some((first, others)) = rows.split_first() else {
        return 0;
    };
    let mut whole = line(forms.text, first).to_owned();
    if !whole.starts_with('|') || whole.ends_with('|') {
        return 0;
    }
    for (at, row) in others.iter().enumerate() {
        let next = line(forms.text, row);
        if next.starts_with('|') {
            return 0;
        }
        whole = format!("{whole} {next}");
        if !next.ends_with('|') {
            continue;
        }
        if cells(&whole).len() != forms.columns {
            return 0;
        }
        let span = forms.span(first.start..row.start + next.len());
        let finding = rules::broken_table::divided(span, &whole);
        forms.findings.push(match forms.depth {
            0 => finding.restructure(span, whole),
            _ => finding,
        });
        return at + 2;
    }
    0
}
