//! A value of another type than the key takes.

use toml::de::DeValue;

use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::model::Expected;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::error("STR008", "wrong-type", Group::Structure)
    .firm()
    .example("amount = \"1.250.000\"", "amount = 1_250_000");

/// What the key takes, and what stands there.
pub fn found(span: Span, expected: Expected, found: &DeValue<'_>) -> Finding {
    let message = message!(
        "wrong-type",
        expected = name(expected),
        found = name_of(found)
    );
    Finding::new(&RULE, span, message).hint(hint(expected, found))
}

fn name(expected: Expected) -> Message {
    match expected {
        Expected::Text => message!("type-text"),
        Expected::Boolean => message!("type-true-or-false"),
        Expected::WholeNumber => message!("type-whole-number"),
        Expected::Rupiah => message!("type-rupiah"),
        Expected::Number => message!("type-number"),
        Expected::Year => message!("type-year"),
        Expected::Date => message!("type-date"),
        Expected::DateWithoutTime => message!("type-date-without-time"),
        Expected::List => message!("type-list"),
        Expected::Tables => message!("type-tables"),
        Expected::Table => message!("type-table"),
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

fn hint(expected: Expected, found: &DeValue<'_>) -> Message {
    use Expected::{Date, DateWithoutTime, Number, Rupiah, Tables, WholeNumber, Year};
    match (found, expected) {
        (DeValue::String(text), WholeNumber | Rupiah | Number | Year) => {
            message!("wrong-type.quoted-number", text = text.as_ref())
        }
        (DeValue::String(_), Date | DateWithoutTime) => message!("wrong-type.quoted-date"),
        (DeValue::Float(_), Rupiah) => message!("wrong-type.fraction"),
        (DeValue::Table(_), Tables) => message!("wrong-type.brackets"),
        _ => message!("wrong-type.hint", expected = name(expected)),
    }
}
