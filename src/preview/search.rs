//! Words on pages.

use std::ops::Range;

use typst::introspection::{Location, Tag};
use typst::layout::{FrameItem, Point, RepeatElem, Transform};
use typst::model::FootnoteEntry;
use typst::pdf::ArtifactElem;
use typst::text::TextItem;
use typst_layout::Page;

use super::area::{ABOVE, Area, BELOW};
use super::text::goes_on_below;
use crate::language::{JOINER, SOFT_HYPHEN};
use crate::slice::slice;
use crate::typeset::walk;

/// Characters of a page that are shown on either side of what was found.
const AROUND: usize = 40;

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
pub(crate) fn search(pages: &[Page], words: &str) -> Vec<Hit> {
    let words: Vec<char> = folded(words.trim()).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let texts: Vec<Text> = pages.iter().map(Text::of).collect();
    let mut hits = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        hits.extend(text.find(at, &words));
        if let Some(next) = texts.get(at + 1) {
            hits.extend(across(text, next, at, &words));
        }
    }
    hits
}

/// What begins in the text of a page and ends in that of the next, without the head, the
/// foot and the notes that stand between.
fn across(page: &Text, next: &Text, at: usize, words: &[char]) -> Option<Hit> {
    let most = AROUND + words.len();
    let of = |text: &Text| -> Vec<Letter> {
        let letters = text.letters.iter().filter(|letter| letter.running);
        letters.copied().collect()
    };
    let mut letters = of(page);
    let mut below = of(next);
    below.truncate(most);
    letters.drain(..letters.len().saturating_sub(most));
    let blank = |letter: &Letter| letter.folded == ' ';
    letters.truncate(letters.len() - letters.iter().rev().take_while(|one| blank(one)).count());
    below.drain(..below.iter().take_while(|one| blank(one)).count());
    if letters.last().map(|letter| letter.written) == Some(SOFT_HYPHEN) {
        letters.pop();
    } else if !goes_on_below(letters.iter().rev().map(|letter| letter.written)) {
        letters.push(Letter {
            written: ' ',
            folded: ' ',
            area: None,
            running: true,
        });
    }
    let seam = letters.len();
    letters.extend(
        below
            .into_iter()
            .filter(|letter| letter.written != SOFT_HYPHEN),
    );
    let from = (seam + 1).saturating_sub(words.len())..seam;
    let begins = |from: &usize| {
        let window = letters.get(*from..*from + words.len());
        window.is_some_and(|window| window.iter().map(|letter| &letter.folded).eq(words))
    };
    let from = from.into_iter().find(begins)?;
    let mut hit = hit(&letters, at, from..from + words.len());
    // It is shown where it begins; a space is nowhere.
    hit.areas = areas(letters.get(from..seam)?);
    (!hit.areas.is_empty()).then_some(hit)
}

/// What was found in some letters of a page.
fn hit(letters: &[Letter], page: usize, range: Range<usize>) -> Hit {
    let written = |from: usize, to: usize| -> String {
        let letters = letters.get(from..to.min(letters.len()));
        let letters = letters.unwrap_or(&[]).iter();
        letters.map(|letter| letter.written).collect()
    };
    let (from, to) = (range.start, range.end);
    Hit {
        page,
        areas: areas(letters.get(range).unwrap_or(&[])),
        before: written(from.saturating_sub(AROUND), from),
        found: written(from, to),
        after: written(to, to + AROUND),
    }
}

/// A text in which case and the kind of space are no difference.
fn folded(text: &str) -> impl Iterator<Item = char> {
    let mut spaced = false;
    text.chars()
        .filter(move |character| {
            let again = spaced && character.is_whitespace();
            spaced = character.is_whitespace();
            !again && !matches!(*character, SOFT_HYPHEN | JOINER)
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
#[derive(Clone, Copy)]
struct Letter {
    /// As it is written.
    written: char,
    /// As it is compared.
    folded: char,
    /// Where; `None` for a space between two lines.
    area: Option<Area>,
    /// Whether it is of the text that goes on from page to page.
    running: bool,
}

/// The text of a page.
#[derive(Default)]
struct Text {
    letters: Vec<Letter>,
    /// Where the last item ended, and on which baseline, in points.
    end: Option<(f64, f64)>,
    /// Heads, feet, notes and what else does not go on from page to page, that have not
    /// ended.
    apart: Vec<Location>,
}

impl Text {
    fn of(page: &Page) -> Self {
        let mut text = Self::default();
        walk(&page.frame, &mut |place, item| match item {
            FrameItem::Text(item) => text.add(place, item),
            FrameItem::Tag(Tag::Start(content, _)) => {
                let apart = content.is::<ArtifactElem>()
                    || content.is::<RepeatElem>()
                    || content.is::<FootnoteEntry>();
                text.apart.extend(content.location().filter(|_| apart));
            }
            FrameItem::Tag(Tag::End(location, ..)) => {
                text.apart.retain(|open| open != location);
            }
            FrameItem::Group(_)
            | FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..) => {}
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
        if written == JOINER {
            return;
        }
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
                running: self.apart.is_empty(),
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
            hits.push(hit(&self.letters, page, from..from + length));
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
