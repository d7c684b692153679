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
            match number(text, expected) {
                Some(number) => message!("wrong-type.quoted-number", text = number),
                None => message!("wrong-type.hint", expected = name(expected)),
            }
        }
        (DeValue::String(_), Date | DateWithoutTime) => message!("wrong-type.quoted-date"),
        (DeValue::Float(_), Rupiah) => message!("wrong-type.fraction"),
        (DeValue::Table(_), Tables) => message!("wrong-type.brackets"),
        _ => message!("wrong-type.hint", expected = name(expected)),
    }
}

/// A number that somebody wrote as text, as it is to be written: `Rp150.000.000` is
/// `150_000_000`, `75,5` is `75.5`. Nothing if it can be read in two ways.
fn number(text: &str, expected: Expected) -> Option<String> {
    let text = text.trim();
    let money = text
        .strip_prefix("Rp")
        .map(|rest| rest.trim_start_matches('.').trim());
    let text = money.unwrap_or(text);
    let text = text
        .strip_suffix(",-")
        .or(text.strip_suffix(",00"))
        .unwrap_or(text);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if digits(text) {
        return Some(text.to_owned());
    }
    if expected == Expected::Number
        && let Some((whole, part)) = text.split_once([',', '.'])
        && digits(whole)
        && digits(part)
        && part.len() != 3
    {
        return Some(format!("{whole}.{part}"));
    }
    let mut separators: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    separators.dedup();
    let [separator @ ('.' | ',' | '_' | ' ')] = separators.as_slice() else {
        return None;
    };
    let groups: Vec<&str> = text.split(*separator).collect();
    let (first, rest) = groups.split_first()?;
    let good = digits(first)
        && first.len() <= 3
        && rest.iter().all(|group| digits(group) && group.len() == 3);
    // One group behind a separator may be a fraction.
    let sure = expected != Expected::Number || rest.len() > 1;
    (good && sure).then(|| groups.join("_"))
}

#[cfg(test)]
mod tests {
    use super::{Expected, number};

    #[test]
    fn a_number_in_quotation_marks_is_proposed_as_it_is_to_be_written() {
        for (text, written) in [
            ("Rp150.000.000", Some("150_000_000")),
            ("Rp. 150.000.000,00", Some("150_000_000")),
            ("Rp 1.250.000,-", Some("1_250_000")),
            ("175.000.000", Some("175_000_000")),
            ("175,000,000", Some("175_000_000")),
            ("150000", Some("150000")),
            ("150 juta", None),
            ("1.50.000", None),
            ("1.000,50", None),
            ("", None),
        ] {
            assert_eq!(number(text, Expected::Rupiah).as_deref(), written, "{text}");
        }
        for (text, written) in [
            ("75,5", Some("75.5")),
            ("75.5", Some("75.5")),
            ("1.250.000", Some("1_250_000")),
            ("1.250", None),
            ("7", Some("7")),
        ] {
            assert_eq!(number(text, Expected::Number).as_deref(), written, "{text}");
        }
    }
}
