//! Where a line does not end, though a blank or a dash stands there: `Pasal 5`, `10 miliar`,
//! `2025–2029`.

use crate::slice::slice;

/// Holds what stands before it and behind it together, without being seen. Unlike a blank
/// that is none, it leaves the text as it was written once it is taken out.
pub(crate) const JOINER: char = '\u{2060}';

/// Words that a number follows.
const BEFORE_NUMBERS: [&str; 28] = [
    "Article", "Bab", "BAB", "Bagian", "Buku", "Chapter", "Figure", "Gambar", "Lampiran", "No.",
    "Nomor", "Number", "Pasal", "Rp", "Section", "Tabel", "Table", "Tahun", "angka", "article",
    "ayat", "hlm.", "no.", "nomor", "p.", "pasal", "pp.", "tahun",
];

/// Words that follow a number.
const BEHIND_NUMBERS: [&str; 14] = [
    "billion", "ha", "juta", "kg", "km", "m", "miliar", "million", "percent", "persen", "ribu",
    "thousand", "trillion", "triliun",
];

/// Calls for each byte of a text before which a [`JOINER`] holds a line together, in their
/// order.
pub(crate) fn for_each_join(text: &str, mut join: impl FnMut(usize)) {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return;
    }
    for (at, mark) in text.match_indices([' ', '–']) {
        let behind = at + mark.len();
        let (before, after) = (slice(text, ..at), slice(text, behind..));
        let is_held = if mark == " " {
            are_held(last_word(before), first_word(after))
        } else {
            before.ends_with(is_digit) && after.starts_with(is_digit)
        };
        if is_held {
            join(behind);
        }
    }
}

/// Whether a blank between two words is held.
fn are_held(one: &str, two: &str) -> bool {
    let is_number = two.trim_start_matches('(').starts_with(is_digit);
    let bare = one.trim_start_matches(|c: char| !c.is_alphanumeric());
    if is_number && BEFORE_NUMBERS.contains(&bare) {
        return true;
    }
    let unit = two.trim_end_matches(|c: char| !c.is_alphanumeric());
    one.ends_with(is_digit) && BEHIND_NUMBERS.contains(&unit)
}

fn last_word(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or(text)
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or(text)
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(text: &str) -> String {
        let mut held = String::new();
        let mut copied = 0;
        for_each_join(text, |at| {
            held.push_str(slice(text, copied..at));
            held.push('~');
            copied = at;
        });
        held.push_str(slice(text, copied..));
        held
    }

    #[test]
    fn numbers_stay_with_their_words() {
        for (text, expected) in [
            ("Rp 10 miliar", "Rp ~10 ~miliar"),
            ("sebesar Rp255,96 miliar.", "sebesar Rp255,96 ~miliar."),
            (
                "(hlm. 12, Pasal 5 ayat (2))",
                "(hlm. ~12, Pasal ~5 ayat ~(2))",
            ),
            ("periode 2025–2029 itu", "periode 2025–~2029 itu"),
            ("Nomor 25 Tahun 2009", "Nomor ~25 Tahun ~2009"),
            ("of 10 million, p. 3", "of 10 ~million, p. ~3"),
        ] {
            assert_eq!(held(text), expected);
        }
    }

    #[test]
    fn other_lines_end_where_they_did() {
        for text in [
            "",
            "Pasal itu 5",
            "5 orang – 10 orang",
            "Januari–Maret 2025 untuk 12 puskesmas",
            "10  miliar",
            "A4 miliarder",
        ] {
            assert_eq!(held(text), text);
        }
    }
}
