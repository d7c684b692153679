//! What figures and tables of a text are called.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::image::{self, find_image};
use super::place::{Found, id_of};
use super::read::Reader;
use crate::language::as_meant;
use crate::markdown::{PlaceKind, attributes, notes_in_title};
use crate::pattern::literal_pattern;
use crate::resolve::rules;
use crate::source::{Span, slice};

/// With these a paragraph before a table is its caption.
const CAPTIONS: [&str; 2] = ["Tabel:", "Table:"];

/// The beginning of a paragraph that was meant for one.
static CAPTION: LazyLock<Regex> =
    LazyLock::new(|| literal_pattern(r"^[*_]{0,3}(?i:tabel|table)[ \t\u{a0}]*:"));

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
        for (name, _) in notes_in_title(title) {
            self.notes.refer(name);
        }
        let span = self.span(range.clone());
        let path = find_image(destination, self.file, span, self.context);
        let written = slice(&self.file.text, range.clone());
        let at = written.rfind(title).unwrap_or_default();
        let (caption, found) = attributes(title);
        let id = id_of(found.as_ref(), span.file, range.start + at, self.context);
        let mut figure = None;
        if caption.trim().is_empty() && found.is_some() {
            self.context
                .findings
                .push(rules::empty_caption::of_figure(span));
        }
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
            if first {
                figure = Some(place)
            } else {
                self.misplaced_caption(span, caption)
            }
        }
        if let Some(path) = path {
            let width = found.and_then(|found| found.width);
            let share = image::share(&path, width, first, span, self.context);
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
        let finding = rules::misplaced_caption::finding(image, caption);
        self.context.findings.push(finding);
    }

    /// Whether a paragraph may be the caption of a table, or was meant for one.
    pub(super) fn may_be_caption(&self, range: &Range<usize>) -> bool {
        let text = slice(&self.file.text, range.clone());
        CAPTION.is_match(text)
    }

    /// Looks at what stands behind a paragraph that was meant for a caption, if it is no
    /// table: `block` says whether it is a block that asks for one.
    pub(super) fn caption_of_nothing(&mut self, paragraph: &Range<usize>, text: &str, block: bool) {
        let written = slice(&self.file.text, paragraph.clone());
        let Some(word) = CAPTION.find(written) else {
            return;
        };
        // Rows that make no table are another matter.
        if written.contains('|') {
            return;
        }
        let word = word.as_str().trim_start_matches(['*', '_']);
        let span = self.span(paragraph.start..paragraph.start + written.trim_end().len());
        let finding = if block {
            let caption = text.split_once(':').map_or(text, |(_, caption)| caption);
            let caption = attributes(caption).0.trim();
            rules::misplaced_caption::of_block(span, word, caption)
        } else {
            rules::misplaced_caption::of_table(span, word)
        };
        self.context.findings.push(finding);
    }

    /// Reports a caption right above a table that is written in another way.
    fn caption_otherwise(&mut self, paragraph: Range<usize>) {
        let written = slice(&self.file.text, paragraph.clone()).trim_end();
        let Some(word) = CAPTION.find(written) else {
            return;
        };
        let first = if word.as_str().to_lowercase().contains("tabel") {
            "Tabel:"
        } else {
            "Table:"
        };
        let marks = word.as_str().trim_start_matches(['*', '_']);
        let marks = slice(word.as_str(), ..word.len() - marks.len());
        let rest = slice(written, word.end()..);
        // `**Tabel: x**` and `**Tabel:** x`, and nothing else that is bold or slanted.
        let plain = match rest.split_once(marks).filter(|_| !marks.is_empty()) {
            Some((one, two)) => format!("{one}{two}"),
            None => rest.to_owned(),
        };
        let right = format!("{first} {}", plain.trim());
        let span = self.span(paragraph.start..paragraph.start + written.len());
        let finding = rules::misplaced_caption::written_otherwise(span, &right);
        let certain = !plain.contains(['*', '_', '\n']);
        self.context.findings.push(if certain {
            finding.restructure(span, right)
        } else {
            finding
        });
    }

    /// Makes a paragraph the caption of the table that begins at `start`.
    pub(super) fn caption_table(&mut self, start: usize, paragraph: Range<usize>, text: &str) {
        let written = slice(&self.file.text, paragraph.clone());
        let Some(word) = CAPTIONS.iter().find(|word| written.starts_with(**word)) else {
            return self.caption_otherwise(paragraph);
        };
        let (body, found) = attributes(written);
        let after = slice(written, word.len()..);
        let blank = after.len() - after.trim_start().len();
        // Behind the word alone, what is left out are the attributes.
        let words = word.len() + blank;
        let hidden = &mut self.narrative.hidden;
        hidden.push(paragraph.start..paragraph.start + words);
        if found.is_some() {
            hidden.push(paragraph.start + body.len().max(words)..paragraph.end);
        }
        let file = self.narrative.file;
        let id = id_of(found.as_ref(), file, paragraph.start, self.context);
        let title = text.strip_prefix(word).unwrap_or(text);
        let caption = self.span(paragraph.clone());
        let body = slice(body, word.len().min(body.len())..);
        if body.trim().is_empty() {
            let finding = rules::empty_caption::of_table(caption, word);
            self.context.findings.push(finding);
        } else if attributes(body).1.is_some() {
            let finding = rules::empty_caption::twice(caption);
            self.context.findings.push(finding);
        }
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
