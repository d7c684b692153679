//! The page on which every entry is named with an address that stays.

use super::address;
use super::element::{Element, Markup, element};
use super::frame::Framed;
use super::settle::Settled;
use super::writer::Entry;
use crate::address::Kind;

impl Settled<'_> {
    /// The page of all entries, by kind.
    pub(super) fn entries_page(&self) -> String {
        let title = self.word("book-web-entries");
        let heading = element("h1").text(title);
        let mut body = Markup::from(element("header").class("opening").add(heading));
        let about = self.word("book-web-about-entries");
        body.push(element("p").text(about));
        for kind in Kind::ALL {
            let is_of_kind = |entry: &&Entry| {
                let (word, _) = entry.label.split_once(':').unwrap_or_default();
                word == kind.word()
            };
            let entries: Vec<&Entry> = self.entries.iter().filter(is_of_kind).collect();
            if entries.is_empty() {
                continue;
            }
            let heading = element("h2")
                .id(Some(&format!("all-{}", kind.word())))
                .text(self.name_of(*kind));
            body.push(heading);
            let items = entries.into_iter().map(|entry| self.entry(entry));
            body.push(element("ul").class("entries").add_all(items));
        }
        self.framed(Framed {
            file: address::ENTRIES,
            title,
            description: Some(about),
            page: None,
            body,
        })
    }

    fn entry(&self, entry: &Entry) -> Element {
        let link = element("a").text(&entry.title);
        let link = match self.way(address::ENTRIES, &entry.label) {
            Some(way) => link.attribute("href", &way),
            None => link,
        };
        element("li").id(Some(&entry.label)).add(link)
    }

    /// What entries of a kind are called.
    fn name_of(&self, kind: Kind) -> &str {
        self.word(match kind {
            Kind::Program => "book-programmes",
            Kind::Opd => "book-list-of-agencies",
            Kind::Chapter => "book-web-chapters",
            Kind::Pillar
            | Kind::Dimension
            | Kind::Policy
            | Kind::Mission
            | Kind::Goal
            | Kind::Priority
            | Kind::Need
            | Kind::Law
            | Kind::District
            | Kind::Stakeholder
            | Kind::Proposal => one(kind),
        })
    }
}

/// The key of what an entry of a kind is.
pub(super) fn one(kind: Kind) -> &'static str {
    match kind {
        Kind::Program => "book-programme",
        Kind::Opd => "book-opd",
        Kind::Pillar => "book-pillar",
        Kind::Dimension => "book-dimension",
        Kind::Policy => "book-policy-direction",
        Kind::Mission => "book-mission",
        Kind::Goal => "book-rpjmd-goal",
        Kind::Priority => "book-priority-programme",
        Kind::Need => "book-institutional-need",
        Kind::Law => "book-law",
        Kind::District => "book-district",
        Kind::Stakeholder => "book-caption-stakeholders",
        Kind::Proposal => "book-proposal",
        Kind::Chapter => "book-web-chapters",
    }
}
