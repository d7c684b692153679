//! What figures and tables of a text are called.

use std::ops::Range;

use super::image::{self, find_image};
use super::place::{Found, id_of};
use super::read::Reader;
use crate::finding::rules;
use crate::language::as_meant;
use crate::markdown::{PlaceKind, attributes};
use crate::source::{Span, slice};

/// With these a paragraph before a table is its caption.
const CAPTIONS: [&str; 2] = ["Tabel:", "Table:"];

/// The event before the one that is read, as far as it decides what that is.
#[derive(Default)]
pub(super) enum Before {
    /// Nothing of the kind.
    #[default]
    Other,
    /// A paragraph was opened.
    Paragraph,
    /// An image at the beginning of its paragraph was closed: its place, and what it is
    /// if it is alone there and has a caption.
    Image(Span, Option<Found>),
    /// A paragraph that may be a caption was closed: its place and its text.
    Caption(Range<usize>, String),
}

/// An image that is open.
pub(super) struct Image {
    pub range: Range<usize>,
    /// Characters of its alternative text.
    pub length: usize,
    /// Whether its paragraph begins with it.
    pub first: bool,
    /// What it is if it is alone in its paragraph and has a caption.
    pub figure: Option<Found>,
}

impl Reader<'_, '_, '_> {
    /// Opens an image; `first` says whether its paragraph begins with it. Alone in a
    /// paragraph and with a title it is a figure.
    pub(super) fn begin_image(
        &mut self,
        range: Range<usize>,
        destination: &str,
        title: &str,
        first: bool,
    ) {
        let span = self.span(range.clone());
        let path = find_image(destination, self.file, span, self.judge);
        let written = slice(&self.file.text, range.clone());
        let at = written.rfind(title).unwrap_or_default();
        let (caption, found) = attributes(title);
        let id = id_of(found.as_ref(), span.file, range.start + at, self.judge);
        let mut figure = None;
        if !caption.trim().is_empty() {
            let place = Found {
                kind: PlaceKind::Figure,
                id,
                title: as_meant(caption).into_owned(),
                span: self.span(range.start..range.start),
                is_title: false,
            };
            self.narrative
                .captions
                .insert(range.start, place.title.clone());
            match first {
                true => figure = Some(place),
                false => self.misplaced_caption(span, caption),
            }
        }
        if let Some(path) = path {
            let width = found.and_then(|found| found.width);
            let share = image::share(&path, width, first, span, self.judge);
            let image = super::Image {
                path,
                alone: false,
                share,
            };
            self.narrative.images.insert(range.start, image);
        }
        self.image = Some(Image {
            range,
            length: 0,
            first,
            figure,
        });
    }

    /// Says that the caption of an image that stands in a line does not print.
    pub(super) fn misplaced_caption(&mut self, image: Span, caption: &str) {
        let finding = rules::misplaced_caption::found(image, caption);
        self.judge.findings.push(finding);
    }

    /// Whether a paragraph may be the caption of a table.
    pub(super) fn may_be_caption(&self, range: &Range<usize>) -> bool {
        let text = slice(&self.file.text, range.clone());
        CAPTIONS.iter().any(|word| text.starts_with(word))
    }

    /// Makes a paragraph the caption of the table that begins at `start`.
    pub(super) fn caption_table(&mut self, start: usize, paragraph: Range<usize>, text: &str) {
        let written = slice(&self.file.text, paragraph.clone());
        let Some(word) = CAPTIONS.iter().find(|word| written.starts_with(**word)) else {
            return;
        };
        let (body, found) = attributes(written);
        let after = slice(written, word.len()..);
        let blank = after.len() - after.trim_start().len();
        let hidden = &mut self.narrative.hidden;
        hidden.push(paragraph.start..paragraph.start + word.len() + blank);
        if found.is_some() {
            hidden.push(paragraph.start + body.len()..paragraph.end);
        }
        let file = self.narrative.file;
        let id = id_of(found.as_ref(), file, paragraph.start, self.judge);
        let title = text.strip_prefix(word).unwrap_or(text);
        self.narrative.table_captions.insert(paragraph.start);
        self.narrative.found.push(Found {
            kind: PlaceKind::Table,
            id,
            title: attributes(title).0.trim().to_owned(),
            span: self.span(start..start),
            is_title: false,
        });
    }
}
