//! Text and the marks around it.

use std::sync::LazyLock;

use regex::Regex;

use super::super::customary::{Meant, Remark, literal};
use super::super::windows_path;
use crate::slice::slice;

/// Marks that begin or end text somewhere: in TOML, in Word, in other languages.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '`') || is_foreign_mark(c)
}

/// Marks that TOML does not know.
pub(crate) fn is_foreign_mark(c: char) -> bool {
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
pub(crate) fn closes(open: char, close: char) -> bool {
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
pub(crate) fn marked(raw: &str) -> Marked<'_> {
    let raw = raw.trim();
    for long in ["\"\"\"", "'''", "''", "\"\""] {
        let inner = raw
            .strip_prefix(long)
            .and_then(|rest| rest.strip_suffix(long));
        if let Some(content) = inner.filter(|content| !content.is_empty()) {
            let mark = long.chars().next();
            return Marked {
                content: without_more(content, mark, mark).trim(),
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
    if is_apart(content, open, close) {
        return Marked {
            content: raw,
            open: None,
            close: None,
        };
    }
    let content = without_more(content, open, close);
    Marked {
        content,
        open,
        close,
    }
}

/// Whether the marks at both ends of a content do not belong together, or the only one
/// belongs to one inside: `“Layanan” aduan`, `"Layanan" dan "aduan"`.
fn is_apart(content: &str, open: Option<char>, close: Option<char>) -> bool {
    let like = |c: char| match (open, close) {
        (Some(open), _) => closes(open, c) || c == open,
        (None, Some(close)) => closes(c, close) || c == close,
        (None, None) => false,
    };
    let mut depth = i32::from(open.is_some());
    let mut before = None;
    let mut letters = content.chars().peekable();
    while let Some(c) = letters.next() {
        let next = letters.peek().copied();
        let begins = before.is_none_or(|c: char| c.is_whitespace() || matches!(c, '(' | '['));
        let ends = next.is_none_or(|c| !c.is_alphanumeric());
        if is_mark(c) && like(c) {
            if begins && next.is_some_and(|c| !c.is_whitespace()) {
                depth += 1;
            } else if !begins && ends {
                depth -= 1;
                if depth == 0 && open.is_some() && next.is_some() {
                    return true;
                }
            }
        }
        before = Some(c);
    }
    // Without a mark before it, what is open is closed by the last.
    open.is_none() && close.is_some() && depth > 0
}

/// A content without the second and third of several equal marks around it, if there are
/// none inside.
fn without_more(content: &str, open: Option<char>, close: Option<char>) -> &str {
    let mut inner = content;
    if let Some(open) = open {
        inner = inner.trim_start_matches(open);
    }
    if let Some(close) = close {
        inner = inner.trim_end_matches(close);
    }
    let several = inner.len() < content.len();
    if several && !inner.contains(['"', '`']) && !inner.contains(is_foreign_mark) {
        inner.trim()
    } else {
        content
    }
}

/// Whether a text without marks around it has marks in it that leave no doubt what they
/// are: of Word, each with its other.
fn is_balanced(content: &str) -> bool {
    let mut open: Option<char> = None;
    for c in content.chars() {
        match open {
            _ if matches!(c, '"' | '`') => return false,
            Some(mark) if closes(mark, c) => open = None,
            None if is_foreign_mark(c) && !matches!(c, '\u{2018}' | '\u{2019}') => open = Some(c),
            _ => {}
        }
    }
    open.is_none()
}

/// A value without the marks of text around it.
pub(crate) fn bare(raw: &str) -> &str {
    marked(raw).content.trim()
}

/// Red, green and blue as other programs write them.
static RED_GREEN_BLUE: LazyLock<Regex> = LazyLock::new(|| {
    literal(r"(?i)^(?:rgb)?\s*\(?\s*(\d{1,3})\s*[,; ]\s*(\d{1,3})\s*[,; ]\s*(\d{1,3})\s*\)?$")
});

/// A colour as other programs write it: `#1d5b8f` without marks or without the sign before
/// it, `0x1d5b8f`, `#fff`, `rgb(29, 91, 143)`.
pub(crate) fn color(raw: &str) -> Option<Meant> {
    let plain = bare(raw);
    if let Some(parts) = RED_GREEN_BLUE.captures(plain) {
        let part = |at: usize| parts.get(at)?.as_str().parse::<u8>().ok();
        let (red, green, blue) = (part(1)?, part(2)?, part(3)?);
        return Some(Meant::sure(format!("\"#{red:02x}{green:02x}{blue:02x}\"")));
    }
    let sign = ["#", "0x", "0X"].into_iter();
    let known = sign.filter_map(|sign| plain.strip_prefix(sign)).next();
    let digits = known.unwrap_or(plain).trim();
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    match (digits.len(), known) {
        (6, _) => Some(Meant::sure(format!("\"#{digits}\""))),
        (3, sign) => {
            let twice: String = digits.chars().flat_map(|digit| [digit, digit]).collect();
            Some(Meant {
                values: vec![format!("\"#{twice}\"")],
                sure: sign.is_some(),
                remark: None,
            })
        }
        // The last two say how much shines through.
        (8, Some(_)) => {
            let opaque = digits.get(..6)?;
            Some(Meant::perhaps(vec![format!("\"#{opaque}\"")]))
        }
        _ => None,
    }
}

/// Keys whose text is the id of an entry, which a number is not.
const IDS: &[&str] = &[
    "also",
    "answers",
    "depends-on",
    "dimension",
    "district",
    "districts",
    "id",
    "indicator",
    "laws",
    "mission",
    "opd",
    "phase",
    "pillar",
    "policy",
    "program",
    "source",
];

/// A number as Excel shows one that is too long for its cell.
static SHORTENED: LazyLock<Regex> =
    LazyLock::new(|| literal(r"(?i)^[+-]?\d+(?:[.,]\d+)?e\+?\d{1,3}$"));

/// What may have been meant where text is wanted, behind a key.
pub fn text(raw: &str, key: &str) -> Option<Meant> {
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
    if SHORTENED.is_match(raw) {
        return Some(Meant::perhaps(Vec::new()).with(Remark::LostDigits));
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
    let digits = content
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'_' | b'.' | b'-'));
    if digits && open.is_none() && IDS.contains(&key) {
        return None;
    }
    let number = raw.starts_with(|c: char| c.is_ascii_digit()) || raw.starts_with(['+', '-']);
    let shortened = number && raw.contains(['_', 'e', 'E', 'x', 'o']);
    let mut meant = Meant::sure(escaped_or_quoted(content, open));
    if let Some(joined) = joined_behind(content).filter(|_| open.is_none()) {
        let first = content.ends_with(')') && content.contains('(');
        let at = usize::from(!first);
        meant.values.insert(at.min(meant.values.len()), joined);
    }
    let half = open.is_some() != close.is_some();
    let ends = content.chars().filter(|c| matches!(c, '"')).count() % 2 == 1;
    let bare = open.is_none() && close.is_none();
    meant.sure = !(half && (several || content.contains('#'))
        || ends
        || (bare && (content.contains('#') || !is_balanced(content)))
        || shortened
        || (several && open.is_none())
        || matches!(raw, "true" | "false"));
    Some(meant)
}

/// `"Layanan" (revisi)` as one text, if only the first words are between marks.
fn joined_behind(content: &str) -> Option<String> {
    let (inner, rest) = content.strip_prefix('"')?.split_once('"')?;
    let rest = rest.trim();
    let plain = !inner.trim().is_empty() && !rest.is_empty() && !rest.contains('"');
    let space = if rest.starts_with([',', '.', ';', ':']) {
        ""
    } else {
        " "
    };
    plain.then(|| quoted(&format!("{inner}{space}{rest}")))
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
    let escaped = open == Some('"') && content.contains('\\');
    let path = windows_path::in_text(content).is_some();
    if escaped && !path && super::parsed(&plain, whole) {
        plain
    } else {
        quoted(content)
    }
}

/// Text as a string of TOML, with as few marks of its own as can be.
pub(crate) fn quoted(content: &str) -> String {
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
