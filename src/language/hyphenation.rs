//! Where Indonesian words may be divided.
//!
//! Typst has no patterns for Indonesian; those of TeX divide `keseja-hteraan`, and the good ones
//! of LibreOffice may not be part of a program under another license. The rules of the official
//! spelling (Ejaan Bahasa Indonesia yang Disempurnakan, fifth edition, "Pemenggalan Kata")
//! need no dictionary: a word is divided before a single consonant between vowels and after
//! the first of several, where `kh`, `ng`, `ny` and `sy` count as one, and between its root and
//! its [prefixes and suffixes](super::affixes). What they leave to the sense of a word is not
//! divided here at all.

use std::borrow::Cow;

use super::affixes::{Affixes, affixes};
use super::letters::Letters;
use super::{BookLanguage, Language};
use crate::slice::slice;

/// Fewest letters of a word that is divided.
const SHORTEST: usize = 7;

/// Fewest letters before and after a division.
const FEWEST: usize = 3;

/// Prefixes of two letters, which may stand before a division.
const SHORT_PREFIXES: [&[u8]; 7] = [b"be", b"di", b"ke", b"me", b"pe", b"se", b"te"];

/// Marks where a word may be divided, without being seen.
pub(crate) const SOFT_HYPHEN: char = '\u{ad}';

/// The text with soft hyphens wherever one of its words may be divided. English
/// stays as it is: Typst divides it.
pub(crate) fn hyphenate(text: &str, language: BookLanguage) -> Cow<'_, str> {
    let mut marked = String::new();
    let mut copied = 0;
    for_each_division(text, language, |at| {
        marked.push_str(slice(text, copied..at));
        marked.push(SOFT_HYPHEN);
        copied = at;
    });
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    marked.push_str(slice(text, copied..));
    Cow::Owned(marked)
}

/// Calls for each byte of a text before which a word may be divided, in their order.
/// Such a byte stands between two letters.
pub(crate) fn for_each_division(
    text: &str,
    language: BookLanguage,
    mut division: impl FnMut(usize),
) {
    if language.built_in() == Some(Language::Indonesian) {
        for_each_word(text, |start, word| divide(word, |at| division(start + at)));
    }
}

/// Words in small letters, perhaps with a capital first, and where each begins.
/// Addresses and paths are no words.
fn for_each_word(text: &str, mut found: impl FnMut(usize, &[u8])) {
    let bytes = text.as_bytes();
    // The last run between spaces in which a word was found, and whether it is an
    // address.
    let mut run = 0..0;
    let mut is_address = false;
    let mut at = 0;
    // Most words are too short, and soon passed if their ends are looked for.
    while let Some([first, others @ ..]) = bytes.get(at..at + SHORTEST) {
        if let Some(last) = others.iter().rposition(|byte| !byte.is_ascii_lowercase()) {
            at += 1 + last;
            continue;
        }
        let start = at + usize::from(!first.is_ascii_alphabetic());
        let more = bytes.iter().skip(at + SHORTEST);
        let end = at + SHORTEST + more.take_while(|byte| byte.is_ascii_lowercase()).count();
        at = end;
        let before = slice(text, ..start);
        let after = slice(text, end..);
        if end - start < SHORTEST
            || before.ends_with(char::is_alphanumeric)
            || after.starts_with(char::is_alphanumeric)
        {
            continue;
        }
        if start >= run.end {
            let spaces = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
            let more = after.find(char::is_whitespace).unwrap_or(after.len());
            run = spaces..end + more;
            // Mostly nothing stands around the word, or a comma.
            let is_mark = |c: char| !c.is_alphanumeric();
            let before = slice(before, spaces..);
            let after = slice(after, ..more);
            is_address = [
                before.trim_start_matches(is_mark),
                after.trim_end_matches(is_mark),
            ]
            .iter()
            .any(|part| part.contains(['/', '\\', '@', '_', ':', '.']));
        }
        if !is_address {
            found(start, bytes.get(start..end).unwrap_or(&[]));
        }
    }
}

/// Calls for each byte before which a word may be divided. Words with more letters than
/// a mask has bits are looked at part by part, and no word has prefixes then.
fn divide(word: &[u8], mut division: impl FnMut(usize)) {
    let most = u64::BITS as usize;
    let mut letters = [0; u64::BITS as usize];
    let small = letters.get_mut(..word.len()).unwrap_or(&mut []);
    small
        .iter_mut()
        .zip(word)
        .for_each(|(small, letter)| *small = letter.to_ascii_lowercase());
    let affixes = std::str::from_utf8(small).map_or_else(|_| Affixes::default(), affixes);
    let prefix = small.get(..2).unwrap_or(&[]);
    let fewest = if SHORT_PREFIXES.contains(&prefix) {
        2
    } else {
        FEWEST
    };
    for (part, letters) in word.chunks(most).enumerate() {
        let start = part * most;
        let mut cuts = Letters::of(letters).cuts() & !affixes.whole | affixes.divided;
        while cuts != 0 {
            let cut = start + cuts.trailing_zeros() as usize;
            cuts &= cuts - 1;
            if cut >= fewest && word.len() - cut >= FEWEST {
                division(cut);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(text: &str) -> String {
        hyphenate(text, Language::Indonesian.into()).replace(SOFT_HYPHEN, "-")
    }

    #[test]
    fn words_are_divided_by_the_rules_of_spelling() {
        let list = include_str!("../../tests/hyphenation.txt");
        let words: Vec<&str> = list.lines().filter(|it| !it.starts_with('#')).collect();
        assert!(words.len() >= 300);
        let wrong: Vec<(String, &str)> = words
            .iter()
            .map(|parts| (divided(&parts.replace('-', "")), *parts))
            .filter(|(found, parts)| found != parts)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn roots_are_not_broken_behind_a_wrong_prefix() {
        for (word, wrong) in [
            ("berita-beritanya", "ber-ita"),
            ("perangkat", "per-angkat"),
            ("perencanaan", "per-encanaan"),
            ("keterangan", "ter-angan"),
            ("pengaruhnya", "peng-aruh"),
            ("mengelola", "meng-elola"),
            ("diplomasi", "di-plomasi"),
            // Roots that nobody knows stay whole where it matters.
            ("mengaxikan", "meng-axikan"),
            ("mengaxikan", "menga-xikan"),
            ("beraxikan", "bera-xikan"),
        ] {
            let found = divided(word);
            let found = found.split('-').collect::<Vec<_>>();
            let wrong = wrong.split('-').next().unwrap();
            assert!(!found.contains(&wrong), "{word}: {found:?}");
        }
    }

    #[test]
    fn a_capital_and_capitals_change_nothing() {
        assert_eq!(divided("Perubahan"), "Per-ubahan");
        assert_eq!(divided("PERUBAHAN"), "PERUBAHAN");
    }

    #[test]
    fn what_the_rules_do_not_settle_stays_whole() {
        for word in [
            "transparan",
            "RPJMD2025",
            "DISKOMINFO",
            "Diskominfo/Bappeda",
            "warga@ambon.go.id",
            "program_layanan",
            "ambon.antaranews.com",
            "kota",
        ] {
            assert_eq!(divided(word), word);
        }
    }

    #[test]
    fn words_of_any_length_are_divided() {
        let word = "kesejahteraan".repeat(20);
        let parts = divided(&word);
        assert_eq!(parts.replace('-', ""), word);
        assert!(parts.split('-').all(|part| part.len() < 10), "{parts}");
    }

    #[test]
    fn everything_around_the_words_stays() {
        assert_eq!(
            divided("„pelayanan“, (masyarakat)—é pemerintah.\n"),
            "„pe-la-yanan“, (masya-ra-kat)—é pe-me-rin-tah.\n"
        );
        let english = "administration of government";
        assert_eq!(hyphenate(english, Language::English.into()), english);
    }
}
