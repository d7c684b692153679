//! A mark that whoever wrote a text left behind for later.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::prose::Piece;
use crate::check::{Checker, literal_pattern};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `editor-mark` (TXT026).
pub static RULE: Rule = Rule::warning("TXT026", "editor-mark", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "Layanan ini dipakai TODO orang.",
        "Layanan ini dipakai 1.200 orang.",
    );

/// What such marks look like.
static MARK: LazyLock<Regex> = LazyLock::new(|| {
    literal_pattern(
        r"(?x)
        \b (?: TODO | TBD | TBA | FIXME | XXX ) \b
        | \?{3,}
        | \[ (?i: isi | diisi | lengkapi | dilengkapi ) \b [^\]\n]* \]
        | \b (?i: lorem \s+ ipsum ) \b
        | _{4,} | \.{8,}
        | (?i: click \s (?: or \s tap \s )? here \s to \s enter \s text \.?
            | (?: klik | ketuk ) \s (?: atau \s ketuk \s )? di \s sini \s untuk \s (?: memasukkan | mengetik ) \s teks \.? )",
    )
});

/// Words before a number in Roman numerals, such as `Bab XXX`.
const NUMBERED: [&str; 14] = [
    "bab", "pasal", "lampiran", "bagian", "buku", "jilid", "edisi", "pon", "chapter", "annex",
    "part", "section", "volume", "book",
];

/// Looks for such marks in all prose, and in names.
pub fn check(cx: &mut Checker<'_>) {
    let pieces = cx.prose().iter().chain(cx.named());
    for piece in pieces.filter(|piece| piece.marks.capitals || piece.marks.gap) {
        look(cx, piece);
    }
}

fn look(cx: &mut Checker<'_>, piece: &Piece<'_>) {
    for found in MARK.find_iter(piece.text) {
        let range = found.range();
        // Rows of dots lead to the numbers of contents.
        let leads = found.as_str().starts_with('.') && is_followed_by_number(piece.after(&range));
        if leads {
            continue;
        }
        if found.as_str() == "XXX" && is_numeral(piece.before(&range)) {
            continue;
        }
        let span = piece.span(range);
        cx.report(
            Finding::new(&RULE, span, message!("editor-mark", mark = found.as_str()))
                .hint(message!("editor-mark.hint")),
        );
    }
}

/// Whether a number stands behind something in its line.
fn is_followed_by_number(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '.']);
    rest.starts_with(|c: char| c.is_ascii_digit() || "ivxlc".contains(c))
}

/// Whether a word is such a mark, and no abbreviation that wants to be explained.
pub(crate) fn is_editor_mark(word: &str) -> bool {
    ["TODO", "TBD", "TBA", "FIXME"].contains(&word)
}

/// Whether three letters X are thirty, going by what stands before them.
fn is_numeral(before: &str) -> bool {
    let before = before.trim_end_matches(' ');
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next();
    let word = word.unwrap_or_default().to_lowercase();
    before.ends_with('-') || NUMBERED.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::{MARK, is_numeral};

    #[test]
    fn marks_are_whole_words() {
        for text in [
            "TODO",
            "(TBD)",
            "[isi]",
            "[Isi nama OPD]",
            "???",
            "Lorem ipsum",
            "Nama: ______",
            "Nama: ............",
            "Click or tap here to enter text.",
            "Klik atau ketuk di sini untuk memasukkan teks.",
        ] {
            assert!(MARK.is_match(text), "{text}");
        }
        for text in ["TODOS", "todo", "isi", "[isian]", "??", "XXXI", "lorem"] {
            assert!(!MARK.is_match(text), "{text}");
        }
        assert!(is_numeral("lihat Bab ") && is_numeral("ke-") && !is_numeral("Dinas "));
    }
}
