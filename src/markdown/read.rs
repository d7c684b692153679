//! Makes the tree of a text of the events that it consists of.

use std::ops::Range;
use std::vec::IntoIter;

use pulldown_cmark::{Alignment as Aligned, BlockQuoteKind, CodeBlockKind, CowStr, LinkType};
use pulldown_cmark::{Tag, TagEnd};

use super::blocks::Blocks;
use super::event::{Event, Item as Read};
use super::heading::idle_words;
use super::inline::is_inline;
use super::tree::{
    Alert, Alignment, Block, BlockKind, Caption, Cell, Code, Definition, Heading, Image, Inline,
    InlineKind, Item, Line, Link, LinkForm, List, NodeId, Note, Piece, Row, Style, Table, Text,
};
use super::{MAX_DEPTH, front_matter};
use crate::slice::slice;

/// How many elements stand in each other at most, those that do not count as a level of nesting
/// included.
const MOST_OPEN: usize = 4 * MAX_DEPTH;

/// The tree of a text.
pub fn read(text: &str) -> Text {
    let mut reader = Reader {
        text,
        source: Blocks::new(text),
        ahead: Vec::new().into_iter(),
        end: 0,
        nodes: 0,
        open: 0,
        nested: 0,
        too_deep: None,
    };
    let blocks = reader.blocks();
    Text {
        front: front_matter(text),
        blocks,
        idle: reader.source.idle_definitions(),
        too_deep: reader.too_deep,
    }
}

struct Reader<'t> {
    text: &'t str,
    source: Blocks<'t>,
    /// Events of the block that is being read.
    ahead: IntoIter<Read<'t>>,
    /// Where the element ends that was read last.
    end: usize,
    nodes: u32,
    /// How many elements are open, and how many of them count as a level of nesting.
    open: usize,
    nested: usize,
    too_deep: Option<usize>,
}

/// Blocks, and a line behind them.
#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    line: Line,
}

impl Flow {
    /// Adds a block behind the line.
    fn push(&mut self, kind: BlockKind, range: Range<usize>) {
        self.end_line();
        self.blocks.push(Block { kind, range });
    }

    fn end_line(&mut self) {
        if let (Some(first), Some(last)) = (self.line.first(), self.line.last()) {
            let range = first.range.start..last.range.end;
            let kind = BlockKind::Plain(std::mem::take(&mut self.line));
            self.blocks.push(Block { kind, range });
        }
    }

    /// Takes the last block away, if it is a paragraph and nothing stands behind it.
    fn pop_paragraph(&mut self) -> Option<(Line, Range<usize>)> {
        let is_paragraph = |block: &mut Block| matches!(block.kind, BlockKind::Paragraph(_));
        if !self.line.is_empty() {
            return None;
        }
        let block = self.blocks.pop_if(is_paragraph)?;
        match block.kind {
            BlockKind::Paragraph(line) => Some((line, block.range)),
            BlockKind::Plain(_)
            | BlockKind::Heading(_)
            | BlockKind::Quote(..)
            | BlockKind::Code(_)
            | BlockKind::List(_)
            | BlockKind::Definitions(_)
            | BlockKind::Table(_)
            | BlockKind::Note(_)
            | BlockKind::Rule => None,
        }
    }
}

impl<'t> Reader<'t> {
    /// The next event in the element that is open; `None` at its end. `outside` counts the
    /// elements in it that are read as if what they hold stood outside of them.
    fn next(&mut self, outside: &mut usize) -> Option<Read<'t>> {
        loop {
            let Some((event, range)) = self.ahead.next() else {
                let mut items = Vec::new();
                if !self.source.read(&mut items) {
                    return None;
                }
                self.ahead = items.into_iter();
                continue;
            };
            if !matches!(event, Event::End(_) | Event::EndKey) {
                return Some((event, range));
            }
            self.end = range.end;
            match outside.checked_sub(1) {
                Some(left) => *outside = left,
                None if self.open > 0 => return None,
                None => {}
            }
        }
    }

    fn node(&mut self) -> NodeId {
        let node = NodeId(self.nodes);
        self.nodes = self.nodes.saturating_add(1);
        node
    }

    /// Whether an element that begins at a place may be opened, which it may not where others
    /// stand too deep in each other.
    fn admits(&mut self, nests: bool, start: usize) -> bool {
        let admits = self.open < MOST_OPEN && !(nests && self.nested >= MAX_DEPTH);
        if !admits && self.too_deep.is_none() {
            self.too_deep = Some(start);
        }
        admits
    }

    /// What an element holds, and the bytes from its beginning to its end.
    fn inside<T>(
        &mut self,
        nests: bool,
        range: &Range<usize>,
        read: impl FnOnce(&mut Self) -> T,
    ) -> (T, Range<usize>) {
        self.open += 1;
        self.nested += usize::from(nests);
        let held = read(self);
        self.nested -= usize::from(nests);
        self.open -= 1;
        (held, range.start..range.end.max(self.end))
    }

    /// Blocks up to the end of what they stand in.
    fn blocks(&mut self) -> Vec<Block> {
        let mut flow = Flow::default();
        let mut outside = 0;
        while let Some((event, range)) = self.next(&mut outside) {
            match event {
                Event::Start(tag) if !is_inline(tag.to_end()) => {
                    let nests = nests(tag.to_end());
                    let is_block =
                        self.admits(nests, range.start) && self.block(&mut flow, tag, nests, range);
                    outside += usize::from(!is_block);
                }
                Event::Rule => flow.push(BlockKind::Rule, range),
                Event::Start(_)
                | Event::End(_)
                | Event::StartKey
                | Event::EndKey
                | Event::Text(_)
                | Event::Code(_)
                | Event::Formula(_)
                | Event::TornFormula
                | Event::TornTable
                | Event::SoftBreak
                | Event::HardBreak
                | Event::FootnoteReference(_)
                | Event::Task(_)
                | Event::Html(_) => flow.line.extend(self.piece(event, range, &mut outside)),
            }
        }
        flow.end_line();
        flow.blocks
    }

    /// Adds the block that begins with an element; false if the element is none.
    fn block(&mut self, flow: &mut Flow, tag: Tag<'t>, nests: bool, range: Range<usize>) -> bool {
        let idle = idle_words(&tag).into_iter().map(Box::from).collect();
        let (kind, range) = match tag {
            Tag::Paragraph => {
                let (line, range) = self.inside(nests, &range, Self::line);
                (BlockKind::Paragraph(line), range)
            }
            Tag::Heading { level, id, .. } => {
                let node = self.node();
                let (line, range) = self.inside(nests, &range, Self::line);
                let heading = Heading {
                    node,
                    level: level as u8,
                    id: id.map(boxed),
                    idle,
                    line,
                };
                (BlockKind::Heading(heading), range)
            }
            Tag::BlockQuote(kind) => {
                let (blocks, range) = self.inside(nests, &range, Self::blocks);
                (BlockKind::Quote(kind.map(alert), blocks), range)
            }
            Tag::CodeBlock(kind) => {
                let node = self.node();
                let (pieces, range) = self.inside(nests, &range, Self::pieces);
                let info = match kind {
                    CodeBlockKind::Fenced(info) => Some(boxed(info)),
                    CodeBlockKind::Indented => None,
                };
                (BlockKind::Code(Code { node, info, pieces }), range)
            }
            Tag::List(start) => {
                let (items, range) = self.inside(nests, &range, Self::items);
                (BlockKind::List(List { start, items }), range)
            }
            Tag::DefinitionList => {
                let (definitions, range) = self.inside(nests, &range, Self::definitions);
                (BlockKind::Definitions(definitions), range)
            }
            Tag::Table(alignments) => {
                let node = self.node();
                let (rows, range) = self.inside(nests, &range, Self::rows);
                let table = Table {
                    node,
                    caption: self.caption(flow),
                    alignments: alignments.into_iter().map(alignment).collect(),
                    rows,
                };
                (BlockKind::Table(table), range)
            }
            Tag::FootnoteDefinition(name) => {
                let (blocks, range) = self.inside(nests, &range, Self::blocks);
                let name = boxed(name);
                (BlockKind::Note(Note { name, blocks }), range)
            }
            Tag::HtmlBlock
            | Tag::Item
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::MetadataBlock(_) => return false,
        };
        flow.push(kind, range);
        true
    }

    /// The caption of a table that follows some blocks, the last of which it is.
    fn caption(&self, flow: &mut Flow) -> Option<Caption> {
        let (line, range) = flow.pop_paragraph()?;
        let written = slice(self.text, range.clone());
        match Caption::of(line, range.clone(), written) {
            Ok(caption) => Some(caption),
            Err(line) => {
                flow.push(BlockKind::Paragraph(line), range);
                None
            }
        }
    }

    fn items(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        let mut outside = 0;
        while let Some((event, range)) = self.next(&mut outside) {
            if matches!(event, Event::Start(Tag::Item)) {
                let (blocks, range) = self.inside(false, &range, Self::blocks);
                items.push(Item { blocks, range });
            } else {
                outside += usize::from(begins(&event));
            }
        }
        items
    }

    fn definitions(&mut self) -> Vec<Definition> {
        let mut definitions: Vec<Definition> = Vec::new();
        let mut outside = 0;
        while let Some((event, range)) = self.next(&mut outside) {
            if matches!(event, Event::Start(Tag::DefinitionListTitle)) {
                let (line, range) = self.inside(false, &range, Self::line);
                definitions.push(Definition {
                    term: Cell { line, range },
                    meanings: Vec::new(),
                });
            } else if matches!(event, Event::Start(Tag::DefinitionListDefinition))
                && let Some(last) = definitions.last_mut()
            {
                let (blocks, range) = self.inside(false, &range, Self::blocks);
                last.meanings.push(Item { blocks, range });
            } else {
                outside += usize::from(begins(&event));
            }
        }
        definitions
    }

    fn rows(&mut self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut outside = 0;
        while let Some((event, range)) = self.next(&mut outside) {
            if matches!(event, Event::Start(Tag::TableHead | Tag::TableRow)) {
                let (cells, range) = self.inside(false, &range, Self::cells);
                rows.push(Row { cells, range });
            } else {
                outside += usize::from(begins(&event));
            }
        }
        rows
    }

    fn cells(&mut self) -> Vec<Cell> {
        let mut cells = Vec::new();
        let mut outside = 0;
        while let Some((event, range)) = self.next(&mut outside) {
            if matches!(event, Event::Start(Tag::TableCell)) {
                let (line, range) = self.inside(false, &range, Self::line);
                cells.push(Cell { line, range });
            } else {
                outside += usize::from(begins(&event));
            }
        }
        cells
    }

    /// The pieces of code up to its end.
    fn pieces(&mut self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut outside = 0;
        while let Some((event, range)) = self.next(&mut outside) {
            if let Event::Text(text) = event {
                let text = boxed(text);
                pieces.push(Piece { text, range });
            } else {
                outside += usize::from(begins(&event));
            }
        }
        pieces
    }

    /// A line up to the end of what it stands in.
    fn line(&mut self) -> Line {
        let mut line = Vec::new();
        let mut outside = 0;
        while let Some((event, range)) = self.next(&mut outside) {
            line.extend(self.piece(event, range, &mut outside));
        }
        line
    }

    /// The piece of a line that an event is or begins; `None` for what is no piece of a line,
    /// and for what stands too deep in others.
    fn piece(
        &mut self,
        event: Event<'t>,
        range: Range<usize>,
        outside: &mut usize,
    ) -> Option<Inline> {
        let kind = match event {
            Event::Start(tag) => {
                let inline = self.inline(tag, range);
                *outside += usize::from(inline.is_none());
                return inline;
            }
            Event::StartKey => {
                let inline = self.styled(Style::Key, range);
                *outside += usize::from(inline.is_none());
                return inline;
            }
            Event::Text(text) => InlineKind::Text(boxed(text)),
            Event::Code(text) => InlineKind::Code(boxed(text)),
            Event::Formula(text) => InlineKind::Formula(boxed(text)),
            Event::TornFormula => InlineKind::TornFormula,
            Event::TornTable => InlineKind::TornTable,
            Event::SoftBreak => InlineKind::SoftBreak,
            Event::HardBreak => InlineKind::HardBreak,
            Event::FootnoteReference(name) => InlineKind::NoteReference(boxed(name)),
            Event::Task(done) => InlineKind::Task(done),
            Event::Html(dropped) => InlineKind::Dropped(dropped),
            Event::End(_) | Event::EndKey | Event::Rule => return None,
        };
        Some(Inline { kind, range })
    }

    /// The piece of a line that begins with an element; `None` if it is none, or stands too
    /// deep in others.
    fn inline(&mut self, tag: Tag<'t>, range: Range<usize>) -> Option<Inline> {
        let nests = nests(tag.to_end());
        match tag {
            Tag::Emphasis => self.styled(Style::Emphasis, range),
            Tag::Strong => self.styled(Style::Strong, range),
            Tag::Strikethrough => self.styled(Style::Strike, range),
            Tag::Superscript => self.styled(Style::Superscript, range),
            Tag::Subscript => self.styled(Style::Subscript, range),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } if self.admits(nests, range.start) => {
                let node = self.node();
                let (line, range) = self.inside(nests, &range, Self::line);
                let link = Link {
                    node,
                    form: match link_type {
                        LinkType::Autolink => LinkForm::Bare,
                        LinkType::Email => LinkForm::Mail,
                        LinkType::Inline
                        | LinkType::Reference
                        | LinkType::ReferenceUnknown
                        | LinkType::Collapsed
                        | LinkType::CollapsedUnknown
                        | LinkType::Shortcut
                        | LinkType::ShortcutUnknown
                        | LinkType::WikiLink { .. } => LinkForm::Words,
                    },
                    destination: boxed(dest_url),
                    title: boxed(title),
                    line,
                };
                let kind = InlineKind::Link(Box::new(link));
                Some(Inline { kind, range })
            }
            Tag::Image {
                dest_url, title, ..
            } if self.admits(nests, range.start) => {
                let node = self.node();
                let (line, range) = self.inside(nests, &range, Self::line);
                let image = Image {
                    node,
                    destination: boxed(dest_url),
                    title: boxed(title),
                    line,
                };
                let kind = InlineKind::Image(Box::new(image));
                Some(Inline { kind, range })
            }
            Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::List(_)
            | Tag::Item
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::MetadataBlock(_) => None,
        }
    }

    fn styled(&mut self, style: Style, range: Range<usize>) -> Option<Inline> {
        if !self.admits(true, range.start) {
            return None;
        }
        let (line, range) = self.inside(true, &range, Self::line);
        let kind = InlineKind::Styled(style, line);
        Some(Inline { kind, range })
    }
}

fn begins(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(_) | Event::StartKey)
}

/// Whether an element counts as a level of nesting: a list is one with its items, and a
/// paragraph is none.
fn nests(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::DefinitionList
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
    )
}

fn boxed(text: CowStr<'_>) -> Box<str> {
    text.into_string().into_boxed_str()
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn alignment(aligned: Aligned) -> Alignment {
    match aligned {
        Aligned::None | Aligned::Left => Alignment::Left,
        Aligned::Center => Alignment::Center,
        Aligned::Right => Alignment::Right,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Node, Visitor, plain, walk};

    fn words(text: &str) -> String {
        struct Words(String);
        impl<'t> Visitor<'t> for Words {
            fn enter(&mut self, node: Node<'t>) {
                if let Node::Inline(inline) = node
                    && let InlineKind::Text(text) = &inline.kind
                {
                    self.0.push_str(text);
                }
            }
        }
        let mut words = Words(String::new());
        walk(&read(text).blocks, &mut words);
        words.0
    }

    #[test]
    fn a_paragraph_right_above_a_table_is_its_caption() {
        let rows = "| a |\n|---|\n| b |\n";
        let caption = |text: &str| {
            let tree = read(&format!("{text}\n\n{rows}"));
            let Some(BlockKind::Table(table)) = tree.blocks.last().map(|block| &block.kind) else {
                panic!("no table: {tree:?}");
            };
            table.caption.as_ref().map(|caption| plain(&caption.shown))
        };
        for (text, shown) in [
            (
                "Tabel: Warga *menurut* `umur` {#umur}",
                Some("Warga menurut umur"),
            ),
            ("Table: a\\*b", Some("a*b")),
            ("Tabel: {#umur}", Some("")),
            ("Tabel 1: Warga", None),
            ("Tabel: Warga\n\nKalimat.", None),
            ("> Tabel: Warga", None),
        ] {
            assert_eq!(caption(text).as_deref(), shown, "{text}");
        }
    }

    #[test]
    fn what_stands_too_deep_is_kept_outside_of_what_is_left_out() {
        let quotes = format!("{}a *b* c\n", "> ".repeat(MAX_DEPTH));
        assert_eq!(read(&quotes).too_deep, Some(2 * MAX_DEPTH + 2));
        assert_eq!(words(&quotes), "a b c");
        let lists: String = (0..MAX_DEPTH + 2)
            .map(|depth| format!("{}- {depth}\n", "  ".repeat(depth)))
            .collect();
        let all: String = (0..MAX_DEPTH + 2).map(|depth| depth.to_string()).collect();
        assert!(read(&lists).too_deep.is_some());
        assert_eq!(words(&lists), all);
        let sound = format!("{}a\n", "> ".repeat(MAX_DEPTH));
        assert_eq!(read(&sound).too_deep, None);
    }

    #[test]
    fn nothing_is_nested_without_end() {
        for (open, close) in [
            ("![", "](a.png)"),
            ("**a ", "**"),
            ("> - ", ""),
            ("<kbd>", "</kbd>"),
        ] {
            let text = format!("{}b{}\n", open.repeat(5_000), close.repeat(5_000));
            assert!(words(&text).contains('b'), "{open}");
        }
    }

    #[test]
    fn parts_are_told_apart_by_their_numbers() {
        struct Nodes(Vec<NodeId>);
        impl<'t> Visitor<'t> for Nodes {
            fn enter(&mut self, node: Node<'t>) {
                if let Node::Block(block) = node {
                    if let BlockKind::Heading(heading) = &block.kind {
                        self.0.push(heading.node);
                    } else if let BlockKind::Code(code) = &block.kind {
                        self.0.push(code.node);
                    } else if let BlockKind::Table(table) = &block.kind {
                        self.0.push(table.node);
                    }
                } else if let Node::Inline(inline) = node {
                    if let InlineKind::Link(link) = &inline.kind {
                        self.0.push(link.node);
                    } else if let InlineKind::Image(image) = &inline.kind {
                        self.0.push(image.node);
                    }
                }
            }
        }
        let text = "# [a](b)\n\n```\nx\n```\n\n> ![c](d)\n\nTabel: <https://a.id>\n\n\
                    | [e](f) |\n|---|\n";
        let mut nodes = Nodes(Vec::new());
        walk(&read(text).blocks, &mut nodes);
        nodes.0.sort();
        let all: Vec<NodeId> = (0..7).map(NodeId).collect();
        assert_eq!(nodes.0, all);
    }
}
