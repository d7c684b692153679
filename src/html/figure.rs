//! Figures that are drawn from data: a picture, and what it shows in words.

use super::address;
use super::element::{Element, element};
use super::pending::Pending;
use super::writer::{Figure, Writer};
use crate::compose::tree::Drawing;

impl Writer<'_> {
    /// A figure with number and caption. The picture itself is drawn once all pages are
    /// written.
    pub(super) fn drawing(&mut self, drawing: &Drawing) -> Element {
        let figure = drawing.figure();
        let name = match &figure.number {
            Some(number) => format!("figures/{}", number.replace(' ', "-")),
            None => format!("figures/x{}", self.drawn.len() + 1),
        };
        self.drawn.push(Figure {
            name: name.clone(),
            drawing: drawing.clone(),
        });
        let file = format!("{name}.svg");
        let picture = element("img")
            .attribute("src", &address::between(&self.page.file, &file))
            .attribute("alt", &figure.alt)
            .attribute("loading", "lazy")
            .pending(&Pending::Size(name));
        let (number, label) = (figure.number.as_deref(), figure.label.as_deref());
        let (id, caption) = self.figure_caption(number, &figure.caption, label, "figcaption");
        let words = self.words(&figure.alt);
        self.page.say(" ");
        let word = self.word("book-web-figure-in-words");
        let region = element("div")
            .class("scroll")
            .attribute("role", "region")
            .attribute("tabindex", "0")
            .attribute("aria-label", &self.plain(&figure.caption));
        element("figure")
            .class("drawing")
            .id(id.as_deref())
            .add(region.add(picture))
            .add(caption)
            .add(
                element("details")
                    .add(element("summary").text(word))
                    .add(element("p").add(words)),
            )
    }
}
