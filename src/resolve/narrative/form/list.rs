//! Lists that were pasted from a word processor: signs at the beginning of lines that
//! begin no item in Markdown, so that the lines run into one.

use std::ops::Range;

use super::paragraph::{Line, Paragraph, is_blank};
use crate::slice::slice;

/// Signs that stand before items and nowhere else at the beginning of a line.
const BULLETS: &str = "•●○◦▪▫■□◾◽◼◻‣⁃∙⦁⬤➢➤►▶▸❖✦❑❒⚫⚪";

/// Dashes that word processors make of hyphens.
const DASHES: &str = "–—‒―−";

/// What bullets of Wingdings are in every other font.
const FONT_LETTERS: &str = "ØÜüþ§àvqnl";

/// Marks of Markdown and of other dialects, to which a word may stick.
const STUCK: [&str; 10] = ["--", "**", "->", "=>", ">>", "-", "*", "+", "–", "—"];

/// Signs that say something of their item and stay.
const SIGNS: &str = "✓✔✗✘➔→⇒★☆☑☐";

/// What stands before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A bullet, also one of a symbol font, which is another letter elsewhere.
    Bullet,
    /// A dash, or a letter that is a bullet of Word, such as `o`: two of them, at least.
    Dash,
    /// A sign that stays: two of them, at least.
    Sign,
    /// The box of a task without the mark of an item: two of them, at least.
    Task,
    /// A number or letter, and how it is written.
    Number(Style),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    bracket: bool,
    end: char,
    digits: bool,
    capital: bool,
}

/// A number that nothing follows. It begins a list if the list begins with one.
const BARE: Style = Style {
    bracket: true,
    end: ' ',
    digits: true,
    capital: false,
};

/// A mark at the beginning of a line.
#[derive(Debug, Clone)]
struct Mark {
    kind: Kind,
    /// The mark with the white space behind it.
    range: Range<usize>,
    /// The mark alone.
    length: usize,
    /// Which number it may be: as a letter, and as a Roman numeral.
    values: [Option<u32>; 2],
    /// End of the line before, where it does not stay a line.
    before: Option<usize>,
    /// Whether it begins an item of a list.
    begins_item: bool,
    /// Whether words follow in its line.
    has_text: bool,
}

/// Items that were pasted.
#[derive(Debug)]
pub(super) struct Pasted {
    sign: String,
    marks: Vec<Mark>,
    certain: bool,
    /// Further bullets in a line that begins with one.
    within: Vec<Range<usize>>,
    /// What ends the lines of the file.
    newline: &'static str,
    /// Whether a line behind an item may belong to it or not.
    doubtful: bool,
    /// Whether the marks stand in a numbered item whose list they go on with.
    in_item: bool,
    /// Where a text begins that belongs to no item.
    behind: Vec<usize>,
}

impl Pasted {
    /// The first mark.
    pub fn first(&self) -> Range<usize> {
        self.marks.first().map_or(0..0, |mark| {
            mark.range.start..mark.range.start + mark.length
        })
    }

    /// The first mark as it was written.
    pub fn sign(&self) -> &str {
        &self.sign
    }

    /// How many items there are.
    pub fn count(&self) -> usize {
        self.marks.len() + self.within.len()
    }

    /// Whether nothing else can have been meant.
    pub fn is_certain(&self) -> bool {
        self.certain || self.marks.len() > 1
    }

    /// Whether a list in the paragraph behind it is the same.
    pub fn goes_on(&self, next: &Self) -> bool {
        let kind = |list: &Self| list.marks.first().map(|mark| mark.kind);
        let bullets = |kind| matches!(kind, Some(Kind::Bullet | Kind::Dash));
        bullets(kind(self)) && bullets(kind(next))
    }

    /// Adds the list of the paragraph behind it.
    pub fn add(&mut self, next: Self) {
        self.marks.extend(next.marks);
        self.within.extend(next.within);
        self.certain |= next.certain;
        self.doubtful |= next.doubtful;
        self.behind.extend(next.behind);
    }

    /// The list as Markdown, and what it replaces; `None` where that is not certain.
    pub fn mended(&self, text: &str) -> Option<(Range<usize>, String)> {
        if self.doubtful || self.marks.iter().any(|mark| !mark.has_text) {
            return None;
        }
        let item = format!("{}- ", self.newline);
        let mut edits: Vec<(Range<usize>, &str)> = Vec::new();
        // Numbers from one on are a list, once a space follows them.
        let numbers = self.marks.first().is_some_and(|mark| {
            let plain = matches!(mark.kind, Kind::Number(style) if style.digits && !style.bracket);
            plain && (self.in_item || mark.values.contains(&Some(1)))
        });
        for mark in &self.marks {
            let end = mark.range.start + mark.length;
            match mark.kind {
                Kind::Bullet | Kind::Dash if mark.begins_item => {
                    edits.push((mark.range.clone(), ""));
                }
                Kind::Bullet | Kind::Dash => edits.push((mark.range.clone(), "- ")),
                Kind::Task => edits.push((mark.range.start..mark.range.start, "- ")),
                Kind::Number(_) if numbers => edits.push((end..mark.range.end, " ")),
                Kind::Number(_) | Kind::Sign => {
                    edits.extend(mark.before.map(|before| (before..before, "\\")));
                }
            }
        }
        edits.extend(self.behind.iter().map(|at| (*at..*at, self.newline)));
        edits.extend(
            self.within
                .iter()
                .map(|range| (range.clone(), item.as_str())),
        );
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        let (first, last) = (edits.first()?.0.start, edits.last()?.0.end);
        let mut mended = String::new();
        let mut at = first;
        for (range, with) in edits {
            mended.push_str(text.get(at..range.start)?);
            mended.push_str(with);
            at = range.end;
        }
        (text.get(first..last)? != mended).then_some((first..last, mended))
    }
}

/// The list that a paragraph is or holds.
pub(super) fn look(paragraph: &Paragraph<'_>) -> Option<Pasted> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut signs: Vec<String> = Vec::new();
    let mut within = Vec::new();
    let mut before = None;
    for (at, line) in paragraph.lines.iter().enumerate() {
        let written = paragraph.written(line);
        let start = line.range.start;
        if let Some((kind, length, values)) = mark(&written)
            && !paragraph.is_escaped(start)
            && !paragraph.is_element(start)
        {
            let rest = slice(&written, length..);
            let content = rest.trim_start_matches(is_blank);
            marks.push(Mark {
                kind,
                range: start..line.range.end - content.len(),
                length,
                values,
                before,
                begins_item: at == 0 && begins_item(paragraph.before(line)),
                has_text: !content.is_empty(),
            });
            signs.push(slice(&written, ..length).to_owned());
            let alone = paragraph.lines.len() == 1 && paragraph.depth == 0;
            if kind == Kind::Bullet && alone {
                within = bullets(&written, length, start);
            }
        }
        before = (!line.hard).then_some(line.range.end);
    }
    let at_start = marks.first().is_some_and(|mark| {
        paragraph
            .lines
            .first()
            .is_some_and(|line| line.range.start == mark.range.start)
    });
    let bullets = marks
        .iter()
        .filter(|mark| mark.kind == Kind::Bullet)
        .count();
    let dashes = marks.iter().filter(|mark| mark.kind == Kind::Dash).count();
    let signs_ = marks.iter().filter(|mark| mark.kind == Kind::Sign).count();
    let tasks = marks.iter().filter(|mark| mark.kind == Kind::Task).count();
    // Marks in the item of a list go on with the list.
    let item = paragraph.lines.first().map(|line| paragraph.before(line));
    let item = item.map_or("", str::trim_end);
    let goes_on = !at_start && item.ends_with(['-', '*', '+']);
    // Dashes below a line that ends in a colon are its list.
    let introduced = dashes > 1 && is_introduced(paragraph, &marks);
    let keep: Vec<bool> = if bullets > 0 {
        let kinds = [Kind::Bullet, Kind::Dash];
        marks
            .iter()
            .map(|mark| kinds.contains(&mark.kind))
            .collect()
    } else if dashes > 0 && (at_start || goes_on || introduced) {
        let own = |sign: &str| at_start || introduced || sign.starts_with(['-', '*', '+']);
        let marks = marks.iter().zip(&signs);
        marks
            .map(|(mark, sign)| mark.kind == Kind::Dash && own(sign))
            .collect()
    } else if tasks > 1 {
        marks.iter().map(|mark| mark.kind == Kind::Task).collect()
    } else if signs_ > 1 {
        marks.iter().map(|mark| mark.kind == Kind::Sign).collect()
    } else {
        sequence(&marks, ordinal(item))
    };
    let mut kept = keep.iter();
    let mut sign = String::new();
    for (one, keep) in signs.into_iter().zip(&keep) {
        if *keep && sign.is_empty() {
            sign = one;
        }
    }
    marks.retain(|_| kept.next().copied().unwrap_or_default());
    let begins = |line: &Line| {
        marks
            .iter()
            .any(|mark| mark.range.start == line.range.start)
    };
    let first = paragraph
        .lines
        .iter()
        .position(begins)
        .unwrap_or(usize::MAX);
    let last = paragraph.lines.iter().rposition(begins).unwrap_or(0);
    if are_names(paragraph, &marks, first) {
        return None;
    }
    let mut doubtful = false;
    let mut behind = Vec::new();
    for (at, line) in paragraph
        .lines
        .iter()
        .enumerate()
        .skip(first.saturating_add(1))
    {
        if begins(line) || !may_stand_alone(paragraph, line) || !behind.is_empty() {
            continue;
        }
        let before = paragraph
            .lines
            .get(at - 1)
            .map(|line| paragraph.written(line));
        if at > last && paragraph.depth == 0 && before.is_some_and(|line| is_over(&line)) {
            behind.push(line.range.start)
        } else {
            doubtful = true
        }
    }
    // Lines that stay lines run into none.
    let run = |mark: &Mark| {
        matches!(mark.kind, Kind::Bullet | Kind::Dash | Kind::Task) || mark.before.is_some()
    };
    marks.iter().any(run).then(|| Pasted {
        sign,
        marks,
        certain: bullets > 0 || goes_on || ordinal(item).is_some(),
        within,
        newline: paragraph.newline(),
        doubtful,
        in_item: ordinal(item).is_some(),
        behind,
    })
}

/// Whether two lines that begin with a capital and a full stop go on with what stands before
/// them, as names do: `Jalan`, `A. Yani dan Jalan`, `B. Katamso`. `first` is the first line
/// of them.
fn are_names(paragraph: &Paragraph<'_>, marks: &[Mark], first: usize) -> bool {
    let [one, _] = marks else { return false };
    let Kind::Number(style) = one.kind else {
        return false;
    };
    if !style.capital || style.digits || style.bracket || style.end != '.' {
        return false;
    }
    if !one.values.contains(&Some(1)) {
        return true;
    }
    let before = first.checked_sub(1).and_then(|at| paragraph.lines.get(at));
    before.is_some_and(|line| {
        let line = paragraph.written(line);
        let line = line.trim_end();
        let word = line.rsplit(char::is_whitespace).next().unwrap_or_default();
        // `Jl.`
        let short = word.ends_with('.') && word.chars().count() < 5;
        short || !line.ends_with(['.', ':', ';', '!', '?'])
    })
}

/// Whether the line before the first dash ends in a colon.
fn is_introduced(paragraph: &Paragraph<'_>, marks: &[Mark]) -> bool {
    let first = marks.iter().find(|mark| mark.kind == Kind::Dash);
    let lines = paragraph.lines.windows(2);
    let mut lines = lines.filter_map(|pair| <&[Line; 2]>::try_from(pair).ok());
    lines.any(|[before, line]| {
        first.is_some_and(|mark| mark.range.start == line.range.start)
            && paragraph.written(before).trim_end().ends_with(':')
    })
}

/// Shortest line that a program would have broken at its end, in letters.
const SHORT: usize = 50;

/// Whether an item is over with this line: it ends a sentence, or room is left in it for
/// another word.
fn is_over(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with(['.', ';', '!', '?', ':']) || line.chars().count() < SHORT
}

/// Whether what stands before the text of a line begins an item of a list.
fn begins_item(before: &str) -> bool {
    let before = before.trim_end();
    let number = before.strip_suffix(['.', ')']);
    before.ends_with(['-', '*', '+', ']'])
        || number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a line behind an item may begin a text of its own: one that goes on with the
/// item is indented, or begins with a small letter.
fn may_stand_alone(paragraph: &Paragraph<'_>, line: &Line) -> bool {
    let before = paragraph.before(line);
    let inside = before.rsplit('>').next().unwrap_or_default();
    let indent = if inside.len() < before.len() {
        inside.strip_prefix(' ').unwrap_or(inside)
    } else {
        inside
    };
    indent.is_empty() && !paragraph.written(line).starts_with(char::is_lowercase)
}

/// The number of the item that the text before a line begins.
fn ordinal(before: &str) -> Option<u32> {
    let number = before.strip_suffix(['.', ')'])?;
    let digits = number.trim_start_matches(|c: char| !c.is_ascii_digit());
    digits.parse().ok()
}

/// Which marks are numbers or letters that follow each other, or the number of the item in
/// which they stand.
fn sequence(marks: &[Mark], item: Option<u32>) -> Vec<bool> {
    let mut keep = vec![false; marks.len()];
    let mut last: Option<usize> = None;
    for (at, mark) in marks.iter().enumerate() {
        let Kind::Number(style) = mark.kind else {
            continue;
        };
        let next = item.is_some_and(|item| mark.values.contains(&Some(item + 1)));
        if last.is_none()
            && next
            && style.digits
            && !style.bracket
            && let Some(keep) = keep.get_mut(at)
        {
            *keep = true;
        }
        let follows = last.and_then(|last| marks.get(last)).is_some_and(|last| {
            let next = |(one, other): (&Option<u32>, &Option<u32>)| {
                one.is_some_and(|one| *other == Some(one + 1))
            };
            last.kind == mark.kind && last.values.iter().zip(&mark.values).any(next)
        });
        // Lines of a text may begin with numbers that follow each other.
        let begun = style != BARE
            || last.is_some_and(|last| {
                let kept = keep.get(last) == Some(&true);
                let first = marks.get(last).map(|mark| mark.values);
                kept || first == Some([Some(1), None])
            });
        let follows = follows && begun;
        if follows {
            for at in [Some(at), last].into_iter().flatten() {
                if let Some(keep) = keep.get_mut(at) {
                    *keep = true;
                }
            }
        }
        last = Some(at);
    }
    keep
}

/// Further bullets in a line, with the white space around them.
fn bullets(line: &str, from: usize, start: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let rest = slice(line, from..);
    for (at, sign) in rest.char_indices().filter(|(_, c)| is_bullet(*c)) {
        let before = slice(rest, ..at);
        let after = slice(rest, at + sign.len_utf8()..);
        let left = before.trim_end_matches(is_blank);
        let right = after.trim_start_matches(is_blank);
        if left.len() < before.len() && !left.is_empty() && !right.is_empty() {
            let begin = start + from;
            found.push(begin + left.len()..begin + rest.len() - right.len());
        }
    }
    found
}

fn is_bullet(c: char) -> bool {
    BULLETS.contains(c) || ('\u{f000}'..='\u{f0ff}').contains(&c)
}

/// The mark that a line begins with, its length and the numbers that it may be.
fn mark(line: &str) -> Option<(Kind, usize, [Option<u32>; 2])> {
    let first = line.chars().next()?;
    let length = first.len_utf8();
    let rest = line.get(length..).unwrap_or("");
    let blank = rest.is_empty() || rest.starts_with(is_blank);
    let plain = |kind| Some((kind, length, [None; 2]));
    match first {
        c if is_bullet(c) => plain(Kind::Bullet),
        '·' if blank => plain(Kind::Bullet),
        c if DASHES.contains(c) && blank => plain(Kind::Dash),
        'o' if blank && !rest.is_empty() => plain(Kind::Dash),
        c if FONT_LETTERS.contains(c) && blank && is_named(rest) => plain(Kind::Dash),
        '-' | '*' | '+' | '–' | '—' | '=' | '>' => {
            stuck(line).map(|length| (Kind::Dash, length, [None; 2]))
        }
        c if SIGNS.contains(c) => plain(Kind::Sign),
        '[' if ["[ ] ", "[] ", "[x] ", "[X] "]
            .iter()
            .any(|task| line.starts_with(task)) =>
        {
            Some((
                Kind::Task,
                line.find(']').map_or(length, |end| end + 1),
                [None; 2],
            ))
        }
        _ => number(line)
            .or_else(|| section(line))
            .or_else(|| bare_number(line)),
    }
}

/// Whether a word follows that begins with a letter.
fn is_named(rest: &str) -> bool {
    let word = rest.trim_start_matches(is_blank);
    word.starts_with(|c: char| c.is_alphabetic() || "\"“‘(".contains(c))
}

/// `1` before a name, without a mark.
fn bare_number(line: &str) -> Option<(Kind, usize, [Option<u32>; 2])> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.get(..line.len() - rest.len())?;
    let named = rest
        .trim_start_matches(is_blank)
        .starts_with(char::is_uppercase);
    let good = (1..3).contains(&number.len()) && rest.starts_with(is_blank) && named;
    good.then_some((
        Kind::Number(BARE),
        number.len(),
        [number.parse().ok(), None],
    ))
}

/// Whether lines divided at tabs are items: a mark or a number of a list, and a text.
pub(super) fn is_list(rows: &[Vec<&str>]) -> bool {
    let mut marks = Vec::new();
    for row in rows {
        let [sign, text] = row.as_slice() else {
            return false;
        };
        let line = format!("{} {}", sign.trim(), text.trim());
        match mark(&line) {
            Some((kind, length, values)) if length == sign.trim().len() => {
                marks.push((kind, values));
            }
            _ => return false,
        }
    }
    marks.iter().enumerate().all(|(at, (kind, values))| {
        let wanted = u32::try_from(at + 1).ok();
        match kind {
            Kind::Number(_) => values.contains(&wanted),
            Kind::Bullet | Kind::Dash | Kind::Sign | Kind::Task => true,
        }
    })
}

/// Length of a mark to which a word sticks, or of two marks with or without a space.
fn stuck(line: &str) -> Option<usize> {
    let sign = STUCK.iter().find(|sign| line.starts_with(**sign))?;
    let rest = line.get(sign.len()..)?;
    let double = sign.is_ascii() && sign.len() > 1;
    let word = rest.starts_with(|c: char| c.is_alphabetic() || "\"“‘(".contains(c));
    (word || double && rest.starts_with(is_blank) && !rest.trim().is_empty()).then_some(sign.len())
}

/// `a.`, `(2)`, `iv)` and the like.
fn number(line: &str) -> Option<(Kind, usize, [Option<u32>; 2])> {
    let inside = line.strip_prefix(['(', '[']).unwrap_or(line);
    let bracket = inside.len() < line.len();
    let closing = if line.starts_with('[') { ']' } else { ')' };
    let word = inside.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let rest = inside.get(word.len()..)?;
    let end = rest.chars().next().filter(|c| ".)]".contains(*c))?;
    let after = rest.get(1..)?;
    // `a.)` has both.
    let (double, after) = match after.strip_prefix(')') {
        Some(after) if end == '.' && !bracket => (true, after),
        _ => (false, after),
    };
    let digits = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let letter = word.len() == 1;
    // `a.n.`, `u.p.`: abbreviations.
    let mut letters = after.chars();
    let begins = letters.next().is_some_and(char::is_alphabetic);
    if letter && begins && letters.next() == Some('.') {
        return None;
    }
    let follows = |c: char| is_blank(c) || ((digits || letter) && c.is_alphabetic());
    if (bracket && end != closing)
        || (!bracket && end == ']')
        || word.len() > 4
        || !after.starts_with(follows)
    {
        return None;
    }
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    let small = word.to_ascii_lowercase();
    let values = if digits {
        [word.parse().ok(), None]
    } else {
        let mut letters = small.bytes();
        let letter = match (letters.next(), letters.next()) {
            (Some(letter @ b'a'..=b'z'), None) => Some(u32::from(letter - b'a') + 1),
            _ => None,
        };
        [letter, roman(&small)]
    };
    values.iter().any(Option::is_some).then_some(())?;
    let style = Style {
        bracket: bracket || double,
        end,
        digits,
        capital,
    };
    let length = line.len() - after.len();
    Some((Kind::Number(style), length, values))
}

/// `1.2`, `2.3.4.` and the like, the number of a section, which counts by its last part.
fn section(line: &str) -> Option<(Kind, usize, [Option<u32>; 2])> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = line.get(..line.len() - rest.len())?;
    let parts: Vec<&str> = number.trim_end_matches('.').split('.').collect();
    let short = |part: &&str| (1..3).contains(&part.len());
    let named = rest
        .trim_start_matches(is_blank)
        .starts_with(char::is_uppercase);
    if parts.len() < 2 || !parts.iter().all(short) || !rest.starts_with(is_blank) || !named {
        return None;
    }
    let style = Style {
        bracket: false,
        end: ' ',
        digits: false,
        capital: false,
    };
    let value = parts.last().and_then(|last| last.parse().ok());
    Some((Kind::Number(style), number.len(), [value, None]))
}

/// A Roman numeral below forty.
fn roman(word: &str) -> Option<u32> {
    let units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let rest = word.trim_start_matches('x');
    let tens = u32::try_from(word.len() - rest.len()).ok()?;
    let unit = units.iter().position(|unit| *unit == rest)?;
    let value = tens * 10 + u32::try_from(unit).ok()?;
    (value > 0 && tens < 4).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::{Kind, mark, roman};

    #[test]
    fn marks_of_lists_are_known() {
        for (line, kind) in [
            ("• Satu", Kind::Bullet),
            ("•\tSatu", Kind::Bullet),
            ("\u{f0b7} Satu", Kind::Bullet),
            ("·\u{a0}\u{a0} Satu", Kind::Bullet),
            ("– Satu", Kind::Dash),
            ("o Satu", Kind::Dash),
            ("-Satu", Kind::Dash),
            ("*Satu", Kind::Dash),
            ("+satu", Kind::Dash),
            ("–satu", Kind::Dash),
            ("-- satu", Kind::Dash),
            ("** Satu", Kind::Dash),
            ("->satu", Kind::Dash),
            ("✓ Satu", Kind::Sign),
            ("Ø\tSatu", Kind::Dash),
            ("§ Satu", Kind::Dash),
            ("ü satu", Kind::Dash),
            ("v Satu", Kind::Dash),
        ] {
            assert_eq!(mark(line).map(|found| found.0), Some(kind), "{line}");
        }
        for line in [
            "a. Satu", "a.Satu", "(1) Satu", "1)Satu", "iv. Satu", "B) Satu", "a.) Satu",
            "1.) Satu", "1 Satu", "12\tSatu",
        ] {
            assert!(matches!(mark(line), Some((Kind::Number(_), ..))), "{line}");
        }
        for line in [
            "",
            "Satu",
            "obat",
            "ab.c",
            "*5 dan",
            "+62 812",
            "--",
            "-5 persen",
            "1.5 km",
            "1.250 Warga",
            "1] Satu",
            "ab. c",
            "(a",
            "·a",
            "§ 5 ayat",
            "Øst",
            "v",
            "1 orang",
            "2026 Tahun",
        ] {
            assert!(mark(line).is_none(), "{line}");
        }
        assert_eq!(
            [roman("iv"), roman("xxi"), roman("x")],
            [Some(4), Some(21), Some(10)]
        );
        assert_eq!(roman("a"), None);
    }
}
