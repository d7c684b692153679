//! What looks like the name of an agency in prose.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::literal_pattern;

/// A kind of agency and the capitalised words after it, with commas and `dan`. No
/// name has more of them. They are Latin letters: those of all scripts would take most of the
/// time of checking a small plan to prepare.
static NAME: LazyLock<Regex> = LazyLock::new(|| {
    literal_pattern(concat!(
        r"\b(?:Dinas|Badan|Inspektorat|Sekretariat|Satuan)\b",
        r"(?:(?:,|,?\s+dan)?\s+[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ-]*){0,16}"
    ))
});

/// Words with which another name begins.
const KINDS: &[&str] = &[
    "Dinas",
    "Badan",
    "Inspektorat",
    "Sekretariat",
    "Satuan",
    "Kecamatan",
    "Kelurahan",
    "Kantor",
    "Bagian",
    "Kementerian",
];

/// How a word is joined to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// By a space.
    Space,
    /// By a comma: a name, or a list of names.
    Comma,
    /// By `dan`, perhaps behind a comma.
    And,
}

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word.
    pub text: &'a str,
    /// Where it stands.
    pub range: Range<usize>,
    /// How it is joined to the one before it.
    pub join: Join,
}

/// Every name of a text, word by word. A list of names is several, since each
/// begins with its kind.
pub fn names(text: &str) -> Vec<Vec<Word<'_>>> {
    let mut names = Vec::new();
    let mut from = 0;
    while let Some(found) = NAME.find_at(text, from) {
        let mut name = words(found.as_str(), found.start());
        from = found.end();
        let kinds = name
            .iter()
            .skip(1)
            .position(|word| KINDS.contains(&word.text));
        if let Some(next) = kinds {
            name.truncate(next + 1);
            from = name.last().map_or(from, |word| word.range.end);
        }
        names.push(name);
    }
    names
}

/// The words of a name that begins at `offset` of a text.
pub fn words(name: &str, offset: usize) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut join = Join::Space;
    let mut at = 0;
    for token in name.split_whitespace() {
        // Tokens are found in their order.
        let start = at
            + name
                .get(at..)
                .and_then(|rest| rest.find(token))
                .unwrap_or(0);
        at = start + token.len();
        if token == "dan" {
            join = Join::And;
            continue;
        }
        let text = token.trim_end_matches(',');
        words.push(Word {
            text,
            range: offset + start..offset + start + text.len(),
            join,
        });
        join = if text.len() < token.len() {
            Join::Comma
        } else {
            Join::Space
        };
    }
    words
}

/// A name as it is compared: a comma before `dan` is a matter of taste.
pub fn key<'a>(words: impl IntoIterator<Item = &'a Word<'a>>) -> String {
    let mut key = String::new();
    for word in words {
        if !key.is_empty() {
            key.push_str(match word.join {
                Join::Space => " ",
                Join::Comma => ", ",
                Join::And => " dan ",
            });
        }
        key.push_str(word.text);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::{key, names};

    #[test]
    fn a_list_of_agencies_is_read_name_by_name() {
        for (text, expected) in [
            (
                "oleh Dinas Kesehatan, Dinas Komunikasi dan Informatika, dan Dinas Perhubungan.",
                vec![
                    "Dinas Kesehatan",
                    "Dinas Komunikasi dan Informatika",
                    "Dinas Perhubungan",
                ],
            ),
            (
                "Dinas Komunikasi,\nInformatika, dan Persandian bersama warga",
                vec!["Dinas Komunikasi, Informatika dan Persandian"],
            ),
            ("Inspektorat dan Kecamatan Sirimau", vec!["Inspektorat"]),
            ("dinas terkait dan Badan usaha", vec!["Badan"]),
            ("Dinas Kesehatan. Warga", vec!["Dinas Kesehatan"]),
        ] {
            let found: Vec<String> = names(text).iter().map(key).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
