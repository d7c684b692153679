//! What TOML says, without how it is written.

use std::collections::BTreeMap;

use toml_edit::{Item, TableLike, Value};

use crate::model::naming;

/// A value of TOML. Equal values mean the same: neither the order of keys and of most lists
/// nor the layout is part of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// A single value, with its type.
    Single(&'static str, String),
    /// A list, in its order if that means something.
    List(Vec<Self>),
    /// Keys with their values.
    Table(BTreeMap<String, Self>),
}

impl Meaning {
    /// What an item under a key says.
    pub fn of(key: &str, item: &Item) -> Self {
        match item {
            Item::None => Self::Table(BTreeMap::new()),
            Item::Value(value) => Self::of_value(key, value),
            Item::Table(table) => Self::of_table(table),
            Item::ArrayOfTables(tables) => {
                let tables = tables.iter().map(|table| Self::of_table(table));
                Self::of_list(key, tables.collect())
            }
        }
    }

    /// What a table says. A list of tables without one does not stand in a file.
    pub(crate) fn of_table(table: &dyn TableLike) -> Self {
        let said = table.iter().filter(|(_, item)| match item {
            Item::ArrayOfTables(tables) => !tables.is_empty(),
            Item::None => false,
            Item::Value(_) | Item::Table(_) => true,
        });
        let said = said.map(|(key, item)| (key.to_owned(), Self::of(key, item)));
        Self::Table(said.collect())
    }

    fn of_value(key: &str, value: &Value) -> Self {
        match value {
            Value::String(text) => Self::Single("text", text.value().clone()),
            Value::Integer(number) => Self::Single("integer", number.value().to_string()),
            // As it was written: 2.50 has more digits than 2.5.
            Value::Float(number) => Self::Single("decimal", number.display_repr().replace('_', "")),
            Value::Boolean(flag) => Self::Single("flag", flag.value().to_string()),
            Value::Datetime(day) => Self::Single("date", day.value().to_string()),
            Value::Array(items) => {
                let items = items.iter().map(|item| Self::of_value(key, item));
                Self::of_list(key, items.collect())
            }
            Value::InlineTable(table) => Self::of_table(table),
        }
    }

    fn of_list(key: &str, mut items: Vec<Self>) -> Self {
        if !naming::is_ordered(key) {
            items.sort();
        }
        Self::List(items)
    }

    /// Whether two values are one number, however many zeros stand behind it.
    pub(crate) fn is_same_number(&self, other: &Self) -> bool {
        let number = |meaning: &Self| match meaning {
            Self::Single("integer" | "decimal", digits) => {
                let digits = digits.strip_prefix('+').unwrap_or(digits);
                let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
                let is_plain = !digits.contains(['e', 'E', 'n', 'i']);
                let decimals = decimals.trim_end_matches('0').to_owned();
                is_plain.then(|| (whole.to_owned(), decimals))
            }
            Self::Single(..) | Self::List(_) | Self::Table(_) => None,
        };
        number(self).is_some_and(|own| number(other) == Some(own))
    }

    /// What an item of the list under `key` is called; `None` if it has no name.
    pub fn name(&self, key: &str) -> Option<String> {
        let Self::Table(said) = self else {
            return None;
        };
        naming::name(key, |key| match said.get(key)? {
            Self::Single(_, value) => Some(value.clone()),
            Self::List(_) | Self::Table(_) => None,
        })
    }

    /// How much of what either of two values says is said by both, in percent.
    pub(crate) fn share(&self, other: &Self) -> usize {
        let (own, others) = (self.leaves(), other.leaves());
        let both = own.iter().filter(|leaf| others.contains(leaf)).count();
        let either = own.len().saturating_add(others.len()).saturating_sub(both);
        both.saturating_mul(100).checked_div(either).unwrap_or(0)
    }

    /// The single values, each with where it stands.
    fn leaves(&self) -> Vec<(String, &Self)> {
        match self {
            Self::Single(..) => vec![(String::new(), self)],
            Self::List(items) => {
                let items = items.iter().flat_map(Self::leaves);
                items.collect()
            }
            Self::Table(said) => {
                let keys = said.iter().flat_map(|(key, value)| {
                    let leaves = value.leaves().into_iter();
                    leaves.map(move |(place, leaf)| (format!("{key}.{place}"), leaf))
                });
                keys.collect()
            }
        }
    }
}
