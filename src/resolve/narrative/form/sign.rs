//! Signs that are read as marks: between numbers and words (`2*3*4`, `panjang*lebar*tinggi`),
//! in numbers of which a part is kept secret (`0812****1234`), on the lines of a form
//! (`__/__/2026`), and in paths of Windows (`\\server\bagi`).

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Forms;
use super::paragraph::Paragraph;
use crate::pattern::literal_pattern;
use crate::resolve::rules;
use crate::slice::slice;

/// A path of Windows.
static PATH: LazyLock<Regex> =
    LazyLock::new(|| literal_pattern(r"(?:^|[\s(])(?P<path>(?:\\\\[\w.-]+\\|[A-Za-z]:\\)[^\s|]*)"));

/// Looks for paths whose backslashes are not all printed: before a mark, they take its
/// meaning away.
pub(super) fn paths(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) {
    for line in &paragraph.lines {
        let mut written = paragraph.written(line);
        let mut start = line.range.start;
        if paragraph.is_escaped(start) {
            written.to_mut().insert(0, '\\');
            start -= 1;
        }
        if !written.contains('\\') {
            continue;
        }
        for found in PATH.captures_iter(&written) {
            let Some(path) = found.name("path") else {
                continue;
            };
            let mut pairs = path.as_str().bytes().zip(path.as_str().bytes().skip(1));
            if pairs.any(|(one, two)| one == b'\\' && two.is_ascii_punctuation()) {
                let span = forms.span(start + path.start()..start + path.end());
                let finding = rules::lost_sign::backslash(span, path.as_str());
                forms.findings.push(finding);
            }
        }
    }
}

/// Looks at an element between these bytes.
pub(super) fn look(forms: &mut Forms<'_>, range: &Range<usize>) {
    let Some(element) = forms.text.get(range.clone()) else {
        return;
    };
    let Some(sign) = element.chars().next().filter(|c| "*_".contains(*c)) else {
        return;
    };
    // What was meant for mathematics is told as such.
    if element.contains('$') {
        return;
    }
    let before = slice(forms.text, ..range.start);
    let after = slice(forms.text, range.end..);
    let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let end = after.find(char::is_whitespace).unwrap_or(after.len()) + range.end;
    if forms.signs > start || forms.text.get(start..end).is_none() {
        return;
    }
    let numbers = sign == '*' && is_product(element, before, after);
    let lost = match sign {
        '*' => numbers || is_between_letters(element, before, after),
        _ => is_blank_of_form(element) || is_name_of_file(element, after),
    };
    if !lost && !is_in_address(slice(before, start..)) {
        return;
    }
    forms.signs = end;
    let written = slice(forms.text, start..end);
    let escaped = escaped(written, sign);
    let span = forms.span(start..end);
    let address = is_in_address(slice(before, start..));
    let meant = times(written).filter(|_| sign == '*' && !address);
    let finding = rules::lost_sign::finding(span, sign, written, meant.as_deref(), &escaped);
    let plain =
        |c: char| c.is_ascii_digit() || c.is_alphabetic() || " .,;:?!%".contains(c) || c == '*';
    let certain = numbers && written.chars().all(plain);
    forms.findings.push(match meant.filter(|_| certain) {
        Some(meant) => finding.restructure(span, meant),
        None => finding,
    });
}

/// Whether the marks around an element stand between numbers, or numbers and letters.
fn is_product(element: &str, before: &str, after: &str) -> bool {
    let inside = element.trim_matches('*');
    let words = [
        last_word(before),
        first_word(inside),
        last_word(inside),
        first_word(after),
    ];
    let stands_for = |word: &str| is_number(word) || word.chars().count() == 1;
    words.into_iter().any(is_number) && words.into_iter().all(stands_for)
}

/// Whether the marks around an element stand inside of words or numbers where no part of a
/// word can have been meant, as an affix leaves it: `panjang*lebar*tinggi`, `0812****1234`.
fn is_between_letters(element: &str, before: &str, after: &str) -> bool {
    let inside = element.trim_matches('*');
    let (prefix, suffix) = (last_word(before.trim_end_matches('*')), first_word(after));
    let (first, last) = (first_word(inside), last_word(inside));
    let opens = !prefix.is_empty() && !first.is_empty();
    let closes = !last.is_empty() && !suffix.is_empty();
    let opening = element.len() - element.trim_start_matches('*').len();
    let stars = opening + before.len() - before.trim_end_matches('*').len();
    let digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    if stars > 2 {
        return opens || closes;
    }
    if stars == 2 {
        return false;
    }
    let affix = |word: &str, all: &[&str]| all.contains(&word.to_lowercase().as_str());
    // An element may be as long as the text.
    let is_stem = || {
        inside
            .chars()
            .filter(|c| c.is_alphabetic())
            .nth(2)
            .is_some()
    };
    let word = (affix(prefix, &PREFIXES) || affix(suffix, &SUFFIXES)) && is_stem();
    (opens && closes && !word) || (opens && digit(first))
}

/// What stands before a foreign word and belongs to it.
const PREFIXES: [&str; 40] = [
    "ke", "me", "mem", "men", "meng", "menge", "meny", "di", "ter", "ber", "be", "bel", "pe",
    "pem", "pen", "peng", "penge", "per", "se", "memper", "diper", "keber", "nge", "nya", "non",
    "pra", "pasca", "anti", "antar", "multi", "re", "un", "pre", "sub", "inter", "super", "semi",
    "pro", "tele", "over",
];

/// What stands behind a foreign word and belongs to it.
const SUFFIXES: [&str; 18] = [
    "an", "kan", "i", "nya", "lah", "kah", "pun", "ku", "mu", "isasi", "isme", "wan", "s", "es",
    "ed", "er", "ing", "ly",
];

/// Whether an element is what is left of a form: signs between lines to write on.
fn is_blank_of_form(element: &str) -> bool {
    let blank = |c: char| c.is_whitespace() || "_/-–.,:;()|".contains(c);
    element.chars().all(blank)
}

/// Whether an element begins the name of a file: `__init__.py`.
fn is_name_of_file(element: &str, after: &str) -> bool {
    let ending = after.strip_prefix('.').map_or("", first_word);
    let plain = !element.contains(char::is_whitespace);
    plain && (1..=4).contains(&ending.len()) && ending.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether an address goes on with an element.
fn is_in_address(before: &str) -> bool {
    let begins = |address: &str| before.contains(address);
    (begins("https://") || begins("http://") || begins("www.")) && !before.contains(['<', '`'])
}

/// What was written with the sign of a product between its words, where each of its stars
/// stands between two of them.
fn times(written: &str) -> Option<String> {
    let stars = || written.match_indices('*');
    let between = stars().all(|(at, _)| {
        let left = slice(written, ..at).chars().next_back();
        let right = slice(written, at + 1..).chars().next();
        left.is_some_and(|c| c.is_alphanumeric() || ")]%".contains(c))
            && right.is_some_and(|c| c.is_alphanumeric() || "([".contains(c))
    });
    (between && stars().next().is_some()).then(|| written.replace('*', " × "))
}

/// What was written with a backslash before each sign that has none.
fn escaped(written: &str, sign: char) -> String {
    let mut escaped = String::with_capacity(written.len());
    let mut last = ' ';
    for c in written.chars() {
        if c == sign && last != '\\' {
            escaped.push('\\');
        }
        escaped.push(c);
        last = c;
    }
    escaped
}

/// The letters and digits that a text ends with.
fn last_word(text: &str) -> &str {
    let rest = text.trim_end_matches(char::is_alphanumeric);
    slice(text, rest.len()..)
}

/// The letters and digits that a text begins with.
fn first_word(text: &str) -> &str {
    let rest = text.trim_start_matches(char::is_alphanumeric);
    slice(text, ..text.len() - rest.len())
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
}
