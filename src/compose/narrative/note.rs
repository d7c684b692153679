//! Footnotes.

use std::collections::BTreeMap;

use pulldown_cmark::{Tag, TagEnd};

use super::Lowering;
use crate::compose::code::literal;
use crate::markdown::{Event, Item};

/// How deep notes stand in notes. Each level is a call of a function here and in the
/// typesetter, and readers do not follow them further.
const DEEPEST: usize = 3;

/// The events of each footnote's text.
pub(super) fn footnotes<'t>(items: &'t [Item<'t>]) -> BTreeMap<&'t str, &'t [Item<'t>]> {
    let mut notes = BTreeMap::new();
    let mut open: Option<(&str, usize)> = None;
    for (at, (event, _)) in items.iter().enumerate() {
        match event {
            Event::Start(Tag::FootnoteDefinition(name)) => open = Some((name, at + 1)),
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((name, start)) = open.take() {
                    let body = items.get(start..at).unwrap_or_default();
                    notes.entry(name).or_insert(body);
                }
            }
            _ => {}
        }
    }
    notes
}

impl<'t> Lowering<'_, '_, 't> {
    pub(super) fn footnote(&mut self, name: &str) {
        let noted = self.noted.contains(name);
        let known = self
            .notes
            .get_key_value(name)
            .map(|(name, body)| (*name, *body));
        match known.filter(|_| noted || self.note_depth < DEEPEST) {
            // It follows behind the text, with the ones that nothing refers to.
            None => self.out.push(&format!("super({}); ", literal(name))),
            Some(_) if noted => self.refer(name),
            Some((name, _)) if self.in_head => {
                self.noted.insert(name.to_owned());
                self.head_notes.push(name);
                self.refer(name);
            }
            Some((_, body)) => {
                self.noted.insert(name.to_owned());
                self.note(name, body);
            }
        }
    }

    /// A further reference to a note that stands in the book.
    fn refer(&mut self, name: &str) {
        let label = literal(&self.label_of(name));
        self.out.push(&format!("footnote(label({label})); "));
    }

    fn note(&mut self, name: &str, body: &[Item<'t>]) {
        let label = literal(&self.label_of(name));
        self.out.push(&format!("note({label}, "));
        self.note_depth += 1;
        let begin = self.out.begin();
        self.note_text(body);
        self.out.end(begin);
        self.note_depth -= 1;
        self.out.push("); ");
    }

    fn label_of(&self, name: &str) -> String {
        format!("note:{}:{name}", self.narrative.file.number())
    }

    /// Sets the notes of the head of a table, as an argument: the head is repeated
    /// on every page, its notes are not.
    pub(super) fn notes_of_head(&mut self) {
        let names = std::mem::take(&mut self.head_notes);
        if names.is_empty() {
            return;
        }
        self.out.push(", notes: ");
        let begin = self.out.begin();
        for name in names {
            if let Some(body) = self.notes.get(name).copied() {
                self.note(name, body);
            }
        }
        self.out.end(begin);
    }

    /// Sets the notes that no printed text refers to, so that they are not lost.
    pub(super) fn remaining_notes(&mut self) {
        let notes: Vec<_> = self
            .notes
            .iter()
            .map(|(name, body)| (*name, *body))
            .collect();
        for (name, body) in notes {
            if self.noted.insert(name.to_owned()) {
                self.out.push(&format!("loose-note({}, ", literal(name)));
                let begin = self.out.begin();
                self.note_text(body);
                self.out.end(begin);
                self.out.push("); ");
            }
        }
    }

    /// Sets the text of a note. Its first paragraph stands beside the number, not
    /// below it.
    fn note_text(&mut self, items: &[Item<'t>]) {
        let is_end = |(event, _): &Item<'_>| matches!(event, Event::End(TagEnd::Paragraph));
        if let [(Event::Start(Tag::Paragraph), _), rest @ ..] = items
            && let Some(end) = rest.iter().position(is_end)
        {
            let (first, others) = rest.split_at(end);
            self.blocks(first);
            self.blocks(others.get(1..).unwrap_or_default());
        } else {
            self.blocks(items);
        }
    }
}
