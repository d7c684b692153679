//! How wide the columns of a table of narrative are.

use pulldown_cmark::{Alignment, Tag, TagEnd};

use crate::compose::view::ProseColumn;
use crate::markdown::{Event, Item};

/// Most characters of a column that is as wide as its text, and of all such columns
/// together.
const NARROW: (usize, usize) = (16, 48);

/// Characters of a column.
#[derive(Clone, Copy, Default)]
struct Width {
    longest: usize,
    all: usize,
}

/// The columns of the table that begins at `at`. Columns of short cells are as wide as
/// their text; the others share the rest by the square root of what they hold, so that
/// a column with ten times the text does not take ten times the width.
pub(super) fn columns(items: &[Item<'_>], at: usize, alignments: &[Alignment]) -> Vec<ProseColumn> {
    let widths = widths(items, at, alignments.len());
    let is_narrow = |width: &Width| width.longest <= NARROW.0;
    let narrow = widths.iter().filter(|width| is_narrow(width));
    let narrow: usize = narrow.map(|width| width.longest).sum();
    // A table takes the whole width: without a wide column all share it.
    let fits = narrow <= NARROW.1 && !widths.iter().all(is_narrow);
    let columns = alignments.iter().zip(&widths);
    columns
        .map(|(alignment, width)| ProseColumn {
            align: match alignment {
                Alignment::None | Alignment::Left => "left",
                Alignment::Center => "center",
                Alignment::Right => "right",
            },
            share: match fits && is_narrow(width) {
                true => 0,
                false => u32::try_from(width.all.isqrt()).unwrap_or(u32::MAX).max(1),
            },
        })
        .collect()
}

fn widths(items: &[Item<'_>], at: usize, count: usize) -> Vec<Width> {
    let mut widths = vec![Width::default(); count];
    let mut column = 0;
    let mut cell = 0;
    for (event, _) in items.iter().skip(at) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => column = 0,
            Event::Start(Tag::TableCell) => cell = 0,
            Event::Text(text) | Event::Code(text) | Event::Formula(text) => {
                cell += text.chars().count();
            }
            Event::End(TagEnd::TableCell) => {
                if let Some(width) = widths.get_mut(column) {
                    width.longest = width.longest.max(cell);
                    width.all += cell;
                }
                column += 1;
            }
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    widths
}
