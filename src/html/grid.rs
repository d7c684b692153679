//! Elements of tables. Where a narrow screen has no room for columns, cells of a table with few of
//! them stand below each other, each with the name of its column.

use super::element::{Element, element};

/// Most columns of a table that is not scrolled but stacked.
const FEW: usize = 5;

/// A table that is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Grid {
    columns: usize,
}

impl Grid {
    /// A table with so many columns.
    pub fn new(columns: usize) -> Self {
        Self { columns }
    }

    /// Whether its cells may stand below each other.
    fn stacks(self) -> bool {
        self.columns <= FEW
    }

    /// An element of the table. What it is stays known when it looks otherwise.
    fn part(self, name: &'static str, role: &str) -> Element {
        if self.stacks() {
            element(name).attribute("role", role)
        } else {
            element(name)
        }
    }

    /// The table itself.
    pub fn table(self) -> Element {
        self.part("table", "table")
    }

    /// The head, with its row.
    pub fn head(self, row: Element) -> Element {
        self.part("thead", "rowgroup").add(row)
    }

    /// Rows that belong together.
    pub fn body(self) -> Element {
        self.part("tbody", "rowgroup")
    }

    /// A row.
    pub fn row(self) -> Element {
        self.part("tr", "row")
    }

    /// The head of a column.
    pub fn column_head(self, align: &str) -> Element {
        let cell = self.part("th", "columnheader");
        aligned(cell.attribute("scope", "col"), align)
    }

    /// The head of a row, in a column with a name.
    pub fn row_head(self, align: &str, column: &str) -> Element {
        let cell = self.part("th", "rowheader").attribute("scope", "row");
        self.named(aligned(cell, align), column)
    }

    /// The head of the rows that follow.
    pub fn group_head(self) -> Element {
        self.part("th", "rowheader")
            .attribute("colspan", &self.columns.to_string())
            .attribute("scope", "rowgroup")
    }

    /// A cell in a column with a name.
    pub fn cell(self, align: &str, column: &str) -> Element {
        self.named(aligned(self.part("td", "cell"), align), column)
    }

    fn named(self, cell: Element, column: &str) -> Element {
        if self.stacks() && !column.is_empty() {
            cell.attribute("data-column", column)
        } else {
            cell
        }
    }

    /// The box in which the table stands, which is scrolled by itself where it has no room.
    pub fn region(self) -> Element {
        let class = if self.stacks() {
            "scroll stacks"
        } else {
            "scroll wide"
        };
        element("div")
            .class(class)
            .attribute("role", "region")
            .attribute("tabindex", "0")
    }
}

fn aligned(cell: Element, align: &str) -> Element {
    match align {
        "right" => cell.class("right"),
        "center" => cell.class("center"),
        _ => cell,
    }
}
