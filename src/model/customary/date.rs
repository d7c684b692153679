//! Days, such as letters and Excel write them.

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Meant, Pattern, Remark, literal};
use crate::model::scalar::Year;

static WEEKDAY: Pattern = LazyLock::new(|| {
    literal(
        r"(?i)^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\s*[,/]?\s+",
    )
});
static LEAD: Pattern =
    LazyLock::new(|| literal(r"(?i)^(?:pada\s+)?(?:hari|tanggal|tgl\.?|per)\s+"));
/// The place of a letter, with a comma behind it or a name of at most three words.
static PLACE: Pattern =
    LazyLock::new(|| literal(r"(?i)^\p{L}[\p{L}.'-]*(?:\s+\p{L}[\p{L}.'-]*){0,2}\s*,\s*"));
static FROM: Pattern = LazyLock::new(|| literal(r"(?i)^(?:mulai|sejak)\s+"));
static UNTIL: Pattern =
    LazyLock::new(|| literal(r"(?i)^(?:sampai(?: dengan)?|hingga|s\.?/?d\.?)\s+"));
static TIME: Pattern = LazyLock::new(|| {
    literal(
        r"(?i)[ t,]\s*(?:pukul\s*)?(\d{1,2})[.:](\d{2})(?:[.:](\d{2})(?:[.,]\d+)?)?\s*(?:wib|wita|wit|am|pm)?\s*(?:z|[+-]\d{2}:?\d{2})?$",
    )
});
static YEAR_FIRST: Pattern =
    LazyLock::new(|| literal(r"^(\d{4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})$"));
static RUN: Pattern = LazyLock::new(|| literal(r"^(\d{2})(\d{2})(\d{2})(\d{2})$"));
static YEAR_LAST: Pattern =
    LazyLock::new(|| literal(r"^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*'?(\d{4}|\d{2})$"));
static NAMED: Pattern = LazyLock::new(|| {
    literal(r"(?i)^(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,})\.?\s*[-/., ]?\s*'?(\d{4}|\d{2})$")
});
static MONTH_FIRST: Pattern = LazyLock::new(|| {
    literal(r"(?i)^([a-z]{3,})\.?[- ]+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+|-)'?(\d{4})$")
});
static MONTH: Pattern =
    LazyLock::new(|| literal(r"(?i)^(?:bulan\s+)?([a-z]{3,})\.?\s*[-/., ]?\s*'?(\d{4}|\d{2})$"));
static MONTH_NUMBER: Pattern =
    LazyLock::new(|| literal(r"^(\d{1,2})\s*[-/.]\s*(\d{4})$|^(\d{4})\s*[-/.]\s*(\d{1,2})$"));
static WHOLE_YEAR: Pattern =
    LazyLock::new(|| literal(r"(?i)^(?:tahun anggaran|tahun|t\.?a\.?)?\s*(\d{4})(?:[.,]0+)?$"));
static PART: Pattern = LazyLock::new(|| {
    literal(
        r"(?i)^(tw|triwulan|trw|q|kuartal|caturwulan|semester|smt|sem)\.?\s*-?\s*(iv|i{1,3}|[1-4])\s*[-,/]?\s*(?:tahun anggaran|tahun|t\.?a\.?)?\s*(\d{4})$",
    )
});
static PART_WORD: Pattern = LazyLock::new(|| {
    literal(
        r"(?i)\b(?:tw|triwulan|trw|q|kuartal|caturwulan|semester|smt|sem|tahun|bulan|minggu|awal|akhir)\b",
    )
});
static SERIAL: Pattern = LazyLock::new(|| literal(r"^(\d{5})(?:[.,]\d+)?$"));

/// What may have been meant by a text that names a day; `key` says whether the first or
/// the last day of a month or year is.
pub fn date(text: &str, key: &str) -> Option<Meant> {
    let mut text = text.to_owned();
    // `mulai 1 Juli` does not say when something ends.
    let mut other = false;
    for (before, keys) in [(&*FROM, ["start", "since"]), (&*UNTIL, ["end", "deadline"])] {
        other |= before.is_match(&text) && !keys.contains(&key);
        text = before.replace(&text, "").into_owned();
    }
    for before in [&*LEAD, &*WEEKDAY, &*LEAD] {
        text = before.replace(&text, "").into_owned();
    }
    // `September, 2026` begins with no place.
    let place = PLACE.find(&text).filter(|place| {
        let name = place.as_str().trim_end_matches([',', ' ']);
        month_named(name).is_none() && PART_WORD.find(name).is_none()
    });
    if let Some(place) = place {
        text = text.get(place.end()..)?.to_owned();
        for before in [&*LEAD, &*WEEKDAY, &*LEAD] {
            text = before.replace(&text, "").into_owned();
        }
    }
    let mut time = None;
    if let Some(found) = TIME.captures(&text) {
        let part = |at: usize| {
            found
                .get(at)
                .is_none_or(|part| part.as_str().bytes().all(|b| b == b'0'))
        };
        time = Some(part(1) && part(2) && part(3));
        let start = found.get(0)?.start();
        text.truncate(start);
    }
    let text = text.trim().trim_end_matches(['.', ',']);
    let mut meant = day(text, key)?;
    meant.sure &= !other;
    if time == Some(false) {
        meant.sure = false;
        meant.remark = meant.remark.or(Some(Remark::Time));
    }
    Some(meant)
}

fn day(text: &str, key: &str) -> Option<Meant> {
    if let Some(parts) = YEAR_FIRST.captures(text) {
        let (year, one, two) = (number(&parts[1])?, number(&parts[2])?, number(&parts[3])?);
        return days(year, one, two);
    }
    if let Some(parts) = YEAR_LAST.captures(text) {
        let (day, month) = (number(&parts[1])?, number(&parts[2])?);
        return day_or_month_first(full_year(&parts[3])?, day, month, parts[3].len() == 2);
    }
    if let Some(parts) = RUN.captures(text) {
        let year = number(&format!("{}{}", &parts[1], &parts[2]))?;
        let found = valid(year, number(&parts[3])?, number(&parts[4])?);
        let year = number(&format!("{}{}", &parts[3], &parts[4]))?;
        let other = valid(year, number(&parts[2])?, number(&parts[1])?);
        return one_of(found.into_iter().chain(other).collect());
    }
    for (pattern, day, month) in [(&*NAMED, 1, 2), (&*MONTH_FIRST, 2, 1)] {
        if let Some(parts) = pattern.captures(text)
            && let Some(month) = month_named(&parts[month])
        {
            let short = parts[3].len() == 2;
            let mut meant = days(full_year(&parts[3])?, month, number(&parts[day])?)?;
            meant.sure &= !short;
            return Some(meant);
        }
    }
    if let Some(parts) = PART.captures(text) {
        let (first, last) = part_of_year(&parts[1], &parts[2])?;
        let year = number(&parts[3])?;
        return edges(valid(year, first, 1)?, valid(year, last, 1)?, key)
            .map(|meant| meant.with(Remark::PartOfYear));
    }
    if let Some(parts) = MONTH.captures(text)
        && let Some(month) = month_named(&parts[1])
    {
        let month = valid(full_year(&parts[2])?, month, 1)?;
        return edges(month, month, key);
    }
    if let Some(parts) = MONTH_NUMBER.captures(text) {
        let part = |one: usize, other: usize| parts.get(one).or_else(|| parts.get(other));
        let (year, month) = (part(2, 3)?, part(1, 4)?);
        let month = valid(number(year.as_str())?, number(month.as_str())?, 1)?;
        return edges(month, month, key);
    }
    if let Some(parts) = WHOLE_YEAR.captures(text) {
        let year = number(&parts[1])?;
        return edges(valid(year, 1, 1)?, valid(year, 12, 1)?, key);
    }
    let day = serial(text)?;
    Some(Meant::perhaps(vec![day.to_string()]).with(Remark::Serial(text.to_owned())))
}

/// The day that a number of Excel counts to. It begins with 1 January 1900 and counts a
/// 29 February of that year; numbers before 1982 and after 2118 are taken for others.
pub(crate) fn serial(text: &str) -> Option<Date> {
    let parts = SERIAL.captures(text)?;
    let number: i32 = parts[1].parse().ok()?;
    if !(30_000..80_000).contains(&number) {
        return None;
    }
    Date::constant(1899, 12, 30).checked_add(number.days()).ok()
}

/// Days of a year, month and day of which month and day may stand in each other's place.
pub(crate) fn days(year: i16, month: i8, day: i8) -> Option<Meant> {
    if let Some(found) = valid(year, month, day) {
        return Some(Meant::sure(found.to_string()));
    }
    match valid(year, day, month) {
        Some(found) => Some(Meant::perhaps(vec![found.to_string()])),
        None => clamped(year, month, day),
    }
}

/// The last day of a month that does not have so many.
pub(crate) fn clamped(year: i16, month: i8, day: i8) -> Option<Meant> {
    let first = valid(year, month, 1)?;
    let beyond = (29..=31).contains(&day);
    beyond.then(|| Meant::perhaps(vec![first.last_of_month().to_string()]).with(Remark::NoSuchDay))
}

/// In Indonesia the day stands first; Excel may have put the month there.
fn day_or_month_first(year: i16, one: i8, two: i8, short: bool) -> Option<Meant> {
    let (first, second) = (valid(year, two, one), valid(year, one, two));
    let mut meant = match (first, second) {
        (Some(first), Some(second)) if first != second => {
            Meant::perhaps(vec![first.to_string(), second.to_string()])
                .with(Remark::Days(first, second))
        }
        (Some(day), _) | (None, Some(day)) => Meant::sure(day.to_string()),
        (None, None) => clamped(year, two, one)?,
    };
    meant.sure &= !short;
    Some(meant)
}

fn one_of(mut found: Vec<Date>) -> Option<Meant> {
    found.dedup();
    match found.as_slice() {
        [] => None,
        [only] => Some(Meant::sure(only.to_string())),
        several => Some(Meant::perhaps(
            several.iter().map(Date::to_string).collect(),
        )),
    }
}

/// The first day of one month or the last of another, as the key asks.
fn edges(first: Date, last: Date, key: &str) -> Option<Meant> {
    let (first, last) = (first.to_string(), last.last_of_month().to_string());
    let values = match key {
        "start" | "since" => vec![first],
        "end" | "deadline" => vec![last],
        _ => vec![first, last],
    };
    Some(Meant::perhaps(values).with(Remark::WholeMonth))
}

/// First and last month of a quarter, a third or a half of the year.
fn part_of_year(name: &str, number: &str) -> Option<(i8, i8)> {
    let number = match number.to_lowercase().as_str() {
        "1" | "i" => 1,
        "2" | "ii" => 2,
        "3" | "iii" => 3,
        _ => 4,
    };
    let months = match name.to_lowercase().as_str() {
        "semester" | "smt" | "sem" => 6,
        "caturwulan" => 4,
        _ => 3,
    };
    let last = number * months;
    (last <= 12).then_some((last - months + 1, last))
}

/// The number of a month by its name or its beginning, in Indonesian or English.
fn month_named(word: &str) -> Option<i8> {
    const MONTHS: [&[&str]; 12] = [
        &["januari", "january"],
        &["februari", "pebruari", "february"],
        &["maret", "march"],
        &["april"],
        &["mei", "may"],
        &["juni", "june"],
        &["juli", "july"],
        &["agustus", "august", "agst", "agt", "ags"],
        &["september"],
        &["oktober", "october"],
        &["november", "nopember"],
        &["desember", "december"],
    ];
    let word = word.to_lowercase();
    let mut months = (1..).zip(MONTHS);
    let begins = |names: &[&str]| names.iter().any(|name| name.starts_with(&word));
    months
        .find(|(_, names)| begins(names))
        .map(|(month, _)| month)
}

fn full_year(digits: &str) -> Option<i16> {
    match digits.len() {
        2 => number(digits).map(|year: i16| 2000 + year),
        _ => number(digits),
    }
}

fn number<T: std::str::FromStr>(digits: &str) -> Option<T> {
    digits.parse().ok()
}

fn valid(year: i16, month: i8, day: i8) -> Option<Date> {
    let known = Year::RANGE.contains(&year);
    known.then(|| Date::new(year, month, day).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::date;
    use crate::model::customary::tidy;

    #[test]
    fn days_as_letters_and_excel_write_them() {
        let mut wrong = Vec::new();
        for (text, right) in [
            ("2026-07-01", "2026-07-01"),
            ("2026/7/1", "2026-07-01"),
            ("2026.07.01", "2026-07-01"),
            ("20260701", "2026-07-01"),
            ("01072026", "2026-07-01"),
            ("2026-07-01T00:00:00", "2026-07-01"),
            ("2026-07-01 00:00", "2026-07-01"),
            ("2026-07-01 08:30", "2026-07-01 ?"),
            ("1/9/2025", "2025-09-01 2025-01-09 ?"),
            ("01-09-2025", "2025-09-01 2025-01-09 ?"),
            ("1.9.2025", "2025-09-01 2025-01-09 ?"),
            ("13/9/2025", "2025-09-13"),
            ("9/13/2025", "2025-09-13"),
            ("9/9/2025", "2025-09-09"),
            ("13/9/25", "2025-09-13 ?"),
            ("1 September 2025", "2025-09-01"),
            ("1 Sept 2025", "2025-09-01"),
            ("1 Sept. 2025", "2025-09-01"),
            ("1-Sep-2025", "2025-09-01"),
            ("1-Sep-25", "2025-09-01 ?"),
            ("01 Agustus 2026", "2026-08-01"),
            ("1 Agt 2026", "2026-08-01"),
            ("1 Nopember 2026", "2026-11-01"),
            ("17 Peb 2026", "2026-02-17"),
            ("September 1, 2025", "2025-09-01"),
            ("Senin, 1 September 2025", "2025-09-01"),
            ("Jum'at, 5 September 2025", "2025-09-05"),
            ("tanggal 1 September 2025", "2025-09-01"),
            ("Monday, 1 September 2025", "2025-09-01"),
            ("Sept 2025", "2025-09-01 2025-09-30 ?"),
            ("September 2025", "2025-09-01 2025-09-30 ?"),
            ("09/2025", "2025-09-01 2025-09-30 ?"),
            ("2025-09", "2025-09-01 2025-09-30 ?"),
            ("2025", "2025-01-01 2025-12-31 ?"),
            ("TA 2025", "2025-01-01 2025-12-31 ?"),
            ("TW I 2026", "2026-01-01 2026-03-31 ?"),
            ("Triwulan 2 2026", "2026-04-01 2026-06-30 ?"),
            ("Q3 2026", "2026-07-01 2026-09-30 ?"),
            ("Semester II 2026", "2026-07-01 2026-12-31 ?"),
            ("46204", "2026-07-01 ?"),
            ("46204.5", "2026-07-01 ?"),
            ("31 Februari 2026", "2026-02-28 ?"),
            ("2026-02-30", "2026-02-28 ?"),
            ("2026-13-01", "2026-01-13 ?"),
            ("2026/31/12", "2026-12-31 ?"),
        ] {
            let meant = date(&tidy(text), "date");
            let told = meant.map_or("nothing".into(), |meant| {
                let mark = if meant.sure { "" } else { " ?" };
                format!("{}{mark}", meant.values.join(" "))
            });
            if told != right {
                wrong.push(format!("{text}: {told} instead of {right}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        for text in [
            "",
            "segera",
            "1 Kuartal",
            "150000000",
            "12",
            "99/99/2025",
            "32 Mei 2026",
        ] {
            assert_eq!(date(text, "date"), None, "{text}");
        }
    }

    #[test]
    fn a_beginning_is_no_end() {
        for (text, key, sure) in [
            ("mulai 1 Juli 2026", "start", true),
            ("mulai 1 Juli 2026", "end", false),
            ("s.d. 31 Desember 2026", "end", true),
            ("s.d. 31 Desember 2026", "start", false),
            ("sampai dengan 31 Desember 2026", "deadline", true),
        ] {
            assert_eq!(date(text, key).unwrap().sure, sure, "{text} {key}");
        }
    }

    #[test]
    fn the_key_says_which_end_of_a_month_is_meant() {
        assert_eq!(date("Sept 2025", "start").unwrap().values, ["2025-09-01"]);
        assert_eq!(date("Sept 2025", "end").unwrap().values, ["2025-09-30"]);
        assert_eq!(date("2025", "deadline").unwrap().values, ["2025-12-31"]);
    }
}
