//! Text and the marks around it.

use super::super::customary::Meant;
use crate::source::slice;

/// Marks that begin or end text somewhere: in TOML, in Word, in other languages.
pub fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '`') || is_foreign_mark(c)
}

/// Marks that TOML does not know.
pub fn is_foreign_mark(c: char) -> bool {
    matches!(
        c,
        '\u{201c}'
            | '\u{201d}'
            | '\u{201e}'
            | '\u{201f}'
            | '\u{ab}'
            | '\u{bb}'
            | '\u{2018}'
            | '\u{2019}'
            | '\u{201a}'
            | '\u{201b}'
            | '\u{2039}'
            | '\u{203a}'
            | '\u{2033}'
            | '\u{2036}'
            | '\u{ff02}'
            | '\u{b4}'
    )
}

/// Whether a mark that began text ends with another.
pub fn closes(open: char, close: char) -> bool {
    match open {
        '"' => close == '"' || matches!(close, '\u{201d}' | '\u{201c}' | '\u{2033}'),
        '\'' => close == '\'',
        '`' => matches!(close, '`' | '\u{b4}' | '\''),
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{b4}' => {
            matches!(close, '\u{2018}' | '\u{2019}' | '\'' | '\u{b4}')
        }
        '\u{2039}' | '\u{203a}' => matches!(close, '\u{2039}' | '\u{203a}'),
        _ => close == '"' || (is_foreign_mark(close) && !matches!(close, '\u{2018}' | '\u{2019}')),
    }
}

/// What stands between marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked<'t> {
    /// The text.
    pub content: &'t str,
    /// The mark before it.
    pub open: Option<char>,
    /// The mark behind it.
    pub close: Option<char>,
}

/// Takes the marks off.
pub fn marked(raw: &str) -> Marked<'_> {
    let raw = raw.trim();
    for long in ["\"\"\"", "'''", "''", "\"\""] {
        let inner = raw
            .strip_prefix(long)
            .and_then(|rest| rest.strip_suffix(long));
        if let Some(content) = inner.filter(|content| !content.is_empty()) {
            let mark = long.chars().next();
            return Marked {
                content: content.trim(),
                open: mark,
                close: mark,
            };
        }
    }
    let open = raw.chars().next().filter(|c| is_mark(*c));
    let rest = match open {
        Some(open) => slice(raw, open.len_utf8()..),
        None => raw,
    };
    let close = rest.chars().next_back().filter(|close| match open {
        Some(open) => closes(open, *close) || is_mark(*close),
        None => is_mark(*close) && *close != '\'' && *close != '\u{2019}',
    });
    let content = match close {
        Some(close) => slice(rest, ..rest.len() - close.len_utf8()),
        None => rest,
    };
    Marked {
        content,
        open,
        close,
    }
}

/// A value without the marks of text around it.
pub fn bare(raw: &str) -> &str {
    marked(raw).content.trim()
}

/// What may have been meant where text is wanted.
pub fn text(raw: &str) -> Option<Meant> {
    let raw = raw.trim();
    if let Some(inner) = raw
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        return one_of_a_list(inner);
    }
    if raw.starts_with(['{', '[']) {
        return None;
    }
    let Marked {
        content,
        open,
        close,
    } = marked(raw);
    let joined = content.split_whitespace().collect::<Vec<_>>().join(" ");
    let several = content.contains('\n');
    let content = if several { &joined } else { content };
    if content.trim().is_empty() {
        return None;
    }
    let number = raw.starts_with(|c: char| c.is_ascii_digit()) || raw.starts_with(['+', '-']);
    let shortened = number && raw.contains(['_', 'e', 'E', 'x', 'o']);
    let mut meant = Meant::sure(escaped_or_quoted(content, open));
    let half = open.is_some() != close.is_some();
    let ends = content.chars().filter(|c| matches!(c, '"')).count() % 2 == 1;
    meant.sure = !(half && (several || content.contains('#'))
        || ends
        || shortened
        || (several && open.is_none())
        || matches!(raw, "true" | "false"));
    Some(meant)
}

/// The only text of a list, or all of them in one.
fn one_of_a_list(inner: &str) -> Option<Meant> {
    let items = super::list::items(inner);
    let texts: Vec<&str> = items.iter().map(|item| bare(item)).collect();
    match texts.as_slice() {
        [] => None,
        [only] => Some(Meant::sure(quoted(only))),
        several => Some(Meant::perhaps(vec![quoted(&several.join(", "))])),
    }
}

/// Text with the escapes that it has, if they are escapes of TOML.
fn escaped_or_quoted(content: &str, open: Option<char>) -> String {
    let plain = format!("\"{content}\"");
    let whole = |value: &toml::de::DeValue<'_>| value.as_str().is_some();
    match open == Some('"') && content.contains('\\') && super::parsed(&plain, whole) {
        true => plain,
        false => quoted(content),
    }
}

/// Text as a string of TOML, with as few marks of its own as can be.
pub fn quoted(content: &str) -> String {
    let awkward = content.contains(['"', '\\']);
    let hidden = |c: char| c.is_control() && c != '\t';
    if awkward && !content.contains('\'') && !content.contains(hidden) {
        return format!("'{content}'");
    }
    let mut written = String::from("\"");
    for c in content.chars() {
        match c {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' => written.push_str("\\n"),
            '\r' => {}
            c if hidden(c) => {
                use std::fmt::Write;
                // Writing into a string cannot fail.
                let _ = write!(written, "\\u{:04X}", u32::from(c));
            }
            c => written.push(c),
        }
    }
    written.push('"');
    written
}
