//! How high tables come out, before they are set.
//!
//! What fits on a page stays together, and what does not breaks. Only the typesetter
//! knows a height, and asking it costs as much as setting the table once more. Of most
//! tables the number of rows and characters tells enough; the others are measured.
//!
//! Lengths are in points, for text of 162 mm, the width of a page of A4.

use super::tree::Content;
use super::view::{Fact, Row, Table};

/// Width of the text.
pub(crate) const WIDTH: usize = 455;

/// Width of the text of landscape pages.
pub(crate) const LANDSCAPE: usize = 750;

/// What is not higher than this fits on any page, landscape or not, even if characters
/// are half as wide again as those that were counted on.
const LOW: usize = 240;

/// What is higher than this fits on no page.
const HIGH: usize = 900;

/// The head of a table is repeated on every page of it. One that is higher than this
/// would leave too little of them.
const HEAD: usize = 120;

/// Most rows, and most characters of a cell, of a table that is to stay on one page.
/// Longer ones would leave holes where they go to the next page.
const SHORT: (usize, usize) = (12, 160);

/// Least width of a column of which a height can be told: words are wider than a
/// narrower one.
const NARROWEST: usize = 30;

/// The type of a table: its size decides how high a line is and how wide a character.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Type {
    /// Height of a line, at least and at most.
    line: (usize, usize),
    /// Width of a character, in tenths.
    character: usize,
    /// Room above and below the text of a cell together, and beside it.
    inset: usize,
}

impl Type {
    /// Most tables, and facts.
    pub const CUSTOMARY: Self = Self {
        line: (6, 12),
        character: 54,
        inset: 8,
    };

    /// Tables of many columns.
    pub const DENSE: Self = Self {
        line: (5, 10),
        character: 46,
        inset: 6,
    };

    /// Most lines of a text in a column of some width. Words keep lines from being full,
    /// but of two lines one is at least half full.
    fn lines(self, text: Text, width: usize) -> usize {
        let characters = (width.saturating_sub(self.inset) * 10 / self.character).max(1);
        2 * text.chars / characters + text.breaks + 1
    }
}

/// What of a text decides how much room it takes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Text {
    /// Characters that print.
    pub chars: usize,
    /// Breaks between lines that were written.
    pub breaks: usize,
}

impl From<&Content> for Text {
    fn from(content: &Content) -> Self {
        let (chars, breaks) = content.extent();
        Self { chars, breaks }
    }
}

/// How high the rows of a table are, as far as they have been counted.
#[derive(Debug, Clone)]
pub(crate) struct Heights {
    of: Type,
    /// Width of each column that is not as wide as its longest text.
    columns: Vec<Option<usize>>,
    /// Whether the columns are known to be so wide.
    told: bool,
    least: usize,
    most: usize,
    highest: usize,
}

impl Heights {
    /// Those of a table whose columns have a share of the free width, or 0 if they are as
    /// wide as their longest text, of so many characters.
    pub fn new(of: Type, columns: impl Iterator<Item = (u32, usize)> + Clone) -> Self {
        let fixed = columns.clone().filter(|(share, _)| *share == 0);
        let fixed: usize = fixed
            .map(|(_, longest)| longest * of.character / 10 + of.inset)
            .sum();
        let shares: u64 = columns.clone().map(|(share, _)| u64::from(share)).sum();
        let free = WIDTH.saturating_sub(fixed) as u64;
        let mut told = fixed <= WIDTH;
        let widths = columns.map(|(share, _)| {
            if share == 0 && fixed <= WIDTH {
                return None;
            }
            let width = (free * u64::from(share)).checked_div(shares);
            let width = usize::try_from(width.unwrap_or_default()).unwrap_or(WIDTH);
            told &= width >= NARROWEST;
            Some(width.max(NARROWEST))
        });
        Self {
            of,
            columns: widths.collect(),
            told,
            least: 0,
            most: 0,
            highest: 0,
        }
    }

    /// Counts a row; returns how high it is at most.
    pub fn row(&mut self, cells: impl Iterator<Item = Text>) -> usize {
        let of = self.of;
        let lines = cells.zip(&self.columns).map(|(text, width)| match width {
            Some(width) => of.lines(text, *width),
            None => text.breaks + 1,
        });
        let lines = lines.max().unwrap_or(1);
        self.add(lines)
    }

    /// Counts a row of one cell over all columns; returns how high it is at most.
    pub fn spanning(&mut self, text: Text) -> usize {
        self.add(self.of.lines(text, WIDTH))
    }

    fn add(&mut self, lines: usize) -> usize {
        let (least, most) = self.of.line;
        let height = lines.saturating_mul(most).saturating_add(self.of.inset);
        self.least += least + self.of.inset;
        self.most = self.most.saturating_add(height);
        self.highest = self.highest.max(height);
        height
    }

    /// Whether all rows surely fit on a page; and if not, whether they may.
    pub fn whole(&self) -> (bool, bool) {
        let whole = self.told && self.most <= LOW;
        (whole, !whole && self.least <= HIGH)
    }

    /// Whether every row surely fits on a page.
    pub fn solid(&self) -> bool {
        self.told && self.highest <= LOW
    }
}

/// Whether rows of so much height together, at most, can stand at the top of every page.
pub(crate) fn repeats(height: usize) -> bool {
    height <= HEAD
}

/// Whether the words and numbers of a table have room in smaller type only.
fn crowded(table: &Table, inset: usize, width: usize) -> bool {
    let rows = || table.rows.iter().filter(|row| row.kind != "group");
    // The least width of a column: of all of its text, or of what no line breaks.
    let needed = |at: usize, whole: bool| {
        let cells = rows().filter_map(|row| row.cells.get(at));
        let title = table.columns.get(at).map(|column| &column.title);
        let widths = cells.chain(title).map(Content::widths);
        let widths = widths.map(|(all, piece)| if whole { all } else { piece });
        let tenths = widths.max().unwrap_or_default();
        tenths as usize / 10 + inset
    };
    let columns = || table.columns.iter().enumerate();
    let fixed = columns().filter(|(_, column)| column.share == 0);
    let fixed: usize = fixed.map(|(at, _)| needed(at, true)).sum();
    let Some(free) = width.checked_sub(fixed) else {
        return true;
    };
    let shares: usize = table.columns.iter().map(|it| it.share as usize).sum();
    columns().any(|(at, column)| {
        let room = (free * column.share as usize).checked_div(shares);
        column.share > 0 && room.unwrap_or_default() < needed(at, false)
    })
}

/// Judges the rows of a table that has so much room again.
pub(crate) fn fit_columns(table: &mut Table, width: usize) {
    let of = if table.dense {
        Type::DENSE
    } else {
        Type::CUSTOMARY
    };
    let longest = |at: usize| {
        let rows = table.rows.iter().filter(|row| row.kind != "group");
        let cells = rows.filter_map(|row| row.cells.get(at));
        let title = table.columns.get(at).map(|column| &column.title);
        let chars = cells.chain(title).map(Content::chars);
        chars.max().unwrap_or_default()
    };
    let columns = table.columns.iter().enumerate();
    let columns: Vec<(u32, usize)> = columns
        .map(|(at, column)| (column.share, longest(at)))
        .collect();
    let mut heights = Heights::new(of, columns.into_iter());
    let head = heights.row(table.columns.iter().map(|column| Text::from(&column.title)));
    let mut groups = 0;
    for Row { kind, cells } in &table.rows {
        let mut cells = cells.iter().map(Text::from);
        match *kind {
            "group" => groups = groups.max(heights.spanning(cells.next().unwrap_or_default())),
            _ => {
                heights.row(cells);
            }
        }
    }
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let longest = cells.map(Content::chars).max().unwrap_or_default();
    let (whole, by_height) = heights.whole();
    let short = table.rows.len() <= SHORT.0 && longest <= SHORT.1;
    (table.whole, table.by_height) = (whole && short, by_height && short);
    table.solid = heights.solid();
    table.repeats = repeats(head + groups);
    table.crowded = crowded(table, of.inset, width);
}

/// Whether facts of which some stand beside each other, and others have the whole width,
/// surely fit on a page, which holds twice as much as is counted on.
pub(crate) fn facts(facts: &[Fact]) -> bool {
    let of = Type::CUSTOMARY;
    let height = facts.iter().map(|Fact { value, wide, .. }| {
        let (width, beside) = if *wide {
            (WIDTH * 4 / 5, 1)
        } else {
            (WIDTH / 4, 2)
        };
        (of.lines(value.into(), width) * of.line.1 + of.inset) / beside
    });
    height.sum::<usize>() <= 2 * LOW
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heights(rows: usize, chars: usize, breaks: usize) -> Heights {
        let columns = [(1, chars), (1, chars), (0, 4)];
        let mut heights = Heights::new(Type::CUSTOMARY, columns.into_iter());
        for _ in 0..rows {
            let text = Text { chars, breaks };
            heights.row([text, text, Text::default()].into_iter());
        }
        heights
    }

    #[test]
    fn few_rows_of_few_lines_are_low_and_many_rows_are_high() {
        assert_eq!(heights(3, 60, 0).whole(), (true, false));
        assert_eq!(heights(3, 60, 12).whole(), (false, true));
        assert_eq!(heights(12, 160, 0).whole(), (false, true));
        assert_eq!(heights(50, 5, 0).whole(), (false, true));
        assert_eq!(heights(200, 5, 0).whole(), (false, false));
        assert!(heights(200, 60, 0).solid());
        assert!(!heights(1, 5_000, 0).solid());
        assert!(!heights(1, 5, 50).solid());
    }

    #[test]
    fn nothing_is_told_of_columns_without_room() {
        let columns = [(1, 9), (0, 60), (0, 60)];
        let mut heights = Heights::new(Type::CUSTOMARY, columns.into_iter());
        heights.row([Text::default(); 3].into_iter());
        assert_eq!((heights.whole(), heights.solid()), ((false, true), false));
    }
}
