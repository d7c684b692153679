//! Where in the book the marks of each change stand.
//!
//! Before what is marked stand anchors that name the changes that the mark shows, and the
//! entry that it is about. The summary asks Typst for the pages of the anchors, and Rust which
//! changes have any at all.

use std::collections::BTreeSet;

use super::change_index::{ChangeIndex, asset};
use super::unit::{Unit, is_flat, is_inline};
use super::visible::entry;
use crate::compose::trace::Origin;
use crate::compose::typst::function::{Figure, Function};
use crate::compose::typst::{Node, Statement};
use crate::diff::Owners;
use crate::model::{EntryKind, EntryRef};
use crate::source::SourceTree;

/// What a label of an anchor begins with.
const ANCHOR: &str = "changed:";

/// The anchors of sums that are about no entry.
const SUMS: &str = "changed:sums";

/// The label of the anchors of an entry.
fn anchor(key: &EntryRef) -> String {
    format!("{ANCHOR}{key}")
}

/// The label of the anchors of a change.
fn anchor_of(fingerprint: &str) -> String {
    format!("{ANCHOR}{fingerprint}")
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
}

impl Silent {
    /// The key of the message that says it.
    pub fn message(self) -> &'static str {
        match self {
            Self::Templates => "book-unmarked-templates",
            Self::Colors => "book-unmarked-colors",
            Self::Emblem => "book-unmarked-emblem",
            Self::Page => "book-unmarked-page",
        }
    }
}

/// Where the second plan was written.
pub struct Written {
    owners: Owners,
    /// The numbers of its files of narrative.
    narrative: BTreeSet<u32>,
}

impl Written {
    /// Where a plan with these files was written.
    pub fn new(owners: Owners, tree: &SourceTree) -> Self {
        let files = tree.iter().filter(|(_, file)| file.path.ends_with(".md"));
        Self {
            owners,
            narrative: files.map(|(index, _)| index.number()).collect(),
        }
    }
}

/// The changes that have marks in a book.
pub(crate) struct Places {
    /// What a mark may show.
    index: ChangeIndex,
    /// What differs without a mark.
    silent: BTreeSet<Silent>,
    /// Entries with a mark, in the annex too.
    marked: BTreeSet<EntryRef>,
    /// The fingerprints of the changes that marks show.
    shown: BTreeSet<String>,
    /// Whether sums are marked that are about no entry.
    has_sums: bool,
}

/// What the marks in a piece belong to.
#[derive(Clone, Default)]
struct Around {
    key: Option<EntryRef>,
    /// The entry of the part.
    part: Option<EntryRef>,
    /// Whether the key is that of a whole part, to which rows of tables do not belong.
    is_part: bool,
    /// Whether it was written as narrative.
    is_narrative: bool,
    /// The figure in which it is drawn.
    drawn: Option<Figure>,
}

/// What a trace says: the entry that was written there, and whether it is narrative.
struct Trace {
    key: Option<EntryRef>,
    is_narrative: bool,
}

impl Around {
    /// What is around what comes behind a trace.
    fn behind(&self, trace: Trace) -> Self {
        Self {
            key: trace.key.or_else(|| self.key.clone()),
            is_narrative: trace.is_narrative,
            ..self.clone()
        }
    }
}

/// Labels that stand before the next mark of a piece; nothing outside of one.
type Labels = Option<Vec<String>>;

impl Places {
    /// The places of changes of which none is found yet.
    pub fn new(index: ChangeIndex) -> Self {
        Self {
            index,
            silent: BTreeSet::new(),
            marked: BTreeSet::new(),
            shown: BTreeSet::new(),
            has_sums: false,
        }
    }

    /// The label of the anchors that show a change, or else its entry; `None` if neither is
    /// marked.
    pub fn label(&self, fingerprint: &str, key: &EntryRef) -> Option<String> {
        if self.shown.contains(fingerprint) {
            Some(anchor_of(fingerprint))
        } else if self.marked.contains(key) {
            Some(anchor(key))
        } else {
            let in_sums = self.has_sums && self.index.is_money(fingerprint);
            in_sums.then(|| SUMS.to_owned())
        }
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
        self.marked.insert(key.clone());
    }

    /// Puts anchors into a part and takes its traces out.
    pub fn part(&mut self, name: &str, lines: &mut Vec<Statement>, written: &Written) {
        let key = part_key(name);
        let part = Around {
            is_narrative: key
                .as_ref()
                .is_some_and(|key| key.kind == EntryKind::Chapter),
            part: key.clone(),
            key,
            is_part: true,
            drawn: None,
        };
        let mut around = part.clone();
        let mut done = Vec::new();
        for mut line in lines.drain(..) {
            let mut behind = Vec::new();
            match &mut line {
                Statement::Show(_, node) => {
                    behind = self.titled(node, &around, written);
                    self.node(node, &around, &mut None, written);
                }
                Statement::Content(node) => {
                    let last = last_trace(node, written);
                    self.node(node, &around, &mut None, written);
                    // A trace as a line of its own is about what comes next.
                    if let Some(trace) = last {
                        around = part.behind(trace);
                    }
                }
                Statement::Include(_) => {}
            }
            done.push(line);
            if !behind.is_empty() {
                done.push(Statement::Content(Node::Block(anchors(behind))));
            }
        }
        *lines = done;
    }

    /// Puts anchors into a piece.
    fn node(&mut self, node: &mut Node, around: &Around, labels: &mut Labels, written: &Written) {
        if labels.is_none() && is_flat(node) && has_mark(node) {
            let mut own = Some(self.labels(Unit::of([&*node]), &within(node, around, written)));
            return self.inside(node, around, &mut own, written);
        }
        self.inside(node, around, labels, written);
    }

    fn inside(&mut self, node: &mut Node, around: &Around, labels: &mut Labels, written: &Written) {
        match node {
            Node::WithSource(_, inner) => self.node(inner, around, labels, written),
            Node::Marked(..) => self.found(node, around, labels),
            Node::Removed(inner) if inner.is_content() => self.found(inner, around, labels),
            Node::Removed(inner) => self.node(inner, around, labels, written),
            Node::Array(items) => {
                for item in items {
                    self.node(item, around, labels, written);
                }
            }
            Node::Dict(_) => self.data(node, around, labels, written),
            Node::Block(statements) => self.block(statements, around, labels, written),
            Node::Trace(_) => *node = Node::empty(),
            Node::Call(function, arguments) => {
                // Titles and captions are printed again in contents and lists: their anchors
                // stand before the whole.
                let is_cover = *function == Function::Cover;
                let titled = arguments.iter().filter(|_| !is_cover);
                let titles: Vec<String> = titled
                    .flat_map(|one| self.titled(&one.value, around, written))
                    .collect();
                let mut around = around.clone();
                if around.is_part && function.is_asked_for() {
                    around.key = None;
                    around.is_narrative = false;
                }
                around.drawn = function.figure();
                for argument in arguments {
                    if is_cover && let Node::Dict(fields) = &mut argument.value {
                        for (_, value) in fields {
                            self.node(value, &around, labels, written);
                        }
                        continue;
                    }
                    self.node(&mut argument.value, &around, labels, written);
                }
                if !titles.is_empty() {
                    let mut pieces = anchors(titles);
                    pieces.push(std::mem::replace(node, Node::empty()));
                    *node = Node::Block(pieces);
                }
            }
            Node::Text(_) | Node::Atom(_) | Node::Number(_) => {}
        }
    }

    /// Statements that are joined: those that stand in a line are one piece.
    fn block(
        &mut self,
        statements: &mut Vec<Node>,
        around: &Around,
        labels: &mut Labels,
        written: &Written,
    ) {
        let mut line = None;
        if labels.is_none() {
            let inline = || statements.iter().filter(|one| is_inline(one));
            if inline().any(has_mark) {
                let mut own = around.clone();
                if let Some(trace) = inline().find_map(|one| traced(one, written)) {
                    own = own.behind(trace);
                }
                line = Some(self.labels(Unit::of_line(inline()), &own));
            }
        }
        let mut around = around.clone();
        for statement in statements.iter_mut() {
            if let Some(trace) = traced(statement, written) {
                around = around.behind(trace);
            }
            if line.is_some() && is_inline(statement) {
                self.inside(statement, &around, &mut line, written)
            } else {
                self.node(statement, &around, labels, written)
            }
        }
        statements.retain(|statement| trace(statement).is_none());
    }

    /// Data of a template: of an entry, if it says so. Rows and what is drawn are pieces of
    /// their own.
    fn data(&mut self, node: &mut Node, around: &Around, labels: &mut Labels, written: &Written) {
        let around = owned(node, around, written);
        let is_piece = node.get("cells").is_some() || around.drawn.is_some();
        let is_column = node.get("align").is_some();
        let is_list = |value: &Node| {
            let Node::Array(items) = value.bare() else {
                return false;
            };
            items
                .iter()
                .any(|item| is_data(item) && is_marked_data(item))
        };
        let Node::Dict(fields) = node else { return };
        let mut own: Labels = None;
        if labels.is_none() && is_piece {
            let values = fields.iter().flat_map(|(key, value)| match value.bare() {
                Node::Array(cells) if key == "cells" => cells.iter().collect::<Vec<_>>(),
                // For the template to work with.
                Node::Text(_) => Vec::new(),
                other @ (Node::Atom(_)
                | Node::Number(_)
                | Node::Trace(_)
                | Node::Array(_)
                | Node::Dict(_)
                | Node::Call(..)
                | Node::Block(_)
                | Node::WithSource(..)
                | Node::Marked(..)
                | Node::Removed(_)) => vec![other],
            });
            let marked: Vec<&Node> = values.filter(|value| !is_list(value)).collect();
            if marked.iter().any(|value| has_mark(value)) {
                own = Some(self.labels(Unit::of(marked), &around));
            }
        }
        for (field, value) in fields {
            match field.as_ref() {
                // Their anchors stand elsewhere.
                "title" | "caption" | "subtitle" if !is_column => {}
                _ if own.is_some() && !is_list(value) => {
                    self.node(value, &around, &mut own, written);
                }
                _ => self.node(value, &around, labels, written),
            }
        }
    }

    /// The labels of what the title or the caption of data shows.
    fn titled(&mut self, data: &Node, around: &Around, written: &Written) -> Vec<String> {
        let titles = ["title", "caption", "subtitle"].iter();
        let titles: Vec<&Node> = titles
            .filter_map(|field| data.get(field))
            .filter(|title| has_mark(title))
            .collect();
        if titles.is_empty() {
            return Vec::new();
        }
        let around = owned(data, around, written);
        self.labels(Unit::of(titles), &around)
    }

    /// Takes note of what the marks of a piece show; the labels of it.
    fn labels(&mut self, unit: Unit, around: &Around) -> Vec<String> {
        let named = self.index.named(&unit.cells);
        let unit = Unit {
            key: around.key.clone().or_else(|| named.cloned()),
            part: around.part.clone(),
            is_narrative: around.is_narrative,
            drawn: around.drawn,
            ..unit
        };
        let mut labels: Vec<String> = unit.key.iter().map(anchor).collect();
        self.marked.extend(unit.key.clone());
        for fingerprint in self.index.shown_by(&unit) {
            self.shown.insert(fingerprint.to_owned());
            labels.push(anchor_of(fingerprint));
        }
        if unit.key.is_none() && (unit.has_amounts() || unit.drawn == Some(Figure::BarChart)) {
            self.has_sums = true;
            labels.push(SUMS.to_owned());
        }
        labels
    }

    /// Puts anchors before a mark, if it is the first of its piece.
    fn found(&mut self, node: &mut Node, around: &Around, labels: &mut Labels) {
        let mut before = match labels {
            Some(labels) => std::mem::take(labels),
            None => self.labels(Unit::of([&*node]), around),
        };
        if let Some(path) = image(node) {
            let key = asset(path);
            before.push(anchor(&key));
            for fingerprint in self.index.of(&key) {
                self.shown.insert(fingerprint.to_owned());
                before.push(anchor_of(fingerprint));
            }
            self.marked.insert(key);
        }
        if before.is_empty() {
            return;
        }
        let mut pieces = anchors(before);
        pieces.push(std::mem::replace(node, Node::empty()));
        *node = Node::Block(pieces);
    }
}

fn anchors(labels: Vec<String>) -> Vec<Node> {
    let anchors = labels.into_iter();
    anchors
        .map(|label| Node::call(Function::Anchor, [Node::Text(label)]))
        .collect()
}

/// What is around the words of a piece, which may begin with a trace.
fn within(node: &Node, around: &Around, written: &Written) -> Around {
    match first_trace(node, written) {
        Some(trace) => around.behind(trace),
        None => around.clone(),
    }
}

/// What is around what data holds, which may be about an entry.
fn owned(data: &Node, around: &Around, written: &Written) -> Around {
    match key_of(data, written) {
        Some(key) => Around {
            key: Some(key),
            is_part: false,
            is_narrative: false,
            ..around.clone()
        },
        None => around.clone(),
    }
}

fn is_data(node: &Node) -> bool {
    match node {
        Node::WithSource(_, inner) | Node::Marked(_, inner) | Node::Removed(inner) => {
            is_data(inner)
        }
        Node::Dict(_) => true,
        Node::Text(_)
        | Node::Atom(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Array(_)
        | Node::Call(..)
        | Node::Block(_) => false,
    }
}

/// Whether data is a piece of a figure of its own: it has a name.
fn is_marked_data(node: &Node) -> bool {
    match node {
        Node::WithSource(_, inner) | Node::Marked(_, inner) | Node::Removed(inner) => {
            is_marked_data(inner)
        }
        Node::Dict(_) => ["name", "program", "total", "text", "label"]
            .iter()
            .any(|key| node.get(key).is_some()),
        Node::Text(_)
        | Node::Atom(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Array(_)
        | Node::Call(..)
        | Node::Block(_) => false,
    }
}

/// The path of the image that a piece shows.
fn image(node: &Node) -> Option<&str> {
    match node {
        Node::WithSource(_, inner) | Node::Marked(_, inner) | Node::Removed(inner) => image(inner),
        Node::Block(items) => items.iter().find_map(image),
        Node::Call(function, arguments) => match arguments.first().map(|one| &one.value) {
            Some(Node::Text(path)) if *function == Function::Image => path.strip_prefix('/'),
            _ => arguments.iter().find_map(|one| image(&one.value)),
        },
        Node::Text(_)
        | Node::Atom(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Array(_)
        | Node::Dict(_) => None,
    }
}

/// Whether anything in a piece is marked.
pub(crate) fn has_mark(node: &Node) -> bool {
    match node {
        Node::Marked(..) | Node::Removed(_) => true,
        Node::WithSource(_, inner) => has_mark(inner),
        Node::Array(items) | Node::Block(items) => items.iter().any(has_mark),
        Node::Dict(fields) => fields.iter().any(|(_, value)| has_mark(value)),
        Node::Call(_, arguments) => arguments.iter().any(|one| has_mark(&one.value)),
        Node::Text(_) | Node::Atom(_) | Node::Number(_) | Node::Trace(_) => false,
    }
}

/// The entry that a part is about, by the name of the part.
pub(crate) fn part_key(name: &str) -> Option<EntryRef> {
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
fn key_of(node: &Node, written: &Written) -> Option<EntryRef> {
    let told = TELLING.iter().find_map(|key| node.get(key));
    let trace = told.and_then(|told| first_trace(told, written));
    let labelled = entry(node).or_else(|| told.map(beneath).and_then(entry));
    let traced = trace.and_then(|trace| trace.key);
    traced.or_else(|| labelled.and_then(EntryRef::parse))
}

/// What is marked, without the mark.
fn beneath(node: &Node) -> &Node {
    match node {
        Node::WithSource(_, inner) | Node::Marked(_, inner) => beneath(inner),
        other @ (Node::Text(_)
        | Node::Atom(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Array(_)
        | Node::Dict(_)
        | Node::Call(..)
        | Node::Block(_)
        | Node::Removed(_)) => other,
    }
}

/// What the first trace in a piece says.
fn first_trace(node: &Node, written: &Written) -> Option<Trace> {
    match node {
        Node::WithSource(_, inner) | Node::Marked(_, inner) | Node::Removed(inner) => {
            first_trace(inner, written)
        }
        Node::Array(items) | Node::Block(items) => {
            items.iter().find_map(|item| first_trace(item, written))
        }
        Node::Call(Function::Par, arguments) => {
            let mut values = arguments.iter().map(|one| &one.value);
            values.find_map(|value| first_trace(value, written))
        }
        Node::Trace(_) => traced(node, written),
        Node::Text(_) | Node::Atom(_) | Node::Number(_) | Node::Call(..) | Node::Dict(_) => None,
    }
}

/// What the last trace says that stands by itself in a line of a part.
fn last_trace(node: &Node, written: &Written) -> Option<Trace> {
    let Node::Block(statements) = node.bare() else {
        return traced(node, written);
    };
    let mut statements = statements.iter().rev();
    statements.find_map(|one| traced(one, written))
}

/// What a trace says, if a piece is one.
fn traced(node: &Node, written: &Written) -> Option<Trace> {
    let (key, is_narrative) = match trace(node)? {
        Origin::Written(file, offset) => (
            written.owners.owner(file, offset).cloned(),
            written.narrative.contains(&file),
        ),
        Origin::Generated => (None, false),
    };
    Some(Trace { key, is_narrative })
}

fn trace(node: &Node) -> Option<Origin> {
    let Node::Trace(origin) = node.bare() else {
        return None;
    };
    Some(*origin)
}
