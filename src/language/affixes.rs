//! Prefixes and suffixes of Indonesian words, between which and the root a word is divided.
//!
//! A prefix before a consonant stands where spelling divides a word anyhow. Before a vowel it
//! takes the consonant with it (`ber-ubah`, `meng-ikuti`), unless that belongs to the root
//! (`be-rencana`, `me-ngelola`), or nothing is a prefix there (`berita`): [`roots`] tells. A
//! vowel alone is not parted from the root that it begins.

use super::letters::{is_one, is_vowel};
use super::roots;
use crate::slice::slice;

/// Where a word may be divided beside what its consonants tell, and where it may not; a bit
/// for each byte of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Affixes {
    /// Divisions between a prefix and what is behind it.
    pub divided: u64,
    /// What hangs together, whatever its consonants tell.
    pub whole: u64,
}

/// Words that begin with a prefix from another language.
const INFRA: [&str; 2] = ["infrastruktur", "suprastruktur"];

/// Those of a word of at most 64 small letters.
pub(super) fn affixes(word: &str) -> Affixes {
    let mut affixes = Affixes::default();
    affixes.prefixes(word, 0);
    affixes.suffixes(word);
    affixes
}

impl Affixes {
    fn divide(&mut self, at: usize) {
        self.divided |= bit(at);
    }

    fn keep(&mut self, at: usize) {
        self.whole |= bit(at);
    }

    /// Notes a prefix at a place of the word, and those behind it.
    fn prefixes(&mut self, word: &str, start: usize) {
        let piece = slice(word, start..);
        match piece.as_bytes() {
            [b'm' | b'p', b'e', b'n', b'g', ..] => self.nasal(word, start),
            [b'b' | b'p' | b't', b'e', b'r', ..] | [b'b' | b'p', b'e', b'l', ..] => {
                self.liquid(word, start);
            }
            [b'm' | b'p', b'e', b'm', next, ..] if !is_vowel(*next) => {
                self.divide(start + 3);
                self.prefixes(word, start + 3);
            }
            [b'd', b'i', ..] | [b'k' | b's', b'e', ..] => self.open(word, start),
            [b'i', b'n', b't', b'e', b'r', next, ..]
                if is_vowel(*next) && roots::VOWELS.have(slice(piece, 5..)) =>
            {
                self.divide(start + 5);
                self.keep(start + 4);
            }
            [b'i' | b's', ..] if INFRA.iter().any(|it| piece.starts_with(it)) => {
                self.divide(start + 5);
                self.keep(start + 6);
            }
            // `gram` is a root of its own kind: `pro-gram`, `pem-pro-graman`.
            [b'p', b'r', b'o', b'g', b'r', b'a', b'm', ..] => {
                self.divide(start + 3);
                self.keep(start + 4);
            }
            _ => {}
        }
    }

    /// `meng-` and `peng-`.
    fn nasal(&mut self, word: &str, start: usize) {
        let behind = start + 4;
        let root = slice(word, behind..);
        if begins_with_consonant(Some(root)) {
            return self.divide(behind);
        }
        if roots::WHOLE.have(slice(word, start..)) {
            return;
        }
        let is_own = roots::VOWELS.have(root);
        let is_k = roots::BEHIND_K.have(&format!("k{root}"));
        self.before_vowel(start, behind, (is_own, is_k));
    }

    /// `ber-`, `per-` and `ter-`, and `bel-` and `pel-` of `ajar`.
    fn liquid(&mut self, word: &str, start: usize) {
        let behind = start + 3;
        let root = slice(word, behind..);
        let is_r = slice(word, ..behind).ends_with('r');
        if begins_with_consonant(Some(root)) {
            if is_r && !root.starts_with("spekti") {
                self.divide(behind);
                self.prefixes(word, behind);
            }
            return;
        }
        if !is_r && !root.starts_with("ajar") || roots::WHOLE.have(slice(word, start..)) {
            return;
        }
        let is_own = roots::VOWELS.have(root);
        let is_of_root = roots::BEHIND_R.have(slice(word, start + 2..));
        self.before_vowel(start, behind, (is_own, is_of_root));
    }

    /// A prefix before a vowel: whether a root is known that begins with the vowel, and one
    /// that has the consonant before it.
    fn before_vowel(&mut self, start: usize, behind: usize, known: (bool, bool)) {
        match known {
            (true, false) => {
                self.divide(behind);
                self.keep(start + 2);
                self.keep(behind + 1);
            }
            (false, true) => self.divide(start + 2),
            (true, true) | (false, false) => {
                self.keep(start + 2);
                self.keep(behind + 1);
            }
        }
    }

    /// `di-`, `ke-` and `se-`.
    fn open(&mut self, word: &str, start: usize) {
        let behind = start + 2;
        let root = slice(word, behind..);
        match root.as_bytes() {
            [first, ..] if is_vowel(*first) => {
                if roots::WHOLE.have(slice(word, start..)) {
                    return;
                }
                if roots::VOWELS.have(root) {
                    self.divide(behind);
                }
                self.keep(behind + 1);
            }
            [first, second, third, ..] if is_onset(*first, *second) && is_vowel(*third) => {
                if roots::WHOLE.have(slice(word, start..)) {
                    return;
                }
                self.divide(behind);
                self.keep(behind + 1);
            }
            _ => self.prefixes(word, behind),
        }
    }

    /// Notes what suffixes keep together: the consonant before `-an` and `-i` belongs to the
    /// root, and so does the `k` of `baik` in `perbaikan`.
    fn suffixes(&mut self, word: &str) {
        if !word.ends_with(['n', 'i', 'a', 'h']) {
            return;
        }
        let is_verb = ["me", "di", "ter"].iter().any(|it| word.starts_with(it));
        let is_noun = ["ke", "pe"].iter().any(|it| word.starts_with(it));
        let clitics = ["nya", "lah", "kah", "pun"];
        let bare = clitics.iter().find_map(|it| word.strip_suffix(it));
        for stem in bare.into_iter().chain([word]) {
            if let Some(root) = stem.strip_suffix("an") {
                let last = last_consonant(root);
                // No root ends with two consonants, and none has two letters: `didik-an`.
                let is_alone = !begins_with_consonant(root.get(last.saturating_sub(1)..last));
                let is_kan = root.ends_with('k') && (!is_alone || is_verb && last >= 5);
                if !is_kan {
                    self.keep(last);
                }
                if is_noun || !root.ends_with('k') {
                    self.two_vowels(root, last);
                }
            } else if let Some(root) = stem.strip_suffix('i') {
                let last = last_consonant(root);
                if is_verb || root.len() - last > 1 {
                    self.keep(last);
                }
                self.two_vowels(root, last);
            }
        }
    }

    /// `ba-ik` and `la-ut`: two vowels before a consonant that ends a root are two syllables.
    fn two_vowels(&mut self, root: &str, last: usize) {
        let vowels = slice(root, ..last);
        if last < root.len() && (vowels.ends_with("ai") || vowels.ends_with("au")) {
            self.divide(last - 1);
        }
    }
}

fn bit(at: usize) -> u64 {
    u32::try_from(at).map_or(0, |at| 1_u64.checked_shl(at).unwrap_or(0))
}

fn begins_with_consonant(piece: Option<&str>) -> bool {
    let first = piece.and_then(|piece| piece.bytes().next());
    first.is_some_and(|letter| !is_vowel(letter))
}

/// Where the consonant begins that a piece ends with; its end if it ends with a vowel.
fn last_consonant(piece: &str) -> usize {
    match piece.as_bytes() {
        [.., first, second] if is_one(*first, *second) => piece.len() - 2,
        [.., last] if !is_vowel(*last) => piece.len() - 1,
        _ => piece.len(),
    }
}

/// Whether a syllable may begin with two consonants: `di-prioritaskan`, `se-provinsi`.
fn is_onset(first: u8, second: u8) -> bool {
    matches!(first, b'b' | b'd' | b'f' | b'g' | b'k' | b'p' | b't') && matches!(second, b'l' | b'r')
}
