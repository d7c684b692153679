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
        let named = self.plain(&figure.caption);
        let is_taken = |name: &str| self.drawn.iter().any(|figure| figure.name == name);
        let name = address::unused(address::of_drawing(&named), is_taken);
        self.drawn.push(Figure {
            name: name.clone(),
            drawing: drawing.clone(),
        });
        let file = format!("{name}.svg");
        let picture = element("img")
            .attribute("src", &address::between(&self.page.file, &file))
            .attribute(
                "alt",
                if named.is_empty() {
                    &figure.alt
                } else {
                    &named
                },
            )
            .attribute("loading", "lazy")
            .pending(&Pending::Size(name));
        let (number, label) = (figure.number.as_deref(), figure.label.as_deref());
        let (id, caption) = self.figure_caption(number, &figure.caption, label, "figcaption");
        let words = self.words(&figure.alt);
        self.page.say(" ");
        let lists = self.road_map(drawing);
        // A list of all programmes says the same and can be read more easily.
        let words = lists.is_empty().then(|| element("p").add(words));
        let word = self.word("book-web-figure-in-words");
        let region = element("div")
            .class("scroll")
            .attribute("role", "region")
            .attribute("tabindex", "0")
            .attribute("aria-label", &named);
        element("figure")
            .class("drawing")
            .id(id.as_deref())
            .add(region.add(picture))
            .add(caption)
            .add(
                element("details")
                    .add(element("summary").text(word))
                    .add_all(words)
                    .add_all(lists),
            )
    }

    /// The programmes of a road map, each with its years.
    fn road_map(&mut self, drawing: &Drawing) -> Vec<Element> {
        let Drawing::RoadMap(map) = drawing else {
            return Vec::new();
        };
        let mut made = Vec::new();
        for group in &map.groups {
            let mut list = element("ul");
            for span in &group.spans {
                let name = self.unsaid(|writer| writer.content(&span.name));
                let years = years(&map.years, span.start, span.width);
                list = list.add(element("li").add(name).text(": ").text(&years));
            }
            made.push(element("p").text(&group.name));
            made.push(list);
        }
        made
    }
}

/// How long a time line is.
const PERIOD: usize = 1000;

/// What ends and beginnings may be off by.
const ROUNDED: u32 = 2;

/// The years in which something lies on a time line.
fn years(all: &[String], start: u32, width: u32) -> String {
    let year = |at: u32| {
        let at = usize::try_from(at).unwrap_or(PERIOD) * all.len() / PERIOD;
        all.get(at).or(all.last()).map_or("", String::as_str)
    };
    let first = year(start + ROUNDED);
    let last = year((start + width).saturating_sub(ROUNDED).max(start));
    if first == last || width <= ROUNDED {
        first.to_owned()
    } else {
        format!("{first}–{last}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_on_a_time_line_are_years() {
        let all: Vec<String> = (2025..=2030).map(|year| year.to_string()).collect();
        for (start, width, said) in [
            (0, 1000, "2025–2030"),
            (166, 167, "2026"),
            (167, 166, "2026"),
            (333, 500, "2027–2029"),
            (917, 83, "2030"),
        ] {
            assert_eq!(years(&all, start, width), said);
        }
    }
}
