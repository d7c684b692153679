//! Values that a plan is made of: money, quantities, years, dates, ids.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;
use std::str::FromStr;

use jiff::civil::Date;
use rust_decimal::Decimal;
use toml::de::DeValue;

use super::customary;
use super::decode::{Context, FromToml, Value};
use super::shape::Shape;
use crate::language::message;
use crate::model::rules;

/// An amount of money in whole rupiah.
///
/// A single amount fits in 64 bits, as TOML integers do; the 128 bits hold the
/// sum of 2⁶⁴ of them, so that adding cannot overflow for any plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Rupiah(pub i128);

impl Add for Rupiah {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Rupiah {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::default(), Add::add)
    }
}

impl FromToml for Rupiah {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let DeValue::Integer(number) = value.get_ref() else {
            cx.wrong_type(value, &Self::shape());
            return None;
        };
        match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(amount) if amount < 0 => {
                let span = cx.span(value.span());
                cx.report(rules::negative_amount::finding(span));
                None
            }
            Ok(amount) => Some(Self(amount.into())),
            Err(_) => {
                cx.invalid_number(
                    value,
                    number,
                    message!("invalid-value.amount"),
                    message!("invalid-value.amount-hint"),
                );
                None
            }
        }
    }

    fn shape() -> Shape {
        Shape::Money
    }
}

/// The least number with more digits than a decimal may have, which are 28.
const TOO_MANY_DIGITS: u128 = 10_u128.pow(28);

/// A decimal value with the digits as they were written: `2.870` stays `2.870`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity(pub Decimal);

impl FromToml for Quantity {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let parsed = match value.get_ref() {
            DeValue::Integer(number) => {
                let whole = i64::from_str_radix(number.as_str(), number.radix());
                if whole.is_err() {
                    cx.invalid_number(
                        value,
                        number,
                        message!("invalid-value.whole"),
                        message!("invalid-value.whole-hint"),
                    );
                }
                return whole.ok().map(|whole| Self(whole.into()));
            }
            DeValue::Float(number) if !number.as_str().is_ascii() => {
                cx.no_number(value, "invalid float");
                return None;
            }
            DeValue::Float(number) => {
                let digits = number.as_str().replace('_', "");
                let digits = digits.strip_prefix('+').unwrap_or(&digits);
                Decimal::from_str_exact(digits)
                    .or_else(|_| Decimal::from_scientific(digits))
                    .ok()
                    .filter(|decimal| decimal.mantissa().unsigned_abs() < TOO_MANY_DIGITS)
            }
            DeValue::String(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => {
                cx.wrong_type(value, &Self::shape());
                return None;
            }
        };
        if parsed.is_none() {
            cx.invalid(
                value,
                message!("invalid-value.inexact"),
                message!("invalid-value.inexact-hint"),
            );
        }
        parsed.map(Self)
    }

    fn shape() -> Shape {
        Shape::Number
    }
}

/// A calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(pub i16);

impl Year {
    /// First and last year that a plan can name.
    pub(crate) const RANGE: std::ops::RangeInclusive<i16> = 1900..=2200;

    /// The year written in exactly four digits, if it is in [`Self::RANGE`].
    pub fn parse(text: &str) -> Option<Self> {
        let year = i16::from_str(text).ok()?;
        (text.len() == 4 && Self::RANGE.contains(&year)).then_some(Self(year))
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromToml for Year {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let DeValue::Integer(number) = value.get_ref() else {
            cx.wrong_type(value, &Self::shape());
            return None;
        };
        let year = i16::from_str_radix(number.as_str(), number.radix());
        let year = year.ok().filter(|year| Self::RANGE.contains(year));
        if year.is_none() {
            let meant = customary::meant(number.as_str(), &Shape::Year, "");
            let hint = match meant {
                Some(meant) if number.radix() == 10 => meant.offer(),
                _ => message!("invalid-value.year-hint"),
            };
            cx.invalid_number(value, number, message!("invalid-value.year"), hint);
        }
        year.map(Self)
    }

    fn shape() -> Shape {
        Shape::Year
    }
}

impl FromToml for Date {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let DeValue::Datetime(found) = value.get_ref() else {
            cx.wrong_type(value, &Self::shape());
            return None;
        };
        let (Some(date), None, None) = (found.date, found.time, found.offset) else {
            cx.wrong_type(value, &Self::shape());
            return None;
        };
        let parsed = i16::try_from(date.year)
            .ok()
            .filter(|year| Year::RANGE.contains(year))
            .zip(i8::try_from(date.month).ok())
            .zip(i8::try_from(date.day).ok())
            .and_then(|((year, month), day)| Date::new(year, month, day).ok());
        if parsed.is_none() {
            cx.invalid(
                value,
                message!("invalid-value.date"),
                message!("invalid-value.date-hint"),
            );
        }
        parsed
    }

    fn shape() -> Shape {
        Shape::Date
    }
}

/// Whether `text` is an id: `[a-z0-9]+(-[a-z0-9]+)*`.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_pass_the_64_bit_limit() {
        let largest = Rupiah(i64::MAX.into());
        let total: Rupiah = [largest, largest, largest].into_iter().sum();
        assert_eq!(total.0, 27_670_116_110_564_327_421);
    }

    #[test]
    fn ids_are_lower_case_words_joined_by_hyphens() {
        for good in ["a", "layanan-112", "p13"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "A", "a_b", "-a", "a-", "a--b", "é", "a b", "a.b"] {
            assert!(!is_id(bad), "{bad}");
        }
    }

    #[test]
    fn a_year_has_four_digits() {
        assert_eq!(Year::parse("2025"), Some(Year(2025)));
        for bad in ["25", "02025", "+2025", "1899", "2201", "x"] {
            assert_eq!(Year::parse(bad), None, "{bad}");
        }
    }
}
