//! The headings of a text, and whether anything stands below them.

use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};

use crate::markdown::Event;
use crate::source::{FileIndex, Span};

/// A heading.
#[derive(Debug, Clone)]
pub struct Heading {
    /// 1 to 6, as it was written.
    pub level: usize,
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Whether nothing stands between it and the next heading, or the end.
    pub bare: bool,
}

/// Gathers the headings of a text, event by event. Those inside quotes and lists
/// divide nothing and are left out.
pub(super) struct Headings {
    file: FileIndex,
    found: Vec<Heading>,
    /// How many elements are open.
    depth: usize,
    /// Whether one of them is a heading.
    open: bool,
}

impl Headings {
    pub(super) fn new(file: FileIndex) -> Self {
        Self {
            file,
            found: Vec::new(),
            depth: 0,
            open: false,
        }
    }

    pub(super) fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => {
                if self.depth == 0 {
                    self.begin(tag, range);
                }
                self.depth += 1;
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                self.open &= !matches!(end, TagEnd::Heading(_));
            }
            Event::Text(text) | Event::Code(text) => self.add(text),
            Event::SoftBreak | Event::HardBreak => self.add(" "),
            // What is lost has been reported, and is something all the same.
            Event::Html(_) => self.fill(),
            _ => {}
        }
    }

    pub(super) fn found(self) -> Vec<Heading> {
        self.found
    }

    /// An element that stands in no other.
    fn begin(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.open = true;
                self.found.push(Heading {
                    level: *level as usize,
                    text: String::new(),
                    span: Span::new(self.file, range.clone()),
                    bare: true,
                });
            }
            // Notes stand elsewhere, and comments nowhere.
            Tag::FootnoteDefinition(_) | Tag::HtmlBlock => {}
            _ => self.fill(),
        }
    }

    fn fill(&mut self) {
        if let Some(heading) = self.found.last_mut() {
            heading.bare = false;
        }
    }

    fn add(&mut self, text: &str) {
        if let Some(heading) = self.found.last_mut().filter(|_| self.open) {
            heading.text.push_str(text);
        }
    }
}
