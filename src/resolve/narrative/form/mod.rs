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

pub(super) use code::is_open;
pub(super) use front::misplaced;

use list::Pasted;
use numbering::Numbering;
use paragraph::Paragraph;

use crate::finding::Findings;
use crate::markdown::{Block, BlockKind, Inline, InlineKind, Node, Style, Visitor};
use crate::resolve::misread::Misread;
use crate::resolve::rules;
use crate::source::{FileIndex, SourceFile, SourceTree, Span};

/// Looks at the form of a text, part by part.
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

    /// Looks at a block before what it holds.
    fn enter_block(&mut self, block: &Block) {
        let range = &block.range;
        if matches!(block.kind, BlockKind::Plain(_)) {
            return;
        }
        self.close();
        if !matches!(block.kind, BlockKind::Paragraph(_)) {
            self.finish_list();
        }
        self.depth += usize::from(is_nested(block));
        match &block.kind {
            BlockKind::Paragraph(_) => self.open(true),
            BlockKind::Heading(_) => {
                self.is_filled = true;
                heading::underlined(self, range);
                self.open(false);
            }
            BlockKind::Quote(..) => quote::look(self, range),
            BlockKind::List(list) => self.lists.push(list.start.map(Numbering::new)),
            BlockKind::Table(table) => {
                self.is_filled = true;
                lines::caption(self);
                self.columns = table.alignments.len();
            }
            BlockKind::Code(_) | BlockKind::Rule => self.is_filled = true,
            BlockKind::Plain(_) | BlockKind::Definitions(_) | BlockKind::Note(_) => {}
        }
    }

    /// Looks at a block behind what it holds.
    fn leave_block(&mut self, block: &Block) {
        if matches!(block.kind, BlockKind::Plain(_)) {
            return;
        }
        self.close();
        if !matches!(block.kind, BlockKind::Paragraph(_)) {
            self.finish_list();
        }
        self.depth -= usize::from(is_nested(block));
        match &block.kind {
            BlockKind::List(_) => {
                if let Some(list) = self.lists.pop().flatten() {
                    list.finish(self);
                }
            }
            BlockKind::Table(_) => table::lines(self),
            BlockKind::Code(code) => match &code.info {
                Some(info) => code::fenced(self, block.range.clone(), info),
                None => code::indented(self, block.range.clone()),
            },
            BlockKind::Paragraph(_)
            | BlockKind::Plain(_)
            | BlockKind::Heading(_)
            | BlockKind::Quote(..)
            | BlockKind::Definitions(_)
            | BlockKind::Note(_)
            | BlockKind::Rule => {}
        }
    }

    /// Looks at a piece of a line before what it holds.
    fn enter_inline(&mut self, inline: &Inline) {
        let range = &inline.range;
        match &inline.kind {
            InlineKind::Text(text) => {
                self.is_filled |= !text.trim().is_empty();
                self.add(range, false);
            }
            InlineKind::Styled(Style::Key, _) => self.add(&(range.start..range.start), false),
            InlineKind::Styled(..) => {
                sign::look(self, range);
                self.open_element(range, false);
            }
            InlineKind::Link(_) => self.open_element(range, true),
            InlineKind::Image(_) => {
                self.is_filled = true;
                self.open_element(range, true);
            }
            InlineKind::Code(_) => {
                self.is_filled = true;
                code::in_line(self, range);
                self.add(range, true);
            }
            InlineKind::Formula(_) | InlineKind::Dropped(_) | InlineKind::NoteReference(_) => {
                self.is_filled = true;
                self.add(range, true);
            }
            InlineKind::SoftBreak => self.break_line(false),
            InlineKind::HardBreak => self.break_line(true),
            InlineKind::Task(_) => self.is_filled = true,
            InlineKind::TornFormula | InlineKind::TornTable => {}
        }
    }

    /// Looks at a piece of a line behind what it holds.
    fn leave_inline(&mut self, inline: &Inline) {
        let range = &inline.range;
        match &inline.kind {
            InlineKind::Styled(Style::Key, _) => self.add(&(range.end..range.end), false),
            InlineKind::Styled(..) | InlineKind::Link(_) | InlineKind::Image(_) => {
                self.close_element(range);
            }
            InlineKind::Text(_)
            | InlineKind::Code(_)
            | InlineKind::Formula(_)
            | InlineKind::SoftBreak
            | InlineKind::HardBreak
            | InlineKind::NoteReference(_)
            | InlineKind::Task(_)
            | InlineKind::Dropped(_)
            | InlineKind::TornFormula
            | InlineKind::TornTable => {}
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

impl<'t> Visitor<'t> for Forms<'_> {
    fn enter(&mut self, node: Node<'t>) {
        match node {
            Node::Block(block) => return self.enter_block(block),
            Node::Inline(inline) => return self.enter_inline(inline),
            Node::Piece(_) => return,
            Node::Caption(_) => {
                self.close();
                return self.open(true);
            }
            Node::Item(_)
            | Node::Term(_)
            | Node::Meaning(_)
            | Node::Head(_)
            | Node::Row(_)
            | Node::Cell(_) => {}
        }
        self.close();
        self.finish_list();
        match node {
            Node::Item(item) => {
                self.depth += 1;
                if let Some(Some(list)) = self.lists.last_mut() {
                    list.item(self.text, item.range.start);
                }
                self.open(true);
            }
            Node::Row(row) => {
                table::surplus(self, &row.range);
                self.rows.push(row.range.clone());
            }
            Node::Term(_) | Node::Meaning(_) | Node::Cell(_) => self.open(false),
            Node::Block(_)
            | Node::Inline(_)
            | Node::Piece(_)
            | Node::Caption(_)
            | Node::Head(_) => {}
        }
    }

    fn leave(&mut self, node: Node<'t>) {
        match node {
            Node::Block(block) => self.leave_block(block),
            Node::Inline(inline) => self.leave_inline(inline),
            Node::Piece(_) => {}
            Node::Caption(_) => self.close(),
            Node::Item(_)
            | Node::Term(_)
            | Node::Meaning(_)
            | Node::Head(_)
            | Node::Row(_)
            | Node::Cell(_) => {
                self.close();
                self.finish_list();
                self.depth -= usize::from(matches!(node, Node::Item(_)));
            }
        }
    }
}

/// Whether the lines in a block are set in below what stands before them, those of lists by
/// their items once more.
fn is_nested(block: &Block) -> bool {
    matches!(
        block.kind,
        BlockKind::Quote(..) | BlockKind::List(_) | BlockKind::Note(_)
    )
}
