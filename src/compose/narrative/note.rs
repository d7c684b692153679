//! Footnotes.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};

use super::{HeadingContext, Lowering};
use crate::compose::tree::{BlockKind, Content, Inline, Note as SetNote, NoteText, Style};
use crate::markdown::{Event, Item, notes_in_title};
use crate::source::slice;

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
            self.out.inline(by_name(name));
            return;
        };
        if matches!(self.notes.defined.get(&name), Some(Note::Loose)) {
            self.out.inline(by_name(&loose_mark(&name)));
            return;
        }
        let reference = Inline::NoteReference(self.label_of(&name));
        match self.notes.defined.insert(name.clone(), Note::Set) {
            Some(Note::Waiting(text)) if self.note_depth > 0 => {
                self.title_note(vec![reference]);
                self.inner_notes.push((name, text));
            }
            Some(Note::Waiting(text)) if self.in_head => {
                self.title_note(vec![reference]);
                self.head_notes.push(HeadNote::Defined(name, text));
            }
            Some(Note::Waiting(text)) => {
                let notes = self.note(&name, &text);
                self.title_note(notes);
            }
            _ => self.title_note(vec![reference]),
        }
    }

    /// Adds notes, in a title as such.
    fn title_note(&mut self, notes: Vec<Inline>) {
        let notes = Content::of(notes);
        if self.in_title {
            self.out.inline(Inline::TitleNotes(notes));
        } else {
            self.out.content(notes);
        }
    }

    /// The notes that the title of a chapter refers to, which stands in the opening of the
    /// chapter.
    pub(super) fn notes_of_title(&mut self, items: &[Item<'t>]) {
        if self.standing != HeadingContext::Chapter {
            return;
        }
        let is_end = |(event, _): &&Item<'_>| matches!(event, Event::End(TagEnd::Heading(_)));
        let outer = mem::replace(&mut self.in_title, true);
        self.out.begin_line();
        for (event, _) in items.iter().take_while(|item| !is_end(item)) {
            if let Event::FootnoteReference(name) = event {
                self.footnote(name);
            }
        }
        self.in_title = outer;
        let notes = self.out.end_line();
        if !notes.is_empty() {
            let before = self.composer.title_notes.take();
            self.composer.title_notes = Some(before.unwrap_or_default().then(notes));
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
        self.out.begin_line();
        let mut written = 0;
        for (name, range) in references {
            self.out.text(slice(caption, written..range.start));
            self.footnote(name);
            written = range.end;
        }
        self.out.text(slice(caption, written..));
        self.in_title = outer;
        self.out.end_line()
    }

    /// Adds a note that says where a link leads.
    pub(super) fn note_of_address(&mut self, address: String) {
        if self.in_head {
            self.addresses += 1;
            let file = self.narrative.file.number();
            let label = format!("address:{file}:{}", self.addresses);
            self.out.inline(Inline::NoteReference(label.clone()));
            self.head_notes.push(HeadNote::Address(label, address));
            return;
        }
        self.title_note(vec![Inline::AddressNote(address)]);
    }

    /// A note, and behind it those that it refers to: Typst loses notes in notes where the
    /// line that refers to the outer one moves to the next page. Their marks stand in the
    /// note; that of where they are set is not seen.
    fn note(&mut self, name: &str, text: &[Item<'t>]) -> Vec<Inline> {
        let mut notes = vec![Inline::Note(Box::new(self.single_note(name, text)))];
        while !self.inner_notes.is_empty() {
            let inner = mem::take(&mut self.inner_notes);
            let inner = inner
                .iter()
                .map(|(name, text)| self.single_note(name, text));
            notes.push(Inline::InnerNotes(inner.collect()));
        }
        notes
    }

    fn single_note(&mut self, name: &str, text: &[Item<'t>]) -> SetNote {
        let title = mem::take(&mut self.in_title);
        self.note_depth += 1;
        let text = self.note_text(text);
        self.note_depth -= 1;
        self.in_title = title;
        SetNote {
            label: self.label_of(name),
            text,
        }
    }

    fn label_of(&self, name: &str) -> String {
        format!("note:{}:{name}", self.narrative.file.number())
    }

    /// The notes of the head of a table: the head is repeated on every page, its notes are
    /// not.
    pub(super) fn notes_of_head(&mut self) -> Content {
        let mut notes = Vec::new();
        for note in mem::take(&mut self.head_notes) {
            match note {
                HeadNote::Defined(name, text) => notes.extend(self.note(&name, &text)),
                HeadNote::Address(label, address) => {
                    let link = Inline::address(address);
                    let text = NoteText {
                        first: link.into(),
                        ..NoteText::default()
                    };
                    notes.push(Inline::Note(Box::new(SetNote { label, text })));
                }
            }
        }
        Content::of(notes)
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
            let text = self.note_text(&text);
            self.out
                .block(BlockKind::LooseNote(loose_mark(&name), text));
        }
    }

    /// The text of a note. Its first paragraph stands beside the number, not below it, and is
    /// no block.
    fn note_text(&mut self, items: &[Item<'t>]) -> NoteText {
        let is_end = |(event, _): &Item<'_>| matches!(event, Event::End(TagEnd::Paragraph));
        let mut text = NoteText::default();
        let mut others = items;
        if let [(Event::Start(Tag::Paragraph), range), rest @ ..] = items
            && let Some(end) = rest.iter().position(is_end)
        {
            let (first, behind) = rest.split_at(end);
            text.origin = Some(self.origin(range.start));
            self.out.begin_line();
            self.blocks(first);
            text.first = self.out.end_line();
            others = behind.get(1..).unwrap_or(&[]);
        }
        if !others.is_empty() {
            self.out.begin_blocks();
            self.blocks(others);
            text.rest = self.out.end_blocks();
        }
        text
    }
}

/// A reference to a note that has no number.
fn by_name(name: &str) -> Inline {
    Inline::Styled(Style::Superscript, name.into())
}
