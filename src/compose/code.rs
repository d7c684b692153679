//! Data as Typst code.
//!
//! Text reaches Typst only inside string literals, which the evaluator reads as
//! strings whatever they hold. Nothing else in this module or in the callers
//! writes text of a plan into code.

use std::borrow::Cow;
use std::fmt::Write;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::language::SOFT_HYPHEN;
use crate::source::Span;

/// Key under which content travels through the serialiser. No structure has a
/// field of this name, and text is never a key.
const CONTENT: &str = "$content";

/// A Typst expression that yields content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    code: String,
    chars: usize,
    breaks: usize,
    number: Option<Number>,
}

/// Where a number ends in the code of its content, and how it goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Number {
    end: usize,
    places: usize,
    mark: char,
}

impl Content {
    /// No content.
    pub fn empty() -> Self {
        Self::lowered("[]".into())
    }

    /// Plain text; line breaks stay line breaks.
    pub fn text(text: &str) -> Self {
        let mut lines = text.lines().map(|line| Self {
            number: None,
            code: literal(line),
            chars: line.chars().filter(|c| *c != SOFT_HYPHEN).count(),
            breaks: 0,
        });
        let first = lines.next().unwrap_or_else(|| Self::lowered(literal("")));
        Self::lines(std::iter::once(first).chain(lines))
    }

    /// Contents below each other.
    pub fn lines(lines: impl IntoIterator<Item = Self>) -> Self {
        let end = Self {
            breaks: 1,
            ..Self::lowered("linebreak()".into())
        };
        Self::sequence(lines, Some(&end))
    }

    /// Contents behind each other.
    pub fn all(items: impl IntoIterator<Item = Self>) -> Self {
        Self::sequence(items, None)
    }

    fn sequence(items: impl IntoIterator<Item = Self>, between: Option<&Self>) -> Self {
        let mut items = items.into_iter();
        let first = items.next().unwrap_or_else(Self::empty);
        let Some(second) = items.next() else {
            return first;
        };
        let mut all = first.begun();
        for item in std::iter::once(second).chain(items) {
            if let Some(between) = between {
                all.go_on(between);
            }
            all.go_on(&item);
        }
        all.ended()
    }

    /// This content as the beginning of a sequence. However long it gets, a sequence is
    /// one level of code: what is nested deeper than Typst reads would not be set.
    fn begun(mut self) -> Self {
        self.code.insert(0, '{');
        if let Some(number) = &mut self.number {
            number.end += 1;
        }
        self
    }

    /// Adds to a sequence.
    fn go_on(&mut self, next: &Self) {
        self.code.push_str("; ");
        self.code.push_str(&next.code);
        self.chars += next.chars;
        self.breaks += next.breaks;
    }

    fn ended(mut self) -> Self {
        self.code.push('}');
        self
    }

    /// A number with so many decimal places behind `mark`.
    pub fn number(text: &str, places: usize, mark: char) -> Self {
        let mut content = Self::text(text);
        let end = content.code.len();
        content.number = Some(Number { end, places, mark });
        content
    }

    /// Decimal places, if this begins with a number.
    pub(crate) fn places(&self) -> Option<usize> {
        self.number.as_ref().map(|number| number.places)
    }

    /// Gives a number the room of as many decimal places as its neighbours have,
    /// so that marks stand below each other.
    pub(crate) fn pad(&mut self, places: usize) {
        let Some(number) = &self.number else { return };
        let missing = places.saturating_sub(number.places);
        if missing == 0 {
            return;
        }
        let mut room = "0".repeat(missing);
        if number.places == 0 {
            room.insert(0, number.mark);
        }
        self.code
            .insert_str(number.end, &format!("; hide({})", literal(&room)));
        self.code = format!("{{{}}}", self.code);
        self.number = None;
    }

    /// Content that jumps to a label of the book.
    pub(crate) fn link_to(label: &str, body: &Self) -> Self {
        Self {
            code: format!("link(label({}), {})", literal(label), in_block(&body.code)),
            chars: body.chars,
            breaks: body.breaks,
            number: None,
        }
    }

    /// This content in bold type.
    #[must_use]
    pub(crate) fn strong(self) -> Self {
        Self {
            code: format!("strong({})", in_block(&self.code)),
            chars: self.chars,
            breaks: self.breaks,
            number: None,
        }
    }

    /// An expression that the lowering of narrative has put together; its text
    /// is not counted.
    pub(super) fn lowered(code: String) -> Self {
        Self {
            code,
            chars: 0,
            breaks: 0,
            number: None,
        }
    }

    /// This content followed by another.
    #[must_use]
    pub fn then(self, other: &Self) -> Self {
        let mut all = self.begun();
        all.go_on(other);
        all.ended()
    }

    /// Contents with a separator between them.
    pub fn join(items: impl IntoIterator<Item = Self>, separator: &str) -> Self {
        let separator = literal(separator);
        let mut code = String::new();
        let mut chars = 0;
        let mut breaks = 0;
        for item in items {
            if !code.is_empty() {
                code.push_str("; ");
                code.push_str(&separator);
                code.push_str("; ");
            }
            code.push_str(&item.code);
            chars += item.chars;
            breaks += item.breaks;
        }
        if code.is_empty() {
            return Self::empty();
        }
        Self {
            code: format!("{{{code}}}"),
            chars,
            breaks,
            number: None,
        }
    }

    /// The code of the expression.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Number of characters that print, for choosing widths.
    pub fn chars(&self) -> usize {
        self.chars
    }

    /// Number of breaks between lines that were written.
    pub(crate) fn breaks(&self) -> usize {
        self.breaks
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::text(&text)
    }
}

/// Content as an argument. A block around a literal tells text that is printed from a
/// string that a template works with; both are the same to a template.
fn in_block(code: &str) -> Cow<'_, str> {
    if code.starts_with('"') {
        Cow::Owned(format!("{{{code}}}"))
    } else {
        Cow::Borrowed(code)
    }
}

impl JsonSchema for Content {
    fn schema_name() -> Cow<'static, str> {
        "content".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "content" })
    }
}

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(CONTENT, &self.code)])
    }
}

/// A string literal of Typst.
///
/// Control characters are escaped so that a literal stays on one line, and the
/// opening of a comment so that [`locate`] cannot be fooled.
pub(crate) fn literal(text: &str) -> String {
    let mut code = String::with_capacity(text.len() + 2);
    push_literal(&mut code, text);
    code
}

/// Adds a [`literal`].
pub(crate) fn push_literal(code: &mut String, text: &str) {
    code.push('"');
    push_escaped(code, text, ' ');
    code.push('"');
}

/// Adds the inside of a [`literal`], in which `previous` stands before the text.
pub(crate) fn push_escaped(code: &mut String, text: &str, mut previous: char) {
    let mut rest = text;
    while let Some(at) = next_escape(rest) {
        let (plain, marked) = rest.split_at(at);
        code.push_str(plain);
        previous = plain.chars().next_back().unwrap_or(previous);
        let mut characters = marked.chars();
        let Some(character) = characters.next() else {
            break;
        };
        match character {
            '"' => code.push_str("\\\""),
            '\\' => code.push_str("\\\\"),
            '*' if previous == '/' => code.push_str("\\u{2a}"),
            c if c.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(code, "\\u{{{:x}}}", u32::from(c));
            }
            c => code.push(c),
        }
        previous = character;
        rest = characters.as_str();
    }
    code.push_str(rest);
}

/// Whether a text stands in a [`literal`] as it is.
pub(crate) fn is_plain(text: &str) -> bool {
    // Without an early end, many bytes are looked at in one step.
    let may_need_escape = |found, byte: &u8| found | starts_escape(*byte);
    !text.as_bytes().iter().fold(false, may_need_escape)
}

/// Where the next character begins that may need an escape.
fn next_escape(text: &str) -> Option<usize> {
    text.bytes().position(starts_escape)
}

/// Whether a character that begins with a byte may need an escape. Those with `0xC2` are
/// the control characters beyond ASCII, and some that need none.
fn starts_escape(byte: u8) -> bool {
    byte.is_ascii_control() | matches!(byte, b'"' | b'\\' | b'*' | 0xC2)
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

/// A comment that says where the code behind it comes from.
pub(crate) fn location(span: Span) -> String {
    let mut code = String::new();
    push_location(&mut code, span);
    code
}

/// Adds a [`location`].
pub(crate) fn push_location(code: &mut String, span: Span) {
    // Every block has one: a formatter takes longer than the block itself.
    let mut digits = itoa::Buffer::new();
    code.push_str("/*@");
    code.push_str(digits.format(span.file.number()));
    code.push(':');
    code.push_str(digits.format(span.start()));
    code.push_str("*/");
}

/// The place that the last [`location`] before `offset` names, as the number of
/// a file and an offset in it.
pub(crate) fn locate(code: &str, offset: usize) -> Option<(u32, usize)> {
    let before = code.get(..code.floor_char_boundary(offset))?;
    let (_, mark) = before.rsplit_once("/*@")?;
    let (file, rest) = mark.split_once(':')?;
    let (start, _) = rest.split_once("*/")?;
    Some((file.parse().ok()?, start.parse().ok()?))
}

/// A value as a Typst expression.
pub(crate) fn expression<T: Serialize>(data: &T) -> String {
    let mut code = String::new();
    #[expect(
        clippy::expect_used,
        reason = "structures of text, numbers, lists and content always serialise"
    )]
    let value = serde_json::to_value(data).expect("the structures of a view are plain data");
    write_value(&value, &mut code);
    code
}

fn write_value(value: &Value, code: &mut String) {
    match value {
        Value::Null => code.push_str("none"),
        Value::Bool(flag) => code.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => {
            // Writing to a string cannot fail.
            let _ = write!(code, "{number}");
        }
        Value::String(text) => push_literal(code, text),
        Value::Array(items) => {
            code.push('(');
            for item in items {
                write_value(item, code);
                // The comma makes a list of one a list.
                code.push(',');
            }
            code.push(')');
        }
        Value::Object(fields) => {
            if let Some(Value::String(content)) = fields.get(CONTENT) {
                code.push_str(&in_block(content));
                return;
            }
            if fields.is_empty() {
                code.push_str("(:)");
                return;
            }
            code.push('(');
            for (key, value) in fields {
                push_literal(code, key);
                code.push(':');
                write_value(value, code);
                code.push(',');
            }
            code.push(')');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_inside_its_literal() {
        assert_eq!(literal(r#"a"b\c"#), r#""a\"b\\c""#);
        assert_eq!(literal("#x\n\u{0}"), "\"#x\\u{a}\\u{0}\"");
        assert_eq!(literal("/*@1:2*/"), "\"/\\u{2a}@1:2*/\"");
    }

    #[test]
    fn a_literal_reads_back() {
        for text in ["", "a\"b\\c\n/*é\u{0}", "\\\\\"", "\u{7f}}"] {
            let code = literal(text);
            assert_eq!(end_of_literal(&code, 0), code.len());
            let inside = &code[1..code.len() - 1];
            let read: String = decoded(inside).map(|(_, character)| character).collect();
            assert_eq!(read, text);
        }
    }

    #[test]
    fn numbers_get_the_room_of_the_places_of_their_neighbours() {
        let padded = |text: &str, places, to| {
            let mut number = Content::number(text, places, ',');
            number.pad(to);
            number.code
        };
        assert_eq!(padded("72", 0, 2), r#"{"72"; hide(",00")}"#);
        assert_eq!(padded("72,5", 1, 2), r#"{"72,5"; hide("0")}"#);
        assert_eq!(padded("72,25", 2, 2), r#""72,25""#);
        let mut with_year = Content::number("72", 0, ',').then(&Content::text(" (2024)"));
        with_year.pad(1);
        assert_eq!(with_year.code, r#"{{"72"; hide(",0"); " (2024)"}}"#);
    }

    #[test]
    fn lists_of_one_stay_lists() {
        assert_eq!(expression(&vec!["a"]), "(\"a\",)");
        assert_eq!(expression(&Vec::<String>::new()), "()");
    }

    #[test]
    fn the_nearest_location_before_an_offset_counts() {
        let code = "/*@0:1*/a /*@7:42*/b";
        assert_eq!(locate(code, code.len()), Some((7, 42)));
        assert_eq!(locate(code, 9), Some((0, 1)));
        assert_eq!(locate("none", 2), None);
    }
}
