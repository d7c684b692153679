//! What of the pages keeps a book from conforming to the standards for archives and
//! accessibility: characters that no font has, and photographs in inks.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use typst::diag::SourceDiagnostic;
use typst::layout::FrameItem;
use typst::visualize::{ExchangeFormat, ImageKind, RasterFormat};
use typst_layout::PagedDocument;

use super::diagnostics;
use super::printed::{self, Printed};
use super::walk::walk;
use super::world::BookWorld;
use crate::check::output::nonconforming_pdf;
use crate::check::unprinted;
use crate::compose::Book;
use crate::finding::Finding;
use crate::language::is_private_use;
use crate::resolve::picture;
use crate::slice::slice;
use crate::source::{FileIndex, SourceTree, Span};

/// What is found.
#[derive(Default)]
pub struct Unprintable {
    /// The characters of each file of the plan, by the places where they stand.
    characters: BTreeMap<FileIndex, BTreeMap<usize, (Span, char)>>,
    photographs: Vec<Finding>,
}

impl Unprintable {
    /// Whether an error of the export says the same.
    pub(crate) fn explains(&self, error: &SourceDiagnostic) -> bool {
        let about = |words: &str| error.message.contains(words);
        let characters = about("could not be displayed with") || about("contains the codepoint");
        (characters && !self.characters.is_empty())
            || (about("missing a CMYK profile") && !self.photographs.is_empty())
    }

    /// The findings: of the characters of a file one, where the first stands.
    pub fn findings(self) -> impl Iterator<Item = Finding> {
        let of_files = self.characters.into_values().filter_map(|places| {
            let (span, character) = *places.values().next()?;
            let count = places.len();
            Some(nonconforming_pdf::characters(span, character, count))
        });
        of_files.chain(self.photographs)
    }

    fn character(&mut self, span: Span, character: char) {
        let places = self.characters.entry(span.file).or_default();
        places.entry(span.start()).or_insert((span, character));
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
                    let own = Printed::find(world, glyph.span).and_then(|it| it.place(world, tree));
                    let span = own
                        .or_else(|| printed::find_letters(tree, letters))
                        .or_else(|| printed::place_on(page, world, tree))
                        .unwrap_or_else(|| diagnostics::plan_span(tree));
                    // The word begins there; the character stands in it.
                    let span = printed::inside(tree, span, letters);
                    let missing = letters.chars().find(|c| !c.is_whitespace());
                    let character = missing.unwrap_or(char::REPLACEMENT_CHARACTER);
                    found.character(span, character);
                }
            }
            FrameItem::Image(image, _, code) => {
                let place = || {
                    let place = diagnostics::place(world, tree, (*code).into());
                    place.unwrap_or_else(|| diagnostics::plan_span(tree))
                };
                match image.kind() {
                    ImageKind::Raster(raster) => {
                        let is_jpeg =
                            raster.format() == RasterFormat::Exchange(ExchangeFormat::Jpg);
                        if is_jpeg && has_inks(raster.data()) {
                            let span = place();
                            if known.insert((span.file, span.start())) {
                                found.photographs.push(nonconforming_pdf::inks(span));
                            }
                        }
                    }
                    ImageKind::Svg(drawing) => {
                        let letters = picture::letters_of_drawing(drawing.data());
                        if let Some(character) = unprinted(&letters).next() {
                            found.character(place(), character);
                        }
                    }
                    ImageKind::Pdf(_) => {}
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
