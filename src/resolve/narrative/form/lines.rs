//! Lines that run into one paragraph and were not meant to: labels below each other, words
//! that were divided, what was left of pages.

use std::sync::LazyLock;

use regex::Regex;

use super::Forms;
use super::paragraph::{Line, Paragraph};
use crate::pattern::literal_pattern;
use crate::resolve::rules;
use crate::slice::slice;

/// A label and what it names.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    literal_pattern(
        r"^(?P<label>\p{Lu}[\p{L}\d./&()-]*(?: [\p{L}\d./&()-]+){0,3})(?P<gap>\s*):(?:\s+\S)",
    )
});

/// The number of a page.
static PAGE: LazyLock<Regex> = LazyLock::new(|| {
    literal_pattern(
        r"(?xi) ^ (?:
          [-–—] \s* \d{1,4} \s* [-–—]
        | (?: halaman | hal\.? | page ) \s* \|? \s* \d{1,4} (?: \s* (?: dari | of | / ) \s* \d{1,4} )?
        | \d{1,4} \s* \| \s* (?: halaman | hal\.? | page | p\ a\ g\ e )
        ) \s* $",
    )
});

/// A caption with a number, as word processors write it.
static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
    literal_pattern(
        r"^(?P<kind>Tabel|Table|Gambar|Figure|Grafik|Bagan|Diagram|Foto|Peta) (?P<number>\d{1,3}(?:[.-]\d{1,3})*)[.:]?\s+(?P<words>\p{Lu}.*\S)\s*$",
    )
});

/// A line of contents.
static CONTENTS: LazyLock<Regex> =
    LazyLock::new(|| literal_pattern(r"(?:\.{4,}|…{2,}|(?:\. ){4,})\s*(?:\d{1,4}|[ivxlc]+)\s*$"));

/// Words that follow one whose end was left out: `pra- dan pascabencana`.
const BEHIND_HYPHEN: [&str; 11] = [
    "dan", "atau", "serta", "maupun", "hingga", "sampai", "ke", "and", "or", "to", "as",
];

/// Looks at the lines of a paragraph.
pub(super) fn look(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) {
    divided(forms, paragraph);
    if paragraph.whole {
        captions(forms, paragraph);
        labels(forms, paragraph);
        pages(forms, paragraph);
        let last = paragraph.lines.last();
        forms.ended = last.and_then(|line| paragraph.written(line).trim_end().chars().next_back());
    } else {
        forms.ended = None;
    }
}

/// Words that a hyphen divides at the end of a line.
fn divided(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) {
    for pair in paragraph.lines.windows(2) {
        let [line, next] = pair else { continue };
        let (one, two) = (paragraph.written(line), paragraph.written(next));
        let Some(left) = one.trim_end().strip_suffix(['-', '¬', '‐']) else {
            continue;
        };
        let rest = left.trim_end_matches(char::is_alphabetic);
        let left = slice(left, rest.len()..);
        let right = two.trim_start_matches(char::is_alphabetic);
        let right = slice(&two, ..two.len() - right.len());
        let begins = right.starts_with(char::is_lowercase);
        if line.hard || left.is_empty() || !begins || BEHIND_HYPHEN.contains(&right) {
            continue;
        }
        let start = line.range.start + rest.len();
        let end = line.range.start + one.trim_end().len();
        let twice = left.to_lowercase() == right;
        let span = forms.span(start..end);
        let finding = rules::divided_word::finding(span, (left, right), twice);
        forms.findings.push(if twice {
            finding.fix(forms.span(end..next.range.start), "")
        } else {
            finding
        });
    }
}

/// Labels below each other.
fn labels(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) {
    let label = |line: &Line| {
        let written = paragraph.written(line);
        let found = written.contains(':').then(|| LABEL.captures(&written))??;
        let part = |name: &str| found.name(name).map_or(0, |part| part.end());
        Some((part("label"), part("gap")))
    };
    let found: Vec<_> = paragraph.lines.iter().map(label).collect();
    let Some(begin) = found.iter().position(Option::is_some) else {
        return;
    };
    let run = found.iter().skip(begin).take_while(|one| one.is_some());
    let end = begin + run.count();
    let lines = paragraph.lines.get(begin..end).unwrap_or(&[]);
    let (Some(first), Some((last, others))) = (lines.first(), lines.split_last()) else {
        return;
    };
    if others.is_empty() || others.iter().all(|line| line.hard) {
        return;
    }
    let length = found
        .get(begin)
        .copied()
        .flatten()
        .map_or(0, |(label, _)| label);
    let span = forms.span(first.range.start..first.range.start + length);
    let finding = rules::label_lines::finding(span, lines.len());
    if paragraph.depth > 0 || end < paragraph.lines.len() {
        return forms.findings.push(finding);
    }
    let mut text = String::new();
    for (line, (label, gap)) in lines.iter().zip(found.iter().skip(begin).flatten()) {
        let written = slice(forms.text, line.range.clone());
        text.push_str(slice(written, ..*label));
        text.push_str(slice(written, *gap..).trim_end());
        if line.range.start != last.range.start {
            text.push('\\');
            text.push_str(paragraph.newline());
        }
    }
    let span = forms.span(first.range.start..last.range.end);
    forms.findings.push(finding.restructure(span, text));
}

/// Captions with numbers of their own: below a picture, and above a table, which is not seen
/// yet.
fn captions(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) {
    let below = std::mem::take(&mut forms.pictured);
    forms.caption = None;
    let [line] = paragraph.lines.as_slice() else {
        return;
    };
    let written = paragraph.written(line);
    forms.pictured = paragraph.is_element(line.range.start) && written.chars().all(|c| c == 'x');
    let Some(found) = CAPTION.captures(&written) else {
        return;
    };
    let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
    let (kind, words) = (part("kind"), part("words"));
    let is_table = ["Tabel", "Table"].contains(&kind);
    if below && !is_table {
        let span = forms.span(line.range.clone());
        let finding = rules::numbered_caption::of_figure(span, &written, words);
        forms.findings.push(finding);
    } else if is_table {
        forms.caption = Some((line.range.clone(), words.to_owned()));
    }
}

/// Reports the caption that stands right before a table.
pub(super) fn caption(forms: &mut Forms<'_>) {
    if let Some((range, words)) = forms.caption.take() {
        let written = slice(forms.text, range.clone()).trim_end().to_owned();
        let finding = rules::numbered_caption::of_table(forms.span(range), &written, &words);
        forms.findings.push(finding);
    }
}

/// What was left of the pages of another document.
fn pages(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) {
    let Some(first) = paragraph.lines.first() else {
        return;
    };
    let written = paragraph.written(first).trim_end().to_owned();
    if paragraph.lines.len() == 1 && paragraph.depth < 3 {
        // A number alone is one of a page where it breaks a sentence.
        let after = slice(forms.text, first.range.end..).trim_start();
        let broken = forms.ended.is_some_and(|c| c.is_alphabetic() || c == ',')
            && after.starts_with(char::is_lowercase);
        let alone = written.len() < 4 && written.bytes().all(|byte| byte.is_ascii_digit());
        let item = paragraph.before(first).trim_end();
        let item = item.ends_with('-') && written.ends_with(" -");
        let whole = format!("{}{written}", if item { "- " } else { "" });
        if PAGE.is_match(&whole) || (alone && broken && paragraph.depth == 0) {
            let span = forms.span(first.range.clone());
            forms
                .findings
                .push(rules::page_remains::number(span, &whole));
            return;
        }
    }
    let is_contents = |line: &&Line| {
        let written = paragraph.written(line);
        written.contains(['.', '…']) && CONTENTS.is_match(&written)
    };
    let lines: Vec<&Line> = paragraph.lines.iter().filter(is_contents).collect();
    if let Some(first) = lines.first().filter(|_| lines.len() > 1) {
        let span = forms.span(first.range.clone());
        forms
            .findings
            .push(rules::page_remains::contents(span, lines.len()));
    }
}
