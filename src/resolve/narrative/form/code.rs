//! A text that its indentation turned into code.

use std::ops::Range;

use super::Forms;
use crate::finding::rules;
use crate::source::slice;

/// Looks at an indented block, which begins and ends at these bytes.
pub(super) fn indented(forms: &mut Forms<'_>, range: Range<usize>) {
    let written = slice(forms.text, range.clone());
    let content = written.trim_end();
    let before = slice(forms.text, ..range.start);
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    // The place is that of the first word.
    let start = range.start + (content.len() - content.trim_start().len());
    let end = start + content.trim_start().lines().next().map_or(0, str::len);
    let finding = rules::indented_code::found(forms.span(start..end));
    let is_mendable = forms.depth == 0 && is_prose(content);
    forms.findings.push(match is_mendable {
        true => {
            let lines: Vec<&str> = content.split('\n').map(str::trim_start).collect();
            let whole = forms.span(line..range.start + content.len());
            finding.restructure(whole, lines.join("\n"))
        }
        false => finding,
    });
}

/// Whether a text is words and nothing but words.
fn is_prose(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let begins =
        |line: &str| line.starts_with(|c: char| c.is_alphanumeric() || "\"“‘(".contains(c));
    let words = text.split_whitespace();
    let is_word = |word: &&str| {
        let word = word.trim_matches(|c: char| ",.;:!?()\"'“”‘’%".contains(c));
        word.chars()
            .all(|c| c.is_alphanumeric() || "-–/.,".contains(c))
    };
    lines.all(begins) && words.clone().count() > 2 && words.clone().all(|word| is_word(&word))
}
