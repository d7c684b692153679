//! The code of a narrative, written in one go.

use crate::compose::code::push_literal;
use crate::language::{Language, push_hyphenated};

/// Code that grows at its end. Elements are written around their content as it
/// comes, so that what is nested is never copied.
#[derive(Default)]
pub(super) struct Writer {
    code: String,
    /// Where the code ended after the last literal of text, which text behind it
    /// may still join, and the last character in it.
    text: Option<(usize, char)>,
    /// Text with soft hyphens, on its way.
    hyphenated: String,
}

impl Writer {
    /// One for the code of a text of so many bytes, which has about twice as many.
    pub(super) fn for_text(bytes: usize) -> Self {
        Self {
            code: String::with_capacity(bytes.saturating_mul(2)),
            ..Self::default()
        }
    }

    pub(super) fn len(&self) -> usize {
        self.code.len()
    }

    pub(super) fn push(&mut self, code: &str) {
        self.code.push_str(code);
    }

    /// Adds text as a statement.
    pub(super) fn text(&mut self, text: &str) {
        let joined = self.text.filter(|(end, _)| *end == self.code.len());
        let previous = match joined {
            Some((end, last)) => {
                self.code.truncate(end - AFTER_TEXT.len());
                last
            }
            None => {
                self.code.push('"');
                ' '
            }
        };
        push_literal(&mut self.code, text, previous);
        self.code.push_str(AFTER_TEXT);
        let last = text.chars().next_back().unwrap_or(previous);
        self.text = Some((self.code.len(), last));
    }

    /// Adds text whose words may be divided.
    pub(super) fn prose(&mut self, text: &str, language: Language) {
        let mut hyphenated = std::mem::take(&mut self.hyphenated);
        hyphenated.clear();
        push_hyphenated(&mut hyphenated, text, language);
        self.text(&hyphenated);
        self.hyphenated = hyphenated;
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
