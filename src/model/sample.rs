//! What a value of a shape looks like, for lines that have none.

use super::embed::EXPRESSION;
use super::mend::quoted;
use super::shape::Shape;

/// A value that a key of this shape takes. It stands for what only the writer knows:
/// text is `"…"`.
pub fn sample(shape: &Shape) -> String {
    match shape {
        Shape::Text => quoted("…"),
        Shape::Boolean => "true".to_owned(),
        Shape::Count => "1".to_owned(),
        Shape::Money => "150_000_000".to_owned(),
        Shape::Number => "72.5".to_owned(),
        Shape::Year => "2026".to_owned(),
        Shape::Date => "2026-01-31".to_owned(),
        Shape::Word(words) | Shape::Code(words) => quoted(words.first().copied().unwrap_or("…")),
        Shape::Reference => quoted("goal:…"),
        Shape::List(item) => format!("[{}]", sample(item)),
        Shape::ByYear(item) => format!("{{ 2026 = {} }}", sample(item)),
        Shape::ByName(_) => "{}".to_owned(),
        Shape::Table(table) => {
            let required = table.keys.iter().filter(|key| key.required);
            let keys = required.map(|key| format!("{} = {}", key.name, sample(&key.shape)));
            format!("{{ {} }}", keys.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A line with which a key of this shape begins: `[[budget]]`, `year = 2026`.
pub(crate) fn sample_line(key: &str, shape: &Shape) -> String {
    match shape.repeated() {
        Some(_) => format!("[[{key}]]"),
        None => format!("{key} = {}", sample_for(key, shape)),
    }
}

/// A value for a key of which more is known than its shape.
pub(crate) fn sample_for(key: &str, shape: &Shape) -> String {
    match key {
        EXPRESSION => quoted("quick-win"),
        "color" => quoted("#1d5b8f"),
        "partners" => "[\"opd:…\"]".to_owned(),
        _ => sample(shape),
    }
}
