//! Merges two books into one in which the changes are marked.

use super::align::{Pair, pairs};
use super::drafts;
use super::marking::{Marking, shown};
use super::places::Silent;
use super::visible::{block_runs, text_of, visible_hash};
use crate::compose::tree::Mark;
use crate::compose::typst::function::{Block, Function, Inline, Role};
use crate::compose::typst::{Argument, Field, Node, named};

/// Most characters of a cell, with what it was before, of a row that stays on one page.
const SOLID: usize = 300;

impl Marking<'_> {
    /// A piece of the second book in which all is marked that is not so in the first.
    pub fn merge(&self, first: &Node, second: &Node) -> Node {
        if let Node::WithSource(source, inner) = second {
            return Node::WithSource(*source, Box::new(self.merge(first, inner)));
        }
        let first = first.bare();
        if visible_hash(first) == visible_hash(second) && !self.shows_changed_image(second) {
            return second.clone();
        }
        match (first, second) {
            (Node::Dict(_), Node::Dict(fields)) => match self.table(first, second) {
                Some(table) => table,
                None => self.signature(first, second, self.data(first, fields)),
            },
            // Colours and lengths are no text.
            (Node::Array(_), Node::Array(_)) if !prints(first) && !prints(second) => second.clone(),
            (Node::Array(old), Node::Array(new)) => Node::Array(self.items(old, new)),
            (Node::Call(function, old), Node::Call(other, new)) if function == other => {
                self.call(*function, (first, old), (second, new))
            }
            _ if first.is_content() && second.is_content() => self.content(first, second),
            // A template may work with strings and numbers.
            (Node::Text(_), _) | (_, Node::Text(_)) => second.clone(),
            _ if first.is_none() => self.mark_added(second),
            _ if second.is_none() => self.mark_removed(first),
            _ => second.clone(),
        }
    }

    /// Whether a piece shows an image that is another one than before.
    fn shows_changed_image(&self, node: &Node) -> bool {
        if self.images.is_empty() {
            return false;
        }
        match node {
            Node::WithSource(_, inner) => self.shows_changed_image(inner),
            Node::Array(items) | Node::Block(items) => {
                items.iter().any(|item| self.shows_changed_image(item))
            }
            Node::Dict(fields) => fields
                .iter()
                .any(|(_, value)| self.shows_changed_image(value)),
            Node::Call(Function::Image, arguments) => {
                let path = arguments.first().map(|argument| &argument.value);
                matches!(path, Some(Node::Text(path)) if self.images.contains(path))
            }
            Node::Call(_, arguments) => {
                let mut values = arguments.iter().map(|argument| &argument.value);
                values.any(|value| self.shows_changed_image(value))
            }
            Node::Text(_)
            | Node::Atom(_)
            | Node::Number(_)
            | Node::Trace(_)
            | Node::Marked(..)
            | Node::Removed(_) => false,
        }
    }

    /// Data of a template.
    fn data(&self, first: &Node, fields: &[Field]) -> Node {
        let merged = fields.iter().map(|(key, value)| {
            self.notice(key, first.get(key), value);
            let value = match first.get(key) {
                // With what they were, they are longer.
                _ if key == "facts-whole" => Node::Atom("false".into()),
                Some(before) => self.merge(before, value),
                None => value.clone(),
            };
            (key.clone(), value)
        });
        Node::Dict(merged.collect())
    }

    /// The place of a signature that was given before somebody else came to the office: it is
    /// not that of who is named below it.
    fn signature(&self, first: &Node, second: &Node, mut merged: Node) -> Node {
        let is_signed =
            |data: &Node| matches!(data.get("signed"), Some(Node::Atom(code)) if code == "true");
        let same = |key| first.get(key).map(visible_hash) == second.get(key).map(visible_hash);
        let named = |data: &Node| data.get("name").is_some_and(|name| !name.is_none());
        let other = is_signed(first)
            && is_signed(second)
            && named(first)
            && named(second)
            && same("note")
            && !same("name");
        if other && let Some(note) = second.get("note").filter(|note| !note.is_none()) {
            let who = vec![Node::line_break(), Node::Text(self.other_signer.into())];
            let who = Node::Removed(Box::new(Node::Block(who)));
            let note = Node::Marked(Mark::Changed, Box::new(note.clone()));
            merged.set("note", Node::Block(vec![note, who]));
        }
        merged
    }

    /// Takes note of what differs and has no words in which it could be marked.
    fn notice(&self, key: &str, before: Option<&Node>, after: &Node) {
        let what = match key {
            "color" => Silent::Colors,
            "emblem" => Silent::Emblem,
            "landscape" | "draft" => Silent::Page,
            _ => return,
        };
        if before.is_some_and(|before| visible_hash(before) != visible_hash(after)) {
            self.silent.borrow_mut().insert(what);
        }
    }

    /// A list of data: facts, tables, paragraphs, rows.
    fn items(&self, first: &[Node], second: &[Node]) -> Vec<Node> {
        let mut items = Vec::new();
        for pair in pairs(first, second) {
            match pair {
                Pair::Both(old, new) if is_table(new) && self.table(old, new).is_none() => {
                    items.push(self.mark_removed(old));
                    items.push(self.mark_added(new));
                }
                Pair::Both(old, new) => items.push(self.merge(old, new)),
                // A template may work with strings and numbers.
                Pair::First(old) => match old.bare() {
                    Node::Text(_) | Node::Atom(_) => {}
                    Node::Number(_)
                    | Node::Trace(_)
                    | Node::Array(_)
                    | Node::Dict(_)
                    | Node::Call(..)
                    | Node::Block(_)
                    | Node::WithSource(..)
                    | Node::Marked(..)
                    | Node::Removed(_) => items.push(self.mark_removed(old)),
                },
                Pair::Second(new) if matches!(new.bare(), Node::Text(_)) => items.push(new.clone()),
                Pair::Second(new) => items.push(self.mark_added(new)),
            }
        }
        items
    }

    fn call(
        &self,
        function: Function,
        (first, old): (&Node, &[Argument]),
        (second, new): (&Node, &[Argument]),
    ) -> Node {
        let apart = || Node::Block(vec![self.mark_removed(first), self.mark_added(second)]);
        let has_same_image = || image(old) == image(new) && !self.shows_changed_image(second);
        let changed = |node: Node| Node::Marked(Mark::Changed, Box::new(node));
        match function.role() {
            Role::Block(Block::DataTable) => match (old.first(), new.first()) {
                (Some(old), Some(new)) => match self.table(&old.value, &new.value) {
                    Some(table) => Node::call(function, [table]),
                    None => apart(),
                },
                _ => second.clone(),
            },
            Role::Block(Block::ProseTable) => self.prose_table((first, old), (second, new)),
            Role::Block(Block::List) => {
                list_of(function, old, new, |old, new| self.items(old, new))
            }
            Role::Block(Block::Enum) => list_of(function, old, new, |old, new| {
                unnumbered(self.items(old, new))
            }),
            Role::Block(Block::Definitions) => {
                list_of(function, old, new, |old, new| self.definitions(old, new))
            }
            Role::Block(Block::PictureFigure) => {
                let caption = self.captioned(function, old, new);
                if has_same_image() {
                    caption
                } else {
                    Node::Block(vec![
                        self.mark_removed(first),
                        changed(caption),
                        self.figure_note(),
                    ])
                }
            }
            Role::Block(Block::Picture) | Role::Inline(Inline::Picture) if has_same_image() => {
                second.clone()
            }
            Role::Block(Block::Picture | Block::Code) | Role::Inline(Inline::Picture) => {
                Node::Block(vec![self.mark_removed(first), changed(second.clone())])
            }
            Role::Block(Block::Alert) if old.first() != new.first() => apart(),
            Role::Inline(Inline::Link) if old.len() < 2 || new.len() < 2 => apart(),
            Role::Block(Block::Card | Block::Cover) => {
                let flags = |arguments: &[Argument]| {
                    let data = arguments.first().map(|data| &data.value);
                    let flag = |key| data.and_then(|data| data.get(key)).cloned();
                    ["quick-win", "example", "draft", "pillars", "emblem"].map(flag)
                };
                let (was, is) = (flags(old), flags(new));
                let mut call = self.arguments(function, old, new);
                // What a flag shows is a word of the layout.
                if let Node::Call(_, arguments) = &mut call
                    && let Some(data) = arguments.first_mut()
                    && was != is
                    && let Some(title) = data.value.get("title").cloned()
                {
                    data.value.set("title", changed(title));
                }
                call
            }
            Role::Block(Block::Drawn(figure)) => self.figure((function, figure), old, new),
            Role::Inline(Inline::Word | Inline::Strike) => apart(),
            Role::Block(
                Block::Text
                | Block::Remark
                | Block::Sole
                | Block::Headed
                | Block::Section
                | Block::Divider
                | Block::Alert,
            )
            | Role::Inline(
                Inline::Text
                | Inline::Emphasis
                | Inline::Link
                | Inline::Note
                | Inline::Footnote
                | Inline::Break
                | Inline::Address
                | Inline::Wordless,
            ) => {
                if old.len() == new.len() {
                    self.arguments(function, old, new)
                } else {
                    apart()
                }
            }
        }
    }

    /// A call whose arguments are compared one by one.
    fn arguments(&self, function: Function, old: &[Argument], new: &[Argument]) -> Node {
        let arguments = old.iter().zip(new).map(|(before, after)| {
            let value = match (&before.value, &after.value) {
                (Node::Text(_), text @ Node::Text(_)) if function.prints_strings() => {
                    let lines = self.lines(
                        std::slice::from_ref(&before.value),
                        std::slice::from_ref(text),
                    );
                    Node::Block(lines)
                }
                (before, after) => self.merge(before, after),
            };
            Argument {
                name: after.name,
                value,
            }
        });
        Node::Call(function, arguments.collect())
    }

    /// Terms with their definitions.
    fn definitions(&self, first: &[Node], second: &[Node]) -> Vec<Node> {
        self.sequence(first, second, |old, new| {
            let pair = list(Some(old)).iter().zip(list(Some(new)));
            Node::Array(pair.map(|(old, new)| self.merge(old, new)).collect())
        })
    }

    /// Two sequences as one; `both` merges what is in either.
    fn sequence(
        &self,
        first: &[Node],
        second: &[Node],
        both: impl Fn(&Node, &Node) -> Node,
    ) -> Vec<Node> {
        let merged = pairs(first, second).map(|pair| match pair {
            Pair::Both(old, new) => both(old, new),
            Pair::First(old) => self.mark_removed(old),
            Pair::Second(new) => self.mark_added(new),
        });
        merged.collect()
    }

    /// A figure of which only the caption is looked at.
    pub(crate) fn captioned(&self, function: Function, old: &[Argument], new: &[Argument]) -> Node {
        let mut arguments = new.to_vec();
        if let (Some(old), Some(new)) = (old.first(), arguments.first_mut())
            && let (Some(before), Some(after)) =
                (old.value.get("caption"), new.value.get("caption"))
        {
            let caption = self.merge(before, after);
            new.value.set("caption", caption);
        }
        Node::Call(function, arguments)
    }

    /// Content: lines of text and blocks.
    fn content(&self, first: &Node, second: &Node) -> Node {
        let (old, new) = (block_runs(first.clone()), block_runs(second.clone()));
        let lines = |node: &Node| matches!(node, Node::Block(_));
        if old.len() <= 1 && new.len() <= 1 && old.iter().chain(&new).all(lines) {
            let inside = |mut runs: Vec<Node>| runs.pop().map(Node::statements).unwrap_or_default();
            return Node::Block(self.lines(&inside(old), &inside(new)));
        }
        Node::Block(drafts::pieces(old, new, |pair| match pair {
            Pair::Both(Node::Block(before), Node::Block(after)) => self.lines(before, after),
            Pair::Both(before, after) => vec![self.merge(before, after)],
            Pair::First(node) => vec![self.mark_removed(node)],
            Pair::Second(Node::Block(line)) => {
                line.iter().map(|node| self.mark_added(node)).collect()
            }
            Pair::Second(node) => vec![self.mark_added(node)],
        }))
    }

    /// The data of a table. One with other columns is another table, unless there are only
    /// more of them; nothing then.
    fn table(&self, first: &Node, second: &Node) -> Option<Node> {
        let (old, new) = (columns(first), columns(second));
        let Node::Dict(fields) = second.bare() else {
            return None;
        };
        if !is_table(first) || !is_table(second) {
            return None;
        }
        let places = places(&old, &new)?;
        let mut table = self.data(first, fields);
        // Each in its place: one more would be without cells.
        let before = list(first.get("columns"));
        let columns = list(second.get("columns")).iter().zip(&places);
        let columns =
            columns.map(
                |(column, place)| match place.and_then(|place| before.get(place)) {
                    Some(old) => self.merge(old, column),
                    None => self.mark_added(column),
                },
            );
        table.set("columns", Node::Array(columns.collect()));
        let narrow: Vec<bool> = list(second.get("columns"))
            .iter()
            .map(|column| {
                let is = |key, value: &str| {
                    matches!(column.get(key), Some(Node::Atom(it) | Node::Text(it)) if it == value)
                };
                is("share", "0") || is("align", "right")
            })
            .collect();
        let moved: Vec<Node> = list(first.get("rows"))
            .iter()
            .map(|row| spread(row, &places))
            .collect();
        let counted: Vec<bool> = new.iter().map(|title| title == "No.").collect();
        let rows = self.sequence(&moved, list(second.get("rows")), |before, after| {
            let (old, new) = (list(before.get("cells")), list(after.get("cells")));
            let mut row = after.clone();
            row.set(
                "cells",
                Node::Array(self.cells(old, new, &narrow, &counted)),
            );
            row
        });
        let longest = rows.iter().map(longest).max().unwrap_or_default();
        // It is longer than either.
        for (key, value) in [("whole", "false"), ("by-height", "true")] {
            table.set(key, Node::Atom(value.into()));
        }
        if longest > SOLID {
            table.set("solid", Node::Atom("false".into()));
        }
        table.set("rows", Node::Array(rows));
        Some(table)
    }

    /// The cells of a row, each beside what it was.
    fn cells(
        &self,
        first: &[Node],
        second: &[Node],
        narrow: &[bool],
        counted: &[bool],
    ) -> Vec<Node> {
        let mut cells = Vec::new();
        for (at, new) in second.iter().enumerate() {
            let Some(old) = first.get(at) else {
                cells.push(self.mark_added(new));
                continue;
            };
            let (before, after) = (words(old), words(new));
            let count = |text: &str| text.chars().all(|c| c.is_ascii_digit());
            // Which row it is, is no property of what the row is about.
            let is_count = counted.get(at) == Some(&true) && count(&before) && count(&after);
            let is_same = before == after && is_line(old) && is_line(new);
            cells.push(
                if is_count || is_same || visible_hash(old.bare()) == visible_hash(new.bare()) {
                    new.clone()
                } else if narrow.get(at) == Some(&true) {
                    self.stacked(old, new, before.is_empty(), after.is_empty())
                } else {
                    self.merge(old, new)
                },
            );
        }
        cells
    }

    /// The new value of a narrow cell below the old one: the column stays as wide.
    pub(crate) fn stacked(&self, old: &Node, new: &Node, was_empty: bool, is_empty: bool) -> Node {
        let mut cell = Vec::new();
        if !was_empty {
            let mut gone = vec![self.without(old, Some(Mark::Removed))];
            if !is_empty {
                gone.push(Node::line_break());
            }
            cell.push(Node::Removed(Box::new(Node::Block(gone))));
        }
        cell.push(self.mark_added(new));
        Node::Block(cell)
    }

    /// A table of narrative.
    fn prose_table(
        &self,
        (first, old): (&Node, &[Argument]),
        (second, new): (&Node, &[Argument]),
    ) -> Node {
        let plain = |arguments: &[Argument], at: usize| -> Vec<Node> {
            let mut plain = arguments.iter().filter(|it| it.name.is_none());
            match plain.nth(at).map(|it| it.value.bare()) {
                Some(Node::Array(items)) => items.clone(),
                _ => Vec::new(),
            }
        };
        if plain(old, 0).len() != plain(new, 0).len() {
            return Node::Block(vec![self.mark_removed(first), self.mark_added(second)]);
        }
        let (before, after) = (plain(old, 1), plain(new, 1));
        let mut rows = Vec::new();
        // The first row is the head, whatever it says.
        if let (Some(old), Some(new)) = (before.first(), after.first()) {
            rows.push(self.row(old, new));
        }
        let (before, after) = (
            before.get(1..).unwrap_or(&[]),
            after.get(1..).unwrap_or(&[]),
        );
        rows.extend(self.sequence(before, after, |old, new| self.row(old, new)));
        let mut place = 0;
        let arguments = new.iter().map(|argument| {
            let name = argument.name;
            let value = match (name, name.and_then(|name| named(old, name))) {
                (Some("whole"), _) => Node::Atom("false".into()),
                (Some("by-height"), _) => Node::Atom("true".into()),
                (Some(_), Some(before)) => self.merge(before, &argument.value),
                (Some(_), None) => self.mark_added(&argument.value),
                (None, _) => {
                    place += 1;
                    match place {
                        2 => Node::Array(rows.clone()),
                        _ => argument.value.clone(),
                    }
                }
            };
            Argument {
                name: argument.name,
                value,
            }
        });
        let table = Node::Call(Function::ProseTable, arguments.collect());
        // What only the first table has around it.
        let gone = |name: &str| named(old, name).filter(|_| named(new, name).is_none());
        let caption = gone("head").and_then(|head| head.get("caption"));
        let caption = caption
            .map(|it| self.mark_removed(&Node::call(Function::RemovedCaption, [it.clone()])));
        let notes = gone("notes")
            .map(|notes| self.mark_removed(&Node::call(Function::Par, [notes.clone()])));
        match (caption, notes) {
            (None, None) => table,
            (caption, notes) => {
                let all = caption.into_iter().chain([table]).chain(notes);
                Node::Block(all.collect())
            }
        }
    }

    fn row(&self, old: &Node, new: &Node) -> Node {
        match new {
            Node::WithSource(source, inner) => {
                Node::WithSource(*source, Box::new(self.row(old, inner)))
            }
            Node::Array(after) => Node::Array(self.cells(list(Some(old)), after, &[], &[])),
            Node::Text(_)
            | Node::Atom(_)
            | Node::Number(_)
            | Node::Trace(_)
            | Node::Dict(_)
            | Node::Call(..)
            | Node::Block(_)
            | Node::Marked(..)
            | Node::Removed(_) => new.clone(),
        }
    }
}

/// A list whose items `merge` compares.
fn list_of(
    function: Function,
    old: &[Argument],
    new: &[Argument],
    merge: impl Fn(&[Node], &[Node]) -> Vec<Node>,
) -> Node {
    let is_item = |argument: &&Argument| {
        // How the list looks.
        let spread = matches!(&argument.value, Node::Atom(code) if code.starts_with(".."));
        !spread && argument.name.is_none()
    };
    let place = |arguments: &[Argument]| -> Vec<Node> {
        let items = arguments.iter().filter(is_item);
        items.map(|argument| argument.value.clone()).collect()
    };
    let items = merge(&place(old), &place(new)).into_iter();
    let others = new.iter().filter(|argument| !is_item(argument));
    let arguments = items.map(Argument::plain).chain(others.cloned());
    Node::Call(function, arguments.collect())
}

/// Items of a numbered list, in which those that are gone take no number: they stand with
/// the one before, or with the first.
fn unnumbered(items: Vec<Node>) -> Vec<Node> {
    let mut kept: Vec<Node> = Vec::new();
    let mut first: Vec<Node> = Vec::new();
    for item in items {
        match (item, kept.last_mut()) {
            (Node::Removed(item), Some(last)) => {
                let before = std::mem::replace(last, Node::empty());
                let gone = Node::Removed(Box::new(Node::Block(vec![Node::line_break(), *item])));
                *last = Node::Block(vec![before, gone]);
            }
            (Node::Removed(item), None) => {
                first.push(Node::Removed(Box::new(Node::Block(vec![
                    *item,
                    Node::line_break(),
                ]))));
            }
            (item, _) => {
                first.push(item);
                kept.push(match first.len() {
                    1 => first.pop().unwrap_or_else(Node::empty),
                    _ => Node::Block(std::mem::take(&mut first)),
                });
            }
        }
    }
    kept.extend(first);
    kept
}

/// The path of the image that a call shows.
fn image(arguments: &[Argument]) -> Option<&Node> {
    shown(arguments)?.first().map(|path| &path.value)
}

/// Whether there is text in data that is printed.
fn prints(data: &Node) -> bool {
    match data.bare() {
        Node::Array(items) => items.iter().any(prints),
        Node::Dict(fields) => fields.iter().any(|(_, value)| prints(value)),
        other @ (Node::Text(_)
        | Node::Atom(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Call(..)
        | Node::Block(_)
        | Node::WithSource(..)
        | Node::Marked(..)
        | Node::Removed(_)) => other.is_content(),
    }
}

/// Whether a cell holds nothing but a line of text, whatever it leads to.
fn is_line(cell: &Node) -> bool {
    match cell.bare() {
        Node::Block(statements) => statements
            .iter()
            .all(|it| matches!(it, Node::Text(_)) || is_line(it)),
        Node::Call(function, _) => matches!(
            function.role(),
            Role::Inline(Inline::Link | Inline::Address | Inline::Emphasis | Inline::Wordless)
        ),
        Node::Atom(code) => code == "[]",
        Node::Text(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Array(_)
        | Node::Dict(_)
        | Node::WithSource(..)
        | Node::Marked(..)
        | Node::Removed(_) => false,
    }
}

fn is_table(data: &Node) -> bool {
    data.get("columns").is_some() && data.get("rows").is_some()
}

fn list(node: Option<&Node>) -> &[Node] {
    match node.map(Node::bare) {
        Some(Node::Array(items)) => items,
        _ => &[],
    }
}

fn words(node: &Node) -> String {
    text_of(node).trim().to_owned()
}

/// The heads of the columns of a table.
fn columns(table: &Node) -> Vec<String> {
    let columns = list(table.get("columns")).iter();
    let heads = columns.map(|column| column.get("title").map(words).unwrap_or_default());
    heads.collect()
}

/// For each column of the second table the place in the first; `None` if the first has a
/// column that the second has not.
fn places(old: &[String], new: &[String]) -> Option<Vec<Option<usize>>> {
    if old.len() == new.len() {
        // A head that changed is marked in its place.
        let same = old.iter().zip(new).filter(|(a, b)| a == b).count();
        return (same * 2 >= new.len()).then(|| (0..new.len()).map(Some).collect());
    }
    let mut next = 0;
    let places = new.iter().map(|head| {
        let found = old.get(next).is_some_and(|old| old == head);
        let place = found.then_some(next);
        next += usize::from(found);
        place
    });
    let places = places.collect();
    (next == old.len()).then_some(places)
}

/// A row with its cells in the columns of another table.
fn spread(row: &Node, places: &[Option<usize>]) -> Node {
    let cells = list(row.get("cells"));
    // The name of a group takes the whole width.
    if cells.len() <= 1 {
        return row.clone();
    }
    let spread = places.iter().map(|place| {
        let cell = place.and_then(|place| cells.get(place));
        cell.cloned().unwrap_or_else(|| Node::Atom("[]".into()))
    });
    let mut moved = row.clone();
    moved.set("cells", Node::Array(spread.collect()));
    moved
}

/// Characters of the longest cell of a row.
fn longest(row: &Node) -> usize {
    let row = if let Node::Removed(inner) = row {
        inner.as_ref()
    } else {
        row
    };
    let cells = list(row.get("cells")).iter();
    let lengths = cells.map(|cell| words(cell).chars().count());
    lengths.max().unwrap_or_default()
}
