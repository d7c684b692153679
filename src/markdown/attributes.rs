//! `{#id width=60%}` at the end of a caption.

use std::ops::Range;

use crate::slice::slice;

/// What the braces say. Places are bytes of the text that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Attributes {
    /// The id and its place.
    pub id: Option<(String, Range<usize>)>,
    /// Share of the width of the text, in per cent.
    pub width: Option<u8>,
    /// Words that mean nothing here, and their places.
    pub unknown: Vec<(String, Range<usize>)>,
}

/// Splits a text into what prints and the attributes behind it. Braces around
/// anything else belong to the text.
pub(crate) fn attributes(text: &str) -> (&str, Option<Attributes>) {
    let trimmed = text.trim_end();
    let Some(open) = trimmed
        .strip_suffix('}')
        .and_then(|inside| inside.rfind('{'))
    else {
        return (text, None);
    };
    let start = open + 1;
    let inside = slice(trimmed, start..trimmed.len() - 1);
    let words = inside.split_whitespace();
    if !words
        .clone()
        .any(|word| word.starts_with('#') || word.contains('='))
    {
        return (text, None);
    }
    let mut found = Attributes::default();
    let mut at = start;
    for word in words {
        // Words come in their order, each behind the last.
        let rest = slice(text, at..);
        let begin = at + rest.find(word).unwrap_or_default();
        at = begin + word.len();
        let place = begin..at;
        if let Some(id) = word.strip_prefix('#')
            && found.id.is_none()
        {
            found.id = Some((id.to_owned(), begin + 1..at));
        } else if let Some(width) = word.strip_prefix("width=").and_then(share) {
            found.width = Some(width);
        } else {
            found.unknown.push((word.to_owned(), place));
        }
    }
    (slice(text, ..open).trim_end(), Some(found))
}

/// A share of 1 to 100 %.
fn share(text: &str) -> Option<u8> {
    let share: u8 = text.strip_suffix('%')?.parse().ok()?;
    (1..=100).contains(&share).then_some(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_of_other_texts_print() {
        for text in ["Peta {lama}", "Peta", "}", "{", "Peta {}"] {
            assert_eq!(attributes(text), (text, None));
        }
    }

    #[test]
    fn attributes_are_read_with_their_places() {
        let (text, found) = attributes("Peta kota {#peta width=60% tinggi=3}");
        let found = found.unwrap();
        assert_eq!(text, "Peta kota");
        assert_eq!(found.id, Some(("peta".into(), 12..16)));
        assert_eq!(found.width, Some(60));
        assert_eq!(found.unknown, [("tinggi=3".into(), 27..35)]);
    }
}
