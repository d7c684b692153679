//! Text that is printed as code and was not meant to be: indented, behind a block that does
//! not end, or in a block whose name is mistyped.

use std::ops::Range;

use super::Forms;
use super::paragraph::Paragraph;
use crate::finding::is_one_slip;
use crate::model::Show;
use crate::resolve::rules;
use crate::slice::slice;

/// The name of the blocks that ask the compiler for something.
const NAME: &str = "ambonplan";

/// Signs that are typed for the marks of a block.
const MARKS: &str = "`´'‘’\"“”~";

/// Looks at a block between marks, which begins and ends at these bytes; `info` is what
/// stands behind the first ones.
pub(super) fn fenced(forms: &mut Forms<'_>, range: Range<usize>, info: &str) {
    let text = slice(forms.text, range.clone());
    let first = text.lines().next().unwrap_or_default().trim_end();
    let place = forms.span(range.start..range.start + first.len());
    if let Some(open) = open_at(text) {
        let line = |at: usize| slice(forms.text, ..at).matches('\n').count() + 1;
        let other = open.other.map(|at| line(range.start + at));
        let finding = rules::open_code::finding(place, open.marks, other);
        forms.findings.push(finding);
    } else if is_mistyped(info, text) {
        forms
            .findings
            .push(rules::mistyped_block::finding(place, first));
    }
}

/// Looks at code in a line, which begins and ends at these bytes: it may go on in others.
pub(super) fn in_line(forms: &mut Forms<'_>, range: &Range<usize>) {
    let text = slice(forms.text, range.clone());
    let first = text.lines().next().unwrap_or_default().trim_end();
    if text.starts_with("``") && text.contains('\n') && is_name(first.trim_start_matches('`')) {
        let place = forms.span(range.start..range.start + first.len());
        forms
            .findings
            .push(rules::mistyped_block::finding(place, first));
    }
}

/// Looks for a line of a paragraph that was to begin a block.
pub(super) fn look(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) {
    for line in &paragraph.lines {
        let written = paragraph.written(line);
        let written = written.trim_end();
        let name = written.trim_start_matches(|c| MARKS.contains(c));
        let marks = written.get(..written.len() - name.len()).unwrap_or("");
        if marks.chars().count() > 1 && is_name(name) {
            let start = line.range.start;
            let place = forms.span(start..start + written.len());
            let finding = rules::mistyped_block::finding(place, written);
            forms.findings.push(finding);
        }
    }
}

/// A block that does not end where it was meant to.
struct Open<'t> {
    /// The marks with which it would have to end.
    marks: &'t str,
    /// Where another block begins inside it.
    other: Option<usize>,
}

/// Whether a block between marks does not end, or holds the beginning of another one.
fn open_at(block: &str) -> Option<Open<'_>> {
    let sign = block.chars().next().filter(|c| "`~".contains(*c))?;
    let count = block.len() - block.trim_start_matches(sign).len();
    let marks = block.get(..count)?;
    let mut at = 0;
    let mut closed = false;
    for (number, line) in block.split_inclusive('\n').enumerate() {
        let inside = line.trim_start_matches([' ', '\t', '>']);
        let behind = inside.trim_start_matches(sign);
        let fence = inside.len() - behind.len() >= count;
        if number > 0 && fence {
            closed = behind.trim().is_empty();
            if !closed && !behind.contains(sign) {
                let other = Some(at + (line.len() - inside.len()));
                return Some(Open { marks, other });
            }
        } else if !line.trim().is_empty() {
            closed = false;
        }
        at += line.len();
    }
    (!closed).then_some(Open { marks, other: None })
}

/// Whether a block between marks does not end where it was meant to.
pub(in crate::resolve::narrative) fn is_open(block: &str) -> bool {
    open_at(block).is_some()
}

/// Whether a block is not read because its name is mistyped or was left out.
fn is_mistyped(info: &str, block: &str) -> bool {
    let info = info.trim();
    if info == NAME {
        return false;
    }
    let unnamed = info.is_empty() || info.eq_ignore_ascii_case("toml");
    // A block that shows how blocks are written holds their marks too.
    let fence = |line: &str| line.trim_start().starts_with(['`', '~']);
    let plain = !block
        .lines()
        .skip(1)
        .any(|line| fence(line) && line.contains(NAME));
    is_name(info) || unnamed && plain && block.lines().any(shows)
}

/// Whether a line is the name of such blocks, perhaps with other marks or mistyped.
fn is_name(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let first = letters(words.next().unwrap_or_default());
    let all = letters(line);
    [first, all]
        .iter()
        .any(|name| name == NAME || is_one_slip(name, NAME))
}

/// Whether a line asks for something that blocks can show.
fn shows(line: &str) -> bool {
    let value = line.trim().strip_prefix("show").map(str::trim_start);
    let value = value.and_then(|rest| rest.strip_prefix('=')).map(str::trim);
    let word = value.map(|value| value.trim_matches(['"', '\'']));
    word.is_some_and(|word| Show::ALL.iter().any(|show| show.word() == word))
}

/// Looks at an indented block, which begins and ends at these bytes.
pub(super) fn indented(forms: &mut Forms<'_>, range: Range<usize>) {
    let written = slice(forms.text, range.clone());
    let content = written.trim_end();
    let before = slice(forms.text, ..range.start);
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    // The place is that of the first word.
    let start = range.start + (content.len() - content.trim_start().len());
    let end = start + content.trim_start().lines().next().map_or(0, str::len);
    let finding = rules::indented_code::finding(forms.span(start..end));
    let is_mendable = forms.depth == 0 && is_prose(content);
    forms.findings.push(if is_mendable {
        let lines: Vec<&str> = content.split('\n').map(str::trim_start).collect();
        let whole = forms.span(line..range.start + content.len());
        finding.restructure(whole, lines.join("\n"))
    } else {
        finding
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

#[cfg(test)]
mod tests {
    use super::{is_name, open_at};

    #[test]
    fn blocks_end_with_marks_of_their_own() {
        for block in [
            "```\na\n```",
            "```\na\n```\n",
            "~~~\na\n~~~~  ",
            "````\n```ambonplan\n```\n````",
            "```\r\na\r\n```\r\n",
            "```\n> a\n> ```",
        ] {
            assert!(open_at(block).is_none(), "{block}");
        }
        for (block, other) in [
            ("```\na\n", None),
            ("```", None),
            ("```\na\n~~~\n", None),
            ("````\na\n```\n", None),
            ("```\na\n\n```ambonplan\nb\n```\n", Some(7)),
        ] {
            let open = open_at(block).unwrap();
            assert_eq!(open.other, other, "{block}");
        }
    }

    #[test]
    fn names_of_blocks_are_known_in_any_form() {
        for name in [
            "Ambonplan",
            "AMBONPLAN",
            "ambonplan:",
            "ambon-plan",
            "ambon plan",
            "ambonpan",
            "{ambonplan}",
            "ambonplan tabel",
            ".ambonplan",
        ] {
            assert!(is_name(name), "{name}");
        }
        for name in ["", "toml", "ambon", "rust", "plan"] {
            assert!(!is_name(name), "{name}");
        }
    }
}
