//! HTML, piece by piece.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::literal_pattern;
use crate::slice::slice;

/// A piece of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// Text between tags, entities included.
    Text,
    /// A tag that opens an element, by its name in small letters.
    Open(String),
    /// One that closes it.
    Close(String),
    /// A comment.
    Comment,
    /// A comment that does not end, or not before another one begins.
    OpenComment,
    /// A declaration, an instruction or a section of characters.
    Markup,
    /// The rest, which begins like a tag and never ends.
    Unfinished,
}

/// The pieces of a text in HTML, each with its bytes.
pub(crate) struct Tokens<'h> {
    html: &'h str,
    at: usize,
}

impl<'h> Tokens<'h> {
    /// The pieces of `html`.
    pub fn new(html: &'h str) -> Self {
        Self { html, at: 0 }
    }

    /// Goes on at a byte further behind.
    pub fn skip_to(&mut self, at: usize) {
        self.at = self.at.max(at);
    }

    fn piece(&self, rest: &str) -> (Token, usize) {
        let Some(inside) = rest.strip_prefix('<') else {
            return (Token::Text, next_mark(rest));
        };
        let until = |end: &str, kind: Token| match rest.find(end) {
            Some(at) => (kind, at + end.len()),
            None => (kind, rest.len()),
        };
        // `<!-->` and `<!--->` are whole comments.
        if let Some(comment) = inside.strip_prefix("!--") {
            let short = ["-->", "->", ">"]
                .iter()
                .find(|end| comment.starts_with(**end));
            return match short {
                Some(end) => (Token::Comment, "<!--".len() + end.len()),
                None => match until("-->", Token::Comment) {
                    (_, length) if is_open(slice(rest, ..length)) => (Token::OpenComment, length),
                    closed => closed,
                },
            };
        }
        if inside.starts_with('?') {
            return until("?>", Token::Markup);
        }
        if inside.starts_with("![CDATA[") {
            return until("]]>", Token::Markup);
        }
        if inside.starts_with('!') {
            return until(">", Token::Markup);
        }
        let (closes, named) = match inside.strip_prefix('/') {
            Some(named) => (true, named),
            None => (false, inside),
        };
        let name = name_of(named);
        if name.is_empty() {
            // A `<` that is only a character.
            return (Token::Text, 1 + next_mark(inside));
        }
        let Some(end) = end_of_tag(rest) else {
            return (Token::Unfinished, rest.len());
        };
        let name = name.to_ascii_lowercase();
        let token = if closes {
            Token::Close(name)
        } else {
            Token::Open(name)
        };
        (token, end)
    }
}

impl Iterator for Tokens<'_> {
    type Item = (Token, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.html.get(self.at..).filter(|rest| !rest.is_empty())?;
        let (token, length) = self.piece(rest);
        let start = self.at;
        self.at += length.max(1);
        Some((token, start..self.at))
    }
}

/// Bytes before the next `<`.
fn next_mark(text: &str) -> usize {
    text.find('<').unwrap_or(text.len())
}

/// Whether a comment does not end, or holds the beginning of another one.
fn is_open(comment: &str) -> bool {
    !comment.ends_with("-->") || slice(comment, "<!--".len()..).contains("<!--")
}

/// The name with which a tag begins.
fn name_of(text: &str) -> &str {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    let end = text.find(|c: char| c.is_whitespace() || c == '/' || c == '>');
    slice(text, ..end.unwrap_or(text.len()))
}

/// Where a tag ends: behind the first `>` that is not part of a quoted value.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    let mut after_equals = false;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') if after_equals => quote = Some(byte),
            _ => {}
        }
        after_equals = byte == b'=' || after_equals && byte.is_ascii_whitespace();
    }
    None
}

/// An attribute: its name, and its value in double quotes, in single ones or in none.
static ATTRIBUTE: LazyLock<Regex> = LazyLock::new(|| {
    literal_pattern(r#"([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?"#)
});

/// The value of an attribute of a tag, empty if none is written; `None` if the tag has no
/// such attribute.
pub(crate) fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let inside = tag.trim_start_matches(['<', '/']);
    let inside = inside.get(name_of(inside).len()..)?;
    let mut attributes = ATTRIBUTE.captures_iter(inside);
    let found = attributes.find(|found| {
        let name = found.get(1);
        name.is_some_and(|name| name.as_str().eq_ignore_ascii_case(wanted))
    })?;
    let value = found.iter().skip(2).flatten().next();
    Some(value.map_or("", |value| value.as_str()).to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Token, Tokens, attribute};

    #[test]
    fn pieces_are_told_apart() {
        let pieces = |html: &'static str| -> Vec<(Token, &str)> {
            let tokens = Tokens::new(html);
            tokens.map(|(token, range)| (token, &html[range])).collect()
        };
        let open = |name: &str| Token::Open(name.into());
        assert_eq!(
            pieces("<B a='>'>a < b</b ><!-- <i> --><?x?>"),
            [
                (open("b"), "<B a='>'>"),
                (Token::Text, "a "),
                (Token::Text, "< b"),
                (Token::Close("b".into()), "</b >"),
                (Token::Comment, "<!-- <i> -->"),
                (Token::Markup, "<?x?>"),
            ]
        );
        assert_eq!(
            pieces("<!--><!---><!-- a"),
            [
                (Token::Comment, "<!-->"),
                (Token::Comment, "<!--->"),
                (Token::OpenComment, "<!-- a"),
            ]
        );
        assert_eq!(pieces("<div a=\">"), [(Token::Unfinished, "<div a=\">")]);
    }

    #[test]
    fn attributes_are_read() {
        let tag = "<a x HREF = \"u v\" id=w title='t'>";
        assert_eq!(attribute(tag, "href").as_deref(), Some("u v"));
        assert_eq!(attribute(tag, "x").as_deref(), Some(""));
        assert_eq!(attribute(tag, "id").as_deref(), Some("w"));
        assert_eq!(attribute(tag, "src"), None);
        assert_eq!(attribute("<a ==>", "href"), None);
    }
}
