//! Footnotes.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use pulldown_cmark::{CowStr, Tag, TagEnd};

use super::Lowering;
use crate::markdown::{Event, Item};

/// How deep notes stand in notes. Each level is a call of a function here and in the
/// typesetter, and readers do not follow them further.
const DEEPEST: usize = 3;

/// The footnotes of a text, as far as it is read.
#[derive(Default)]
pub(super) struct Notes<'t> {
    defined: BTreeMap<String, Note<'t>>,
    /// Those that were referred to and are not defined yet.
    awaited: BTreeSet<String>,
}

/// A footnote that is defined.
enum Note<'t> {
    /// Its text waits for a reference.
    Waiting(Vec<Item<'t>>),
    /// It stands in the book.
    Set,
}

impl<'t> Notes<'t> {
    /// Keeps the notes that are defined among the events of a block. Of several with
    /// one name, the first counts.
    pub(super) fn read(&mut self, items: &[Item<'t>]) {
        let mut open: Option<(&str, usize)> = None;
        for (at, (event, _)) in items.iter().enumerate() {
            match event {
                Event::FootnoteReference(name) if !self.defined.contains_key(name.as_ref()) => {
                    self.awaited.insert(name.to_string());
                }
                Event::Start(Tag::FootnoteDefinition(name)) => open = Some((name, at + 1)),
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((name, start)) = open.take() {
                        self.awaited.remove(name);
                        self.defined.entry(name.to_owned()).or_insert_with(|| {
                            let text = items.get(start..at).unwrap_or_default();
                            Note::Waiting(text.to_vec())
                        });
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether every note is defined that was referred to.
    pub(super) fn are_complete(&self) -> bool {
        self.awaited.is_empty()
    }
}

/// A note of the head of a table.
pub(super) enum HeadNote<'t> {
    /// One that is defined: its name and text.
    Defined(CowStr<'t>, Vec<Item<'t>>),
    /// One that says where a link leads: its label, and the address as code.
    Address(String, String),
}

impl<'t> Lowering<'_, '_, 't> {
    pub(super) fn footnote(&mut self, name: &CowStr<'t>) {
        let deep = self.note_depth >= DEEPEST;
        match self.notes.defined.get_mut(name.as_ref()) {
            Some(Note::Set) => self.refer(name),
            Some(note) if !deep => {
                let Note::Waiting(text) = mem::replace(note, Note::Set) else {
                    return;
                };
                if self.in_head {
                    self.refer(name);
                    let note = HeadNote::Defined(name.clone(), text);
                    self.head_notes.push(note);
                } else {
                    self.note(name, &text);
                }
            }
            // It follows behind the text, with the ones that nothing refers to.
            _ => {
                self.out.push("super(");
                self.out.literal(name);
                self.out.push("); ");
            }
        }
    }

    /// A further reference to a note that stands in the book.
    fn refer(&mut self, name: &str) {
        let label = self.label_of(name);
        self.refer_to(&label);
    }

    fn refer_to(&mut self, label: &str) {
        self.out.push("footnote(label(");
        self.out.literal(label);
        self.out.push(")); ");
    }

    /// A note that says where a link leads, whose address is code.
    pub(super) fn note_of_address(&mut self, address: String) {
        if self.in_head {
            let place = (self.narrative.file.number(), self.out.len());
            let label = format!("address:{}:{}", place.0, place.1);
            self.refer_to(&label);
            self.head_notes.push(HeadNote::Address(label, address));
        } else {
            self.out.push("footnote(link(");
            self.out.push(&address);
            self.out.push(")); ");
        }
    }

    fn note(&mut self, name: &str, text: &[Item<'t>]) {
        let label = self.label_of(name);
        self.out.push("note(");
        self.out.literal(&label);
        self.out.push(", ");
        self.note_depth += 1;
        let begin = self.out.begin();
        self.note_text(text);
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
        let notes = mem::take(&mut self.head_notes);
        if notes.is_empty() {
            return;
        }
        self.out.push(", notes: ");
        let begin = self.out.begin();
        for note in notes {
            match note {
                HeadNote::Defined(name, text) => self.note(&name, &text),
                HeadNote::Address(label, address) => {
                    self.out.push("note(");
                    self.out.literal(&label);
                    self.out.push(", link(");
                    self.out.push(&address);
                    self.out.push(")); ");
                }
            }
        }
        self.out.end(begin);
    }

    /// Sets the notes that no printed text refers to, so that they are not lost.
    pub(super) fn remaining_notes(&mut self) {
        let names: Vec<String> = self.notes.defined.keys().cloned().collect();
        for name in names {
            let Some(Note::Waiting(text)) = self.notes.defined.insert(name.clone(), Note::Set)
            else {
                continue;
            };
            self.out.push("loose-note(");
            self.out.literal(&name);
            self.out.push(", ");
            let begin = self.out.begin();
            self.note_text(&text);
            self.out.end(begin);
            self.out.push("); ");
        }
    }

    /// Sets the text of a note. Its first paragraph stands beside the number, not
    /// below it, and is no block; what follows is told apart for the template.
    fn note_text(&mut self, items: &[Item<'t>]) {
        let is_end = |(event, _): &Item<'_>| matches!(event, Event::End(TagEnd::Paragraph));
        let mut others = items;
        if let [(Event::Start(Tag::Paragraph), _), rest @ ..] = items
            && let Some(end) = rest.iter().position(is_end)
        {
            let (first, behind) = rest.split_at(end);
            self.blocks(first);
            others = behind.get(1..).unwrap_or_default();
        }
        if !others.is_empty() {
            self.out.push("note-rest({");
            let begin = self.out.begin();
            self.blocks(others);
            self.out.end(begin);
            self.out.push("}); ");
        }
    }
}
