//! Links and references.

use std::ops::Range;

use super::{Kind, Lowering};
use crate::compose::tree::{Content, Destination};
use crate::language::message;
use crate::markdown::{LONGEST_ADDRESS, LinkKind, ascii_address, form, link_kind};
use crate::model::Links;
use crate::resolve::Target;
use crate::source::slice;

impl Lowering<'_, '_, '_> {
    pub(super) fn link(&mut self, destination: &str, range: &Range<usize>) -> Kind {
        let kind = link_kind(destination);
        let target = self.narrative.targets.get(&range.start).copied();
        match (kind, target) {
            (LinkKind::Entry(_, _, query) | LinkKind::Place(_, _, query), Some(target)) => {
                let written = slice(self.text, range.clone());
                if written.starts_with('<') || written.starts_with("[](") {
                    self.reference(target, query)
                } else {
                    self.jump(target)
                }
            }
            (LinkKind::File(..), Some(target)) => self.jump(target),
            // It has been reported; Typst takes none that is longer.
            _ if ascii_address(destination).len() > LONGEST_ADDRESS => Kind::Words,
            (LinkKind::External, _) => self.external(destination, range),
            _ if destination.contains('@') => {
                let address = format!("mailto:{destination}");
                Kind::Link(Destination::Address(address))
            }
            _ => Kind::Words,
        }
    }

    /// A reference that prints by itself.
    fn reference(&mut self, target: Target, query: Option<&str>) -> Kind {
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
        Kind::Reference(composer.present.link(composer.plan, target, text))
    }

    /// Words that jump to a place of the book, if it is in this one.
    fn jump(&self, target: Target) -> Kind {
        if !self.composer.is_present(target) {
            return Kind::Words;
        }
        Kind::Link(Destination::Label(self.composer.label(target)))
    }

    /// A web address behind words stands in a footnote where the plan wants it,
    /// for those who read on paper.
    fn external(&self, destination: &str, range: &Range<usize>) -> Kind {
        let written = slice(self.text, range.clone());
        let visible = written.starts_with('<');
        let links = self.composer.plan.file.policy.links.value;
        if links == Links::Footnote && !visible && self.note_depth == 0 {
            Kind::Noted(destination.to_owned())
        } else {
            Kind::Link(Destination::Address(destination.to_owned()))
        }
    }
}
