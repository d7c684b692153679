//! Lines of text, word by word.

use std::collections::BTreeMap;

use super::marking::Marking;
use super::visible::{place, text_of, visible_hash, whole};
use crate::compose::tree::Mark;
use crate::compose::typst::function::{Function, Inline, Role};
use crate::compose::typst::{Argument, Node};
use crate::diff::words::{PUNCTUATION, kept, pieces};
use crate::slice::slice;

/// A word, or what stands in a line as one, with the space behind it.
struct Token<'n> {
    /// What it is known by.
    word: String,
    /// What is printed of it once it is gone.
    text: String,
    /// Whether it stands at once behind the word before it, as punctuation does.
    glued: bool,
    /// What it is, if it is no word.
    node: Option<&'n Node>,
}

/// What a footnote is known by: that it is one.
const NOTE: &str = "\u{fffc}note";

/// How a node stands in a line.
enum InlineRole<'n> {
    Words(&'n str),
    /// Nothing is seen of it.
    Unseen,
    /// It counts as a word.
    Word(String),
    /// What it holds stands in the line.
    Inside,
}

fn inline_role(node: &Node) -> InlineRole<'_> {
    match node {
        Node::Text(text) => InlineRole::Words(text),
        Node::Number(number) => InlineRole::Word(place(number)),
        Node::Call(function, arguments) => match function.role() {
            Role::Inline(Inline::Address | Inline::Wordless) => InlineRole::Unseen,
            Role::Inline(Inline::Note | Inline::Footnote) => InlineRole::Word(NOTE.into()),
            Role::Inline(Inline::Break) => InlineRole::Word("\u{b}".into()),
            Role::Inline(Inline::Link) if arguments.len() < 2 => {
                match arguments.first().map(|first| &first.value) {
                    Some(Node::Text(address)) => InlineRole::Word(address.clone()),
                    _ => InlineRole::Unseen,
                }
            }
            Role::Inline(Inline::Word | Inline::Picture | Inline::Strike) | Role::Block(_) => {
                InlineRole::Word(visible_hash(node).to_string())
            }
            Role::Inline(Inline::Text | Inline::Emphasis | Inline::Link) => InlineRole::Inside,
        },
        Node::Block(_) | Node::WithSource(..) => InlineRole::Inside,
        Node::Atom(_)
        | Node::Trace(_)
        | Node::Array(_)
        | Node::Dict(_)
        | Node::Marked(..)
        | Node::Removed(_) => InlineRole::Unseen,
    }
}

/// What a node holds that stands in the line.
fn inside(node: &Node) -> Vec<&Node> {
    match node {
        Node::WithSource(_, inner) => vec![inner],
        Node::Block(statements) => statements.iter().collect(),
        Node::Call(function, arguments) => arguments
            .iter()
            .map(|argument| &argument.value)
            .filter(|value| stands_in_line(*function, value))
            .collect(),
        Node::Text(_)
        | Node::Atom(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Array(_)
        | Node::Dict(_)
        | Node::Marked(..)
        | Node::Removed(_) => Vec::new(),
    }
}

/// Whether an argument of a call stands in the line, and does not say where it leads.
fn stands_in_line(call: Function, value: &Node) -> bool {
    match value {
        Node::Text(_) => call.prints_strings(),
        Node::Call(function, _) => !function.is_wordless(),
        Node::Atom(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Array(_)
        | Node::Dict(_)
        | Node::Block(_)
        | Node::WithSource(..)
        | Node::Marked(..)
        | Node::Removed(_) => value.is_content(),
    }
}

impl Marking<'_> {
    fn tokens<'n>(&self, nodes: impl IntoIterator<Item = &'n Node>, tokens: &mut Vec<Token<'n>>) {
        for node in nodes {
            match inline_role(node) {
                InlineRole::Words(text) => {
                    for piece in pieces(text) {
                        let word = piece.trim_end();
                        match (word.is_empty(), tokens.last_mut()) {
                            (false, last) => {
                                let behind = last
                                    .is_some_and(|last| !last.text.ends_with(char::is_whitespace));
                                let glued = behind && word.starts_with(PUNCTUATION);
                                tokens.push(Token {
                                    word: whole(word),
                                    text: piece.to_owned(),
                                    glued,
                                    node: None,
                                });
                            }
                            (true, Some(last)) => last.text.push_str(piece),
                            (true, None) => {}
                        }
                    }
                }
                InlineRole::Word(word) => tokens.push(Token {
                    text: self.told(node),
                    word,
                    glued: false,
                    node: Some(node),
                }),
                InlineRole::Inside => self.tokens(inside(node), tokens),
                InlineRole::Unseen => {}
            }
        }
    }

    /// What is told of something that stood in a line and is gone.
    fn told(&self, node: &Node) -> String {
        match node {
            Node::Number(number) => self.settled(number),
            Node::Call(function, arguments) => match function.role() {
                Role::Inline(Inline::Break) => String::from(" "),
                Role::Inline(Inline::Link) => match arguments.first().map(|first| &first.value) {
                    Some(Node::Text(address)) => address.clone(),
                    _ => String::new(),
                },
                Role::Inline(Inline::Note | Inline::Footnote) => match self.note(node) {
                    Some(note) => format!(" {note} "),
                    None => String::new(),
                },
                Role::Inline(
                    Inline::Text
                    | Inline::Emphasis
                    | Inline::Strike
                    | Inline::Word
                    | Inline::Picture
                    | Inline::Address
                    | Inline::Wordless,
                )
                | Role::Block(_) => text_of(node),
            },
            Node::Text(_)
            | Node::Atom(_)
            | Node::Trace(_)
            | Node::Array(_)
            | Node::Dict(_)
            | Node::Block(_)
            | Node::WithSource(..)
            | Node::Marked(..)
            | Node::Removed(_) => String::new(),
        }
    }

    /// Two lines of text as one, with what changed marked in it.
    pub fn lines(&self, first: &[Node], second: &[Node]) -> Vec<Node> {
        let (mut old, mut new) = (Vec::new(), Vec::new());
        self.tokens(first, &mut old);
        self.tokens(second, &mut new);
        let known = |tokens: &[Token<'_>]| -> Vec<String> {
            tokens.iter().map(|token| token.word.clone()).collect()
        };
        let Some(kept) = kept(&known(&old), &known(&new)) else {
            let mut whole: Vec<Node> = Vec::new();
            whole.extend(self.struck(first));
            if !whole.is_empty() && !new.is_empty() {
                whole.push(Node::Removed(Box::new(Node::Text(" ".into()))));
            }
            whole.extend(second.iter().map(|node| self.mark_added(node)));
            return whole;
        };
        let mut gone: BTreeMap<usize, RemovedText> = BTreeMap::new();
        let mut next = 0;
        for (at, from) in kept.iter().enumerate() {
            let Some(from) = from else { continue };
            for token in old.get(next..*from).unwrap_or(&[]) {
                // Before the first new word since the last kept one.
                let before = kept.get(..at).unwrap_or(&[]).iter();
                let place = before.rev().take_while(|kept| kept.is_none()).count();
                gone.entry(at - place).or_default().push(token);
            }
            next = from + 1;
        }
        let behind = kept.iter().rev().take_while(|kept| kept.is_none()).count();
        for token in old.get(next..).unwrap_or(&[]) {
            let place = kept.len() - behind;
            gone.entry(place).or_default().push(token);
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
        out.gone(line.gone.remove(&line.at), "");
        out.done()
    }

    fn line(&self, node: &Node, line: &mut Line<'_>, out: &mut Out) {
        match inline_role(node) {
            InlineRole::Words(text) => {
                for piece in pieces(text) {
                    if piece.trim().is_empty() {
                        out.text(piece, None);
                        continue;
                    }
                    out.gone(line.gone.remove(&line.at), piece);
                    let mark = match line.old() {
                        Some(_) => None,
                        None => Some(Mark::Added),
                    };
                    out.text(piece, mark);
                    line.at += 1;
                }
            }
            InlineRole::Word(_) => {
                out.gone(line.gone.remove(&line.at), "");
                let before = line.old().and_then(|token| token.node);
                let made = match before {
                    Some(before) => self.merge(before, node),
                    None => self.mark_added(node),
                };
                out.node(made);
                line.at += 1;
            }
            InlineRole::Inside => {
                let mut within = Out::default();
                let made = match node {
                    Node::WithSource(source, inner) => {
                        self.line(inner, line, &mut within);
                        Node::WithSource(*source, Box::new(block(within.done())))
                    }
                    Node::Block(statements) => {
                        for statement in statements {
                            self.line(statement, line, &mut within);
                        }
                        block(within.done())
                    }
                    Node::Call(function, arguments) => {
                        let arguments = arguments.iter().map(|argument| {
                            if !stands_in_line(*function, &argument.value) {
                                return argument.clone();
                            }
                            let mut within = Out::default();
                            self.line(&argument.value, line, &mut within);
                            Argument {
                                name: argument.name,
                                value: block(within.done()),
                            }
                        });
                        Node::Call(*function, arguments.collect())
                    }
                    Node::Text(_)
                    | Node::Atom(_)
                    | Node::Number(_)
                    | Node::Trace(_)
                    | Node::Array(_)
                    | Node::Dict(_)
                    | Node::Marked(..)
                    | Node::Removed(_) => node.clone(),
                };
                out.node(made);
            }
            InlineRole::Unseen => out.node(node.clone()),
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

/// Words that are gone, in one place.
#[derive(Default)]
struct RemovedText {
    text: String,
    /// Whether the first stood at once behind the word before it.
    glued: bool,
}

impl RemovedText {
    fn push(&mut self, token: &Token<'_>) {
        if self.text.is_empty() {
            self.glued = token.glued;
        }
        self.text.push_str(&token.text);
    }
}

/// What is known of a line while it is written.
struct Line<'n> {
    kept: Vec<Option<usize>>,
    old: Vec<Token<'n>>,
    /// What is gone before each word.
    gone: BTreeMap<usize, RemovedText>,
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

/// Whether the last text in a piece ends with space.
fn ends_with_space(node: &Node) -> bool {
    match node {
        Node::Text(text) => text.ends_with(char::is_whitespace),
        Node::WithSource(_, inner) | Node::Marked(_, inner) | Node::Removed(inner) => {
            ends_with_space(inner)
        }
        Node::Block(statements) => statements.last().is_some_and(ends_with_space),
        Node::Call(_, arguments) => {
            let last = arguments.last();
            last.is_some_and(|argument| ends_with_space(&argument.value))
        }
        Node::Atom(_) | Node::Number(_) | Node::Trace(_) | Node::Array(_) | Node::Dict(_) => false,
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

    /// Adds what is gone, in front of the next piece of text, or behind all of it.
    fn gone(&mut self, lost: Option<RemovedText>, next: &str) {
        let Some(RemovedText { text, glued }) = lost.filter(|lost| !lost.text.trim().is_empty())
        else {
            return;
        };
        // Punctuation stands behind the word before it, and the space behind both.
        let space = if glued {
            self.take_space()
        } else {
            String::new()
        };
        let behind_word = self.ends_with_word();
        self.flush();
        let mut gone = Vec::new();
        if behind_word && !glued {
            gone.push(Node::Text(" ".into()));
        }
        let words = Node::Text(text.trim().to_owned());
        gone.push(Node::Marked(Mark::Removed, Box::new(words)));
        let before_word = !next.starts_with(PUNCTUATION);
        if !behind_word || (before_word && space.is_empty() && text.ends_with(char::is_whitespace))
        {
            gone.push(Node::Text(" ".into()));
        }
        self.nodes.push(Node::Removed(Box::new(Node::Block(gone))));
        if !space.is_empty() {
            self.nodes.push(Node::Text(space));
        }
    }

    /// Whether what is there ends with something else than space.
    fn ends_with_word(&self) -> bool {
        match (self.text.chars().next_back(), self.nodes.last()) {
            (Some(last), _) => !last.is_whitespace(),
            (None, Some(last)) => !ends_with_space(last),
            (None, None) => false,
        }
    }

    /// Takes the space at the end away.
    fn take_space(&mut self) -> String {
        if self.text.is_empty()
            && let Some(Node::Text(last)) = self.nodes.last_mut()
        {
            let words = last.trim_end().len();
            let space = slice(last, words..).to_owned();
            last.truncate(words);
            return space;
        }
        let words = self.text.trim_end().len();
        let space = slice(&self.text, words..).to_owned();
        self.text.truncate(words);
        space
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

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::diff::words::{Words, words};

    /// A line of the book, with marks around what went and came.
    fn told(nodes: &[Node], text: &mut String) {
        for node in nodes {
            match node {
                Node::Text(words) => text.push_str(words),
                Node::Marked(mark, inner) => {
                    let (open, close) = match mark {
                        Mark::Added => ("{+", "+}"),
                        Mark::Removed => ("[-", "-]"),
                        Mark::Changed => ("", ""),
                    };
                    text.push_str(open);
                    told(std::slice::from_ref(inner), text);
                    text.push_str(close);
                }
                Node::Removed(inner) => told(std::slice::from_ref(inner), text),
                Node::Block(statements) => told(statements, text),
                other @ (Node::Atom(_)
                | Node::Number(_)
                | Node::Trace(_)
                | Node::Array(_)
                | Node::Dict(_)
                | Node::Call(..)
                | Node::WithSource(..)) => panic!("{other:?}"),
            }
        }
    }

    fn in_book(before: &str, after: &str) -> String {
        let (numbers, images) = (BTreeMap::new(), BTreeSet::new());
        let marking = Marking {
            numbers: &numbers,
            images: &images,
            note: "catatan",
            other_figure: "gambar lain",
            other_signer: "pejabat lain",
            silent: RefCell::default(),
        };
        let node = |text: &str| [Node::Text(text.into())];
        let mut text = String::new();
        told(&marking.lines(&node(before), &node(after)), &mut text);
        text
    }

    fn in_summary(before: &str, after: &str) -> String {
        let runs = words(before, after).into_iter().map(|run| match run {
            Words::Kept(text) => text,
            Words::Removed(text) => format!("[-{text}-]"),
            Words::Added(text) => format!("{{+{text}+}}"),
        });
        runs.collect()
    }

    #[test]
    fn what_is_gone_keeps_the_space_that_belongs_to_it() {
        for (before, after, expected) in [
            (
                "kota pulau kecil dan laut",
                "kota pulau, dan laut",
                "kota pulau [-kecil-]{+,+} dan laut",
            ),
            (
                "kota pulau, teluk, dan laut",
                "kota pulau dan laut",
                "kota pulau[-, teluk,-] dan laut",
            ),
            ("hari kerja.", "hari kerja", "hari kerja[-.-]"),
            (
                "AIR-01, ECO-10, LIV-11, GOV-01, GOV-02",
                "LIV-11",
                "[-AIR-01, ECO-10,-] LIV-11[-, GOV-01, GOV-02-]",
            ),
        ] {
            assert_eq!(in_book(before, after), expected, "{before} → {after}");
        }
    }

    fn text() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "kota", "pulau", "dan", "laut,", "teluk.", "10", "(di", "sini)", "—", "a?", "warga",
        ]);
        prop::collection::vec(word, 0..14).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn the_book_and_the_summary_mark_a_sentence_alike(before in text(), after in text()) {
            let squeezed = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(
                squeezed(in_book(&before, &after)),
                squeezed(in_summary(&before, &after))
            );
        }
    }
}
