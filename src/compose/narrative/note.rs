//! Footnotes.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};

use super::{HeadingContext, Lowering};
use crate::compose::code::{Content, literal};
use crate::markdown::{Event, Item, ascii_address, notes_in_title};
use crate::source::{Span, slice};

/// The footnotes of a text, as far as it is read.
#[derive(Default)]
pub(super) struct Notes<'t> {
    defined: BTreeMap<String, Note<'t>>,
    /// The name with which a note was first defined, by the name in small letters.
    names: BTreeMap<String, String>,
    /// Those that were referred to and are not defined yet.
    awaited: BTreeSet<String>,
}

/// A footnote that is defined.
enum Note<'t> {
    /// Its text waits for a reference.
    Waiting(Vec<Item<'t>>),
    /// It stands in the book.
    Set,
    /// It stands in the book behind the text, under its own name.
    Loose,
}

impl<'t> Notes<'t> {
    /// Keeps the notes that are defined among the events of a block. Of several with
    /// one name, the first counts.
    pub(super) fn read(&mut self, items: &[Item<'t>]) {
        let mut open: Option<(&str, usize)> = None;
        for (at, (event, _)) in items.iter().enumerate() {
            match event {
                Event::FootnoteReference(name) => self.await_note(name),
                Event::Start(Tag::Image { title, .. }) => {
                    for (name, _) in notes_in_title(title) {
                        self.await_note(name);
                    }
                }
                Event::Start(Tag::FootnoteDefinition(name)) => open = Some((name, at + 1)),
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((name, start)) = open.take() {
                        self.awaited.remove(name);
                        let folded = self.names.entry(name.to_lowercase());
                        folded.or_insert_with(|| name.to_owned());
                        self.defined.entry(name.to_owned()).or_insert_with(|| {
                            let text = items.get(start..at).unwrap_or(&[]);
                            Note::Waiting(text.to_vec())
                        });
                    }
                }
                Event::Start(_)
                | Event::End(_)
                | Event::StartKey
                | Event::EndKey
                | Event::Text(_)
                | Event::Code(_)
                | Event::Formula(_)
                | Event::TornFormula
                | Event::TornTable
                | Event::SoftBreak
                | Event::HardBreak
                | Event::Rule
                | Event::Task(_)
                | Event::Html(_) => {}
            }
        }
    }

    fn await_note(&mut self, name: &str) {
        if !self.defined.contains_key(name) {
            self.awaited.insert(name.to_owned());
        }
    }

    /// Whether every note is defined that was referred to.
    pub(super) fn are_complete(&self) -> bool {
        self.awaited.is_empty()
    }

    /// The name with which a note is defined that is referred to by a name; `None` if
    /// there is none. Capital and small letters are only told apart where there are two.
    fn name_of(&self, name: &str) -> Option<&str> {
        if let Some((name, _)) = self.defined.get_key_value(name) {
            return Some(name);
        }
        self.names.get(&name.to_lowercase()).map(String::as_str)
    }
}

/// A link to an address that is printed, as code.
fn link_to(address: &str) -> String {
    let (target, printed) = (literal(&ascii_address(address)), literal(address));
    format!("link({target}, {{{printed}; }})")
}

/// What is printed before a note that nothing refers to: a number alone would be taken for
/// that of another note.
fn loose_mark(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("[{name}]")
    } else {
        name.to_owned()
    }
}

/// A note of the head of a table.
pub(super) enum HeadNote<'t> {
    /// One that is defined: its name and text.
    Defined(String, Vec<Item<'t>>),
    /// One that says where a link leads: its label, and the address.
    Address(String, String),
}

impl<'t> Lowering<'_, '_, 't> {
    pub(super) fn footnote(&mut self, name: &str) {
        let Some(name) = self.notes.name_of(name).map(str::to_owned) else {
            // It follows behind the text, with the ones that nothing refers to.
            self.refer_by_name(name);
            return;
        };
        if matches!(self.notes.defined.get(&name), Some(Note::Loose)) {
            self.refer_by_name(&loose_mark(&name));
            return;
        }
        if self.in_title {
            self.out.push("title-note({");
        }
        match self.notes.defined.insert(name.clone(), Note::Set) {
            Some(Note::Waiting(text)) if self.note_depth > 0 => {
                self.refer(&name);
                self.inner_notes.push((name, text));
            }
            Some(Note::Waiting(text)) if self.in_head => {
                self.refer(&name);
                self.head_notes.push(HeadNote::Defined(name, text));
            }
            Some(Note::Waiting(text)) => self.note(&name, &text),
            _ => self.refer(&name),
        }
        if self.in_title {
            self.out.push("}); ");
        }
    }

    /// A reference to a note that has no number.
    fn refer_by_name(&mut self, name: &str) {
        self.out.push("super(");
        self.out.literal(name);
        self.out.push("); ");
    }

    /// The notes that the title of a chapter refers to, which stands in the opening of the
    /// chapter.
    pub(super) fn notes_of_title(&mut self, items: &[Item<'t>]) {
        if self.standing != HeadingContext::Chapter {
            return;
        }
        let is_end = |(event, _): &&Item<'_>| matches!(event, Event::End(TagEnd::Heading(_)));
        let outer = mem::replace(&mut self.in_title, true);
        let begin = self.out.len();
        for (event, _) in items.iter().take_while(|item| !is_end(item)) {
            if let Event::FootnoteReference(name) = event {
                self.footnote(name);
            }
        }
        self.in_title = outer;
        let code = self.out.take(begin);
        if !code.is_empty() {
            let notes = Content::lowered(format!("{{{code}}}"));
            self.composer.title_notes = Some(match self.composer.title_notes.take() {
                Some(before) => before.then(&notes),
                None => notes,
            });
        }
    }

    /// The caption of a picture, in which notes may be referred to.
    pub(super) fn caption_of_picture(&mut self, caption: &str) -> Content {
        let references = notes_in_title(caption);
        let mut references = references
            .into_iter()
            .filter(|(name, _)| self.notes.name_of(name).is_some())
            .peekable();
        if references.peek().is_none() {
            return Content::text(caption);
        }
        let references: Vec<(&str, Range<usize>)> = references.collect();
        let outer = mem::replace(&mut self.in_title, true);
        let begin = self.out.len();
        let mut written = 0;
        for (name, range) in references {
            self.out.text(slice(caption, written..range.start));
            self.footnote(name);
            written = range.end;
        }
        self.out.text(slice(caption, written..));
        let code = self.out.take(begin);
        self.in_title = outer;
        Content::lowered(format!("{{{code}}}"))
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
            return;
        }
        if self.in_title {
            self.out.push("title-note({");
        }
        self.out.push(&format!("footnote({}); ", link_to(&address)));
        if self.in_title {
            self.out.push("}); ");
        }
    }

    /// A note, and behind it those that it refers to: Typst loses notes in notes where the
    /// line that refers to the outer one moves to the next page. Their marks stand in the
    /// note; that of where they are set is not seen.
    fn note(&mut self, name: &str, text: &[Item<'t>]) {
        self.single_note(name, text);
        while !self.inner_notes.is_empty() {
            self.out.push("unmarked({");
            for (name, text) in mem::take(&mut self.inner_notes) {
                self.single_note(&name, &text);
            }
            self.out.push("}); ");
        }
    }

    fn single_note(&mut self, name: &str, text: &[Item<'t>]) {
        let label = self.label_of(name);
        self.out.push("note(");
        self.out.literal(&label);
        self.out.push(", ");
        let title = mem::take(&mut self.in_title);
        self.note_depth += 1;
        let begin = self.out.begin();
        self.note_text(text);
        self.out.end(begin);
        self.note_depth -= 1;
        self.in_title = title;
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
                    self.out.push(&format!(", {}); ", link_to(&address)));
                }
            }
        }
        self.out.end(begin);
    }

    /// Sets the notes that no printed text refers to, so that they are not lost.
    pub(super) fn remaining_notes(&mut self) {
        let names: Vec<String> = self.notes.defined.keys().cloned().collect();
        for name in names {
            let Some(note) = self.notes.defined.get_mut(&name) else {
                continue;
            };
            let Note::Waiting(text) = note else {
                continue;
            };
            // Notes that it refers to may refer back to it.
            let text = mem::take(text);
            *note = Note::Loose;
            self.out.push("loose-note(");
            self.out.literal(&loose_mark(&name));
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
        if let [(Event::Start(Tag::Paragraph), range), rest @ ..] = items
            && let Some(end) = rest.iter().position(is_end)
        {
            self.out
                .location(Span::new(self.narrative.file, range.clone()));
            let (first, behind) = rest.split_at(end);
            self.blocks(first);
            others = behind.get(1..).unwrap_or(&[]);
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
