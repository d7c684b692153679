//! What a text has that rules of prose look for, seen in one pass.

/// What stands in a text. Most texts of a plan have nothing that any rule of prose
/// could be about, and whether they do is asked of every one of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    /// Two capital letters in a row, as in an abbreviation.
    pub capitals: bool,
    /// Two capital letters anywhere, as in the name of an agency.
    pub names: bool,
    /// A digit on both sides of a point or comma.
    pub number: bool,
    /// Four digits in a row behind a stroke or what may be the word for a year, as in the
    /// citation of a law.
    pub year: bool,
    /// What stands where something is to be filled in: a square bracket, question
    /// marks in a row, `lorem`, what Word writes into empty fields.
    pub gap: bool,
    /// What comes of careless typing: two spaces or marks in a row, a mark behind a
    /// space.
    pub slip: bool,
    /// What programs write where they found nothing: `Error!`, `#REF!`, `#N/A`.
    pub failure: bool,
    /// What may be a mark of Markdown: an asterisk, a bracket, a sign at the beginning.
    pub markup: bool,
}

impl Marks {
    /// Reads a text. What is not ASCII may be a capital letter.
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut marks = Self::default();
        let mut capitals = 0_usize;
        // Digits at the end of what was read.
        let mut digits = 0_usize;
        for (at, &byte) in bytes.iter().enumerate() {
            if is_idle(byte) {
                digits = 0;
                continue;
            }
            let byte_before = |count| at.checked_sub(count).and_then(|at| bytes.get(at)).copied();
            let before = byte_before(1).unwrap_or_default();
            let ends = |word: &[u8; 4]| {
                let last = at.checked_sub(3).and_then(|start| bytes.get(start..=at));
                last.is_some_and(|last| last.eq_ignore_ascii_case(word))
            };
            if byte.is_ascii_digit() {
                digits += 1;
                let parted = digits == 1 && matches!(before, b'.' | b',');
                marks.number |= parted && byte_before(2).is_some_and(|byte| byte.is_ascii_digit());
                marks.year |= digits == 4 && may_be_year(text, at);
                continue;
            }
            digits = 0;
            if is_capital(byte) {
                capitals += 1;
                marks.capitals |= is_capital(before);
            }
            match byte.to_ascii_lowercase() {
                b' ' => marks.slip |= before == b' ',
                b',' | b'.' | b';' | b'!' | b'?' => {
                    marks.slip |= before == b' ' || (before == byte && matches!(byte, b',' | b'.'));
                    marks.gap |= ends(b"....") || (byte == b'?' && before == b'?');
                    marks.failure |= ends(b"ror!") || ends(b"han!") || ends(b"lat!");
                }
                b'[' => (marks.gap, marks.markup) = (true, true),
                b'_' => {
                    marks.gap |= ends(b"____");
                    marks.markup = true;
                }
                b'#' => {
                    let after = bytes.get(at + 1);
                    marks.failure |= after.is_some_and(u8::is_ascii_alphabetic) || ends(b"####");
                    marks.markup = true;
                }
                // Signs that are not ASCII, such as those of lists, begin with this byte.
                b'*' | b'`' | b'~' | b'<' | b'&' | b'|' | b'>' | 0xe2 => marks.markup = true,
                b'm' => marks.gap |= ends(b"orem"),
                b'h' => marks.gap |= ends(b"ck h"),
                b'p' => marks.gap |= ends(b" tap"),
                b'k' => marks.gap |= ends(b"etuk"),
                b'd' => marks.gap |= ends(b"ik d"),
                _ => {}
            }
        }
        marks.markup |= text.trim_start().starts_with(['-', '+']);
        marks.names = capitals >= 2;
        marks
    }

    /// Reads a text; `None` if there is nothing to look at.
    pub(crate) fn any_of(text: &str) -> Option<Self> {
        Some(Self::of(text)).filter(|marks| *marks != Self::default())
    }

    /// Reads a text of narrative, where marks of Markdown are no finding; `None` if there is
    /// nothing to look at.
    pub(crate) fn any_of_narrative(text: &str) -> Option<Self> {
        let marks = Self {
            markup: false,
            ..Self::of(text)
        };
        Some(marks).filter(|marks| *marks != Self::default())
    }
}

/// Whether a byte says nothing by itself or as the end of a word that is looked for. Most do.
fn is_idle(byte: u8) -> bool {
    byte.is_ascii_lowercase() && !matches!(byte, b'd' | b'h' | b'k' | b'm' | b'p')
}

/// Whether a byte is a capital letter, or may belong to one.
fn is_capital(byte: u8) -> bool {
    byte.is_ascii_uppercase() || !byte.is_ascii()
}

/// Whether the last of four digits, which stands at a place, may end the year of a law:
/// `2014` in `Tahun 2014`, `th. 2014` and `23/2014`. What is not ASCII may be white space.
fn may_be_year(text: &str, last: usize) -> bool {
    let before = text.as_bytes().get(..last.saturating_sub(3));
    let mut before = before.unwrap_or_default().iter().rev();
    let before = before.find(|byte| !matches!(byte, b'\t'..=b'\r' | b' '));
    before.is_some_and(|byte| b"/.nNhH".contains(byte) || !byte.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn a_text_has_what_rules_look_for() {
        let marks = |capitals, names, number, year| Marks {
            capitals,
            names,
            number,
            year,
            ..Marks::default()
        };
        for (text, expected) in [
            ("", marks(false, false, false, false)),
            ("Warga lebih cepat, 112", marks(false, false, false, false)),
            ("lewat SP", marks(true, true, false, false)),
            ("Dinas Kesehatan", marks(false, true, false, false)),
            ("sebesar 12,5", marks(false, false, true, false)),
            ("butir 1., 2", marks(false, false, false, false)),
            ("tahun 2014", marks(false, false, false, true)),
            ("TH.\u{a0}2014", marks(true, true, false, true)),
            ("23 / 2014", marks(false, false, false, true)),
            ("nomor 2014", marks(false, false, false, false)),
            ("é", marks(true, true, false, false)),
        ] {
            assert_eq!(Marks::of(text), expected, "{text}");
        }
        for text in [
            "lihat *ini*",
            "a & b",
            "- satu",
            " + satu",
            "• satu",
            "[x](y)",
            "#satu",
        ] {
            assert!(Marks::of(text).markup, "{text}");
        }
        assert!(!Marks::of("satu - dua").markup);
        for (text, gap, slip) in [
            ("Lorem ipsum", true, false),
            ("berapa???", true, false),
            ("[isi]", true, false),
            ("a  b", false, true),
            ("a , b", false, true),
            ("a.. b", false, true),
            ("a, b. C?", false, false),
        ] {
            let found = Marks::of(text);
            assert_eq!((found.gap, found.slip), (gap, slip), "{text}");
        }
    }
}
