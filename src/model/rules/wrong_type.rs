//! A value of another type than the key takes.

use toml::de::DeValue;

use crate::finding::{Finding, Group, Rule, offer};
use crate::language::{Message, Words, message};
use crate::model::shape::Shape;
use crate::model::{Expected, Meant, sample_for};
use crate::source::Span;

/// The rule `wrong-type` (STR008).
pub static RULE: Rule = Rule::error("STR008", "wrong-type", Group::Structure)
    .fixed_level()
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "[[budget]]\namount = \"1.250.000\"",
        "[[budget]]\namount = 1_250_000",
    );

/// What the key takes, what stands there, and what may have been meant.
pub fn finding(
    span: Span,
    (key, shape): (&str, &Shape),
    value: &DeValue<'_>,
    meant: Option<&Meant>,
) -> Finding {
    let expected = Expected::of(shape, value);
    let finding = with(span, expected, value);
    let Some(meant) = meant else {
        return finding.hint(hint(key, shape, expected));
    };
    let text = matches!(value, DeValue::String(_));
    let hint = match (meant.values.as_slice(), &meant.remark) {
        ([only], None) if meant.sure && text => quoted(expected, only),
        _ => meant.offer(),
    };
    let finding = finding.hint(hint);
    match meant.values.first().filter(|_| meant.sure) {
        Some(first) => finding.respell(span, first),
        None => finding,
    }
}

/// A table by years where a table with a year is wanted.
pub(crate) fn by_year(
    span: Span,
    (key, shape): (&str, &Shape),
    value: &DeValue<'_>,
    meant: &Meant,
) -> Finding {
    let mut finding = finding(span, (key, shape), value, Some(meant));
    finding.message = message!("wrong-type.by-year", key = key);
    finding
}

/// A table whose name stands in single brackets.
pub(crate) fn single_brackets(span: Span, key: &str, value: &DeValue<'_>, header: bool) -> Finding {
    let name = format!("[[{key}]]");
    let finding = with(span, Expected::Tables, value);
    let finding = finding.hint(message!("wrong-type.brackets", name = &name));
    if header {
        finding.respell(span, name)
    } else {
        finding
    }
}

/// A table whose name stands in double brackets; `only` if it does so once.
pub(crate) fn double_brackets(span: Span, key: &str, value: &DeValue<'_>, only: bool) -> Finding {
    let name = format!("[{key}]");
    let finding = with(span, Expected::Table, value);
    let finding = finding.hint(message!("wrong-type.single-brackets", name = &name));
    if only {
        finding.respell(span, name)
    } else {
        finding
    }
}

fn with(span: Span, expected: Expected, value: &DeValue<'_>) -> Finding {
    let message = message!(
        "wrong-type",
        expected = expected.name(),
        found = name_of(value)
    );
    Finding::new(&RULE, span, message)
}

/// What to write in place of text.
fn quoted(expected: Expected, value: &str) -> Message {
    match expected {
        Expected::Rupiah | Expected::Number | Expected::WholeNumber => {
            message!("wrong-type.quoted-number", text = value)
        }
        Expected::Year | Expected::Date | Expected::DateWithoutTime | Expected::Boolean => {
            message!("wrong-type.quoted", text = value)
        }
        Expected::Text | Expected::List | Expected::Tables | Expected::Table => offer::write(value),
    }
}

fn name_of(value: &DeValue<'_>) -> Message {
    match value {
        DeValue::String(_) => message!("type-text"),
        DeValue::Integer(_) => message!("type-whole-number"),
        DeValue::Float(_) => message!("type-decimal"),
        DeValue::Boolean(_) => message!("type-boolean"),
        DeValue::Datetime(_) => message!("type-date-or-time"),
        DeValue::Array(_) => message!("type-list"),
        DeValue::Table(_) => message!("type-table"),
    }
}

/// What such a value looks like.
fn hint(key: &str, shape: &Shape, expected: Expected) -> Message {
    if let Shape::Word(words) | Shape::Code(words) = shape {
        return message!("one-of", known = Words(words));
    }
    match shape.repeated() {
        Some(_) => message!("wrong-type.brackets", name = format!("[[{key}]]")),
        None => message!(
            "wrong-type.hint",
            expected = expected.name(),
            example = sample_for(key, shape)
        ),
    }
}
