//! What figures and tables of a text are called.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::image::{self, LONGEST_ALTERNATIVE, find_image};
use super::place::{Found, id_of};
use super::read::Reader;
use crate::address::PlaceKind;
use crate::language::as_meant;
use crate::markdown::{Block, Caption, Image, Inline, Table, attributes, notes_in_title, plain};
use crate::pattern::literal_pattern;
use crate::resolve::rules;
use crate::slice::slice;
use crate::source::Span;

/// The beginning of a paragraph that was meant for one.
static CAPTION: LazyLock<Regex> =
    LazyLock::new(|| literal_pattern(r"^[*_]{0,3}(?i:tabel|table)[ \t\u{a0}]*:"));

impl Reader<'_, '_, '_> {
    /// Reads an image. Alone in a paragraph and with a title it is a figure.
    pub(super) fn image(&mut self, image: &Image, range: Range<usize>) {
        for (name, _) in notes_in_title(&image.title) {
            self.notes.refer(name);
        }
        let span = self.span(range.clone());
        let first = self.first_image.filter(|(node, _)| *node == image.node);
        let is_alone = first.is_some_and(|(_, is_alone)| is_alone);
        let path = find_image(&image.destination, self.file, span, self.context);
        let written = slice(&self.file.text, range.clone());
        let at = written.rfind(&*image.title).unwrap_or_default();
        let (caption, found) = attributes(&image.title);
        let id = id_of(found.as_ref(), span.file, range.start + at, self.context);
        let has_caption = !caption.trim().is_empty();
        if !has_caption && found.is_some() {
            let finding = rules::empty_caption::of_figure(span);
            self.context.findings.push(finding);
        }
        let caption = as_meant(caption);
        if has_caption && is_alone {
            self.narrative.found.push(Found {
                node: image.node,
                kind: PlaceKind::Figure,
                id,
                title: caption.clone().into_owned(),
                span: self.span(range.start..range.start),
                is_title: false,
            });
        } else if has_caption {
            let finding = rules::misplaced_caption::finding(span, &caption);
            self.context.findings.push(finding);
        }
        if let Some(path) = path {
            let width = found.and_then(|found| found.width);
            let share = image::share(&path, width, first.is_some(), span, self.context);
            let shown = super::Image {
                path,
                span,
                alone: is_alone,
                share,
                caption: (has_caption && is_alone).then(|| caption.into_owned()),
            };
            self.narrative.images.insert(image.node, shown);
        }
        self.alternative(image, span);
    }

    /// Looks at the alternative text of an image.
    fn alternative(&mut self, image: &Image, span: Span) {
        let length = plain(&image.line).trim_start().chars().count();
        if length == 0 {
            let finding = rules::image_without_alternative_text::finding(span);
            self.context.findings.push(finding);
        }
        if length > LONGEST_ALTERNATIVE {
            let limit = LONGEST_ALTERNATIVE;
            let finding = rules::long_alternative_text::finding(span, length, limit);
            self.context.findings.push(finding);
        }
    }

    /// Looks at a paragraph that was meant for a caption, and at the block behind it. That of
    /// a table is none, but for one that is written in another way.
    pub(super) fn idle_caption(
        &mut self,
        line: &[Inline],
        paragraph: &Range<usize>,
        behind: Option<&Block>,
    ) {
        let written = slice(&self.file.text, paragraph.clone());
        if !CAPTION.is_match(written) {
            return;
        }
        if behind.is_some_and(Block::is_uncaptioned_table) {
            self.caption_otherwise(paragraph.clone());
        } else {
            let is_embed = behind.is_some_and(Block::is_embed);
            self.caption_of_nothing(paragraph, &plain(line), is_embed);
        }
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

    /// Reads the caption of a table.
    pub(super) fn caption_table(&mut self, table: &Table, caption: &Caption, block: &Range<usize>) {
        let span = self.span(caption.range.clone());
        let written = slice(&self.file.text, caption.range.clone());
        let (body, found) = attributes(written);
        let id = id_of(found.as_ref(), span.file, span.start(), self.context);
        let body = slice(body, caption.word.len().min(body.len())..);
        if body.trim().is_empty() {
            let finding = rules::empty_caption::of_table(span, caption.word);
            self.context.findings.push(finding);
        } else if attributes(body).1.is_some() {
            let finding = rules::empty_caption::twice(span);
            self.context.findings.push(finding);
        }
        let text = plain(&caption.line);
        let title = text.strip_prefix(caption.word).unwrap_or(&text);
        self.narrative.found.push(Found {
            node: table.node,
            kind: PlaceKind::Table,
            id,
            title: attributes(title).0.trim().to_owned(),
            span: self.span(block.start..block.start),
            is_title: false,
        });
    }
}
