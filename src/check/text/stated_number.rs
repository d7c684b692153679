//! Numbers that a sentence states, with how exactly it states them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use rust_decimal::Decimal;

use super::bound::{Bound, bound};
use crate::check::literal_pattern;
use crate::language::Language;
use crate::model::customary;
use crate::slice::slice;

/// A number in digits, with the sign of the currency before it and a scale behind it.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    literal_pattern(
        r"(?P<sign>\b(?:[Rr][Pp]\.?|IDR)\s*)?(?P<digits>[0-9]+(?:[.,][0-9]+)*)(?P<about>-an\b)?(?:\s*(?P<scale>\p{L}+))?",
    )
});

/// A word.
static WORD: LazyLock<Regex> = LazyLock::new(|| literal_pattern(r"\p{L}+(?:-\p{L}+)*"));

/// Words before a number that is a label and counts nothing.
const LABELS: &[&str] = &[
    "nomor", "no", "pasal", "ayat", "bab", "subbab", "tabel", "gambar", "lampiran", "versi",
    "halaman", "fase", "tahap", "rt", "rw", "number", "article", "chapter", "section", "table",
    "figure", "annex", "version", "page", "phase",
];

/// Between the ends of a range.
const RANGES: &[&str] = &[
    "-",
    "–",
    "—",
    "sampai",
    "hingga",
    "sampai dengan",
    "s.d.",
    "to",
];

/// The same behind a word with which such a range begins.
const BETWEEN: &[(&str, &str)] = &[("antara", "dan"), ("between", "and")];

/// A number that a sentence states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stated {
    /// Where it stands, with its sign and its scale.
    pub range: Range<usize>,
    /// The number.
    value: Decimal,
    /// One in its last place.
    step: Decimal,
    /// One in the last of its places that is not zero.
    rough: Decimal,
    bound: Bound,
    /// The greater end of the range of which it is the smaller.
    until: Option<Decimal>,
    /// Whether the sign of the currency stands before it.
    pub is_money: bool,
    /// Whether it is a million at least by the word behind it.
    pub is_scaled: bool,
    /// Whether it may be a year.
    pub is_year: bool,
    /// What stands behind it: a word, or the sign of percent.
    pub unit: String,
}

impl Stated {
    /// Whether it is true of a value.
    pub fn is_true_of(&self, value: Decimal) -> bool {
        let (number, two) = (self.value, Decimal::TWO);
        if let Some(until) = self.until {
            return number <= value && value <= until;
        }
        let apart = if value > number {
            value.checked_sub(number)
        } else {
            number.checked_sub(value)
        };
        // What does not fit into a decimal is no number of a plan.
        let Some(apart) = apart else { return true };
        let is_within = |limit: Decimal| apart.checked_mul(two).is_none_or(|it| it <= limit);
        match self.bound {
            Bound::Is => is_within(self.step),
            Bound::About => {
                let tenth = value.abs() / Decimal::TEN;
                is_within(self.rough.max(tenth))
            }
            Bound::Almost => value <= number && apart <= number.abs() / Decimal::TEN,
            Bound::MoreThan => value > number,
            Bound::AtLeast => value >= number,
            Bound::AtMost => value <= number,
            Bound::LessThan => value < number,
        }
    }

    /// The number.
    pub fn value(&self) -> Decimal {
        self.value
    }
}

/// How the numbers of a text are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'r> {
    /// What stands before decimals.
    pub mark: char,
    /// The language of its words, if that is known.
    pub language: Option<Language>,
    /// What the value is measured in. A scale with which it begins is none of the number.
    pub unit: &'r str,
}

impl Reading<'_> {
    /// The numbers that some words state, which stand between others in their sentence.
    pub fn numbers(&self, before: &str, words: &str, after: &str) -> Vec<Stated> {
        let whole = format!("{before}{words}{after}");
        let (from, to) = (before.len(), before.len() + words.len());
        let mut found: Vec<Stated> = NUMBER
            .captures_iter(&whole)
            .filter_map(|number| self.in_digits(&whole, &number))
            .collect();
        found.extend(self.in_words(&whole));
        found.sort_by_key(|stated| stated.range.start);
        join_ranges(&whole, &mut found);
        found.retain(|stated| (from..to).contains(&stated.range.start));
        for stated in &mut found {
            stated.range = stated.range.start - from..stated.range.end.min(to) - from;
        }
        found
    }

    fn in_digits(&self, text: &str, number: &Captures<'_>) -> Option<Stated> {
        let digits = number.name("digits")?;
        let sign = number.name("sign");
        let start = sign.map_or(digits.start(), |sign| sign.start());
        let before = slice(text, ..start);
        let behind = slice(text, digits.end()..);
        // Names, codes and dates: `GOV-07`, `4G`, `24/11`.
        let is_joined = |c: char| c.is_alphanumeric() || "/_#:+.".contains(c);
        let is_range = before
            .trim_end_matches('-')
            .ends_with(|c: char| c.is_ascii_digit());
        if before.ends_with(is_joined)
            || (before.ends_with('-') && !is_range)
            || behind.starts_with(|c: char| c.is_alphabetic() || "/_:".contains(c))
            || is_label(before)
        {
            return None;
        }
        let (value, places) = self.decimal(digits.as_str())?;
        let word = number.name("scale");
        let about = number.name("about");
        let is_money = sign.is_some();
        let zeros = word.and_then(|word| self.scale(word.as_str(), is_money));
        let scale = Decimal::from(10_u64.checked_pow(zeros.unwrap_or(0))?);
        let end = match (zeros, word) {
            (Some(_), Some(word)) => word.end(),
            _ => about.map_or(digits.end(), |about| about.end()),
        };
        let step = Decimal::new(1, places).checked_mul(scale)?;
        let idle = digits.as_str().chars().rev();
        let idle = idle.filter(char::is_ascii_digit).take_while(|c| *c == '0');
        let idle = if places == 0 { idle.count() } else { 0 };
        let idle = Decimal::from(10_u64.checked_pow(u32::try_from(idle).ok()?)?);
        let is_plain = digits.len() == 4 && places == 0 && zeros.is_none() && !is_money;
        let year: Option<u16> = digits.as_str().parse().ok();
        let behind = slice(text, end..);
        Some(Stated {
            range: start..end,
            value: value.checked_mul(scale)?,
            step,
            rough: step.checked_mul(idle)?,
            bound: match about {
                Some(_) => Bound::About,
                None => bound(before, behind),
            },
            until: None,
            is_money,
            is_scaled: zeros.is_some_and(|zeros| zeros >= 6),
            is_year: is_plain && year.is_some_and(|year| (1900..=2200).contains(&year)),
            unit: unit(behind),
        })
    }

    /// A number and its decimal places.
    fn decimal(&self, digits: &str) -> Option<(Decimal, u32)> {
        let separator = if self.mark == ',' { '.' } else { ',' };
        let are_thousands = |text: &str, mark: char| {
            let mut groups = text.split(mark);
            groups.next().is_some_and(|first| first.len() <= 3)
                && groups.all(|group| group.len() == 3)
        };
        let (whole, places) = match digits.split_once(self.mark) {
            Some((whole, places)) if !places.contains(['.', ',']) => (whole, places),
            // In the style of another language.
            Some(_) if are_thousands(digits, self.mark) => (digits, ""),
            Some(_) => return None,
            None => (digits, ""),
        };
        let (whole, places) = match whole.split_once(separator) {
            Some(_) if are_thousands(whole, separator) => (whole, places),
            Some((whole, decimals)) if places.is_empty() && !decimals.contains(separator) => {
                (whole, decimals)
            }
            Some(_) => return None,
            None => (whole, places),
        };
        let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
        let text = match places {
            "" => whole,
            places => format!("{whole}.{places}"),
        };
        let value = Decimal::from_str_exact(&text).ok()?;
        Some((value, u32::try_from(places.len()).ok()?))
    }

    /// How many zeros the word behind a number stands for, unless the value is measured in it.
    fn scale(&self, word: &str, is_money: bool) -> Option<u32> {
        let is_of_unit = self
            .unit
            .split_whitespace()
            .next()
            .is_some_and(|first| first.eq_ignore_ascii_case(word));
        if is_of_unit {
            return None;
        }
        match word.to_lowercase().as_str() {
            "ribu" | "rb" | "thousand" => Some(3),
            "juta" | "jt" | "million" => Some(6),
            "miliar" | "milyar" | "billion" => Some(9),
            "triliun" | "trilyun" | "trillion" => Some(12),
            _ if is_money && word == "M" => Some(9),
            _ if is_money && word == "T" => Some(12),
            _ => None,
        }
    }

    /// Numbers in words, but for one, which is an article as well.
    fn in_words(&self, text: &str) -> Vec<Stated> {
        let Some(language) = self.language else {
            return Vec::new();
        };
        let words: Vec<Range<usize>> = WORD.find_iter(text).map(|word| word.range()).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            let longest = longest(text, rest, language);
            let Some((length, value)) = longest else {
                at += 1;
                continue;
            };
            at += length;
            let (Some(first), Some(last)) = (rest.first(), rest.get(length - 1)) else {
                continue;
            };
            let range = first.start..last.end;
            let before = slice(text, ..range.start);
            let behind = slice(text, range.end..);
            let is_scale_of_digits = before.trim_end().ends_with(|c: char| c.is_ascii_digit());
            if value < 2 || is_scale_of_digits || is_label(before) {
                continue;
            }
            found.push(Stated {
                value: Decimal::from(value),
                step: Decimal::ONE,
                rough: Decimal::ONE,
                bound: bound(before, behind),
                until: None,
                is_money: false,
                is_scaled: value >= 1_000_000,
                is_year: false,
                unit: unit(behind),
                range,
            });
        }
        found
    }
}

/// Most words of a number.
const MOST_WORDS: usize = 16;

/// The longest number with which some words begin: of how many words, and what it is.
fn longest(text: &str, words: &[Range<usize>], language: Language) -> Option<(usize, i64)> {
    let first = words.first()?;
    (1..=words.len().min(MOST_WORDS)).rev().find_map(|length| {
        let last = words.get(length.checked_sub(1)?)?;
        let said = slice(text, first.start..last.end);
        let is_plain = said
            .chars()
            .all(|c| c.is_alphabetic() || " -\u{a0}\n".contains(c));
        let ends = [first, last].map(|word| slice(text, word.clone()).to_lowercase());
        if !is_plain
            || ends
                .iter()
                .any(|word| ["dan", "and"].contains(&word.as_str()))
        {
            return None;
        }
        let value = match language {
            Language::Indonesian => customary::in_words(said),
            Language::English => in_english(said),
        };
        Some((length, value?))
    })
}

/// A number below a hundred in English words.
fn in_english(text: &str) -> Option<i64> {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    let text = text.to_lowercase();
    let position = |list: &[&str], word: &str| list.iter().position(|one| *one == word);
    let mut words = text.split(|c: char| !c.is_alphabetic());
    let first = words.next()?;
    let number = match (position(&TENS, first), words.next()) {
        (Some(tens), None) => (tens + 2) * 10,
        (Some(tens), Some(word)) => {
            let ones = position(&ONES, word).filter(|ones| (1..10).contains(ones))?;
            (tens + 2) * 10 + ones
        }
        (None, None) => position(&ONES, first)?,
        (None, Some(_)) => return None,
    };
    if words.next().is_some() {
        return None;
    }
    i64::try_from(number).ok()
}

/// Whether a text ends in a word behind which a number is a label.
fn is_label(before: &str) -> bool {
    let before = before.trim_end().trim_end_matches('.');
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
    word.is_some_and(|word| LABELS.contains(&word.to_lowercase().as_str()))
}

/// What a number measures: the word behind it, or the sign of percent.
fn unit(behind: &str) -> String {
    let behind = behind.trim_start();
    if behind.starts_with('%') {
        return "%".to_owned();
    }
    let word = behind.split(|c: char| !c.is_alphanumeric()).next();
    word.unwrap_or_default().to_lowercase()
}

/// Makes two numbers with a word for a range between them one.
fn join_ranges(text: &str, found: &mut Vec<Stated>) {
    let mut joined: Vec<Stated> = Vec::new();
    for stated in found.drain(..) {
        let Some(first) = joined.last_mut().filter(|first| first.until.is_none()) else {
            joined.push(stated);
            continue;
        };
        let between = first.range.end..stated.range.start;
        let between = text.get(between).unwrap_or("x").trim().to_lowercase();
        let before = slice(text, ..first.range.start).trim_end().to_lowercase();
        let is_between = BETWEEN
            .iter()
            .any(|(begin, word)| *word == between && before.ends_with(begin));
        if first.is_year || stated.is_year || !(RANGES.contains(&between.as_str()) || is_between) {
            joined.push(stated);
            continue;
        }
        // `250–260 miliar`: the scale of the second is that of both.
        let is_scaled = first.is_scaled || !stated.is_scaled;
        let scale = if is_scaled {
            Some(Decimal::ONE)
        } else {
            stated.step.checked_div(first.step)
        };
        let lower = scale.and_then(|scale| first.value.checked_mul(scale));
        let Some(lower) = lower.filter(|lower| *lower <= stated.value) else {
            joined.push(stated);
            continue;
        };
        first.value = lower;
        first.until = Some(stated.value);
        first.range.end = stated.range.end;
        first.is_money |= stated.is_money;
        first.is_scaled |= stated.is_scaled;
        first.unit = stated.unit;
    }
    *found = joined;
}

#[cfg(test)]
mod tests {
    use super::{Decimal, Language, Reading};

    const INDONESIAN: Reading<'_> = Reading {
        mark: ',',
        language: Some(Language::Indonesian),
        unit: "",
    };
    const ENGLISH: Reading<'_> = Reading {
        mark: '.',
        language: Some(Language::English),
        unit: "",
    };

    /// Whether one of the numbers that a text states is true of a value; nothing if it states
    /// none.
    fn is_true(reading: Reading<'_>, text: &str, value: &str) -> Option<bool> {
        let value = Decimal::from_str_exact(value).unwrap();
        let numbers = reading.numbers("", text, "");
        let is_any = numbers.iter().any(|stated| stated.is_true_of(value));
        (!numbers.is_empty()).then_some(is_any)
    }

    #[test]
    fn numbers_are_rounded_correctly_or_not() {
        let money = "255960000000";
        for (text, value, expected) in [
            ("Rp255.960.000.000", money, true),
            ("Rp255.960.000.001", money, false),
            ("Rp255.970.000.000", money, false),
            ("Rp256.000.000.000", money, false),
            ("Rp255,96 miliar", money, true),
            ("Rp255,960 miliar", money, true),
            ("Rp255,95 miliar", money, false),
            ("Rp 256,0 miliar", money, true),
            ("Rp256 miliar", money, true),
            ("Rp. 256 milyar", money, true),
            ("256 M", money, false),
            ("Rp256 M", money, true),
            ("Rp255 miliar", money, false),
            ("Rp0,26 triliun", money, true),
            ("Rp0,25 triliun", money, false),
            ("Rp255.960 juta", money, true),
            ("Rp255.961 juta", money, false),
            ("sekitar Rp260 miliar", money, true),
            ("sekitar Rp250 miliar", money, true),
            ("sekitar Rp300 miliar", money, true),
            ("sekitar Rp350 miliar", money, false),
            ("kira-kira Rp200 miliar", money, false),
            ("±Rp250 miliar", money, true),
            ("Rp250-an miliar", money, true),
            ("Rp200-an miliar", money, false),
            ("hampir Rp256 miliar", money, true),
            ("hampir Rp260 miliar", money, true),
            ("hampir Rp255 miliar", money, false),
            ("hampir Rp300 miliar", money, false),
            ("lebih dari Rp255 miliar", money, true),
            ("Rp255 miliar lebih", money, true),
            ("lebih dari Rp256 miliar", money, false),
            ("tidak lebih dari Rp256 miliar", money, true),
            ("tidak lebih dari Rp250 miliar", money, false),
            ("kurang dari Rp256 miliar", money, true),
            ("kurang dari Rp255 miliar", money, false),
            ("tidak kurang dari Rp255 miliar", money, true),
            ("paling sedikit Rp256 miliar", money, false),
            ("antara Rp250 miliar dan Rp260 miliar", money, true),
            ("antara 250 dan 260 miliar", money, true),
            ("Rp250–260 miliar", money, true),
            ("Rp200–250 miliar", money, false),
            ("dibangun di atas enam pilar", "6", true),
            ("dibangun di atas enam pilar", "5", false),
            ("68 program", "68", true),
            ("67 program", "68", false),
            ("lebih dari 60 program", "68", true),
            ("enam puluh delapan program", "68", true),
            ("enam puluh program", "68", false),
            ("2,87", "2.87", true),
            ("2,9", "2.87", true),
            ("2,8", "2.87", false),
            ("3", "2.87", true),
            ("72,5%", "72.5", true),
            ("1.250 orang", "1250", true),
            ("1,2 ribu orang", "1250", true),
        ] {
            assert_eq!(is_true(INDONESIAN, text, value), Some(expected), "{text}");
        }
        for (text, value, expected) in [
            ("Rp255.96 billion", money, true),
            ("Rp255,960,000,000", money, true),
            ("about Rp250 billion", money, true),
            ("almost Rp250 billion", money, false),
            ("up to Rp256 billion", money, true),
            ("twenty-five agencies", "25", true),
            ("six pillars", "6", true),
            ("seven pillars", "6", false),
        ] {
            assert_eq!(is_true(ENGLISH, text, value), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_counts_nothing_is_no_number() {
        for text in [
            "separuh anggaran",
            "GOV-07",
            "jaringan 4G",
            "Pasal 5",
            "salah satu program",
            "fase 2",
            "24/11",
            "anggaran dan program",
        ] {
            assert_eq!(is_true(INDONESIAN, text, "99"), None, "{text}");
        }
    }

    #[test]
    fn a_scale_that_is_a_part_of_the_unit_is_not_applied() {
        let reading = Reading {
            unit: "juta rupiah",
            ..INDONESIAN
        };
        assert_eq!(is_true(reading, "3 juta rupiah", "3"), Some(true));
        assert_eq!(is_true(INDONESIAN, "3 juta rupiah", "3"), Some(false));
    }

    #[test]
    fn what_a_number_means_may_stand_around_the_words() {
        let value = Decimal::from(255);
        let stated = INDONESIAN.numbers("Nilainya sekitar ", "250 program", ".");
        assert!(stated[0].is_true_of(value));
        assert_eq!(stated[0].range, 0..3);
        let stated = INDONESIAN.numbers("Dari 12 menjadi ", "250 program", " dan 12 OPD");
        assert_eq!(stated.len(), 1);
        assert!(!stated[0].is_true_of(value));
        let stated = INDONESIAN.numbers("", "Rp255", " miliar lebih.");
        assert!(stated[0].is_true_of(Decimal::from(255_960_000_000_u64)));
        assert_eq!(stated[0].range, 0..5);
    }
}
