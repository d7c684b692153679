//! Aligns two sequences of pieces.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use siphasher::sip::SipHasher13;

use super::visible::{entry, text_of, visible_hash, whole};
use crate::compose::typst::Node;
use crate::compose::typst::function::{Block, Function, Role};

/// How a piece of one or of both sequences goes on in the merged one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A piece of both, by its place in each.
    Both(usize, usize),
    /// A piece of the first alone.
    First(usize),
    /// A piece of the second alone.
    Second(usize),
}

/// A piece of one or of both sequences.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Pair<'n> {
    /// A piece of both, as each has it.
    Both(&'n Node, &'n Node),
    /// A piece of the first alone.
    First(&'n Node),
    /// A piece of the second alone.
    Second(&'n Node),
}

impl Step {
    /// The pieces that stand at the places of the step.
    pub(crate) fn pair<'n>(self, first: &'n [Node], second: &'n [Node]) -> Option<Pair<'n>> {
        Some(match self {
            Self::Both(from, to) => Pair::Both(first.get(from)?, second.get(to)?),
            Self::First(from) => Pair::First(first.get(from)?),
            Self::Second(to) => Pair::Second(second.get(to)?),
        })
    }

    /// The place in the second sequence.
    pub fn place(self) -> Option<usize> {
        match self {
            Self::Both(_, to) | Self::Second(to) => Some(to),
            Self::First(_) => None,
        }
    }
}

/// The pieces of two sequences in the order of the merged one.
pub(crate) fn pairs<'n>(first: &'n [Node], second: &'n [Node]) -> impl Iterator<Item = Pair<'n>> {
    let steps = align(first, second).into_iter();
    steps.filter_map(|step| step.pair(first, second))
}

/// From which share of common words on, in percent, two pieces are one that changed.
const ENOUGH: usize = 35;

/// Most pairs of pieces that are compared word by word at once.
const MOST: usize = 40_000;

/// What pieces have to be alike in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Kind {
    Call(Function),
    Data(Option<String>),
    List,
    Text,
}

/// What pieces are recognised by.
struct Traits {
    face: u64,
    kind: Kind,
    /// The entry that it is about: pieces about different ones are never the same.
    entry: Option<String>,
    /// A name that it most likely keeps.
    name: Option<String>,
    /// Hashes of its words, in order.
    words: Vec<u64>,
}

impl Traits {
    fn of(node: &Node) -> Self {
        let bare = node.bare();
        let text = whole(&text_of(bare));
        let words = text.split(|c: char| !c.is_alphanumeric());
        let mut words: Vec<u64> = words.filter(|word| !word.is_empty()).map(hash).collect();
        words.sort_unstable();
        let kind = match bare {
            Node::Call(function, _) => Kind::Call(*function),
            Node::Dict(_) => Kind::Data(match bare.get("kind") {
                Some(Node::Text(kind)) => Some(kind.clone()),
                _ => None,
            }),
            Node::Array(_) => Kind::List,
            Node::Text(_)
            | Node::Atom(_)
            | Node::Number(_)
            | Node::Trace(_)
            | Node::Block(_)
            | Node::WithSource(..)
            | Node::Marked(..)
            | Node::Removed(_) => Kind::Text,
        };
        let argument = if let Node::Call(_, arguments) = bare {
            arguments.first().map(|argument| &argument.value)
        } else {
            None
        };
        Self {
            face: visible_hash(bare),
            entry: argument
                .and_then(label)
                .or_else(|| {
                    let is_data = matches!(bare, Node::Dict(_) | Node::Array(_));
                    is_data.then(|| entry(bare)).flatten()
                })
                .map(str::to_owned)
                .or_else(|| source(bare)),
            name: name(argument.unwrap_or(bare)),
            kind,
            words,
        }
    }

    /// How likely it is the same piece, from 0 to 100.
    fn likeness(&self, other: &Self) -> usize {
        if self.kind != other.kind {
            return 0;
        }
        // Of which a part has one, that is the same whatever it says.
        if let Kind::Call(function) = self.kind
            && let Role::Block(Block::Sole | Block::Cover) = function.role()
        {
            return 100;
        }
        if let (Some(one), Some(other)) = (&self.entry, &other.entry) {
            return if one == other { 100 } else { 0 };
        }
        if self.name.is_some() && self.name == other.name {
            return 90;
        }
        let (mut first, mut second) = (self.words.iter().peekable(), other.words.iter().peekable());
        let mut common = 0_usize;
        while let (Some(a), Some(b)) = (first.peek(), second.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => drop(first.next()),
                std::cmp::Ordering::Greater => drop(second.next()),
                std::cmp::Ordering::Equal => {
                    common += 1;
                    first.next();
                    second.next();
                }
            }
        }
        let all = self.words.len() + other.words.len();
        (common * 200).checked_div(all).unwrap_or(100)
    }
}

/// The label of the data of a call.
fn label(data: &Node) -> Option<&str> {
    matches!(data.bare(), Node::Dict(_))
        .then(|| entry(data))
        .flatten()
}

/// What the money of a row of a chart comes from: the order of the rows is that of the
/// amounts.
fn source(data: &Node) -> Option<String> {
    data.get("rupiah")?;
    match data.get("name")?.bare() {
        Node::Text(name) => Some(name.clone()),
        other @ (Node::Atom(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Array(_)
        | Node::Dict(_)
        | Node::Call(..)
        | Node::Block(_)
        | Node::WithSource(..)
        | Node::Marked(..)
        | Node::Removed(_)) => Some(text_of(other)).filter(|name| !name.trim().is_empty()),
    }
}

/// What data is called: the key of a fact, the heads of a table, the first cell of a row.
fn name(node: &Node) -> Option<String> {
    let cells = match node.bare() {
        Node::Dict(_) => match (node.get("key"), node.get("columns"), node.get("cells")) {
            (Some(Node::Text(key)), ..) => return Some(key.clone()),
            (_, Some(columns), _) => {
                let caption = node.get("caption").filter(|caption| !caption.is_none());
                return Some(text_of(caption.unwrap_or(columns)));
            }
            (_, _, Some(Node::Array(cells))) => cells,
            _ => return None,
        },
        Node::Array(cells) => cells,
        Node::Text(_)
        | Node::Atom(_)
        | Node::Number(_)
        | Node::Trace(_)
        | Node::Call(..)
        | Node::Block(_)
        | Node::WithSource(..)
        | Node::Marked(..)
        | Node::Removed(_) => return None,
    };
    let first = cells.iter().find_map(|cell| {
        let text = text_of(cell);
        let words = text.trim();
        (!words.is_empty()).then(|| words.to_owned())
    });
    first.filter(|name| name.chars().any(char::is_alphabetic))
}

fn hash(word: &str) -> u64 {
    let mut hasher = SipHasher13::new();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// Finds out which pieces of two sequences are the same, and in which order all of them
/// stand: those of the second as they are, those of the first alone behind what stood
/// before them.
pub(crate) fn align(first: &[Node], second: &[Node]) -> Vec<Step> {
    let traits = |nodes: &[Node]| nodes.iter().map(Traits::of).collect::<Vec<_>>();
    let (old, new) = (traits(first), traits(second));
    let faces = |all: &[Traits]| all.iter().map(|one| one.face).collect::<Vec<_>>();
    let mut steps = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &faces(&old), &faces(&new)) {
        let (from, to) = (op.old_range(), op.new_range());
        match op {
            DiffOp::Equal { .. } => steps.extend(from.zip(to).map(|(a, b)| Step::Both(a, b))),
            DiffOp::Replace { .. } => gap(
                &old,
                &new,
                (from.start, from.end),
                (to.start, to.end),
                &mut steps,
            ),
            DiffOp::Delete { .. } | DiffOp::Insert { .. } => {
                steps.extend(from.map(Step::First));
                steps.extend(to.map(Step::Second));
            }
        }
    }
    reunite(&old, &new, steps)
}

/// Aligns what has no exact counterpart: the way through both with the greatest likeness.
fn gap(
    old: &[Traits],
    new: &[Traits],
    (from, from_end): (usize, usize),
    (to, to_end): (usize, usize),
    steps: &mut Vec<Step>,
) {
    let (rows, columns) = (from_end - from, to_end - to);
    if rows.saturating_mul(columns) > MOST {
        // By what they are about or called alone.
        let keys = |all: &[Traits], start: usize, end: usize| {
            let some = all.get(start..end).unwrap_or(&[]).iter();
            let keys = some.map(|one| {
                let key = one.entry.as_ref().or(one.name.as_ref());
                (one.kind.clone(), key.cloned())
            });
            keys.collect::<Vec<_>>()
        };
        let (a, b) = (keys(old, from, from_end), keys(new, to, to_end));
        for op in capture_diff_slices(Algorithm::Patience, &a, &b) {
            let (i, j) = (op.old_range(), op.new_range());
            match op {
                DiffOp::Equal { .. } => {
                    steps.extend(i.zip(j).map(|(i, j)| Step::Both(from + i, to + j)));
                }
                DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                    steps.extend(i.map(|i| Step::First(from + i)));
                    steps.extend(j.map(|j| Step::Second(to + j)));
                }
            }
        }
        return;
    }
    let (rows, columns): (Vec<usize>, Vec<usize>) =
        ((from..from_end).collect(), (to..to_end).collect());
    // best[i][j]: the greatest likeness of what comes from the i-th and the j-th on.
    let mut best = vec![vec![0_usize; columns.len() + 1]; rows.len() + 1];
    let mut likeness = vec![vec![0_usize; columns.len()]; rows.len()];
    let at = |table: &[Vec<usize>], i: usize, j: usize| {
        table
            .get(i)
            .and_then(|row| row.get(j))
            .copied()
            .unwrap_or_default()
    };
    for (i, &a) in rows.iter().enumerate().rev() {
        for (j, &b) in columns.iter().enumerate().rev() {
            let alike = match (old.get(a), new.get(b)) {
                (Some(a), Some(b)) => a.likeness(b),
                _ => 0,
            };
            let alike = if alike >= ENOUGH { alike } else { 0 };
            let paired = match alike {
                0 => 0,
                alike => at(&best, i + 1, j + 1) + alike,
            };
            let most = paired.max(at(&best, i + 1, j)).max(at(&best, i, j + 1));
            if let Some(cell) = best.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = most;
            }
            if let Some(cell) = likeness.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = alike;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    while let (Some(&a), Some(&b)) = (rows.get(i), columns.get(j)) {
        let alike = at(&likeness, i, j);
        if alike > 0 && at(&best, i, j) == at(&best, i + 1, j + 1) + alike {
            steps.push(Step::Both(a, b));
            i += 1;
            j += 1;
        } else if at(&best, i, j) == at(&best, i + 1, j) {
            steps.push(Step::First(a));
            i += 1;
        } else {
            steps.push(Step::Second(b));
            j += 1;
        }
    }
    steps.extend(rows.iter().skip(i).map(|&a| Step::First(a)));
    steps.extend(columns.iter().skip(j).map(|&b| Step::Second(b)));
}

/// Pieces about one entry are the same wherever they stand now: order is no change.
fn reunite(old: &[Traits], new: &[Traits], steps: Vec<Step>) -> Vec<Step> {
    let key = |all: &[Traits], at: usize| {
        let one = all.get(at)?;
        Some((one.kind.clone(), one.entry.clone()?))
    };
    let mut gone = BTreeMap::new();
    for step in &steps {
        if let Step::First(at) = step
            && let Some(key) = key(old, *at)
        {
            gone.entry(key).or_insert(*at);
        }
    }
    let mut moved = BTreeSet::new();
    let steps: Vec<Step> = steps
        .into_iter()
        .map(|step| match step {
            Step::Second(at) => match key(new, at).and_then(|key| gone.remove(&key)) {
                Some(from) => {
                    moved.insert(from);
                    Step::Both(from, at)
                }
                None => step,
            },
            Step::Both(..) | Step::First(_) => step,
        })
        .collect();
    let stays = |step: &Step| !matches!(step, Step::First(at) if moved.contains(at));
    steps.into_iter().filter(stays).collect()
}
