//! Shorthands for the tables of the book.

use super::code::Content;
use super::view::{Column, Row, Table};

/// A column of text with a share of the free width.
pub fn text(title: impl Into<String>, share: u32) -> Column {
    column(title, "left", share)
}

/// A column as wide as its text.
pub fn narrow(title: impl Into<String>) -> Column {
    column(title, "left", 0)
}

/// A column of numbers, as wide as the longest.
pub fn number(title: impl Into<String>) -> Column {
    column(title, "right", 0)
}

fn column(title: impl Into<String>, align: &'static str, share: u32) -> Column {
    Column {
        title: title.into(),
        align,
        share,
    }
}

/// A row like any other.
pub fn plain(cells: Vec<Content>) -> Row {
    Row {
        kind: "plain",
        cells,
    }
}

/// A row of totals.
pub fn total(cells: Vec<Content>) -> Row {
    Row {
        kind: "total",
        cells,
    }
}

/// A row with one cell over the whole width, above the rows that it names.
pub fn group(cell: Content) -> Row {
    Row {
        kind: "group",
        cells: vec![cell],
    }
}

/// Most rows, and most bytes of code in all cells, of a table that is kept on
/// one page. A page holds several times as much, so that nothing overflows.
const WHOLE: (usize, usize) = (12, 4_000);

/// A table without number and caption.
pub fn bare(columns: Vec<Column>, rows: Vec<Row>) -> Table {
    let size: usize = rows
        .iter()
        .flat_map(|row| &row.cells)
        .map(|cell| cell.code().len())
        .sum();
    let whole = rows.len() <= WHOLE.0 && size <= WHOLE.1;
    Table {
        whole,
        number: None,
        caption: None,
        columns,
        rows,
        dense: false,
    }
}
