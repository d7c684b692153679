//! Shorthands for the tables of the book.

use super::height;
use super::tree::Content;
use super::view::{Column, Row, Table};

/// A column of text with a share of the free width.
pub fn text(title: impl Into<Content>, share: u32) -> Column {
    column(title, "left", share)
}

/// A column as wide as its text.
pub(crate) fn narrow(title: impl Into<Content>) -> Column {
    column(title, "left", 0)
}

/// A column of numbers, as wide as the longest.
pub(crate) fn number(title: impl Into<Content>) -> Column {
    column(title, "right", 0)
}

fn column(title: impl Into<Content>, align: &'static str, share: u32) -> Column {
    Column {
        title: title.into(),
        align,
        share,
    }
}

/// A row like any other.
pub(crate) fn plain(cells: Vec<Content>) -> Row {
    Row {
        kind: "plain",
        cells,
    }
}

/// A row of totals.
pub(crate) fn total(cells: Vec<Content>) -> Row {
    Row {
        kind: "total",
        cells,
    }
}

/// A row with one cell over the whole width, above the rows that it names. It
/// stands again where they go on on another page; the second time it is no part
/// of the text, hence without links.
pub fn group(name: &str) -> Row {
    Row {
        kind: "group",
        cells: vec![Content::text(name)],
    }
}

/// Most characters of a cell in a column that is as wide as its text.
const NARROW: usize = 24;

/// A table without number and caption. Numbers in a column are aligned on the
/// decimal mark.
///
/// A narrow column with a long text in it gets a share of the width instead:
/// it would push the other columns off the page.
pub(crate) fn bare(columns: Vec<Column>, rows: Vec<Row>) -> Table {
    fitted(columns, rows, false, height::WIDTH)
}

/// A table that has so much room, with rows and columns closer if it is `dense`.
fn fitted(mut columns: Vec<Column>, mut rows: Vec<Row>, dense: bool, width: usize) -> Table {
    for at in 0..columns.len() {
        let cells = rows.iter().filter_map(|row| row.cells.get(at));
        let places = cells.filter_map(Content::places).max().unwrap_or_default();
        for cell in rows.iter_mut().filter_map(|row| row.cells.get_mut(at)) {
            cell.pad(places);
        }
    }
    let free: u32 = columns.iter().map(|column| column.share).sum();
    for (at, column) in columns.iter_mut().enumerate() {
        let cells = rows
            .iter()
            .filter(|row| row.kind != "group")
            .filter_map(|row| row.cells.get(at));
        let longest = cells.map(Content::chars).max().unwrap_or_default();
        if column.share == 0 && column.align == "left" && longest > NARROW {
            column.share = (free / 2).max(1);
        }
    }
    let mut table = Table {
        whole: false,
        by_height: true,
        solid: false,
        repeats: true,
        number: None,
        caption: None,
        label: None,
        columns,
        rows,
        dense,
        crowded: false,
    };
    height::fit_columns(&mut table, width);
    table
}

/// The same table with rows and columns closer, for many columns.
pub(crate) fn dense(columns: Vec<Column>, rows: Vec<Row>) -> Table {
    fitted(columns, rows, true, height::WIDTH)
}

/// The same on landscape pages.
pub(crate) fn landscape(columns: Vec<Column>, rows: Vec<Row>) -> Table {
    fitted(columns, rows, true, height::LANDSCAPE)
}
