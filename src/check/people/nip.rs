//! The number of a civil servant (NIP): eight digits of the day of birth, six of
//! the month of appointment, one of the sex, three of a sequence.

use jiff::civil::Date;

/// The digits of a number that can be one. Spaces are how it is printed and
/// carry nothing.
pub(crate) fn digits(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| *c != ' ').collect();
    if digits.len() != 18 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |range: std::ops::Range<usize>| -> i16 {
        digits
            .get(range)
            .and_then(|part| part.parse().ok())
            .unwrap_or(-1)
    };
    let day = |year: i16, month: i16, day: i16| {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(year, month, day).ok()
    };
    let born = day(number(0..4), number(4..6), number(6..8))?;
    let appointed = day(number(8..12), number(12..14), 1)?;
    let sex = matches!(digits.as_bytes().get(14), Some(b'1' | b'2'));
    (sex && born < appointed).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn the_days_in_a_number_exist() {
        for good in ["196910151990031007", "19691015 199003 1 007"] {
            assert_eq!(digits(good).as_deref(), Some("196910151990031007"));
        }
        for bad in [
            "",
            "-",
            "belum ada",
            "19691015199003100",
            "196913151990031007",
            "196910151990131007",
            "196910151990033007",
            "199910151990031007",
            "1969101519900310O7",
            "１９６９１０１５１９９００３１００７",
        ] {
            assert_eq!(digits(bad), None, "{bad}");
        }
    }
}
