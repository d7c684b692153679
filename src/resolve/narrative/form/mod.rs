//! What was meant for something in Markdown and is read as something else: pasted lists
//! and tables, headings without a space, links that are none.

mod code;
mod emphasis;
mod foreign;
mod front;
mod heading;
mod lines;
mod links;
mod list;
mod numbering;
mod paragraph;
mod quote;
mod reference;
mod rows;
mod sign;
mod table;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Tag, TagEnd};

pub(super) use code::is_open;
pub(super) use front::misplaced;

use list::Pasted;
use numbering::Numbering;
use paragraph::Paragraph;

use crate::finding::Findings;
use crate::markdown::{Event, is_inline};
use crate::resolve::misread::Misread;
use crate::resolve::rules;
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
    /// The block of code that is open.
    code: Option<Code>,
    /// The lists that are open; nothing for those without numbers.
    lists: Vec<Option<Numbering>>,
    /// Behind the last signs between numbers that were found.
    signs: usize,
    /// Whether a box of another dialect was opened.
    boxed: bool,
    /// The last character of the last paragraph.
    ended: Option<char>,
    /// A caption with a number of its own that stands right before what comes.
    caption: Option<(Range<usize>, String)>,
    /// Whether a picture stands alone right before what comes.
    pictured: bool,
    /// Columns of the table that is open.
    columns: usize,
    /// Its rows below the head.
    rows: Vec<Range<usize>>,
    /// Whether anything is printed, or was reported as left out.
    is_filled: bool,
    /// Where links were meant.
    links: Vec<Range<usize>>,
    /// What was meant for references.
    misread: Vec<Misread>,
}

/// A block of code.
enum Code {
    /// One that is indented, and its first byte.
    Indented(usize),
    /// One between marks, and what stands behind the first ones.
    Fenced(String),
}

/// What the form of a text shows.
pub(super) struct Form {
    /// What is wrong with it.
    pub findings: Findings,
    /// Whether anything is printed, or was reported as left out.
    pub(crate) is_filled: bool,
    /// Where links were meant, from the first byte to the last.
    pub links: Vec<Range<usize>>,
    /// What was meant for references.
    pub(crate) misread: Vec<Misread>,
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
            lists: Vec::new(),
            signs: 0,
            boxed: false,
            ended: None,
            caption: None,
            pictured: false,
            columns: 0,
            rows: Vec::new(),
            is_filled: false,
            links: Vec::new(),
            misread: Vec::new(),
        }
    }

    pub(super) fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        self.is_filled |= fills(event);
        if self.code.is_some() && !matches!(event, Event::End(TagEnd::CodeBlock)) {
            return;
        }
        if matches!(event, Event::Code(_)) {
            code::in_line(self, range);
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
                self.finish_list();
            }
        }
    }

    /// What was found.
    pub(super) fn found(mut self) -> Form {
        self.close();
        self.finish_list();
        Form {
            findings: self.findings,
            is_filled: self.is_filled,
            links: self.links,
            misread: self.misread,
        }
    }

    fn begin(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        if is_inline(tag.to_end()) {
            let hidden = matches!(tag, Tag::Link { .. } | Tag::Image { .. });
            if !hidden {
                sign::look(self, range);
            }
            return self.open_element(range, hidden);
        }
        self.close();
        if !matches!(tag, Tag::Paragraph) {
            self.finish_list();
        }
        self.depth += usize::from(is_nested(tag.to_end()));
        match tag {
            Tag::Paragraph => self.open(true),
            Tag::Item => {
                if let Some(Some(list)) = self.lists.last_mut() {
                    list.item(self.text, range.start);
                }
                self.open(true);
            }
            Tag::CodeBlock(kind) => {
                self.code = Some(match kind {
                    CodeBlockKind::Indented => Code::Indented(range.start),
                    CodeBlockKind::Fenced(info) => Code::Fenced(info.to_string()),
                });
            }
            Tag::Table(alignments) => {
                lines::caption(self);
                self.columns = alignments.len();
            }
            Tag::TableRow => {
                table::surplus(self, range);
                self.rows.push(range.clone());
            }
            Tag::Heading { .. } => {
                heading::underlined(self, range);
                self.open(false);
            }
            Tag::TableCell | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.open(false)
            }
            Tag::List(first) => self.lists.push(first.map(Numbering::new)),
            Tag::BlockQuote(_) => quote::look(self, range),
            Tag::FootnoteDefinition(_)
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
            return self.close_element(range);
        }
        self.close();
        if !matches!(end, TagEnd::Paragraph) {
            self.finish_list();
        }
        if is_nested(end) {
            self.depth = self.depth.saturating_sub(1);
        }
        if matches!(end, TagEnd::List(_))
            && let Some(list) = self.lists.pop().flatten()
        {
            list.finish(self);
        }
        if end == TagEnd::Table {
            table::lines(self);
        }
        if end == TagEnd::CodeBlock {
            match self.code.take() {
                Some(Code::Indented(start)) => code::indented(self, start..range.end),
                Some(Code::Fenced(info)) => code::fenced(self, range.clone(), &info),
                None => {}
            }
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

    fn close_element(&mut self, range: &Range<usize>) {
        if let Some(paragraph) = &mut self.open {
            paragraph.close(range);
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
        let references = reference::look(self, &paragraph);
        foreign::look(self, &paragraph, &references);
        emphasis::look(self, &paragraph);
        sign::paths(self, &paragraph);
        lines::look(self, &paragraph);
        if !paragraph.whole {
            return;
        }
        code::look(self, &paragraph);
        heading::look(self, &paragraph);
        if !rows::look(self, &paragraph) {
            self.look_for_list(&paragraph);
        } else {
            self.finish_list();
        }
    }

    fn look_for_list(&mut self, paragraph: &Paragraph<'t>) {
        let found = list::look(paragraph);
        match (&mut self.list, found) {
            (Some(list), Some(found)) if list.goes_on(&found) => list.add(found),
            (_, found) => {
                self.finish_list();
                self.list = found;
            }
        }
    }

    /// Reports the list that is open.
    fn finish_list(&mut self) {
        let Some(list) = self.list.take().filter(Pasted::is_certain) else {
            return;
        };
        let span = self.span(list.first());
        let finding = rules::pasted_list::finding(span, list.count(), list.sign());
        let finding = match list.mended(self.text) {
            Some((range, text)) => finding.restructure(self.span(range), text),
            None => finding,
        };
        self.findings.push(finding);
    }

    /// Whether what comes stands in an item of a list.
    fn is_in_item(&self) -> bool {
        !self.lists.is_empty()
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
