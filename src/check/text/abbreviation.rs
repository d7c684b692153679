//! Abbreviations in prose: where they stand, and whether the text explains them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::common_abbreviations::is_common;
use super::editor_mark::is_editor_mark;
use crate::check::literal_pattern;
use crate::slice::slice;

/// Two capital letters or more, perhaps with small ones or digits among them.
static ABBREVIATION: LazyLock<Regex> =
    LazyLock::new(|| literal_pattern(r"\b\p{Lu}{2,}[\p{L}\d]*\b"));

/// How far around an abbreviation the text is read, in bytes.
const WINDOW: usize = 200;

/// How many words in capitals on each side are looked at.
const NEIGHBOURS: usize = 8;

/// What a word in capitals is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capitals {
    /// An abbreviation that is used.
    Used,
    /// An abbreviation that is explained here.
    Explained,
    /// No abbreviation that needs to be explained: a numeral, a unit, a part of a
    /// headline or of a file name, a word that is stressed.
    Other,
}

/// Every word that begins with two capital letters.
pub(crate) fn in_capitals(text: &str) -> impl Iterator<Item = Range<usize>> {
    ABBREVIATION.find_iter(text).map(|word| word.range())
}

/// Judges a word in capitals by what stands before and behind it.
pub fn judge(word: &str, before: &str, after: &str) -> Capitals {
    let (before, after) = (end_of(before), beginning_of(after));
    if is_explained(word, before, after) {
        return Capitals::Explained;
    }
    let other = is_numeral(word)
        || is_common(word)
        || is_editor_mark(word)
        || before.ends_with('#')
        || is_file_name(before, after)
        || is_bearing(word, before)
        || is_fiscal_year(word, after)
        || is_alone(word, before, after)
        || is_headline(word, before, after)
        || is_shouted(word, before, after);
    if other {
        Capitals::Other
    } else {
        Capitals::Used
    }
}

/// A Roman numeral.
fn is_numeral(word: &str) -> bool {
    word.chars().all(|c| "IVXLCDM".contains(c))
}

/// `… (SPBE)`, `… (selanjutnya disebut SPBE)` or `SPBE (Sistem Pemerintahan …)`.
fn is_explained(word: &str, before: &str, after: &str) -> bool {
    let around = |c: char| c.is_whitespace() || "*_~\"'“”„‘’‚«»".contains(c);
    let (before, after) = (
        before.trim_end_matches(around),
        after.trim_start_matches(around),
    );
    if before.ends_with('(') && after.starts_with(')') {
        return true;
    }
    let mut words = before.split_whitespace().rev().map(bare);
    let last = words.next().unwrap_or_default();
    let defines = |word: &str| {
        let word = word.to_lowercase();
        ["disebut", "disingkat", "singkatan", "hereinafter"].contains(&word.as_str())
    };
    let link = ["sebagai", "dengan", "as"].contains(&last);
    if defines(last) || (link && words.next().is_some_and(defines)) {
        return true;
    }
    let inside = after
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'));
    inside.is_some_and(|(inside, _)| is_long_form(word, inside))
}

/// Whether a text may be what an abbreviation stands for: several words that begin
/// with its first letter or are a name.
fn is_long_form(word: &str, text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().map(bare).collect();
    let first = |word: &&str| word.chars().next();
    let begins = words.first().and_then(first).is_some_and(|letter| {
        let own = word.chars().flat_map(char::to_lowercase).next();
        letter.to_lowercase().next() == own
    });
    let capitals = words.iter().filter_map(first).filter(|c| c.is_uppercase());
    words.len() >= 2 && (begins || capitals.count() >= 2)
}

/// A part of a file name: `LAPORAN.PDF`.
fn is_file_name(before: &str, after: &str) -> bool {
    let joined = |rest: Option<&str>, side: fn(&str) -> Option<char>| {
        rest.and_then(side).is_some_and(char::is_alphanumeric)
    };
    joined(before.strip_suffix('.'), |rest| rest.chars().next_back())
        || joined(after.strip_prefix('.'), |rest| rest.chars().next())
}

/// The side of the earth behind degrees: `3°41′ LS`.
fn is_bearing(word: &str, before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\u{a0}']);
    ["LS", "LU", "BT", "BB"].contains(&word)
        && before.ends_with(|c: char| c.is_ascii_digit() || "°º˚'’′\"”″".contains(c))
}

/// The year of a budget: `TA 2026`.
fn is_fiscal_year(word: &str, after: &str) -> bool {
    let year = after.trim_start().chars().take_while(char::is_ascii_digit);
    word == "TA" && year.count() == 4
}

/// A word that is a line by itself, as headings are, and can be spoken.
fn is_alone(word: &str, before: &str, after: &str) -> bool {
    let begins = before.rsplit('\n').next().unwrap_or_default();
    let ends = after.split('\n').next().unwrap_or_default();
    // A line whose beginning or end is out of sight is none.
    let whole = before.len() < WINDOW || before.contains('\n');
    let mark = |c: char| c.is_whitespace() || "*_:#.>-".contains(c) || c.is_ascii_digit();
    let bare = begins.chars().chain(ends.chars()).all(mark);
    whole && bare && word.chars().count() > 3 && is_wordlike(word)
}

/// A part of a heading that is written in capitals altogether.
fn is_headline(word: &str, before: &str, after: &str) -> bool {
    let (above, start) = before.rsplit_once('\n').unwrap_or(("", before));
    let (end, below) = after.split_once('\n').unwrap_or((after, ""));
    let underline = below.lines().next().unwrap_or_default().trim();
    let is_underlined = ['=', '-']
        .iter()
        .any(|mark| underline.len() > 1 && underline.chars().all(|c| c == *mark));
    // A line whose beginning is out of sight is none.
    let whole = !above.is_empty() || before.len() < WINDOW;
    whole
        && (start.trim_start().starts_with('#') || is_underlined)
        && [start, word, end].iter().all(|part| !has_small(part))
}

/// A part of several ordinary words in capitals.
fn is_shouted(word: &str, before: &str, after: &str) -> bool {
    let before = before.rsplit_once("\n\n").map_or(before, |(_, rest)| rest);
    let after = after.split_once("\n\n").map_or(after, |(rest, _)| rest);
    // What is joined to the word ends no run; a mark of its own does.
    let joined = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && c != '|';
    let (before, after) = (
        before.trim_end_matches(joined),
        after.trim_start_matches(joined),
    );
    let capitals = |word: &&str| word.contains(char::is_alphanumeric) && !has_small(word);
    let left = before.split_whitespace().rev().map(bare);
    let right = after.split_whitespace().map(bare);
    let left = left.take_while(capitals).take(NEIGHBOURS);
    let right = right.take_while(capitals).take(NEIGHBOURS);
    let words: Vec<&str> = left
        .chain([word])
        .chain(right)
        .filter(|word| word.contains(char::is_alphabetic) && !is_numeral(word))
        .collect();
    let ordinary: Vec<&&str> = words.iter().filter(|word| is_wordlike(word)).collect();
    let long = ordinary.iter().any(|word| word.chars().count() >= 5);
    (long || ordinary.len() > 2)
        && ordinary.len() >= 2
        && (words.len() > 2 || ordinary.len() == words.len())
}

/// Whether a word in capitals can be spoken: abbreviations of administration
/// mostly cannot.
fn is_wordlike(word: &str) -> bool {
    let length = word.chars().count();
    let limit = if length < 6 { 2 } else { 3 };
    let is_vowel = |c: char| "AEIOU".contains(c);
    let clusters = word.split(is_vowel).map(|cluster| {
        let joined = cluster.replace("NG", "N").replace("NY", "N");
        joined.chars().count()
    });
    length >= 3
        && word.chars().all(char::is_alphabetic)
        && word.contains(is_vowel)
        && clusters.max().unwrap_or_default() <= limit
}

fn has_small(text: &str) -> bool {
    text.contains(char::is_lowercase)
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn end_of(text: &str) -> &str {
    let mut start = text.len().saturating_sub(WINDOW);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    slice(text, start..)
}

fn beginning_of(text: &str) -> &str {
    let mut end = text.len().min(WINDOW);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    slice(text, ..end)
}

#[cfg(test)]
mod tests {
    use super::{Capitals, in_capitals, judge};

    fn all(text: &str, kind: Capitals) -> Vec<&str> {
        in_capitals(text)
            .filter(|range| {
                let (before, after) = (&text[..range.start], &text[range.end..]);
                judge(&text[range.clone()], before, after) == kind
            })
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn abbreviations_that_the_text_explains_are_told_from_others() {
        for (text, word) in [
            ("sistem informasi (SIMDA)", "SIMDA"),
            ("rencana (**RIKC**) kota", "RIKC"),
            ("kawasan (“KTR”) itu", "KTR"),
            ("kawasan (\"KTR\") itu", "KTR"),
            ("layanan (selanjutnya disebut SPL)", "SPL"),
            ("layanan yang selanjutnya disebut sebagai SPL", "SPL"),
            ("layanan, disingkat SPL, dan", "SPL"),
            ("SPBE (Sistem Pemerintahan Berbasis Elektronik)", "SPBE"),
            ("**SPBE** (Sistem Pemerintahan)", "SPBE"),
            ("UNESCO (Organisasi Pendidikan Dunia)", "UNESCO"),
        ] {
            assert_eq!(all(text, Capitals::Explained), [word], "{text}");
        }
        for text in [
            "melalui SPBE (lihat bab 2)",
            "SPBE dan",
            "(SPBE dan lainnya)",
        ] {
            assert_eq!(all(text, Capitals::Used), ["SPBE"], "{text}");
        }
    }

    #[test]
    fn words_in_capitals_are_no_abbreviations() {
        for text in [
            "# BAB I PENDAHULUAN",
            "# PENDAHULUAN\n\nTeks",
            "PENDAHULUAN\n===========\n",
            "warga TIDAK boleh",
            "DINAS KOMUNIKASI DAN INFORMATIKA",
            "oleh DINAS KESEHATAN bersama",
            "RENCANA INDUK KOTA CERDAS 2025",
            "hingga 20 GB dan 5 MB, 2 GHz, 3 MW, 12 KM",
            "berkas LAPORAN.PDF dan data.CSV",
            "pada abad XXI, bab IV",
            "PT Meter, CV Maju, UD Jaya, UU dan PP",
            "OPD, APBD, DPRD, SDM, UMKM, BPK, HIV",
            "3°41' LS dan 128° 11′ BT, 5 LU",
            "APBD TA 2026",
            "#KOTA dan #REF!",
            "VISI:",
            "**MISI**",
            "Teks.\n\nPENDAHULUAN\n\nTeks",
            "2. KESIMPULAN",
            "VISI DAN MISI",
            "WARGA KOTA WAJIB MELAPOR KEPADA DINAS",
        ] {
            assert_eq!(all(text, Capitals::Used), Vec::<&str>::new(), "{text}");
            assert_eq!(all(text, Capitals::Explained), Vec::<&str>::new(), "{text}");
        }
        for (text, words) in [
            ("## Layanan SPBE", vec!["SPBE"]),
            ("RPJPD TIK", vec!["RPJPD", "TIK"]),
            ("RKPD, RPJMD, SPBE", vec!["RKPD", "RPJMD", "SPBE"]),
            ("pada BT dan LS", vec!["BT", "LS"]),
            ("dengan TA baru", vec!["TA"]),
            ("| SIMDA | SAKIP |", vec!["SIMDA", "SAKIP"]),
            ("melalui SPBE.\n\nSIMDA ini", vec!["SPBE", "SIMDA"]),
            ("SPBE. Lalu", vec!["SPBE"]),
            ("bagian\nRPJMD\n", vec!["RPJMD"]),
        ] {
            assert_eq!(all(text, Capitals::Used), words, "{text}");
        }
    }
}
