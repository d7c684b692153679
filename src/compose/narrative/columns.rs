//! How wide the columns of a table of narrative are, and how high it may come out.

use crate::compose::height::{self, Heights, Text, Type};
use crate::compose::view::ProseColumn;
use crate::markdown::{Alignment, Inline, InlineKind, Table, for_each_inline};

/// Most characters of a column that is as wide as its text, and of all such columns
/// together.
const NARROW: (usize, usize) = (16, 48);

/// Most characters of a table that is to stay on one page, and how many more each cell
/// counts.
const SHORT: usize = 4_000;
const CELL: usize = 14;

/// Rows of which the heights are looked at. So many of one line fill a page already.
const ROWS: usize = 80;

/// Characters that a reference may print, whatever is written.
const REFERENCE: usize = 150;

/// Characters of a column.
#[derive(Clone, Copy, Default)]
struct Width {
    longest: usize,
    all: usize,
}

/// What a table of narrative looks like.
pub(super) struct Shape {
    pub(super) columns: Vec<ProseColumn>,
    /// Whether it is short enough to stay on one page.
    pub(super) whole: bool,
    /// Whether its height decides that.
    pub(super) by_height: bool,
    /// Whether its head is short enough to be repeated on every page.
    pub(super) repeats: bool,
}

/// The shape of a table. Columns of short cells are as wide as
/// their text; the others share the rest by the square root of what they hold, so that
/// a column with ten times the text does not take ten times the width. `free` says that
/// the table has the whole width of the text.
pub(super) fn shape(table: &Table, free: bool) -> Shape {
    let Cells { widths, rows, more } = cells(table);
    let is_narrow = |width: &Width| width.longest <= NARROW.0;
    let narrow = widths.iter().filter(|width| is_narrow(width));
    let narrow: usize = narrow.map(|width| width.longest).sum();
    // A table takes the whole width: without a wide column all share it.
    let fits = narrow <= NARROW.1 && !widths.iter().all(is_narrow);
    let columns = table.alignments.iter().zip(&widths);
    let columns: Vec<ProseColumn> = columns
        .map(|(alignment, width)| ProseColumn {
            align: match alignment {
                Alignment::Left => "left",
                Alignment::Center => "center",
                Alignment::Right => "right",
            },
            share: if fits && is_narrow(width) {
                0
            } else {
                u32::try_from(width.all.isqrt()).unwrap_or(u32::MAX).max(1)
            },
        })
        .collect();
    let longest = columns.iter().zip(&widths);
    let longest = longest.map(|(column, width)| (column.share, width.longest));
    let mut heights = Heights::new(Type::CUSTOMARY, longest);
    let count = rows.iter().map(Vec::len).sum::<usize>();
    let mut rows = rows.into_iter();
    let head = heights.row(rows.next().unwrap_or_default().into_iter());
    for row in rows {
        heights.row(row.into_iter());
    }
    let (whole, by_height) = heights.whole();
    let all: usize = widths.iter().map(|width| width.all).sum();
    let short = !more && all + count * CELL <= SHORT;
    Shape {
        columns,
        whole: whole && free && short,
        by_height: (by_height || !free) && short,
        repeats: height::repeats(if free { head } else { 2 * head }),
    }
}

/// What the cells of a table hold.
struct Cells {
    widths: Vec<Width>,
    /// The first rows, of which the first is the head.
    rows: Vec<Vec<Text>>,
    /// Whether there are more.
    more: bool,
}

fn cells(table: &Table) -> Cells {
    let mut widths = vec![Width::default(); table.alignments.len()];
    let mut rows: Vec<Vec<Text>> = Vec::new();
    for row in &table.rows {
        let mut texts = Vec::with_capacity(row.cells.len());
        for (at, cell) in row.cells.iter().enumerate() {
            let (mut text, linked) = measured(&cell.line);
            if let Some(width) = widths.get_mut(at) {
                width.longest = width.longest.max(text.chars);
                width.all += text.chars;
            }
            text.chars += linked;
            texts.push(text);
        }
        if rows.len() < ROWS {
            rows.push(texts);
        }
    }
    let more = table.rows.len() > ROWS;
    Cells { widths, rows, more }
}

/// The text of a cell, and how many characters its references may print besides.
fn measured(line: &[Inline]) -> (Text, usize) {
    let (mut text, mut linked) = (Text::default(), 0);
    for_each_inline(line, |inline| {
        text.chars += inline.words().map_or(0, |words| words.chars().count());
        text.breaks += usize::from(matches!(inline.kind, InlineKind::HardBreak));
        // A reference prints what it leads to.
        if matches!(inline.kind, InlineKind::Link(_)) {
            linked += REFERENCE;
        }
    });
    (text, linked)
}
