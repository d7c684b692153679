//! Tables made from data.

use schemars::JsonSchema;

use crate::compose::tree::Content;

view! {
    /// `data-table`: a table made from data.
    pub struct Table {
        /// `4.1`, or nothing.
        pub number: Option<String>,
        /// Caption; a table without one is not numbered.
        pub caption: Option<Content>,
        /// Label, if references lead to the table.
        pub label: Option<String>,
        /// Columns.
        pub columns: Vec<Column>,
        /// Rows.
        pub rows: Vec<Row>,
        /// Whether rows and columns are closer, for many columns.
        pub(crate) dense: bool,
        /// Whether its words and numbers have room in smaller type only.
        pub(crate) crowded: bool,
        /// Whether the table is short enough to stay on one page.
        pub whole: bool,
        /// Whether the height of a table that is not `whole` decides if it stays on one page.
        pub(crate) by_height: bool,
        /// Whether every row is short enough to stay on one page.
        pub(crate) solid: bool,
        /// Whether the head, and the names of groups, are short enough to be repeated on
        /// every page.
        pub(crate) repeats: bool,
    }
}

view! {
    /// Each of the first argument of `prose-table`: a column of a table of narrative.
    pub(crate) struct ProseColumn {
        /// `left`, `right` or `center`.
        pub align: &'static str,
        /// Share of the free width; 0 for as wide as its content.
        pub share: u32,
    }
}

view! {
    /// `head` of `prose-table`, or `none`: what makes a table of narrative a
    /// numbered one. The first argument lists the columns with `align` and `share`, as
    /// those of `data-table` have them.
    pub(crate) struct TableHead {
        /// `4.1`, or nothing.
        pub number: Option<String>,
        /// Caption.
        pub caption: Content,
        /// Label, if references lead to the table.
        pub label: Option<String>,
    }
}

view! {
    /// A column of a table.
    pub struct Column {
        /// Head.
        pub title: Content,
        /// `left`, `right` or `center`.
        pub(crate) align: &'static str,
        /// Share of the free width; 0 for as wide as its content.
        pub share: u32,
    }
}

view! {
    /// A row of a table.
    pub struct Row {
        /// `plain`, `total`, or `group` for a single cell over the whole width.
        pub kind: &'static str,
        /// Cells.
        pub cells: Vec<Content>,
    }
}
