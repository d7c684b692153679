//! Values that TOML does not take, or not there, as they were meant.
//!
//! In: the letters that stand behind a key, and what the key takes. Out: values of TOML
//! that the key accepts. Each is parsed and held against the shape before it is offered,
//! so that no hint leads to the next mistake.

mod line;
mod list;
mod table;
mod text;

use toml::de::{DeTable, DeValue};

use super::customary::{self, Meant, Remark};
use super::indonesian;
use super::misspelt::takes;
use super::shape::Shape;
use crate::address::Kind;
use crate::finding::only_nearest;

pub use line::{Begun, Mended, names};
pub(crate) use line::{Mistake, key_of, line};
pub(crate) use table::{FIRST_YEAR, from_year};
pub(crate) use text::{color, quoted};

/// What may have been meant by `raw`, which stands behind `key`, where the key takes
/// values of this shape. `None` if nobody can tell.
pub(crate) fn value(raw: &str, shape: &Shape, key: &str) -> Option<Meant> {
    let raw = raw.trim();
    if let Some(failure) = customary::failure(text::bare(raw)) {
        let remark = Remark::Failure(failure.to_owned());
        return Some(Meant::perhaps(Vec::new()).with(remark));
    }
    let list = matches!(shape, Shape::List(_));
    if list && !raw.starts_with(['[', '{']) && customary::is_nothing(text::bare(raw)) {
        return Some(Meant::perhaps(Vec::new()).with(Remark::Nothing));
    }
    let mut meant = match shape {
        Shape::Text if key == "color" => text::color(raw)?,
        Shape::Text => text::text(raw, key)?,
        Shape::Word(words) | Shape::Code(words) => word(text::bare(raw), words)?,
        Shape::Reference => reference(text::bare(raw))?,
        Shape::Boolean
        | Shape::Count
        | Shape::Money
        | Shape::Number
        | Shape::Year
        | Shape::Date => customary::meant(text::bare(alone(raw)), shape, key)?,
        Shape::List(item) => list::list(raw, item, key)?,
        Shape::Table(table) => table::table(raw, table)?,
        Shape::ByYear(item) => table::by_year(raw, item)?,
        Shape::ByName(_) => return None,
    };
    let some = !meant.values.is_empty();
    meant.values.retain(|value| is_accepted(value, shape));
    (!some || !meant.values.is_empty()).then_some(meant)
}

/// The only item of a list, or what is no list.
fn alone(raw: &str) -> &str {
    let inner = raw
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    match inner.map(list::items).as_deref() {
        Some([only]) => only,
        _ => raw,
    }
}

/// Whether a text is a value of TOML that a key of this shape takes.
pub(crate) fn is_accepted(value: &str, shape: &Shape) -> bool {
    parsed(value, |value| takes(shape, value))
}

/// What is said of the one value that a text is; `false` if it is none.
fn parsed(text: &str, says: impl Fn(&DeValue<'_>) -> bool) -> bool {
    let line = format!("x = {text}");
    let Ok(table) = DeTable::parse(&line) else {
        return false;
    };
    let table = table.get_ref();
    let value = table.get("x").filter(|_| table.len() == 1);
    value.is_some_and(|value| says(value.get_ref()))
}

/// A word of a fixed list.
fn word(text: &str, words: &[&'static str]) -> Option<Meant> {
    let text = text.trim();
    if let Some(word) = words.iter().find(|word| **word == text) {
        return Some(Meant::sure(quoted(word)));
    }
    let named = indonesian::words(text, words);
    if let [word] = named.as_slice() {
        return Some(Meant::sure(quoted(word)));
    }
    if !named.is_empty() {
        return Some(Meant::perhaps(named.into_iter().map(quoted).collect()));
    }
    let nearest = only_nearest(text, words.iter().copied())?;
    Some(Meant::perhaps(vec![quoted(nearest)]))
}

/// A reference that names its kind, perhaps by another name.
fn reference(text: &str) -> Option<Meant> {
    let (kind, id) = text.split_once(':')?;
    let (kind, id) = (kind.trim(), id.trim());
    let kinds: Vec<&'static str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    let kind = match kinds.iter().find(|known| **known == kind) {
        Some(known) => known,
        None => match indonesian::words(kind, &kinds).as_slice() {
            [only] => *only,
            _ => only_nearest(kind, kinds.iter().copied())?,
        },
    };
    (!id.is_empty()).then(|| Meant::sure(quoted(&format!("{kind}:{id}"))))
}
