//! How a table of narrative with many columns, or with long words in narrow ones, finds
//! room: its columns are shared out anew, its text becomes smaller, or its page is turned.

use super::Lowering;
use crate::compose::tree::Size;
use crate::compose::view::ProseColumn;
use crate::language::{BookLanguage, SOFT_HYPHEN, hyphenate};
use crate::markdown::{Inline, InlineKind, Table, for_each_inline};
use crate::model::Paper;

/// A size of type in tables in tenths of a point, and how much room a cell leaves at both of
/// its sides together, likewise.
struct Measure {
    size: Size,
    tenths: u32,
    inset: u32,
}

const CUSTOMARY: Measure = Measure {
    size: Size::Customary,
    tenths: 85,
    inset: 80,
};
const DENSE: Measure = Measure {
    size: Size::Dense,
    tenths: 76,
    inset: 60,
};
const TINY: Measure = Measure {
    size: Size::Tiny,
    tenths: 66,
    inset: 40,
};

/// What is tried, one after the other: a size, and whether the page is turned.
const TRIED: [(Measure, bool); 6] = [
    (CUSTOMARY, false),
    (DENSE, false),
    (CUSTOMARY, true),
    (DENSE, true),
    (TINY, false),
    (TINY, true),
];

/// Margins at both sides of a page together, upright and turned, in tenths of a point.
const MARGINS: (u32, u32) = (1_361, 907);

/// Widest piece of text for which a table finds room, in thousandths of its size. What is
/// longer is no word and is broken.
const WIDEST: u32 = 11_000;

/// Width of a hyphen and of letters in bold or in type for code, in thousandths.
const HYPHEN: u32 = 340;
const BOLD: u32 = 1_080;
const CODE: u32 = 494;

/// How a table is set.
pub(super) struct Fit {
    pub(super) size: Size,
    /// Whether it stands on a page that is turned.
    pub(super) sideways: bool,
    /// Whether the words of its head are divided.
    pub(super) divided_head: bool,
    /// Whether columns got other shares than they had.
    shared_out: bool,
}

impl Fit {
    /// Whether the table looks as it would if there were room for everything.
    pub(super) fn is_customary(&self) -> bool {
        self.size == Size::Customary && !self.sideways && !self.shared_out
    }
}

impl Lowering<'_, '_, '_> {
    /// Finds room for a table. `free` says that it stands in nothing
    /// else, so that its page may be turned.
    pub(super) fn fit(&self, table: &Table, columns: &mut [ProseColumn], free: bool) -> Fit {
        let language = self.composer.words.language();
        let divided = widths(table, language, true);
        let whole = widths(table, language, false);
        let (short, long) = match self.composer.plan.file.paper.value {
            Paper::A4 => (5_953, 8_419),
            Paper::F4 => (6_094, 9_354),
        };
        let free = free && self.composer.turning;
        let room = |sideways: bool| {
            if sideways {
                long - MARGINS.1
            } else {
                short - MARGINS.0
            }
        };
        let needed = |size: &Measure, least: &[Width]| -> Vec<u32> {
            let own = |least: &Width| least.piece * size.tenths / 1_000 + size.inset;
            least.iter().map(own).collect()
        };
        let fits = |size: &Measure, sideways: bool, least: &[Width]| {
            needed(size, least).iter().sum::<u32>() <= room(sideways)
        };
        let tried = || TRIED.iter().filter(|(_, sideways)| free || !sideways);
        let fitting = tried().find(|(size, sideways)| fits(size, *sideways, &divided));
        let Some((size, sideways)) = fitting.or_else(|| tried().next_back()) else {
            return Fit {
                size: Size::Customary,
                sideways: false,
                divided_head: false,
                shared_out: false,
            };
        };
        // A head is not divided unless its words have no room.
        let divided_head = !fits(size, *sideways, &whole);
        let least = if divided_head { &divided } else { &whole };
        let all = |least: &Width| least.all * size.tenths / 1_000 + size.inset;
        let natural: Vec<u32> = least.iter().map(all).collect();
        let shared_out = share_out(columns, &needed(size, least), &natural, room(*sideways));
        Fit {
            size: size.size,
            sideways: *sideways,
            divided_head,
            shared_out,
        }
    }
}

/// Gives each column at least the room that it needs, if any of them has less; the others
/// share what is left as before. Returns whether any of them had less.
fn share_out(columns: &mut [ProseColumn], needed: &[u32], natural: &[u32], room: u32) -> bool {
    // Columns that are as wide as their text take their room first.
    let own = columns
        .iter()
        .zip(natural)
        .filter(|(column, _)| column.share == 0);
    let taken: u32 = own.map(|(_, natural)| natural).sum();
    let mut left = room.saturating_sub(taken);
    let mut fixed: Vec<Option<u32>> = vec![None; columns.len()];
    loop {
        let open = || {
            columns
                .iter()
                .zip(&fixed)
                .filter(|(_, fixed)| fixed.is_none())
        };
        let shares: u64 = open().map(|(column, _)| u64::from(column.share)).sum();
        let mut changed = false;
        let mut next = fixed.clone();
        for ((column, fixed), needed) in columns.iter().zip(&mut next).zip(needed) {
            let width = u64::from(left) * u64::from(column.share) / shares.max(1);
            if fixed.is_none() && column.share > 0 && width < u64::from(*needed) {
                *fixed = Some(*needed);
                changed = true;
            }
        }
        if !changed {
            break;
        }
        let fixed_now: u32 = next.iter().flatten().sum();
        left = room.saturating_sub(taken).saturating_sub(fixed_now);
        fixed = next;
    }
    if fixed.iter().all(Option::is_none) {
        return false;
    }
    let open = columns
        .iter()
        .zip(&fixed)
        .filter(|(_, fixed)| fixed.is_none());
    let shares: u64 = open.map(|(column, _)| u64::from(column.share)).sum();
    for (column, fixed) in columns.iter_mut().zip(fixed) {
        let width = u64::from(left) * u64::from(column.share) / shares.max(1);
        if column.share > 0 {
            column.share = fixed
                .unwrap_or(u32::try_from(width).unwrap_or(u32::MAX))
                .max(1);
        }
    }
    true
}

/// Widths of a column, in thousandths of the size of its type.
#[derive(Clone, Copy, Default)]
struct Width {
    /// That of the widest piece that is not divided.
    piece: u32,
    /// That of the longest cell.
    all: u32,
}

/// The widths of columns, with the words of the head divided or whole.
fn widths(table: &Table, language: BookLanguage, divided_head: bool) -> Vec<Width> {
    let mut widths = vec![Width::default(); table.alignments.len()];
    for (at, row) in table.rows.iter().enumerate() {
        let bold = if at == 0 { BOLD } else { 1_000 };
        for (width, cell) in widths.iter_mut().zip(&row.cells) {
            let text = letters(&cell.line);
            let (piece, all) = if at > 0 || divided_head {
                of_text(&hyphenate(&text, language))
            } else {
                of_text(&text)
            };
            width.piece = width.piece.max((piece * bold / 1_000).min(WIDEST));
            width.all = width.all.max(all * bold / 1_000);
        }
    }
    widths
}

/// The letters of a cell, by their widths.
fn letters(line: &[Inline]) -> String {
    let mut letters = String::new();
    for_each_inline(line, |inline| {
        if let InlineKind::Code(text) = &inline.kind {
            // Letters of code are all as wide as `n`, or nearly.
            letters.extend(text.chars().map(|c| match c {
                ' ' | '-' | '/' => c,
                _ => 'n',
            }));
        } else if let Some(words) = inline.words() {
            letters.push_str(words);
        } else if inline.is_break() {
            letters.push(' ');
        }
    });
    letters
}

/// The width of the widest piece of a text with its soft hyphens, and of all of it.
fn of_text(divided: &str) -> (u32, u32) {
    let mut widest = 0;
    let mut all = 0_u32;
    let mut piece = 0_u32;
    for character in divided.chars() {
        match character {
            SOFT_HYPHEN => {
                widest = widest.max(piece + HYPHEN);
                piece = 0;
                continue;
            }
            c if c.is_whitespace() && c != '\u{a0}' => {
                widest = widest.max(piece);
                piece = 0;
            }
            '-' | '/' => {
                widest = widest.max(piece + advance(character));
                piece = 0;
            }
            _ => piece = piece.saturating_add(advance(character)),
        }
        all = all.saturating_add(advance(character));
    }
    (widest.max(piece), all.min(u32::from(u16::MAX)))
}

/// About how wide a letter is, in thousandths of the size of the type.
fn advance(character: char) -> u32 {
    match character {
        'f' | 'i' | 'j' | 'l' | 't' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 270,
        'r' | 's' | '(' | ')' | '[' | ']' | '-' | '/' | 'I' | 'J' => 370,
        'm' | 'M' | 'W' | '%' | '@' => 830,
        'w' => 700,
        'n' => CODE,
        'a'..='z' | '0'..='9' => 480,
        'A'..='Z' => 640,
        c if c < '\u{2e80}' => 560,
        _ => 1_000,
    }
}
