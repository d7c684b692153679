//! Footnotes: marks in the text, and the notes at the end of a page.

use super::element::{Element, Markup, element};
use super::page::Footnote;
use super::pending::Pending;
use super::writer::{NotePlace, Writer};
use crate::compose::tree::{Content, Inline, Note, NoteText};
use crate::markdown::ascii_address;

/// The id of a note.
pub(super) fn id(number: usize) -> String {
    format!("note-{number}")
}

/// The id of the mark of a note.
fn mark_id(number: usize) -> String {
    format!("note-{number}-mark")
}

/// The id of a further reference to a note.
fn reference_id(number: usize, at: usize) -> String {
    format!("note-{number}-mark-{at}")
}

/// A mark that leads to a note.
fn mark(number: usize, id: &str, address: &str) -> Element {
    let link = element("a")
        .id(Some(id))
        .attribute("href", address)
        .attribute("role", "doc-noteref")
        .text(&number.to_string());
    element("sup").class("mark").add(link)
}

/// A further reference to a note: which of them it is, and how its page leads to the note.
pub(super) fn further_mark(number: usize, at: usize, address: &str) -> Element {
    mark(number, &reference_id(number, at), address)
}

impl Writer<'_> {
    /// The mark of a note, at its first reference.
    pub(super) fn note(&mut self, note: &Note) -> Element {
        let number = self.next_note(&note.label);
        self.add_note(number, mark_id(number), &note.text);
        mark(number, &mark_id(number), &format!("#{}", id(number)))
    }

    /// A note whose mark stands elsewhere, as a further reference.
    pub(super) fn unmarked_note(&mut self, note: &Note) {
        let number = self.next_note(&note.label);
        self.add_note(number, reference_id(number, 1), &note.text);
    }

    /// The notes to which the head of a table refers.
    pub(super) fn unmarked_notes(&mut self, notes: &Content) {
        for inline in notes.inlines() {
            if let Inline::Note(note) = inline {
                self.unmarked_note(note);
            } else {
                self.content(&inline.clone().into());
            }
        }
    }

    /// A further reference to a note.
    pub(super) fn note_reference(&mut self, label: &str) -> Markup {
        let count = self.references.entry(label.to_owned()).or_default();
        *count += 1;
        Markup::pending(&Pending::NoteReference(label.to_owned(), *count))
    }

    /// A note that prints the address of a link.
    pub(super) fn address_note(&mut self, address: &str) -> Element {
        self.notes += 1;
        let number = self.notes;
        let link = element("a").attribute("href", &ascii_address(address));
        let link = link.text(address);
        self.page.notes.push(Footnote {
            number,
            back: mark_id(number),
            text: link.into(),
        });
        mark(number, &mark_id(number), &format!("#{}", id(number)))
    }

    fn next_note(&mut self, label: &str) -> usize {
        self.notes += 1;
        let place = NotePlace {
            number: self.notes,
            file: self.page.file.clone(),
        };
        self.note_places.insert(label.to_owned(), place);
        self.notes
    }

    fn add_note(&mut self, number: usize, back: String, text: &NoteText) {
        // Notes stand in the order of their numbers, whatever other notes are in them.
        let at = self.page.notes.len();
        let text = self.note_text(text);
        let note = Footnote { number, back, text };
        self.page.notes.insert(at, note);
    }

    /// What a note says.
    pub(super) fn note_text(&mut self, text: &NoteText) -> Markup {
        self.page.say(" ");
        let mut all = self.content(&text.first);
        if !text.rest.is_empty() {
            all = element("p").add(all).into();
            all.push(self.flow(&text.rest));
        }
        self.page.say(" ");
        all
    }
}
