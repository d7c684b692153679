//! What of the pages keeps a book from conforming to the standards for archives and
//! accessibility: characters that no font has, and photographs in inks.

use std::borrow::Borrow;
use std::collections::BTreeSet;

use typst::diag::SourceDiagnostic;
use typst::layout::FrameItem;
use typst::visualize::{ExchangeFormat, ImageKind, RasterFormat};
use typst_layout::PagedDocument;

use super::diagnostics;
use super::printed::{self, Printed};
use super::walk::walk;
use super::world::BookWorld;
use crate::compose::Book;
use crate::finding::{Finding, rules};
use crate::language::is_private_use;
use crate::source::{SourceTree, slice};

/// What is found, each once for every place in the plan.
#[derive(Default)]
pub struct Unprintable {
    characters: Vec<Finding>,
    photographs: Vec<Finding>,
}

impl Unprintable {
    /// Whether an error of the export says the same.
    pub fn explains(&self, error: &SourceDiagnostic) -> bool {
        let about = |words: &str| error.message.contains(words);
        let characters = about("could not be displayed with") || about("contains the codepoint");
        (characters && !self.characters.is_empty())
            || (about("missing a CMYK profile") && !self.photographs.is_empty())
    }

    /// The findings.
    pub fn findings(self) -> impl Iterator<Item = Finding> {
        self.characters.into_iter().chain(self.photographs)
    }
}

/// Looks for it on the pages.
pub fn find<B: Borrow<Book> + Send + Sync>(
    document: &PagedDocument,
    world: &BookWorld<B>,
    tree: &SourceTree,
) -> Unprintable {
    let mut found = Unprintable::default();
    let mut known = BTreeSet::new();
    for page in document.pages() {
        walk(&page.frame, &mut |_, item| match item {
            FrameItem::Text(text) => {
                for glyph in &text.glyphs {
                    let letters = slice(&text.text, glyph.range());
                    let private = letters.chars().any(is_private_use);
                    if glyph.id != 0 && !private {
                        continue;
                    }
                    let own = Printed::find(world, glyph.span)
                        .and_then(|it| it.place(world.code(&it.path)?, tree));
                    let span = own
                        .or_else(|| printed::find_letters(tree, letters))
                        .or_else(|| printed::place_on(page, world, tree))
                        .unwrap_or_else(|| diagnostics::plan_span(tree));
                    // The word begins there; the character stands in it.
                    let span = printed::inside(tree, span, letters);
                    if known.insert((span.file, span.start())) {
                        let missing = letters.chars().find(|c| !c.is_whitespace());
                        let character = missing.unwrap_or(char::REPLACEMENT_CHARACTER);
                        found
                            .characters
                            .push(rules::nonconforming_pdf::character(span, character));
                    }
                }
            }
            FrameItem::Image(image, _, code) => {
                let ImageKind::Raster(raster) = image.kind() else {
                    return;
                };
                let is_jpeg = raster.format() == RasterFormat::Exchange(ExchangeFormat::Jpg);
                if is_jpeg && has_inks(raster.data()) {
                    let place = diagnostics::place(world, tree, (*code).into());
                    let span = place.unwrap_or_else(|| diagnostics::plan_span(tree));
                    if known.insert((span.file, span.start())) {
                        found.photographs.push(rules::nonconforming_pdf::inks(span));
                    }
                }
            }
            FrameItem::Group(_)
            | FrameItem::Shape(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        });
    }
    found
}

/// Whether a JPEG has four channels.
fn has_inks(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xff, marker, high, low]) = bytes.get(at..at + 4) {
        let length = (usize::from(*high) << 8) | usize::from(*low);
        let is_frame = matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
        if is_frame {
            return bytes.get(at + 9) == Some(&4);
        }
        at += 2 + length;
    }
    false
}
