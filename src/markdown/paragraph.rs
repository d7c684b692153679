//! Narrative, paragraph by paragraph.

use std::ops::Range;

use pulldown_cmark::{Tag, TagEnd};

use super::{Blocks, Event};
use crate::source::slice;

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
/// where lines break and how many spaces stand between words is no difference.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Paragraph {
    /// What it is.
    pub form: Form,
    /// Its words as they were written, markup included, with one space between them;
    /// the lines of code as they are.
    pub text: String,
}

/// A paragraph with the bytes that it was read from.
pub(crate) type Placed = (Paragraph, Range<usize>);

/// The paragraphs of a text behind its front matter, in their order.
pub(crate) fn paragraphs(text: &str) -> Vec<Placed> {
    Reader {
        text,
        lists: Vec::new(),
        form: Form::Text,
        open: None,
        found: Vec::new(),
    }
    .read()
}

struct Reader<'t> {
    text: &'t str,
    /// Whether each list around is numbered.
    lists: Vec<bool>,
    /// The form of what comes next.
    form: Form,
    /// The bytes of the paragraph that is being read.
    open: Option<Range<usize>>,
    found: Vec<Placed>,
}

impl Reader<'_> {
    fn read(mut self) -> Vec<Placed> {
        let mut code: Option<String> = None;
        let mut blocks = Blocks::new(self.text);
        let mut items = Vec::new();
        while blocks.read(&mut items) {
            for (event, range) in items.drain(..) {
                match event {
                    Event::Start(Tag::CodeBlock(kind)) => {
                        self.close();
                        let info = match kind {
                            pulldown_cmark::CodeBlockKind::Fenced(info) => info.to_string(),
                            pulldown_cmark::CodeBlockKind::Indented => String::new(),
                        };
                        code = Some(format!("{info}\n"));
                    }
                    Event::End(TagEnd::CodeBlock) => {
                        let text = code.take().unwrap_or_default();
                        let form = Form::Code;
                        self.found.push((Paragraph { form, text }, range));
                    }
                    Event::Text(part) if code.is_some() => {
                        if let Some(code) = &mut code {
                            code.push_str(&part);
                        }
                    }
                    Event::Start(Tag::List(first)) => {
                        self.close();
                        self.lists.push(first.is_some());
                    }
                    Event::End(TagEnd::List(_)) => {
                        self.close();
                        self.lists.pop();
                        self.form = Form::Text;
                    }
                    Event::Start(Tag::Item) => {
                        self.close();
                        let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
                        self.form = match self.lists.last() {
                            Some(true) => Form::Numbered(depth),
                            _ => Form::Item(depth),
                        };
                    }
                    Event::Start(Tag::Heading { level, .. }) => {
                        self.close();
                        self.form = Form::Heading(level as u8);
                        // Attributes of the heading stand in its line and nowhere else.
                        self.extend(&range);
                    }
                    Event::Start(Tag::TableHead | Tag::TableRow) => {
                        self.close();
                        self.form = Form::Row;
                        self.extend(&range);
                    }
                    Event::End(
                        TagEnd::Paragraph
                        | TagEnd::Heading(_)
                        | TagEnd::Item
                        | TagEnd::TableHead
                        | TagEnd::TableRow
                        | TagEnd::BlockQuote(_)
                        | TagEnd::FootnoteDefinition
                        | TagEnd::DefinitionListTitle
                        | TagEnd::DefinitionListDefinition,
                    ) => {
                        self.close();
                        self.form = Form::Text;
                    }
                    Event::Start(
                        Tag::Paragraph
                        | Tag::BlockQuote(_)
                        | Tag::Table(_)
                        | Tag::HtmlBlock
                        | Tag::DefinitionList
                        | Tag::DefinitionListTitle
                        | Tag::DefinitionListDefinition
                        | Tag::FootnoteDefinition(_),
                    ) => self.close(),
                    Event::Rule => {
                        self.close();
                        let form = Form::Rule;
                        let text = String::new();
                        self.found.push((Paragraph { form, text }, range));
                    }
                    Event::End(_) => {}
                    // Anything else stands in a line; an element of it spans what it holds.
                    Event::Start(_)
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
                    | Event::Html(_) => self.extend(&range),
                }
            }
        }
        self.close();
        self.found
    }

    fn extend(&mut self, range: &Range<usize>) {
        let open = self.open.get_or_insert_with(|| range.clone());
        open.start = open.start.min(range.start);
        open.end = open.end.max(range.end);
    }

    /// Ends the paragraph that is being read, if there is one.
    fn close(&mut self) {
        let Some(range) = self.open.take() else {
            return;
        };
        let written = slice(self.text, range.clone());
        let words: Vec<&str> = written.split_whitespace().collect();
        let mut text = words.join(" ");
        if self.form == Form::Row {
            // The width of columns is no difference either.
            text = cells(&text).join(" | ");
        }
        let form = self.form;
        self.found.push((Paragraph { form, text }, range));
    }
}

/// The cells of a row of a table as they were written. A bar behind a backslash belongs to its
/// cell, in code too.
pub(crate) fn cells(row: &str) -> Vec<&str> {
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

    fn read(text: &str) -> Vec<Paragraph> {
        let placed = paragraphs(text).into_iter();
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
