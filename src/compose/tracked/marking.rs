//! What is new or gone as a whole.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::places::Silent;
use super::visible::text_of;
use crate::compose::tree::Mark;
use crate::compose::tree::PlaceNumber;
use crate::compose::typst::function::{Block, Function, Inline, Role};
use crate::compose::typst::{Argument, Field, Node, named};

/// Marks what changed between two books.
pub struct Marking<'a> {
    /// Numbers of the places that references of the first book lead to.
    pub numbers: &'a BTreeMap<String, String>,
    /// Paths of images that are not the same in both plans.
    pub(crate) images: &'a BTreeSet<String>,
    /// What a footnote is called.
    pub note: &'a str,
    /// What is said below a figure that is another one.
    pub(crate) other_figure: &'a str,
    /// What is said of a signature that is that of the predecessor.
    pub(crate) other_signer: &'a str,
    /// What was found to differ and cannot be marked.
    pub silent: RefCell<BTreeSet<Silent>>,
}

/// Deepest level of a heading.
const DEEPEST: usize = 6;

impl Marking<'_> {
    /// A node that only the second book has, marked as added.
    pub(crate) fn mark_added(&self, node: &Node) -> Node {
        match node {
            Node::Text(text) => words(Mark::Added, text),
            Node::Number(_) => marked(Mark::Added, node.clone()),
            Node::WithSource(source, inner) => {
                Node::WithSource(*source, Box::new(self.mark_added(inner)))
            }
            Node::Block(statements) => Node::Block(
                statements
                    .iter()
                    .map(|node| self.mark_added(node))
                    .collect(),
            ),
            Node::Array(items) => Node::Array(each(items, |item| self.mark_added(item))),
            Node::Dict(fields) => Node::Dict(each_field(fields, |value| self.mark_added(value))),
            Node::Call(function, arguments) => {
                let inside = || {
                    let added = |value: &Node| self.mark_added(value);
                    Node::Call(*function, each_argument(*function, arguments, added))
                };
                match function.role() {
                    Role::Inline(Inline::Word) => marked(Mark::Added, node.clone()),
                    // Two lines through one text are one too many.
                    Role::Block(Block::Code | Block::Picture)
                    | Role::Inline(Inline::Picture | Inline::Strike) => {
                        marked(Mark::Changed, node.clone())
                    }
                    Role::Inline(Inline::Link) if arguments.len() < 2 => {
                        marked(Mark::Added, node.clone())
                    }
                    // The title of an alert is a word of the layout.
                    Role::Block(Block::PictureFigure | Block::Alert | Block::Drawn(_)) => {
                        marked(Mark::Changed, inside())
                    }
                    Role::Block(
                        Block::Text
                        | Block::Remark
                        | Block::Sole
                        | Block::Headed
                        | Block::Cover
                        | Block::Card
                        | Block::Section
                        | Block::Divider
                        | Block::DataTable
                        | Block::ProseTable
                        | Block::List
                        | Block::Enum
                        | Block::Definitions,
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
                    ) => inside(),
                }
            }
            Node::Atom(_) | Node::Trace(_) | Node::Marked(..) | Node::Removed(_) => node.clone(),
        }
    }

    /// A node that only the first book has, marked as removed and struck out.
    pub(crate) fn mark_removed(&self, node: &Node) -> Node {
        Node::Removed(Box::new(self.without(node, Some(Mark::Removed))))
    }

    /// Several pieces that are gone.
    pub(crate) fn struck(&self, nodes: &[Node]) -> Vec<Node> {
        nodes.iter().map(|node| self.mark_removed(node)).collect()
    }

    /// A piece of the first book for a place where nothing leads to it: without labels,
    /// links, numbers and footnotes, which are those of the second.
    pub fn without(&self, node: &Node, mark: Option<Mark>) -> Node {
        let say = |text: String| match mark {
            Some(mark) => words(mark, &text),
            None => Node::Text(text),
        };
        let within = |node: &Node| self.without(node, mark);
        match node {
            Node::Text(text) => say(text.clone()),
            Node::Number(number) => say(self.settled(number)),
            Node::Trace(_) => Node::empty(),
            Node::WithSource(_, inner) => within(inner),
            Node::Block(statements) => Node::Block(statements.iter().map(within).collect()),
            Node::Array(items) => Node::Array(each(items, within)),
            Node::Dict(fields) => {
                let mut data = Node::Dict(each_field(fields, within));
                for key in ["label", "number"] {
                    if data.get(key).is_some_and(|value| !value.is_content()) {
                        data.set(key, Node::none());
                    }
                }
                data
            }
            Node::Call(function, arguments) => {
                let first = arguments.first().map(|argument| &argument.value);
                match function.role() {
                    Role::Inline(Inline::Address) | Role::Block(Block::Divider) => Node::empty(),
                    Role::Inline(Inline::Link) => match (arguments.get(1), first) {
                        (Some(body), _) => within(&body.value),
                        (None, Some(Node::Text(address))) => say(address.clone()),
                        (None, _) => Node::empty(),
                    },
                    Role::Inline(Inline::Note | Inline::Footnote) => match self.note(node) {
                        Some(note) => Node::Block(vec![Node::Text(" ".into()), say(note)]),
                        None => Node::empty(),
                    },
                    Role::Inline(Inline::Word) => match mark {
                        Some(mark) => marked(mark, node.clone()),
                        None => node.clone(),
                    },
                    Role::Block(Block::Alert) => self.gone_alert(arguments, mark),
                    Role::Inline(Inline::Strike) if mark.is_some() => {
                        first.map_or_else(Node::empty, within)
                    }
                    Role::Block(Block::Section) if mark.is_some() => {
                        let title = first.and_then(|data| data.get("title"));
                        let title = title.map_or_else(Node::empty, within);
                        Node::call(Function::RemovedHeading, [title])
                    }
                    Role::Block(Block::DataTable) => self.gone_table(first.unwrap_or(node), mark),
                    Role::Block(Block::ProseTable) => self.gone_prose_table(arguments, mark),
                    Role::Block(Block::Code) => {
                        let text = first.map(text_of).unwrap_or_default();
                        let lines = text.lines().map(|line| {
                            Node::Block(vec![say(line.to_owned()), Node::line_break()])
                        });
                        Node::call(Function::Par, [Node::Block(lines.collect())])
                    }
                    Role::Inline(Inline::Picture) => say(alternative(arguments)),
                    Role::Block(Block::Picture | Block::PictureFigure) => {
                        let caption = first.and_then(|data| data.get("caption"));
                        let caption = caption.map_or_else(|| say(alternative(arguments)), within);
                        Node::call(Function::RemovedFigure, [caption])
                    }
                    Role::Block(Block::Drawn(_)) => {
                        let caption = first.and_then(|data| data.get("caption"));
                        let caption = caption.map_or_else(Node::empty, within);
                        Node::call(Function::RemovedFigure, [caption])
                    }
                    Role::Inline(
                        Inline::Text
                        | Inline::Emphasis
                        | Inline::Strike
                        | Inline::Break
                        | Inline::Wordless,
                    )
                    | Role::Block(
                        Block::Text
                        | Block::Remark
                        | Block::Sole
                        | Block::Headed
                        | Block::Cover
                        | Block::Card
                        | Block::Section
                        | Block::List
                        | Block::Enum
                        | Block::Definitions,
                    ) => Node::Call(*function, each_argument(*function, arguments, within)),
                }
            }
            Node::Atom(_) | Node::Marked(..) | Node::Removed(_) => node.clone(),
        }
    }

    /// A table: its caption becomes a paragraph, since lists of tables name those of
    /// the second book.
    fn gone_table(&self, data: &Node, mark: Option<Mark>) -> Node {
        let mut table = self.without(data, mark);
        let caption = table.get("caption").filter(|it| !it.is_none()).cloned();
        table.set("caption", Node::none());
        if mark.is_some() {
            table.set("whole", Node::Atom("false".into()));
        }
        let table = Node::call(Function::DataTable, [table]);
        match caption {
            Some(caption) => {
                Node::Block(vec![Node::call(Function::RemovedCaption, [caption]), table])
            }
            None => table,
        }
    }

    /// A table of narrative, likewise.
    fn gone_prose_table(&self, arguments: &[Argument], mark: Option<Mark>) -> Node {
        let plain = arguments.iter().filter(|argument| argument.name.is_none());
        let plain: Vec<Argument> = plain.cloned().collect();
        let mut kept = each_argument(Function::ProseTable, &plain, |node| {
            self.without(node, mark)
        });
        kept.push(Argument {
            name: Some("whole"),
            value: Node::Atom("false".into()),
        });
        let mut all = Vec::new();
        let caption = named(arguments, "head").and_then(|head| head.get("caption"));
        all.extend(
            caption.map(|it| Node::call(Function::RemovedCaption, [self.without(it, mark)])),
        );
        all.push(Node::Call(Function::ProseTable, kept));
        all.extend(named(arguments, "notes").map(|notes| self.without(notes, mark)));
        Node::Block(all)
    }

    /// An alert becomes a quote: its title is a word of the layout, which is set by it.
    fn gone_alert(&self, arguments: &[Argument], mark: Option<Mark>) -> Node {
        let title = arguments.first().map(|kind| {
            let title = Node::call(Function::Word, [kind.value.clone()]);
            Node::call(
                Function::Par,
                [mark.map_or(title.clone(), |mark| marked(mark, title))],
            )
        });
        let text = arguments.get(1).map(|body| self.without(&body.value, mark));
        let block = Argument {
            name: Some("block"),
            value: Node::Atom("true".into()),
        };
        let body = Node::Block(title.into_iter().chain(text).collect());
        Node::Call(Function::Quote, vec![block, Argument::plain(body)])
    }

    /// A footnote in a line of text; nothing of one that stands elsewhere.
    pub(crate) fn note(&self, node: &Node) -> Option<String> {
        let Node::Call(function, arguments) = node else {
            return None;
        };
        // The first argument of one with a name is the name.
        let body = arguments.get(usize::from(*function == Function::Note));
        let text = match body.map(|body| self.without(&body.value, None))? {
            Node::Text(address) => address,
            body @ (Node::Atom(_)
            | Node::Number(_)
            | Node::Trace(_)
            | Node::Array(_)
            | Node::Dict(_)
            | Node::Call(..)
            | Node::Block(_)
            | Node::WithSource(..)
            | Node::Marked(..)
            | Node::Removed(_)) => text_of(&body),
        };
        let words: Vec<&str> = text.split_whitespace().collect();
        (!words.is_empty()).then(|| format!("[{}: {}]", self.note, words.join(" ")))
    }

    /// The text of a number of the first book that waits.
    pub fn settled(&self, place: &PlaceNumber) -> String {
        place.text(self.numbers)
    }
}

/// Gives all headings in a piece another level.
pub(crate) fn shift(node: &mut Node, level: &impl Fn(usize) -> usize) {
    match node {
        Node::WithSource(_, inner) | Node::Marked(_, inner) | Node::Removed(inner) => {
            shift(inner, level)
        }
        Node::Array(items) | Node::Block(items) => {
            items.iter_mut().for_each(|item| shift(item, level));
        }
        Node::Dict(fields) => {
            for (key, value) in fields {
                if let Node::Atom(digits) = value
                    && key == "level"
                {
                    let now = digits.parse().unwrap_or(DEEPEST);
                    *digits = level(now).min(DEEPEST).to_string();
                } else {
                    shift(value, level);
                }
            }
        }
        Node::Call(_, arguments) => {
            for argument in arguments {
                shift(&mut argument.value, level);
            }
        }
        Node::Text(_) | Node::Atom(_) | Node::Number(_) | Node::Trace(_) => {}
    }
}

/// Text with a mark that leaves the space around it alone.
fn words(mark: Mark, text: &str) -> Node {
    let inside = text.trim();
    if inside.is_empty() {
        return Node::Text(text.into());
    }
    let all = marked(mark, Node::Text(inside.into()));
    if inside.len() == text.len() {
        return all;
    }
    let begin = text.len() - text.trim_start().len();
    let (before, behind) = (text.get(..begin), text.get(begin + inside.len()..));
    let space = |text: Option<&str>| {
        text.filter(|text| !text.is_empty())
            .map(|text| Node::Text(text.into()))
    };
    let around = [space(before), Some(all), space(behind)];
    Node::Block(around.into_iter().flatten().collect())
}

fn marked(mark: Mark, node: Node) -> Node {
    Node::Marked(mark, Box::new(node))
}

/// The arguments of the image among those of a call that shows one.
pub(crate) fn shown(arguments: &[Argument]) -> Option<&[Argument]> {
    arguments.iter().find_map(|argument| {
        let Node::Call(Function::Image, image) = &argument.value else {
            return None;
        };
        Some(image.as_slice())
    })
}

/// What an image shows, in words.
fn alternative(arguments: &[Argument]) -> String {
    match shown(arguments).and_then(|image| named(image, "alt")) {
        Some(Node::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

/// Strings in lists and dictionaries are for templates to work with.
fn each(items: &[Node], change: impl Fn(&Node) -> Node) -> Vec<Node> {
    items
        .iter()
        .map(|item| unless_text(item, &change))
        .collect()
}

fn each_field(fields: &[Field], change: impl Fn(&Node) -> Node) -> Vec<Field> {
    let changed = fields
        .iter()
        .map(|(key, value)| (key.clone(), unless_text(value, &change)));
    changed.collect()
}

fn unless_text(node: &Node, change: impl Fn(&Node) -> Node) -> Node {
    if matches!(node, Node::Text(_)) {
        return node.clone();
    }
    change(node)
}

/// Among the arguments of a call, strings are printed by some functions only.
fn each_argument(
    call: Function,
    arguments: &[Argument],
    change: impl Fn(&Node) -> Node,
) -> Vec<Argument> {
    let changed = arguments.iter().map(|argument| {
        let value = match &argument.value {
            Node::Text(_) if !call.prints_strings() => argument.value.clone(),
            Node::Call(function, _) if function.is_wordless() => argument.value.clone(),
            value @ (Node::Text(_)
            | Node::Atom(_)
            | Node::Number(_)
            | Node::Trace(_)
            | Node::Array(_)
            | Node::Dict(_)
            | Node::Call(..)
            | Node::Block(_)
            | Node::WithSource(..)
            | Node::Marked(..)
            | Node::Removed(_)) => change(value),
        };
        Argument {
            name: argument.name,
            value,
        }
    });
    changed.collect()
}
