//! Words on pages.

use typst::layout::{FrameItem, Point, Transform};
use typst::text::TextItem;
use typst_layout::Page;

use super::text::goes_on_below;
use crate::language::SOFT_HYPHEN;
use crate::source::slice;
use crate::typeset::walk;

/// Characters of a page that are shown on either side of what was found.
const AROUND: usize = 40;

/// Shares of the size of a type that a box reaches above and below the baseline.
const ABOVE: f64 = 0.8;
const BELOW: f64 = 0.25;

/// A rectangle in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Page, from 0.
    pub page: usize,
    /// Where; one area for each line.
    pub areas: Vec<Area>,
    /// The words before it.
    pub before: String,
    /// What was found, as it is written.
    pub found: String,
    /// The words behind it.
    pub after: String,
}

/// Every place of these pages where the words stand, in whatever case and however
/// they are spaced or divided.
pub fn search(pages: &[Page], words: &str) -> Vec<Hit> {
    let words: Vec<char> = folded(words.trim()).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let pages = pages.iter().enumerate();
    pages
        .flat_map(|(at, page)| Text::of(page).find(at, &words))
        .collect()
}

/// A text in which case and the kind of space are no difference.
fn folded(text: &str) -> impl Iterator<Item = char> {
    let mut spaced = false;
    text.chars()
        .filter(move |character| {
            let again = spaced && character.is_whitespace();
            spaced = character.is_whitespace();
            !again && *character != SOFT_HYPHEN
        })
        .map(fold)
}

fn fold(character: char) -> char {
    if character.is_whitespace() {
        return ' ';
    }
    // Characters that become several are rare, and compared as they are.
    let mut lower = character.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => character,
    }
}

/// A character on a page.
struct Letter {
    /// As it is written.
    written: char,
    /// As it is compared.
    folded: char,
    /// Where; nothing for a space between two lines.
    area: Option<Area>,
}

/// The text of a page.
#[derive(Default)]
struct Text {
    letters: Vec<Letter>,
    /// Where the last item ended, and on which baseline, in points.
    end: Option<(f64, f64)>,
}

impl Text {
    fn of(page: &Page) -> Self {
        let mut text = Self::default();
        walk(&page.frame, &mut |place, item| {
            if let FrameItem::Text(item) = item {
                text.add(place, item);
            }
        });
        text
    }

    fn add(&mut self, place: Transform, item: &TextItem) {
        let origin = Point::zero().transform(place);
        let (mut x, y) = (origin.x.to_pt(), origin.y.to_pt());
        let size = item.size.to_pt();
        if let Some((end, baseline)) = self.end {
            let goes_on = (y - baseline).abs() < size / 2.0 && (x - end).abs() < size * 0.15;
            let back = || self.letters.iter().rev().map(|letter| letter.written);
            let below = y - baseline >= size / 2.0 && x < end;
            let divided = below && goes_on_below(back());
            if back().next() == Some(SOFT_HYPHEN) {
                self.letters.pop();
            } else if !(goes_on || divided) {
                self.push(' ', None);
            }
        }
        let mut read = 0;
        for glyph in &item.glyphs {
            let width = glyph.x_advance.at(item.size).to_pt();
            let range = glyph.range();
            // The glyphs of a cluster share their text.
            if range.end > read {
                let area = Area {
                    x,
                    y: y - ABOVE * size,
                    width,
                    height: (ABOVE + BELOW) * size,
                };
                for character in slice(&item.text, range.clone()).chars() {
                    self.push(character, Some(area));
                }
                read = range.end;
            }
            x += width;
        }
        self.end = Some((x, y));
    }

    fn push(&mut self, written: char, area: Option<Area>) {
        let space = written.is_whitespace();
        let after_space = self
            .letters
            .last()
            .is_none_or(|letter| letter.folded == ' ');
        // One that is seen ends a line, where what comes next takes it out.
        let invisible = self.letters.last().map(|letter| letter.written) == Some(SOFT_HYPHEN);
        if invisible {
            self.letters.pop();
        }
        if !(space && after_space) {
            self.letters.push(Letter {
                written,
                folded: fold(written),
                area,
            });
        }
    }

    fn find(&self, page: usize, words: &[char]) -> Vec<Hit> {
        let length = words.len();
        let mut hits = Vec::new();
        let mut from = 0;
        while let Some(window) = self.letters.get(from..from + length) {
            let same = window.iter().map(|letter| &letter.folded).eq(words);
            if !same {
                from += 1;
                continue;
            }
            let written = |from: usize, to: usize| -> String {
                let letters = self.letters.get(from..to.min(self.letters.len()));
                let letters = letters.unwrap_or_default().iter();
                letters.map(|letter| letter.written).collect()
            };
            hits.push(Hit {
                page,
                areas: areas(window),
                before: written(from.saturating_sub(AROUND), from),
                found: written(from, from + length),
                after: written(from + length, from + length + AROUND),
            });
            from += length;
        }
        hits
    }
}

/// One area for each line of these letters.
fn areas(letters: &[Letter]) -> Vec<Area> {
    let mut lines: Vec<Area> = Vec::new();
    for area in letters.iter().filter_map(|letter| letter.area) {
        match lines.last_mut() {
            Some(line) if (line.y - area.y).abs() < 1.0 && area.x >= line.x => {
                line.width = line.width.max(area.x + area.width - line.x);
            }
            _ => lines.push(area),
        }
    }
    lines
}
