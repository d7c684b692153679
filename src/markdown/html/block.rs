//! HTML that stands for itself between paragraphs.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use pulldown_cmark::{Event as Parsed, Parser, Tag, TagEnd};
use regex::{Captures, Regex};

use super::name::{is_raw, separates_words};
use super::{Meaning, Token, Tokens, beginning, meaning, separates_paragraphs};
use crate::markdown::event::{DroppedHtml, Event};
use crate::markdown::lower::Lowering;
use crate::pattern::literal_pattern;
use crate::slice::slice;

/// A block of HTML, which arrives line by line.
#[derive(Default)]
pub(crate) struct HtmlBlock {
    html: String,
    /// Where each line begins in `html`, and where it was written.
    lines: Vec<(usize, Range<usize>)>,
}

impl HtmlBlock {
    /// Adds a line.
    pub fn push(&mut self, line: &str, range: Range<usize>) {
        self.lines.push((self.html.len(), range));
        self.html.push_str(line);
    }

    /// Where a part of the block was written.
    fn place(&self, part: &Range<usize>) -> Range<usize> {
        let start = self.place_of(part.start);
        let last = self.place_of(part.end.saturating_sub(1).max(part.start));
        start..(last + usize::from(part.end > part.start)).max(start)
    }

    fn place_of(&self, at: usize) -> usize {
        let next = self.lines.partition_point(|(begins, _)| *begins <= at);
        let line = next.checked_sub(1).and_then(|line| self.lines.get(line));
        line.map_or(0, |(begins, range)| {
            (range.start + (at - begins)).min(range.end)
        })
    }

    /// Turns the block into paragraphs.
    pub fn lower(&self, lowering: &mut Lowering<'_>) {
        let mut flow = Flow {
            block: self,
            lowering,
            in_paragraph: false,
            apart: false,
            verbatim: 0,
        };
        flow.run();
    }
}

/// Text on its way into paragraphs.
struct Flow<'b, 's, 't> {
    block: &'b HtmlBlock,
    lowering: &'s mut Lowering<'t>,
    in_paragraph: bool,
    /// Whether a space separates what comes from what was there.
    apart: bool,
    /// Open tags in which the ends of lines count.
    verbatim: usize,
}

impl Flow<'_, '_, '_> {
    fn run(&mut self) {
        let html = self.block.html.as_str();
        let small = html.to_ascii_lowercase();
        // Hidden tags that are not closed any more.
        let mut open_for_ever: Vec<String> = Vec::new();
        let mut tokens = Tokens::new(html);
        while let Some((token, range)) = tokens.next() {
            let piece = slice(html, range.clone());
            match &token {
                Token::Text => self.text(piece, range),
                Token::Unfinished => {
                    let place = self.block.place(&range);
                    let dropped = DroppedHtml::Unfinished(beginning(piece));
                    self.lowering.push(Event::Html(dropped), place);
                    self.text(piece, range);
                }
                Token::Open(name) if meaning(name) == Meaning::Hidden => {
                    let rest = slice(&small, range.end..);
                    let end = if open_for_ever.contains(name) {
                        None
                    } else {
                        rest.find(&format!("</{name}"))
                    };
                    if end.is_none() {
                        open_for_ever.push(name.clone());
                    }
                    let end = end.or_else(|| is_raw(name).then_some(rest.len()));
                    match end.map(|end| range.end + end) {
                        Some(end) => {
                            let content = slice(html, range.end..end);
                            let dropped = DroppedHtml::Hidden {
                                tag: name.clone(),
                                beginning: beginning(content),
                            };
                            let place = self.block.place(&range);
                            self.lowering.opened(name);
                            self.lowering.push(Event::Html(dropped), place);
                            tokens.skip_to(end);
                        }
                        None => self.tag(&token, piece, range, name),
                    }
                }
                Token::Open(name) | Token::Close(name) => self.tag(&token, piece, range, name),
                Token::Comment | Token::OpenComment | Token::Markup => {
                    let place = self.block.place(&range);
                    self.lowering.html(&token, piece, place);
                }
            }
        }
        self.end_paragraph();
    }

    fn tag(&mut self, token: &Token, piece: &str, range: Range<usize>, name: &str) {
        if separates_paragraphs(name) {
            self.end_paragraph();
        }
        self.apart |= separates_words(name);
        if name == "pre" {
            if matches!(token, Token::Open(_)) {
                self.verbatim += 1;
            } else {
                self.verbatim = self.verbatim.saturating_sub(1);
            }
        }
        let meaning = meaning(name);
        // What is raised or lowered stands in a paragraph; a line ends only there.
        if meaning.is_paired() && matches!(token, Token::Open(_)) {
            self.begin_text(&range);
        }
        let place = self.block.place(&range);
        if meaning != Meaning::Break || self.in_paragraph {
            self.lowering.html(token, piece, place);
        }
        if meaning == Meaning::Break {
            self.apart = false;
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let mut at = range.start;
        for (number, line) in text.split('\n').enumerate() {
            let start = at;
            at += line.len() + 1;
            if number > 0 {
                self.line_ends(start);
            }
            let words = line.trim_matches(char::is_whitespace);
            let indent = line.len() - line.trim_start_matches(char::is_whitespace).len();
            self.apart |= indent > 0;
            if words.is_empty() {
                continue;
            }
            let written = start + indent..start + indent + words.len();
            self.begin_text(&written);
            let place = self.block.place(&written);
            self.lowering
                .push(Event::Text(decoded(words).into_owned().into()), place);
            self.apart = line.len() > indent + words.len();
        }
    }

    fn line_ends(&mut self, at: usize) {
        if self.verbatim > 0 && self.in_paragraph {
            let place = self.block.place(&(at..at));
            self.lowering.push(Event::HardBreak, place);
        } else {
            self.apart = true;
        }
    }

    /// Opens a paragraph, or sets what comes apart from what stands in it.
    fn begin_text(&mut self, at: &Range<usize>) {
        let place = self.block.place(at);
        if !self.in_paragraph {
            self.in_paragraph = true;
            self.lowering.push(Event::Start(Tag::Paragraph), place);
        } else if self.apart {
            self.lowering.push(Event::SoftBreak, place);
        }
        self.apart = false;
    }

    fn end_paragraph(&mut self) {
        if self.in_paragraph {
            self.in_paragraph = false;
            self.lowering.end(TagEnd::Paragraph);
        }
        self.apart = false;
    }
}

/// What may be an entity.
static ENTITY: LazyLock<Regex> = LazyLock::new(|| literal_pattern("&#?[0-9A-Za-z]{1,31};"));

/// Text with its entities decoded. Markdown has the same ones as HTML, so its
/// parser knows them all.
fn decoded(text: &str) -> Cow<'_, str> {
    ENTITY.replace_all(text, |entity: &Captures<'_>| {
        let written = entity.get(0).map_or("", |entity| entity.as_str());
        let mut decoded = String::new();
        for event in Parser::new(written) {
            if let Parsed::Text(text) = event {
                decoded.push_str(&text);
            }
        }
        decoded
    })
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn entities_are_decoded() {
        assert_eq!(decoded("R&amp;D &copy; &#233;&#xe9;"), "R&D © éé");
        assert_eq!(
            decoded("a & b; &; &tidakada; &#;"),
            "a & b; &; &tidakada; &#;"
        );
    }
}
