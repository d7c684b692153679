//! Keys that somebody misspelt, and when it is safe to mend them.
//!
//! A fix may not change what an entry says. It is made where hardly anything but
//! the name can have been meant: a slip of one letter in a word of some length,
//! another case or another hyphen, and a value that the key takes.

use toml::de::DeValue;

use super::decode::Value;
use super::indonesian;
use super::scalar::Year;
use super::shape::{Key, Shape, Table};
use crate::address::Kind;
use crate::finding::{is_one_slip, only_nearest};

/// Shortest word in which one letter is a slip. In shorter ones it makes another
/// word: `nik` and `nip`, `data` and `date`.
const WORD: usize = 5;

/// The key that was meant, beyond doubt as far as its name goes.
pub fn meant<'s>(name: &str, shape: &'s Table) -> Option<&'s Key> {
    let known = shape.keys.iter().map(|key| key.name);
    match indonesian::keys(name, known.clone()).as_slice() {
        [only] => return shape.keys.iter().find(|key| key.name == *only),
        [] => {}
        _ => return None,
    }
    let nearest = only_nearest(name, known)?;
    let mut keys = shape.keys.iter();
    keys.find(|key| key.name == nearest && is_slip(name, key.name))
}

fn is_slip(name: &str, known: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().replace(['-', '_'], "");
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.to_lowercase().chars().collect();
        letters.sort_unstable();
        letters
    };
    let one_slip = is_one_slip(name, known);
    let long = name.chars().count().min(known.len()) >= WORD;
    plain(name) == plain(known) || (one_slip && (long || letters(name) == letters(known)))
}

/// Whether a key takes a value, which stands in one place and not in several
/// under one header or dotted key each.
pub(crate) fn fits(value: &Value<'_>, shape: &Shape, written: &str) -> bool {
    match value.get_ref() {
        DeValue::Table(_) if !written.starts_with('{') => false,
        DeValue::Array(items) if written.starts_with("[[") => {
            !holds_tables(value.get_ref()) && items.iter().all(|item| takes(shape, item.get_ref()))
        }
        value @ (DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)
        | DeValue::Array(_)
        | DeValue::Table(_)) => takes(shape, value),
    }
}

/// Whether a value is one that a key of the shape takes.
pub(crate) fn takes(shape: &Shape, value: &DeValue<'_>) -> bool {
    match (shape, value) {
        (Shape::Text, DeValue::String(text)) => !text.trim().is_empty(),
        (Shape::Boolean, DeValue::Boolean(_))
        | (Shape::Count | Shape::Money | Shape::Number, DeValue::Integer(_))
        | (Shape::Number, DeValue::Float(_)) => true,
        (Shape::Year, DeValue::Integer(number)) => Year::parse(number.as_str()).is_some(),
        (Shape::Date, DeValue::Datetime(date)) => date.date.is_some() && date.time.is_none(),
        (Shape::Word(words) | Shape::Code(words), DeValue::String(text)) => {
            words.contains(&text.as_ref())
        }
        (Shape::Reference, DeValue::String(text)) => {
            let scheme = text.split_once(':').map(|(scheme, _)| scheme);
            scheme.and_then(Kind::parse).is_some()
        }
        (Shape::List(item), DeValue::Array(items)) => {
            items.iter().all(|value| takes(item, value.get_ref()))
        }
        (Shape::Table(table), DeValue::Table(values)) => values.iter().all(|(key, value)| {
            let shape = table.shape(key.get_ref());
            shape.is_some_and(|shape| takes(shape, value.get_ref()))
        }),
        (Shape::ByYear(item), DeValue::Table(values)) => values.iter().all(|(key, value)| {
            Year::parse(key.get_ref()).is_some() && takes(item, value.get_ref())
        }),
        (Shape::ByName(item), DeValue::Table(values)) => {
            values.iter().all(|(_, value)| takes(item, value.get_ref()))
        }
        (
            Shape::Text
            | Shape::Boolean
            | Shape::Count
            | Shape::Money
            | Shape::Number
            | Shape::Year
            | Shape::Date
            | Shape::Word(_)
            | Shape::Code(_)
            | Shape::Reference
            | Shape::List(_)
            | Shape::Table(_)
            | Shape::ByYear(_)
            | Shape::ByName(_),
            _,
        ) => false,
    }
}

/// Whether there is a table in a value.
pub(crate) fn holds_tables(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::Table(_) => true,
        DeValue::Array(items) => items.iter().any(|item| holds_tables(item.get_ref())),
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_) => false,
    }
}

/// Whether tables may stand behind a key of a shape.
pub(crate) fn takes_tables(shape: &Shape) -> bool {
    match shape {
        Shape::Table(_) | Shape::ByYear(_) | Shape::ByName(_) => true,
        Shape::List(item) => takes_tables(item),
        Shape::Text
        | Shape::Boolean
        | Shape::Count
        | Shape::Money
        | Shape::Number
        | Shape::Year
        | Shape::Date
        | Shape::Word(_)
        | Shape::Code(_)
        | Shape::Reference => false,
    }
}
