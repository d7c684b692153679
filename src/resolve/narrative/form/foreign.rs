//! What other dialects write and this one prints.

use super::Forms;
use super::paragraph::Paragraph;
use crate::finding::rules;
use crate::source::slice;

/// What programs write behind links, images and headings.
const ATTRIBUTES: [&str; 7] = [
    "{.",
    "{width",
    "{height",
    "{custom-style",
    "{style",
    "{lang",
    "{#",
];

/// Looks for such marks; each kind counts once in a paragraph.
pub(super) fn look(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) {
    for line in &paragraph.lines {
        let written = paragraph.written(line);
        let found = fence(&written)
            .or_else(|| attribute(&written))
            .or_else(|| instruction(&written));
        let Some((at, length)) = found else { continue };
        let start = line.range.start + at;
        if paragraph.is_escaped(start) {
            continue;
        }
        let span = forms.span(start..start + length);
        let mark = written.get(at..at + length).unwrap_or("");
        forms
            .findings
            .push(rules::foreign_markup::found(span, mark));
        return;
    }
}

/// A line of colons, or one between the rows of a table that is drawn.
fn fence(line: &str) -> Option<(usize, usize)> {
    let line = line.trim_end();
    let colons = line.len() - line.trim_start_matches(':').len();
    if colons > 2 {
        return Some((0, colons));
    }
    let crosses = line.matches('+').count();
    let drawn = line.starts_with('+')
        && line.ends_with('+')
        && crosses > 1
        && line.contains(['-', '='])
        && line.chars().all(|c| "+-=:".contains(c));
    drawn.then_some((0, line.len()))
}

/// Attributes behind a bracket: `[teks]{.underline}`, `![](a.png){width="6in"}`.
fn attribute(line: &str) -> Option<(usize, usize)> {
    for (at, _) in line.match_indices('{') {
        let before = slice(line, ..at);
        let rest = slice(line, at..);
        // Links are hidden behind letters.
        let behind = before.ends_with([']', ')', 'x']);
        let named = ATTRIBUTES.iter().any(|one| rest.starts_with(one));
        if let Some(end) = rest.find('}').filter(|_| behind && named) {
            return Some((at, end + 1));
        }
    }
    None
}

/// Instructions of programs that make pages: `{% include %}`.
fn instruction(line: &str) -> Option<(usize, usize)> {
    let start = line.find("{%")?;
    let end = line.get(start..)?.find("%}")?;
    Some((start, end + 2))
}
