//! Strings of Typst code.
//!
//! Text reaches Typst only inside string literals, which the evaluator reads as strings
//! whatever they hold.

use std::fmt::Write;

/// A string literal of Typst.
///
/// Control characters are escaped so that a literal stays on one line.
pub(crate) fn literal(text: &str) -> String {
    let mut code = String::with_capacity(text.len() + 2);
    push_literal(&mut code, text);
    code
}

/// Adds a [`literal`].
pub(crate) fn push_literal(code: &mut String, text: &str) {
    code.push('"');
    push_escaped(code, text);
    code.push('"');
}

/// Adds the inside of a [`literal`].
pub(crate) fn push_escaped(code: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = next_escape(rest) {
        let (plain, marked) = rest.split_at(at);
        code.push_str(plain);
        let mut characters = marked.chars();
        let Some(character) = characters.next() else {
            break;
        };
        match character {
            '"' => code.push_str("\\\""),
            '\\' => code.push_str("\\\\"),
            c if c.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(code, "\\u{{{:x}}}", u32::from(c));
            }
            c => code.push(c),
        }
        rest = characters.as_str();
    }
    code.push_str(rest);
}

/// Where the next character begins that may need an escape.
fn next_escape(text: &str) -> Option<usize> {
    text.bytes().position(starts_escape)
}

/// Whether a character that begins with a byte may need an escape. Those with `0xC2` are
/// the control characters beyond ASCII, and some that need none.
fn starts_escape(byte: u8) -> bool {
    byte.is_ascii_control() | matches!(byte, b'"' | b'\\' | 0xC2)
}

/// The byte behind the [`literal`] that begins at `start`.
pub(crate) fn end_of_literal(code: &str, start: usize) -> usize {
    let inside = code.as_bytes().get(start + 1..).unwrap_or(&[]);
    let mut escaped = false;
    let quote = inside.iter().position(|byte| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    });
    quote.map_or(code.len(), |quote| start + quote + 2)
}

/// The characters of the inside of a [`literal`], each with the byte at which it is
/// written.
pub(crate) fn decoded(inside: &str) -> impl Iterator<Item = (usize, char)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = inside.get(at..)?;
        let mut characters = rest.chars();
        let first = characters.next()?;
        let start = at;
        at += first.len_utf8();
        if first != '\\' {
            return Some((start, first));
        }
        let second = characters.next()?;
        at += second.len_utf8();
        let digits = rest
            .strip_prefix("\\u{")
            .and_then(|rest| rest.split_once('}'));
        let Some((digits, _)) = digits else {
            return Some((start, second));
        };
        at += digits.len() + 2;
        let value = u32::from_str_radix(digits, 16)
            .ok()
            .and_then(char::from_u32);
        Some((start, value.unwrap_or(char::REPLACEMENT_CHARACTER)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_inside_its_literal() {
        assert_eq!(literal(r#"a"b\c"#), r#""a\"b\\c""#);
        assert_eq!(literal("#x\n\u{0}"), "\"#x\\u{a}\\u{0}\"");
    }

    #[test]
    fn a_literal_reads_back() {
        for text in ["", "a\"b\\c\n/*é\u{0}", "\\\"", "\u{7f}}"] {
            let code = literal(text);
            assert_eq!(end_of_literal(&code, 0), code.len());
            let inside = &code[1..code.len() - 1];
            let read: String = decoded(inside).map(|(_, character)| character).collect();
            assert_eq!(read, text);
        }
    }
}
