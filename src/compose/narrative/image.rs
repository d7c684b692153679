//! Images.

use pulldown_cmark::{Tag, TagEnd};

use super::Lowering;
use crate::compose::code::{expression, literal, location};
use crate::compose::view;
use crate::markdown::{Event, Item};
use crate::resolve::narrative::{self, Image};
use crate::source::Span;

impl Lowering<'_, '_, '_> {
    /// Whether the paragraph that begins at `at` holds one image and nothing else.
    pub(super) fn is_lone_image(&self, items: &[Item<'_>], at: usize) -> bool {
        let Some((Event::Start(Tag::Image { .. }), range)) = items.get(at + 1) else {
            return false;
        };
        let image = self.narrative.images.get(&range.start);
        image.is_some_and(|image| image.alone)
    }

    /// The image is made here and not in a template, so that a fault in its file
    /// is reported at the line that shows it.
    pub(super) fn image(&mut self, start: usize, alternative: &str) -> String {
        let Some(Image { path, alone, share }) = self.narrative.images.get(&start) else {
            // An image that is not there is an error; the text stays.
            return format!("{}; ", literal(alternative));
        };
        // PDF/UA asks for an alternative text; its lack has been reported.
        let alternative = if alternative.trim().is_empty() {
            path
        } else {
            alternative
        };
        // Notes of the caption may stand before it in the code.
        let place = Span::new(self.narrative.file, start..start);
        let mut image = format!(
            "{}image({}, alt: {}",
            location(place),
            literal(&format!("/{path}")),
            literal(&narrative::alternative(alternative))
        );
        if let Some(share) = share.filter(|_| *alone) {
            image.push_str(&format!(", width: {share}%"));
        }
        image.push(')');
        match self.narrative.captions.get(&start).filter(|_| *alone) {
            Some(caption) => {
                let place = self.narrative.places.get(&start);
                let figure = view::Picture {
                    number: self.numbering.figure(),
                    caption: self.caption_of_picture(caption),
                    label: self.composer.place_label(place),
                };
                self.composer
                    .number_place(figure.label.as_ref(), figure.number.as_ref());
                format!("picture-figure({}, {image}); ", expression(&figure))
            }
            None if *alone => format!("picture({image}); "),
            None => format!("inline-picture({image}); "),
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
