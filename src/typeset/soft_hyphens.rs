//! What becomes of soft hyphens, and of other places to break, once the lines are set.
//!
//! They tell the line breaker where a word may be divided. Those at which no
//! line ended would stay in the text of the PDF, where a search for the word
//! would not find it and a copy would carry them along: they leave it. A hyphen
//! that is seen at the end of a line stays a soft one, so that readers of PDF can
//! join what it divides (ISO 32000-1, 14.8.2.2.3). It takes the glyph that fonts
//! have for it: a glyph stands for one text in a PDF, and that of `-` would stand
//! for a soft hyphen in `hari-hari` too. Places where a line may end without a hyphen,
//! and those where it may not, leave the text wherever they are.

use std::collections::BTreeSet;

use ecow::{EcoString, EcoVec};
use typst::layout::{Frame, FrameItem};
use typst::model::Document;
use typst::text::{Glyph, TextItem};
use typst_layout::{Page, PagedDocument};

use crate::compose::BREAK;
use crate::language::{JOINER, SOFT_HYPHEN};

/// The text of a soft hyphen that is seen.
const SEEN: &str = "\u{ad}";

/// The document with its soft hyphens settled.
pub(crate) fn strip(document: PagedDocument) -> PagedDocument {
    let mut changed = false;
    let pages: EcoVec<Page> = document
        .pages()
        .iter()
        .map(|page| {
            let mut page = page.clone();
            if let Some(frame) = of_frame(&page.frame) {
                page.frame = frame;
                changed = true;
            }
            page
        })
        .collect();
    if !changed {
        return document;
    }
    PagedDocument::new(pages, document.info().clone())
}

/// The frame with them settled, or `None` if it has none.
fn of_frame(frame: &Frame) -> Option<Frame> {
    let items: Vec<Option<FrameItem>> = frame.items().map(|(_, item)| of_item(item)).collect();
    if items.iter().all(Option::is_none) {
        return None;
    }
    let mut clean = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        clean.set_baseline(frame.baseline());
    }
    let places = frame.items().zip(items);
    clean.push_multiple(places.map(|((at, old), new)| (*at, new.unwrap_or_else(|| old.clone()))));
    Some(clean)
}

fn of_item(item: &FrameItem) -> Option<FrameItem> {
    match item {
        FrameItem::Group(group) => of_frame(&group.frame).map(|frame| {
            let mut group = group.clone();
            group.frame = frame;
            FrameItem::Group(group)
        }),
        FrameItem::Text(text) => of_text(text).map(FrameItem::Text),
        FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {
            None
        }
    }
}

fn of_text(text: &TextItem) -> Option<TextItem> {
    if !text.text.contains([SOFT_HYPHEN, BREAK, JOINER]) {
        return None;
    }
    // One that is seen has a glyph of its own; any other has become a part of
    // the character before it.
    let is_seen = |glyph: &Glyph| text.text.get(glyph.range()) == Some(SEEN);
    let seen: BTreeSet<usize> = text
        .glyphs
        .iter()
        .filter(|glyph| is_seen(glyph))
        .map(|glyph| glyph.range().start)
        .collect();
    let gone: Vec<(usize, usize)> = text
        .text
        .match_indices([SOFT_HYPHEN, BREAK, JOINER])
        .filter(|(at, _)| !seen.contains(at))
        .map(|(at, mark)| (at, mark.len()))
        .collect();
    // How many bytes are gone before each of them, and in all.
    let lengths = gone.iter().scan(0, |sum, (_, length)| {
        *sum += length;
        Some(*sum)
    });
    let sums: Vec<usize> = std::iter::once(0).chain(lengths).collect();
    // Where a byte stands once those before it are gone.
    let moved = |offset: u16| {
        let before = gone.partition_point(|(at, _)| *at < usize::from(offset));
        let bytes = sums.get(before).copied().unwrap_or_default();
        offset.saturating_sub(u16::try_from(bytes).unwrap_or(u16::MAX))
    };
    let ttf = text.font.ttf();
    let own = ttf
        .glyph_index(SOFT_HYPHEN)
        .filter(|id| ttf.glyph_bounding_box(*id).is_some());
    let glyphs = text.glyphs.iter().map(|glyph| {
        let mut settled = glyph.clone();
        settled.range = moved(glyph.range.start)..moved(glyph.range.end);
        if let Some(own) = own.filter(|_| is_seen(glyph)) {
            settled.id = own.0;
        }
        settled
    });
    let kept = text
        .text
        .char_indices()
        .filter(|(at, _)| gone.binary_search_by_key(at, |(gone, _)| *gone).is_err());
    Some(TextItem {
        glyphs: glyphs.collect(),
        text: kept.map(|(_, character)| character).collect::<EcoString>(),
        ..text.clone()
    })
}
