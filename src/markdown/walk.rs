//! Goes through a tree in the order of its text.

use std::ops::Range;

use super::tree::{Block, BlockKind, Caption, Cell, Inline, InlineKind, Item, Piece, Row};

/// A part of a tree.
#[derive(Debug, Clone, Copy)]
pub enum Node<'t> {
    /// A block.
    Block(&'t Block),
    /// The caption of a table, which stands before it.
    Caption(&'t Caption),
    /// An item of a list.
    Item(&'t Item),
    /// A term.
    Term(&'t Cell),
    /// What a term means.
    Meaning(&'t Item),
    /// The first row of a table.
    Head(&'t Row),
    /// Another row of a table.
    Row(&'t Row),
    /// A cell of a table.
    Cell(&'t Cell),
    /// A piece of code in lines of its own.
    Piece(&'t Piece),
    /// A piece of a line.
    Inline(&'t Inline),
}

impl<'t> Node<'t> {
    /// Where it was written.
    pub fn range(self) -> &'t Range<usize> {
        match self {
            Self::Block(block) => &block.range,
            Self::Caption(caption) => &caption.range,
            Self::Item(item) | Self::Meaning(item) => &item.range,
            Self::Term(cell) | Self::Cell(cell) => &cell.range,
            Self::Head(row) | Self::Row(row) => &row.range,
            Self::Piece(piece) => &piece.range,
            Self::Inline(inline) => &inline.range,
        }
    }
}

/// Looks at the parts of a tree.
pub trait Visitor<'t> {
    /// Looks at blocks that follow each other, before any of them is entered.
    fn blocks(&mut self, blocks: &'t [Block]) {
        let _ = blocks;
    }

    /// Looks at a part before what it holds.
    fn enter(&mut self, node: Node<'t>);

    /// Looks at a part behind what it holds.
    fn leave(&mut self, node: Node<'t>) {
        let _ = node;
    }
}

/// What only looks at parts before what they hold.
impl<'t, F: FnMut(Node<'t>)> Visitor<'t> for F {
    fn enter(&mut self, node: Node<'t>) {
        self(node);
    }
}

/// Shows all parts of some blocks to a visitor, in the order of the text.
pub fn walk<'t>(blocks: &'t [Block], visitor: &mut impl Visitor<'t>) {
    visitor.blocks(blocks);
    for block in blocks {
        let node = Node::Block(block);
        match &block.kind {
            BlockKind::Table(table) => {
                if let Some(caption) = &table.caption {
                    visitor.enter(Node::Caption(caption));
                    walk_line(&caption.line, visitor);
                    visitor.leave(Node::Caption(caption));
                }
                visitor.enter(node);
                for (at, row) in table.rows.iter().enumerate() {
                    let node = match at {
                        0 => Node::Head(row),
                        _ => Node::Row(row),
                    };
                    visitor.enter(node);
                    for cell in &row.cells {
                        walk_cell(Node::Cell(cell), cell, visitor);
                    }
                    visitor.leave(node);
                }
            }
            BlockKind::Paragraph(line) | BlockKind::Plain(line) => {
                visitor.enter(node);
                walk_line(line, visitor);
            }
            BlockKind::Heading(heading) => {
                visitor.enter(node);
                walk_line(&heading.line, visitor);
            }
            BlockKind::Quote(_, blocks) => {
                visitor.enter(node);
                walk(blocks, visitor);
            }
            BlockKind::Note(note) => {
                visitor.enter(node);
                walk(&note.blocks, visitor);
            }
            BlockKind::Code(code) => {
                visitor.enter(node);
                for piece in &code.pieces {
                    visitor.enter(Node::Piece(piece));
                    visitor.leave(Node::Piece(piece));
                }
            }
            BlockKind::List(list) => {
                visitor.enter(node);
                for item in &list.items {
                    walk_item(Node::Item(item), item, visitor);
                }
            }
            BlockKind::Definitions(definitions) => {
                visitor.enter(node);
                for definition in definitions {
                    walk_cell(Node::Term(&definition.term), &definition.term, visitor);
                    for meaning in &definition.meanings {
                        walk_item(Node::Meaning(meaning), meaning, visitor);
                    }
                }
            }
            BlockKind::Rule => visitor.enter(node),
        }
        visitor.leave(node);
    }
}

fn walk_item<'t>(node: Node<'t>, item: &'t Item, visitor: &mut impl Visitor<'t>) {
    visitor.enter(node);
    walk(&item.blocks, visitor);
    visitor.leave(node);
}

fn walk_cell<'t>(node: Node<'t>, cell: &'t Cell, visitor: &mut impl Visitor<'t>) {
    visitor.enter(node);
    walk_line(&cell.line, visitor);
    visitor.leave(node);
}

/// Shows all parts of a line to a visitor, in the order of the text.
pub fn walk_line<'t>(line: &'t [Inline], visitor: &mut impl Visitor<'t>) {
    for inline in line {
        let node = Node::Inline(inline);
        visitor.enter(node);
        match &inline.kind {
            InlineKind::Styled(_, line) => walk_line(line, visitor),
            InlineKind::Link(link) => walk_line(&link.line, visitor),
            InlineKind::Image(image) => walk_line(&image.line, visitor),
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
        visitor.leave(node);
    }
}

/// Shows all pieces of a line, those inside of others too, in the order of the text.
pub fn for_each_inline<'t>(line: &'t [Inline], mut look: impl FnMut(&'t Inline)) {
    walk_line(line, &mut |node: Node<'t>| {
        if let Node::Inline(inline) = node {
            look(inline);
        }
    });
}

/// The words of a line without its markup.
pub fn plain(line: &[Inline]) -> String {
    let mut plain = String::new();
    for_each_inline(line, |inline| {
        if let Some(words) = inline.words() {
            plain.push_str(words);
        } else if inline.is_break() {
            plain.push(' ');
        }
    });
    plain
}
