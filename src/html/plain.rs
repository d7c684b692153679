//! What a line says, without what it looks like.

use super::without_soft_hyphens;
use super::writer::Writer;
use crate::compose::tree::{Content, Inline};

impl Writer<'_> {
    /// The words of a line. Notes are no part of it.
    pub(super) fn plain(&self, content: &Content) -> String {
        let mut text = String::new();
        find(content, &mut |inline| match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Decimal { text: number, .. } => text.push_str(number),
            Inline::LineBreak => text.push(' '),
            Inline::Picture(picture) => text.push_str(&picture.alt),
            Inline::Number(number) => text.push_str(&self.number_of(number)),
            Inline::Styled(..)
            | Inline::Link(..)
            | Inline::Marked(..)
            | Inline::Room(_)
            | Inline::Note(_)
            | Inline::NoteReference(_)
            | Inline::AddressNote(_)
            | Inline::TitleNotes(_)
            | Inline::InnerNotes(_)
            | Inline::Task(_)
            | Inline::Anchor(_)
            | Inline::Origin(_)
            | Inline::ChangePages(_)
            | Inline::Path(_)
            | Inline::Page { .. } => {}
        });
        without_soft_hyphens(text.trim()).into_owned()
    }
}

/// The labels of the places that a line is.
pub(super) fn anchors(content: &Content) -> Vec<&str> {
    let mut found = Vec::new();
    find(content, &mut |inline| {
        if let Inline::Anchor(label) = inline {
            found.push(label.as_str());
        }
    });
    found
}

/// Shows all pieces of a line.
pub(super) fn find<'c>(content: &'c Content, see: &mut impl FnMut(&'c Inline)) {
    for inline in content.inlines() {
        see(inline);
        match inline {
            Inline::Styled(_, inner) | Inline::Link(_, inner) | Inline::Marked(_, inner) => {
                find(inner, see);
            }
            Inline::Text(_)
            | Inline::Decimal { .. }
            | Inline::Room(_)
            | Inline::Code(_)
            | Inline::LineBreak
            | Inline::Number(_)
            | Inline::Note(_)
            | Inline::NoteReference(_)
            | Inline::AddressNote(_)
            | Inline::TitleNotes(_)
            | Inline::InnerNotes(_)
            | Inline::Task(_)
            | Inline::Picture(_)
            | Inline::Anchor(_)
            | Inline::Origin(_)
            | Inline::ChangePages(_)
            | Inline::Path(_)
            | Inline::Page { .. } => {}
        }
    }
}
