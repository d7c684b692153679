//! Conflicts that git left in a text for somebody to resolve.

use crate::slice::slice;
use std::ops::Range;

/// How many characters a mark of git consists of.
const LENGTH: usize = 7;

/// What the lines of a text belong to, which decides where a mark means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// A file of TOML.
    Toml,
    /// A text in Markdown. What is shown as code may show marks too, and a line of `=`
    /// below a paragraph makes a heading of it.
    Markdown,
}

/// A conflict, or what is left of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Its first mark.
    pub first: Range<usize>,
    /// Its last mark, if there are several.
    pub last: Option<Range<usize>>,
    /// What does not belong to our side: the lines of marks, and their side.
    others: Vec<Range<usize>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Ours,
    Base,
    Theirs,
    End,
}

/// The conflicts of a text, in its order. Marks may be indented or stand in a list or a
/// quote, and some of them may have been deleted.
pub fn conflicts(text: &str, within: Within) -> Vec<Conflict> {
    // Most texts have none.
    if !has_mark(text) {
        return Vec::new();
    }
    let mut found: Vec<Conflict> = Vec::new();
    // Where the side begins that is not ours, in a conflict that is open.
    let mut other: Option<usize> = None;
    let mut open = false;
    let mut fence = Fence::default();
    let mut above = "";
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let hidden = within == Within::Markdown && !open && fence.holds(line);
        let mark = mark(line).filter(|_| !hidden);
        let paragraph = std::mem::replace(&mut above, line);
        let Some((mark, range)) = mark else {
            if open && other.is_none() {
                fence.holds(line);
            }
            continue;
        };
        let range = start + range.start..start + range.end;
        // Without the other marks such a line may mean something else.
        let alone = !open && !ends_later(slice(text, at..));
        let is_meant = match (mark, within) {
            (Mark::Theirs, Within::Markdown) => alone && !paragraph.trim().is_empty(),
            (Mark::Theirs, Within::Toml) => alone && is_toml(text),
            (Mark::Base, _) => alone,
            (Mark::Ours | Mark::End, _) => false,
        };
        if is_meant {
            continue;
        }
        if mark == Mark::Ours || !open {
            open = true;
            other = None;
            found.push(Conflict {
                first: range.clone(),
                last: None,
                others: Vec::new(),
            });
        }
        let Some(conflict) = found.last_mut() else {
            continue;
        };
        if range != conflict.first {
            conflict.last = Some(range);
        }
        conflict.others.push(start..at);
        match mark {
            Mark::Ours => {}
            Mark::Base | Mark::Theirs => other = other.or(Some(start)),
            Mark::End => {
                if let Some(other) = other.take() {
                    conflict.others.push(other..at);
                }
                open = false;
            }
        }
    }
    found
}

/// Whether a sign stands in a text as often in a row as in a mark. Of so many bytes in a row
/// one lies at a multiple of their number, so that the others are hardly ever looked at.
fn has_mark(text: &str) -> bool {
    let bytes = text.as_bytes();
    let steps = bytes.iter().enumerate().step_by(LENGTH);
    let mut signs = steps.filter(|(_, byte)| b"<=>|".contains(byte));
    signs.any(|(at, sign)| {
        let is_sign = |byte: &&u8| *byte == sign;
        let before = bytes.iter().take(at).rev().take_while(is_sign).count();
        let from = bytes.iter().skip(at).take_while(is_sign).count();
        before + from >= LENGTH
    })
}

/// A text in which every conflict is resolved for our side, with blanks in place of what
/// is left out, so that places stay.
pub(crate) fn ours(text: &str, conflicts: &[Conflict]) -> String {
    let mut out = text.as_bytes().to_vec();
    for range in conflicts.iter().flat_map(|conflict| &conflict.others) {
        for byte in out.get_mut(range.clone()).unwrap_or_default() {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
    }
    // Whole lines became blanks, so that no character was cut in two.
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// Whether the end of a conflict stands in a text before another begins.
fn ends_later(text: &str) -> bool {
    let mut marks = text.lines().filter_map(mark).map(|(mark, _)| mark);
    marks.find(|mark| matches!(mark, Mark::Ours | Mark::End)) == Some(Mark::End)
}

fn is_toml(text: &str) -> bool {
    toml::de::DeTable::parse_recoverable(text).1.is_empty()
}

/// The mark that a line is, and where in it. Before it may stand what begins a list or a
/// quote.
fn mark(line: &str) -> Option<(Mark, Range<usize>)> {
    let content = line.trim_end();
    let mut rest = content.trim_start();
    if let Some(item) = rest.strip_prefix(['-', '*', '+'])
        && item.starts_with(' ')
    {
        rest = item.trim_start();
    }
    if let Some(quote) = rest.strip_prefix("> ") {
        rest = quote.trim_start();
    }
    let sign = rest.chars().next()?;
    let mark = match sign {
        '<' => Mark::Ours,
        '|' => Mark::Base,
        '=' => Mark::Theirs,
        '>' => Mark::End,
        _ => return None,
    };
    let label = rest.trim_start_matches(sign);
    let start = content.len() - rest.len();
    let is_mark = rest.len() - label.len() == LENGTH
        && (label.is_empty() || (label.starts_with(' ') && sign != '='));
    is_mark.then_some((mark, start..content.len()))
}

/// A block of code between fences, line by line.
#[derive(Default)]
struct Fence {
    /// The sign of the fence that is open, and how many of it.
    open: Option<(char, usize)>,
}

impl Fence {
    /// Whether a line stands in code that is shown. Blocks that say something to the
    /// compiler are none.
    fn holds(&mut self, line: &str) -> bool {
        let content = line.trim_start_matches([' ', '\t', '>']).trim_end();
        let sign = content.chars().next().unwrap_or_default();
        let rest = content.trim_start_matches(sign);
        let count = content.chars().count() - rest.chars().count();
        match self.open {
            Some((open, least)) => {
                if sign == open && count >= least && rest.is_empty() {
                    self.open = None;
                }
                true
            }
            None if matches!(sign, '`' | '~') && count >= 3 && !rest.contains('`') => {
                if rest.trim() != "ambonplan" {
                    self.open = Some((sign, count));
                }
                false
            }
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Within, conflicts, ours};

    const WHOLE: &str = "<<<<<<< HEAD\nkita\n=======\nmereka\n>>>>>>> cabang\n";

    #[test]
    fn whatever_is_left_of_a_conflict_is_one() {
        for (text, number) in [
            (WHOLE, 1),
            (&WHOLE.repeat(3), 3),
            (&WHOLE.replace('\n', "\r\n"), 1),
            (&format!("  - {}", WHOLE.replace('\n', "\n    ")), 1),
            ("<<<<<<< a\n1\n||||||| b\n2\n=======\n3\n>>>>>>> c\n", 1),
            ("<<<<<<< HEAD\nkita\n", 1),
            ("kita\n=======\nmereka\n>>>>>>> cabang\n", 1),
            ("mereka\n>>>>>>> cabang", 1),
            ("kita\n\n=======\nmereka\n", 1),
            ("> <<<<<<< HEAD\n> kita\n", 1),
            ("```ambonplan\n<<<<<<< HEAD\n", 1),
            ("<<<<<<<\n```\n=======\n```\na\n>>>>>>>\n```\n", 1),
        ] {
            assert_eq!(conflicts(text, Within::Markdown).len(), number, "{text}");
        }
    }

    #[test]
    fn other_lines_are_none() {
        for text in [
            "Judul\n=======\n",
            "Judul\n======\n",
            "<<<<<<<< delapan\n",
            "a <<<<<<< b\n",
            ">>>>>> kutipan\n",
            "|||||||\n",
            "`<<<<<<< HEAD`\n",
            "~~~\n<<<<<<< HEAD\n=======\n>>>>>>> x\n~~~\n",
        ] {
            assert_eq!(conflicts(text, Within::Markdown), [], "{text}");
        }
        let text = "a = \"\"\"\n=======\n\"\"\"\n";
        assert_eq!(conflicts(text, Within::Toml), []);
        assert_eq!(conflicts("a = 1\n=======\nb = 2\n", Within::Toml).len(), 1);
    }

    #[test]
    fn our_side_stays_where_it_is() {
        let text = "a = 1\n<<<<<<< é\nb = 2\n||||||| x\nc = 3\n=======\nd = 4\n>>>>>>> y\ne = 5\n";
        let kept = ours(text, &conflicts(text, Within::Toml));
        assert_eq!(kept.len(), text.len());
        let words: Vec<&str> = kept.split_whitespace().collect();
        assert_eq!(words.join(" "), "a = 1 b = 2 e = 5");
    }
}
