//! What stands in a line of text.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Note, Picture, Style};
use crate::compose::trace::Origin;
use crate::language::SOFT_HYPHEN;

/// Digits of the number of a page, at most.
const PAGE: usize = 4;

/// As many characters are as wide as a path.
const PATH: usize = 7;

/// Width of a path, in tenths of a point.
const PATH_WIDTH: u32 = 300;

/// Width of a text in the type of tables (Source Sans 3, 8.5 pt), in tenths of a point: that of
/// digits and marks as they are, that of letters a little more than in the mean.
fn width(text: &str) -> u32 {
    let width = |c: char| match c {
        SOFT_HYPHEN => 0,
        '.' | ',' | ':' | ';' | ' ' | '\'' | 'i' | 'l' | 'j' | '(' | ')' => 24,
        '0'..='9' => 43,
        _ => 50,
    };
    text.chars().map(width).sum()
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Inline {
    /// Words.
    Text(String),
    /// A number that is aligned with those above and below it.
    Decimal {
        /// The number as it is printed.
        text: String,
        /// Digits behind the decimal mark.
        places: usize,
        /// The decimal mark.
        mark: char,
    },
    /// As much room as these characters take.
    Room(String),
    /// Words in the type of code.
    Code(String),
    /// The end of a line.
    LineBreak,
    /// Words that look or mean otherwise.
    Styled(Style, Content),
    /// Words that lead somewhere.
    Link(Destination, Content),
    /// The number of a place of the book.
    Number(PlaceNumber),
    /// A footnote, at its first reference.
    Note(Box<Note>),
    /// A further reference to the note with a label.
    NoteReference(String),
    /// A footnote that prints a web address.
    AddressNote(String),
    /// Notes of a heading or a caption: lists and running heads, which repeat it, are without.
    TitleNotes(Content),
    /// Notes to which another note refers, set behind it without a mark of their own.
    InnerNotes(Vec<Note>),
    /// The box of a task, and whether it is done.
    Task(bool),
    /// A picture in a line, or alone in one.
    Picture(Picture),
    /// A place that links lead to, by its label.
    Anchor(String),
    /// Where what follows comes from.
    Origin(Origin),
    /// Words that are marked as changed.
    Marked(Mark, Content),
    /// The page of a place by its label, behind some words; in books that have pages.
    Page {
        /// What is printed before the number.
        before: String,
        /// The label.
        label: String,
    },
    /// The way of an indicator, as high as a line, in books that draw.
    Path(Path),
    /// The pages on which a change is marked, by the labels that are tried for them.
    ChangePages([String; 3]),
}

/// The way of an indicator over the years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Path {
    /// Colour of the pillar, if it has one.
    pub color: Option<String>,
    /// Baseline and targets: place and height, from 0 to 1000.
    pub points: Vec<[u32; 2]>,
    /// What was reached.
    pub reached: Vec<[u32; 2]>,
}

/// Where words lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Destination {
    /// A place of the book, by its label.
    Label(String),
    /// A web address.
    Address(String),
}

/// What is shown about a piece of content in a book that marks changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another one than before, which nothing in it shows.
    Changed,
}

/// The number of a place, which is known once the book is complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlaceNumber {
    /// Label of the place.
    pub label: String,
    /// What is printed before the number.
    pub before: String,
    /// What is printed behind it.
    pub after: String,
    /// What is printed if the place has no number.
    pub otherwise: String,
}

impl PlaceNumber {
    /// What is printed, given the numbers of places by label.
    pub fn text(&self, numbers: &BTreeMap<String, String>) -> String {
        match numbers.get(&self.label) {
            Some(number) => format!("{}{number}{}", self.before, self.after),
            None => self.otherwise.clone(),
        }
    }
}

/// A line of text, or several with breaks between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content(Vec<Inline>);

impl Content {
    /// No content.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Content of these pieces.
    pub(crate) fn of(inlines: Vec<Inline>) -> Self {
        Self(inlines)
    }

    /// Plain text; line breaks stay line breaks.
    pub fn text(text: &str) -> Self {
        let line = |text: &str| Self(vec![Inline::Text(text.to_owned())]);
        if text.is_empty() {
            return line(text);
        }
        Self::lines(text.lines().map(line))
    }

    /// Contents below each other.
    pub fn lines(lines: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Vec::new();
        for (at, Self(line)) in lines.into_iter().enumerate() {
            if at > 0 {
                all.push(Inline::LineBreak);
            }
            all.extend(line);
        }
        Self(all)
    }

    /// Contents with a separator between them.
    pub fn join(items: impl IntoIterator<Item = Self>, separator: &str) -> Self {
        let mut all = Vec::new();
        for (at, Self(item)) in items.into_iter().enumerate() {
            if at > 0 {
                all.push(Inline::Text(separator.to_owned()));
            }
            all.extend(item);
        }
        Self(all)
    }

    /// A number with so many decimal places behind `mark`.
    pub fn number(text: &str, places: usize, mark: char) -> Self {
        let text = text.to_owned();
        Self(vec![Inline::Decimal { text, places, mark }])
    }

    /// Content that jumps to a label of the book.
    pub(crate) fn link_to(label: &str, body: Self) -> Self {
        Self(vec![Inline::Link(
            Destination::Label(label.to_owned()),
            body,
        )])
    }

    /// This content in bold type.
    #[must_use]
    pub(crate) fn strong(self) -> Self {
        Self(vec![Inline::Styled(Style::Strong, self)])
    }

    /// This content followed by another.
    #[must_use]
    pub fn then(mut self, other: impl Into<Self>) -> Self {
        self.0.extend(other.into().0);
        self
    }

    /// Where this content comes from, before it.
    #[must_use]
    pub(crate) fn at(mut self, origin: Origin) -> Self {
        self.0.insert(0, Inline::Origin(origin));
        self
    }

    /// The pieces.
    pub(crate) fn inlines(&self) -> &[Inline] {
        &self.0
    }

    /// The same, to be changed.
    pub(crate) fn inlines_mut(&mut self) -> &mut [Inline] {
        &mut self.0
    }

    /// The pieces, taken out.
    pub(crate) fn into_inlines(self) -> Vec<Inline> {
        self.0
    }

    /// Adds a piece.
    pub(crate) fn push(&mut self, inline: Inline) {
        self.0.push(inline);
    }

    /// Adds content.
    pub(crate) fn append(&mut self, content: Self) {
        self.0.extend(content.0);
    }

    /// The same with the last word of every line whole: the end of a paragraph is no part of
    /// a word.
    #[must_use]
    pub(crate) fn with_whole_ends(mut self) -> Self {
        keep_ends(&mut self.0, true);
        self
    }

    /// The last piece.
    pub(crate) fn last_mut(&mut self) -> Option<&mut Inline> {
        self.0.last_mut()
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where the number is with which this begins, if it does.
    fn first_number(&self) -> Option<usize> {
        let is_seen = |inline: &Inline| !matches!(inline, Inline::Origin(_));
        let first = self.0.iter().position(is_seen)?;
        let is_number = matches!(self.0.get(first), Some(Inline::Decimal { .. }));
        is_number.then_some(first)
    }

    /// Decimal places, if this begins with a number.
    pub(crate) fn places(&self) -> Option<usize> {
        match self.0.get(self.first_number()?) {
            Some(Inline::Decimal { places, .. }) => Some(*places),
            _ => None,
        }
    }

    /// Gives a number the room of as many decimal places as its neighbours have,
    /// so that marks stand below each other.
    pub(crate) fn pad(&mut self, to: usize) {
        let Some(at) = self.first_number() else {
            return;
        };
        let Some(Inline::Decimal { places, mark, .. }) = self.0.get_mut(at) else {
            return;
        };
        let missing = to.saturating_sub(*places);
        if missing == 0 {
            return;
        }
        let mut room = "0".repeat(missing);
        if *places == 0 {
            room.insert(0, *mark);
        }
        *places = to;
        self.0.insert(at + 1, Inline::Room(room));
    }

    /// How many characters print, and how many breaks between lines were written, for choosing
    /// widths. What is only known once the book is complete is not counted.
    pub(crate) fn extent(&self) -> (usize, usize) {
        let extents = self.0.iter().map(Inline::extent);
        extents.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
    }

    /// Number of characters that print.
    pub fn chars(&self) -> usize {
        self.extent().0
    }

    /// How wide the text is in one line, and how wide the widest piece that no line breaks, in
    /// tenths of a point of the type of tables.
    pub(crate) fn widths(&self) -> (u32, u32) {
        let widths = self.0.iter().map(Inline::widths);
        widths.fold((0, 0), |(all, widest), (own, piece)| {
            (all + own, widest.max(piece))
        })
    }
}

impl Inline {
    /// A web address that is printed and leads where it says.
    pub(crate) fn address(address: String) -> Self {
        let printed = Content::text(&address);
        Self::Link(Destination::Address(address), printed)
    }

    fn widths(&self) -> (u32, u32) {
        match self {
            Self::Text(text) => {
                let breaks =
                    |c: char| c == SOFT_HYPHEN || c == '-' || (c.is_whitespace() && c != '\u{a0}');
                let pieces = text.split(breaks).map(width);
                (width(text), pieces.max().unwrap_or_default())
            }
            Self::Decimal { text, .. } => (width(text), width(text)),
            Self::Styled(_, body) | Self::Link(_, body) => body.widths(),
            Self::Path(_) => (PATH_WIDTH, PATH_WIDTH),
            Self::Room(digits) => (width(digits), 0),
            Self::LineBreak
            | Self::Code(_)
            | Self::Number(_)
            | Self::Note(_)
            | Self::NoteReference(_)
            | Self::AddressNote(_)
            | Self::TitleNotes(_)
            | Self::InnerNotes(_)
            | Self::Task(_)
            | Self::Picture(_)
            | Self::Anchor(_)
            | Self::Origin(_)
            | Self::Marked(..)
            | Self::ChangePages(_)
            | Self::Page { .. } => (0, 0),
        }
    }

    fn extent(&self) -> (usize, usize) {
        match self {
            Self::Text(text) | Self::Decimal { text, .. } => {
                (text.chars().filter(|c| *c != SOFT_HYPHEN).count(), 0)
            }
            Self::LineBreak => (0, 1),
            Self::Styled(_, body) | Self::Link(_, body) => body.extent(),
            Self::Room(_)
            | Self::Code(_)
            | Self::Number(_)
            | Self::Note(_)
            | Self::NoteReference(_)
            | Self::AddressNote(_)
            | Self::TitleNotes(_)
            | Self::InnerNotes(_)
            | Self::Task(_)
            | Self::Picture(_)
            | Self::Anchor(_)
            | Self::Origin(_)
            | Self::Marked(..)
            | Self::ChangePages(_) => (0, 0),
            Self::Path(_) => (PATH, 0),
            Self::Page { before, .. } => (before.chars().count() + PAGE, 0),
        }
    }
}

/// Takes soft hyphens out of words at ends. Goes back from the end of a line, which is still
/// in its last word if `at_end`; returns whether it has not left it.
fn keep_ends(inlines: &mut [Inline], mut at_end: bool) -> bool {
    for inline in inlines.iter_mut().rev() {
        at_end = match inline {
            Inline::Text(text) if at_end => keep_end(text),
            Inline::Styled(_, body) | Inline::Link(_, body) | Inline::Marked(_, body) => {
                keep_ends(&mut body.0, at_end)
            }
            Inline::LineBreak => true,
            Inline::Text(_)
            | Inline::Decimal { .. }
            | Inline::Room(_)
            | Inline::Code(_)
            | Inline::Number(_)
            | Inline::Task(_)
            | Inline::Picture(_)
            | Inline::Page { .. }
            | Inline::ChangePages(_) => false,
            // A mark behind the word, or nothing that is seen.
            Inline::Note(_)
            | Inline::NoteReference(_)
            | Inline::AddressNote(_)
            | Inline::TitleNotes(_)
            | Inline::InnerNotes(_)
            | Inline::Anchor(_)
            | Inline::Origin(_)
            | Inline::Path(_) => at_end,
        };
    }
    at_end
}

/// Takes soft hyphens out of the last word of a text; returns whether all of it is one.
fn keep_end(text: &mut String) -> bool {
    let blank = text.trim_end().rfind(char::is_whitespace);
    let end = text.split_off(blank.unwrap_or(0));
    text.extend(end.chars().filter(|c| *c != SOFT_HYPHEN));
    blank.is_none()
}

impl From<Inline> for Content {
    fn from(inline: Inline) -> Self {
        Self(vec![inline])
    }
}

impl From<&Content> for Content {
    fn from(content: &Self) -> Self {
        content.clone()
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::text(&text)
    }
}

impl JsonSchema for Content {
    fn schema_name() -> Cow<'static, str> {
        "content".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "content" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_get_the_room_of_the_places_of_their_neighbours() {
        let padded = |text: &str, places, to| {
            let mut number = Content::number(text, places, ',');
            number.pad(to);
            match number.inlines() {
                [Inline::Decimal { .. }] => String::new(),
                [Inline::Decimal { .. }, Inline::Room(room)] => room.clone(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(padded("72", 0, 2), ",00");
        assert_eq!(padded("72,5", 1, 2), "0");
        assert_eq!(padded("72,25", 2, 2), "");
        let mut with_year = Content::number("72", 0, ',').then(" (2024)");
        with_year.pad(1);
        assert!(matches!(
            with_year.inlines(),
            [Inline::Decimal { .. }, Inline::Room(_), Inline::Text(_)]
        ));
    }
}
