//! Numbers and dates in the language of their reader.

use std::fmt::Display;

use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date as IcuDate;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_decimal::input::Decimal as IcuDecimal;
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale_core::{Locale, locale};
use jiff::civil::{Date, date};

use super::{BookLanguage, Language};

/// Formats numbers and dates by the rules of the Unicode CLDR.
///
/// The rules are compiled in; a formatter that still cannot be made leaves the
/// digits plain.
pub struct Format {
    decimal: Option<DecimalFormatter>,
    date: Option<DateTimeFormatter<YMD>>,
}

/// A day in a month that the root of the CLDR calls `M11`.
const UNNAMED: Date = date(2026, 11, 24);

impl Format {
    /// The formats of a language.
    pub fn new(language: impl Into<BookLanguage>) -> Self {
        let language = language.into();
        let locale: Locale = match language.built_in() {
            Some(Language::English) => locale!("en-GB"),
            Some(Language::Indonesian) => locale!("id"),
            // Its numbers and dates are those of no country in particular.
            None => language.code().parse().unwrap_or(Locale::UNKNOWN),
        };
        let decimal = DecimalFormatterPreferences::from(&locale);
        let date = DateTimeFormatterPreferences::from(&locale);
        let made = Self {
            decimal: DecimalFormatter::try_new(decimal, Default::default()).ok(),
            date: DateTimeFormatter::try_new(date, YMD::long()).ok(),
        };
        match language.built_in() {
            // There are no names of months: dates are those of the language in which words
            // are said that the plan does not bring.
            None if made.date(UNNAMED).contains("M11") => Self {
                date: Self::new(language.base()).date,
                ..made
            },
            Some(_) | None => made,
        }
    }

    /// `24 November 2026`
    pub fn date(&self, date: Date) -> String {
        let year = i32::from(date.year());
        let month = date.month().unsigned_abs();
        let day = date.day().unsigned_abs();
        match (&self.date, IcuDate::try_new_iso(year, month, day)) {
            (Some(format), Ok(date)) => format.format(&date).to_string(),
            _ => date.to_string(),
        }
    }

    /// `1.234.567.890`, and `2,870` with the digits as they were written.
    pub fn number(&self, digits: impl Display) -> String {
        let digits = digits.to_string();
        match (&self.decimal, digits.parse::<IcuDecimal>()) {
            (Some(format), Ok(number)) => format.format(&number).to_string(),
            _ => digits,
        }
    }

    /// What stands before the decimal places.
    pub(crate) fn decimal_mark(&self) -> char {
        let sample = self.number("0.5");
        sample.chars().nth(1).unwrap_or('.')
    }

    /// `1.234.567.890` without the currency, for columns of money; a dash for
    /// no money at all.
    pub fn amount(&self, rupiah: i128) -> String {
        if rupiah == 0 {
            return "–".into();
        }
        self.number(rupiah)
    }

    /// `Rp1.234.567.890`
    pub fn money(&self, rupiah: i128) -> String {
        format!("Rp{}", self.number(rupiah))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indonesian_numbers_and_dates() {
        let id = Format::new(Language::Indonesian);
        assert_eq!(id.money(1_234_567_890), "Rp1.234.567.890");
        assert_eq!(id.money(1_234), "Rp1.234");
        assert_eq!(id.amount(0), "–");
        assert_eq!(id.number("2.870"), "2,870");
        assert_eq!(id.number("-12345.5"), "-12.345,5");
        assert_eq!(id.date(date(2026, 11, 24)), "24 November 2026");
        assert_eq!(id.date(date(2026, 8, 1)), "1 Agustus 2026");
    }

    #[test]
    fn a_language_without_names_of_months_has_those_of_english() {
        for (code, told) in [
            ("tet", "24 November 2026"),
            ("su", "24 Nopémber 2026"),
            ("pt", "24 de novembro de 2026"),
        ] {
            let language = BookLanguage::parse(code).unwrap();
            assert_eq!(Format::new(language).date(date(2026, 11, 24)), told);
        }
    }

    #[test]
    fn english_numbers_and_dates() {
        let en = Format::new(Language::English);
        assert_eq!(en.money(1_234_567_890), "Rp1,234,567,890");
        assert_eq!(en.number("2.87"), "2.87");
        assert_eq!(en.date(date(2026, 11, 24)), "24 November 2026");
    }
}
