//! A hash of what a reader sees of a piece of a book.
//!
//! Labels, and numbers that count chapters, sections, tables and figures, follow from
//! where something stands: they are no part of what it says.

use std::hash::Hasher;

use siphasher::sip::SipHasher13;

use crate::compose::labels::counts_bytes;
use crate::compose::tree::PlaceNumber;
use crate::compose::typst::function::{Function, Inline, Role};
use crate::compose::typst::{Argument, Node};
use crate::language::SOFT_HYPHEN;

/// The hash of what a reader sees of a node; equal for nodes that look the same.
pub(crate) fn visible_hash(node: &Node) -> u64 {
    let mut hasher = SipHasher13::new();
    hash(node, &mut hasher);
    hasher.finish()
}

fn hash(node: &Node, hasher: &mut SipHasher13) {
    let mut say = |kind: u8, text: &str| {
        hasher.write_u8(kind);
        hasher.write(text.as_bytes());
        hasher.write_u8(0xff);
    };
    match node {
        Node::WithSource(_, inner) | Node::Marked(_, inner) | Node::Removed(inner) => {
            hash(inner, hasher)
        }
        Node::Text(text) if text.contains(SOFT_HYPHEN) => say(0, &whole(text)),
        Node::Text(text) => say(0, text),
        Node::Atom(code) => say(1, code),
        Node::Number(number) => say(2, &place(number)),
        Node::Trace(_) => say(7, ""),
        Node::Array(items) => {
            say(3, "");
            items.iter().for_each(|item| hash(item, hasher));
            hasher.write_u8(0xfe);
        }
        Node::Block(statements) => {
            say(4, "");
            let seen = statements.iter().filter(|statement| !is_unseen(statement));
            seen.for_each(|item| hash(item, hasher));
            hasher.write_u8(0xfe);
        }
        Node::Dict(fields) => {
            say(5, "");
            for (key, value) in fields.iter().filter(|(key, value)| !is_place(key, value)) {
                hasher.write(key.as_bytes());
                hash(value, hasher);
            }
            hasher.write_u8(0xfe);
        }
        Node::Call(function, arguments) => {
            say(6, function.name());
            for argument in arguments.iter().skip(addresses(*function, arguments)) {
                if let Some(name) = &argument.name {
                    hasher.write(name.as_bytes());
                }
                hash(&argument.value, hasher);
            }
            hasher.write_u8(0xfe);
        }
    }
}

/// Words without the marks at which they may be divided.
pub fn whole(text: &str) -> String {
    text.chars().filter(|c| *c != SOFT_HYPHEN).collect()
}

/// What a number of a place that waits stands for, whatever the place is called and
/// wherever it is: its id, or else its title.
pub(crate) fn place(number: &PlaceNumber) -> String {
    let name = if counts_bytes(&number.label) {
        &number.otherwise
    } else {
        &number.label
    };
    [name.as_str(), &number.before, &number.after].join("\u{2}")
}

/// Whether nothing is seen of a statement.
fn is_unseen(statement: &Node) -> bool {
    matches!(
        statement.bare(),
        Node::Trace(_) | Node::Call(Function::Anchor, _)
    )
}

/// Whether a field of a dictionary says where something stands, and not what it is.
fn is_place(key: &str, value: &Node) -> bool {
    match key {
        "label" => true,
        "number" => !value.is_content(),
        _ => false,
    }
}

/// How many of the first arguments of a call say where it leads or is led to. An address
/// without words is printed.
fn addresses(call: Function, arguments: &[Argument]) -> usize {
    match call.role() {
        Role::Inline(Inline::Link) if arguments.len() < 2 => 0,
        Role::Inline(Inline::Link | Inline::Address | Inline::Note) => 1,
        Role::Inline(
            Inline::Text
            | Inline::Emphasis
            | Inline::Strike
            | Inline::Word
            | Inline::Picture
            | Inline::Footnote
            | Inline::Break
            | Inline::Wordless,
        )
        | Role::Block(_) => 0,
    }
}

/// The text that a piece prints, without what templates add.
pub(crate) fn text_of(node: &Node) -> String {
    let mut text = String::new();
    add_text(node, &mut text);
    text
}

fn add_text(node: &Node, text: &mut String) {
    match node {
        Node::WithSource(_, inner) => add_text(inner, text),
        Node::Marked(_, inner) | Node::Removed(inner) => match inner.bare() {
            Node::Text(words) => text.push_str(words),
            Node::Atom(_)
            | Node::Number(_)
            | Node::Trace(_)
            | Node::Array(_)
            | Node::Dict(_)
            | Node::Call(..)
            | Node::Block(_)
            | Node::WithSource(..)
            | Node::Marked(..)
            | Node::Removed(_) => add_text(inner, text),
        },
        Node::Text(_) | Node::Atom(_) | Node::Trace(_) => {}
        Node::Number(number) => {
            text.push_str(&number.before);
            text.push_str(&number.after);
        }
        Node::Array(items) => {
            for item in items {
                add_text(item, text);
                text.push(' ');
            }
        }
        Node::Block(statements) => {
            for statement in statements {
                match statement.bare() {
                    Node::Text(words) => text.push_str(words),
                    Node::Atom(_)
                    | Node::Number(_)
                    | Node::Trace(_)
                    | Node::Array(_)
                    | Node::Dict(_)
                    | Node::Call(..)
                    | Node::Block(_)
                    | Node::WithSource(..)
                    | Node::Marked(..)
                    | Node::Removed(_) => add_text(statement, text),
                }
            }
        }
        Node::Dict(fields) => {
            for (_, value) in fields {
                add_text(value, text);
                text.push(' ');
            }
        }
        Node::Call(function, _) if function.is_wordless() => {}
        Node::Call(function, arguments) => {
            if let Role::Inline(Inline::Break | Inline::Note) = function.role() {
                text.push(' ');
            }
            for argument in arguments.iter().skip(addresses(*function, arguments)) {
                if let Node::Text(words) = &argument.value
                    && function.prints_strings()
                {
                    text.push_str(words);
                } else {
                    add_text(&argument.value, text);
                }
                if function.ends_line() {
                    text.push(' ');
                }
            }
        }
    }
}

/// Content as a sequence in which a block of statements is a line of text, and everything
/// else stands for itself.
pub(crate) fn block_runs(content: Node) -> Vec<Node> {
    let mut runs: Vec<Node> = Vec::new();
    for statement in content.statements() {
        let stands = matches!(statement.bare(), Node::Call(function, _) if function.ends_line());
        match (stands, runs.last_mut()) {
            (true, _) => runs.push(statement),
            (false, Some(Node::Block(line))) => line.push(statement),
            (false, _) => runs.push(Node::Block(vec![statement])),
        }
    }
    runs
}

/// The label of an entry that a piece carries: its own, or the first in it. Labels that
/// count bytes of a file say nothing from one plan to another.
pub(crate) fn entry(node: &Node) -> Option<&str> {
    let found = match node {
        Node::WithSource(_, inner) => entry(inner),
        Node::Dict(_) => match node.get("label") {
            Some(Node::Text(label)) => Some(label.as_str()),
            _ => node.get("cells").and_then(entry),
        },
        Node::Call(function, arguments) => {
            let first = arguments.first().map(|argument| &argument.value);
            match (function.role(), first) {
                (Role::Inline(Inline::Address), Some(Node::Text(label))) => Some(label.as_str()),
                _ => arguments.iter().find_map(|argument| entry(&argument.value)),
            }
        }
        Node::Block(items) => items.iter().find_map(entry),
        // The first cell of a row tells what it is about, unless it counts the rows.
        Node::Array(cells) => {
            let counts = |cell: &&Node| {
                entry(cell).is_none() && text_of(cell).chars().all(|c| c.is_ascii_digit())
            };
            cells.iter().find(|cell| !counts(cell)).and_then(entry)
        }
        Node::Text(_)
        | Node::Atom(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Marked(..)
        | Node::Removed(_) => None,
    };
    found.filter(|label| !counts_bytes(label))
}
