//! How wide the columns of a table of narrative are, and how high it may come out.

use pulldown_cmark::{Alignment, Tag, TagEnd};

use crate::compose::height::{self, Heights, Text, Type};
use crate::compose::view::ProseColumn;
use crate::markdown::{Event, Item};

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

/// The shape of the table that begins at `at`. Columns of short cells are as wide as
/// their text; the others share the rest by the square root of what they hold, so that
/// a column with ten times the text does not take ten times the width. `free` says that
/// the table has the whole width of the text.
pub(super) fn shape(items: &[Item<'_>], at: usize, alignments: &[Alignment], free: bool) -> Shape {
    let Cells { widths, rows, more } = cells(items, at, alignments.len());
    let is_narrow = |width: &Width| width.longest <= NARROW.0;
    let narrow = widths.iter().filter(|width| is_narrow(width));
    let narrow: usize = narrow.map(|width| width.longest).sum();
    // A table takes the whole width: without a wide column all share it.
    let fits = narrow <= NARROW.1 && !widths.iter().all(is_narrow);
    let columns = alignments.iter().zip(&widths);
    let columns: Vec<ProseColumn> = columns
        .map(|(alignment, width)| ProseColumn {
            align: match alignment {
                Alignment::None | Alignment::Left => "left",
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

fn cells(items: &[Item<'_>], at: usize, count: usize) -> Cells {
    let mut widths = vec![Width::default(); count];
    let mut rows: Vec<Vec<Text>> = Vec::new();
    let mut more = false;
    let mut column = 0;
    let mut cell = Text::default();
    let mut linked = 0;
    for (event, _) in items.iter().skip(at) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                column = 0;
                more = rows.len() >= ROWS;
                if !more {
                    rows.push(Vec::with_capacity(count));
                }
            }
            Event::Start(Tag::TableCell) => (cell, linked) = (Text::default(), 0),
            Event::Text(text) | Event::Code(text) | Event::Formula(text) => {
                cell.chars += text.chars().count();
            }
            Event::HardBreak => cell.breaks += 1,
            // A reference prints what it leads to.
            Event::Start(Tag::Link { .. }) => linked += REFERENCE,
            Event::End(TagEnd::TableCell) => {
                if let Some(width) = widths.get_mut(column) {
                    width.longest = width.longest.max(cell.chars);
                    width.all += cell.chars;
                }
                if let Some(row) = rows.last_mut().filter(|_| !more) {
                    cell.chars += linked;
                    row.push(cell);
                }
                column += 1;
            }
            Event::End(TagEnd::Table) => break,
            Event::Start(_)
            | Event::End(_)
            | Event::StartKey
            | Event::EndKey
            | Event::TornFormula
            | Event::TornTable
            | Event::SoftBreak
            | Event::Rule
            | Event::FootnoteReference(_)
            | Event::Task(_)
            | Event::Html(_) => {}
        }
    }
    Cells { widths, rows, more }
}
