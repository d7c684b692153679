//! The code of a narrative, written in one go.

use crate::compose::code::{is_plain, push_escaped, push_literal, push_location};
use crate::language::{BookLanguage, SOFT_HYPHEN, for_each_division};
use crate::source::{Span, slice};

/// Code that grows at its end. Elements are written around their content as it
/// comes, so that what is nested is never copied.
pub(super) struct Writer {
    code: String,
    /// Where the code ended after the last literal of text, which text behind it
    /// may still join, and the last character in it.
    text: Option<(usize, char)>,
}

impl Writer {
    /// One that goes on behind some code with that of a text of so many bytes.
    pub(super) fn behind(mut code: String, bytes: usize) -> Self {
        // About twice as many; the book holds the code without another copy.
        code.reserve(bytes.saturating_mul(2));
        Self { code, text: None }
    }

    pub(super) fn len(&self) -> usize {
        self.code.len()
    }

    pub(super) fn push(&mut self, code: &str) {
        self.code.push_str(code);
    }

    /// Adds a string.
    pub(super) fn literal(&mut self, text: &str) {
        push_literal(&mut self.code, text);
    }

    /// Adds the place of what comes next.
    pub(super) fn location(&mut self, span: Span) {
        push_location(&mut self.code, span);
    }

    /// Adds text as a statement.
    pub(super) fn text(&mut self, text: &str) {
        let previous = self.begin_text();
        push_escaped(&mut self.code, text, previous);
        self.end_text(text.chars().next_back().unwrap_or(previous));
    }

    /// Adds text whose words may be divided.
    pub(super) fn prose(&mut self, text: &str, language: BookLanguage) {
        let mut previous = self.begin_text();
        let mut written = 0;
        let plain = is_plain(text);
        for_each_division(text, language, |at| {
            let part = slice(text, written..at);
            if plain {
                self.code.push_str(part)
            } else {
                push_escaped(&mut self.code, part, previous)
            }
            self.code.push(SOFT_HYPHEN);
            previous = SOFT_HYPHEN;
            written = at;
        });
        let rest = slice(text, written..);
        push_escaped(&mut self.code, rest, previous);
        self.end_text(rest.chars().next_back().unwrap_or(previous));
    }

    /// Begins a literal of text, or goes on with the last one; returns the character
    /// before what comes.
    fn begin_text(&mut self) -> char {
        match self.text.filter(|(end, _)| *end == self.code.len()) {
            Some((end, last)) => {
                self.code.truncate(end - AFTER_TEXT.len());
                last
            }
            None => {
                self.code.push('"');
                ' '
            }
        }
    }

    fn end_text(&mut self, last: char) {
        self.code.push_str(AFTER_TEXT);
        self.text = Some((self.code.len(), last));
    }

    /// Begins content; returns its place for [`Writer::end`].
    pub(super) fn begin(&mut self) -> usize {
        self.code.push('{');
        self.code.len()
    }

    /// Ends content. Where nothing was written, a block of code would yield
    /// nothing, which is no content.
    pub(super) fn end(&mut self, begin: usize) {
        if self.code.len() == begin {
            self.code.truncate(begin.saturating_sub(1));
            self.code.push_str("[]");
        } else {
            self.code.push('}');
        }
    }

    /// Takes everything behind a place out again.
    pub(super) fn take(&mut self, from: usize) -> String {
        if self.code.is_char_boundary(from) {
            self.code.split_off(from)
        } else {
            String::new()
        }
    }

    pub(super) fn finish(self) -> String {
        self.code
    }
}

/// What stands behind each literal of text.
const AFTER_TEXT: &str = "\"; ";
