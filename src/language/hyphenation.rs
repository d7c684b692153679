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
    if language != Language::Indonesian {
        return Cow::Borrowed(text);
    }
    let mut marked = String::new();
    let mut copied = 0;
    for (start, word) in words(text) {
        for at in divisions(word.as_bytes()) {
            marked.push_str(text.get(copied..start + at).unwrap_or_default());
            marked.push(SOFT_HYPHEN);
            copied = start + at;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    marked.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(marked)
}

/// Words in small letters, perhaps with a capital first, and where each begins.
/// Addresses and paths are no words.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    runs(text, |c| !c.is_whitespace())
        .into_iter()
        .filter(|(_, run)| {
            let inside = run.trim_matches(|c: char| !c.is_alphanumeric());
            !inside.contains(['/', '\\', '@', '_', ':', '.'])
        })
        .flat_map(|(start, run)| {
            let pieces = runs(run, char::is_alphanumeric).into_iter();
            pieces.map(move |(at, piece)| (start + at, piece))
        })
        .filter(|(_, word)| {
            word.len() >= SHORTEST
                && word.bytes().all(|byte| byte.is_ascii_alphabetic())
                && word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
        })
}

/// The longest runs of characters that belong together, and where each begins.
fn runs(text: &str, belongs: impl Fn(char) -> bool) -> Vec<(usize, &str)> {
    let mut runs = Vec::new();
    let mut begun = None;
    for (at, character) in text.char_indices() {
        match (belongs(character), begun) {
            (true, None) => begun = Some(at),
            (false, Some(start)) => {
                runs.extend(text.get(start..at).map(|run| (start, run)));
                begun = None;
            }
            _ => {}
        }
    }
    let last = begun.and_then(|start| Some((start, text.get(start..)?)));
    runs.extend(last);
    runs
}

/// A letter, or two that count as one.
struct Letter {
    /// Where it begins.
    at: usize,
    vowel: bool,
    /// Whether it is an `s`.
    is_s: bool,
}

fn letters(word: &[u8]) -> Vec<Letter> {
    let mut letters = Vec::new();
    let mut at = 0;
    while let Some(first) = word.get(at).map(u8::to_ascii_lowercase) {
        let second = word.get(at + 1).copied().unwrap_or_default();
        letters.push(Letter {
            at,
            vowel: matches!(first, b'a' | b'e' | b'i' | b'o' | b'u'),
            is_s: first == b's' && second != b'y',
        });
        at += match (first, second) {
            (b'k', b'h') | (b'n', b'g' | b'y') | (b's', b'y') => 2,
            _ => 1,
        };
    }
    letters
}

/// The bytes before which a word may be divided.
fn divisions(word: &[u8]) -> Vec<usize> {
    let letters = letters(word);
    let mut divisions = Vec::new();
    for (vowel, _) in letters.iter().enumerate().filter(|(_, one)| one.vowel) {
        let rest = letters.get(vowel + 1..).unwrap_or_default();
        let end = rest.iter().position(|one| one.vowel);
        let cut = match end.and_then(|end| rest.get(..end)) {
            Some([only]) => only.at,
            Some([_, second]) => second.at,
            // `trans-paran` or `in-strumen`: the word decides about an `s`.
            Some([_, second, _]) if !second.is_s => second.at,
            _ => continue,
        };
        let long = cut >= FEWEST && word.len() - cut >= FEWEST;
        if long && !begins_suffix(word, cut) {
            divisions.push(cut);
        }
    }
    divisions
}

/// Whether a division gives the suffix `-an` the consonant before it. The suffix
/// `-kan` has one of its own.
fn begins_suffix(word: &[u8], cut: usize) -> bool {
    let rest = word.get(cut..).unwrap_or_default();
    rest.ends_with(b"an") && rest != b"kan" && letters(rest).len() == 3
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
