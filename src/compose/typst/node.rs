//! Typst code as a tree of expressions.
//!
//! Parts use only a little of Typst: literals, lists, dictionaries, calls and blocks.

use std::borrow::Cow;

use super::function::Function;
use crate::compose::trace::Origin;
use crate::compose::tree::{Mark, PlaceNumber};

/// An expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A string.
    Text(String),
    /// What stands for itself: `none`, `12`, `50%`, `[]`.
    Atom(String),
    /// A number of a place that is not settled yet.
    Number(PlaceNumber),
    /// Where what comes behind it is from.
    Trace(Origin),
    /// A list.
    Array(Vec<Node>),
    /// A dictionary.
    Dict(Vec<Field>),
    /// A call.
    Call(Function, Vec<Argument>),
    /// Statements whose content is joined.
    Block(Vec<Node>),
    /// An expression that was written there.
    WithSource(Origin, Box<Node>),
    /// Content with a mark.
    Marked(Mark, Box<Node>),
    /// What only the first plan has.
    Removed(Box<Node>),
}

/// A key of a dictionary and its value.
pub(crate) type Field = (Cow<'static, str>, Node);

/// An argument of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// Its name, if it is given by name.
    pub name: Option<&'static str>,
    /// Its value.
    pub value: Node,
}

impl Argument {
    /// One that is given by its place.
    pub(crate) fn plain(value: Node) -> Self {
        Self { name: None, value }
    }

    /// One that is given by name.
    pub(crate) fn named(name: &'static str, value: Node) -> Self {
        let name = Some(name);
        Self { name, value }
    }
}

/// The argument of a name.
pub(crate) fn named<'n>(arguments: &'n [Argument], name: &str) -> Option<&'n Node> {
    let mut arguments = arguments.iter();
    let found = arguments.find(|argument| argument.name == Some(name));
    found.map(|argument| &argument.value)
}

/// A statement of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// A part in a file of its own, by its path.
    Include(String),
    /// A template around all that follows, with its data.
    Show(Function, Node),
    /// Content.
    Content(Node),
}

impl Node {
    /// Nothing, as a value.
    pub(crate) fn none() -> Self {
        Self::Atom("none".into())
    }

    /// Content in which there is nothing.
    pub fn empty() -> Self {
        Self::Block(Vec::new())
    }

    /// A call whose arguments are given by their places.
    pub(crate) fn call<const N: usize>(function: Function, arguments: [Self; N]) -> Self {
        let arguments = arguments.into_iter().map(Argument::plain);
        Self::Call(function, arguments.collect())
    }

    /// The end of a line.
    pub(crate) fn line_break() -> Self {
        Self::Call(Function::Linebreak, Vec::new())
    }

    /// Whether this is the value `none`.
    pub fn is_none(&self) -> bool {
        matches!(self, Self::Atom(code) if code == "none")
    }

    /// This without where it was written.
    pub(crate) fn bare(&self) -> &Self {
        match self {
            Self::WithSource(_, inner) => inner.bare(),
            Self::Text(_)
            | Self::Atom(_)
            | Self::Number(_)
            | Self::Trace(_)
            | Self::Array(_)
            | Self::Dict(_)
            | Self::Call(..)
            | Self::Block(_)
            | Self::Marked(..)
            | Self::Removed(_) => self,
        }
    }

    /// Whether this prints, and is no value that a template works with.
    pub(crate) fn is_content(&self) -> bool {
        match self {
            Self::Call(..)
            | Self::Block(_)
            | Self::Number(_)
            | Self::Trace(_)
            | Self::Marked(..) => true,
            Self::Atom(code) => code == "[]",
            Self::WithSource(_, inner) | Self::Removed(inner) => inner.is_content(),
            Self::Text(_) | Self::Array(_) | Self::Dict(_) => false,
        }
    }

    /// The value of a key of a dictionary.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Dict(fields) = self.bare() else {
            return None;
        };
        let found = fields.iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value)
    }

    /// Replaces the value of a key of a dictionary that has it.
    pub fn set(&mut self, key: &str, new: Self) {
        match self {
            Self::WithSource(_, inner) => inner.set(key, new),
            Self::Dict(fields) => {
                if let Some((_, value)) = fields.iter_mut().find(|(name, _)| name == key) {
                    *value = new;
                }
            }
            Self::Text(_)
            | Self::Atom(_)
            | Self::Number(_)
            | Self::Trace(_)
            | Self::Array(_)
            | Self::Call(..)
            | Self::Block(_)
            | Self::Marked(..)
            | Self::Removed(_) => {}
        }
    }

    /// The statements that this joins.
    pub(crate) fn statements(self) -> Vec<Self> {
        match self {
            Self::Block(statements) => {
                let nested = statements.into_iter().map(Self::statements);
                nested.flatten().collect()
            }
            // What has nothing in it joins nothing.
            Self::Atom(code) if code == "[]" => Vec::new(),
            other @ (Self::Text(_)
            | Self::Atom(_)
            | Self::Number(_)
            | Self::Trace(_)
            | Self::Array(_)
            | Self::Dict(_)
            | Self::Call(..)
            | Self::WithSource(..)
            | Self::Marked(..)
            | Self::Removed(_)) => vec![other],
        }
    }
}

impl Statement {
    /// The content that this is; `None` of other lines.
    pub fn content(&self) -> Option<&Node> {
        match self {
            Self::Content(node) => Some(node),
            Self::Include(_) | Self::Show(..) => None,
        }
    }
}
