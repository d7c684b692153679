//! The texts of a file that are printed, letter by letter.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::class::Class;
use crate::language::meant;
use crate::markdown::{self, BlockKind, Code, Inline, InlineKind, Node, Visitor, walk};
use crate::model::shape::FileKind;
use crate::model::windows_path;
use crate::model::{EXPRESSION, Writing};
use crate::resolve::narrative::joined;
use crate::slice::slice;
use crate::source::SourceFile;

/// A letter of a text, and the bytes of the file in which it is written.
#[derive(Debug, Clone)]
pub struct Letter {
    pub c: char,
    pub at: Range<usize>,
    pub form: Form,
}

/// How a letter is written, which decides what may stand in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// In a string of TOML in which `\n` is the end of a line.
    Escaped,
    /// In one of more than one line in which nothing is escaped.
    VerbatimLines,
    /// In one of a single line in which nothing is escaped.
    Verbatim,
    /// In a line of Markdown.
    Prose,
    /// In a block of code.
    CodeBlock,
    /// In code in a line, or in the title of an image.
    Plain,
    /// In an expression, which is searched for and not printed.
    Expression,
}

/// A text: a string of TOML, a block of Markdown, the title of an image. Where something
/// ends in it that is no line, such as a cell, an end of a line without a length stands.
pub type Text = Vec<Letter>;

/// The texts of a file in which not every letter is usual.
pub(crate) fn texts(file: &SourceFile) -> Vec<Text> {
    let mut reader = Reader {
        file: &file.text,
        text: Text::new(),
        found: Vec::new(),
    };
    if FileKind::of(&file.role).is_some() {
        reader.toml(&file.text, 0);
    } else {
        reader.markdown(file.markdown());
    }
    reader.found
}

struct Reader<'t> {
    file: &'t str,
    /// The letters of the block of Markdown that is being read.
    text: Text,
    found: Vec<Text>,
}

impl Reader<'_> {
    /// TOML that begins at `offset` of the file. What is broken is judged when it is
    /// mended.
    fn toml(&mut self, text: &str, offset: usize) {
        let (root, errors) = DeTable::parse_recoverable(text);
        if errors.is_empty() {
            for value in root.get_ref().values() {
                self.value(value, text, offset);
            }
        }
    }

    /// The TOML of a block that shows something, of which the expression is not printed.
    fn embed(&mut self, text: &str, offset: usize) {
        let (root, errors) = DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            return;
        }
        for (key, value) in root.get_ref() {
            let before = self.found.len();
            self.value(value, text, offset);
            if key.get_ref() == EXPRESSION {
                let letters = self.found.iter_mut().skip(before).flatten();
                letters.for_each(|letter| letter.form = Form::Expression);
            }
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, text: &str, offset: usize) {
        match value.get_ref() {
            DeValue::String(meaning) => {
                let span = value.span();
                let literal = slice(text, span.clone());
                self.string(literal, meaning, span.start + offset);
            }
            DeValue::Array(items) => {
                for item in items.iter() {
                    self.value(item, text, offset);
                }
            }
            DeValue::Table(table) => {
                for item in table.values() {
                    self.value(item, text, offset);
                }
            }
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => {}
        }
    }

    /// A string that is written as `literal` at `start` of the file.
    fn string(&mut self, literal: &str, meaning: &str, start: usize) {
        let form = match (literal.starts_with('\''), literal.starts_with("'''")) {
            (false, _) => Form::Escaped,
            (_, false) => Form::Verbatim,
            (_, true) => Form::VerbatimLines,
        };
        if meaning.chars().all(|c| Class::of(c) == Class::Usual) {
            return;
        }
        // What its escapes mean was not meant.
        if windows_path::escape(literal).is_some() {
            return;
        }
        let Some(writing) = Writing::of(literal, meaning) else {
            return;
        };
        let letters = meaning.char_indices().map(|(at, c)| {
            let whole = 0..literal.len();
            let written = writing.locate(at..at + c.len_utf8()).unwrap_or(whole);
            Letter {
                c,
                at: start + written.start..start + written.end,
                form,
            }
        });
        self.found.push(letters.collect());
    }

    fn markdown(&mut self, tree: &markdown::Text) {
        if let Some(front) = &tree.front {
            let toml = slice(self.file, front.toml.clone());
            self.toml(toml, front.toml.start);
        }
        for block in &tree.blocks {
            walk(std::slice::from_ref(block), self);
            let text = std::mem::take(&mut self.text);
            self.add(text);
        }
    }

    fn code(&mut self, code: &Code, range: &Range<usize>) {
        if code.is_embed() {
            let first = code.pieces.first();
            let start = first.map_or(range.end, |first| first.range.start);
            self.embed(&joined(self.file, &code.pieces), start);
            return;
        }
        for piece in &code.pieces {
            self.letters(&piece.text, &piece.range, Form::CodeBlock);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        let range = &inline.range;
        let written = slice(self.file, range.clone());
        match &inline.kind {
            InlineKind::Text(meaning) => self.letters(meaning, range, Form::Prose),
            InlineKind::Code(_) | InlineKind::Formula(_) => {
                push(&mut self.text, written, range.start, Form::Plain);
            }
            InlineKind::HardBreak if is_one(written) => {
                push(&mut self.text, written, range.start, Form::Prose);
            }
            InlineKind::SoftBreak | InlineKind::HardBreak => self.text.push(Letter {
                c: '\n',
                at: range.clone(),
                form: Form::Prose,
            }),
            InlineKind::Image(image) => self.title(&image.title, range),
            InlineKind::Task(_) => part(&mut self.text, range.start),
            InlineKind::Styled(..)
            | InlineKind::Link(_)
            | InlineKind::NoteReference(_)
            | InlineKind::Dropped(_)
            | InlineKind::TornFormula
            | InlineKind::TornTable => {}
        }
    }

    /// Text with its meaning, which is written in a range.
    fn letters(&mut self, meaning: &str, range: &Range<usize>, form: Form) {
        let written = slice(self.file, range.clone());
        match character(written, meaning) {
            Some(c) => self.text.push(Letter {
                c,
                at: range.clone(),
                form,
            }),
            None => push(&mut self.text, written, range.start, form),
        }
    }

    /// The title of an image that is written in a range.
    fn title(&mut self, title: &str, image: &Range<usize>) {
        let written = slice(self.file, image.clone());
        let start = written.rfind(title).map(|at| image.start + at);
        let letters = title.char_indices().map(|(at, c)| Letter {
            c,
            at: match start {
                Some(start) => start + at..start + at + c.len_utf8(),
                None => image.clone(),
            },
            form: Form::Plain,
        });
        self.add(letters.collect());
    }

    fn add(&mut self, text: Text) {
        if text
            .iter()
            .any(|letter| Class::of(letter.c) != Class::Usual)
        {
            self.found.push(text);
        }
    }
}

impl<'t> Visitor<'t> for Reader<'_> {
    fn enter(&mut self, node: Node<'t>) {
        if parts(node) {
            part(&mut self.text, node.range().start);
        }
        if let Node::Block(block) = node
            && let BlockKind::Code(code) = &block.kind
        {
            self.code(code, &block.range);
        }
        if let Node::Inline(inline) = node {
            self.inline(inline);
        }
    }

    fn leave(&mut self, node: Node<'t>) {
        if parts(node) {
            part(&mut self.text, node.range().end);
        }
    }
}

/// Whether something begins and ends a part of a text.
fn parts(node: Node<'_>) -> bool {
    match node {
        Node::Block(block) => !matches!(block.kind, BlockKind::Plain(_)),
        Node::Piece(_) | Node::Inline(_) => false,
        Node::Caption(_)
        | Node::Item(_)
        | Node::Term(_)
        | Node::Meaning(_)
        | Node::Head(_)
        | Node::Row(_)
        | Node::Cell(_) => true,
    }
}

/// Adds what is written from `start` on.
fn push(text: &mut Text, written: &str, start: usize, form: Form) {
    text.extend(written.char_indices().map(|(at, c)| Letter {
        c,
        at: start + at..start + at + c.len_utf8(),
        form,
    }));
}

/// Ends a part of a text.
fn part(text: &mut Text, at: usize) {
    text.push(Letter {
        c: '\n',
        at: at..at,
        form: Form::Plain,
    });
}

/// Whether what is written is one character that ends a line.
fn is_one(written: &str) -> bool {
    let mut characters = written.chars();
    characters.next().and_then(meant) == Some('\n') && characters.next().is_none()
}

/// The character that is written as `&#9;` or `&Tab;`; `None` if it is written as it is.
fn character(written: &str, meaning: &str) -> Option<char> {
    let name = written.strip_prefix('&')?.strip_suffix(';')?;
    if written == meaning {
        return None;
    }
    // What the character means has been settled; here it counts what it is.
    let number = name.strip_prefix('#').and_then(|digits| {
        let number = match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => digits.parse(),
        };
        number.ok().and_then(char::from_u32)
    });
    match name {
        "Tab" => Some('\t'),
        _ => number.or(meaning.chars().next()),
    }
}
