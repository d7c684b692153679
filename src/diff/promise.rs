//! Whether a sentence promises more or less than another with the same words.

use crate::model::change::Kind;
use crate::model::customary;

/// A number, or the text between two.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Number(Number),
    Text(String),
}

/// A number that is written in digits or in words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Number {
    /// Digits without what separates thousands.
    whole: String,
    /// The decimals, without zeros at their end.
    decimals: String,
    /// Whether it may be a year: four digits without anything between them.
    is_year: bool,
}

impl Number {
    fn order(&self) -> impl Ord + use<'_> {
        (self.whole.len(), &self.whole, &self.decimals)
    }
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
        let (Part::Number(old), Part::Number(new)) = (was, is) else {
            return Kind::OutputChanged;
        };
        // Another year is neither more nor less.
        if old.is_year && new.is_year {
            return Kind::OutputChanged;
        }
        let more = (new.order() > old.order()) != is_time(after.get(at.saturating_add(1)));
        let kind = if more {
            Kind::OutputRaised
        } else {
            Kind::OutputLowered
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

/// What it means for a promise that a title became another: nothing if the same numbers
/// stand in it. Years are no such numbers.
pub(super) fn of_titles(before: &str, after: &str) -> Option<Kind> {
    let numbers = |text: &str| {
        let parts = parts(text).into_iter();
        let numbers = parts.filter_map(|part| match part {
            Part::Number(number) => (!number.is_year).then_some((number.whole, number.decimals)),
            Part::Text(_) => None,
        });
        numbers.collect::<Vec<_>>()
    };
    (numbers(before) != numbers(after)).then(|| compare(before, after))
}

/// The numbers of a text and what stands between them. A number that is said twice, as in
/// `30 (tiga puluh) hari`, is one.
fn parts(text: &str) -> Vec<Part> {
    let tokens = tokens(text);
    let mut parts: Vec<Part> = Vec::new();
    let mut rest = tokens.as_slice();
    while let Some(first) = rest.first() {
        let (part, length) = match number_at(rest) {
            Some((number, length)) => (Part::Number(number), length),
            None => (Part::Text(first.text.to_owned()), 1),
        };
        rest = rest.get(length..).unwrap_or(&[]);
        match (parts.last_mut(), part) {
            (Some(Part::Text(before)), Part::Text(text)) => before.push_str(&text),
            (_, part) => parts.push(part),
        }
        if let [
            ..,
            Part::Number(first),
            Part::Text(open),
            Part::Number(again),
        ] = parts.as_slice()
            && open.trim() == "("
            && first.order() == again.order()
            && let Some(behind) = rest.first().filter(|token| token.text.starts_with(')'))
        {
            let behind = Part::Text(behind.text.trim_start_matches(')').to_owned());
            rest = rest.get(1..).unwrap_or(&[]);
            parts.truncate(parts.len().saturating_sub(2));
            parts.push(behind);
        }
    }
    for part in &mut parts {
        if let Part::Text(text) = part {
            *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
    parts
}

/// What a piece of a text is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Letters {
    Digits,
    Word,
    Other,
}

/// A number in digits, a word, or what stands between.
struct Token<'t> {
    letters: Letters,
    text: &'t str,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let letters = letters(first);
        let end = rest.char_indices().find(|(at, c)| {
            let next = rest.get(at.saturating_add(c.len_utf8())..);
            let next = next.and_then(|rest| rest.chars().next());
            // Points and commas between digits belong to the number.
            let joins = matches!(c, '.' | ',') && next.is_some_and(|c| c.is_ascii_digit());
            self::letters(*c) != letters && !(letters == Letters::Digits && joins)
        });
        let (text, behind) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
        // Digits in a name, as in `4G` and `B3`, count nothing.
        let before = tokens.last().filter(|token| token.letters == Letters::Word);
        let is_name = letters == Letters::Digits
            && (before.is_some_and(|token| !token.text.eq_ignore_ascii_case("rp"))
                || behind.starts_with(char::is_uppercase));
        tokens.push(Token {
            letters: if is_name { Letters::Other } else { letters },
            text,
        });
        rest = behind;
    }
    tokens
}

fn letters(c: char) -> Letters {
    if c.is_ascii_digit() {
        Letters::Digits
    } else if c.is_alphabetic() {
        Letters::Word
    } else {
        Letters::Other
    }
}

/// The number with which a text begins, and of how many pieces it is.
fn number_at(tokens: &[Token<'_>]) -> Option<(Number, usize)> {
    let first = tokens.first()?;
    match first.letters {
        Letters::Digits => {
            let number = digits(first.text);
            match tokens {
                [_, space, scale, ..] if space.text.trim().is_empty() => {
                    Some(match zeros(scale.text) {
                        Some(zeros) => (scaled(&number, zeros), 3),
                        None => (number, 1),
                    })
                }
                _ => Some((number, 1)),
            }
        }
        Letters::Word => in_words(tokens),
        Letters::Other => None,
    }
}

/// Words with spaces between them that say a number, as many as there are.
fn in_words(tokens: &[Token<'_>]) -> Option<(Number, usize)> {
    let are_joined = |(at, token): &(usize, &Token<'_>)| match at % 2 {
        0 => token.letters == Letters::Word,
        _ => token.text.trim().is_empty(),
    };
    let run = tokens.iter().enumerate().take_while(are_joined);
    let words: Vec<&str> = run.step_by(2).map(|(_, token)| token.text).collect();
    let longest = words.len().min(MOST_WORDS);
    (1..=longest).rev().find_map(|length| {
        let words = words.get(..length)?;
        // Between numbers it may stand, and is none itself.
        let is_and =
            |word: Option<&&str>| word.is_some_and(|word| word.eq_ignore_ascii_case("dan"));
        if is_and(words.first()) || is_and(words.last()) {
            return None;
        }
        let whole = customary::in_words(&words.join(" "))?.to_string();
        let number = Number {
            whole: whole.trim_start_matches('0').to_owned(),
            decimals: String::new(),
            is_year: false,
        };
        Some((number, length.saturating_mul(2).saturating_sub(1)))
    })
}

/// Numbers of more words than this are not looked for.
const MOST_WORDS: usize = 16;

/// How many zeros a word behind a number stands for.
fn zeros(word: &str) -> Option<usize> {
    match word.to_lowercase().as_str() {
        "ribu" => Some(3),
        "juta" => Some(6),
        "miliar" | "milyar" => Some(9),
        "triliun" | "trilyun" => Some(12),
        _ => None,
    }
}

fn scaled(number: &Number, zeros: usize) -> Number {
    let decimals = format!("{:0<zeros$}", number.decimals);
    let (moved, decimals) = decimals.split_at_checked(zeros).unwrap_or((&decimals, ""));
    let whole = format!("{}{moved}", number.whole);
    Number {
        whole: whole.trim_start_matches('0').to_owned(),
        decimals: decimals.to_owned(),
        is_year: false,
    }
}

/// Three digits behind a point or comma are thousands, any other number of them decimals.
fn digits(written: &str) -> Number {
    let (whole, decimals) = match written.rsplit_once(['.', ',']) {
        Some((whole, last)) if last.len() != 3 => (whole, last),
        _ => (written, ""),
    };
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    Number {
        is_year: digits == written && ("2000"..="2099").contains(&written) && written.len() == 4,
        whole: digits.trim_start_matches('0').to_owned(),
        decimals: decimals.trim_end_matches('0').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, compare, of_titles};

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
            ("Satu laporan", "Dua laporan", Kind::OutputRaised),
            (
                "tiga puluh desa",
                "dua puluh lima desa",
                Kind::OutputLowered,
            ),
            (
                "Jawaban dalam 30 (tiga puluh) hari",
                "Jawaban dalam 60 (enam puluh) hari",
                Kind::OutputLowered,
            ),
            ("30 desa", "tiga puluh satu desa", Kind::OutputRaised),
            ("2,5 juta bibit", "900 ribu bibit", Kind::OutputLowered),
            ("1.500 ribu bibit", "1,4 juta bibit", Kind::OutputLowered),
            (
                "Rp5.000.000 per warga",
                "Rp4.000.000 per warga",
                Kind::OutputLowered,
            ),
            ("Jaringan 4G", "Jaringan 5G", Kind::OutputChanged),
            ("Kelas B3", "Kelas B2", Kind::OutputChanged),
            (
                "Festival tahun 2026",
                "Festival tahun 2027",
                Kind::OutputChanged,
            ),
            ("30 hari", "30 (tiga puluh) hari", Kind::OutputChanged),
            ("1.000 orang", "1000  orang", Kind::OutputChanged),
        ] {
            assert_eq!(compare(before, after), kind, "{before} → {after}");
            let back = compare(after, before);
            assert_eq!(back, kind.inverted(), "{after} → {before}");
        }
    }

    #[test]
    fn a_title_promises_something_else_only_with_other_numbers() {
        for (before, after, kind) in [
            ("Pelatihan guru", "Pelatihan para guru", None),
            ("Pelatihan 100 guru", "Pelatihan bagi 100 guru", None),
            ("Pelatihan 30 guru", "Pelatihan tiga puluh guru", None),
            ("Festival 2026", "Festival 2027", None),
            ("Layanan satu pintu", "Layanan terpadu satu pintu", None),
            (
                "Pelatihan 100 guru",
                "Pelatihan 50 guru",
                Some(Kind::OutputLowered),
            ),
            (
                "Pelatihan seratus guru",
                "Pelatihan 200 guru",
                Some(Kind::OutputRaised),
            ),
            (
                "Pelatihan 100 guru",
                "Pelatihan guru",
                Some(Kind::OutputChanged),
            ),
            (
                "Pelatihan 100 guru",
                "Pembinaan 50 guru",
                Some(Kind::OutputChanged),
            ),
        ] {
            assert_eq!(of_titles(before, after), kind, "{before} → {after}");
            let back = of_titles(after, before);
            assert_eq!(back, kind.map(Kind::inverted), "{after} → {before}");
        }
    }
}
