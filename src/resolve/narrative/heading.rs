//! The headings of a text, and whether anything stands below them.

use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};

use super::place::Found;
use crate::markdown::{Event, PlaceKind};
use crate::source::{FileIndex, SourceFile, Span, Spanned, slice};

/// A heading.
#[derive(Debug, Clone)]
pub struct Heading {
    /// 1 to 6, as it was written.
    pub level: usize,
    /// What it says.
    pub text: String,
    /// The id that it was given.
    pub id: Option<Spanned<String>>,
    /// Where it stands.
    pub span: Span,
    /// Whether nothing stands between it and the next heading, or the end.
    pub bare: bool,
    /// Whether it says nothing at all.
    pub(crate) blank: bool,
    /// Whether it stands in a quote, a list or a note, and divides nothing.
    pub nested: bool,
}

/// Gathers the headings of a text, event by event.
pub(super) struct Headings<'t> {
    index: FileIndex,
    file: &'t SourceFile,
    found: Vec<Heading>,
    /// The last one that is not nested.
    section: Option<usize>,
    /// How many elements are open.
    depth: usize,
    /// Whether one of them is a heading.
    open: bool,
}

impl<'t> Headings<'t> {
    pub(super) fn new(index: FileIndex, file: &'t SourceFile) -> Self {
        Self {
            index,
            file,
            found: Vec::new(),
            section: None,
            depth: 0,
            open: false,
        }
    }

    pub(super) fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => {
                self.begin(tag, range);
                self.depth += 1;
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                self.open &= !matches!(end, TagEnd::Heading(_));
            }
            Event::Text(text) | Event::Code(text) | Event::Formula(text) => self.add(text),
            Event::FootnoteReference(_) => self.say(),
            Event::SoftBreak | Event::HardBreak => self.add(" "),
            // What is lost has been reported, and is something all the same.
            Event::Html(_) => self.fill(),
            Event::StartKey
            | Event::EndKey
            | Event::TornFormula
            | Event::TornTable
            | Event::Rule
            | Event::Task(_) => {}
        }
    }

    pub(super) fn found(self) -> Vec<Heading> {
        self.found
    }

    fn begin(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let nested = self.depth > 0;
        match tag {
            Tag::Image { .. } => self.say(),
            Tag::Heading { level, id, .. } => {
                self.open = true;
                if !nested {
                    self.section = Some(self.found.len());
                }
                self.found.push(Heading {
                    level: *level as usize,
                    text: String::new(),
                    id: id.as_deref().map(|id| self.id(id, range)),
                    span: Span::new(self.index, range.clone()),
                    bare: true,
                    blank: true,
                    nested,
                });
            }
            // Notes stand elsewhere, and comments nowhere.
            Tag::FootnoteDefinition(_) | Tag::HtmlBlock => {}
            Tag::Paragraph
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::List(_)
            | Tag::Item
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::MetadataBlock(_) => {
                if !nested {
                    self.fill();
                }
            }
        }
    }

    /// An id with the place at which it was given.
    fn id(&self, id: &str, heading: &Range<usize>) -> Spanned<String> {
        let written = slice(&self.file.text, heading.clone());
        let at = written.rfind(&format!("#{id}")).map(|at| at + 1);
        let start = heading.start + at.unwrap_or_default();
        let span = Span::new(self.index, start..start + id.len());
        Spanned::new(id.to_owned(), span)
    }

    fn fill(&mut self) {
        let section = self.section.and_then(|at| self.found.get_mut(at));
        if let Some(heading) = section {
            heading.bare = false;
        }
    }

    fn add(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.say();
        }
        if let Some(heading) = self.found.last_mut().filter(|_| self.open) {
            heading.text.push_str(text);
        }
    }

    /// Notes that the heading that is open says something.
    fn say(&mut self) {
        if let Some(heading) = self.found.last_mut().filter(|_| self.open) {
            heading.blank = false;
        }
    }
}

/// Which of the headings of a text is its title: the first of level 1 that says something.
pub(super) fn title(headings: &[Heading]) -> Option<usize> {
    let mut headings = headings.iter();
    headings.position(|heading| heading.level == 1 && !heading.blank)
}

/// The headings of a text as places that can be referred to.
pub(super) fn places(headings: &[Heading]) -> impl Iterator<Item = Found> {
    let title = title(headings);
    headings.iter().enumerate().map(move |(at, heading)| {
        let (file, start) = (heading.span.file, heading.span.start());
        Found {
            kind: PlaceKind::Heading,
            id: heading.id.clone(),
            title: heading.text.clone(),
            span: Span::new(file, start..start),
            is_title: title == Some(at),
        }
    })
}
