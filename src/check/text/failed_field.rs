//! What a program wrote where it found nothing: `Error! Reference source not found.`,
//! `#REF!`.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::prose::Piece;
use crate::check::{Checker, literal_pattern};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `failed-field` (TXT054).
pub static RULE: Rule = Rule::warning("TXT054", "failed-field", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "Lihat Error! Reference source not found.",
        "Lihat <table:kanal>.",
    );

/// What Word writes for references, and spreadsheets in cells.
static FAILURE: LazyLock<Regex> = LazyLock::new(|| {
    literal_pattern(
        r"(?x)
        (?: Error | Kesalahan | Galat ) ! \s+ \p{Lu} [^.!?\n]{4,100} \.
        | \# (?: REF! | VALUE! | DIV/0! | NUM! | NULL! | NAME\? | SPILL! | CALC! | N/A \b )
        | \# (?: NILAI! | NAMA\? | ANGKA! )
        | \#{5,}",
    )
});

/// Looks at all prose, and at names.
pub fn check(cx: &mut Checker<'_>) {
    let pieces = cx.prose().iter().chain(cx.named());
    for piece in pieces.filter(|piece| piece.marks.failure) {
        look(cx, piece);
    }
}

fn look(cx: &mut Checker<'_>, piece: &Piece<'_>) {
    for found in FAILURE.find_iter(piece.text) {
        let range = found.range();
        let written = found.as_str();
        // Marks at the beginning of a line are those of a heading.
        let before = piece.before(&range);
        let line = before.rsplit('\n').next().unwrap_or_default();
        if written.starts_with("##") && !piece.is_entry() && line.trim().is_empty() {
            continue;
        }
        let hint = if written.starts_with('#') {
            message!("failed-field.cell-hint")
        } else {
            message!("failed-field.hint")
        };
        let span = piece.span(range);
        cx.report(
            Finding::new(&RULE, span, message!("failed-field", written = written)).hint(hint),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::FAILURE;

    #[test]
    fn failures_of_word_and_excel_are_known() {
        for text in [
            "Lihat Error! Reference source not found.",
            "Error! Bookmark not defined.",
            "Kesalahan! Sumber referensi tidak ditemukan.",
            "#REF!",
            "sebesar #DIV/0! persen",
            "#N/A",
            "#NAME?",
            "lebar ######## kolom",
        ] {
            assert!(FAILURE.is_match(text), "{text}");
        }
        for text in [
            "Awas, kesalahan! Jangan ulangi.",
            "#ambon",
            "#NAMA",
            "Error 404.",
            "butir #5",
            "####",
        ] {
            assert!(!FAILURE.is_match(text), "{text}");
        }
    }
}
