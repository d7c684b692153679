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
    push_hyphenated(&mut marked, text, language);
    if marked.len() == text.len() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(marked)
}

/// Adds the text with soft hyphens to `marked`.
pub fn push_hyphenated(marked: &mut String, text: &str, language: Language) {
    let mut copied = 0;
    if language == Language::Indonesian {
        for_each_word(text, |start, word| {
            divide(word.as_bytes(), |at| {
                marked.push_str(text.get(copied..start + at).unwrap_or_default());
                marked.push(SOFT_HYPHEN);
                copied = start + at;
            });
        });
    }
    marked.push_str(text.get(copied..).unwrap_or_default());
}

/// Words in small letters, perhaps with a capital first, and where each begins.
/// Addresses and paths are no words.
fn for_each_word(text: &str, mut word: impl FnMut(usize, &str)) {
    for run in text.split(char::is_whitespace) {
        // Most runs are too short to hold a word that is divided.
        if run.len() < SHORTEST {
            continue;
        }
        let mut is_address = None;
        for piece in run.split(|c: char| !c.is_alphanumeric()) {
            if !is_divisible(piece.as_bytes()) {
                continue;
            }
            let is_address = *is_address.get_or_insert_with(|| {
                let inside = run.trim_matches(|c: char| !c.is_alphanumeric());
                inside.contains(['/', '\\', '@', '_', ':', '.'])
            });
            if is_address {
                break;
            }
            word(offset(text, piece), piece);
        }
    }
}

/// Where a part of a text begins in it.
fn offset(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

fn is_divisible(word: &[u8]) -> bool {
    match word {
        [first, rest @ ..] if word.len() >= SHORTEST => {
            first.is_ascii_alphabetic() && rest.iter().all(u8::is_ascii_lowercase)
        }
        _ => false,
    }
}

/// Length of the consonant or vowel with which a text begins: two letters may
/// count as one.
fn letter(rest: &[u8]) -> usize {
    match rest {
        [b'k' | b'K', b'h', ..] | [b'n' | b'N', b'g' | b'y', ..] | [b's' | b'S', b'y', ..] => 2,
        _ => 1,
    }
}

/// Calls for each byte before which a word may be divided.
fn divide(word: &[u8], mut division: impl FnMut(usize)) {
    // Consonants since the last vowel, and where the first two of them begin.
    let mut consonants: Option<usize> = None;
    let (mut first, mut second) = (0, 0);
    let mut at = 0;
    while let Some(rest) = word.get(at..).filter(|rest| !rest.is_empty()) {
        let length = letter(rest);
        let vowel = matches!(
            rest.first().map(u8::to_ascii_lowercase),
            Some(b'a' | b'e' | b'i' | b'o' | b'u')
        );
        if vowel {
            let is_s = word.get(second) == Some(&b's')
                && letter(word.get(second..).unwrap_or_default()) == 1;
            let cut = match consonants {
                Some(1) => Some(first),
                Some(2) => Some(second),
                // `trans-paran` or `in-strumen`: the word decides about an `s`.
                Some(3) if !is_s => Some(second),
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
        at += length;
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
