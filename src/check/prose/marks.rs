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
    /// Four digits in a row, as in the year of a law.
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
        let mut marks = Self::default();
        let mut capitals = 0_usize;
        let mut after_capital = false;
        // Digits at the end of what was read, and whether a mark behind digits follows.
        let mut digits = 0_usize;
        let mut parted = false;
        // The last four bytes, in small letters.
        let mut last = [0; 4];
        for byte in text.bytes() {
            let [_, first, second, before] = last;
            last = [first, second, before, byte.to_ascii_lowercase()];
            match last[3] {
                b' ' => marks.slip |= before == b' ',
                b',' | b'.' | b';' | b'!' | b'?' => {
                    marks.slip |= before == b' ' || (before == byte && matches!(byte, b',' | b'.'));
                    marks.gap |= last == *b"...." || last.ends_with(b"??");
                    marks.failure |= [*b"ror!", *b"han!", *b"lat!"].contains(&last);
                }
                b'[' => (marks.gap, marks.markup) = (true, true),
                b'_' => {
                    marks.gap |= last == *b"____";
                    marks.markup = true;
                }
                b'#' => {
                    marks.failure |= last == *b"####";
                    marks.markup = true;
                }
                // Signs that are not ASCII, such as those of lists, begin with this byte.
                b'*' | b'`' | b'~' | b'<' | b'&' | b'|' | b'>' | 0xe2 => marks.markup = true,
                b'a'..=b'z' => {
                    marks.failure |= before == b'#';
                    marks.gap |= matches!(&last, b"orem" | b"ck h" | b" tap" | b"etuk" | b"ik d");
                }
                _ => {}
            }
            let capital = byte.is_ascii_uppercase() || !byte.is_ascii();
            capitals += usize::from(capital);
            marks.capitals |= capital && after_capital;
            after_capital = capital;
            if byte.is_ascii_digit() {
                digits += 1;
                marks.number |= parted;
                marks.year |= digits >= 4;
                parted = false;
            } else {
                parted = digits > 0 && matches!(byte, b'.' | b',');
                digits = 0;
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
