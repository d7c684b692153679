//! The table of contents.

use super::address;
use super::element::{Element, element};
use super::page::Page;
use super::settle::Settled;

impl Settled<'_> {
    /// Parts with their sections, and the programmes and OPD below them.
    pub(super) fn contents(&self, file: &str) -> Element {
        let parts = self.parts().map(|page| {
            let mut item = element("li").add(self.link(file, page));
            let below = self.sections(file, page);
            if !below.is_empty() {
                item = item.add(element("ol").add_all(below));
            }
            item
        });
        element("ol").class("contents").add_all(parts)
    }

    /// The sections of a part, and the pages below it in the place of the sections that lead
    /// to them.
    fn sections(&self, file: &str, page: &Page) -> Vec<Element> {
        let below: Vec<&Page> = self.below(page.at).collect();
        let names: Vec<String> = below.iter().map(|page| page.name()).collect();
        let own = page.sections.iter();
        let own = own.filter(|section| section.level == 2 && !names.contains(&section.title));
        let own = own.map(|section| {
            let way = address::to_place(file, &page.file, Some(&section.id));
            let link = element("a").attribute("href", &way).text(&section.title);
            element("li").add(link)
        });
        let below = below.iter();
        let below = below.map(|page| element("li").add(self.link(file, page)));
        own.chain(below).collect()
    }
}
