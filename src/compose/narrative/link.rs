//! Links and references.

use super::Lowering;
use super::words::Words;
use crate::address::{LinkKind, form, link_kind};
use crate::compose::tree::{Content, Destination, Inline};
use crate::language::message;
use crate::markdown::{LONGEST_ADDRESS, Link, LinkForm, ascii_address};
use crate::model::Links;
use crate::resolve::Target;

impl Lowering<'_, '_, '_> {
    pub(super) fn link(&mut self, link: &Link, words: &mut Words) {
        let destination = &*link.destination;
        let target = self.narrative.targets.get(&link.node).copied();
        match (link_kind(destination), target) {
            (LinkKind::Entry(_, _, query) | LinkKind::Place(_, _, query), Some(target))
                if link.is_bare() =>
            {
                let reference = self.reference(target, query);
                words.append(reference);
            }
            (LinkKind::Value(_, query), target)
                if link.is_bare()
                    && let Some(value) = self.narrative.values.get(&link.node) =>
            {
                let form = form(query).unwrap_or(None);
                words.append(self.composer.value_reference(value, form, target));
            }
            (
                LinkKind::Entry(..)
                | LinkKind::Place(..)
                | LinkKind::Value(..)
                | LinkKind::File(..),
                Some(target),
            ) => {
                // Only a place of this book can be jumped to.
                if self.composer.is_present(target) {
                    let place = Destination::Label(self.composer.label(target));
                    self.linked(link, place, words);
                } else {
                    self.inlines(&link.line, words);
                }
            }
            // It has been reported; Typst takes none that is longer.
            _ if ascii_address(destination).len() > LONGEST_ADDRESS => {
                self.inlines(&link.line, words);
            }
            (LinkKind::External, _) => {
                let address = Destination::Address(destination.to_owned());
                self.linked(link, address, words);
                if self.notes_address(link) {
                    self.note_of_address(destination.to_owned(), words);
                }
            }
            _ if destination.contains('@') => {
                let address = Destination::Address(format!("mailto:{destination}"));
                self.linked(link, address, words);
            }
            _ => self.inlines(&link.line, words),
        }
    }

    /// Adds the words of a link, which lead somewhere.
    fn linked(&mut self, link: &Link, to: Destination, words: &mut Words) {
        let mut inside = words.inside();
        self.inlines(&link.line, &mut inside);
        words.push(Inline::Link(to, inside.done()));
    }

    /// A reference that prints by itself.
    fn reference(&mut self, target: Target, query: Option<&str>) -> Content {
        let composer = &*self.composer;
        let form = form(query).unwrap_or(None);
        let mut text = composer.reference(target, form, self.in_table);
        // A chapter may bear the title of the book that it makes up.
        if let Some(volume) = composer.elsewhere(target)
            && volume != composer.title(target)
            && self.named.insert(volume.to_owned())
        {
            let see = composer.words.say(&message!("book-see", volume = volume));
            text = text.then(Content::text(&format!(" ({see})")));
        }
        composer.present.link(composer.plan, target, text)
    }

    /// Whether the web address behind the words of a link stands in a footnote, as the plan may
    /// want it for those who read on paper.
    fn notes_address(&self, link: &Link) -> bool {
        let links = self.composer.plan.file.policy.links.value;
        links == Links::Footnote && link.form == LinkForm::Words && self.note_depth == 0
    }
}
