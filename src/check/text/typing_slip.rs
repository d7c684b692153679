//! Traces of typing: spaces too many, a mark twice.

use std::ops::Range;

use crate::check::Checker;
use crate::check::prose::Piece;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::slice::slice;

/// The rule `typing-slip` (TXT027).
pub static RULE: Rule = Rule::warning("TXT027", "typing-slip", Group::Text).example(
    "chapters/pendahuluan.md",
    "Warga  melapor , lalu dijawab..",
    "Warga melapor, lalu dijawab.",
);

/// A slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slip {
    /// Two spaces or more between words.
    Spaces,
    /// Space before a mark.
    BeforeMark,
    /// A comma or full stop twice.
    Twice,
    /// Spaces between a label and its colon, so that colons stand below each other.
    Label,
}

/// Looks for slips inside the lines of all prose. Spaces at the beginning and the
/// end of a line mean something in Markdown.
pub fn check(cx: &mut Checker<'_>) {
    for piece in cx.prose().iter().filter(|piece| piece.marks.slip) {
        let whole = 0..piece.text.len();
        let around = (
            piece.before(&(0..0)).chars().next_back(),
            piece.after(&whole).chars().next(),
        );
        let mut labelled = false;
        let columns = columns(piece.text);
        let mut apart = false;
        for (slip, range) in slips(piece.text, around) {
            // Labels below each other are one finding; those of narrative run into one
            // paragraph, which is found where texts are read.
            if slip == Slip::Label {
                let count = labels(&paragraph(piece));
                if labelled || !piece.is_entry() && count > 1 {
                    continue;
                }
                labelled = count > 1;
            }
            // So are lines that a wide gap divides into columns.
            let wide = slip == Slip::Spaces && range.len() >= WIDE && columns > 1;
            if wide && std::mem::replace(&mut apart, true) {
                continue;
            }
            let number = slip == Slip::BeforeMark && is_between_digits(piece.text, &range);
            let (message, hint) = if labelled && slip == Slip::Label {
                (
                    message!("typing-slip.labels"),
                    message!("typing-slip.labels-hint"),
                )
            } else if number {
                (
                    message!("typing-slip.before-mark"),
                    message!("typing-slip.number-hint"),
                )
            } else if wide {
                (
                    message!("typing-slip.columns", count = columns),
                    message!("typing-slip.columns-hint"),
                )
            } else {
                words(slip)
            };
            let span = piece.span(range.clone());
            let finding = Finding::new(&RULE, span, message).hint(hint);
            let text = match slip {
                Slip::Spaces => (!wide).then_some(" "),
                // `3 , 5` may be a decimal, `08 . 00` a time.
                Slip::BeforeMark if number => None,
                Slip::BeforeMark => Some(""),
                Slip::Label => (!labelled).then_some(""),
                // It may be that something is missing between them.
                Slip::Twice => None,
            };
            let fix = text.and_then(|text| Some((piece.replaceable(range)?, text)));
            cx.report(match fix {
                Some((span, text)) => finding.fix(span, text),
                None => finding,
            });
        }
    }
}

fn words(slip: Slip) -> (Message, Message) {
    match slip {
        Slip::Spaces => (
            message!("typing-slip.spaces"),
            message!("typing-slip.spaces-hint"),
        ),
        Slip::Label => (
            message!("typing-slip.spaces"),
            message!("typing-slip.label-hint"),
        ),
        Slip::BeforeMark => (
            message!("typing-slip.before-mark"),
            message!("typing-slip.before-mark-hint"),
        ),
        Slip::Twice => (
            message!("typing-slip.twice"),
            message!("typing-slip.twice-hint"),
        ),
    }
}

/// Whether the mark behind a space stands between digits, with or without a space behind it.
fn is_between_digits(text: &str, space: &Range<usize>) -> bool {
    let before = slice(text, ..space.start).chars().next_back();
    let mut behind = slice(text, space.end..).chars();
    let mark = behind.next().is_some_and(|c| ",.".contains(c));
    let next = behind.find(|c| *c != ' ');
    mark && [before, next]
        .into_iter()
        .all(|c| c.is_some_and(|c| c.is_ascii_digit()))
}

/// Spaces that divide columns, at least.
const WIDE: usize = 4;

/// How many lines of a text have a wide gap between words.
fn columns(text: &str) -> usize {
    let gap = |line: &&str| line.trim().contains(&" ".repeat(WIDE));
    text.lines().filter(gap).count()
}

/// The paragraph in which a piece stands, markup included.
fn paragraph(piece: &Piece<'_>) -> String {
    let before = piece.before(&(0..0));
    let after = piece.after(&(0..piece.text.len()));
    let begin = before.rsplit("\n\n").next().unwrap_or_default();
    let end = after.split("\n\n").next().unwrap_or_default();
    [begin, piece.text, end].concat()
}

/// How many lines of a text have spaces before a colon.
fn labels(text: &str) -> usize {
    let gap = |line: &&str| line.contains("  :") || line.contains("\t:");
    text.lines().filter(gap).count()
}

/// The slips of a text, given the characters before and behind it.
fn slips(text: &str, around: (Option<char>, Option<char>)) -> Vec<(Slip, Range<usize>)> {
    let mut found = Vec::new();
    let mut before = around.0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        let after = rest.trim_start_matches(c);
        // Spaces and marks are one byte long each.
        let length = rest.len() - after.len();
        let mut behind = after.chars().chain(around.1);
        let (next, second) = (behind.next(), behind.next());
        let between = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let slip = match c {
            ' ' if between(before) && between(next) => {
                let mark = next.is_some_and(|c| ",.;!?".contains(c)) && ends(second);
                // Points in a row leave something out.
                let leader = before == Some('.') || after.starts_with(". .");
                let label =
                    length > 1 && next == Some(':') && second.is_none_or(char::is_whitespace);
                // A backslash would turn to the mark.
                if mark && !leader && before != Some('\\') {
                    Some(Slip::BeforeMark)
                } else if label {
                    Some(Slip::Label)
                } else {
                    (length > 1).then_some(Slip::Spaces)
                }
            }
            ',' | '.' if length == 2 && ends(next) => {
                before.filter(|c| c.is_alphanumeric()).map(|_| Slip::Twice)
            }
            _ => None,
        };
        found.extend(slip.map(|slip| (slip, at..at + length)));
        before = Some(c);
        rest = after;
    }
    found
}

/// Whether a mark that is followed by this ends something; otherwise it begins a
/// name, such as that of a file.
fn ends(next: Option<char>) -> bool {
    next.is_none_or(|c| c.is_whitespace() || ")\"'”’".contains(c))
}

#[cfg(test)]
mod tests {
    use super::{Slip, slips};

    #[test]
    fn slips_are_found_inside_lines_only() {
        let found = |text: &str| slips(text, (None, None));
        for (text, slip, written) in [
            ("a  b", Slip::Spaces, "  "),
            ("a.   B", Slip::Spaces, "   "),
            ("a , b", Slip::BeforeMark, " "),
            ("a  .", Slip::BeforeMark, "  "),
            ("a  : b", Slip::Label, "  "),
            ("a  :b", Slip::Spaces, "  "),
            ("(a ?)", Slip::BeforeMark, " "),
            ("a,, b", Slip::Twice, ",,"),
            ("a..", Slip::Twice, ".."),
        ] {
            let found: Vec<_> = found(text)
                .into_iter()
                .map(|(slip, range)| (slip, &text[range]))
                .collect();
            assert_eq!(found, [(slip, written)], "{text}");
        }
        for text in [
            "a b", "  a", "a  ", "a  \nb", "a\n  b", "a ... b", "a .toml", "1 .5", "../a",
            "a . . .", "a …", "a\\ , b", "..", "é é",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        assert_eq!(slips("  b", (Some('*'), None)), [(Slip::Spaces, 0..2)]);
        assert_eq!(slips("a  ", (None, Some('`'))), [(Slip::Spaces, 1..3)]);
    }
}
