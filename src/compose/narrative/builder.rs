//! Gathers what stands in the elements of a text, from the outside in.

use crate::compose::tree::{Block, BlockKind, Content, Flow, Inline};
use crate::language::{BookLanguage, SOFT_HYPHEN, for_each_division};
use crate::source::slice;

/// What has been gathered in each element that is open, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Builder {
    /// What stands in no element.
    all: Blocks,
    open: Vec<Element>,
    /// Whether the last piece is text that more text may join.
    joins: bool,
}

/// An element that is open.
#[derive(Debug)]
enum Element {
    /// One that holds a line of text.
    Line(Content),
    /// One that holds blocks.
    Blocks(Blocks),
}

/// Blocks, and a line of text behind them.
#[derive(Debug, Default)]
struct Blocks {
    done: Flow,
    line: Content,
}

impl Blocks {
    /// The blocks, to which the line is added.
    fn done(&mut self) -> &mut Flow {
        let line = std::mem::take(&mut self.line);
        if !line.is_empty() {
            self.done.push(BlockKind::Plain(line));
        }
        &mut self.done
    }
}

impl Builder {
    /// Begins an element that holds a line of text.
    pub fn begin_line(&mut self) {
        self.open.push(Element::Line(Content::empty()));
        self.joins = false;
    }

    /// Begins an element that holds blocks.
    pub fn begin_blocks(&mut self) {
        self.open.push(Element::Blocks(Blocks::default()));
        self.joins = false;
    }

    /// Ends the element that was begun last, which holds a line.
    pub fn end_line(&mut self) -> Content {
        self.joins = false;
        match self.open.pop() {
            Some(Element::Line(line)) => line,
            Some(Element::Blocks(_)) | None => Content::empty(),
        }
    }

    /// Ends the element that was begun last, which holds blocks.
    pub fn end_blocks(&mut self) -> Flow {
        self.joins = false;
        match self.open.pop() {
            Some(Element::Blocks(mut blocks)) => std::mem::take(blocks.done()),
            Some(Element::Line(_)) | None => Flow::default(),
        }
    }

    /// All that stands in no element.
    pub fn take(&mut self) -> Flow {
        std::mem::take(self.all.done())
    }

    /// Whether a line of text is open.
    pub fn is_in_line(&self) -> bool {
        matches!(self.open.last(), Some(Element::Line(_)))
    }

    /// The innermost element that holds blocks.
    fn blocks(&mut self) -> &mut Flow {
        let open = self.open.iter_mut().rev();
        let mut blocks = open.filter_map(|element| match element {
            Element::Blocks(blocks) => Some(blocks),
            Element::Line(_) => None,
        });
        blocks.next().unwrap_or(&mut self.all).done()
    }

    /// The line that is open, or that at the end of the blocks.
    fn line(&mut self) -> &mut Content {
        match self.open.last_mut() {
            Some(Element::Line(line)) => line,
            Some(Element::Blocks(blocks)) => &mut blocks.line,
            None => &mut self.all.line,
        }
    }

    /// Adds a piece of a line.
    pub fn inline(&mut self, inline: Inline) {
        self.joins = false;
        self.line().push(inline);
    }

    /// Adds pieces of a line.
    pub fn content(&mut self, content: Content) {
        self.joins = false;
        self.line().append(content);
    }

    /// Adds a block.
    pub fn block(&mut self, block: impl Into<Block>) {
        self.joins = false;
        self.blocks().push(block);
    }

    /// Adds blocks.
    pub fn append(&mut self, blocks: Flow) {
        self.joins = false;
        self.blocks().append(blocks);
    }

    /// Adds text.
    pub fn text(&mut self, text: &str) {
        self.add_text(|last| last.push_str(text));
    }

    /// Adds text whose words may be divided.
    pub fn prose(&mut self, text: &str, language: BookLanguage) {
        self.add_text(|last| {
            let mut written = 0;
            for_each_division(text, language, |at| {
                last.push_str(slice(text, written..at));
                last.push(SOFT_HYPHEN);
                written = at;
            });
            last.push_str(slice(text, written..));
        });
    }

    /// Adds to the text at the end, or begins one.
    fn add_text(&mut self, add: impl FnOnce(&mut String)) {
        let joins = std::mem::replace(&mut self.joins, true);
        let line = self.line();
        match line.last_mut() {
            Some(Inline::Text(last)) if joins => add(last),
            _ => {
                let mut text = String::new();
                add(&mut text);
                line.push(Inline::Text(text));
            }
        }
    }
}
