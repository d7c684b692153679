//! TOML strings as they are written, beside what they mean.

use std::ops::Range;

/// Where a range of the value stands in the string that was written, quotation
/// marks included. Nothing if the two do not belong together.
pub fn locate(literal: &str, value: &str, range: Range<usize>) -> Option<Range<usize>> {
    let quote = literal.chars().next()?;
    let escapes = match quote {
        '"' => true,
        '\'' => false,
        _ => return None,
    };
    let mut written = opening(literal, quote);
    let mut read = 0;
    let mut start = None;
    loop {
        if let Some(start) = start
            && read >= range.end
        {
            return Some(start..written);
        }
        let rest = literal.get(written..)?;
        let escaped = rest.strip_prefix('\\').filter(|_| escapes);
        if let Some(escaped) = escaped {
            let next = escaped.trim_start_matches([' ', '\t', '\r', '\n']);
            if next.len() < escaped.len() {
                // The line goes on where the next word begins.
                written += rest.len() - next.len();
                continue;
            }
        }
        if read == range.start {
            start = Some(written);
            if range.is_empty() {
                continue;
            }
        }
        let meant = value.get(read..)?.chars().next()?;
        written += match escaped {
            Some(escaped) => match escaped.chars().next()? {
                'x' => 4,
                'u' => 6,
                'U' => 10,
                _ => 2,
            },
            None if meant == '\n' => line_break(rest).max(1),
            None => meant.len_utf8(),
        };
        read += meant.len_utf8();
    }
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
    use super::locate;

    /// What is written of the first place at which a part of the value stands.
    fn written<'l>(literal: &'l str, part: &str) -> Option<&'l str> {
        let table: toml::Table = format!("a = {literal}").parse().ok()?;
        let value = table.get("a")?.as_str()?;
        let start = value.find(part)?;
        let range = locate(literal, value, start..start + part.len())?;
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
            ("'''\r\nHemat \\\n12.5%'''", "12.5%", "12.5%"),
            ("\"é 12.5%\"", "12.5%", "12.5%"),
            ("\"a\"", "a", "a"),
        ] {
            assert_eq!(written(literal, part), Some(found), "{literal}");
        }
    }

    #[test]
    fn what_does_not_belong_together_is_not_found() {
        for (literal, value, range) in [
            ("", "abc", 0..1),
            ("abc", "abc", 0..1),
            ("\"", "abc", 0..3),
            ("\"ab\"", "abcdefgh", 4..8),
            ("\"\\", "abc", 0..3),
            ("\"é\"", "aé", 1..2),
        ] {
            assert_eq!(locate(literal, value, range), None, "{literal}");
        }
    }
}
