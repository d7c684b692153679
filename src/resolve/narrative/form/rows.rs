//! Tables that are none: rows without the line of dashes, a spreadsheet's range, CSV.

use std::ops::Range;

use super::Forms;
use super::list;
use super::paragraph::Paragraph;
use crate::resolve::rules;
use crate::slice::slice;

/// A row that was meant.
struct Row {
    range: Range<usize>,
    /// The cells, in the row.
    cells: Vec<Range<usize>>,
    /// Whether it is the line of dashes.
    rule: bool,
    /// Whether it begins with a mark.
    edged: bool,
}

/// Looks for rows; says whether there are any.
pub(super) fn look(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) -> bool {
    piped(forms, paragraph) || pasted(forms, paragraph, '\t') || separated(forms, paragraph)
}

/// Rows with `|` between their cells.
fn piped(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) -> bool {
    let mut run: Vec<(usize, Row)> = Vec::new();
    for (at, line) in paragraph.lines.iter().enumerate() {
        let written = paragraph.written(line);
        match row(&written, line.range.clone()) {
            Some(row) if run.is_empty() || goes_on(&run, &row) => run.push((at, row)),
            Some(_) | None if run.len() > 1 => break,
            Some(row) => run = vec![(at, row)],
            None => run.clear(),
        }
    }
    if !run.iter().any(|(_, row)| row.edged || row.rule) && !is_table(paragraph, &run) {
        return false;
    }
    let alone = |row: &Row| row.edged && row.cells.len() > 1 && paragraph.lines.len() == 1;
    let (Some((begin, first)), Some((end, _))) = (run.first(), run.last()) else {
        return false;
    };
    if run.len() < 2 && !alone(first) {
        return false;
    }
    let span = forms.span(first.range.clone());
    let columns = first.cells.len();
    let rule = run.iter().position(|(_, row)| row.rule);
    let finding = match rule {
        Some(1) => {
            let rule = run.get(1).map_or(0, |(_, row)| row.cells.len());
            if rule == columns {
                rules::broken_table::behind_text(span)
            } else {
                rules::broken_table::other_columns(span, columns, rule)
            }
        }
        _ => rules::broken_table::without_rule(span, columns),
    };
    let even = run
        .iter()
        .all(|(_, row)| row.rule || row.cells.len() == columns);
    let plain = paragraph.depth == 0 && even && end + 1 == paragraph.lines.len() && run.len() > 1;
    let fix = (plain && matches!(rule, None | Some(1))).then(|| {
        let newline = paragraph.newline();
        let row = |row: &Row| slice(forms.text, row.range.clone()).trim();
        let mut lines: Vec<&str> = run.iter().map(|(_, one)| row(one)).collect();
        let dashes = format!("|{}", "---|".repeat(columns));
        match (rule, lines.get_mut(1)) {
            (Some(_), Some(rule)) => *rule = &dashes,
            _ => lines.insert(1, &dashes),
        }
        // Behind text a table needs an empty line before it.
        let gap = if *begin > 0 { newline } else { "" };
        let last = run.last().map_or(first.range.end, |(_, row)| row.range.end);
        let start = paragraph.line_start(first.range.start);
        (start..last, format!("{gap}{}", lines.join(newline)))
    });
    forms.findings.push(match fix {
        Some((range, text)) => finding.restructure(forms.span(range), text),
        None => finding,
    });
    true
}

/// Whether rows without marks at their edges make a table, and no letterhead or line of
/// addresses: two columns have names above them, or go on for three rows.
fn is_table(paragraph: &Paragraph<'_>, run: &[(usize, Row)]) -> bool {
    if run.first().is_none_or(|(_, first)| first.cells.len() != 2) {
        return true;
    }
    let lines = run.iter().filter_map(|(at, _)| paragraph.lines.get(*at));
    let mut lines = lines.map(|line| paragraph.written(line).to_lowercase());
    let first = lines.next().unwrap_or_default();
    let named = first
        .chars()
        .all(|c| c.is_alphabetic() || c.is_whitespace() || c == '|');
    if named {
        !lines.any(|line| is_address(&line))
    } else {
        run.len() > 2 && !is_address(&first)
    }
}

/// Whether a line in small letters says where somebody is reached.
fn is_address(line: &str) -> bool {
    let signs = [
        "@", "www.", "http", "jl.", "jln.", "jalan ", "telp", "tel.", "telepon", "fax", "faks",
        "kode pos", "e-mail", "email", "whatsapp",
    ];
    signs.iter().any(|sign| line.contains(sign))
}

/// Whether a row belongs to those before it.
fn goes_on(run: &[(usize, Row)], row: &Row) -> bool {
    run.first().is_none_or(|(_, first)| {
        row.rule || first.edged || (!row.edged && row.cells.len() == first.cells.len())
    })
}

/// A line that was meant for a row of a table.
fn row(line: &str, range: Range<usize>) -> Option<Row> {
    let trimmed = line.trim();
    if !trimmed.contains('|') {
        return None;
    }
    let cells = cells(line);
    let rule = trimmed.contains('-') && trimmed.chars().all(|c| "|-: ".contains(c));
    let edged = trimmed.starts_with('|') && cells.len() + usize::from(trimmed.ends_with('|')) > 1;
    // Between words of a line, the marks stand by themselves.
    let apart = |cell: &Range<usize>| {
        let cell = slice(line, cell.clone());
        cell.starts_with(' ') || cell.ends_with(' ')
    };
    let is_row = rule || edged || (cells.len() > 1 && cells.iter().all(apart));
    is_row.then_some(Row {
        range,
        cells,
        rule,
        edged,
    })
}

/// The cells of a row, without the marks around them.
pub(super) fn cells(row: &str) -> Vec<Range<usize>> {
    let end = row.trim_end().len();
    let begin = row.len() - row.trim_start().len();
    let mut cells = Vec::new();
    let mut at = begin;
    let mut escaped = false;
    for (place, c) in row.char_indices().take_while(|(place, _)| *place < end) {
        match c {
            '|' if !escaped && place >= begin => {
                if place > begin {
                    cells.push(at..place);
                }
                at = place + 1;
            }
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    if at < end {
        cells.push(at..end);
    }
    cells
}

/// The lines of a paragraph, each divided at a separator.
fn fields<'t>(forms: &Forms<'t>, paragraph: &Paragraph<'_>, separator: char) -> Vec<Vec<&'t str>> {
    let lines = paragraph.lines.iter();
    lines
        .map(|line| {
            slice(forms.text, line.range.clone())
                .split(separator)
                .collect()
        })
        .collect()
}

/// Rows with a tab between their cells, as a spreadsheet copies them.
fn pasted(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>, separator: char) -> bool {
    let rows = fields(forms, paragraph, separator);
    let begin = rows.iter().position(|row| row.len() > 1);
    let Some(begin) = begin else { return false };
    let run = rows.iter().skip(begin).take_while(|row| row.len() > 1);
    let count = run.count();
    let first = rows.get(begin).map_or("", |row| row.first().unwrap_or(&""));
    // A bullet and a tab begin an item.
    if count < 2 || first.chars().count() < 2 && !first.chars().all(char::is_alphanumeric) {
        return false;
    }
    if rows.get(begin..begin + count).is_some_and(list::is_list) {
        return false;
    }
    // Rows that are counted from the first on have no head.
    let counted = |at: usize, number: &str| {
        let cell = rows.get(begin + at).and_then(|row| row.first());
        cell.is_some_and(|cell| cell.trim().trim_end_matches('.') == number)
    };
    let headless = counted(0, "1") && counted(1, "2");
    let whole = begin == 0 && count == rows.len() && !headless;
    report(forms, paragraph, begin, whole.then_some(rows));
    true
}

/// Rows with a semicolon or a comma between their cells, as CSV has them.
fn separated(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) -> bool {
    let lines: Vec<_> = paragraph
        .lines
        .iter()
        .map(|line| paragraph.written(line))
        .collect();
    // Characters may be written by their names: `&nbsp;`.
    let entity = |line: &str| {
        let mut parts = line.split('&').skip(1);
        parts.any(|part| {
            part.split_once(';')
                .is_some_and(|(name, _)| !name.contains(' '))
        })
    };
    if lines.iter().any(|line| entity(line)) {
        return false;
    }
    for (separator, few) in [(';', 2), (',', 3)] {
        let is_csv = |least: usize, rows: usize| {
            let mut counts = lines.iter().map(|line| line.matches(separator).count());
            let first = counts.next().unwrap_or_default();
            let apart = |line: &str| {
                line.split(separator)
                    .skip(1)
                    .any(|cell| cell.starts_with(' '))
            };
            lines.len() >= rows
                && first >= least
                && counts.all(|count| count == first)
                && !lines.iter().any(|line| apart(line))
        };
        if !(is_csv(2, few) || (separator == ';' && is_csv(1, 3))) {
            continue;
        }
        // The head of a table has names, no decimals.
        let head = lines.first().map_or("", |line| line);
        let names = |cell: &str| !cell.trim().starts_with(|c: char| c.is_ascii_digit());
        if separator == ',' && !head.split(',').skip(1).all(names) {
            continue;
        }
        let rows = fields(forms, paragraph, separator);
        // A comma may be one of a number, and quotation marks keep others together.
        let plain = separator == ';' && !lines.iter().any(|line| line.contains('"'));
        report(forms, paragraph, 0, plain.then_some(rows));
        return true;
    }
    false
}

/// Reports a table that begins at a line; `rows` are its cells, if it can be made one.
fn report(
    forms: &mut Forms<'_>,
    paragraph: &Paragraph<'_>,
    begin: usize,
    rows: Option<Vec<Vec<&str>>>,
) {
    let lines = &paragraph.lines;
    let (Some(first), Some(last)) = (lines.get(begin), lines.last()) else {
        return;
    };
    let finding = rules::pasted_table::finding(forms.span(first.range.clone()));
    let columns = rows
        .as_ref()
        .and_then(|rows| rows.first())
        .map_or(0, Vec::len);
    let rows = rows.filter(|rows| {
        let even = rows.iter().all(|row| row.len() == columns);
        let plain = |cell: &&str| !cell.contains(['|', '\\', '`']);
        even && paragraph.depth == 0 && rows.iter().flatten().all(plain)
    });
    forms.findings.push(match rows {
        Some(rows) => {
            let mut table = Vec::new();
            for (at, row) in rows.iter().enumerate() {
                let cells: Vec<&str> = row.iter().map(|cell| cell.trim()).collect();
                table.push(format!("| {} |", cells.join(" | ")));
                if at == 0 {
                    table.push(format!("|{}", "---|".repeat(columns)));
                }
            }
            let range = first.range.start..last.range.end;
            finding.restructure(forms.span(range), table.join(paragraph.newline()))
        }
        None => finding,
    });
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn cells_are_what_stands_between_marks() {
        for (row, expected) in [
            ("| a | b |", vec![" a ", " b "]),
            ("a | b", vec!["a ", " b"]),
            ("| a | b", vec![" a ", " b"]),
            ("|a\\|b|", vec!["a\\|b"]),
            ("||", vec![""]),
            ("", vec![]),
        ] {
            let found: Vec<&str> = cells(row).into_iter().map(|cell| &row[cell]).collect();
            assert_eq!(found, expected, "{row}");
        }
    }
}
