//! Whether a sentence promises more or less than another with the same words.

use super::kind::Kind;

/// A number, or the text between two.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    /// Digits without what separates thousands, and the decimals behind a comma or point.
    Number(String, String),
    Text(String),
}

/// Words for spans of time. What takes longer is less.
const TIMES: &[&str] = &[
    "detik", "menit", "jam", "hari", "minggu", "pekan", "bulan", "triwulan", "semester", "tahun",
    "second", "minute", "hour", "day", "week", "month", "quarter", "year",
];

/// What it means that one sentence became another: with the same words and other numbers,
/// that more is promised or less; with others, something else. A number of days, or of
/// another span of time, promises more the smaller it is.
pub(super) fn compare(before: &str, after: &str) -> Kind {
    let (before, after) = (parts(before), parts(after));
    if before.len() != after.len() {
        return Kind::OutputChanged;
    }
    let mut found: Option<Kind> = None;
    for (at, (was, is)) in before.iter().zip(&after).enumerate() {
        if was == is {
            continue;
        }
        let (Part::Number(old, old_decimals), Part::Number(new, new_decimals)) = (was, is) else {
            return Kind::OutputChanged;
        };
        let order = (new.len(), new, new_decimals).cmp(&(old.len(), old, old_decimals));
        let more = order.is_gt() != is_time(after.get(at.saturating_add(1)));
        let kind = match more {
            true => Kind::OutputRaised,
            false => Kind::OutputLowered,
        };
        // One more and one less is something else.
        if found.is_some_and(|found| found != kind) {
            return Kind::OutputChanged;
        }
        found = Some(kind);
    }
    found.unwrap_or(Kind::OutputChanged)
}

/// Whether what follows a number makes it a span of time.
fn is_time(next: Option<&Part>) -> bool {
    let Some(Part::Text(text)) = next else {
        return false;
    };
    let word = text
        .split(|c: char| !c.is_alphabetic())
        .find(|word| !word.is_empty());
    word.is_some_and(|word| {
        let word = word.to_lowercase();
        TIMES.contains(&word.as_str()) || TIMES.contains(&word.trim_end_matches('s'))
    })
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let is_digit = |c: char| c.is_ascii_digit();
        let start = rest.find(is_digit).unwrap_or(rest.len());
        let (words, digits) = rest.split_at(start);
        if !words.is_empty() {
            parts.push(Part::Text(
                words.split_whitespace().collect::<Vec<_>>().join(" "),
            ));
        }
        // Points and commas between digits belong to the number.
        let end = digits.char_indices().find(|(at, c)| {
            let next = digits
                .get(at.saturating_add(1)..)
                .and_then(|rest| rest.chars().next());
            let joins = matches!(c, '.' | ',') && next.is_some_and(is_digit);
            !is_digit(*c) && !joins
        });
        let (number, behind) = digits.split_at(end.map_or(digits.len(), |(at, _)| at));
        if !number.is_empty() {
            parts.push(self::number(number));
        }
        rest = behind;
    }
    parts
}

/// Three digits behind a point or comma are thousands, any other number of them decimals.
fn number(written: &str) -> Part {
    let (whole, decimals) = match written.rsplit_once(['.', ',']) {
        Some((whole, last)) if last.len() != 3 => (whole, last),
        _ => (written, ""),
    };
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0').to_owned();
    Part::Number(digits, decimals.trim_end_matches('0').to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Kind, compare};

    #[test]
    fn numbers_tell_more_from_less_and_words_neither() {
        for (before, after, kind) in [
            ("10 sekolah", "8 sekolah", Kind::OutputLowered),
            ("10 sekolah", "1.200 sekolah", Kind::OutputRaised),
            ("2,5 km jalan", "2,25 km jalan", Kind::OutputLowered),
            ("9 desa", "10 desa", Kind::OutputRaised),
            (
                "Jawaban dalam 30 hari",
                "Jawaban dalam 300 hari",
                Kind::OutputLowered,
            ),
            (
                "An answer within 5 days",
                "An answer within 3 days",
                Kind::OutputRaised,
            ),
            (
                "3 pasar dan 5 desa",
                "4 pasar dan 4 desa",
                Kind::OutputChanged,
            ),
            (
                "3 pasar dan 5 desa",
                "2 pasar dan 4 desa",
                Kind::OutputLowered,
            ),
            ("10 sekolah", "10 madrasah", Kind::OutputChanged),
            ("10 sekolah", "8 madrasah", Kind::OutputChanged),
            ("Laporan", "Laporan lengkap", Kind::OutputChanged),
            ("1.000 orang", "1000  orang", Kind::OutputChanged),
        ] {
            assert_eq!(compare(before, after), kind, "{before} → {after}");
            let back = compare(after, before);
            assert_eq!(back, kind.mirrored(), "{after} → {before}");
        }
    }
}
