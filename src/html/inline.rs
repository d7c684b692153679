//! Lines of text.

use super::element::{Element, Markup, element};
use super::pending::Pending;
use super::without_soft_hyphens;
use super::writer::Writer;
use crate::compose::tree::{Content, Destination, Inline, Mark, PlaceNumber, Style};
use crate::markdown::ascii_address;

/// How wide a mark between digits is, as a part of a digit.
const MARK_WIDTH: f64 = 0.5;

impl Writer<'_> {
    /// A line.
    pub(super) fn content(&mut self, content: &Content) -> Markup {
        let inlines = content.inlines().iter();
        inlines.map(|inline| self.inline(inline)).collect()
    }

    /// The same as an element with nothing else in it.
    pub(super) fn content_in(&mut self, name: &'static str, content: &Content) -> Element {
        element(name).add(self.content(content))
    }

    fn inline(&mut self, inline: &Inline) -> Markup {
        match inline {
            Inline::Text(text) => self.words(text),
            Inline::Decimal { text, .. } => {
                let number = self.words(text);
                element("span").class("number").add(number).into()
            }
            Inline::Room(characters) => room(characters),
            Inline::Code(text) => {
                let words = self.words(text);
                element("code").add(words).into()
            }
            Inline::LineBreak => {
                self.page.say(" ");
                element("br").into()
            }
            Inline::Styled(style, inner) => {
                let name = match style {
                    Style::Emphasis => "em",
                    Style::Strong => "strong",
                    Style::Strike => "s",
                    Style::Subscript => "sub",
                    Style::Superscript => "sup",
                    Style::Key => "kbd",
                };
                self.content_in(name, inner).into()
            }
            Inline::Link(Destination::Label(label), inner) => {
                let link = self.content_in("a", inner);
                let link = if is_code(inner) {
                    link.class("code")
                } else {
                    link
                };
                link.pending(&Pending::Link(label.clone())).into()
            }
            Inline::Link(Destination::Address(address), inner) => {
                let link = self.content_in("a", inner);
                link.attribute("href", &ascii_address(address)).into()
            }
            Inline::Number(number) => {
                let number = self.number_of(number);
                self.words(&number)
            }
            Inline::Note(note) => {
                let mark = self.note(note);
                mark.into()
            }
            Inline::NoteReference(label) => self.note_reference(label),
            Inline::AddressNote(address) => self.address_note(address).into(),
            Inline::TitleNotes(notes) => self.content(notes),
            Inline::InnerNotes(notes) => {
                for note in notes {
                    self.unmarked_note(note);
                }
                Markup::default()
            }
            Inline::Task(done) => {
                let (class, sign) = if *done {
                    ("task done", "\u{2611}")
                } else {
                    ("task", "\u{2610}")
                };
                // The space behind it is one for those who copy, search or listen, too.
                let sign = self.words(sign);
                let space = self.words(" ");
                let mut task = Markup::from(element("span").class(class).add(sign));
                task.push(space);
                task
            }
            Inline::Picture(picture) => self.picture_in_line(picture).into(),
            Inline::Anchor(label) => {
                let id = self.place(label);
                element("span").id(id.as_deref()).into()
            }
            // A page shows no place of the plan.
            Inline::Origin(_) => Markup::default(),
            Inline::Marked(mark, inner) => {
                let name = match mark {
                    Mark::Added => "ins",
                    Mark::Removed => "del",
                    Mark::Changed => "mark",
                };
                self.content_in(name, inner).into()
            }
            // Pages of a web site have no numbers, and what a path shows stands beside it.
            Inline::ChangePages(_) | Inline::Page { .. } | Inline::Path(_) => Markup::default(),
        }
    }

    /// Words, which the search finds.
    pub(super) fn words(&mut self, text: &str) -> Markup {
        let text = without_soft_hyphens(text);
        self.page.say(&text);
        Markup::text(&text)
    }

    /// The number of a place with what stands around it.
    pub(super) fn number_of(&self, number: &PlaceNumber) -> String {
        number.text(self.numbers)
    }
}

/// Most characters of a number such as `GOV-07` or `TIK-2.1`.
const CODE: usize = 14;

/// Whether a line is a number that stays in one line.
fn is_code(content: &Content) -> bool {
    match content.inlines() {
        [Inline::Text(text)] => {
            let is_short = text.chars().count() <= CODE && !text.contains(char::is_whitespace);
            is_short && text.contains('-') && text.chars().any(|c| c.is_ascii_digit())
        }
        _ => false,
    }
}

/// As much room as these digits and marks take, so that numbers stand below each other.
fn room(characters: &str) -> Markup {
    let width: f64 = characters
        .chars()
        .map(|c| if c.is_numeric() { 1.0 } else { MARK_WIDTH })
        .sum();
    element("span")
        .class("room")
        .attribute("style", &format!("--room: {width}"))
        .into()
}
