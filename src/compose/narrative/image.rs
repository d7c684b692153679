//! Images.

use super::Lowering;
use super::words::Words;
use crate::compose::tree::{Inline, Picture};
use crate::compose::view;
use crate::markdown::{Block, Image, plain};
use crate::resolve::narrative;

impl Lowering<'_, '_, '_> {
    /// The picture that stands alone in a paragraph and takes its place; `None` if the block is
    /// anything else.
    pub(super) fn lone_picture(&mut self, block: &Block) -> Option<Picture> {
        let (image, range) = block.lone_image()?;
        self.picture(image, range.start)
    }

    /// Adds an image that begins at a place.
    pub(super) fn image(&mut self, image: &Image, start: usize, words: &mut Words) {
        match self.picture(image, start) {
            Some(picture) => words.push(Inline::Picture(picture)),
            // An image that is not there is an error; the text stays.
            None => words.text(&plain(&image.line)),
        }
    }

    /// An image that begins at a place; `None` if it is not there.
    fn picture(&mut self, image: &Image, start: usize) -> Option<Picture> {
        let narrative = self.narrative;
        let shown = narrative.images.get(&image.node)?;
        let written = plain(&image.line);
        // PDF/UA asks for an alternative text; its lack has been reported.
        let alternative = if written.trim().is_empty() {
            &shown.path
        } else {
            &written
        };
        let caption = shown.caption.as_ref().map(|caption| view::Picture {
            number: None,
            caption: self.caption_of_picture(caption),
            label: self.composer.place_label(narrative.places.get(&image.node)),
        });
        Some(Picture {
            origin: Some(self.origin(start)),
            path: format!("/{}", shown.path),
            alt: narrative::alternative(alternative).into_owned(),
            width: shown.share.filter(|_| shown.alone).map(u32::from),
            alone: shown.alone,
            caption,
        })
    }
}
