//! Images.

use pulldown_cmark::{Tag, TagEnd};

use super::Lowering;
use crate::compose::tree::{BlockKind, Inline, Picture};
use crate::compose::view;
use crate::markdown::{Event, Item};
use crate::resolve::narrative::{self, Image};

impl Lowering<'_, '_, '_> {
    /// Whether the paragraph that begins at `at` holds one image and nothing else.
    pub(super) fn is_lone_image(&self, items: &[Item<'_>], at: usize) -> bool {
        let Some((Event::Start(Tag::Image { .. }), range)) = items.get(at + 1) else {
            return false;
        };
        let image = self.narrative.images.get(&range.start);
        image.is_some_and(|image| image.alone)
    }

    /// Adds the image that begins at a place.
    pub(super) fn image(&mut self, start: usize, alternative: &str) {
        let Some(Image { path, alone, share }) = self.narrative.images.get(&start) else {
            // An image that is not there is an error; the text stays.
            self.out.text(alternative);
            return;
        };
        // PDF/UA asks for an alternative text; its lack has been reported.
        let alternative = if alternative.trim().is_empty() {
            path
        } else {
            alternative
        };
        let caption = self.narrative.captions.get(&start).filter(|_| *alone);
        let caption = caption.map(|caption| {
            let place = self.narrative.places.get(&start);
            view::Picture {
                number: None,
                caption: self.caption_of_picture(caption),
                label: self.composer.place_label(place),
            }
        });
        let origin = self.origin(start);
        let picture = Picture {
            origin: Some(origin),
            path: format!("/{path}"),
            alt: narrative::alternative(alternative).into_owned(),
            width: share.filter(|_| *alone).map(u32::from),
            alone: *alone,
            caption,
        };
        if *alone && !self.out.is_in_line() {
            self.out.block(BlockKind::Picture(picture));
        } else {
            self.out.inline(Inline::Picture(picture));
        }
    }
}

/// The text in the brackets of the image that begins at `at`.
pub(super) fn text_of_image(items: &[Item<'_>], at: usize) -> String {
    items
        .iter()
        .skip(at)
        .map(|(event, _)| event)
        .take_while(|event| !matches!(event, Event::End(TagEnd::Image)))
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            Event::SoftBreak | Event::HardBreak => Some(" "),
            Event::Start(_)
            | Event::End(_)
            | Event::StartKey
            | Event::EndKey
            | Event::Formula(_)
            | Event::TornFormula
            | Event::TornTable
            | Event::Rule
            | Event::FootnoteReference(_)
            | Event::Task(_)
            | Event::Html(_) => None,
        })
        .collect()
}
