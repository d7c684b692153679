//! Values as people, Excel and Word write them, and what TOML writes in their place.
//!
//! In: what somebody wrote, without quotation marks, and what the key takes. Out: what
//! may have been meant, as values of TOML that the key accepts.

mod date;
mod failure;
mod number;
pub(crate) mod offer;
mod truth;
mod words;
mod year;

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::shape::Shape;
pub(super) use crate::pattern::literal_pattern as literal;

pub(crate) use failure::begins_failure;
pub use failure::failure;
pub(crate) use number::is_nothing;
pub(crate) use words::in_words;

/// What may have been meant by a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    /// The values as TOML writes them, the likeliest first; none if the value says that
    /// there is nothing to write.
    pub values: Vec<String>,
    /// Whether nothing but the first value can have been meant.
    pub(crate) sure: bool,
    /// What else is to be said about it.
    pub remark: Option<Remark>,
}

impl Meant {
    /// One value, beyond doubt.
    pub(crate) fn sure(value: impl Into<String>) -> Self {
        Self {
            values: vec![value.into()],
            sure: true,
            remark: None,
        }
    }

    /// Some values, of which each may have been meant.
    pub(crate) fn perhaps(values: Vec<String>) -> Self {
        Self {
            values,
            sure: false,
            remark: None,
        }
    }

    /// The same with something else to be said.
    #[must_use]
    pub fn with(mut self, remark: Remark) -> Self {
        self.remark = Some(remark);
        self
    }
}

/// What is to be said about a value beside how it is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The percent sign belongs to the unit.
    Percent,
    /// What was counted belongs to the unit.
    Unit,
    /// It was one of several values.
    OneOnly,
    /// One number is wanted.
    OneNumber,
    /// It was a bound.
    Bound,
    /// It says that there is no value.
    Nothing,
    /// Money is whole rupiah.
    Whole,
    /// A point or a comma may separate thousands or decimals.
    Separator,
    /// A letter stands for a million or for a thousand millions.
    Scale,
    /// Excel shortened it, so that digits are gone.
    Shortened,
    /// It was negative.
    Negative,
    /// It was the number by which Excel counts this day.
    Serial(String),
    /// It is one day or the other, as the day or the month stands first.
    Days(Date, Date),
    /// The day was left out.
    WholeMonth,
    /// It was a part of a year.
    PartOfYear,
    /// The time of the day was left out.
    Time,
    /// The month does not have so many days.
    NoSuchDay,
    /// The years are examples.
    Years,
    /// Excel dropped digits that nobody can tell.
    LostDigits,
    /// It is what Excel shows where it has no value, or a formula.
    Failure(String),
}

/// What may have been meant by `text`, which stands behind `key`, where the key takes
/// values of this shape. `None` if nobody can tell.
pub fn meant(text: &str, shape: &Shape, key: &str) -> Option<Meant> {
    let text = tidy(text);
    match shape {
        Shape::Money => number::number(&text, number::Wanted::Money),
        Shape::Number => number::number(&text, number::Wanted::Decimal),
        Shape::Count => number::number(&text, number::Wanted::Count),
        Shape::Year => year::year(&text),
        Shape::Date => date::date(&text, key),
        Shape::Boolean => truth::truth(&text),
        Shape::Text
        | Shape::Word(_)
        | Shape::Code(_)
        | Shape::Reference
        | Shape::List(_)
        | Shape::Table(_)
        | Shape::ByYear(_)
        | Shape::ByName(_) => None,
    }
}

/// Text without the marks around it, odd spaces and odd hyphens.
fn tidy(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}'))
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{2018}' | '\u{2019}' | '\u{2032}' => '\'',
            // Signs as wide as those of Chinese.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    // Excel marks a number that is text with an apostrophe before it.
    let joined = words.join(" ");
    joined.trim_matches('\'').trim().to_owned()
}

type Pattern = LazyLock<Regex>;
