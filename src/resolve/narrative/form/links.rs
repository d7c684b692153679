//! Links, images and notes that are none: nothing defines their label, or their address
//! is not written as Markdown reads it.

use std::ops::Range;

use super::Forms;
use super::paragraph::{Line, Paragraph};
use crate::resolve::narrative::image::locate;
use crate::resolve::rules;
use crate::slice::slice;

/// How addresses and references begin that somebody may have written behind a bracket.
const BEGINNINGS: [&str; 6] = ["http://", "https://", "www.", "mailto:", "tel:", "assets/"];

/// Endings of files that a link may lead to.
const ENDINGS: [&str; 9] = [
    ".md", ".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".pdf", ".toml",
];

/// Looks at the brackets of a text that belong to no link.
pub(super) fn look(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) {
    for line in &paragraph.lines {
        let written = paragraph.written(line);
        if !written.contains('[') && !written.contains("](") {
            continue;
        }
        let mut at = 0;
        while let Some(found) = next(&written, at) {
            at = found.range.end.max(at + 1);
            let escaped = |place: usize| paragraph.is_escaped(line.range.start + place);
            if escaped(found.range.start) || escaped(found.bracket) {
                continue;
            }
            report(forms, paragraph, line, &written, &found);
        }
    }
}

/// What a pair of brackets was meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meant {
    /// A note: `[^x]`.
    Note,
    /// A link with a label: `[x][y]`.
    Label,
    /// An address right behind the brackets.
    Address,
    /// An address behind white space.
    Apart,
    /// An image as notebooks write it: `![[peta.png]]`.
    Embedded,
}

#[derive(Debug)]
struct Found {
    meant: Meant,
    /// From the first bracket, or the mark of an image, to the last.
    range: Range<usize>,
    /// The closing bracket, or the opening one of a note.
    bracket: usize,
    /// What stands in the second brackets.
    inside: Range<usize>,
    /// Whether they are closed in the line.
    closed: bool,
    image: bool,
}

/// The next brackets that were meant for something.
fn next(line: &str, from: usize) -> Option<Found> {
    let rest = line.get(from..)?;
    for (offset, c) in rest.char_indices() {
        let at = from + offset;
        let found = match c {
            '[' => opening(line, at),
            ']' => closing(line, at, from),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

fn opening(line: &str, at: usize) -> Option<Found> {
    let rest = line.get(at..)?;
    let image = line.get(..at)?.ends_with('!');
    if let Some(note) = rest.strip_prefix("[^") {
        let label = note.split([']', '[', ' ']).next()?;
        let closed = note.get(label.len()..)?.starts_with(']');
        let inside = at + 2..at + 2 + label.len();
        return (closed && !label.is_empty()).then_some(Found {
            meant: Meant::Note,
            range: at..inside.end + 1,
            bracket: at,
            inside,
            closed,
            image: false,
        });
    }
    let path = rest.strip_prefix("[[").filter(|_| image)?;
    let near = path.get(..path.floor_char_boundary(REACH))?;
    let length = near.find("]]")?;
    Some(Found {
        meant: Meant::Embedded,
        range: at - 1..at + 2 + length + 2,
        bracket: at,
        inside: at + 2..at + 2 + length,
        closed: true,
        image,
    })
}

fn closing(line: &str, at: usize, from: usize) -> Option<Found> {
    let after = line.get(at + 1..)?;
    let before = line.get(from..at)?;
    let open = matching(before).map(|open| from + open);
    let start = open.unwrap_or(at);
    let image = line.get(..start)?.ends_with('!');
    let start = start - usize::from(image);
    let text = line.get(open.map_or(at, |open| open + 1)..at)?;
    if let Some(label) = after.strip_prefix('[') {
        let length = label.find([']', '['])?;
        let inside = at + 2..at + 2 + length;
        let label = label.get(..length)?;
        let number =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_link = open.is_some()
            && line.get(inside.end..)?.starts_with(']')
            && (label.is_empty() || !label.trim().is_empty())
            && !label.starts_with('^')
            && !(number(text) && number(label));
        return is_link.then_some(Found {
            meant: Meant::Label,
            range: start..inside.end + 1,
            bracket: at,
            inside,
            closed: true,
            image,
        });
    }
    let blank = after.len() - after.trim_start_matches([' ', '\u{a0}', '\t']).len();
    let address = after.get(blank..)?.strip_prefix('(')?;
    let end = end_of(address);
    let begin = at + 1 + blank + 1;
    let inside = begin..begin + end.unwrap_or(address.trim_end().len());
    let looks = is_address(line.get(inside.clone())?);
    if blank > 0 && (open.is_none() || !(image || looks)) {
        return None;
    }
    Some(Found {
        meant: match blank {
            0 => Meant::Address,
            _ => Meant::Apart,
        },
        range: start..inside.end + usize::from(end.is_some()),
        bracket: at,
        inside,
        closed: end.is_some(),
        image,
    })
}

/// How many characters a bracket is looked for.
const REACH: usize = 2_000;

/// Where the bracket opens that a text closes behind its end.
fn matching(before: &str) -> Option<usize> {
    let mut closed = 0_usize;
    for (at, c) in before.char_indices().rev().take(REACH) {
        match c {
            ']' => closed += 1,
            '[' if closed == 0 => return Some(at),
            '[' => closed -= 1,
            _ => {}
        }
    }
    None
}

/// Where the bracket closes that opened before a text.
fn end_of(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, c) in text.char_indices().take(REACH) {
        match c {
            '(' => open += 1,
            ')' if open == 0 => return Some(at),
            ')' => open -= 1,
            _ => {}
        }
    }
    None
}

/// Whether a text is an address, a reference or the path of a file.
fn is_address(text: &str) -> bool {
    let text = text.trim().trim_matches(['<', '>']);
    let small = text.to_lowercase();
    let known = BEGINNINGS.iter().any(|begin| small.starts_with(begin))
        || ENDINGS.iter().any(|end| small.ends_with(end));
    let reference = text.split_once(':').is_some_and(|(scheme, id)| {
        !scheme.is_empty()
            && scheme.bytes().all(|byte| byte.is_ascii_lowercase())
            && id.starts_with(|c: char| c.is_ascii_alphanumeric())
            && !id.contains(' ')
    });
    known || reference
}

fn report(
    forms: &mut Forms<'_>,
    paragraph: &Paragraph<'_>,
    line: &Line,
    written: &str,
    found: &Found,
) {
    let start = line.range.start;
    let place = |range: &Range<usize>| start + range.start..start + range.end;
    let span = forms.span(place(&found.range));
    forms.links.push(span.range());
    let inside = slice(forms.text, place(&found.inside)).to_owned();
    let finding = match found.meant {
        Meant::Note => rules::undefined_label::note(span, &inside),
        Meant::Label => {
            // `[x][]` is called by what it prints.
            let text = written.get(found.range.start..found.bracket).unwrap_or("");
            let text = text.trim_start_matches(['!', '[']);
            let label = if inside.is_empty() { text } else { &inside };
            rules::undefined_label::finding(span, label)
        }
        Meant::Embedded => rules::broken_link::embedded(span, &inside),
        Meant::Apart => {
            let gap = start + found.bracket + 1..start + found.inside.start - 1;
            let finding = rules::broken_link::apart(span);
            let plain = found.closed && !inside.contains([' ', '<', '>']);
            if plain && leads(forms, &inside, found.image) {
                finding.restructure(forms.span(gap), "")
            } else {
                finding
            }
        }
        Meant::Address if !found.closed => {
            let finding = rules::broken_link::unclosed(span);
            let end = start + found.inside.end;
            let plain = !inside.contains([' ', '<', '(', '\u{a0}'])
                && paragraph.ends_line(end)
                && leads(forms, &inside, found.image);
            if plain {
                finding.restructure(forms.span(end..end), ")")
            } else {
                finding
            }
        }
        Meant::Address => {
            // A title may stand behind the address.
            let title = inside.find(" \"").unwrap_or(inside.len());
            let address = slice(&inside, ..title).trim();
            if address.contains(char::is_whitespace) {
                let begin = inside.len() - inside.trim_start().len();
                let begin = start + found.inside.start + begin;
                let range = begin..begin + address.len();
                let plain = !address.contains(['<', '>', '%', '\\', '\u{a0}'])
                    && leads(forms, address, found.image);
                let finding = rules::broken_link::blank(span, address, found.image);
                if plain {
                    finding.restructure(forms.span(range), format!("<{address}>"))
                } else {
                    finding
                }
            } else {
                rules::broken_link::finding(span)
            }
        }
    };
    forms.findings.push(finding);
}

/// Whether an address leads to a file of the plan; that of a link may lead elsewhere.
fn leads(forms: &Forms<'_>, address: &str, image: bool) -> bool {
    let file = locate(forms.tree, forms.path, address).is_some();
    file || (!image && is_address(address) && !address.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::{Meant, next};

    #[test]
    fn brackets_are_meant_for_something_or_not() {
        for (line, meant) in [
            ("a [x][y]", Meant::Label),
            ("a [x][]", Meant::Label),
            ("![x][y]", Meant::Label),
            ("catatan[^1]", Meant::Note),
            ("![x](a b.png)", Meant::Address),
            ("![x](a.png", Meant::Address),
            ("x](a.png)", Meant::Address),
            ("[x] (https://a.id)", Meant::Apart),
            ("[x] (program:layanan-112)", Meant::Apart),
            ("![x] (peta)", Meant::Apart),
            ("![[peta.png]]", Meant::Embedded),
        ] {
            assert_eq!(
                next(line, 0).map(|found| found.meant),
                Some(meant),
                "{line}"
            );
        }
        for line in [
            "[isi]",
            "[isi] (catatan)",
            "[1][2]",
            "[^]",
            "[^ x]",
            "[x][ ]",
            "a [b] [c]",
            "Pasal 3 [ayat (2)]",
            "] (https://a.id)",
            "[lihat] (catatan: penting)",
        ] {
            assert!(next(line, 0).is_none(), "{line}");
        }
    }
}
