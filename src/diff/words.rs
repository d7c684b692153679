//! Word diff of two texts.
//!
//! Reports, the summary and the book itself mark a sentence alike, since all of them ask
//! here which words stayed.

use std::hash::Hash;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A run of words, and whether it went, came or stayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// In both.
    Kept(String),
    /// In the old text only.
    Removed(String),
    /// In the new text only.
    Added(String),
}

/// Below this share of kept words, in percent, two texts have nothing to do with each
/// other.
const ALIKE: usize = 25;

/// A kept word of so few characters between two changes is not kept: what is marked as
/// a whole is read more easily.
const SHORT: usize = 3;

/// Most pairs of words that are compared.
const MOST: usize = 25_000_000;

/// Marks that end a sentence or a part of it.
pub(crate) const PUNCTUATION: [char; 7] = ['.', ',', ';', ':', '!', '?', ')'];

/// Pieces of a text: a word each, with the space behind it, and the punctuation behind a
/// word. Space at the beginning is a piece of its own.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let begin = rest.len() - rest.trim_start().len();
        let end = match begin {
            0 => {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                let (word, behind) = rest.split_at_checked(end)?;
                let stem = word.trim_end_matches(PUNCTUATION);
                if stem.is_empty() || stem.len() == word.len() {
                    end + (behind.len() - behind.trim_start().len())
                } else {
                    stem.len()
                }
            }
            space => space,
        };
        let (piece, behind) = rest.split_at_checked(end)?;
        rest = behind;
        (!piece.is_empty()).then_some(piece)
    })
}

/// The place in the old text of each word of the new one that was kept. `None` if the two
/// have nothing to do with each other.
pub(crate) fn kept<T: AsRef<str> + Ord + Hash>(old: &[T], new: &[T]) -> Option<Vec<Option<usize>>> {
    let mut kept = vec![None; new.len()];
    if old.is_empty() || new.is_empty() {
        return Some(kept);
    }
    if old.len().saturating_mul(new.len()) > MOST {
        return None;
    }
    let ops = capture_diff_slices(Algorithm::Myers, old, new);
    let last = ops.len().saturating_sub(1);
    for (at, op) in ops.iter().enumerate() {
        let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = *op
        else {
            continue;
        };
        let alone = len == 1 && at > 0 && at < last;
        if alone
            && old
                .get(old_index)
                .is_some_and(|word| says_little(word.as_ref()))
        {
            continue;
        }
        for step in 0..len {
            if let Some(place) = kept.get_mut(new_index + step) {
                *place = Some(old_index + step);
            }
        }
    }
    // Punctuation is in every text.
    let is_word = |word: &&T| word.as_ref().chars().any(char::is_alphanumeric);
    let stay = new.iter().zip(&kept).filter(|(_, kept)| kept.is_some());
    let count = stay.filter(|(word, _)| is_word(word)).count();
    let longer = old.iter().filter(is_word).count();
    let longer = longer.max(new.iter().filter(is_word).count());
    // A list of numbers is not prose: each that stayed is itself.
    let is_number = |word: &T| !is_word(&word) || word.as_ref().contains(char::is_numeric);
    let is_list = count > 0 && old.iter().chain(new).all(is_number);
    (is_list || count * 100 >= longer * ALIKE).then_some(kept)
}

/// Whether a word is so short that it is in most sentences. A number never is: marked as
/// gone and new, it would seem to be another one.
fn says_little(word: &str) -> bool {
    let short = word.chars().count() <= SHORT;
    short && !word.chars().any(|c| c.is_control() || c.is_numeric())
}

/// A word or the punctuation behind one, and whether it stands at once behind the last.
struct Token<'t> {
    word: &'t str,
    glued: bool,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut glued = false;
    for piece in pieces(text) {
        let word = piece.trim_end();
        if !word.is_empty() {
            tokens.push(Token { word, glued });
        }
        glued = word.len() == piece.len();
    }
    tokens
}

/// Two texts word by word. What was removed stands before what was added in its place.
///
/// The runs are joined without anything between them: space stands in kept runs alone, so
/// that no mark holds space at its ends. All spaces and line breaks count as one space.
/// Without the removed runs the new text is left, without the added ones the old, but for
/// the space around them. Texts that have little in common are removed and added whole.
pub fn words(before: &str, after: &str) -> Vec<Words> {
    let (old, new) = (tokens(before), tokens(after));
    fn say<'t>(tokens: &[Token<'t>]) -> Vec<&'t str> {
        tokens.iter().map(|token| token.word).collect()
    }
    // Each word of the new text that is no kept one is an added one.
    let kept = kept(&say(&old), &say(&new)).unwrap_or_else(|| vec![None; new.len()]);
    let mut runs = Runs::default();
    let mut gone = old.iter().enumerate().peekable();
    for (at, token) in new.iter().enumerate() {
        // What is gone stands before the first new word since the last kept one.
        let next = kept.iter().skip(at).find_map(|place| *place);
        while let Some((_, word)) = gone.next_if(|(from, _)| next.is_none_or(|next| *from < next)) {
            runs.push(Words::Removed, word);
        }
        match kept.get(at).copied().flatten() {
            Some(_) => {
                gone.next();
                runs.push(Words::Kept, token);
            }
            None => runs.push(Words::Added, token),
        }
    }
    for (_, word) in gone {
        runs.push(Words::Removed, word);
    }
    runs.done
}

#[derive(Default)]
struct Runs {
    done: Vec<Words>,
}

impl Runs {
    /// Adds a word to the last run if that is of the same kind, and else as a new run.
    fn push(&mut self, kind: fn(String) -> Words, token: &Token<'_>) {
        let mut run = kind(token.word.to_owned());
        if let Some(last) = self.done.last_mut() {
            let same = std::mem::discriminant(last) == std::mem::discriminant(&run);
            let space = if token.glued { "" } else { " " };
            match (last, &mut run) {
                (Words::Kept(text), Words::Kept(_))
                | (Words::Removed(text), Words::Removed(_))
                | (Words::Added(text), Words::Added(_)) => {
                    text.push_str(space);
                    text.push_str(token.word);
                }
                (Words::Kept(text), _) => text.push_str(space),
                (_, Words::Kept(text)) => text.insert_str(0, space),
                _ if token.glued => {}
                _ => self.done.push(Words::Kept(space.to_owned())),
            }
            if same {
                return;
            }
        }
        self.done.push(run);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Runs with marks around what went and came.
    fn told(before: &str, after: &str) -> String {
        let runs = words(before, after).into_iter().map(|run| match run {
            Words::Kept(text) => text,
            Words::Removed(text) => format!("[-{text}-]"),
            Words::Added(text) => format!("{{+{text}+}}"),
        });
        runs.collect()
    }

    #[test]
    fn words_that_stay_are_kept_and_space_is_outside_of_marks() {
        for (before, after, expected) in [
            (
                "paling lama satu hari kerja",
                "paling lama dua hari",
                "paling lama [-satu-] {+dua+} hari [-kerja-]",
            ),
            // Punctuation belongs to the word before it, also of what is gone.
            (
                "kota pulau kecil dan laut",
                "kota pulau, dan laut",
                "kota pulau [-kecil-]{+,+} dan laut",
            ),
            (
                "kota pulau, teluk, dan laut",
                "kota pulau dan laut",
                "kota pulau[-, teluk,-] dan laut",
            ),
            (
                "kota pulau dan laut",
                "kota pulau, teluk, dan laut",
                "kota pulau{+, teluk,+} dan laut",
            ),
            (
                "Mulai besok, ya?",
                "Mulai lusa, ya.",
                "Mulai [-besok-] {+lusa+}, ya[-?-]{+.+}",
            ),
            ("satu hari kerja", "hari kerja", "[-satu-] hari kerja"),
            ("hari kerja", "satu hari kerja", "{+satu+} hari kerja"),
            ("hari kerja.", "hari kerja", "hari kerja[-.-]"),
            // A short word between two changes is marked with them, a number is not.
            (
                "laporan tahunan di balai kota diterima baik",
                "laporan bulanan di rumah kota diterima baik",
                "laporan [-tahunan di balai-] {+bulanan di rumah+} kota diterima baik",
            ),
            (
                "laporan tahunan 10 balai kota diterima baik",
                "laporan bulanan 10 rumah kota diterima baik",
                "laporan [-tahunan-] {+bulanan+} 10 [-balai-] {+rumah+} kota diterima baik",
            ),
            // Texts without anything in common.
            (
                "Aduan dijawab dalam tiga hari kerja.",
                "Loket buka sampai malam.",
                "[-Aduan dijawab dalam tiga hari kerja.-] {+Loket buka sampai malam.+}",
            ),
            ("", "baru sekali", "{+baru sekali+}"),
            ("lama sekali", "", "[-lama sekali-]"),
            ("dua  kata\ndi sini", "dua kata di sini", "dua kata di sini"),
        ] {
            assert_eq!(told(before, after), expected, "{before} → {after}");
        }
    }

    fn text() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "kota", "pulau", "dan", "laut,", "teluk.", "10", "(di", "sini)", ",", "—", "a?", "",
        ]);
        prop::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn both_texts_are_left_without_the_other(before in text(), after in text()) {
            let runs = words(&before, &after);
            let without = |removed: bool| {
                let left = runs.iter().filter_map(|run| match run {
                    Words::Kept(text) => Some(text.as_str()),
                    Words::Removed(text) => (!removed).then_some(text.as_str()),
                    Words::Added(text) => removed.then_some(text.as_str()),
                });
                left.collect::<String>()
            };
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&without(true)), letters(&after));
            prop_assert_eq!(letters(&without(false)), letters(&before));
            for pair in runs.windows(2) {
                prop_assert!(
                    std::mem::discriminant(&pair[0]) != std::mem::discriminant(&pair[1]),
                    "{:?}",
                    runs
                );
            }
            for run in &runs {
                if let Words::Removed(text) | Words::Added(text) = run {
                    prop_assert_eq!(text.trim(), text.as_str());
                    prop_assert!(!text.is_empty());
                }
            }
        }
    }
}
