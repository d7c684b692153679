//! Footnotes.

use std::collections::BTreeMap;
use std::mem;
use std::ops::Range;

use super::words::Words;
use super::{HeadingContext, Lowering};
use crate::compose::tree::{BlockKind, Content, Flow, Inline, Note as SetNote, NoteText, Style};
use crate::markdown::{
    self, Block, Heading, InlineKind, Node, Visitor, for_each_inline, notes_in_title, walk,
};
use crate::slice::slice;

/// The footnotes of a text.
#[derive(Default)]
pub(super) struct Notes<'t> {
    /// Of several with one name, the first counts.
    defined: BTreeMap<&'t str, Note<'t>>,
    /// The name with which a note was first defined, by the name in small letters.
    names: BTreeMap<String, &'t str>,
}

/// A footnote that is defined.
#[derive(Clone, Copy)]
enum Note<'t> {
    /// Its text waits for a reference.
    Waiting(&'t [Block]),
    /// It stands in the book.
    Set,
    /// It stands in the book behind the text, under its own name.
    Loose,
}

impl<'t> Visitor<'t> for Notes<'t> {
    fn enter(&mut self, node: Node<'t>) {
        let Node::Block(block) = node else { return };
        if let markdown::BlockKind::Note(note) = &block.kind {
            let folded = self.names.entry(note.name.to_lowercase());
            folded.or_insert(&note.name);
            let first = self.defined.entry(&note.name);
            first.or_insert(Note::Waiting(&note.blocks));
        }
    }
}

impl<'t> Notes<'t> {
    /// Those that are defined in some blocks.
    pub(super) fn of(blocks: &'t [Block]) -> Self {
        let mut notes = Self::default();
        walk(blocks, &mut notes);
        notes
    }

    /// The name with which a note is defined that is referred to by a name; `None` if
    /// there is none. Capital and small letters are only told apart where there are two.
    fn name_of(&self, name: &str) -> Option<&'t str> {
        if let Some((name, _)) = self.defined.get_key_value(name) {
            return Some(name);
        }
        self.names.get(&name.to_lowercase()).copied()
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
    Defined(&'t str, &'t [Block]),
    /// One that says where a link leads: its label, and the address.
    Address(String, String),
}

impl<'t> Lowering<'_, '_, 't> {
    pub(super) fn footnote(&mut self, name: &str, words: &mut Words) {
        let Some(name) = self.notes.name_of(name) else {
            // It follows behind the text, with the ones that nothing refers to.
            return words.push(by_name(name));
        };
        if matches!(self.notes.defined.get(name), Some(Note::Loose)) {
            return words.push(by_name(&loose_mark(name)));
        }
        let reference = Inline::NoteReference(self.label_of(name));
        let notes = match self.notes.defined.insert(name, Note::Set) {
            Some(Note::Waiting(text)) if self.note_depth > 0 => {
                self.inner_notes.push((name, text));
                vec![reference]
            }
            Some(Note::Waiting(text)) if self.in_head => {
                self.head_notes.push(HeadNote::Defined(name, text));
                vec![reference]
            }
            Some(Note::Waiting(text)) => self.note(name, text),
            Some(Note::Set | Note::Loose) | None => vec![reference],
        };
        self.title_note(notes, words);
    }

    /// Adds notes, in a title as such.
    fn title_note(&self, notes: Vec<Inline>, words: &mut Words) {
        let notes = Content::of(notes);
        if self.in_title {
            words.push(Inline::TitleNotes(notes));
        } else {
            words.append(notes);
        }
    }

    /// The notes that the title of a chapter refers to, which stands in the opening of the
    /// chapter.
    pub(super) fn notes_of_title(&mut self, heading: &Heading) {
        if self.standing != HeadingContext::Chapter {
            return;
        }
        let outer = mem::replace(&mut self.in_title, true);
        let mut words = Words::whole();
        for_each_inline(&heading.line, |inline| {
            if let InlineKind::NoteReference(name) = &inline.kind {
                self.footnote(name, &mut words);
            }
        });
        self.in_title = outer;
        let notes = words.done();
        if !notes.is_empty() {
            let before = self.composer.title_notes.take();
            self.composer.title_notes = Some(before.unwrap_or_default().then(notes));
        }
    }

    /// The caption of a picture, in which notes may be referred to.
    pub(super) fn caption_of_picture(&mut self, caption: &str) -> Content {
        let mut references = notes_in_title(caption);
        references.retain(|(name, _)| self.notes.name_of(name).is_some());
        if references.is_empty() {
            return Content::text(caption);
        }
        let outer = mem::replace(&mut self.in_title, true);
        let mut words = Words::whole();
        let mut written = 0;
        for (name, Range { start, end }) in references {
            words.text(slice(caption, written..start));
            self.footnote(name, &mut words);
            written = end;
        }
        words.text(slice(caption, written..));
        self.in_title = outer;
        words.done()
    }

    /// Adds a note that says where a link leads.
    pub(super) fn note_of_address(&mut self, address: String, words: &mut Words) {
        if self.in_head {
            self.addresses += 1;
            let file = self.narrative.file.number();
            let label = format!("address:{file}:{}", self.addresses);
            words.push(Inline::NoteReference(label.clone()));
            self.head_notes.push(HeadNote::Address(label, address));
            return;
        }
        self.title_note(vec![Inline::AddressNote(address)], words);
    }

    /// A note, and behind it those that it refers to: Typst loses notes in notes where the
    /// line that refers to the outer one moves to the next page. Their marks stand in the
    /// note; that of where they are set is not seen.
    fn note(&mut self, name: &str, text: &'t [Block]) -> Vec<Inline> {
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

    fn single_note(&mut self, name: &str, text: &'t [Block]) -> SetNote {
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
                HeadNote::Defined(name, text) => notes.extend(self.note(name, text)),
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

    /// The notes that no printed text refers to, so that they are not lost.
    pub(super) fn remaining_notes(&mut self) -> Flow {
        let mut flow = Flow::default();
        let names: Vec<&str> = self.notes.defined.keys().copied().collect();
        for name in names {
            let Some(Note::Waiting(text)) = self.notes.defined.get(name).copied() else {
                continue;
            };
            // Notes that it refers to may refer back to it.
            self.notes.defined.insert(name, Note::Loose);
            let text = self.note_text(text);
            flow.push(BlockKind::LooseNote(loose_mark(name), text));
        }
        flow
    }

    /// The text of a note. Its first paragraph stands beside the number, not below it, and is
    /// no block.
    fn note_text(&mut self, blocks: &'t [Block]) -> NoteText {
        let mut text = NoteText::default();
        let mut others = blocks;
        if let [first, rest @ ..] = blocks
            && let markdown::BlockKind::Paragraph(line) = &first.kind
        {
            text.origin = Some(self.origin(first.range.start));
            text.first = self.line(line);
            others = rest;
        }
        text.rest = self.blocks(others, true);
        text
    }
}

/// A reference to a note that has no number.
fn by_name(name: &str) -> Inline {
    Inline::Styled(Style::Superscript, name.into())
}
