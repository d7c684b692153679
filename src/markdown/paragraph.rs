//! Narrative, paragraph by paragraph.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use super::tree::{Block, BlockKind, Cell, Code, Definition, Inline, List, Table, Text};
use crate::slice::slice;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// Text.
    Text,
    /// A heading of a level from 1.
    Heading(u8),
    /// An item of a list, with the depth of the list from 1.
    Item(u8),
    /// An item of a numbered list.
    Numbered(u8),
    /// A row of a table.
    Row,
    /// Code, or a block that asks for a table.
    Code,
    /// A line across the page.
    Rule,
}

/// A paragraph. Two are the same if they are of the same form and have the same words:
/// where lines break and how many spaces stand between words is no difference, and neither is
/// what the words were read as, which follows from them and the text around them.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// What it is.
    pub form: Form,
    /// Its words as they were written, markup included, with one space between them;
    /// the lines of code as they are, behind a line with what stands behind its marks.
    pub text: String,
    /// What it was read as.
    pub(crate) content: Content,
}

/// What a paragraph was read as. All copies of it are one.
#[derive(Debug, Clone)]
pub(crate) enum Content {
    /// A line of text; of the caption of a table, what prints.
    Line(Arc<[Inline]>),
    /// The cells of a row of a table.
    Row(Arc<[Cell]>),
    /// Code, or a block that asks for a table.
    Code(Arc<Code>),
    /// A line across the page.
    Rule,
}

impl Paragraph {
    /// Whether it asks for a table or a figure.
    pub(crate) fn is_embed(&self) -> bool {
        matches!(&self.content, Content::Code(code) if code.is_embed())
    }

    /// What two paragraphs are compared by.
    fn key(&self) -> (Form, &str) {
        (self.form, &self.text)
    }
}

impl PartialEq for Paragraph {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Paragraph {}

impl PartialOrd for Paragraph {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Paragraph {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl Hash for Paragraph {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

/// A paragraph with the bytes that it was read from.
pub(crate) type Placed = (Paragraph, Range<usize>);

/// The paragraphs of a text behind its front matter, in their order.
pub(crate) fn paragraphs(text: &str, tree: &Text) -> Vec<Placed> {
    let mut reader = Reader {
        text,
        depth: 0,
        found: Vec::new(),
    };
    reader.blocks(&tree.blocks, Form::Text);
    reader.found
}

struct Reader<'t> {
    text: &'t str,
    /// How many lists are around.
    depth: u8,
    found: Vec<Placed>,
}

impl Reader<'_> {
    /// Blocks, the first words of which have the form of what they stand in.
    fn blocks(&mut self, blocks: &[Block], mut form: Form) {
        for block in blocks {
            self.block(block, form);
            let keeps = matches!(
                block.kind,
                BlockKind::Plain(_) | BlockKind::Code(_) | BlockKind::Rule
            );
            if !keeps {
                form = Form::Text;
            }
        }
    }

    fn block(&mut self, block: &Block, form: Form) {
        let range = || block.range.clone();
        match &block.kind {
            BlockKind::Paragraph(line) | BlockKind::Plain(line) => self.line(line, form),
            BlockKind::Heading(heading) => {
                // Attributes of the heading stand in its line and nowhere else.
                let line = Content::Line(Arc::from(heading.line.as_slice()));
                self.add(Form::Heading(heading.level), range(), line);
            }
            BlockKind::Quote(_, blocks) => self.blocks(blocks, form),
            BlockKind::Note(note) => self.blocks(&note.blocks, form),
            BlockKind::Code(code) => self.code(code, range()),
            BlockKind::List(list) => self.list(list),
            BlockKind::Definitions(definitions) => self.definitions(definitions, form),
            BlockKind::Table(table) => self.table(table, form),
            BlockKind::Rule => self.push(Form::Rule, String::new(), Content::Rule, range()),
        }
    }

    /// A line, if anything stands in it.
    fn line(&mut self, line: &[Inline], form: Form) {
        if let Some(range) = bounds(line) {
            self.add(form, range, Content::Line(Arc::from(line)));
        }
    }

    fn code(&mut self, code: &Code, range: Range<usize>) {
        let info = code.info.as_deref().unwrap_or("");
        let text = format!("{info}\n{}", code.text());
        let content = Content::Code(Arc::new(code.clone()));
        self.push(Form::Code, text, content, range);
    }

    fn list(&mut self, list: &List) {
        self.depth = self.depth.saturating_add(1);
        let form = match list.start {
            Some(_) => Form::Numbered(self.depth),
            None => Form::Item(self.depth),
        };
        for item in &list.items {
            self.blocks(&item.blocks, form);
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn definitions(&mut self, definitions: &[Definition], mut form: Form) {
        for definition in definitions {
            self.line(&definition.term.line, form);
            form = Form::Text;
            for meaning in &definition.meanings {
                self.blocks(&meaning.blocks, form);
            }
        }
    }

    fn table(&mut self, table: &Table, form: Form) {
        if let Some(caption) = &table.caption
            && let Some(range) = bounds(&caption.line)
        {
            let shown = Content::Line(Arc::from(caption.shown.as_slice()));
            self.add(form, range, shown);
        }
        for row in &table.rows {
            let content = Content::Row(Arc::from(row.cells.as_slice()));
            self.add(Form::Row, row.range.clone(), content);
        }
    }

    /// Adds a paragraph with its words as they were written.
    fn add(&mut self, form: Form, range: Range<usize>, content: Content) {
        let written = slice(self.text, range.clone());
        let words: Vec<&str> = written.split_whitespace().collect();
        let mut text = words.join(" ");
        if form == Form::Row {
            // The width of columns is no difference either.
            text = cells(&text).join(" | ");
        }
        self.push(form, text, content, range);
    }

    fn push(&mut self, form: Form, text: String, content: Content, range: Range<usize>) {
        let paragraph = Paragraph {
            form,
            text,
            content,
        };
        self.found.push((paragraph, range));
    }
}

/// Where the pieces of a line were written; `None` if there are none.
fn bounds(line: &[Inline]) -> Option<Range<usize>> {
    let start = line.iter().map(|inline| inline.range.start).min()?;
    let end = line.iter().map(|inline| inline.range.end).max()?;
    Some(start..end)
}

/// The cells of a row of a table as they were written. A bar behind a backslash belongs to its
/// cell, in code too.
fn cells(row: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let mut begin = 0;
    let mut is_escaped = false;
    for (at, letter) in row.char_indices() {
        if letter == '|' && !is_escaped {
            cells.push(slice(row, begin..at).trim());
            begin = at.saturating_add(1);
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    cells.push(slice(row, begin..).trim());
    // The bars around the row part nothing.
    if cells.len() > 1 && row.starts_with('|') {
        cells.remove(0);
    }
    if cells.len() > 1 && cells.last() == Some(&"") {
        cells.pop();
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown;

    fn read(text: &str) -> Vec<Paragraph> {
        let placed = paragraphs(text, &markdown::read(text)).into_iter();
        placed.map(|(paragraph, _)| paragraph).collect()
    }

    #[test]
    fn paragraphs_are_what_is_printed_and_not_how_it_is_written() {
        let text = "+++\ntitle = \"A\"\n+++\n# Judul {#a}\n\nSatu *dua*\ntiga.\n\n- a\n  - b c\n- d\n\n\
                    1. e\n\n> kutipan\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```ambonplan\nshow = \"laws\"\n```\n";
        let found = read(text);
        let told: Vec<(Form, &str)> = found.iter().map(|p| (p.form, p.text.as_str())).collect();
        assert_eq!(
            told,
            [
                (Form::Heading(1), "# Judul {#a}"),
                (Form::Text, "Satu *dua* tiga."),
                (Form::Item(1), "a"),
                (Form::Item(2), "b c"),
                (Form::Item(1), "d"),
                (Form::Numbered(1), "e"),
                (Form::Text, "kutipan"),
                (Form::Row, "x | y"),
                (Form::Row, "1 | 2"),
                (Form::Code, "ambonplan\nshow = \"laws\"\n"),
            ]
        );
        let other = "# Judul   {#a}\n\nSatu\n*dua* tiga.\n\n* a\n    * b  c\n* d\n\n\
                     1) e\n\n> kutipan\n\n|x|y|\n|:--|---|\n|1|2|\n\n~~~ambonplan\nshow = \"laws\"\n~~~\n";
        assert_eq!(found, read(other));
    }
}
