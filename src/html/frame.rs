//! What is around the text of every page: head, navigation, search, foot.

use super::address;
use super::block::numbered;
use super::card::toned;
use super::element::{Element, Markup, element};
use super::page::{Kind, Page};
use super::settle::Settled;
use super::writer::Writer;
use crate::address::EntryRef;
use crate::compose::view::Chapter;

/// Headings from which on a page begins with a list of them.
const LISTED: usize = 3;

/// Most pages below a part that are named beside the page.
const NAMED: usize = 40;

/// Id of the text of a page.
const MAIN: &str = "main";

/// What a page is, for what is around it.
pub(super) struct Framed<'p> {
    /// Its address.
    pub file: &'p str,
    /// Its title, for the window.
    pub title: &'p str,
    /// What it is about.
    pub description: Option<&'p str>,
    /// The page, if it is one of the book's.
    pub page: Option<&'p Page>,
    /// What is on it.
    pub body: Markup,
}

impl Writer<'_> {
    /// The opening of a chapter.
    pub(super) fn opening(&mut self, chapter: &Chapter) -> Element {
        self.page.number.clone_from(&chapter.number);
        self.page.title = self.plain(&chapter.title);
        self.page.tone = self.tone(chapter.color.as_ref());
        self.page_is(&chapter.label);
        if EntryRef::parse(&chapter.label).is_some() {
            self.enter(&chapter.label);
        }
        let title = self.title(&chapter.title);
        let mut header = element("header")
            .class(&toned("opening", self.page.tone.as_deref()))
            .add(numbered("h1", chapter.number.as_deref(), title));
        if let Some(subtitle) = &chapter.subtitle {
            header = header.add(self.content_in("p", subtitle).class("subtitle"));
            self.page.say(" ");
        }
        if let Some(authors) = &chapter.authors {
            let by = element("p")
                .class("byline")
                .text(self.word("book-label-by"));
            header = header.add(by.text(" ").add(self.content(authors)));
            self.page.say(" ");
        }
        if chapter.draft {
            let draft = self.word("book-label-draft-text");
            header = header.add(element("p").class("stamp").text(draft));
        }
        header
    }
}

impl Settled<'_> {
    /// A page with all that is around it.
    pub(super) fn framed(&self, framed: Framed<'_>) -> String {
        let file = framed.file;
        let title = if framed.title == self.settings.title {
            framed.title.to_owned()
        } else {
            format!("{} – {}", framed.title, self.settings.title)
        };
        let around = framed.page.map(|page| self.around(page));
        let (previous, next) = around.unwrap_or_default();
        let link = |page: Option<&Page>, rel| {
            let page = page?;
            let href = address::between(file, &page.file);
            Some(
                element("link")
                    .attribute("rel", rel)
                    .attribute("href", &href),
            )
        };
        let description = framed.description.map(|text| {
            let meta = element("meta").attribute("name", "description");
            meta.attribute("content", text)
        });
        let head = element("head")
            .add(element("meta").attribute("charset", "utf-8"))
            .add(
                element("meta")
                    .attribute("name", "viewport")
                    .attribute("content", "width=device-width, initial-scale=1"),
            )
            .add(element("title").text(&title))
            .add_all(description)
            .add(
                element("link")
                    .attribute("rel", "stylesheet")
                    .attribute("href", &address::between(file, address::STYLE)),
            )
            .add_all(link(previous, "prev"))
            .add_all(link(next, "next"))
            .add(
                element("script")
                    .attribute("src", &address::between(file, address::SEARCH))
                    .flag("defer"),
            );
        let is_front = file == address::FRONT;
        let mut main = element("main").id(Some(MAIN)).attribute("tabindex", "-1");
        if let Some(page) = framed.page {
            main = main
                .add_all(self.above(page))
                .add_all(self.on_this_page(page));
        }
        main = main.add(framed.body);
        if let Some(page) = framed.page {
            main = main.add_all(self.notes(page));
        }
        main = main.add_all(self.turn(file, previous, next));
        let mut layout = element("div").class(if is_front { "front" } else { "layout" });
        if !is_front {
            layout = layout.add(self.side(file, framed.page));
        }
        let body = element("body")
            .add(
                element("a")
                    .class("skip")
                    .attribute("href", &format!("#{MAIN}"))
                    .text(self.word("book-web-skip")),
            )
            .add(self.banner(file))
            .add(layout.add(main))
            .add(self.foot());
        let page = element("html").attribute("lang", &self.settings.language);
        Markup::from(page.add(head).add(body)).into_page()
    }

    /// The head of every page: the name of the plan, where to go, the search.
    fn banner(&self, file: &str) -> Element {
        let link = |to: &str, class: &str, text: &str| {
            let link = element("a").attribute("href", &address::between(file, to));
            let link = if class.is_empty() {
                link
            } else {
                link.class(class)
            };
            let link = if to == file {
                link.attribute("aria-current", "page")
            } else {
                link
            };
            link.text(text)
        };
        let contents = element("a")
            .attribute(
                "href",
                &address::to_place(file, address::FRONT, Some("contents")),
            )
            .text(self.word("book-title-contents"));
        let ways = element("nav")
            .attribute("aria-label", self.word("book-web-ways"))
            .add(contents)
            .text(" ")
            .add(link(address::ENTRIES, "", self.word("book-web-entries")));
        let label = self.word("book-web-search");
        let search = element("div")
            .id(Some("search"))
            .attribute("role", "search")
            .attribute("data-root", &"../".repeat(file.matches('/').count()))
            .attribute("data-index", address::SEARCH_INDEX)
            .attribute("data-results", self.word("book-web-results"))
            .attribute("data-none", self.word("book-web-no-results"))
            .flag("hidden")
            .add(element("label").attribute("for", "query").text(label))
            .add(
                element("input")
                    .id(Some("query"))
                    .attribute("type", "search")
                    .attribute("autocomplete", "off")
                    .attribute("spellcheck", "false"),
            )
            .add(
                element("div")
                    .id(Some("found"))
                    .attribute("tabindex", "-1")
                    .flag("hidden")
                    .add(element("p").attribute("role", "status"))
                    .add(element("ol")),
            );
        element("header")
            .class("banner")
            .add(link(address::FRONT, "home", &self.settings.title))
            .add(ways)
            .add(search)
    }

    /// The parts of the book beside a page, and what is below the part that it belongs to.
    fn side(&self, file: &str, page: Option<&Page>) -> Element {
        let part = page.map(|page| page.parent.unwrap_or(page.at));
        let mut list = element("ol");
        for one in self.parts() {
            let mut item = element("li").add(self.link(file, one));
            if part == Some(one.at) {
                let below: Vec<&Page> = self.below(one.at).collect();
                if !below.is_empty() && below.len() <= NAMED {
                    let below = below.into_iter();
                    let below = below.map(|page| element("li").add(self.link(file, page)));
                    item = item.add(element("ol").add_all(below));
                }
            }
            list = list.add(item);
        }
        element("nav")
            .class("side")
            .attribute("aria-label", self.word("book-title-contents"))
            .add(list)
    }

    /// A link to a page by its name, which says whether it is the page on which it stands.
    pub(super) fn link(&self, from: &str, page: &Page) -> Element {
        let number = page.number.as_deref();
        let title = Markup::text(&page.title);
        let link = numbered("a", number, title);
        let link = link.attribute("href", &address::between(from, &page.file));
        let link = match &page.tone {
            Some(tone) => link.class(tone),
            None => link,
        };
        if page.file == from {
            link.attribute("aria-current", "page")
        } else {
            link
        }
    }

    /// Where a page belongs that is no part of the book by itself.
    fn above(&self, page: &Page) -> Option<Element> {
        let part = self.page(page.parent?)?;
        let label = self.word("book-web-part-of");
        let way = element("nav")
            .class("above")
            .attribute("aria-label", label)
            .add(self.link(&page.file, part));
        Some(way)
    }

    /// The headings of a page.
    fn on_this_page(&self, page: &Page) -> Option<Element> {
        let sections = page.sections.iter().filter(|section| section.level == 2);
        let items: Vec<Element> = sections
            .map(|section| {
                let link = element("a").attribute(
                    "href",
                    &address::to_place(&page.file, &page.file, Some(&section.id)),
                );
                element("li").add(link.text(&section.title))
            })
            .collect();
        if items.len() < LISTED {
            return None;
        }
        let word = self.word("book-web-on-this-page");
        let list = element("nav")
            .attribute("aria-label", word)
            .add(element("ol").add_all(items));
        let made = element("details").class("on-this-page");
        Some(made.add(element("summary").text(word)).add(list))
    }

    /// The footnotes of a page.
    fn notes(&self, page: &Page) -> Option<Element> {
        if page.notes.is_empty() {
            return None;
        }
        let back = self.word("book-web-back");
        let items = page.notes.iter().map(|note| {
            let way = element("a")
                .class("back")
                .attribute("href", &format!("#{}", note.back))
                .attribute("role", "doc-backlink")
                .attribute("aria-label", &format!("{back} ({})", note.number))
                .text("↩");
            element("li")
                .id(Some(&super::note::id(note.number)))
                .attribute("value", &note.number.to_string())
                .add(self.settled(&page.file, &note.text))
                .text(" ")
                .add(way)
        });
        let title = element("h2")
            .id(Some("notes"))
            .text(self.word("book-web-notes"));
        let notes = element("section")
            .class("notes")
            .attribute("role", "doc-endnotes")
            .attribute("aria-labelledby", "notes")
            .add(title)
            .add(element("ol").add_all(items));
        Some(notes)
    }

    /// The pages before and behind one.
    fn turn(&self, file: &str, previous: Option<&Page>, next: Option<&Page>) -> Option<Element> {
        if previous.is_none() && next.is_none() {
            return None;
        }
        let way = |page: &Page, rel, key| {
            element("a")
                .class(rel)
                .attribute("rel", rel)
                .attribute("href", &address::between(file, &page.file))
                .add(element("span").class("label").text(self.word(key)))
                .text(" ")
                .add(element("span").text(&page.name()))
        };
        let previous = previous.map(|page| way(page, "prev", "book-web-previous"));
        let next = next.map(|page| way(page, "next", "book-web-next"));
        let turn = element("nav")
            .class("turn")
            .attribute("aria-label", self.word("book-web-turn"))
            .add_all(previous)
            .add_all(next);
        Some(turn)
    }

    /// The foot of every page.
    fn foot(&self) -> Element {
        element("footer")
            .add(element("p").text(&self.book.author))
            .add(element("p").text(&self.settings.foot))
    }

    /// The pages before and behind one, in the order in which they are read.
    fn around(&self, page: &Page) -> (Option<&Page>, Option<&Page>) {
        if page.kind == Kind::Entry {
            return (None, None);
        }
        let is_read = |one: &&Page| one.kind != Kind::Entry;
        let before = self
            .all()
            .filter(is_read)
            .take_while(|one| one.at < page.at);
        let behind = self.all().filter(is_read).find(|one| one.at > page.at);
        (before.last(), behind)
    }
}
