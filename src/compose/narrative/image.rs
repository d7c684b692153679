//! Images.

use pulldown_cmark::{Tag, TagEnd};

use super::Lowering;
use crate::compose::code::{expression, literal};
use crate::compose::view;
use crate::markdown::{Event, Item};
use crate::resolve::narrative::Image;

impl Lowering<'_, '_, '_> {
    /// The image is made here and not in a template, so that a fault in its file
    /// is reported at the line that shows it.
    pub(super) fn image(&mut self, start: usize, alternative: &str, alone: bool) -> String {
        let Some(Image { path, share }) = self.narrative.images.get(&start) else {
            // An image that is not there is an error; the text stays.
            return format!("{}; ", literal(alternative));
        };
        // PDF/UA asks for an alternative text; its lack has been reported.
        let alternative = if alternative.trim().is_empty() {
            path
        } else {
            alternative
        };
        let mut image = format!(
            "image({}, alt: {}",
            literal(&format!("/{path}")),
            literal(alternative)
        );
        if let Some(share) = share.filter(|_| alone) {
            image.push_str(&format!(", width: {share}%"));
        }
        image.push(')');
        match self.narrative.captions.get(&start).filter(|_| alone) {
            Some(caption) => {
                let place = self.narrative.places.get(&start);
                let figure = view::Picture {
                    number: self.numbering.figure(),
                    caption: caption.clone(),
                    label: self.composer.place_label(place),
                };
                self.composer
                    .number_place(figure.label.as_ref(), figure.number.as_ref());
                format!("picture-figure({}, {image}); ", expression(&figure))
            }
            None if alone => format!("picture({image}); "),
            None => format!("inline-picture({image}); "),
        }
    }
}

/// Whether the paragraph that begins at `at` holds one image and nothing else.
pub(super) fn is_image_alone(items: &[Item<'_>], at: usize) -> bool {
    let mut rest = items.iter().skip(at).map(|(event, _)| event);
    if !matches!(rest.next(), Some(Event::Start(Tag::Paragraph)))
        || !matches!(rest.next(), Some(Event::Start(Tag::Image { .. })))
    {
        return false;
    }
    rest.by_ref()
        .find(|event| matches!(event, Event::End(TagEnd::Image)));
    matches!(rest.next(), Some(Event::End(TagEnd::Paragraph)))
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
            _ => None,
        })
        .collect()
}
