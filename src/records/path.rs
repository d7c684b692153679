//! Where in an entry a value stands.

use std::fmt;

use crate::model::{Year, naming};
use crate::source::Span;
use crate::value::Value;

/// Where in an entry a value stands: `indicator "Waktu tanggap", targets 2027`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path {
    /// The key of the entry, as it is written in TOML; empty for the entry itself.
    pub(crate) field: &'static str,
    /// What tells the items of a list apart, whatever their order.
    pub item: Vec<Value>,
    /// Which of several items that are alike, from 0.
    pub nth: u32,
    /// The key of the item; empty for the item itself.
    pub key: &'static str,
    /// The year, in a table by years.
    pub year: Option<Year>,
}

impl Path {
    /// The path of a key of the entry.
    pub fn of(field: &'static str) -> Self {
        Self {
            field,
            item: Vec::new(),
            nth: 0,
            key: "",
            year: None,
        }
    }

    /// Whether it stands in the same item as another.
    pub(crate) fn is_beside(&self, other: &Self) -> bool {
        (self.field, &self.item, self.nth) == (other.field, &other.item, other.nth)
    }

    /// The items in which its own item stands, from the outermost: the list of each, and what it
    /// is called. None of what stands in no item, or in an item of the entry itself.
    pub(crate) fn around(&self) -> impl DoubleEndedIterator<Item = (&'static str, &[Value])> {
        let lists = naming::around(self.field).iter();
        lists.filter_map(|list| Some((*list, self.item.get(..naming::names(list).len())?)))
    }

    /// What its item is called in the item around it, or in the entry.
    pub(crate) fn own_name(&self) -> &[Value] {
        let around = self.around().next_back();
        let around = around.map_or(0, |(_, name)| name.len());
        self.item.get(around..).unwrap_or(&[])
    }

    /// Whether it is the entry itself.
    pub(crate) fn is_entry(&self) -> bool {
        self.field.is_empty()
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.field)?;
        if !self.item.is_empty() {
            let names: Vec<String> = self.item.iter().map(Value::to_string).collect();
            write!(f, "[{}]", names.join(" "))?;
        }
        if self.nth > 0 {
            write!(f, "#{}", u64::from(self.nth) + 1)?;
        }
        if !self.key.is_empty() {
            write!(f, ".{}", self.key)?;
        }
        match self.year {
            Some(year) => write!(f, ".{year}"),
            None => Ok(()),
        }
    }
}

/// A value of an entry and its place.
#[derive(Debug, Clone)]
pub struct Field {
    /// Where in the entry.
    pub path: Path,
    /// The value.
    pub value: Value,
    /// Where it was written.
    pub span: Span,
}
