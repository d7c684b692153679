//! The marks of git around what two sides say otherwise.

use similar::{DiffTag, TextDiff};

/// Whose a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Both,
    Ours,
    Base,
    Theirs,
}

/// Two texts in one, with marks of so many characters around whatever is not the same, and
/// what our side and theirs are called behind them.
pub(crate) fn apart(ours: &str, theirs: &str, size: usize, labels: [&str; 2]) -> String {
    let [our_label, their_label] = labels;
    let mark = |sign: &str| sign.repeat(size);
    let mut text = String::new();
    let ended = |text: &mut String, lines: &str| {
        text.push_str(lines);
        if !lines.is_empty() && !lines.ends_with('\n') {
            text.push('\n');
        }
    };
    let diff = TextDiff::from_lines(ours, theirs);
    for group in diff.ops() {
        let lines = group.old_range().filter_map(|at| diff.old_slice(at));
        let ours: String = lines.collect();
        let lines = group.new_range().filter_map(|at| diff.new_slice(at));
        let theirs: String = lines.collect();
        if group.tag() == DiffTag::Equal {
            text.push_str(&ours);
            continue;
        }
        text.push_str(&format!("{} {our_label}\n", mark("<")));
        ended(&mut text, &ours);
        text.push_str(&format!("{}\n", mark("=")));
        ended(&mut text, &theirs);
        text.push_str(&format!("{} {their_label}\n", mark(">")));
    }
    text
}

/// A text with its conflicts, in marks of so many characters, settled for our side, and for
/// theirs.
pub(crate) fn settled(text: &str, size: usize) -> [String; 2] {
    let is_mark = |line: &str, sign: char| {
        let line = line.trim_end();
        let label = line.trim_start_matches(sign);
        line.len() - label.len() == size && (label.is_empty() || label.starts_with(' '))
    };
    let mut sides = [String::new(), String::new()];
    let mut side = Side::Both;
    for line in text.split_inclusive('\n') {
        side = match side {
            Side::Both if is_mark(line, '<') => Side::Ours,
            Side::Ours if is_mark(line, '|') => Side::Base,
            Side::Ours | Side::Base if is_mark(line, '=') => Side::Theirs,
            Side::Theirs if is_mark(line, '>') => Side::Both,
            Side::Both | Side::Ours | Side::Base | Side::Theirs => {
                let [ours, theirs] = &mut sides;
                if matches!(side, Side::Both | Side::Ours) {
                    ours.push_str(line);
                }
                if matches!(side, Side::Both | Side::Theirs) {
                    theirs.push_str(line);
                }
                side
            }
        };
    }
    sides
}
