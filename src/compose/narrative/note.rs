//! Footnotes.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Item, Lowering};
use crate::compose::code::literal;

/// The events of each footnote's text.
pub(super) fn footnotes<'t>(items: &[Item<'t>]) -> BTreeMap<String, Vec<Item<'t>>> {
    let mut notes = BTreeMap::new();
    let mut open: Option<(String, Vec<Item<'t>>)> = None;
    for (event, range) in items {
        match event {
            Event::Start(Tag::FootnoteDefinition(name)) => {
                open = Some((name.to_string(), Vec::new()));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((name, body)) = open.take() {
                    notes.entry(name).or_insert(body);
                }
            }
            _ => {
                if let Some((_, body)) = &mut open {
                    body.push((event.clone(), range.clone()));
                }
            }
        }
    }
    notes
}

impl Lowering<'_, '_, '_> {
    pub(super) fn footnote(&mut self, name: &str) -> String {
        if let Some(label) = self.noted.get(name) {
            return format!("footnote(label({})); ", literal(label));
        }
        let Some(items) = self.notes.get(name).cloned() else {
            return format!("super({}); ", literal(name));
        };
        // A note inside a note would be set inside itself if it named itself.
        if self.note_depth > 0 {
            return format!("super({}); ", literal(name));
        }
        let label = format!("note:{}:{name}", self.narrative.file.number());
        self.noted.insert(name.to_owned(), label.clone());
        self.note_depth += 1;
        let body = self.blocks(without_paragraph(&items));
        self.note_depth -= 1;
        format!("note({}, {}); ", literal(&label), body.code())
    }
}

/// The inside of a text that is one paragraph: a footnote of one paragraph
/// stands beside its number, not below it.
fn without_paragraph<'i, 't>(items: &'i [Item<'t>]) -> &'i [Item<'t>] {
    match items {
        [
            (Event::Start(Tag::Paragraph), _),
            inside @ ..,
            (Event::End(TagEnd::Paragraph), _),
        ] if !inside
            .iter()
            .any(|(event, _)| matches!(event, Event::Start(Tag::Paragraph))) =>
        {
            inside
        }
        _ => items,
    }
}
