//! Headings whose mark no space follows, and lines that became headings.

use std::ops::Range;

use super::Forms;
use super::paragraph::{Line, Paragraph, is_blank};
use crate::resolve::rules;
use crate::slice::slice;

/// Looks at a heading: dashes below several lines are a line across the page, and one or two
/// below a line are no heading's either.
pub(super) fn underlined(forms: &mut Forms<'_>, range: &Range<usize>) {
    let written = slice(forms.text, range.clone()).trim_end();
    let Some((title, last)) = written.rsplit_once('\n') else {
        return;
    };
    // Front matter in YAML is told as such.
    if slice(forms.text, ..range.start).trim() == "---" {
        return;
    }
    // In quotes and lists, marks stand before it.
    let dashes = last.trim_start_matches(['>', ' ', '\t']).trim_end();
    let lines = title.lines().count();
    let few = dashes.len() < 3;
    if dashes.is_empty() || !dashes.chars().all(|c| c == '-') || !(few || lines > 1) {
        return;
    }
    let end = range.start + written.trim_end().len();
    let span = forms.span(end - dashes.len()..end);
    let first = title.lines().next().unwrap_or_default().trim();
    let finding = rules::accidental_heading::finding(span, dashes, first, lines);
    forms.findings.push(finding);
}

/// Looks for lines that were to be headings.
pub(super) fn look(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) {
    for (at, line) in paragraph.lines.iter().enumerate() {
        if paragraph.is_escaped(line.range.start) {
            continue;
        }
        let written = paragraph.written(line);
        let Some((marks, blank)) = meant(&written, at == 0) else {
            continue;
        };
        report(forms, line, &written, (marks, blank));
    }
}

fn report(forms: &mut Forms<'_>, line: &Line, written: &str, (marks, blank): (usize, usize)) {
    let start = line.range.start;
    let whole = forms.span(line.range.clone());
    // A heading of level 1 prints in chapters only.
    let level = if forms.path.starts_with("chapters/") {
        marks
    } else {
        marks.max(2)
    };
    let (found, right) = ("#".repeat(marks), "#".repeat(level));
    let finding = match blank {
        0 => rules::heading_without_space::missing(whole, &found, &right),
        _ => rules::heading_without_space::other_blank(whole, &found, &right),
    };
    let begin = start + marks + blank;
    let finding = match closing(written) {
        0 => finding.restructure(forms.span(start..begin), format!("{right} ")),
        // It may end the heading, or a word such as `C#`.
        1 if marks == 1 => finding,
        1 => finding.restructure(forms.span(start..begin), format!("{right} ")),
        closing => {
            let end = start + written.trim_end().len();
            let title = slice(forms.text, begin..end - closing);
            finding.restructure(forms.span(start..end), format!("{right} {title}"))
        }
    };
    forms.findings.push(finding);
}

/// How many marks end a line right behind a word, where Markdown prints them.
fn closing(line: &str) -> usize {
    let line = line.trim_end();
    let title = line.trim_end_matches('#');
    if title.ends_with(|c: char| c == '\\' || c.is_whitespace()) {
        0
    } else {
        line.len() - title.len()
    }
}

/// How many marks a line begins with that was to be a heading, and how many bytes of
/// white space follow that is none for Markdown. `first` says whether the line begins
/// its paragraph.
fn meant(line: &str, first: bool) -> Option<(usize, usize)> {
    let rest = line.trim_start_matches('#');
    let marks = line.len() - rest.len();
    if !(1..=6).contains(&marks) {
        return None;
    }
    let title = rest.trim_start_matches(is_blank);
    let blank = rest.len() - title.len();
    if title.trim().is_empty() {
        return None;
    }
    match rest.chars().next() {
        // It stands too deep for a heading.
        Some(' ' | '\t') => return None,
        Some(c) if is_blank(c) => return Some((marks, blank)),
        _ => {}
    }
    let begin = title.chars().next()?;
    let is_meant = match marks {
        1 => first && !is_hashtag(title) && (begin.is_alphabetic() || is_numbered(title)),
        _ => begin.is_alphanumeric() || "\"“'‘(*_[".contains(begin),
    };
    is_meant.then_some((marks, 0))
}

/// Whether a word behind `#` is a hashtag: one of several, several words in one, or a
/// single small one.
fn is_hashtag(title: &str) -> bool {
    let word = title.split_whitespace().next().unwrap_or_default();
    let mut letters = word.chars().skip_while(|c| c.is_uppercase());
    let small = word == title.trim() && word.starts_with(char::is_lowercase);
    small || letters.any(char::is_uppercase) || word.contains('_') || title.contains(" #")
}

/// Whether a title begins with a number, as in `1. Latar belakang`.
fn is_numbered(title: &str) -> bool {
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < title.len() && rest.starts_with(['.', ')'])
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn hashtags_and_numbers_are_no_headings() {
        for line in [
            "#Judul",
            "#PENDAHULUAN",
            "#Judul yang panjang",
            "#1. Judul",
            "##1 Judul",
            "###Sub",
            "#\u{a0}Judul",
            "##\u{2003}Judul",
        ] {
            assert!(meant(line, true).is_some(), "{line}");
        }
        for line in [
            "#KotaCerdas",
            "#ambon #maluku",
            "#kota_cerdas",
            "#ambon",
            "# bar",
            "#1 di Maluku",
            "#5",
            "#######Tujuh",
            "#",
            "#!",
        ] {
            assert_eq!(meant(line, true), None, "{line}");
        }
        assert_eq!(meant("#ambon", false), None);
    }
}
