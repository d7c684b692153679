//! Lines of text, word by word.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::face::{ends_line, place, prints_strings, text_of, whole};
use super::marking::Marking;
use super::tree::{Argument, Mark, Node};
use crate::source::slice;

/// A word, or what stands in a line as one, with the space behind it.
struct Token<'n> {
    /// What it is known by.
    word: String,
    /// What is printed of it once it is gone.
    text: String,
    /// What it is, if it is no word.
    node: Option<&'n Node>,
}

/// What a footnote is known by: that it is one.
const NOTE: &str = "\u{fffc}note";

/// Below this share of kept words, in percent, two texts have nothing to do with each
/// other.
const ALIKE: usize = 25;

/// A kept word of so few characters between two changes is not kept: what is marked as
/// a whole is read more easily.
const SHORT: usize = 3;

/// Most pairs of words that are compared.
const MOST: usize = 25_000_000;

/// Marks that end a sentence or a part of it.
const PUNCTUATION: [char; 7] = ['.', ',', ';', ':', '!', '?', ')'];

/// Pieces of a string: a word each, with the space behind it, and the punctuation behind a
/// word. Space at the beginning is a piece of its own.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let begin = rest.len() - rest.trim_start().len();
        let end = match begin {
            0 => {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                let (word, behind) = rest.split_at_checked(end)?;
                let stem = word.trim_end_matches(PUNCTUATION);
                match stem.is_empty() || stem.len() == word.len() {
                    true => end + (behind.len() - behind.trim_start().len()),
                    false => stem.len(),
                }
            }
            space => space,
        };
        let (piece, behind) = rest.split_at_checked(end)?;
        rest = behind;
        (!piece.is_empty()).then_some(piece)
    })
}

/// How a node stands in a line.
enum Standing<'n> {
    Words(&'n str),
    /// Nothing is seen of it.
    Unseen,
    /// It counts as a word.
    Word(String),
    /// What it holds stands in the line.
    Inside,
}

fn standing(node: &Node) -> Standing<'_> {
    match node {
        Node::Text(text) => Standing::Words(text),
        Node::Waiting(code) => Standing::Word(place(code)),
        Node::Call(name, arguments) => match name.as_str() {
            "hide" | "anchor" | "metadata" | "label" => Standing::Unseen,
            "note" | "footnote" => Standing::Word(NOTE.into()),
            "linebreak" | "parbreak" => Standing::Word("\u{b}".into()),
            "link" if arguments.len() < 2 => match arguments.first().map(|first| &first.value) {
                Some(Node::Text(address)) => Standing::Word(address.clone()),
                _ => Standing::Unseen,
            },
            "raw" | "task" | "inline-picture" | "super" | "key" | "strike" => {
                let mut code = String::new();
                node.write(&mut code);
                Standing::Word(code)
            }
            name if ends_line(name) => {
                let mut code = String::new();
                node.write(&mut code);
                Standing::Word(code)
            }
            _ => Standing::Inside,
        },
        Node::Block(_) | Node::Placed(..) => Standing::Inside,
        Node::Atom(_) | Node::Array(_) | Node::Dict(_) | Node::Marked(..) | Node::Gone(_) => {
            Standing::Unseen
        }
    }
}

/// What a node holds that stands in the line.
fn inside(node: &Node) -> Vec<&Node> {
    match node {
        Node::Placed(_, inner) => vec![inner],
        Node::Block(statements) => statements.iter().collect(),
        Node::Call(name, arguments) => arguments
            .iter()
            .map(|argument| &argument.value)
            .filter(|value| stands_in_line(name, value))
            .collect(),
        Node::Text(_)
        | Node::Atom(_)
        | Node::Waiting(_)
        | Node::Array(_)
        | Node::Dict(_)
        | Node::Marked(..)
        | Node::Gone(_) => Vec::new(),
    }
}

/// Whether an argument of a call stands in the line, and does not say where it leads.
fn stands_in_line(call: &str, value: &Node) -> bool {
    match value {
        Node::Text(_) => prints_strings(call),
        Node::Call(name, _) => !matches!(name.as_str(), "label" | "image"),
        Node::Atom(_)
        | Node::Waiting(_)
        | Node::Array(_)
        | Node::Dict(_)
        | Node::Block(_)
        | Node::Placed(..)
        | Node::Marked(..)
        | Node::Gone(_) => value.is_content(),
    }
}

impl Marking<'_> {
    fn tokens<'n>(&self, nodes: impl IntoIterator<Item = &'n Node>, tokens: &mut Vec<Token<'n>>) {
        for node in nodes {
            match standing(node) {
                Standing::Words(text) => {
                    for piece in pieces(text) {
                        let word = piece.trim_end();
                        match (word.is_empty(), tokens.last_mut()) {
                            (false, _) => tokens.push(Token {
                                word: whole(word),
                                text: piece.to_owned(),
                                node: None,
                            }),
                            (true, Some(last)) => last.text.push_str(piece),
                            (true, None) => {}
                        }
                    }
                }
                Standing::Word(word) => tokens.push(Token {
                    text: self.told(node),
                    word,
                    node: Some(node),
                }),
                Standing::Inside => self.tokens(inside(node), tokens),
                Standing::Unseen => {}
            }
        }
    }

    /// What is told of something that stood in a line and is gone.
    fn told(&self, node: &Node) -> String {
        match node {
            Node::Waiting(code) => self.settled(code),
            Node::Call(name, arguments) => match name.as_str() {
                "linebreak" | "parbreak" => String::from(" "),
                "link" => match arguments.first().map(|first| &first.value) {
                    Some(Node::Text(address)) => address.clone(),
                    _ => String::new(),
                },
                "note" | "footnote" => match self.note(node) {
                    Some(note) => format!(" {note} "),
                    None => String::new(),
                },
                _ => text_of(node),
            },
            Node::Text(_)
            | Node::Atom(_)
            | Node::Array(_)
            | Node::Dict(_)
            | Node::Block(_)
            | Node::Placed(..)
            | Node::Marked(..)
            | Node::Gone(_) => String::new(),
        }
    }

    /// Two lines of text as one, with what changed marked in it.
    pub fn lines(&self, first: &[Node], second: &[Node]) -> Vec<Node> {
        let (mut old, mut new) = (Vec::new(), Vec::new());
        self.tokens(first, &mut old);
        self.tokens(second, &mut new);
        let Some(kept) = kept(&old, &new) else {
            let mut whole: Vec<Node> = Vec::new();
            whole.extend(self.struck(first));
            if !whole.is_empty() && !new.is_empty() {
                whole.push(Node::Gone(Box::new(Node::Text(" ".into()))));
            }
            whole.extend(second.iter().map(|node| self.fresh(node)));
            return whole;
        };
        let mut gone: BTreeMap<usize, String> = BTreeMap::new();
        let mut next = 0;
        for (at, from) in kept.iter().enumerate() {
            let Some(from) = from else { continue };
            for token in old.get(next..*from).unwrap_or(&[]) {
                // Before the first new word since the last kept one.
                let before = kept.get(..at).unwrap_or(&[]).iter();
                let place = before.rev().take_while(|kept| kept.is_none()).count();
                gone.entry(at - place).or_default().push_str(&token.text);
            }
            next = from + 1;
        }
        let behind = kept.iter().rev().take_while(|kept| kept.is_none()).count();
        for token in old.get(next..).unwrap_or(&[]) {
            let place = kept.len() - behind;
            gone.entry(place).or_default().push_str(&token.text);
        }
        let mut line = Line {
            kept,
            old,
            gone,
            at: 0,
        };
        let mut out = Out::default();
        for node in second {
            self.line(node, &mut line, &mut out);
        }
        out.gone(line.gone.remove(&line.at));
        out.done()
    }

    fn line(&self, node: &Node, line: &mut Line<'_>, out: &mut Out) {
        match standing(node) {
            Standing::Words(text) => {
                for piece in pieces(text) {
                    if piece.trim().is_empty() {
                        out.text(piece, None);
                        continue;
                    }
                    out.gone(line.gone.remove(&line.at));
                    let mark = match line.old() {
                        Some(_) => None,
                        None => Some(Mark::Added),
                    };
                    out.text(piece, mark);
                    line.at += 1;
                }
            }
            Standing::Word(_) => {
                out.gone(line.gone.remove(&line.at));
                let before = line.old().and_then(|token| token.node);
                let made = match before {
                    Some(before) => self.merge(before, node),
                    None => self.fresh(node),
                };
                out.node(made);
                line.at += 1;
            }
            Standing::Inside => {
                let mut within = Out::default();
                let made = match node {
                    Node::Placed(comment, inner) => {
                        self.line(inner, line, &mut within);
                        Node::Placed(comment.clone(), Box::new(block(within.done())))
                    }
                    Node::Block(statements) => {
                        for statement in statements {
                            self.line(statement, line, &mut within);
                        }
                        block(within.done())
                    }
                    Node::Call(name, arguments) => {
                        let arguments = arguments.iter().map(|argument| {
                            if !stands_in_line(name, &argument.value) {
                                return argument.clone();
                            }
                            let mut within = Out::default();
                            self.line(&argument.value, line, &mut within);
                            Argument {
                                name: argument.name.clone(),
                                value: block(within.done()),
                            }
                        });
                        Node::Call(name.clone(), arguments.collect())
                    }
                    Node::Text(_)
                    | Node::Atom(_)
                    | Node::Waiting(_)
                    | Node::Array(_)
                    | Node::Dict(_)
                    | Node::Marked(..)
                    | Node::Gone(_) => node.clone(),
                };
                out.node(made);
            }
            Standing::Unseen => out.node(node.clone()),
        }
    }
}

/// Content as one value.
fn block(mut nodes: Vec<Node>) -> Node {
    match (nodes.len(), nodes.pop()) {
        (1, Some(block @ Node::Block(_))) => block,
        (_, last) => {
            nodes.extend(last);
            Node::Block(nodes)
        }
    }
}

/// The place in the first text of each word of the second that was kept. Nothing if the
/// two have nothing to do with each other.
fn kept(old: &[Token<'_>], new: &[Token<'_>]) -> Option<Vec<Option<usize>>> {
    let mut kept = vec![None; new.len()];
    if old.is_empty() || new.is_empty() {
        return Some(kept);
    }
    if old.len().saturating_mul(new.len()) > MOST {
        return None;
    }
    let words = |tokens: &[Token<'_>]| {
        tokens
            .iter()
            .map(|token| token.word.clone())
            .collect::<Vec<_>>()
    };
    let ops = capture_diff_slices(Algorithm::Myers, &words(old), &words(new));
    let last = ops.len().saturating_sub(1);
    for (at, op) in ops.iter().enumerate() {
        let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = *op
        else {
            continue;
        };
        let short = match old.get(old_index) {
            Some(token) => token.node.is_none() && token.word.chars().count() <= SHORT,
            None => false,
        };
        if len == 1 && short && at > 0 && at < last {
            continue;
        }
        for step in 0..len {
            if let Some(place) = kept.get_mut(new_index + step) {
                *place = Some(old_index + step);
            }
        }
    }
    // Punctuation is in every text.
    let is_word = |token: &&Token<'_>| token.word.chars().any(char::is_alphanumeric);
    let stay = new.iter().zip(&kept).filter(|(_, kept)| kept.is_some());
    let count = stay.filter(|(token, _)| is_word(token)).count();
    let longer = old.iter().filter(is_word).count();
    let longer = longer.max(new.iter().filter(is_word).count());
    (count * 100 >= longer * ALIKE).then_some(kept)
}

/// What is known of a line while it is written.
struct Line<'n> {
    kept: Vec<Option<usize>>,
    old: Vec<Token<'n>>,
    /// What is gone before each word.
    gone: BTreeMap<usize, String>,
    /// The word that comes next.
    at: usize,
}

impl<'n> Line<'n> {
    /// What the next word was, if it was kept.
    fn old(&self) -> Option<&Token<'n>> {
        let from = self.kept.get(self.at).copied().flatten()?;
        self.old.get(from)
    }
}

/// Content that grows.
#[derive(Default)]
struct Out {
    nodes: Vec<Node>,
    text: String,
    mark: Option<Mark>,
}

impl Out {
    fn text(&mut self, text: &str, mark: Option<Mark>) {
        if self.mark != mark {
            self.flush();
            self.mark = mark;
        }
        self.text.push_str(text);
    }

    fn node(&mut self, node: Node) {
        self.flush();
        self.nodes.push(node);
    }

    /// Adds what is gone. It stands in front of a word, or behind the last one.
    fn gone(&mut self, text: Option<String>) {
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
            return;
        };
        let is_punctuation = text.trim().chars().all(|c| PUNCTUATION.contains(&c));
        let joins = match (self.text.chars().next_back(), self.nodes.last()) {
            (Some(last), _) => !last.is_whitespace(),
            (None, Some(Node::Text(text))) => !text.ends_with(char::is_whitespace),
            (None, Some(_)) => true,
            (None, None) => false,
        };
        self.flush();
        let mut gone = Vec::new();
        if joins && !is_punctuation {
            gone.push(Node::Text(" ".into()));
        }
        let words = text.trim().to_owned();
        gone.push(Node::Marked(Mark::Removed, Box::new(Node::Text(words))));
        if !joins || text.ends_with(char::is_whitespace) {
            gone.push(Node::Text(" ".into()));
        }
        self.nodes.push(Node::Gone(Box::new(Node::Block(gone))));
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let Some(mark) = self.mark.take() else {
            if !text.is_empty() {
                self.nodes.push(Node::Text(text));
            }
            return;
        };
        // A line below the space behind the last word would tell nothing.
        let words = text.trim_end();
        let space = slice(&text, words.len()..).to_owned();
        if !words.is_empty() {
            let words = Node::Text(words.to_owned());
            self.nodes.push(Node::Marked(mark, Box::new(words)));
        }
        if !space.is_empty() {
            self.nodes.push(Node::Text(space));
        }
    }

    fn done(mut self) -> Vec<Node> {
        self.flush();
        self.nodes
    }
}
