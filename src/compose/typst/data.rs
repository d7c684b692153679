//! Data as Typst expressions.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Node;
use super::lower;
use super::node::Field;
use crate::compose::tree::{Content, Flow};

/// What a template receives.
pub(crate) trait Data: Sized {
    /// This as an expression.
    fn node(self) -> Node;

    /// Adds this as the field of a dictionary, named as in Rust.
    fn add(self, name: &'static str, fields: &mut Vec<Field>) {
        let name = if name.contains('_') {
            Cow::Owned(name.replace('_', "-"))
        } else {
            Cow::Borrowed(name)
        };
        fields.push((name, self.node()));
    }
}

impl Data for Content {
    fn node(self) -> Node {
        lower::content(self)
    }
}

impl Data for Flow {
    fn node(self) -> Node {
        lower::flow(self)
    }
}

impl Data for String {
    fn node(self) -> Node {
        Node::Text(self)
    }
}

impl Data for &str {
    fn node(self) -> Node {
        Node::Text(self.to_owned())
    }
}

impl Data for bool {
    fn node(self) -> Node {
        Node::Atom(self.to_string())
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {
        $(impl Data for $number {
            fn node(self) -> Node {
                Node::Atom(self.to_string())
            }
        })*
    };
}

numbers! { i16 i64 u32 usize }

impl<T: Data> Data for Option<T> {
    fn node(self) -> Node {
        self.map_or_else(Node::none, Data::node)
    }
}

impl<T: Data> Data for Vec<T> {
    fn node(self) -> Node {
        Node::Array(self.into_iter().map(Data::node).collect())
    }
}

impl<T: Data, const N: usize> Data for [T; N] {
    fn node(self) -> Node {
        Node::Array(self.into_iter().map(Data::node).collect())
    }
}

impl<T: Data> Data for BTreeMap<String, T> {
    fn node(self) -> Node {
        let fields = self.into_iter();
        Node::Dict(
            fields
                .map(|(key, value)| (key.into(), value.node()))
                .collect(),
        )
    }
}
