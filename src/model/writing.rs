//! TOML strings as they are written, beside what they mean.

use std::ops::Range;

use crate::language::meant as meaning;

/// A stretch of a value, and how it was written: either letter by letter, or as one
/// character in another form.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    /// Where it begins in the value, and in what was written.
    read: usize,
    written: usize,
    /// How long it is in both.
    read_length: usize,
    written_length: usize,
}

/// How the value of a string was written.
#[derive(Debug, Clone)]
pub(crate) struct Writing(Vec<Stretch>);

impl Writing {
    /// Compares a string as it was written, quotation marks included, with what it
    /// means. `None` if the two do not belong together.
    pub fn of(literal: &str, value: &str) -> Option<Self> {
        let quote = literal.chars().next()?;
        let escapes = match quote {
            '"' => true,
            '\'' => false,
            _ => return None,
        };
        let mut written = opening(literal, quote);
        let mut stretches: Vec<Stretch> = Vec::new();
        for (read, meant) in value.char_indices() {
            let mut rest = literal.get(written..)?;
            while let Some(folded) = folded(rest).filter(|_| escapes) {
                // The line goes on where the next word begins.
                written += rest.len() - folded.len();
                rest = folded;
            }
            let escaped = rest.strip_prefix('\\').filter(|_| escapes);
            let read_length = meant.len_utf8();
            let written_length = match escaped {
                Some(escaped) => match escaped.chars().next()? {
                    'x' => 4,
                    'u' => 6,
                    'U' => 10,
                    'r' if meant == '\n' && escaped.starts_with("r\\n") => 4,
                    _ => 2,
                },
                None if meant == '\n' && line_break(rest) > 0 => line_break(rest),
                // Some characters stand for others, which are longer or shorter.
                None => {
                    let c = rest.chars().next()?;
                    let same = c == meant || meaning(c) == Some(meant);
                    same.then_some(c.len_utf8())?
                }
            };
            literal.get(written..written + written_length)?;
            match stretches.last_mut() {
                Some(last) if last.goes_on(read, written) && written_length == read_length => {
                    last.read_length += read_length;
                    last.written_length += written_length;
                }
                _ => stretches.push(Stretch {
                    read,
                    written,
                    read_length,
                    written_length,
                }),
            }
            written += written_length;
        }
        Some(Self(stretches))
    }

    /// Where a range of the value was written.
    pub fn locate(&self, range: Range<usize>) -> Option<Range<usize>> {
        let first = self.at(range.start)?;
        let start = if first.is_verbatim() {
            first.written + (range.start - first.read)
        } else {
            first.written
        };
        let Some(last) = range.end.checked_sub(1).filter(|last| *last >= range.start) else {
            return Some(start..start);
        };
        let last = self.at(last)?;
        let end = if last.is_verbatim() {
            last.written + (range.end - last.read)
        } else {
            last.written + last.written_length
        };
        Some(start..end)
    }

    /// The same; of a place behind the last character, that place.
    pub fn around(&self, range: Range<usize>) -> Option<Range<usize>> {
        let before = range.start.checked_sub(1);
        self.locate(range.clone()).or_else(|| {
            let last = self.locate(before?..range.start)?;
            Some(last.end..last.end)
        })
    }

    /// The stretch in which a byte of the value lies.
    fn at(&self, read: usize) -> Option<Stretch> {
        let next = self.0.partition_point(|stretch| stretch.read <= read);
        let stretch = self.0.get(next.checked_sub(1)?)?;
        (read < stretch.read + stretch.read_length).then_some(*stretch)
    }
}

impl Stretch {
    fn is_verbatim(&self) -> bool {
        self.read_length == self.written_length
    }

    /// Whether it is written letter by letter and ends where another begins.
    fn goes_on(&self, read: usize, written: usize) -> bool {
        self.is_verbatim()
            && self.read + self.read_length == read
            && self.written + self.written_length == written
    }
}

/// What follows a line that ends with a backslash.
fn folded(rest: &str) -> Option<&str> {
    let next = rest.strip_prefix('\\')?;
    let folded = next.trim_start_matches([' ', '\t', '\r', '\n']);
    (folded.len() < next.len()).then_some(folded)
}

/// Length of the opening marks. A line break right behind three of them belongs
/// to them.
fn opening(literal: &str, quote: char) -> usize {
    let marks = literal.chars().take_while(|c| *c == quote).count();
    match literal.get(3..) {
        // Two marks are an empty string.
        Some(rest) if marks >= 3 => 3 + line_break(rest),
        _ => 1,
    }
}

/// Length of the line break with which a text begins.
fn line_break(text: &str) -> usize {
    match text.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [b'\n', ..] => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Writing;

    /// What is written of the first place at which a part of the value stands.
    fn written<'l>(literal: &'l str, part: &str) -> Option<&'l str> {
        let table: toml::Table = format!("a = {literal}").parse().ok()?;
        let value = crate::language::as_meant(table.get("a")?.as_str()?);
        let start = value.find(part)?;
        let writing = Writing::of(literal, &value)?;
        let range = writing.locate(start..start + part.len())?;
        literal.get(range)
    }

    #[test]
    fn a_part_of_a_string_is_found_as_it_was_written() {
        for (literal, part, found) in [
            ("\"Hemat 12.5% lagi\"", "12.5", "12.5"),
            ("'Hemat 12.5% lagi'", "12.5", "12.5"),
            (r#""\"Hemat\" 12.5%""#, "12.5", "12.5"),
            (r#""\u2013 12.5%""#, "12.5", "12.5"),
            (r#""12\u002E5%""#, "12.5", r"12\u002E5"),
            ("\"\"\"\nHemat\n12.5%\"\"\"", "12.5%", "12.5%"),
            ("\"\"\"Hemat \\\n    12.5%\"\"\"", "12.5%", "12.5%"),
            ("\"\"\"Hemat 12\\\n    .5%\"\"\"", "12.5%", "12\\\n    .5%"),
            ("\"\"\"Hemat\r\n12.5%\"\"\"", "12.5%", "12.5%"),
            ("\"Hemat\u{2028}12.5%\"", "12.5%", "12.5%"),
            ("\"Hemat\t\t12.5%\"", "12.5%", "12.5%"),
            (r#""Hemat\r\n12.5%""#, "12.5%", "12.5%"),
            ("'''\r\nHemat \\\n12.5%'''", "12.5%", "12.5%"),
            ("\"é 12.5%\"", "12.5%", "12.5%"),
            ("\"a\"", "a", "a"),
        ] {
            assert_eq!(written(literal, part), Some(found), "{literal}");
        }
    }

    #[test]
    fn what_does_not_belong_together_is_not_found() {
        for (literal, value) in [
            ("", "abc"),
            ("abc", "abc"),
            ("\"", "abc"),
            ("\"ab\"", "abcdefgh"),
            ("\"\\", "abc"),
            ("\"é\"", "aé"),
        ] {
            assert!(Writing::of(literal, value).is_none(), "{literal}");
        }
        let writing = Writing::of("\"abc\"", "abc").unwrap();
        assert_eq!(writing.locate(2..9), None);
        assert_eq!(writing.locate(9..9), None);
        assert_eq!(writing.locate(1..1), Some(2..2));
    }
}
