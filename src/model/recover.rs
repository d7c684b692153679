//! TOML with syntax errors, without the parts that are broken.
//!
//! The parser goes on after an error, but an open bracket makes it read the rest
//! of the file as a list and complain about every line of it. Here each part
//! that is broken is left out, with one error, and what stands behind it is read
//! as if nothing had happened.

use std::ops::Range;

use toml::de::DeTable;

use crate::slice::slice;

/// Most parts without an end that are left out of a text one by one. Each takes
/// another look at the whole text; what stands behind the last is left out.
const MOST: usize = 50;

/// What the parser says of a key or table that stands there a second time.
const REPETITION: &str = "duplicate key";

/// A text that is TOML.
#[derive(Debug)]
pub(crate) struct Recovered {
    /// The text, with blanks where it was broken, so that places stay.
    pub text: String,
    /// One fault for each part that was left out, in the order of the text.
    pub faults: Vec<Fault>,
}

/// Why a part of a text was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Where.
    pub span: Range<usize>,
    /// What the parser says.
    pub reason: String,
    /// The header that a part begins with: `goal` of `[goal]`.
    pub header: Option<String>,
    /// The part that was left out.
    pub part: Range<usize>,
}

impl Fault {
    /// Whether something stands there that stood there before.
    pub fn is_repetition(&self) -> bool {
        self.reason == REPETITION
    }
}

/// Leaves out what is broken.
pub(crate) fn recover(text: &str) -> Recovered {
    let mut found = Recovered {
        text: text.to_owned(),
        faults: Vec::new(),
    };
    for turn in 1..=MOST {
        let (_, errors) = DeTable::parse_recoverable(&found.text);
        if errors.is_empty() {
            break;
        }
        let end = found.text.len();
        let mut errors: Vec<(Range<usize>, &str)> = errors
            .iter()
            .map(|error| (error.span().unwrap_or(0..0), error.message()))
            .collect();
        errors.sort_by_key(|(span, _)| (span.start.min(end), span.end));
        let mut done = 0;
        let mut broken = Vec::new();
        for (span, reason) in errors {
            let at = found.text.floor_char_boundary(span.start);
            // The parser may complain more than once about one part.
            if at < done || done == end {
                continue;
            }
            let place = Place::find(&found.text, done, at);
            let part = Part::around(&found.text, &place, at);
            let (range, open) = match part {
                Some(part) if turn < MOST => (part.range, part.open),
                _ => (done..end, true),
            };
            found.faults.push(match place.open {
                Some((bracket, kind)) if open => Fault {
                    span: bracket..bracket + kind.length(),
                    reason: kind.reason().unwrap_or(reason).to_owned(),
                    header: None,
                    part: place.begin..range.end,
                },
                _ => Fault {
                    span,
                    reason: reason.to_owned(),
                    header: header(slice(&found.text, range.clone())),
                    part: range.clone(),
                },
            });
            // Where something is still open behind the part, what the parser said
            // about the rest means nothing.
            let lost = open || Place::find(&found.text, done, range.end).open.is_some();
            done = range.end;
            broken.push(range);
            // Below a broken header the parser counts keys to the table before.
            let headless = is_like_a_header(content_of(&found.text, place.begin));
            if lost || (headless && reason != REPETITION) {
                break;
            }
        }
        found.text = blank(&found.text, &broken);
    }
    found.faults.sort_by_key(|fault| fault.span.start);
    found
}

/// The header above a place, without its brackets; nothing at the beginning of a file.
pub(crate) fn header_above(text: &str, at: usize) -> Option<String> {
    let above = slice(text, ..at);
    above.lines().rev().find_map(header)
}

/// Where the key that a part begins with stands for the first time below the same header.
pub(crate) fn first_place(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let key = |line: &str| Some(line.split_once('=')?.0.trim().to_owned());
    let wanted = key(line(text, part.start))?;
    let mut from = 0;
    let mut found = None;
    for line in slice(text, ..part.start).split_inclusive('\n') {
        if is_header(line) {
            found = None;
        } else if key(line).as_ref() == Some(&wanted) && found.is_none() {
            let begin = from + indent_of(line);
            found = Some(begin..begin + wanted.len());
        }
        from += line.len();
    }
    found
}

/// What stands before the first `=` or `:` of each line below the same header as a part,
/// without those of the part.
pub(crate) fn names_beside(text: &str, part: Range<usize>) -> Vec<&str> {
    let mut from = 0;
    let mut names = Vec::new();
    let mut beyond = false;
    for line in text.split_inclusive('\n') {
        if is_like_a_header(line.trim_start()) && !part.contains(&from) {
            if from >= part.end {
                beyond = true;
            } else {
                names.clear();
            }
        } else if !part.contains(&from) && !beyond {
            names.extend(line.split_once(['=', ':']).map(|(name, _)| name.trim()));
        }
        from += line.len();
    }
    names
}

/// The text with spaces in place of ranges of lines, which are in order.
pub(super) fn blank(text: &str, ranges: &[Range<usize>]) -> String {
    let mut blanked = String::with_capacity(text.len());
    let mut done = 0;
    for range in ranges {
        let part = slice(text, range.clone());
        blanked.push_str(slice(text, done..range.start));
        blanked.extend(
            part.bytes()
                .map(|byte| if byte == b'\n' { '\n' } else { ' ' }),
        );
        done = range.end;
    }
    blanked.push_str(slice(text, done..));
    blanked
}

/// What is open at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    List,
    Table,
    /// Text in one line, with its quotation mark.
    Text(u8),
    /// Text over several lines.
    LongText(u8),
}

impl Open {
    fn length(self) -> usize {
        match self {
            Self::LongText(_) => 3,
            Self::List | Self::Table | Self::Text(_) => 1,
        }
    }

    /// What the parser would have said if it had known better.
    fn reason(self) -> Option<&'static str> {
        match self {
            Self::List => Some("unclosed array"),
            Self::Table => Some("unclosed inline table"),
            Self::Text(_) | Self::LongText(_) => None,
        }
    }
}

/// Where in the text an error lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    /// Beginning of the line on which the key or header stands.
    begin: usize,
    /// The first bracket or text that is open there.
    open: Option<(usize, Open)>,
}

impl Place {
    /// Reads on from `from`, where a line begins and nothing is open.
    fn find(text: &str, from: usize, to: usize) -> Self {
        let bytes = text.as_bytes();
        let mut begin = from;
        let mut open: Vec<(usize, Open)> = Vec::new();
        let mut at = from;
        while at < to {
            let rest = bytes.get(at..).unwrap_or(&[]);
            let Some(&byte) = rest.first() else { break };
            let inside = open.last().map(|(_, kind)| *kind);
            let mut step = 1;
            match (inside, byte) {
                (Some(Open::Text(b'"') | Open::LongText(b'"')), b'\\') => step = 2,
                (Some(Open::LongText(quote)), _) if rest.starts_with(&[quote; 3]) => {
                    open.pop();
                    // One or two of the marks may belong to the text.
                    step = rest
                        .iter()
                        .take_while(|byte| **byte == quote)
                        .count()
                        .min(5);
                }
                (Some(Open::LongText(_)), _) => {}
                (Some(Open::Text(quote)), _) if byte == quote => {
                    open.pop();
                }
                (Some(Open::Text(_)), b'\n') => {
                    open.pop();
                }
                (Some(Open::Text(_)), _) => {}
                (_, b'#') => step = rest.iter().take_while(|byte| **byte != b'\n').count(),
                (_, b'"' | b'\'') if rest.starts_with(&[byte; 3]) => {
                    open.push((at, Open::LongText(byte)));
                    step = 3;
                }
                (_, b'"' | b'\'') => open.push((at, Open::Text(byte))),
                (_, b'[') => open.push((at, Open::List)),
                (_, b'{') => open.push((at, Open::Table)),
                (_, b']' | b'}') => {
                    open.pop();
                }
                (None, b'\n') => begin = at + 1,
                _ => {}
            }
            at += step;
        }
        Self {
            begin,
            open: open.first().copied(),
        }
    }
}

/// A part that is broken.
struct Part {
    range: Range<usize>,
    /// Whether it has no end of its own.
    open: bool,
}

impl Part {
    /// The part in which the error at `at` lies: from its key or header to the
    /// next line that begins with one.
    fn around(text: &str, place: &Place, at: usize) -> Option<Self> {
        let first = line(text, place.begin);
        let content = content_of(text, place.begin);
        let indent = indent_of(first);
        let next = place.begin + first.len();
        let mut from = next;
        let mut open = false;
        if let Some((_, kind)) = place.open {
            let begin = text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1);
            let long = matches!(kind, Open::List | Open::Table | Open::LongText(_));
            let over = text.get(at..)?.trim_start().is_empty();
            let meets = begin > place.begin
                && begins(line(text, begin))
                && indent_of(line(text, begin)) <= indent;
            open = long && (over || (meets && !matches!(kind, Open::LongText(_))));
            if !over {
                from = from.max(begin);
            }
        }
        let block = block_end(text, next, indent).filter(|_| is_named_with_colon(content));
        let end = if let Some(end) = block.filter(|end| at < *end) {
            end
        } else if content.starts_with('#') || content.trim().is_empty() {
            next
        } else {
            let wanted = if is_like_a_header(content) {
                is_header
            } else {
                begins
            };
            // Where one key stands before a colon, the next does too.
            let is_pair = is_pair_with_colon(content);
            let ends = |line: &str| wanted(line) || (is_pair && is_pair_with_colon(line));
            let mut at = from;
            loop {
                let line = line(text, at);
                if line.is_empty() || (ends(line) && indent_of(line) <= indent) {
                    break at;
                }
                at += line.len();
            }
        };
        let range = place.begin..end;
        (!text.get(range.clone())?.trim().is_empty()).then_some(Self { range, open })
    }
}

/// Where the lines end that are indented below another, or begin with the mark of an item,
/// as YAML has them; `None` if there are none.
fn block_end(text: &str, next: usize, indent: usize) -> Option<usize> {
    let mut end = next;
    let mut at = next;
    loop {
        let line = line(text, at);
        if line.is_empty() {
            break;
        }
        let content = line.trim();
        let below = indent_of(line) > indent || content.starts_with("- ");
        if !content.is_empty() && !below {
            break;
        }
        at += line.len();
        if !content.is_empty() {
            end = at;
        }
    }
    (end > next).then_some(end)
}

/// Whether a line is a name and a colon.
fn is_named_with_colon(content: &str) -> bool {
    !content.starts_with('[') && is_like_a_header(content)
}

/// Whether a line is a key, a colon and a value, as YAML has them.
fn is_pair_with_colon(line: &str) -> bool {
    let pair = line.split_once(':');
    pair.is_some_and(|(key, value)| {
        let is_apart = value.trim().is_empty() || value.starts_with([' ', '\t']);
        is_apart && !key.trim().contains(' ') && is_path(key)
    })
}

/// The line that begins at a place, with its end.
fn line(text: &str, begin: usize) -> &str {
    let rest = slice(text, begin..);
    rest.split_inclusive('\n').next().unwrap_or_default()
}

/// The line that begins at a place, without its indentation.
fn content_of(text: &str, begin: usize) -> &str {
    line(text, begin).trim_start()
}

/// Number of blanks at the beginning of a line.
fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Whether a line looks as if a key or a header began there.
fn begins(line: &str) -> bool {
    is_header(line) || is_key(line)
}

fn is_header(line: &str) -> bool {
    header(line).is_some()
}

/// Whether a line seems to be meant for a header: `[budget` and `budget:`.
fn is_like_a_header(content: &str) -> bool {
    let line = content.lines().next().unwrap_or_default().trim_end();
    let name = line.strip_suffix(':').map(str::trim_end);
    let bullet = line.strip_prefix(['-', '*']).map(str::trim_start);
    line.starts_with('[')
        || bullet.is_some_and(|line| line.starts_with("[["))
        || name.is_some_and(|name| is_path(name) && !name.contains(' '))
}

/// The name in the brackets of a header.
pub(super) fn header(line: &str) -> Option<String> {
    let content = line.lines().next().unwrap_or_default();
    let (content, _) = content.split_once('#').unwrap_or((content, ""));
    let content = content.trim();
    let inner = content.strip_prefix('[')?.strip_suffix(']')?;
    let inner = inner.strip_prefix('[').unwrap_or(inner);
    let inner = inner.strip_suffix(']').unwrap_or(inner);
    is_path(inner).then(|| inner.trim().to_owned())
}

fn is_key(line: &str) -> bool {
    let (content, _) = line.split_once('#').unwrap_or((line, ""));
    match content.split_once('=') {
        // A comma belongs to a list or a table that goes on.
        Some((key, value)) => is_path(key) && !value.trim_end().ends_with(','),
        None => false,
    }
}

/// Whether text is a key, perhaps with points, without quotation marks.
fn is_path(text: &str) -> bool {
    let bare = |part: &str| {
        let part = part.trim();
        let letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        !part.is_empty() && part.bytes().all(letter)
    };
    text.split('.').all(bare)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::recover;

    fn faults(text: &str) -> Vec<(usize, String)> {
        let found = recover(text);
        assert!(found.text.parse::<toml::Table>().is_ok(), "{}", found.text);
        assert_eq!(found.text.len(), text.len());
        found
            .faults
            .into_iter()
            .map(|fault| {
                let line = text[..fault.span.start].matches('\n').count() + 1;
                (line, fault.reason.split(',').next().unwrap().to_owned())
            })
            .collect()
    }

    fn assert_faults(text: &str, wanted: &[(usize, &str)], left: &[&str]) {
        let found = faults(text);
        let found: Vec<(usize, &str)> = found.iter().map(|(line, why)| (*line, &**why)).collect();
        assert_eq!(found, wanted, "{text}");
        let text = recover(text).text;
        for part in left {
            assert!(text.contains(part), "{part} is gone:\n{text}");
        }
    }

    #[test]
    fn an_open_bracket_swallows_nothing() {
        assert_faults(
            "a = 1\nlist = [\"x\"\nb = [2]\n\n[[t]]\nc = 3\n",
            &[(2, "unclosed array")],
            &["a = 1", "b = [2]", "[[t]]", "c = 3"],
        );
        assert_faults(
            "list = [\n    \"x\",\n    \"y\"\nb = 2\n",
            &[(1, "unclosed array")],
            &["b = 2"],
        );
        assert_faults(
            "p = { a = 1, b = 2\nc = 3\n\n[t]\nd = 4\n\n[[u]]\ne = 5\n",
            &[(1, "unclosed inline table")],
            &["c = 3", "[t]\nd = 4", "[[u]]\ne = 5"],
        );
        assert_faults(
            "t = \"\"\"abc\nb = 2\n[[u]]\nc = 3\n",
            &[(1, "invalid multi-line basic string")],
            &["b = 2", "c = 3"],
        );
        assert_faults(
            "a = [1\nb = [2\nc = 3\n",
            &[(1, "unclosed array"), (2, "unclosed array")],
            &["c = 3"],
        );
    }

    #[test]
    fn each_broken_part_has_one_fault() {
        assert_faults(
            "a = 1,000\nb = 2\n",
            &[(1, "unexpected key or value")],
            &["b = 2"],
        );
        assert_faults("a = = 8\nb = 2\n", &[(1, "extra `=`")], &["b = 2"]);
        assert_faults(
            "= = =\nb = 2\n",
            &[(1, "unquoted keys cannot be empty")],
            &["b = 2"],
        );
        assert_faults(
            "a = x\n[[t]]\nb = y\nc = 1\n[[t]]\nb = z\n",
            &[
                (1, "string values must be quoted"),
                (3, "string values must be quoted"),
                (6, "string values must be quoted"),
            ],
            &["c = 1"],
        );
        assert_faults(
            "Ini bukan TOML.\nSama sekali: tidak\n\n- butir\n",
            &[(1, "key with no value")],
            &[],
        );
        assert_faults(
            "list = [\n  \"a\",\n  b = 1\n  \"c\"\n]\nd = 2\n",
            &[(3, "string values must be quoted")],
            &["d = 2"],
        );
    }

    #[test]
    fn what_the_parser_says_once_it_is_lost_is_not_told() {
        assert_faults(
            "p = {{ a = 1, b = 2 }\nc = 3\n[t]\nd = 4\n",
            &[(1, "missing key for inline table element")],
            &["c = 3", "d = 4"],
        );
        assert_faults(
            "p = [1, [2, x]\nc = 3\n",
            &[(1, "string values must be quoted")],
            &["c = 3"],
        );
    }

    #[test]
    fn what_stands_below_a_broken_header_goes_with_it() {
        assert_faults(
            "a = 1\n[[t]\nb = 2\n[[t]]\nb = 3\n",
            &[(2, "unclosed array table")],
            &["a = 1", "b = 3"],
        );
        assert_faults(
            "[p\na = 1\n\n[[t]]\nb = 2\n\n[[t]]\nb = 3\n",
            &[(1, "unclosed table")],
            &["b = 2", "b = 3"],
        );
        let text = "[g]\na = 1\n[g]\na = 2\n[h]\nb = 3\n";
        assert_faults(text, &[(3, "duplicate key")], &["a = 1", "b = 3"]);
        assert_eq!(recover(text).faults[0].header.as_deref(), Some("g"));
    }

    #[test]
    fn however_much_is_open_an_end_is_found() {
        let text = "a = [\n".repeat(10_000);
        assert!(faults(&text).len() <= super::MOST);
        for text in [
            "[",
            "{",
            "\"\"\"",
            "a.b.",
            "[[",
            "\r",
            "a = \"\u{1}\"",
            "# \u{1}\nb = 1",
        ] {
            assert_eq!(faults(text).len(), 1, "{text:?}");
        }
    }

    fn line() -> impl Strategy<Value = String> {
        let part = prop_oneof![
            Just("[a]"),
            Just("[[b]]"),
            Just("["),
            Just("]"),
            Just("{"),
            Just("}"),
            Just("a"),
            Just("b.c"),
            Just(" = "),
            Just("="),
            Just("1"),
            Just("x y"),
            Just(","),
            Just("\""),
            Just("'"),
            Just("\"\"\""),
            Just("'''"),
            Just("\\"),
            Just("# é"),
            Just("\r"),
            Just("2026-02-30"),
            Just("  "),
            Just("é"),
        ];
        prop::collection::vec(part, 0..7).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            cases: 2_000,
            ..ProptestConfig::default()
        })]

        /// Whatever somebody writes, what is left is TOML, and every fault lies in
        /// the text.
        #[test]
        fn what_is_left_is_toml(lines in prop::collection::vec(line(), 0..9)) {
            let text = lines.join("\n");
            let found = recover(&text);
            prop_assert!(found.text.parse::<toml::Table>().is_ok(), "{}", found.text);
            prop_assert_eq!(found.text.len(), text.len());
            prop_assert_eq!(found.faults.is_empty(), text.parse::<toml::Table>().is_ok());
            for fault in &found.faults {
                prop_assert!(fault.span.start <= text.len(), "{:?}", fault);
            }
        }
    }
}
