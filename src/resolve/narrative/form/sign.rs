//! Signs that are read as marks: between numbers (`2*3*4`, `5*2 dan 3*4`), and in paths of
//! Windows (`\\server\bagi`).

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Forms;
use super::paragraph::Paragraph;
use crate::finding::rules;
use crate::pattern::literal_pattern;
use crate::source::slice;

/// A path of Windows.
static PATH: LazyLock<Regex> =
    LazyLock::new(|| literal_pattern(r"(?:^|[\s(])(?P<path>(?:\\\\[\w.-]+\\|[A-Za-z]:\\)[^\s|]*)"));

/// Looks for paths whose backslashes are not all printed: before a mark, they take its
/// meaning away.
pub(super) fn paths(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) {
    for line in &paragraph.lines {
        let mut written = paragraph.written(line);
        let mut start = line.range.start;
        if paragraph.is_escaped(start) {
            written.to_mut().insert(0, '\\');
            start -= 1;
        }
        if !written.contains('\\') {
            continue;
        }
        for found in PATH.captures_iter(&written) {
            let Some(path) = found.name("path") else {
                continue;
            };
            let mut pairs = path.as_str().bytes().zip(path.as_str().bytes().skip(1));
            if pairs.any(|(one, two)| one == b'\\' && two.is_ascii_punctuation()) {
                let span = forms.span(start + path.start()..start + path.end());
                let finding = rules::lost_sign::backslash(span, path.as_str());
                forms.findings.push(finding);
            }
        }
    }
}

/// Looks at an element between these bytes.
pub(super) fn look(forms: &mut Forms<'_>, range: &Range<usize>) {
    let Some(element) = forms.text.get(range.clone()) else {
        return;
    };
    if !element.starts_with('*') {
        return;
    }
    let inside = element.trim_matches('*');
    let before = slice(forms.text, ..range.start);
    let after = slice(forms.text, range.end..);
    let words = [
        last_word(before),
        first_word(inside),
        last_word(inside),
        first_word(after),
    ];
    let stands_for = |word: &str| is_number(word) || word.chars().count() == 1;
    if !words.into_iter().any(is_number) || !words.into_iter().all(stands_for) {
        return;
    }
    let start = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let end = after.find(char::is_whitespace).unwrap_or(after.len()) + range.end;
    if forms.signs > start {
        return;
    }
    forms.signs = end;
    let written = slice(forms.text, start..end);
    let meant = written.replace('*', " × ");
    let span = forms.span(start..end);
    let finding = rules::lost_sign::found(span, written, &meant);
    let plain =
        |c: char| c.is_ascii_digit() || c.is_alphabetic() || " .,;:?!%".contains(c) || c == '*';
    let certain = !element.starts_with("**") && written.chars().all(plain);
    forms.findings.push(match certain {
        true => finding.restructure(span, meant),
        false => finding,
    });
}

/// The letters and digits that a text ends with.
fn last_word(text: &str) -> &str {
    let rest = text.trim_end_matches(char::is_alphanumeric);
    slice(text, rest.len()..)
}

/// The letters and digits that a text begins with.
fn first_word(text: &str) -> &str {
    let rest = text.trim_start_matches(char::is_alphanumeric);
    slice(text, ..text.len() - rest.len())
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
}
