//! The letters of a word, and where they let it be divided.

/// A vowel, as a bit of the kind of a letter.
const VOWEL: u8 = 1 << 7;

/// The letters with which consonants of two letters begin.
const K: u8 = 1;
const N: u8 = 1 << 1;
const S: u8 = 1 << 2;

/// How far above these stand the bits of a letter that makes one consonant with them.
const AFTER: u8 = 4;

/// The kind of each letter, by the bits that it has in common with its capital.
const KINDS: [u8; 32] = {
    let mut kinds = [0; 32];
    let mut letter = b'a';
    while letter <= b'z' {
        kinds[(letter % 32) as usize] = match letter {
            b'a' | b'e' | b'i' | b'o' | b'u' => VOWEL,
            b'k' => K,
            b'n' => N,
            b's' => S,
            b'h' => K << AFTER,
            b'g' => N << AFTER,
            b'y' => (N | S) << AFTER,
            _ => 0,
        };
        letter += 1;
    }
    kinds
};

/// The letters of a word as masks: the bit of a byte says whether the letter is of that
/// kind which begins there. Words are divided by the same few steps whatever they hold,
/// where looking at one letter after the other would be a guess for each.
pub struct Letters {
    vowels: u64,
    consonants: u64,
    /// Those that are an `s`.
    sibilants: u64,
    /// Second bytes of the consonants that have two.
    seconds: u64,
}

impl Letters {
    /// Those of at most 64 bytes.
    pub fn of(word: &[u8]) -> Self {
        let (mut all, mut vowels, mut sibilants, mut seconds) = (0, 0, 0, 0);
        let mut bit = 1_u64;
        let mut previous = 0;
        for letter in word {
            let kind = kind(*letter);
            let is = |yes: bool| if yes { bit } else { 0 };
            all |= bit;
            vowels |= is(kind & VOWEL != 0);
            sibilants |= is(kind & S != 0);
            seconds |= is(are_one(previous, kind));
            bit <<= 1;
            previous = kind;
        }
        Self {
            vowels,
            consonants: all & !vowels & !seconds,
            sibilants: sibilants & !(seconds >> 1),
            seconds,
        }
    }

    /// Where the word may be divided, as far as its consonants tell.
    pub(crate) fn cuts(&self) -> u64 {
        let before_vowel = self.consonants & self.before(self.vowels);
        let after_vowel = self.consonants & self.behind(self.vowels);
        let single = before_vowel & after_vowel;
        let second_of_two = before_vowel & self.behind(after_vowel);
        // `trans-paran` or `in-strumen`: the word decides about an `s`.
        let second_of_three =
            self.consonants & self.before(before_vowel) & self.behind(after_vowel);
        single | second_of_two | second_of_three & !self.sibilants
    }

    /// The letters before some letters.
    fn before(&self, letters: u64) -> u64 {
        let long = self.seconds >> 1;
        (letters >> 1) & !long | (letters >> 2) & long
    }

    /// The letters behind some letters.
    fn behind(&self, letters: u64) -> u64 {
        let long = self.seconds << 1;
        (letters << 1) & !long | (letters << 2) & long
    }
}

fn kind(letter: u8) -> u8 {
    let kind = KINDS.get(usize::from(letter % 32));
    kind.copied().unwrap_or_default()
}

/// Whether a letter is a vowel.
pub(crate) fn is_vowel(letter: u8) -> bool {
    kind(letter) & VOWEL != 0
}

/// Whether two letters count as one consonant.
pub(crate) fn is_one(first: u8, second: u8) -> bool {
    are_one(kind(first), kind(second))
}

/// The same, by their kinds.
fn are_one(first: u8, second: u8) -> bool {
    first & (second >> AFTER) != 0
}
