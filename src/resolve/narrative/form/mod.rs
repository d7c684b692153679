//! What was meant for something in Markdown and is read as something else: pasted lists
//! and tables, headings without a space, links that are none.

mod code;
mod foreign;
mod front;
mod heading;
mod links;
mod list;
mod paragraph;
mod rows;
mod table;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Tag, TagEnd};

pub(super) use front::misplaced;

use list::Pasted;
use paragraph::Paragraph;

use crate::finding::{Findings, rules};
use crate::markdown::{Event, is_inline};
use crate::source::{FileIndex, SourceFile, SourceTree, Span};

/// Looks at the form of a text, event by event.
pub(super) struct Forms<'t> {
    file: FileIndex,
    /// Path of the file.
    path: &'t str,
    text: &'t str,
    tree: &'t SourceTree,
    findings: Findings,
    /// How many blocks are open that hold others.
    depth: usize,
    /// The text that is open.
    open: Option<Paragraph<'t>>,
    /// Items that were pasted, in paragraphs that follow each other.
    list: Option<Pasted>,
    /// The block of code that is open; of one that is indented, its first byte.
    code: Option<Option<usize>>,
    /// Columns of the table that is open.
    columns: usize,
    /// Whether anything is printed, or was reported as left out.
    is_filled: bool,
    /// Where links were meant.
    links: Vec<Range<usize>>,
}

/// What the form of a text shows.
pub(super) struct Form {
    /// What is wrong with it.
    pub findings: Findings,
    /// Whether anything is printed, or was reported as left out.
    pub is_filled: bool,
    /// Where links were meant, from the first byte to the last.
    pub links: Vec<Range<usize>>,
}

impl<'t> Forms<'t> {
    pub(super) fn new(index: FileIndex, file: &'t SourceFile, tree: &'t SourceTree) -> Self {
        Self {
            file: index,
            path: &file.path,
            text: &file.text,
            tree,
            findings: Findings::default(),
            depth: 0,
            open: None,
            list: None,
            code: None,
            columns: 0,
            is_filled: false,
            links: Vec::new(),
        }
    }

    pub(super) fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        self.is_filled |= fills(event);
        if self.code.is_some() && !matches!(event, Event::End(TagEnd::CodeBlock)) {
            return;
        }
        match event {
            Event::Start(tag) => self.begin(tag, range),
            Event::End(end) => self.end(*end, range),
            Event::SoftBreak => self.break_line(false),
            Event::HardBreak => self.break_line(true),
            Event::Text(_) | Event::StartKey | Event::EndKey => self.add(range, false),
            Event::Code(_) | Event::Formula(_) | Event::Html(_) | Event::FootnoteReference(_) => {
                self.add(range, true)
            }
            Event::TornFormula | Event::TornTable | Event::Task(_) => {}
            Event::Rule => {
                self.close();
                self.settle_list();
            }
        }
    }

    /// What was found.
    pub(super) fn found(mut self) -> Form {
        self.close();
        self.settle_list();
        Form {
            findings: self.findings,
            is_filled: self.is_filled,
            links: self.links,
        }
    }

    fn begin(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        if is_inline(tag.to_end()) {
            let hidden = matches!(tag, Tag::Link { .. } | Tag::Image { .. });
            return self.open_element(range, hidden);
        }
        self.close();
        if !matches!(tag, Tag::Paragraph) {
            self.settle_list();
        }
        self.depth += usize::from(is_nested(tag.to_end()));
        match tag {
            Tag::Paragraph => self.open(true),
            Tag::Item => {
                self.open(true);
            }
            Tag::CodeBlock(kind) => {
                let indented = matches!(kind, CodeBlockKind::Indented);
                self.code = Some(indented.then_some(range.start));
            }
            Tag::Table(alignments) => self.columns = alignments.len(),
            Tag::TableRow => table::surplus(self, range),
            Tag::Heading { .. }
            | Tag::TableCell
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => self.open(false),
            Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::FootnoteDefinition(_)
            | Tag::HtmlBlock
            | Tag::DefinitionList
            | Tag::TableHead
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, end: TagEnd, range: &Range<usize>) {
        if is_inline(end) {
            return self.add(&(range.end..range.end), false);
        }
        self.close();
        if !matches!(end, TagEnd::Paragraph) {
            self.settle_list();
        }
        if is_nested(end) {
            self.depth = self.depth.saturating_sub(1);
        }
        if end == TagEnd::CodeBlock
            && let Some(Some(start)) = self.code.take()
        {
            code::indented(self, start..range.end);
        }
    }

    /// Opens a text; `whole` says whether it stands in lines of its own.
    fn open(&mut self, whole: bool) {
        self.open = Some(Paragraph::new(self.text, self.depth, whole));
    }

    fn open_element(&mut self, range: &Range<usize>, hidden: bool) {
        if let Some(paragraph) = &mut self.open {
            paragraph.open(range, hidden);
        }
    }

    fn add(&mut self, range: &Range<usize>, hidden: bool) {
        if let Some(paragraph) = &mut self.open {
            paragraph.add(range, hidden);
        }
    }

    fn break_line(&mut self, hard: bool) {
        if let Some(paragraph) = &mut self.open {
            paragraph.break_line(hard);
        }
    }

    /// Looks at the text that is open.
    fn close(&mut self) {
        let Some(paragraph) = self.open.take() else {
            return;
        };
        if paragraph.lines.is_empty() {
            return;
        }
        links::look(self, &paragraph);
        foreign::look(self, &paragraph);
        if !paragraph.whole {
            return;
        }
        heading::look(self, &paragraph);
        if !rows::look(self, &paragraph) {
            self.look_for_list(&paragraph);
        } else {
            self.settle_list();
        }
    }

    fn look_for_list(&mut self, paragraph: &Paragraph<'t>) {
        let found = list::look(paragraph);
        match (&mut self.list, found) {
            (Some(list), Some(found)) if list.goes_on(&found) => list.add(found),
            (_, found) => {
                self.settle_list();
                self.list = found;
            }
        }
    }

    /// Reports the list that is open.
    fn settle_list(&mut self) {
        let Some(list) = self.list.take().filter(Pasted::is_certain) else {
            return;
        };
        let span = self.span(list.first());
        let finding = rules::pasted_list::found(span, list.count(), list.sign());
        let finding = match list.mended(self.text) {
            Some((range, text)) => finding.restructure(self.span(range), text),
            None => finding,
        };
        self.findings.push(finding);
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }
}

/// Whether lines of an element are set in below what stands before them.
fn is_nested(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition
    )
}

/// Whether an event prints, or was reported as left out.
fn fills(event: &Event<'_>) -> bool {
    match event {
        Event::Text(text) => !text.trim().is_empty(),
        Event::Start(tag) => matches!(
            tag,
            Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Table(_) | Tag::Heading { .. }
        ),
        Event::Code(_)
        | Event::Formula(_)
        | Event::Html(_)
        | Event::Rule
        | Event::FootnoteReference(_)
        | Event::Task(_) => true,
        Event::End(_)
        | Event::StartKey
        | Event::EndKey
        | Event::TornFormula
        | Event::TornTable
        | Event::SoftBreak
        | Event::HardBreak => false,
    }
}
