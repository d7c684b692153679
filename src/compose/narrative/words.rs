//! Gathers the pieces of a line.

use crate::compose::tree::{Content, Inline};
use crate::language::{BookLanguage, SOFT_HYPHEN, for_each_division};
use crate::slice::slice;

/// A line that is being gathered.
pub(super) struct Words {
    line: Content,
    /// Whether the last piece is text that more text may join.
    joins: bool,
    /// In what language words are divided; `None` if they are not.
    divided: Option<BookLanguage>,
}

impl Words {
    /// An empty line whose words may be divided.
    pub fn divided(language: BookLanguage) -> Self {
        Self {
            line: Content::empty(),
            joins: false,
            divided: Some(language),
        }
    }

    /// An empty line whose words stay whole.
    pub fn whole() -> Self {
        Self {
            line: Content::empty(),
            joins: false,
            divided: None,
        }
    }

    /// An empty line for what an element in this one holds.
    pub fn inside(&self) -> Self {
        Self {
            line: Content::empty(),
            joins: false,
            divided: self.divided,
        }
    }

    /// All that was gathered.
    pub fn done(self) -> Content {
        self.line
    }

    /// Adds a piece.
    pub fn push(&mut self, inline: Inline) {
        self.joins = false;
        self.line.push(inline);
    }

    /// Adds pieces.
    pub fn append(&mut self, content: Content) {
        self.joins = false;
        self.line.append(content);
    }

    /// Adds text whose words stay whole.
    pub fn text(&mut self, text: &str) {
        self.add_text(|last| last.push_str(text));
    }

    /// Adds text.
    pub fn prose(&mut self, text: &str) {
        let Some(language) = self.divided else {
            return self.text(text);
        };
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
        match self.line.last_mut() {
            Some(Inline::Text(last)) if joins => add(last),
            Some(_) | None => {
                let mut text = String::new();
                add(&mut text);
                self.line.push(Inline::Text(text));
            }
        }
    }
}
