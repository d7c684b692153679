//! Numbers of chapters, sections, tables and figures.

use super::wording::Words;
use crate::language::message;

/// A roman numeral. Source: the subtractive form in common use since print.
pub(crate) fn roman(number: usize) -> String {
    const STEPS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut numeral = String::new();
    for (value, letters) in STEPS {
        while rest >= value {
            numeral.push_str(letters);
            rest -= value;
        }
    }
    numeral
}

/// Where a chapter stands in the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Before the numbered chapters.
    Front,
    /// The chapter with this number, from 1.
    Body(usize),
    /// The annex with this number, from 1.
    Annex(usize),
}

/// Counts sections, tables and figures of one chapter.
#[derive(Debug, Clone)]
pub(crate) struct Numbering {
    chapter: Option<String>,
    prefix: Option<String>,
    sections: [usize; 2],
    tables: usize,
    figures: usize,
}

impl Numbering {
    /// Begins a chapter.
    pub fn new(place: Place, words: &Words) -> Self {
        let (chapter, prefix) = match place {
            Place::Front => (None, None),
            Place::Body(number) => (
                Some(message!("book-chapter", number = roman(number))),
                Some(number.to_string()),
            ),
            Place::Annex(number) => (
                Some(message!("book-annex", number = roman(number))),
                Some(words.say(&message!("book-annex-prefix", number = number.to_string()))),
            ),
        };
        Self {
            chapter: chapter.map(|chapter| words.say(&chapter)),
            prefix,
            sections: [0; 2],
            tables: 0,
            figures: 0,
        }
    }

    /// `BAB IV`, `Lampiran I`; nothing in front.
    pub fn chapter(&self) -> Option<String> {
        self.chapter.clone()
    }

    /// Number of the next section: level 2 is `4.1`, level 3 `4.1.1`; deeper
    /// sections and those in front have none.
    pub fn section(&mut self, level: usize) -> Option<String> {
        let prefix = self.prefix.as_ref()?;
        let [second, third] = &mut self.sections;
        match level {
            2 => {
                *second += 1;
                *third = 0;
                Some(format!("{prefix}.{second}"))
            }
            3 => {
                *third += 1;
                Some(format!("{prefix}.{second}.{third}"))
            }
            _ => None,
        }
    }

    /// Number of the next table, `4.1`.
    pub fn table(&mut self) -> Option<String> {
        self.tables += 1;
        let prefix = self.prefix.as_ref()?;
        Some(format!("{prefix}.{}", self.tables))
    }

    /// Number of the next figure, `2.3`.
    pub fn figure(&mut self) -> Option<String> {
        self.figures += 1;
        let prefix = self.prefix.as_ref()?;
        Some(format!("{prefix}.{}", self.figures))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn roman_numerals() {
        for (number, numeral) in [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX")] {
            assert_eq!(roman(number), numeral);
        }
    }

    #[test]
    fn sections_restart_below_their_parent() {
        let mut numbering = Numbering::new(Place::Body(4), &Words::built_in(Language::Indonesian));
        let numbers: Vec<_> = [2, 3, 3, 2, 3, 4]
            .into_iter()
            .map(|level| numbering.section(level).unwrap_or_default())
            .collect();
        assert_eq!(numbers, ["4.1", "4.1.1", "4.1.2", "4.2", "4.2.1", ""]);
        assert_eq!(numbering.chapter().as_deref(), Some("BAB IV"));
        assert_eq!(numbering.table().as_deref(), Some("4.1"));
    }
}
