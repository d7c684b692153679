//! Reads a text: what it refers to, shows and embeds.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::Narrative;
use super::image::find_image;
use super::prose::add_prose;
use crate::finding::rules;
use crate::markdown::{LinkKind, MAX_DEPTH, link_kind, parse, printed_html};
use crate::model::{self, Kind};
use crate::resolve::lookup::{Judge, Missing};
use crate::resolve::plan::Target;
use crate::source::{FileIndex, SourceFile, Span};

/// Finds the entry behind a reference.
pub type Resolve<'r> = dyn FnMut(Kind, &str, Span, &mut Judge<'_>) -> Result<Target, Missing> + 'r;

/// Reads a narrative file; `resolve` finds the entry behind a reference.
pub fn read(
    index: FileIndex,
    file: &SourceFile,
    judge: &mut Judge<'_>,
    resolve: &mut Resolve<'_>,
) -> Narrative {
    let mut reader = Reader {
        file,
        judge,
        resolve,
        narrative: Narrative::empty(index),
        depth: 0,
        too_deep: false,
        title: None,
        embed: None,
        image: None,
        in_comment: false,
        in_code: false,
        in_autolink: false,
    };
    for (event, range) in parse(&file.text) {
        reader.event(event, range);
    }
    reader.narrative
}

/// The state of reading a text.
struct Reader<'r, 'j, 't> {
    file: &'t SourceFile,
    judge: &'r mut Judge<'j>,
    resolve: &'r mut Resolve<'r>,
    narrative: Narrative,
    depth: usize,
    too_deep: bool,
    /// Text of the title so far, inside it.
    title: Option<String>,
    /// Where the fenced block begins that asks for something, and its body.
    embed: Option<(usize, Range<usize>)>,
    /// The image that is open, and whether it has a text.
    image: Option<(Range<usize>, bool)>,
    in_comment: bool,
    // Code blocks and autolinks do not nest.
    in_code: bool,
    in_autolink: bool,
}

impl Reader<'_, '_, '_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(tag, range),
            Event::End(end) => self.close(end),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.add_to_title(&text),
            Event::SoftBreak | Event::HardBreak => self.add_to_title(" "),
            Event::Html(html) | Event::InlineHtml(html)
                if printed_html(&html, &mut self.in_comment) =>
            {
                let span = self.span(range);
                self.judge.findings.push(rules::html_in_text::found(span));
            }
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.deepen(range.start);
        match tag {
            Tag::Heading {
                level: HeadingLevel::H1,
                ..
            } if self.narrative.title.is_none() => self.title = Some(String::new()),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                self.in_autolink = matches!(link_type, LinkType::Autolink | LinkType::Email);
                if link_type != LinkType::Email {
                    self.link(&dest_url, range);
                }
            }
            Tag::Image { dest_url, .. } => {
                let span = self.span(range.clone());
                if let Some(path) = find_image(&dest_url, self.file, span, self.judge) {
                    self.narrative.images.insert(range.start, path);
                }
                self.image = Some((range, false));
            }
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                if matches!(kind, CodeBlockKind::Fenced(info) if info.trim() == "ambonplan") {
                    self.embed = Some((range.start, range.end..range.end));
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, end: TagEnd) {
        self.depth = self.depth.saturating_sub(1);
        match end {
            TagEnd::Heading(HeadingLevel::H1) => {
                if let Some(text) = self.title.take() {
                    self.narrative.title = Some(text);
                }
            }
            TagEnd::Link => self.in_autolink = false,
            TagEnd::Image => {
                if let Some((range, false)) = self.image.take() {
                    let span = self.span(range);
                    let finding = rules::image_without_alternative_text::found(span);
                    self.judge.findings.push(finding);
                }
            }
            TagEnd::HtmlBlock => self.in_comment = false,
            TagEnd::CodeBlock => {
                self.in_code = false;
                if let Some((start, body)) = self.embed.take() {
                    self.embedded(start, body);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if !self.in_code && !self.in_autolink {
            add_prose(&mut self.narrative.prose, &self.file.text, range.clone());
        }
        self.add_to_title(text);
        if let Some((_, has_text)) = &mut self.image {
            *has_text |= !text.trim().is_empty();
        }
        if let Some((_, body)) = &mut self.embed {
            // The block's text arrives in pieces; they are adjacent.
            body.start = body.start.min(range.start);
            body.end = range.end;
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.narrative.file, range)
    }

    /// Counts an element that is opened; reports once where they go too deep.
    fn deepen(&mut self, start: usize) {
        self.depth += 1;
        if self.depth > MAX_DEPTH && !self.too_deep {
            self.too_deep = true;
            let span = self.span(start..start);
            let finding = rules::nested_too_deep::found(span, MAX_DEPTH);
            self.judge.findings.push(finding);
        }
    }

    fn add_to_title(&mut self, text: &str) {
        if let Some(title) = &mut self.title {
            title.push_str(text);
        }
    }

    fn link(&mut self, destination: &str, range: Range<usize>) {
        let span = self.span(range.clone());
        match link_kind(destination) {
            LinkKind::Reference(kind, id) => {
                if let Ok(target) = (self.resolve)(kind, id, span, self.judge) {
                    self.narrative.targets.insert(range.start, target);
                    self.narrative.links.push((span, target));
                }
            }
            LinkKind::External => {}
            LinkKind::Unknown => {
                let schemes: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
                let finding = rules::unknown_link::found(span, destination, &schemes);
                self.judge.findings.push(finding);
            }
        }
    }

    fn embedded(&mut self, start: usize, body: Range<usize>) {
        let text = self.file.text.get(body.clone()).unwrap_or_default();
        let index = self.narrative.file;
        if let Some(embed) = model::read_embed(index, text, body.start, self.judge.findings) {
            self.narrative.embeds.insert(start, embed);
        }
    }
}
