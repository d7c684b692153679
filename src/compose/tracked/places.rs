//! Where in the book the marks of an entry stand.
//!
//! Before what is marked stands an anchor that names the entry it belongs to. The summary
//! asks Typst for the pages of the anchors, and Rust which entries have any at all.

use std::collections::BTreeSet;

use super::face::{entry, is_drawn};
use super::tree::{Node, Statement};
use crate::compose::trace::Origin;
use crate::diff::Owners;
use crate::model::{EntryKind, EntryRef};

/// What a label of an anchor begins with.
const ANCHOR: &str = "changed:";

/// The label of the anchors of an entry.
pub fn anchor(key: &EntryRef) -> String {
    format!("{ANCHOR}{key}")
}

/// What differs in a book without being marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Silent {
    /// Templates of the plan.
    Templates,
    /// Colours.
    Colors,
    /// The emblem on the cover.
    Emblem,
    /// How pages lie, and marks in their margins.
    Page,
    /// Parts that cannot be taken apart.
    Part,
}

/// The entries that have marks in a book.
#[derive(Default)]
pub struct Places {
    /// What differs without a mark.
    silent: BTreeSet<Silent>,
    /// Entries with a mark, also where no anchor can stand.
    marked: BTreeSet<String>,
}

/// What the marks in a piece belong to.
#[derive(Clone)]
struct Around {
    key: Option<EntryRef>,
    /// Whether the key is that of a whole part, to which rows of tables do not belong.
    is_part: bool,
}

impl Places {
    /// Whether anything of an entry is marked in the book.
    pub fn has(&self, key: &EntryRef) -> bool {
        self.marked.contains(&key.to_string())
    }

    /// Says that something differs without a mark.
    pub fn say(&mut self, what: impl IntoIterator<Item = Silent>) {
        self.silent.extend(what);
    }

    /// What differs without a mark.
    pub fn silent(&self) -> &BTreeSet<Silent> {
        &self.silent
    }

    /// Says that something of an entry is marked.
    pub fn mark(&mut self, key: &EntryRef) {
        self.marked.insert(key.to_string());
    }

    /// Puts anchors into a part and takes its traces out.
    pub fn part(&mut self, name: &str, lines: &mut [Statement], owners: &Owners) {
        let key = part_key(name);
        let is_part = true;
        let mut around = Around { key, is_part };
        for line in lines {
            match line {
                Statement::Show(_, node) => self.node(node, &around, &mut true, owners),
                Statement::Content(node) => {
                    let last = last_trace(node, owners);
                    self.node(node, &around, &mut true, owners);
                    // A trace as a line of its own is about what comes next.
                    if let Some(key) = last {
                        let key = key.or_else(|| part_key(name));
                        around = Around { key, is_part };
                    }
                }
                Statement::Verbatim(_) => {}
            }
        }
    }

    /// Puts anchors into a piece. `first` tells whether its next mark is the first in its
    /// row or paragraph.
    fn node(&mut self, node: &mut Node, around: &Around, first: &mut bool, owners: &Owners) {
        match node {
            Node::Placed(_, inner) => self.node(inner, around, first, owners),
            Node::Marked(..) => self.found(node, around, first),
            Node::Gone(inner) if inner.is_content() => self.found(inner, around, first),
            Node::Gone(inner) => self.node(inner, around, first, owners),
            Node::Array(items) => {
                for item in items {
                    self.node(item, around, &mut true, owners);
                }
            }
            Node::Dict(_) => self.data(node, around, owners),
            Node::Block(statements) => {
                let mut around = around.clone();
                for statement in statements.iter_mut() {
                    if let Some(key) = traced(statement, owners) {
                        around.key = key.or(around.key);
                    }
                    self.node(statement, &around, first, owners);
                }
                statements.retain(|statement| trace(statement).is_none());
            }
            Node::Call(name, arguments) => {
                let mut around = around.clone();
                if around.is_part && (name == "data-table" || is_drawn(name)) {
                    around.key = None;
                }
                if trace_of(name, arguments).is_some() {
                    *node = Node::Block(Vec::new());
                    return;
                }
                for argument in arguments {
                    self.node(&mut argument.value, &around, first, owners);
                }
            }
            Node::Text(_) | Node::Atom(_) | Node::Waiting(_) => {}
        }
    }

    /// Data of a template: of an entry, if it says so.
    fn data(&mut self, node: &mut Node, around: &Around, owners: &Owners) {
        let key = key_of(node, owners);
        let around = match key {
            Some(key) => Around {
                key: Some(key),
                is_part: false,
            },
            None => around.clone(),
        };
        let Node::Dict(fields) = node else { return };
        for (field, value) in fields {
            // Titles and captions are printed again in contents and lists.
            match field.as_str() {
                "title" | "caption" | "subtitle" => {
                    if let Some(key) = &around.key
                        && has_mark(value)
                    {
                        self.mark(key);
                    }
                }
                _ => self.node(value, &around, &mut true, owners),
            }
        }
    }

    /// Takes note of a mark, with an anchor before it.
    fn found(&mut self, node: &mut Node, around: &Around, first: &mut bool) {
        let mut anchors = Vec::new();
        if let Some(key) = &around.key {
            self.mark(key);
            anchors.extend(std::mem::replace(first, false).then(|| key.clone()));
        }
        anchors.extend(image(node).map(|path| EntryRef::new(EntryKind::Asset, path)));
        if anchors.is_empty() {
            return;
        }
        let mut pieces = Vec::new();
        for key in anchors {
            self.mark(&key);
            pieces.push(Node::call("anchor", Node::Text(anchor(&key))));
        }
        pieces.push(std::mem::replace(node, Node::empty()));
        *node = Node::Block(pieces);
    }
}

/// The path of the image that a piece shows.
fn image(node: &Node) -> Option<&str> {
    match node {
        Node::Placed(_, inner) | Node::Marked(_, inner) | Node::Gone(inner) => image(inner),
        Node::Block(items) => items.iter().find_map(image),
        Node::Call(name, arguments) => match arguments.first().map(|one| &one.value) {
            Some(Node::Text(path)) if name == "image" => path.strip_prefix('/'),
            _ => arguments.iter().find_map(|one| image(&one.value)),
        },
        Node::Text(_) | Node::Atom(_) | Node::Waiting(_) | Node::Array(_) | Node::Dict(_) => None,
    }
}

/// Whether anything in a piece is marked.
pub fn has_mark(node: &Node) -> bool {
    match node {
        Node::Marked(..) | Node::Gone(_) => true,
        Node::Placed(_, inner) => has_mark(inner),
        Node::Array(items) | Node::Block(items) => items.iter().any(has_mark),
        Node::Dict(fields) => fields.iter().any(|(_, value)| has_mark(value)),
        Node::Call(_, arguments) => arguments.iter().any(|one| has_mark(&one.value)),
        Node::Text(_) | Node::Atom(_) | Node::Waiting(_) => false,
    }
}

/// The entry that a part is about, by the name of the part.
fn part_key(name: &str) -> Option<EntryRef> {
    if matches!(name, "cover" | "approval") {
        return Some(EntryRef::new(EntryKind::Plan, ""));
    }
    let key = EntryRef::parse(&name.replacen('-', ":", 1))?;
    let of_entry = matches!(
        key.kind,
        EntryKind::Chapter | EntryKind::Pillar | EntryKind::Opd | EntryKind::Program
    );
    (of_entry && !key.id.is_empty()).then_some(key)
}

/// Keys of data in which what it is about is written: cells of a row, the office of who
/// signs, the programme of a line, the name of a bar.
const TELLING: [&str; 4] = ["cells", "office", "program", "name"];

/// The entry that data is about: where it was written, or else its label.
fn key_of(node: &Node, owners: &Owners) -> Option<EntryRef> {
    let told = TELLING.iter().find_map(|key| node.get(key));
    let written = told.and_then(|told| written(told, owners));
    let labelled = entry(node).or_else(|| told.and_then(entry));
    written.or_else(|| labelled.and_then(EntryRef::parse))
}

/// The entry whose file the first trace in some cells names.
fn written(node: &Node, owners: &Owners) -> Option<EntryRef> {
    match node {
        Node::Placed(_, inner) | Node::Marked(_, inner) | Node::Gone(inner) => {
            written(inner, owners)
        }
        Node::Array(items) | Node::Block(items) => {
            items.iter().find_map(|item| written(item, owners))
        }
        Node::Call(..) => traced(node, owners).flatten(),
        Node::Text(_) | Node::Atom(_) | Node::Waiting(_) | Node::Dict(_) => None,
    }
}

/// What the last trace says that stands by itself in a line of a part.
fn last_trace(node: &Node, owners: &Owners) -> Option<Option<EntryRef>> {
    let Node::Block(statements) = node.bare() else {
        return traced(node, owners);
    };
    let mut statements = statements.iter().rev();
    statements.find_map(|one| traced(one, owners))
}

/// What a trace says, if a piece is one: the entry that was written there.
fn traced(node: &Node, owners: &Owners) -> Option<Option<EntryRef>> {
    let origin = trace(node)?;
    let Origin::Written(file, offset) = origin else {
        return Some(None);
    };
    Some(owners.owner(file, offset).cloned())
}

fn trace(node: &Node) -> Option<Origin> {
    let Node::Call(name, arguments) = node.bare() else {
        return None;
    };
    trace_of(name, arguments)
}

fn trace_of(name: &str, arguments: &[super::tree::Argument]) -> Option<Origin> {
    match arguments.first().map(|argument| &argument.value) {
        Some(Node::Text(value)) if name == "metadata" => Origin::read(value),
        _ => None,
    }
}
