//! Lines that are not TOML, as they were meant.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use toml::de::DeTable;

use super::super::customary::{Meant, Remark, begins_failure, literal};
use super::super::indonesian;
use super::super::misspelt;
use super::super::scalar::Year;
use super::super::shape::{Key, Shape, Table};
use super::table::first_mistake;
use super::text::{bare, is_foreign_mark, is_mark, marked};
use super::{is_accepted, value};
use crate::finding::only_nearest;
use crate::slice::slice;

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mistake {
    /// Marks of Word around text.
    ForeignMarks(char),
    /// Text without marks.
    NoMarks,
    /// Marks inside text that is between the same marks.
    MarksInside,
    /// Text with a mark on one side.
    OpenText,
    /// Text over several lines.
    SeveralLines,
    /// A backslash in text.
    Backslash,
    /// Another sign than `=`.
    Assignment(String),
    /// A line of hyphens or other signs, with nothing else in it.
    Divider,
    /// An invisible character among letters.
    Invisible(char),
    /// Several keys in one line.
    SeveralKeys,
    /// Text behind a header.
    BehindHeader,
    /// Another sign than `#` before a comment.
    Comment(String),
    /// A comment before the closing bracket of a list or table.
    CommentInside,
    /// A sign at the end of the line.
    Ending(char),
    /// A key that is none.
    Key(String),
    /// A header that is none.
    Header,
    /// A list that does not end.
    OpenList,
    /// A list without brackets or commas.
    List,
    /// A table without braces or commas.
    Table,
    /// A value that is none.
    Value(String, Shape),
}

/// A line as it may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// What is replaced, in the text that was given.
    pub range: Range<usize>,
    /// What may stand there, the likeliest first, as TOML.
    pub lines: Vec<String>,
    /// What follows a line and stays as it is: a comment.
    pub tail: String,
    /// What is wrong.
    pub(crate) mistake: Mistake,
    /// Whether nothing but the first line can have been meant.
    pub(crate) sure: bool,
    /// What else is to be said.
    pub remark: Option<Remark>,
}

impl Mended {
    /// Takes years from `first` on where they stand for others.
    pub(crate) fn begin_with(&mut self, first: i16) {
        let mut meant = Meant {
            values: std::mem::take(&mut self.lines),
            sure: false,
            remark: self.remark.clone(),
        };
        super::from_year(&mut meant, first);
        self.lines = meant.values;
    }
}

/// What may have been meant by a part of a file that begins with a key or a header, which
/// stands in a table of this shape; `root` is the shape of the whole file. `None` if
/// nobody can tell.
pub(crate) fn line(part: &str, place: &Shape, root: &Table) -> Option<Mended> {
    let begin = part.len() - part.trim_start_matches(BLANKS).len();
    let text = without_what_follows(part.get(begin..)?);
    let mut mended = divider(text)
        .or_else(|| comment(text))
        .or_else(|| block(text, place, root))
        .or_else(|| header(text, root))
        .or_else(|| behind_header(text, root))
        .or_else(|| years(text, place))
        .or_else(|| invisible(text, place))
        .or_else(|| several_keys(text, place))
        .or_else(|| assignment(text, place))?;
    let good = |line: &String| line.starts_with('#') || DeTable::parse(line).is_ok();
    mended.lines.retain(good);
    let unsaid = mended.lines.is_empty() && mended.remark.is_none();
    if unsaid || mended.lines.iter().any(|line| line == text) {
        return None;
    }
    mended.range = mended.range.start + begin..mended.range.end + begin;
    Some(mended)
}

/// A part without the blank lines and the comments that stand before the next.
fn without_what_follows(part: &str) -> &str {
    let mut end = part.len();
    for line in part.lines().rev() {
        let content = line.trim();
        if !content.is_empty() && !content.starts_with('#') {
            break;
        }
        let rest = slice(part, ..end)
            .trim_end_matches('\n')
            .trim_end_matches('\r');
        end = rest.len() - line.len().min(rest.len());
    }
    slice(part, ..end).trim_end_matches(BLANKS)
}

/// What TOML takes for blanks, and the ends of lines.
const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

static DIVIDER: LazyLock<Regex> =
    LazyLock::new(|| literal(r"^(?:-{3,}|={3,}|\*{3,}|_{3,}|\.{3}|~{3,})[ \t]*(#.*)?$"));

/// A line that divides others, such as `---` of YAML.
fn divider(text: &str) -> Option<Mended> {
    let first = text.lines().next()?.trim_end();
    let parts = DIVIDER.captures(first)?;
    Some(Mended {
        range: 0..first.len(),
        lines: vec![
            parts
                .get(1)
                .map_or("", |comment| comment.as_str())
                .to_owned(),
        ],
        tail: String::new(),
        mistake: Mistake::Divider,
        sure: true,
        remark: None,
    })
}

/// Whether a character is as wide as nothing, or as a space that TOML does not know.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}'
    ) || (c.is_whitespace() && !c.is_ascii())
}

/// A line that is TOML without the invisible characters in it, or with spaces in their
/// place.
fn invisible(text: &str, place: &Shape) -> Option<Mended> {
    let first = text.chars().find(|c| is_invisible(*c))?;
    if text.contains('\n') {
        return None;
    }
    let mut plain = String::new();
    let mut open: Option<char> = None;
    for c in text.chars() {
        open = match open {
            Some(mark) if mark == c => None,
            None if matches!(c, '"' | '\'') => Some(c),
            open => open,
        };
        if open.is_some() || !is_invisible(c) {
            plain.push(c);
        } else if c.is_whitespace() {
            plain.push(' ');
        }
    }
    let plain = plain.trim();
    if plain == text {
        return None;
    }
    let Ok(table) = DeTable::parse(plain) else {
        let mended = assignment(plain, place)?;
        return Some(Mended {
            range: 0..text.len(),
            ..mended
        });
    };
    let mut names = table.get_ref().keys();
    let known = names.all(|name| find(name.get_ref(), place).is_some());
    known.then(|| Mended {
        range: 0..text.len(),
        lines: vec![plain.to_owned()],
        tail: String::new(),
        mistake: Mistake::Invisible(first),
        sure: true,
        remark: None,
    })
}

/// Several keys with their values in one line.
fn several_keys(text: &str, place: &Shape) -> Option<Mended> {
    if text.contains('\n') {
        return None;
    }
    let pairs = super::table::pairs(text)?;
    if pairs.len() < 2 {
        return None;
    }
    // What stands behind a comment is a part of it.
    let mut before = pairs.iter().rev().skip(1);
    if before.any(|(_, raw)| has_comment(raw)) {
        return None;
    }
    let mut lines = Vec::new();
    let mut sure = true;
    for (name, raw) in pairs {
        let (key, shape, exact) = find(name, place)?;
        if !exact || key != name || raw.is_empty() {
            return None;
        }
        if is_accepted(raw, &shape) {
            lines.push(format!("{key} = {raw}"))
        } else {
            let meant = value(raw, &shape, &key)?;
            sure = false;
            lines.push(format!("{key} = {}", meant.values.first()?));
        }
    }
    Some(Mended {
        range: 0..text.len(),
        lines: vec![lines.join("\n")],
        tail: String::new(),
        mistake: Mistake::SeveralKeys,
        sure,
        remark: None,
    })
}

static COMMENT: LazyLock<Regex> = LazyLock::new(|| {
    literal(r"^(//+|/\*+|<!--|--+|;+|%+|(?i:rem)\b)[ \t]*(.*?)[ \t]*(?:\*/|-->)?$")
});

/// Lines that begin as comments do elsewhere.
fn comment(text: &str) -> Option<Mended> {
    let first = text.lines().next()?;
    let sign = COMMENT.captures(first)?.get(1)?.as_str().to_owned();
    let mut lines = Vec::new();
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let Some(parts) = COMMENT.captures(line.trim()) else {
            break;
        };
        lines.push(format!("# {}", &parts[2]).trim_end().to_owned());
        end += line.len();
    }
    Some(Mended {
        range: 0..slice(text, ..end).trim_end().len(),
        lines: vec![lines.join("\n")],
        tail: String::new(),
        mistake: Mistake::Comment(sign),
        sure: true,
        remark: None,
    })
}

static YEAR_LINE: LazyLock<Regex> =
    LazyLock::new(|| literal(r"^(?i:target[s]?[ \t_-]*)?(20\d\d)[ \t]*[:=][ \t]*(.+)$"));

/// Years with their values, line by line, in a table that has a key for them.
fn years(text: &str, place: &Shape) -> Option<Mended> {
    let Shape::Table(table) = place else {
        return None;
    };
    let by_year = |key: &&Key| matches!(key.shape, Shape::ByYear(_));
    let key = table.keys.iter().find(by_year)?;
    let mut entries = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let parts = YEAR_LINE.captures(line)?;
        entries.push(format!("{} = {}", &parts[1], &parts[2]));
    }
    let meant = value(
        &format!("{{ {} }}", entries.join(", ")),
        &key.shape,
        key.name,
    )?;
    let lines = meant.values.iter();
    Some(Mended {
        range: 0..text.len(),
        lines: lines
            .map(|value| format!("{} = {value}", key.name))
            .collect(),
        tail: String::new(),
        mistake: Mistake::Table,
        sure: meant.sure,
        remark: meant.remark,
    })
}

/// A name with a colon and lines below it, as YAML writes lists and tables.
fn block(text: &str, place: &Shape, root: &Table) -> Option<Mended> {
    let (first, rest) = text.split_once('\n')?;
    let name = first.trim_end().strip_suffix(':')?.trim();
    if rest.trim().is_empty() {
        return None;
    }
    let root = Shape::Table(root.clone());
    let (key, shape, exact) = find(name, place).or_else(|| find(name, &root))?;
    let Some(table) = shape.repeated() else {
        let indented = rest.starts_with(char::is_whitespace) || rest.starts_with('-');
        return assignment(text, place).filter(|_| indented);
    };
    let item = Shape::Table(table.clone());
    let mut sure = exact;
    let mut tables: Vec<Vec<String>> = Vec::new();
    for line in rest.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let content = line.strip_prefix("- ").map(str::trim);
        if content.is_some() || tables.is_empty() {
            tables.push(Vec::new());
        }
        let mended = format!("{}\n", content.unwrap_or(line));
        let line = assignment(mended.trim_end(), &item)?;
        sure &= line.sure;
        let written = line.lines.into_iter().next()?;
        tables.last_mut()?.push(written);
    }
    let tables: Vec<String> = tables
        .into_iter()
        .map(|lines| format!("[[{key}]]\n{}", lines.join("\n")))
        .collect();
    Some(Mended {
        range: 0..text.len(),
        lines: vec![tables.join("\n\n")],
        tail: String::new(),
        mistake: Mistake::Header,
        sure,
        remark: None,
    })
}

static HEADER: LazyLock<Regex> = LazyLock::new(|| {
    literal(
        r#"^((?:[-*•][ \t]+)?[\[({< ]*)"?([\p{L}\d_.-]+(?: [\p{L}\d_-]+)*)"?([\])}> ]*):?[ \t]*(#.*)?$"#,
    )
});

/// The name of a table with too few, too many or other brackets.
fn header(text: &str, root: &Table) -> Option<Mended> {
    let first = text.lines().next()?.trim_end();
    let parts = HEADER.captures(first)?;
    let bracketed = !parts[1].trim_matches(['-', '*', '•', ' ', '\t']).is_empty()
        || !parts[3].trim().is_empty();
    if !bracketed && !first.ends_with(':') {
        return None;
    }
    let mut path = Vec::new();
    let mut shape = Shape::Table(root.clone());
    let mut exact = true;
    for name in parts[2].split('.') {
        let (key, inner, same) = find(name.trim(), &shape)?;
        exact &= same && key == name.trim();
        path.push(key);
        shape = inner;
    }
    let path = path.join(".");
    let line = match shape {
        Shape::List(_) if shape.repeated().is_some() => format!("[[{path}]]"),
        Shape::Table(_) | Shape::ByYear(_) | Shape::ByName(_) => format!("[{path}]"),
        Shape::Text
        | Shape::Boolean
        | Shape::Count
        | Shape::Money
        | Shape::Number
        | Shape::Year
        | Shape::Date
        | Shape::Word(_)
        | Shape::Code(_)
        | Shape::Reference
        | Shape::List(_) => return None,
    };
    let tail = parts.get(4).map_or("", |comment| comment.as_str());
    let end = first.len() - tail.len();
    Some(Mended {
        range: 0..slice(first, ..end).trim_end().len(),
        lines: vec![line],
        tail: String::new(),
        mistake: Mistake::Header,
        sure: exact && (bracketed || heads_its_own(text, &shape)),
        remark: None,
    })
}

/// Whether what stands below `budget:` are keys of that table, and nothing else.
fn heads_its_own(text: &str, shape: &Shape) -> bool {
    let lines = text.lines().skip(1).map(str::trim);
    let mut lines = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .peekable();
    let own = |line: &str| {
        let name = line.split_once('=').map(|(name, _)| name.trim());
        name.is_some_and(|name| find(name, shape).is_some_and(|(.., exact)| exact))
    };
    lines.peek().is_some() && lines.all(own)
}

static BEHIND_HEADER: LazyLock<Regex> =
    LazyLock::new(|| literal(r"^(\[\[?[ \t]*([\w.-]+)[ \t]*\]\]?)[ \t]*[;:,.]*[ \t]*(.*)$"));

/// A header with something behind it: a sign, a key with its value, or words.
fn behind_header(text: &str, root: &Table) -> Option<Mended> {
    let first = text.lines().next()?.trim_end();
    let parts = BEHIND_HEADER.captures(first)?;
    let (header, name, rest) = (&parts[1], &parts[2], parts[3].trim());
    let mut shape = Shape::Table(root.clone());
    for step in name.split('.') {
        let (key, inner, _) = find(step, &shape)?;
        if key != step {
            return None;
        }
        shape = inner;
    }
    let header = header.replace([' ', '\t'], "");
    let right = if shape.repeated().is_some() {
        format!("[[{name}]]")
    } else {
        format!("[{name}]")
    };
    if header != right || rest.starts_with('[') {
        return None;
    }
    let place = match &shape {
        Shape::List(item) => (**item).clone(),
        Shape::Text
        | Shape::Boolean
        | Shape::Count
        | Shape::Money
        | Shape::Number
        | Shape::Year
        | Shape::Date
        | Shape::Word(_)
        | Shape::Code(_)
        | Shape::Reference
        | Shape::Table(_)
        | Shape::ByYear(_)
        | Shape::ByName(_) => shape.clone(),
    };
    let key = rest
        .split_once('=')
        .map(|(name, raw)| (name.trim(), raw.trim()));
    let key = key.filter(|(name, raw)| {
        find(name, &place).is_some_and(|(key, inner, _)| key == *name && is_accepted(raw, &inner))
    });
    let (line, sure) = match key {
        Some((name, raw)) => {
            let below = text.lines().skip(1).filter_map(|line| line.split_once('='));
            let again = below.into_iter().any(|(other, _)| other.trim() == name);
            (format!("{right}\n{name} = {raw}"), !again)
        }
        None if rest.is_empty() || rest.starts_with('#') => {
            (format!("{right} {rest}").trim_end().to_owned(), true)
        }
        None => (format!("{right} # {rest}"), false),
    };
    Some(Mended {
        range: 0..first.len(),
        lines: vec![line],
        tail: String::new(),
        mistake: Mistake::BehindHeader,
        sure,
        remark: None,
    })
}

/// The key of a table that has a name, what it takes, and whether no other can be meant.
fn find(name: &str, place: &Shape) -> Option<(String, Shape, bool)> {
    match place {
        Shape::Table(table) => {
            if let Some(shape) = table.shape(name) {
                return Some((name.to_owned(), shape.clone(), true));
            }
            if let Some(key) = misspelt::meant(name, table) {
                return Some((key.name.to_owned(), key.shape.clone(), true));
            }
            let known = table.keys.iter().map(|key| key.name);
            let key = match indonesian::keys(name, known.clone()).as_slice() {
                [only] => *only,
                [] => only_nearest(name, known)?,
                _ => return None,
            };
            Some((key.to_owned(), table.shape(key)?.clone(), false))
        }
        Shape::ByYear(item) => {
            let year = Year::parse(name)?;
            Some((year.to_string(), (**item).clone(), true))
        }
        Shape::ByName(item) => Some((name.to_owned(), (**item).clone(), true)),
        Shape::List(item) => find(name, item),
        Shape::Text
        | Shape::Boolean
        | Shape::Count
        | Shape::Money
        | Shape::Number
        | Shape::Year
        | Shape::Date
        | Shape::Word(_)
        | Shape::Code(_)
        | Shape::Reference => None,
    }
}

static ASSIGNMENT: LazyLock<Regex> = LazyLock::new(|| {
    literal(
        r#"^((?:[-*•·][ \t]+|\d{1,2}[.)][ \t]+)?)((?:"[^"\n]*"|'[^'\n]*'|[“”„"'‘’]?[\p{L}\d_.-]+(?:[ \t]+[\p{L}\d_.-]+){0,4}[“”"'‘’]?))[ \t]*(\([^()\n]*\)[ \t]*)?(=>|:=|==|=[ \t]*=|=|＝|﹦|:|：|;|→|<-|\t)[ \t]*"#,
    )
});
static NO_ASSIGNMENT: LazyLock<Regex> = LazyLock::new(|| {
    literal(r#"^()([A-Za-z][A-Za-z\d-]*)[ \t]+()()(?:["'“”„‘{\[\d]|true\b|false\b)"#)
});

/// A key and its value.
fn assignment(text: &str, place: &Shape) -> Option<Mended> {
    let (parts, joined) = match ASSIGNMENT.captures(text) {
        Some(parts) => (parts, true),
        None => (NO_ASSIGNMENT.captures(text)?, false),
    };
    let (bullet, written, sign) = (parts.get(1)?, parts.get(2)?, parts.get(4)?);
    let unit = parts.get(3).map_or("", |unit| unit.as_str().trim());
    let name = bare(written.as_str());
    let mut path = Vec::new();
    let mut shape = place.clone();
    let mut exact = true;
    for step in name.split('.') {
        let (key, inner, same) = find(step.trim(), &shape)?;
        exact &= same;
        path.push(key);
        shape = inner;
    }
    let key = path.join(".");
    if !joined && key != name {
        return None;
    }
    let last = path.last()?;
    let start = if joined {
        parts.get(0)?.end()
    } else {
        sign.end()
    };
    let behind = text.get(start..)?;
    let (mut raw, mut tail, mut sign_of_comment) = without_comment(behind);
    if *last == "color" && raw.is_empty() {
        (raw, tail, sign_of_comment) = (behind.trim(), String::new(), None);
    }
    let (raw, ending) = without_ending(raw, &shape);
    let scaled = in_unit(raw, unit, &shape);
    let raw = scaled.as_deref().unwrap_or(raw);
    if raw.is_empty() {
        return None;
    }
    if let Some(mended) = around_comment(behind, raw, &shape, &key) {
        return Some(Mended {
            range: 0..text.len(),
            ..mended
        });
    }
    // Behind text without marks nobody can tell whether a comment begins.
    let commented = raw.len() < behind.trim_end_matches(['.', ',', ';']).trim().len();
    let doubtful = commented && matches!(shape, Shape::Text) && !sound_text(raw);
    let whole = if doubtful {
        value(behind, &shape, last)
    } else {
        None
    };
    let (values, sure, remark, sound) = if is_accepted(raw, &shape) {
        (vec![raw.to_owned()], true, None, true)
    } else {
        let meant = value(raw, &shape, last)?;
        (meant.values, meant.sure, meant.remark, false)
    };
    // Of several lines nobody can tell which letters are a comment.
    let sure = sure && !(raw.contains('\n') && has_comment(raw));
    let (values, sure) = match whole {
        None => (values, sure),
        // `#1` is no comment.
        Some(whole) if tail.is_empty() || !behind.contains("# ") => {
            tail = String::new();
            (whole.values, false)
        }
        Some(whole) => {
            tail = String::new();
            (values.into_iter().chain(whole.values).collect(), false)
        }
    };
    let is_key =
        unit.is_empty() && written.as_str() == key || marked(written.as_str()).open == Some('"');
    let mistake = if values.is_empty() {
        Mistake::Value(raw.to_owned(), shape.clone())
    } else if !sound {
        mistake_in(raw, &shape)
    } else if !bullet.as_str().is_empty() || !is_key {
        Mistake::Key(written.as_str().to_owned())
    } else if sign.as_str() != "=" {
        Mistake::Assignment(sign.as_str().trim().to_owned())
    } else if let Some(sign) = sign_of_comment {
        Mistake::Comment(sign)
    } else if let Some(ending) = ending {
        Mistake::Ending(ending)
    } else {
        return None;
    };
    Some(Mended {
        range: 0..text.len(),
        lines: values
            .iter()
            .map(|value| format!("{key} = {value}"))
            .collect(),
        tail,
        mistake,
        sure: sure && exact && scaled.is_none(),
        remark,
    })
}

/// An amount with the scale that stands in brackets behind its key: `jumlah (juta) = 5`.
fn in_unit(raw: &str, unit: &str, shape: &Shape) -> Option<String> {
    let unit = unit.to_lowercase();
    let scale = [
        ("miliar", "miliar"),
        ("milyar", "miliar"),
        ("juta", "juta"),
        ("ribu", "ribu"),
    ];
    let (_, scale) = scale.into_iter().find(|(word, _)| unit.contains(word))?;
    (*shape == Shape::Money && !raw.is_empty()).then(|| format!("{} {scale}", bare(raw)))
}

/// A list or table in one line with a comment before its closing bracket, which belongs to
/// the comment. `raw` is what stands before the comment. What goes on behind a comma may
/// belong to either.
fn around_comment(behind: &str, raw: &str, shape: &Shape, key: &str) -> Option<Mended> {
    let takes = matches!(shape, Shape::List(_) | Shape::Table(_) | Shape::ByYear(_));
    let close = match raw.chars().next()? {
        '[' => ']',
        '{' => '}',
        _ => return None,
    };
    let rest = slice(behind, raw.len()..).trim();
    if !takes || raw.ends_with(close) || !rest.contains(close) || !has_comment(behind) {
        return None;
    }
    let alone = raw.trim_end_matches([',', ';', ' ', '\t']);
    let space = if close == '}' { " " } else { "" };
    let comment = rest.trim_start_matches('#').trim();
    let inner = comment.trim_end_matches([close, ' ']);
    let mut written = vec![(format!("{alone}{space}{close}"), inner)];
    if let Some((words, more)) = comment.split_once([',', ';']) {
        written.insert(0, (format!("{alone}, {}", more.trim()), words.trim()));
    }
    if alone.ends_with('=') {
        written = vec![(format!("{alone} {comment}"), "")];
    }
    let last = key.rsplit('.').next().unwrap_or(key);
    let mut lines: Vec<String> = Vec::new();
    for (written, comment) in written {
        let values = if is_accepted(&written, shape) {
            vec![written]
        } else {
            value(&written, shape, last).map_or_else(Vec::new, |meant| meant.values)
        };
        let comment = match comment {
            "" => String::new(),
            comment => format!(" # {comment}"),
        };
        let values = values.iter();
        lines.extend(values.map(|value| format!("{key} = {value}{comment}")));
    }
    lines.dedup();
    (!lines.is_empty()).then_some(Mended {
        range: 0..0,
        lines,
        tail: String::new(),
        mistake: Mistake::CommentInside,
        sure: false,
        remark: None,
    })
}

/// Whether a `#` stands outside all text between marks.
fn has_comment(raw: &str) -> bool {
    let mut open: Option<char> = None;
    let mut before = ' ';
    for (at, c) in raw.char_indices() {
        match open {
            Some(mark) if super::text::closes(mark, c) || c == '\n' => open = None,
            Some(_) => {}
            None if c == '#' && !begins_failure(slice(raw, at..)) => return true,
            None if is_mark(c) && !before.is_alphanumeric() => open = Some(c),
            None => {}
        }
        before = c;
    }
    false
}

/// Whether text is between marks.
fn sound_text(raw: &str) -> bool {
    let around = marked(raw);
    around.open.is_some() && around.close.is_some()
}

/// Whether a name may be meant for a key.
pub fn names(name: &str, key: &str, place: &Shape) -> bool {
    find(bare(name), place).is_some_and(|(found, ..)| found == key)
}

/// A key that a part begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// The key.
    pub key: String,
    /// What it takes.
    pub shape: Shape,
    /// What stands behind it in its line; nothing if nothing does.
    pub raw: String,
}

/// The key that a part begins with, if it can be made out.
pub(crate) fn key_of(part: &str, place: &Shape) -> Option<Begun> {
    let first = part.trim_start().lines().next()?;
    let name: String = first
        .trim_start_matches(is_mark)
        .chars()
        .take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    let (key, shape, _) = find(&name, place)?;
    let exact = key == name;
    let raw = first.split_once('=').map_or("", |(_, raw)| raw);
    let (raw, _, _) = without_comment(raw);
    let raw = raw.to_owned();
    exact.then_some(Begun { key, shape, raw })
}

/// What is wrong with a value that a key of this shape does not take.
fn mistake_in(raw: &str, shape: &Shape) -> Mistake {
    let around = marked(raw);
    let foreign = |mark: Option<char>| mark.filter(|c| is_foreign_mark(*c) || *c == '`');
    let first = if matches!(shape, Shape::List(_)) {
        raw.chars().find(|c| is_foreign_mark(*c))
    } else {
        None
    };
    if let Some(mark) = foreign(around.open).or(foreign(around.close)).or(first) {
        return Mistake::ForeignMarks(mark);
    }
    match shape {
        Shape::Text | Shape::Word(_) | Shape::Code(_) | Shape::Reference => {
            match (around.open, around.close) {
                _ if around.content.contains('\n') => Mistake::SeveralLines,
                (None, None) => Mistake::NoMarks,
                (Some(_), Some(mark)) if around.content.contains(mark) => Mistake::MarksInside,
                (Some(_), Some(_)) if around.content.contains('\\') => Mistake::Backslash,
                (Some(_), Some(_)) => Mistake::Value(raw.to_owned(), shape.clone()),
                _ => Mistake::OpenText,
            }
        }
        Shape::List(_) if raw.matches('[').count() > raw.matches(']').count() => Mistake::OpenList,
        Shape::List(_) => Mistake::List,
        Shape::Table(_) | Shape::ByYear(_) => match first_mistake(raw, shape) {
            Some(inner) => {
                let shape = match shape {
                    Shape::ByYear(item) => (**item).clone(),
                    Shape::Text
                    | Shape::Boolean
                    | Shape::Count
                    | Shape::Money
                    | Shape::Number
                    | Shape::Year
                    | Shape::Date
                    | Shape::Word(_)
                    | Shape::Code(_)
                    | Shape::Reference
                    | Shape::List(_)
                    | Shape::Table(_)
                    | Shape::ByName(_) => Shape::Number,
                };
                if marked(inner).open.is_some_and(is_foreign_mark) {
                    Mistake::Table
                } else {
                    Mistake::Value(inner.to_owned(), shape)
                }
            }
            None => Mistake::Table,
        },
        Shape::Boolean
        | Shape::Count
        | Shape::Money
        | Shape::Number
        | Shape::Year
        | Shape::Date
        | Shape::ByName(_) => Mistake::Value(raw.to_owned(), shape.clone()),
    }
}

/// A value without the comment behind it, the comment as TOML writes it, and the sign
/// with which it began, if that is not TOML's.
fn without_comment(behind: &str) -> (&str, String, Option<String>) {
    if behind.trim_end().contains('\n') {
        return (behind.trim(), String::new(), None);
    }
    let mut open: Option<char> = None;
    let mut before = ' ';
    for (at, c) in behind.char_indices() {
        match open {
            Some(mark) if super::text::closes(mark, c) => open = None,
            Some(_) => {}
            None if is_mark(c) && (before == ' ' || matches!(before, '[' | '{' | ',' | '(')) => {
                open = Some(c);
            }
            None if before.is_whitespace() => {
                let rest = slice(behind, at..);
                if begins_failure(rest) {
                    before = c;
                    continue;
                }
                let sign = ["#", "//", "/*", "<!--", "--"]
                    .into_iter()
                    .find(|sign| rest.starts_with(sign));
                if let Some(sign) = sign {
                    let comment = rest.trim_start_matches(['#', '/', '*', '<', '!', '-']);
                    let comment = comment.trim_end_matches(['*', '/', '-', '>']).trim();
                    let raw = slice(behind, ..at).trim();
                    let other = (sign != "#").then(|| sign.to_owned());
                    return (raw, format!(" # {comment}").trim_end().to_owned(), other);
                }
            }
            None => {}
        }
        before = c;
    }
    (behind.trim(), String::new(), None)
}

/// A value without a sign at the end that separates it from nothing.
fn without_ending<'t>(raw: &'t str, shape: &Shape) -> (&'t str, Option<char>) {
    let ending = raw
        .chars()
        .next_back()
        .filter(|c| matches!(c, ';' | ',' | '.'));
    let Some(ending) = ending else {
        return (raw, None);
    };
    let rest = raw.get(..raw.len() - 1).unwrap_or(raw).trim_end();
    // A point or comma belongs to text without marks, and to `Rp150.000,-`.
    // Behind `5.` digits may be missing.
    let cut = ending == '.' && matches!(shape, Shape::Number | Shape::Money);
    if !cut && (is_accepted(rest, shape) || ending == ';') {
        (rest, Some(ending))
    } else {
        (raw, None)
    }
}

#[cfg(test)]
mod tests {
    use super::{Mended, line};
    use crate::model::shape::{FileKind, Shape};

    fn mend(part: &str, header: &str) -> Option<Mended> {
        let root = FileKind::Program.table();
        let place = match header {
            "" => Shape::Table(root.clone()),
            header => match root.shape(header).cloned() {
                Some(Shape::List(item)) => *item,
                other => other.unwrap(),
            },
        };
        line(part, &place, &root)
    }

    fn assert_mended(header: &str, cases: &[(&str, &str, bool)]) {
        let mut wrong = Vec::new();
        for (part, right, sure) in cases {
            let told = mend(part, header).map(|mended| {
                let first = format!("{}{}", mended.lines[0], mended.tail);
                (first, mended.sure)
            });
            if told != Some(((*right).to_owned(), *sure)) {
                wrong.push(format!("{part:?}: {told:?} instead of {right:?}, {sure}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn text_with_other_marks_or_none() {
        assert_mended(
            "",
            &[
                ("title = “Layanan”", "title = \"Layanan\"", true),
                ("title = „Layanan“", "title = \"Layanan\"", true),
                ("title = «Layanan»", "title = \"Layanan\"", true),
                ("title = ‘Layanan’", "title = \"Layanan\"", true),
                ("title = `Layanan`", "title = \"Layanan\"", true),
                ("title = \"Layanan”", "title = \"Layanan\"", true),
                ("title = “Layanan\"", "title = \"Layanan\"", true),
                (
                    "title = Layanan aduan warga",
                    "title = \"Layanan aduan warga\"",
                    true,
                ),
                ("title = Layanan # catatan", "title = \"Layanan\"", false),
                (
                    "title = Layanan #1 aduan",
                    "title = \"Layanan #1 aduan\"",
                    false,
                ),
                (
                    "title = Layanan aduan #1",
                    "title = \"Layanan aduan #1\"",
                    false,
                ),
                (
                    "title = Layanan -- aduan",
                    "title = \"Layanan -- aduan\"",
                    false,
                ),
                (
                    "title = “Layanan #1 aduan” # catatan",
                    "title = \"Layanan #1 aduan\" # catatan",
                    true,
                ),
                (
                    "title = “Layanan” aduan warga",
                    "title = \"“Layanan” aduan warga\"",
                    true,
                ),
                (
                    "title = Layanan “aduan”",
                    "title = \"Layanan “aduan”\"",
                    true,
                ),
                (
                    "title = “Layanan” dan “aduan”",
                    "title = \"“Layanan” dan “aduan”\"",
                    true,
                ),
                (
                    "title = «Layanan» aduan",
                    "title = \"«Layanan» aduan\"",
                    true,
                ),
                (
                    "title = ‘Layanan’ aduan",
                    "title = \"‘Layanan’ aduan\"",
                    true,
                ),
                (
                    "title = \"Layanan\" aduan",
                    "title = '\"Layanan\" aduan'",
                    false,
                ),
                (
                    "title = \"Layanan\" dan \"aduan\"",
                    "title = '\"Layanan\" dan \"aduan\"'",
                    false,
                ),
                (
                    "title = Layanan \"aduan\"",
                    "title = 'Layanan \"aduan\"'",
                    false,
                ),
                (
                    "title = \"\"\"Layanan aduan warga\"",
                    "title = \"Layanan aduan warga\"",
                    true,
                ),
                (
                    "title = \"\"Layanan aduan warga\"\"",
                    "title = \"Layanan aduan warga\"",
                    true,
                ),
                (
                    "title = \"Layanan aduan warga\"\"",
                    "title = \"Layanan aduan warga\"",
                    true,
                ),
                (
                    "title = ``Layanan aduan warga''",
                    "title = \"Layanan aduan warga\"",
                    true,
                ),
                ("title = ‘Jum’at sehat’", "title = \"Jum’at sehat\"", true),
                ("title = \"Layanan", "title = \"Layanan\"", true),
                ("title = Layanan\"", "title = \"Layanan\"", true),
                (
                    "title = \"Layanan # aduan",
                    "title = \"Layanan # aduan\"",
                    false,
                ),
                (
                    "title = \"Layanan \"aduan\" warga\"",
                    "title = 'Layanan \"aduan\" warga'",
                    true,
                ),
                (
                    "title = “Layanan \"aduan\" warga”",
                    "title = 'Layanan \"aduan\" warga'",
                    true,
                ),
                (
                    "title = \"Jum'at \"aduan\"\"",
                    "title = \"Jum'at \\\"aduan\\\"\"",
                    true,
                ),
                ("title = \"C:\\data\"", "title = 'C:\\data'", true),
                (
                    "title = \"Satu\npintu\"\n\n# lain\n",
                    "title = \"Satu pintu\"",
                    true,
                ),
                ("title = 'Satu\n  pintu'", "title = \"Satu pintu\"", true),
                ("status = running", "status = \"running\"", true),
                ("status = berjalan", "status = \"running\"", true),
                ("status = “Berjalan”", "status = \"running\"", true),
            ],
        );
    }

    #[test]
    fn other_signs() {
        assert_mended(
            "",
            &[
                ("title: \"Layanan\"", "title = \"Layanan\"", true),
                ("title : Layanan", "title = \"Layanan\"", true),
                ("title := \"Layanan\"", "title = \"Layanan\"", true),
                ("title == \"Layanan\"", "title = \"Layanan\"", true),
                ("title => \"Layanan\"", "title = \"Layanan\"", true),
                ("title ; \"Layanan\"", "title = \"Layanan\"", true),
                ("title \"Layanan\"", "title = \"Layanan\"", true),
                ("title = \"Layanan\";", "title = \"Layanan\"", true),
                ("title = \"Layanan\",", "title = \"Layanan\"", true),
                (
                    "title = \"Layanan\" // catatan",
                    "title = \"Layanan\" # catatan",
                    true,
                ),
                ("- title = \"Layanan\"", "title = \"Layanan\"", true),
                ("“title” = \"Layanan\"", "title = \"Layanan\"", true),
                ("quick win = true", "quick-win = true", true),
                ("Nama Program = \"Layanan\"", "title = \"Layanan\"", true),
                ("// catatan", "# catatan", true),
                ("; catatan", "# catatan", true),
                ("-- catatan", "# catatan", true),
                ("/* catatan */", "# catatan", true),
                ("<!-- catatan -->", "# catatan", true),
                ("// satu\n// dua\n", "# satu\n# dua", true),
                ("[[budget]", "[[budget]]", true),
                ("[budget]]", "[[budget]]", true),
                ("[[budget", "[[budget]]", true),
                ("(budget)", "[[budget]]", true),
                ("[[anggaran]", "[[budget]]", false),
                ("budget:", "[[budget]]", false),
            ],
        );
    }

    #[test]
    fn values_that_are_none() {
        assert_mended(
            "budget",
            &[
                ("amount = 1.250.000.000,00", "amount = 1_250_000_000", true),
                ("amount = 1,250,000,000", "amount = 1_250_000_000", true),
                (
                    "amount = Rp 1.250.000.000,-",
                    "amount = 1_250_000_000",
                    true,
                ),
                (
                    "amount = Rp1.250.000,00 # pagu",
                    "amount = 1_250_000 # pagu",
                    true,
                ),
                ("amount = 150 juta", "amount = 150_000_000", true),
                ("amount = 1250000000,00", "amount = 1_250_000_000", true),
                ("amount = 150.000.000;", "amount = 150_000_000", true),
                ("amount = “150.000.000”", "amount = 150_000_000", true),
                ("amount: 150000000", "amount = 150000000", true),
                ("amount = (150.000.000)", "amount = 150_000_000", false),
                ("amount = -", "amount = 0", false),
                ("amount = 0150000000", "amount = 150_000_000", true),
                ("year = TA 2026", "year = 2026", true),
                ("year = 2026/2027", "year = 2026", false),
                ("confirmed = ya", "confirmed = true", true),
                ("confirmed = TRUE", "confirmed = true", true),
                ("source = apbd-kota", "source = \"apbd-kota\"", true),
                ("source = APBN", "source = \"apbn\"", true),
                ("jumlah = 150.000.000", "amount = 150_000_000", true),
            ],
        );
        assert_mended(
            "",
            &[
                ("start = 01-09-2026", "start = 2026-09-01", false),
                ("start = 13-09-2026", "start = 2026-09-13", true),
                ("start = 1 September 2026", "start = 2026-09-01", true),
                ("quick-win = ya", "quick-win = true", true),
                ("number = 01", "number = 1", true),
            ],
        );
    }

    #[test]
    fn lists_and_tables() {
        assert_mended(
            "",
            &[
                (
                    "supports = \"goal:a\", \"goal:b\"",
                    "supports = [\"goal:a\", \"goal:b\"]",
                    true,
                ),
                (
                    "supports = [\"goal:a\" \"goal:b\"]",
                    "supports = [\"goal:a\", \"goal:b\"]",
                    true,
                ),
                (
                    "supports = [\"goal:a\"; \"goal:b\"]",
                    "supports = [\"goal:a\", \"goal:b\"]",
                    true,
                ),
                (
                    "supports = [goal:a, goal:b]",
                    "supports = [\"goal:a\", \"goal:b\"]",
                    true,
                ),
                (
                    "supports = [“goal:a”, “goal:b”]",
                    "supports = [\"goal:a\", \"goal:b\"]",
                    true,
                ),
                (
                    "supports = [\"goal:a\", \"goal:b\"",
                    "supports = [\"goal:a\", \"goal:b\"]",
                    true,
                ),
                (
                    "supports = (\"goal:a\", \"goal:b\")",
                    "supports = [\"goal:a\", \"goal:b\"]",
                    true,
                ),
                (
                    "supports = [\n  \"goal:a\"\n  \"goal:b\"\n]",
                    "supports = [\"goal:a\", \"goal:b\"]",
                    true,
                ),
                ("supports = [tujuan:a]", "supports = [\"goal:a\"]", true),
                (
                    "districts = [sirimau, nusaniwe]",
                    "districts = [\"sirimau\", \"nusaniwe\"]",
                    true,
                ),
            ],
        );
        assert_mended(
            "indicator",
            &[
                (
                    "targets = { 2026 = 60,5, 2027 = 75,5 }",
                    "targets = { 2026 = 60.5, 2027 = 75.5 }",
                    true,
                ),
                (
                    "targets = { 2026: 60, 2027: 75.5 }",
                    "targets = { 2026 = 60, 2027 = 75.5 }",
                    true,
                ),
                (
                    "targets = { 2026 = 60; 2027 = 75 }",
                    "targets = { 2026 = 60, 2027 = 75 }",
                    true,
                ),
                (
                    "targets = { 2026 = 60 2027 = 75 }",
                    "targets = { 2026 = 60, 2027 = 75 }",
                    true,
                ),
                (
                    "targets = { 2026 = 60%, 2027 = 75% }",
                    "targets = { 2026 = 60, 2027 = 75 }",
                    true,
                ),
                (
                    "targets = 2026 = 60, 2027 = 75",
                    "targets = { 2026 = 60, 2027 = 75 }",
                    true,
                ),
                ("targets = { 2026 = 60", "targets = { 2026 = 60 }", true),
                (
                    "baseline = { year = 2025, value = 52,5, source = “BPS” }",
                    "baseline = { year = 2025, value = 52.5, source = \"BPS\" }",
                    true,
                ),
                (
                    "baseline = 52 (2025)",
                    "baseline = { year = 2025, value = 52 }",
                    false,
                ),
                ("unit = %", "unit = \"%\"", true),
            ],
        );
    }

    #[test]
    fn what_nobody_can_tell_is_left_alone() {
        for part in [
            "Ini bukan TOML.",
            "title =",
            "amount = banyak",
            "x = y",
            "title = \"Layanan\"",
            "",
            "= = =",
            "]",
        ] {
            assert_eq!(mend(part, ""), None, "{part:?}");
        }
    }
}
