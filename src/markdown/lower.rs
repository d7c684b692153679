//! Lowers the events of the Markdown parser to those of the dialect: HTML becomes elements
//! or is dropped.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::mem;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event as Parsed, Tag, TagEnd};

use super::event::{DroppedHtml, Event, Item};
use super::heading;
use super::html::{self, HtmlBlock, Meaning, Token, Tokens, attribute, beginning, meaning};
use crate::language::{as_meant, as_meant_in_code, meant};
use crate::slice::slice;

/// How many open tags are searched for the one that a tag closes. Nobody nests
/// them deeper, and a search without an end would take hours in a broken text.
const REACH: usize = 32;

/// Turns the parser's events into those of the dialect.
pub(crate) struct Lowering<'t> {
    text: &'t str,
    /// What is lowered. A block changes only what it has added.
    pub items: Vec<Item<'t>>,
    /// How many tags were open when each element that is open began.
    elements: Vec<usize>,
    tags: Vec<OpenTag>,
    /// How many tags of each name were opened and not closed.
    unclosed: BTreeMap<String, usize>,
    block: Option<HtmlBlock>,
    /// Tags that a block of HTML is set without, and where the first one stands.
    without: Option<(Vec<String>, Range<usize>)>,
    /// The column in the block of code that is open.
    code: Option<usize>,
    /// Whether what stands in braces at the end of the heading that is open is text.
    braces: bool,
    /// Tables that are open, and whether a row of theirs is.
    tables: (usize, bool),
}

/// A tag that waits for its end. Until then, its place holds it as left out.
struct OpenTag {
    name: String,
    meaning: Meaning,
    item: usize,
    /// Where its content begins in the text.
    content: usize,
}

impl<'t> Lowering<'t> {
    /// One for the events of a text.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            items: Vec::new(),
            elements: Vec::new(),
            tags: Vec::new(),
            unclosed: BTreeMap::new(),
            block: None,
            without: None,
            code: None,
            braces: false,
            tables: (0, false),
        }
    }

    /// Takes an event of the parser.
    pub fn take(&mut self, event: Parsed<'t>, range: Range<usize>) {
        if !self.is_in_order(&event, &range) {
            return;
        }
        match event {
            Parsed::Start(Tag::HtmlBlock) => self.block = Some(HtmlBlock::default()),
            Parsed::End(TagEnd::HtmlBlock) => self.end_block(),
            Parsed::Start(tag) => {
                self.braces |= heading::are_words(&tag);
                self.push(Event::Start(tag), range);
            }
            Parsed::End(end @ TagEnd::Heading(_)) if mem::take(&mut self.braces) => {
                if let Some(words) = heading::left_out(self.text, &range, &self.items) {
                    let written = slice(self.text, words.clone());
                    self.push(Event::Text(written.into()), words);
                }
                self.take(Parsed::End(end), range);
            }
            Parsed::End(end) => {
                self.close_element();
                self.code = None;
                self.items.push((Event::End(end), range));
            }
            Parsed::Html(html) => match &mut self.block {
                Some(block) => block.push(&html, range),
                None => self.inline(&html, &range),
            },
            Parsed::InlineHtml(html) => self.inline(&html, &range),
            Parsed::Text(text) if self.follows_break() && text.starts_with(' ') => {
                let text = text.trim_start_matches(' ').to_owned();
                self.push(Event::Text(text.into()), range);
            }
            // The parser has taken the ends of lines after its own breaks.
            Parsed::SoftBreak if self.follows_break() => {}
            Parsed::Text(text) => self.push(Event::Text(text), range),
            Parsed::Code(text) => self.push(Event::Code(text), range),
            // Formulas are found elsewhere: the parser takes amounts for them.
            Parsed::InlineMath(text) | Parsed::DisplayMath(text) => {
                self.push(Event::Text(text), range);
            }
            Parsed::SoftBreak => self.push(Event::SoftBreak, range),
            Parsed::HardBreak => self.push(Event::HardBreak, range),
            Parsed::Rule => self.push(Event::Rule, range),
            Parsed::FootnoteReference(name) => {
                self.push(Event::FootnoteReference(name), range);
            }
            Parsed::TaskListMarker(done) => self.push(Event::Task(done), range),
        }
    }

    /// Whether an event is to be taken as it comes. Where the rows of a table leave out
    /// very many cells, the parser gives up and takes all that follows for a part of the
    /// table: the table ends before it, and its own end comes too late.
    fn is_in_order(&mut self, event: &Parsed<'t>, range: &Range<usize>) -> bool {
        let (open, in_row) = &mut self.tables;
        if matches!(event, Parsed::Start(Tag::TableHead | Tag::TableRow)) {
            *in_row = true;
        } else if matches!(event, Parsed::End(TagEnd::TableHead | TagEnd::TableRow)) {
            *in_row = false;
        } else if matches!(event, Parsed::End(TagEnd::Table)) {
            let is_open = *open > 0;
            *open -= usize::from(is_open);
            return is_open;
        } else {
            if *open > 0 && !*in_row {
                *open -= 1;
                self.end(TagEnd::Table);
                self.items.push((Event::TornTable, range.clone()));
            }
            if matches!(event, Parsed::Start(Tag::Table(_))) {
                self.tables.0 += 1;
            }
        }
        true
    }

    /// Adds an event; text as it is meant.
    pub fn push(&mut self, event: Event<'t>, range: Range<usize>) {
        let event = match event {
            Event::Text(text) => match &mut self.code {
                None => return self.push_text(text, range),
                Some(column) => match as_meant_in_code(&text, column) {
                    Cow::Owned(meaning) => Event::Text(meaning.into()),
                    Cow::Borrowed(_) => Event::Text(text),
                },
            },
            Event::Code(text) => match as_meant(&text) {
                Cow::Owned(meaning) => Event::Code(meaning.replace('\n', " ").into()),
                Cow::Borrowed(_) => Event::Code(text),
            },
            Event::Start(tag) => {
                self.elements.push(self.tags.len());
                self.code = matches!(tag, Tag::CodeBlock(_)).then_some(0);
                Event::Start(tag)
            }
            event @ (Event::End(_)
            | Event::StartKey
            | Event::EndKey
            | Event::Formula(_)
            | Event::TornFormula
            | Event::TornTable
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::FootnoteReference(_)
            | Event::Task(_)
            | Event::Html(_)) => event,
        };
        self.items.push((event, range));
    }

    /// Adds text as it is meant. A character that ends a line ends one.
    fn push_text(&mut self, text: CowStr<'t>, range: Range<usize>) {
        if matches!(as_meant(&text), Cow::Borrowed(_)) {
            self.items.push((Event::Text(text), range));
            return;
        }
        // Where a part of it stands, unless it was written in another form.
        let place = |part: Range<usize>| {
            if text.len() == range.len() {
                range.start + part.start..range.start + part.end
            } else {
                range.clone()
            }
        };
        let mut start = 0;
        let add = |part: Range<usize>, items: &mut Vec<Item<'t>>| {
            let piece = slice(&text, part.clone());
            if !piece.is_empty() {
                let meaning = as_meant(piece).into_owned();
                items.push((Event::Text(meaning.into()), place(part)));
            }
        };
        for (at, c) in text.char_indices() {
            if meant(c) == Some('\n') {
                add(start..at, &mut self.items);
                start = at + c.len_utf8();
                self.items.push((Event::HardBreak, place(at..start)));
            }
        }
        add(start..text.len(), &mut self.items);
    }

    /// Ends an element that [`Lowering::push`] has started.
    pub fn end(&mut self, end: TagEnd) {
        self.close_element();
        let at = self.items.last().map_or(0, |(_, range)| range.end);
        self.items.push((Event::End(end), at..at));
    }

    /// Tags that are not closed in an element stay left out.
    fn close_element(&mut self) {
        let open = self.elements.pop().unwrap_or_default();
        self.tags.truncate(open);
    }

    fn follows_break(&self) -> bool {
        matches!(self.items.last(), Some((Event::HardBreak, _)))
    }

    /// HTML in a line of text is one tag or one comment.
    fn inline(&mut self, html: &str, range: &Range<usize>) {
        for (token, part) in Tokens::new(html) {
            let piece = slice(html, part);
            self.html(&token, piece, range.clone());
        }
    }

    /// Settles a piece of HTML that is no text.
    pub fn html(&mut self, token: &Token, piece: &str, range: Range<usize>) {
        match token {
            Token::Text | Token::Comment => {}
            Token::OpenComment => {
                let mark = range.start..range.end.min(range.start + "<!--".len());
                self.items.push((Event::Html(DroppedHtml::Comment), mark));
            }
            Token::Markup => {
                let dropped = DroppedHtml::Markup(beginning(piece));
                self.items.push((Event::Html(dropped), range));
            }
            Token::Unfinished => {
                let dropped = DroppedHtml::Unfinished(beginning(piece));
                self.items.push((Event::Html(dropped), range));
            }
            Token::Open(name) => self.open_tag(name, piece, range),
            Token::Close(name) => self.close_tag(name, range),
        }
    }

    /// Remembers that a tag was opened.
    pub fn opened(&mut self, name: &str) {
        match self.unclosed.get_mut(name) {
            Some(count) => *count += 1,
            None => {
                self.unclosed.insert(name.to_owned(), 1);
            }
        }
    }

    fn open_tag(&mut self, name: &str, piece: &str, range: Range<usize>) {
        let meaning = meaning(name);
        if meaning == Meaning::Break {
            self.push(Event::HardBreak, range);
            return;
        }
        if !html::is_void(name) {
            self.opened(name);
        }
        let tag = name.to_owned();
        if meaning.is_paired() {
            self.tags.push(OpenTag {
                name: tag.clone(),
                meaning,
                item: self.items.len(),
                content: range.end,
            });
            let dropped = DroppedHtml::Tags(vec![tag]);
            self.items.push((Event::Html(dropped), range));
            return;
        }
        let address = match name {
            "a" => attribute(piece, "href"),
            _ => None,
        };
        match address {
            Some(address) => {
                let dropped = DroppedHtml::Address { tag, address };
                self.items.push((Event::Html(dropped), range));
            }
            None if meaning == Meaning::Shown => {
                self.items
                    .push((Event::Html(DroppedHtml::Shown(tag)), range));
            }
            None if html::is_words(name, piece) => {
                let dropped = DroppedHtml::Words(beginning(piece));
                self.items.push((Event::Html(dropped), range));
            }
            None => self.leave_out(tag, range),
        }
    }

    fn close_tag(&mut self, name: &str, range: Range<usize>) {
        match self.unclosed.get_mut(name).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => return self.leave_out(format!("/{name}"), range),
        }
        if !meaning(name).is_paired() {
            return;
        }
        let open = self.elements.last().copied().unwrap_or_default();
        let inside = self.tags.get(open..).unwrap_or(&[]);
        let mut near = inside.iter().enumerate().rev().take(REACH);
        let Some((found, _)) = near.find(|(_, tag)| tag.name == name) else {
            return;
        };
        // Tags inside it that are not closed stay left out.
        self.tags.truncate(open + found + 1);
        if let Some(tag) = self.tags.pop() {
            self.pair(tag, range);
        }
    }

    /// Gives a tag and its end their meaning.
    fn pair(&mut self, tag: OpenTag, range: Range<usize>) {
        let (start, end) = match tag.meaning {
            Meaning::Sub => (Event::Start(Tag::Subscript), Event::End(TagEnd::Subscript)),
            Meaning::Super => (
                Event::Start(Tag::Superscript),
                Event::End(TagEnd::Superscript),
            ),
            Meaning::Key => (Event::StartKey, Event::EndKey),
            Meaning::Break | Meaning::Hidden | Meaning::Shown | Meaning::Form => {
                let content = self.text.get(tag.content..range.start);
                let dropped = DroppedHtml::Hidden {
                    tag: tag.name,
                    beginning: beginning(content.unwrap_or_default()),
                };
                self.items.truncate(tag.item + 1);
                if let Some((event, _)) = self.items.last_mut() {
                    *event = Event::Html(dropped);
                }
                return;
            }
        };
        if let Some((event, _)) = self.items.get_mut(tag.item) {
            *event = start;
            self.items.push((end, range));
        }
    }

    /// Leaves a tag out; those of one block of HTML together.
    fn leave_out(&mut self, name: String, range: Range<usize>) {
        match &mut self.without {
            Some((names, first)) => {
                if names.is_empty() {
                    *first = range;
                }
                if !names.contains(&name) && names.len() < REACH {
                    names.push(name);
                }
            }
            None => {
                let dropped = DroppedHtml::Tags(vec![name]);
                self.items.push((Event::Html(dropped), range));
            }
        }
    }

    fn end_block(&mut self) {
        let Some(block) = self.block.take() else {
            return;
        };
        self.without = Some((Vec::new(), 0..0));
        block.lower(self);
        let (names, first) = mem::take(&mut self.without).unwrap_or_default();
        if !names.is_empty() {
            self.items
                .push((Event::Html(DroppedHtml::Tags(names)), first));
        }
    }
}
