//! A paragraph, a cell or a row with its marks: its words before and after.

use std::collections::BTreeSet;

use super::visible::whole;
use crate::compose::tree::Mark;
use crate::compose::typst::Node;
use crate::compose::typst::function::{Figure, Function};
use crate::model::EntryRef;

/// The words of a piece that has marks, and what it is about.
#[derive(Default)]
pub struct Unit {
    /// The entry that it is about.
    pub key: Option<EntryRef>,
    /// The entry of the part in which it stands.
    pub part: Option<EntryRef>,
    /// Whether it was written as narrative.
    pub is_narrative: bool,
    /// The figure in which it is drawn.
    pub drawn: Option<Figure>,
    /// Whether it is a table or a figure that a block asks for, marked as a whole.
    pub(crate) is_asked_for: bool,
    /// The figure that is marked as a whole.
    pub figure: Option<Figure>,
    /// Whether something is marked that shows no words.
    pub(crate) is_changed: bool,
    /// Whether a sign is marked that is no word, such as a dot in a matrix.
    pub(crate) has_signs: bool,
    /// All words before.
    pub old: Vec<String>,
    /// All words after.
    pub new: Vec<String>,
    /// The words that are marked as gone.
    pub gone: BTreeSet<String>,
    /// The words that are marked as new.
    pub(crate) come: BTreeSet<String>,
    /// The words of each cell before and after.
    pub cells: Vec<(String, String)>,
}

/// What stands between two cells: no word.
const BETWEEN: &str = "\u{0}";

impl Unit {
    /// The words of pieces that follow each other.
    pub fn of<'n>(nodes: impl IntoIterator<Item = &'n Node>) -> Self {
        let mut unit = Self::default();
        for node in nodes {
            let (old, new) = (unit.old.len(), unit.new.len());
            unit.read(node, None);
            let cell = |words: &[String], from| words.get(from..).unwrap_or(&[]).join(" ");
            let cell = (cell(&unit.old, old), cell(&unit.new, new));
            unit.cells.push(cell);
            unit.old.push(BETWEEN.into());
            unit.new.push(BETWEEN.into());
        }
        unit
    }

    /// The words of pieces that stand in one line.
    pub(crate) fn of_line<'n>(nodes: impl IntoIterator<Item = &'n Node>) -> Self {
        let mut unit = Self::default();
        for node in nodes {
            unit.read(node, None);
        }
        unit
    }

    /// Whether nothing but signs is marked.
    pub(crate) fn has_signs_alone(&self) -> bool {
        self.has_signs && self.gone.is_empty() && self.come.is_empty()
    }

    /// Whether nothing but numbers of entries is marked, such as `T1`.
    pub(crate) fn has_numbers_alone(&self) -> bool {
        let mut words = self.gone.iter().chain(&self.come).peekable();
        let is_number = |word: &String| {
            let digits = word.trim_start_matches(char::is_alphabetic);
            digits.len() < word.len()
                && !digits.is_empty()
                && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        words.peek().is_some() && words.all(is_number)
    }

    /// Whether amounts of money are marked.
    pub(crate) fn has_amounts(&self) -> bool {
        self.gone
            .iter()
            .chain(&self.come)
            .any(|word| is_amount(word))
    }

    fn read(&mut self, node: &Node, mark: Option<Mark>) {
        match node {
            Node::Text(text) => self.say(text, mark),
            Node::WithSource(_, inner) | Node::Removed(inner) => self.read(inner, mark),
            Node::Marked(own @ (Mark::Added | Mark::Removed), inner) => {
                self.read(inner, Some(*own));
            }
            Node::Marked(Mark::Changed, inner) => {
                self.is_changed = true;
                if let Some(function) = asked_for(inner) {
                    self.is_asked_for = true;
                    self.figure = function.figure();
                }
                self.read(inner, mark);
            }
            Node::Array(items) => {
                for item in items.iter().filter(|item| item.is_content()) {
                    self.read(item, mark);
                }
            }
            Node::Block(statements) => {
                statements.iter().for_each(|one| self.read(one, mark));
            }
            Node::Dict(fields) => {
                for (_, value) in fields {
                    if !matches!(value, Node::Text(_)) {
                        self.read(value, mark);
                    }
                }
            }
            Node::Call(function, _) if function.is_wordless() => {}
            Node::Call(function, arguments) => {
                for argument in arguments {
                    if !matches!(argument.value, Node::Text(_)) || function.prints_strings() {
                        self.read(&argument.value, mark);
                    }
                }
            }
            Node::Atom(_) | Node::Number(_) | Node::Trace(_) => {}
        }
    }

    fn say(&mut self, text: &str, mark: Option<Mark>) {
        let words = tokens(text);
        self.has_signs |= mark.is_some() && words.is_empty() && !text.trim().is_empty();
        match mark {
            Some(Mark::Added) => {
                self.come.extend(words.iter().cloned());
                self.new.extend(words);
            }
            Some(Mark::Removed) => {
                self.gone.extend(words.iter().cloned());
                self.old.extend(words);
            }
            Some(Mark::Changed) | None => {
                self.old.extend(words.iter().cloned());
                self.new.extend(words);
            }
        }
    }
}

/// What a piece calls, if it is a table or a figure that is made of the data.
fn asked_for(node: &Node) -> Option<Function> {
    match node {
        Node::WithSource(_, inner) | Node::Marked(_, inner) | Node::Removed(inner) => {
            asked_for(inner)
        }
        Node::Block(statements) => statements.iter().find_map(asked_for),
        Node::Call(function, _) => function.is_asked_for().then_some(*function),
        Node::Text(_)
        | Node::Atom(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Array(_)
        | Node::Dict(_) => None,
    }
}

/// Whether a piece is one paragraph or a part of one.
pub(crate) fn is_flat(node: &Node) -> bool {
    match node {
        Node::Call(Function::Par, arguments) => {
            arguments.iter().all(|argument| is_inline(&argument.value))
        }
        other @ (Node::Text(_)
        | Node::Atom(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Array(_)
        | Node::Dict(_)
        | Node::Call(..)
        | Node::Block(_)
        | Node::WithSource(..)
        | Node::Marked(..)
        | Node::Removed(_)) => is_inline(other),
    }
}

/// Whether a piece stands in a line.
pub(crate) fn is_inline(node: &Node) -> bool {
    match node {
        Node::Text(_) | Node::Atom(_) | Node::Number(_) | Node::Trace(_) => true,
        Node::Array(_) | Node::Dict(_) => false,
        Node::WithSource(_, inner) | Node::Marked(_, inner) | Node::Removed(inner) => {
            is_inline(inner)
        }
        Node::Block(statements) => statements.iter().all(is_inline),
        Node::Call(function, arguments) => {
            let within = |value: &Node| matches!(value, Node::Text(_)) || is_inline(value);
            !function.ends_line() && arguments.iter().all(|argument| within(&argument.value))
        }
    }
}

/// Whether a word is an amount of rupiah, with a sign between its thousands.
pub(crate) fn is_amount(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    digits >= 5
        && word.contains(['.', ','])
        && word
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
}

/// The words of a text: without punctuation around them, without the sign of the currency,
/// and without the places where they may be divided.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let text = whole(text);
    let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '-' | '/')));
    let words = words.map(|word| word.trim_matches(['.', ',', '-', '/']));
    let words = words.map(|word| match word.strip_prefix("Rp") {
        Some(amount) if amount.starts_with(|c: char| c.is_ascii_digit()) => amount,
        _ => word,
    });
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
