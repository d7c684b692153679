//! Suggestions: which known names are nearest to a misspelt one.

use std::sync::Arc;

use rapidfuzz::distance::osa::{Args, BatchComparator};

use super::offer;
use crate::language::{Message, message};

/// Most names that are listed where none of them is similar.
const LISTED: usize = 12;

/// Names among which the one that was meant is looked for.
///
/// Clones share the names, so that every finding about a wrong one can hold them
/// and the search is left to whoever reads the finding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameIndex(Arc<[Name]>);

/// A name and its letters in lower case.
#[derive(Debug, PartialEq, Eq)]
struct Name {
    text: String,
    letters: Vec<char>,
}

impl<'a> FromIterator<&'a str> for NameIndex {
    fn from_iter<I: IntoIterator<Item = &'a str>>(names: I) -> Self {
        let mut names: Vec<Name> = names
            .into_iter()
            .map(|name| Name {
                text: name.to_owned(),
                letters: letters(name),
            })
            .collect();
        names.sort_by(|one, two| one.text.cmp(&two.text));
        Self(names.into())
    }
}

impl NameIndex {
    /// Number of names.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names, in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|name| name.text.as_str())
    }

    /// What there is of a kind: the names if they are few, or else how many there are.
    pub(crate) fn listed(&self, kind: &Message) -> Message {
        match self.len() {
            0 => message!("unknown-reference.none", kind = kind.clone()),
            1..=LISTED => {
                let all: Vec<&str> = self.iter().collect();
                message!("known", known = all.join(", "))
            }
            count => message!("unknown-reference.many", count = count, kind = kind.clone()),
        }
    }

    /// What to write in place of `wrong`: the names that are most like it, or else what
    /// there is of the kind.
    pub(crate) fn suggest(&self, wrong: &str, kind: &Message) -> Message {
        self.meant(wrong).unwrap_or_else(|| self.listed(kind))
    }

    /// The [names that are proposed](Self::proposed), in words; `None` if there are none.
    pub fn meant(&self, wrong: &str) -> Option<Message> {
        match self.proposed(wrong).as_slice() {
            [] => None,
            [only] => Some(message!("did-you-mean", name = *only)),
            several => Some(offer::meant(several.iter().copied())),
        }
    }

    /// The name that is most like `wrong`, if one is like it at all; of several, the
    /// first in the alphabet.
    ///
    /// Likeness is the number of letters that differ: changed, added, left out, or
    /// swapped with the next. A third of the longer name may differ, and at least
    /// one letter always may.
    pub fn nearest(&self, wrong: &str) -> Option<&str> {
        let wrong = Pattern::new(wrong);
        let mut best: Option<(usize, &str)> = None;
        for name in self.0.iter() {
            let most = match best {
                Some((0, _)) => break,
                Some((distance, _)) => wrong.allowed(&name.letters).min(distance - 1),
                None => wrong.allowed(&name.letters),
            };
            if let Some(distance) = wrong.distance(&name.letters, most) {
                best = Some((distance, &name.text));
            }
        }
        best.map(|(_, name)| name)
    }
}

/// Most names that are proposed in place of a wrong one.
const PROPOSED: usize = 3;

/// A name that others are told apart from by what it has in common with a wrong one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    /// Words in which they differ.
    words: usize,
    /// Letters in which they differ.
    letters: usize,
}

impl NameIndex {
    /// The names that may have been meant by `wrong`, the likeliest first, three at most:
    /// those that [are like it](Self::nearest), then those that share a word with it.
    pub(crate) fn proposed(&self, wrong: &str) -> Vec<&str> {
        let pattern = Pattern::new(wrong);
        let wrong_words: Vec<String> = words(wrong);
        let mut all: Vec<(Likeness, &str)> = Vec::new();
        for name in self.0.iter() {
            let most = pattern.allowed(&name.letters);
            if let Some(letters) = pattern.distance(&name.letters, most) {
                all.push((Likeness { words: 0, letters }, &name.text));
                continue;
            }
            let own = words(&name.text);
            let shared = own.iter().filter(|word| wrong_words.contains(word)).count();
            if shared > 0 {
                let different = own.len().max(wrong_words.len()) - shared;
                let longer = pattern.length.abs_diff(name.letters.len());
                let likeness = Likeness {
                    words: different.max(1),
                    letters: longer,
                };
                all.push((likeness, &name.text));
            }
        }
        all.sort_unstable();
        // One slip is not worth the names that are far from it.
        let near = all
            .first()
            .is_some_and(|(best, _)| best.words == 0 && best.letters <= 1);
        let all = all.into_iter();
        let all = all.filter(|(one, _)| !near || (one.words == 0 && one.letters <= 1));
        all.take(PROPOSED).map(|(_, name)| name).collect()
    }
}

/// The words of a name that tell it from others; those of a path are in the name of the
/// file, without its ending.
fn words(name: &str) -> Vec<String> {
    let name = match name.rsplit_once('/') {
        Some((_, file)) => file.rsplit_once('.').map_or(name, |(stem, _)| stem),
        None => name,
    };
    let parts = name.split(|c: char| !c.is_alphanumeric());
    let parts = parts.map(str::to_lowercase);
    parts.filter(|part| part.chars().count() > 2).collect()
}

/// The name in `known` that is most like `wrong`, if no other is as like it.
pub(crate) fn only_nearest<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let wrong = Pattern::new(wrong);
    let mut all: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|name| {
            let letters = letters(name);
            Some((wrong.distance(&letters, wrong.allowed(&letters))?, name))
        })
        .collect();
    all.sort_unstable();
    match all.as_slice() {
        [(_, name)] => Some(name),
        [(first, name), (second, _), ..] if first < second => Some(name),
        _ => None,
    }
}

/// Whether two names differ in one letter.
pub(crate) fn is_one_slip(one: &str, two: &str) -> bool {
    Pattern::new(one).distance(&letters(two), 1) == Some(1)
}

fn letters(name: &str) -> Vec<char> {
    name.chars().flat_map(char::to_lowercase).collect()
}

/// Most letters that are compared. Of longer names, which are paths, the last count.
const LETTERS: usize = 64;

/// A name that others are compared with, in a form that makes many comparisons
/// cheap: a plan of ten thousand programmes with as many wrong ids asks for a
/// hundred million.
struct Pattern {
    length: usize,
    comparator: BatchComparator<char>,
}

impl Pattern {
    fn new(name: &str) -> Self {
        let letters = letters(name);
        Self {
            length: letters.len(),
            comparator: BatchComparator::new(tail(&letters).iter().copied()),
        }
    }

    /// How many letters may differ in a name that is like this one.
    fn allowed(&self, other: &[char]) -> usize {
        (self.length.max(other.len()) / 3).max(1)
    }

    /// The optimal string alignment distance, or `None` if it is more than `most`.
    fn distance(&self, other: &[char], most: usize) -> Option<usize> {
        if self.length.abs_diff(other.len()) > most {
            return None;
        }
        let most = Args::default().score_cutoff(most);
        let other = tail(other).iter().copied();
        self.comparator.distance_with_args(other, &most)
    }
}

fn tail(letters: &[char]) -> &[char] {
    let start = letters.len().saturating_sub(LETTERS);
    letters.get(start..).unwrap_or(&[])
}

#[cfg(test)]
mod tests {
    use super::{NameIndex, is_one_slip, only_nearest};

    #[test]
    fn a_slip_of_the_pen_finds_its_name_and_a_stranger_does_not() {
        let known: NameIndex = ["diskominfo", "dishub", "bpbd"].into_iter().collect();
        assert_eq!(known.nearest("diskomifno"), Some("diskominfo"));
        assert_eq!(known.nearest("DISHUB"), Some("dishub"));
        assert_eq!(known.nearest("perpustakaan"), None);
        assert_eq!(known.nearest(""), None);
    }

    #[test]
    fn three_names_are_proposed_at_most() {
        let known: NameIndex = [
            "dinas-kesehatan",
            "dinas-pendidikan",
            "dinas-perhubungan",
            "dinas-sosial",
            "bpbd",
            "layanan-aduan",
            "layanan-adum",
        ]
        .into_iter()
        .collect();
        assert_eq!(
            known.proposed("dinas"),
            ["dinas-sosial", "dinas-kesehatan", "dinas-pendidikan"]
        );
        assert_eq!(
            known.proposed("layanan-aduam"),
            ["layanan-aduan", "layanan-adum"]
        );
        assert_eq!(known.proposed("perhubungan"), ["dinas-perhubungan"]);
        assert_eq!(known.proposed("bpdb"), ["bpbd"]);
        assert_eq!(known.proposed("xyz"), Vec::<&str>::new());
    }

    #[test]
    fn of_names_that_are_equally_near_the_first_in_the_alphabet_is_proposed() {
        let known: NameIndex = ["cord", "code", "coda"].into_iter().collect();
        assert_eq!(known.nearest("cod"), Some("coda"));
    }

    #[test]
    fn what_is_as_like_two_names_is_like_neither() {
        assert_eq!(only_nearest("cod", ["code", "cord", "title"]), None);
        assert_eq!(only_nearest("titel", ["code", "title"]), Some("title"));
    }

    #[test]
    fn a_slip_changes_one_letter() {
        for (one, two) in [
            ("titel", "title"),
            ("sumary", "summary"),
            ("a", "b"),
            ("ab", "a"),
        ] {
            assert!(is_one_slip(one, two), "{one} {two}");
        }
        for (one, two) in [
            ("title", "title"),
            ("verified", "unverified"),
            ("abc", "bca"),
        ] {
            assert!(!is_one_slip(one, two), "{one} {two}");
        }
    }

    #[test]
    fn of_long_names_the_ends_are_compared() {
        let long = |end: &str| format!("{}{end}", "a".repeat(100));
        let known: NameIndex = [long("peta.png").as_str()].into_iter().collect();
        assert_eq!(
            known.nearest(&long("petta.png")),
            Some(long("peta.png").as_str())
        );
        assert_eq!(known.nearest("peta.png"), None);
    }
}
