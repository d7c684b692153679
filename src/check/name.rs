//! Names as people compare them.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A name without case and runs of white space: two that give the same are the
/// same.
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    if key.is_ascii() {
        key.make_ascii_lowercase();
        return key;
    }
    key.to_lowercase()
}

/// The letters and digits of a name in small letters, as it is compared by whoever does not
/// see case, blanks and punctuation; `None` if it has neither.
pub(crate) fn bare(name: &str) -> Option<String> {
    let mut bare = String::with_capacity(name.len());
    if name.is_ascii() {
        let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        bare.extend(letters.map(|byte| char::from(byte.to_ascii_lowercase())));
    } else {
        let letters = name.chars().filter(|c| c.is_alphanumeric());
        bare.extend(letters.flat_map(char::to_lowercase));
    }
    (!bare.is_empty()).then_some(bare)
}

/// The items with a key that another item had before, each with the first of that key.
pub(crate) fn case_variants<K: Ord, T: Copy>(
    items: impl IntoIterator<Item = (K, T)>,
) -> Vec<(T, T)> {
    let mut seen = BTreeMap::new();
    let mut twins = Vec::new();
    for (key, item) in items {
        match seen.entry(key) {
            Entry::Vacant(place) => {
                place.insert(item);
            }
            Entry::Occupied(first) => twins.push((*first.get(), item)),
        }
    }
    twins
}

#[cfg(test)]
mod tests {
    use super::{bare, case_variants};

    #[test]
    fn case_blanks_and_punctuation_tell_no_names_apart() {
        for (one, two) in [
            ("Dinas Perhubungan", "dinas  perhubungan"),
            ("Dis-Kominfo", "Diskominfo."),
            (
                "Pekerjaan Umum, Penataan Ruang",
                "Pekerjaan Umum Penataan Ruang",
            ),
        ] {
            assert_eq!(bare(one), bare(two), "{one}");
        }
        assert_ne!(bare("Bidang 1"), bare("Bidang 2"));
        assert_eq!(bare("–"), None);
        assert_eq!(
            case_variants([(1, "a"), (2, "b"), (1, "c"), (1, "d")]),
            [("a", "c"), ("a", "d")]
        );
    }
}
