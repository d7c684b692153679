//! Rows that make no table, or more of them than its head has room for.

use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::source::Span;

/// The rule `broken-table` (TXT036).
pub static RULE: Rule = Rule::warning("TXT036", "broken-table", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "| No | Nama |\n| 1 | Satu |",
        "| No | Nama |\n|---|---|\n| 1 | Satu |",
    );

/// Rows without a line of dashes below the first.
pub(crate) fn without_rule(span: Span, columns: usize) -> Finding {
    let hint = message!("broken-table.hint", dashes = dashes(columns));
    with(span, message!("broken-table"), hint)
}

/// A line of dashes with another number of columns than the first row.
pub(crate) fn other_columns(span: Span, columns: usize, dashes_: usize) -> Finding {
    let message = message!(
        "broken-table.other-columns",
        columns = columns,
        dashes = dashes_
    );
    with(
        span,
        message,
        message!("broken-table.hint", dashes = dashes(columns)),
    )
}

/// A table right behind text.
pub(crate) fn behind_text(span: Span) -> Finding {
    let hint = message!("broken-table.behind-text-hint");
    with(span, message!("broken-table.behind-text"), hint)
}

/// A cell beyond the last column.
pub(crate) fn surplus(span: Span, cells: usize, columns: usize) -> Finding {
    let message = message!("broken-table.surplus", cells = cells, columns = columns);
    with(span, message, message!("broken-table.surplus-hint"))
}

/// A line right below a table, which is read as a row of it.
pub(crate) fn behind_table(span: Span, line: &str) -> Finding {
    let message = message!("broken-table.behind-table", line = line);
    with(span, message, message!("broken-table.behind-table-hint"))
}

/// A row that goes on in the lines below it, and is joined to `row`.
pub(crate) fn divided(span: Span, row: &str) -> Finding {
    let hint = message!("broken-table.divided-hint", row = row);
    with(span, message!("broken-table.divided"), hint)
}

fn with(span: Span, message: Message, hint: Message) -> Finding {
    Finding::new(&RULE, span, message).hint(hint)
}

fn dashes(columns: usize) -> String {
    format!("|{}", "---|".repeat(columns.min(20)))
}
