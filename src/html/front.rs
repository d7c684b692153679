//! The first page: the cover of the book, and what the book holds.

use super::address;
use super::element::{Element, Markup, element};
use super::frame::Framed;
use super::page::{Kind, Page, Standing};
use super::settle::Settled;
use crate::compose::tree::{Content, Inline};
use crate::compose::view::{Cover, PillarMark};

impl Settled<'_> {
    /// The first page.
    pub(super) fn front(&self) -> String {
        let mut body = Markup::default();
        match self.cover {
            Some(cover) => body.push(self.cover(cover)),
            None => body.push(
                element("div")
                    .class("cover")
                    .add(element("h1").text(&self.book.title)),
            ),
        }
        let title = self.word("book-title-contents");
        body.push(element("h2").id(Some("contents")).text(title));
        body.push(self.overview());
        let period = self.cover.map(|cover| self.line(&cover.period));
        let about = [Some(self.book.title.clone()), period];
        let about: Vec<String> = about.into_iter().flatten().collect();
        self.framed(Framed {
            file: address::FRONT,
            title: &self.settings.title,
            description: Some(&about.join(" · ")),
            page: None,
            body,
        })
    }

    /// What a line of the cover says.
    fn line(&self, content: &Content) -> String {
        self.writer.plain(content)
    }

    /// The cover of the book.
    fn cover(&self, cover: &Cover) -> Element {
        let line = |name, class: &str, content: &Content| {
            element(name).class(class).add(self.lines(content))
        };
        let mut place = self.line(&cover.city);
        if let Some(province) = &cover.province {
            place.push_str(" · ");
            place.push_str(&self.line(province));
        }
        let emblem = cover.emblem.as_ref().map(|path| {
            element("img")
                .class("emblem")
                .attribute(
                    "src",
                    &address::between(address::FRONT, address::of_picture(path)),
                )
                .attribute("alt", &cover.emblem_alt)
        });
        let stamp = |key| element("span").class("stamp").text(self.word(key));
        let field = element("div")
            .class("field")
            .add_all(emblem)
            .add_all(cover.draft.then(|| stamp("book-label-draft")))
            .add(element("p").class("place").text(&place))
            .add(element("h1").add(self.lines(&cover.title)))
            .add_all(
                cover
                    .subtitle
                    .as_ref()
                    .map(|text| line("p", "subtitle", text)),
            )
            .add_all(cover.volume.as_ref().map(|text| line("p", "volume", text)));
        let pillars = cover.pillars.iter().map(|pillar| self.pillar(pillar));
        let band = element("ul").class("band").add_all(pillars);
        let revision = format!(
            "{} {} · {}",
            self.word("book-label-revision"),
            self.line(&cover.revision),
            self.line(&cover.place_and_date)
        );
        let foot = element("div")
            .class("imprint")
            .add(line("p", "period", &cover.period))
            .add_all(cover.decree.as_ref().map(|text| line("p", "decree", text)))
            .add(element("p").text(&revision))
            .add_all(
                cover
                    .example
                    .then(|| element("p").text(self.word("book-label-example-book"))),
            );
        let made = element("div").class("cover").add(field);
        if cover.pillars.is_empty() {
            made.add(foot)
        } else {
            made.add(band).add(foot)
        }
    }

    /// A pillar in the band of colours, which leads to its chapter.
    fn pillar(&self, pillar: &PillarMark) -> Element {
        let chapter = self.parts().find(|page| page.title == pillar.name);
        let name = match chapter {
            Some(page) => Markup::from(
                element("a")
                    .attribute("href", &address::between(address::FRONT, &page.file))
                    .text(&pillar.name),
            ),
            None => Markup::text(&pillar.name),
        };
        let item = element("li");
        let tone = pillar.color.as_deref().and_then(super::tone::class);
        match tone {
            Some(tone) => item.class(&tone),
            None => item,
        }
        .add(name)
    }

    /// Content of the cover, of which only lines matter.
    fn lines(&self, content: &Content) -> Markup {
        let mut lines = vec![Vec::new()];
        for inline in content.inlines() {
            if matches!(inline, Inline::LineBreak) {
                lines.push(Vec::new());
            } else if let Some(line) = lines.last_mut() {
                line.push(inline.clone());
            }
        }
        let mut all = Markup::default();
        for (at, line) in lines.into_iter().enumerate() {
            if at > 0 {
                all.push(element("br"));
            }
            all.push_text(&self.line(&Content::of(line)));
        }
        all
    }

    /// The parts of the book: chapters with what they are about between what stands before
    /// and behind them.
    fn overview(&self) -> Markup {
        let standing = |wanted| {
            let of_kind = self
                .parts()
                .filter(move |page| page.kind == Kind::Part(wanted));
            of_kind.collect::<Vec<&Page>>()
        };
        let mut all = Markup::default();
        for (wanted, class) in [
            (Standing::Front, "others"),
            (Standing::Body, "chapters"),
            (Standing::Annex, "others"),
        ] {
            let pages = standing(wanted);
            if !pages.is_empty() {
                let items = pages.into_iter().map(|page| self.part(page));
                all.push(element("ol").class(class).add_all(items));
            }
        }
        all
    }

    fn part(&self, page: &Page) -> Element {
        let about = page.description.as_deref();
        let about = about.filter(|_| page.kind == Kind::Part(Standing::Body));
        let item = element("li");
        let item = match &page.tone {
            Some(tone) => item.class(tone),
            None => item,
        };
        item.add(self.link(address::FRONT, page))
            .add_all(about.map(|text| element("p").text(text)))
    }
}
