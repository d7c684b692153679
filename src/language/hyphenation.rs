//! Where Indonesian words may be divided.
//!
//! Typst has no patterns for Indonesian, and those of TeX divide `keseja-hteraan`. The rules of the official spelling
//! (Ejaan Bahasa Indonesia yang Disempurnakan, fifth edition, "Pemenggalan Kata")
//! need no dictionary: a word is divided before a single consonant between vowels
//! and after the first of several, where `kh`, `ng`, `ny` and `sy` count as one.
//! What they leave to the sense of a word is not divided here at all: two vowels,
//! a prefix before a vowel, the suffix `-an`.

use std::borrow::Cow;

use super::Language;

/// Fewest letters of a word that is divided.
const SHORTEST: usize = 7;

/// Fewest letters before and after a division. Two would take the last consonant
/// of a prefix before a vowel: `be-rakhir`.
const FEWEST: usize = 3;

/// Marks where a word may be divided, without being seen.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// The text with soft hyphens wherever one of its words may be divided. English
/// stays as it is: Typst divides it.
pub fn hyphenate(text: &str, language: Language) -> Cow<'_, str> {
    let mut marked = String::new();
    let mut copied = 0;
    for_each_division(text, language, |at| {
        marked.push_str(text.get(copied..at).unwrap_or_default());
        marked.push(SOFT_HYPHEN);
        copied = at;
    });
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    marked.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(marked)
}

/// Calls for each byte of a text before which a word may be divided, in their order.
/// Such a byte stands between two letters.
pub fn for_each_division(text: &str, language: Language, mut division: impl FnMut(usize)) {
    if language == Language::Indonesian {
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
    while let Some(rest) = bytes.get(at..) {
        let Some(gap) = rest.iter().position(u8::is_ascii_alphabetic) else {
            return;
        };
        let start = at + gap;
        let small = rest
            .iter()
            .skip(gap + 1)
            .take_while(|b| b.is_ascii_lowercase());
        let end = start + 1 + small.count();
        at = end;
        // Most are too short to be divided.
        if end - start < SHORTEST {
            continue;
        }
        let before = text.get(..start).unwrap_or_default();
        let after = text.get(end..).unwrap_or_default();
        if before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric) {
            continue;
        }
        if start >= run.end {
            let spaces = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
            let more = after.find(char::is_whitespace).unwrap_or(after.len());
            run = spaces..end + more;
            let run = text.get(run.clone()).unwrap_or_default();
            is_address = run
                .trim_matches(|c: char| !c.is_alphanumeric())
                .contains(['/', '\\', '@', '_', ':', '.']);
        }
        if !is_address {
            found(start, bytes.get(start..end).unwrap_or_default());
        }
    }
}

/// Length of the consonant or vowel with which a text begins: two letters may
/// count as one.
fn letter(rest: &[u8]) -> usize {
    match rest {
        [first, second, ..] if is_one(*first, *second) => 2,
        _ => 1,
    }
}

/// Whether two letters count as one.
fn is_one(first: u8, second: u8) -> bool {
    matches!(
        (first, second),
        (b'k' | b'K', b'h') | (b'n' | b'N', b'g' | b'y') | (b's' | b'S', b'y')
    )
}

/// Calls for each byte before which a word may be divided.
fn divide(word: &[u8], mut division: impl FnMut(usize)) {
    // Consonants since the last vowel, and where the first two of them begin.
    let mut consonants: Option<usize> = None;
    let (mut first, mut second) = (0, 0);
    let mut previous = 0;
    for (at, &byte) in word.iter().enumerate() {
        let belongs = is_one(previous, byte);
        previous = byte;
        if belongs {
            continue;
        }
        if matches!(byte.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u') {
            let is_s = || {
                word.get(second..)
                    .is_some_and(|rest| rest.first() == Some(&b's') && letter(rest) == 1)
            };
            let cut = match consonants {
                Some(1) => Some(first),
                Some(2) => Some(second),
                // `trans-paran` or `in-strumen`: the word decides about an `s`.
                Some(3) if !is_s() => Some(second),
                _ => None,
            };
            let long = |cut: &usize| *cut >= FEWEST && word.len() - cut >= FEWEST;
            if let Some(cut) = cut.filter(long).filter(|cut| !begins_suffix(word, *cut)) {
                division(cut);
            }
            consonants = Some(0);
        } else if let Some(count) = &mut consonants {
            match *count {
                0 => first = at,
                1 => second = at,
                _ => {}
            }
            *count += 1;
        }
    }
}

/// Whether a division gives the suffix `-an` the consonant before it. The suffix
/// `-kan` has one of its own.
fn begins_suffix(word: &[u8], cut: usize) -> bool {
    let rest = word.get(cut..).unwrap_or_default();
    rest.ends_with(b"an") && rest != b"kan" && rest.len() == letter(rest) + 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(text: &str) -> String {
        hyphenate(text, Language::Indonesian).replace(SOFT_HYPHEN, "-")
    }

    #[test]
    fn words_are_divided_by_the_rules_of_spelling() {
        for (word, parts) in [
            ("penyelenggaraan", "penye-leng-ga-raan"),
            ("administrasi", "admi-nis-trasi"),
            ("kesejahteraan", "kese-jah-te-raan"),
            ("pertanggungjawaban", "per-tang-gung-ja-waban"),
            ("mengutamakan", "mengu-ta-ma-kan"),
            ("pemerintahan", "peme-rin-tahan"),
            ("Masyarakat", "Masya-ra-kat"),
            ("berkelanjutan", "ber-ke-lan-jutan"),
            ("keterlambatan", "keter-lam-batan"),
        ] {
            assert_eq!(divided(word), parts);
        }
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
    fn everything_around_the_words_stays() {
        assert_eq!(
            divided("„pelayanan“, (masyarakat)—é pemerintah.\n"),
            "„pela-yanan“, (masya-ra-kat)—é peme-rin-tah.\n"
        );
        let english = "administration of government";
        assert_eq!(hyphenate(english, Language::English), english);
    }
}
