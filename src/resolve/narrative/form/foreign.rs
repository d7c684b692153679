//! What other dialects write and this one prints.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Forms;
use super::paragraph::{Line, Paragraph};
use crate::pattern::literal_pattern;
use crate::resolve::rules::{self, foreign_markup::Foreign};
use crate::slice::slice;

/// A form of marks: where it is looked for, and its pattern. The group `mark` is the mark,
/// `words` what it is about.
struct Pattern {
    foreign: Foreign,
    place: Place,
    /// A part of every such mark, by which most lines are passed over.
    sign: &'static str,
    regex: LazyLock<Regex>,
}

/// Where a mark stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Anywhere in a line, also in that of a heading, a cell or a definition.
    Inside,
    /// At the beginning of a line that is no part of another element.
    Line,
    /// At the beginning of the first line of a paragraph.
    First,
}

macro_rules! patterns {
    ($($foreign:ident $place:ident $sign:literal $pattern:literal)*) => {
        [$(Pattern {
            foreign: Foreign::$foreign,
            place: Place::$place,
            sign: $sign,
            regex: LazyLock::new(|| literal_pattern($pattern)),
        }),*]
    };
}

static PATTERNS: [Pattern; 38] = patterns![
    Colons Inside ":::" r"^(?P<mark>:{3,})"
    Attribute Inside "{" r#"(?:[\])x]|\s|^)(?P<mark>\{:?\s*(?:[.#][\p{L}][\w-]*|(?:width|height|style|custom-style|lang|class|id)=(?:"[^"]*"|[^\s}]*))[^{}]*\})\s*$"#
    Attribute Inside "{" r#"[\])x](?P<mark>\{(?:[.#][\p{L}]|width|height|custom-style|style|lang)[^{}]*\})"#
    Field Inside "{%" r"(?P<mark>\{%.*?%\})"
    Field Inside "{{" r"(?P<mark>\{\{[^{}]*\}\})"
    Field Inside "${" r"(?P<mark>\$\{[A-Za-z_][\w.]*\})"
    Field Inside "«" r"(?P<mark>«\p{L}[\p{L}\d]*(?:_[\p{L}\d]+)+»)"
    Marked Inside "==" r"(?:^|[\s(])(?P<mark>==(?P<words>[^\s=](?:[^=]*[^\s=])?)==)(?:$|[\s).,;:!?])"
    Marked Inside "++" r"(?:^|[\s(])(?P<mark>\+\+(?P<words>[^\s+](?:[^+]*[^\s+])?)\+\+)(?:$|[\s).,;:!?])"
    Marked Inside "''" r"(?:^|[\s(])(?P<mark>'{2,3}(?P<words>[^'\s](?:[^']*[^'\s])?)'{2,3})(?:$|[\s).,;:!?])"
    Marked Inside "[/" r"(?P<mark>\[(?P<tag>b|i|u|s|url|img|quote|code|size|color|center)(?:=[^\]]*)?\](?P<words>[^\[\]]*)\[/(?:b|i|u|s|url|img|quote|code|size|color|center)\])"
    Below Inside "~" r"[\p{L})](?P<mark>~(?P<words>[\p{L}\d+\-]{1,6})~)"
    Above Inside "^" r"(?:^|[\s\p{L}\d)])(?P<mark>\^(?P<words>[\p{L}\d+\-]{1,12})\^)"
    Wiki Inside "[[" r"(?:^|[^!])(?P<mark>\[\[[^\[\]]+\](?:\[[^\[\]]+\])?\])"
    Citation Inside "@" r"(?P<mark>\[-?@[\p{L}\d][\w:./-]*[^\[\]]*\])"
    Latex Inside "\\" r"(?:^|[^\w:\\/])(?P<mark>\\[A-Za-z]{2,}\*?(?:\[[^\]]*\])?\{[^{}]*\}?)"
    Latex Inside "\\" r"(?:^|[^\w:\\/])(?P<mark>\\(?:item|newpage|pagebreak|clearpage|hline|noindent|centering|maketitle|tableofcontents|newline|times|cdot|leq|geq|alpha|beta|rightarrow))(?:$|[^\w\\])"
    Formula Inside "\\(" r"(?P<mark>\\\([^()]*[\\^_=].*?\\\))"
    Formula Inside "\\[" r"(?P<mark>\\\[[^\[\]]*[\\^_=].*?\\\])"
    Formula Line "\\[" r"^(?P<mark>\\\[)\s*$"
    Directive Line "[" r"(?i)^(?P<mark>\[(?:toc|_toc_|daftar isi|table of contents)\])\s*$"
    Field Inside "{" r"(?P<mark>\{\s*(?:PAGE|NUMPAGES|TOC|REF|PAGEREF|HYPERLINK|MERGEFIELD|SEQ|INCLUDEPICTURE)\b[^{}]*\})"
    Citation Inside "^[" r"(?P<mark>\^\[[^\[\]]+\])"
    Reversed Inside ")[" r"(?P<mark>!\((?P<words>[^()]+)\)\[assets/[^\[\]]+\])"
    Reversed Inside ")[" r"(?:^|[\s(])(?P<mark>\((?P<words>[^()]+)\)\[https?://[^\[\]\s]+\])"
    Emoji Inside ":" r"(?:^|[\s(])(?P<mark>:(?:[a-z][a-z0-9_+-]*[a-z0-9]|[+-]1|100):)(?:$|[\s).,;!?])"
    Box Line "!" r#"^(?P<mark>(?:!!!|\?\?\?)\+?\s+[A-Za-z][A-Za-z-]*)(?:\s+".*")?\s*$"#
    Box Line "[!" r"^(?P<mark>\[![\p{L}]+\])"
    Heading First "=" r"^(?P<mark>={1,6})\s+(?P<words>\p{Lu}[^=×÷/*]*?)(?:\s+=+)?\s*$"
    Heading First "h" r"^(?P<mark>h[1-6]\.)\s+(?P<words>\p{Lu}.*?)\s*$"
    Heading First "." r"^(?P<mark>\.)(?P<words>\p{Lu}\p{Ll}{3,}.*?)\s*$"
    Caption First ":" r"^(?P<mark>:)\s+(?P<words>\S.*?)\s*$"
    Entity Inside "&" r"(?P<mark>&(?:nbsp|amp|lt|gt|quot|copy|ndash|mdash|hellip|rsquo|lsquo|ldquo|rdquo|bull))(?:$|[^\w;=&])"
    Entity Inside "&amp;" r"(?P<mark>&amp;(?:nbsp|amp|lt|gt|quot|ndash|mdash|hellip|rsquo|lsquo|ldquo|rdquo|bull|#\d{2,5});)"
    Directive Line "" r"^(?P<mark>\.\.\s+[a-z][\w-]*::|#\+[A-Za-z_]+:?|:[A-Z_]+:\s*$|(?:image|include|xref|video|toc)::\S*\[|\|===\s*$|\[(?:NOTE|TIP|source|quote|cols)[^\]]*\]\s*$|\{\|)"
    Directive Inside "{" r"(?P<mark>\{(?:code|noformat|panel|quote|toc|color)(?::[^}]*)?\})"
    Directive Inside "[" r"(?P<mark>:contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[oaicite:[^\]]*\]|\[cite_start\]|\[cite:[^\]]*\])"
    Chat Line "" r"^(?P<mark>\[\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?\] [^:]{1,40}:|\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}[.:]\d{2} - [^:]{1,40}:)\s"
];

/// Looks for such marks; each kind counts once in a paragraph. `references` is where
/// something was meant for one.
pub(super) fn look(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>, references: &[Range<usize>]) {
    if let Some(line) = data(forms, paragraph) {
        let mark = slice(forms.text, line.clone()).to_owned();
        report(forms, Foreign::Data, line, &mark, "");
        return;
    }
    let mut seen: Vec<Foreign> = Vec::new();
    for (at, line) in paragraph.lines.iter().enumerate() {
        let mut written = paragraph.written(line);
        let mut start = line.range.start;
        if paragraph.is_escaped(start) {
            written.to_mut().insert(0, '\\');
            start -= 1;
        }
        // The first of several colons makes a definition.
        let before = slice(forms.text, ..start);
        if written.starts_with("::") && before.ends_with(':') {
            written.to_mut().insert(0, ':');
            start -= 1;
        }
        if let Some(length) = drawn(&written).filter(|_| !seen.contains(&Foreign::Drawn)) {
            seen.push(Foreign::Drawn);
            let mark = slice(&written, ..length);
            report(forms, Foreign::Drawn, start..start + length, mark, "");
            continue;
        }
        if !may_have_mark(&written) {
            continue;
        }
        for pattern in &PATTERNS {
            if seen.contains(&pattern.foreign)
                || !pattern.may_stand(&written, at == 0, paragraph.whole)
            {
                continue;
            }
            let Some(found) = pattern.regex.captures(&written) else {
                continue;
            };
            let Some(mark) = found.name("mark") else {
                continue;
            };
            let escapes = matches!(pattern.foreign, Foreign::Latex | Foreign::Formula);
            let before = slice(&written, ..mark.start());
            if !escapes && before.ends_with('\\') {
                continue;
            }
            // What was meant for a reference is told as such.
            let within = |other: &Range<usize>| {
                other.start < start + mark.end() && start + mark.start() < other.end
            };
            if references.iter().any(within) {
                continue;
            }
            // An attribute of a caption is its id.
            if pattern.foreign == Foreign::Attribute && is_caption(paragraph) {
                continue;
            }
            seen.push(pattern.foreign);
            if pattern.foreign == Foreign::Colons {
                // Attributes behind them belong to the box, and so does its end.
                seen.push(Foreign::Attribute);
                let ends = written.trim_end().len() == mark.end();
                let closes = ends && forms.boxed;
                forms.boxed = !closes;
                if closes {
                    continue;
                }
            }
            let words = found.name("words").map_or("", |words| words.as_str());
            let place = start + mark.start()..start + mark.end();
            report(forms, pattern.foreign, place, mark.as_str(), words);
        }
    }
}

fn report(forms: &mut Forms<'_>, foreign: Foreign, range: Range<usize>, mark: &str, words: &str) {
    let span = forms.span(range.clone());
    let finding = rules::foreign_markup::finding(span, foreign, mark.trim_end(), words);
    let element = match foreign {
        Foreign::Below => format!("<sub>{words}</sub>"),
        Foreign::Above => format!("<sup>{words}</sup>"),
        Foreign::Reversed => {
            forms.links.push(range.clone());
            let (words, address) = mark
                .trim_end_matches(']')
                .split_once(")[")
                .unwrap_or((mark, ""));
            let (image, words) = words.split_once('(').unwrap_or(("", words));
            format!("{image}[{words}]({address})")
        }
        Foreign::Attribute
        | Foreign::Colons
        | Foreign::Drawn
        | Foreign::Field
        | Foreign::Marked
        | Foreign::Wiki
        | Foreign::Citation
        | Foreign::Latex
        | Foreign::Formula
        | Foreign::Emoji
        | Foreign::Box
        | Foreign::Heading
        | Foreign::Caption
        | Foreign::Entity
        | Foreign::Directive
        | Foreign::Data
        | Foreign::Reference
        | Foreign::Chat => return forms.findings.push(finding),
    };
    forms
        .findings
        .push(finding.restructure(forms.span(range), element));
}

/// Whether any mark may stand in a line: each has one of these characters, but for those of
/// headings at its beginning. Most lines have none of them.
fn may_have_mark(line: &str) -> bool {
    let is_sign = |byte: u8| b"!#$&'()+/:=@[\\^{|~".contains(&byte) || !byte.is_ascii();
    line.starts_with(['h', '.']) || line.bytes().any(is_sign)
}

impl Pattern {
    /// Whether such a mark may stand in a line; `first` says whether it begins a paragraph,
    /// `whole` whether that stands in lines of its own.
    fn may_stand(&self, line: &str, first: bool, whole: bool) -> bool {
        let place = match self.place {
            Place::Inside => true,
            Place::Line => whole,
            Place::First => whole && first,
        };
        place && line.contains(self.sign)
    }
}

/// Length of a line between the rows of a table that is drawn.
fn drawn(line: &str) -> Option<usize> {
    let line = line.trim_end();
    let crosses = line.matches('+').count();
    let drawn = line.starts_with('+')
        && line.ends_with('+')
        && crosses > 1
        && line.contains(['-', '='])
        && line.chars().all(|c| "+-=:".contains(c));
    drawn.then_some(line.len())
}

/// Whether a paragraph is written as the caption of a table.
fn is_caption(paragraph: &Paragraph<'_>) -> bool {
    let first = paragraph.lines.first();
    let written = first.map(|line| paragraph.written(line));
    written.is_some_and(|line| line.starts_with("Tabel:") || line.starts_with("Table:"))
}

/// The first line of a paragraph that is data: an object of JSON, tables of TOML.
fn data(forms: &Forms<'_>, paragraph: &Paragraph<'_>) -> Option<Range<usize>> {
    let first = paragraph.lines.first().filter(|_| paragraph.whole)?;
    let written = |line: &Line| slice(forms.text, line.range.clone()).trim();
    let begin = written(first);
    let opens = begin.starts_with(['{', '[']);
    let mut lines = paragraph.lines.iter().map(written);
    let json = opens && lines.clone().any(names_value);
    // Front matter at the beginning of a file has a finding of its own.
    let is_front = || {
        let before = slice(forms.text, ..first.range.start);
        before.chars().all(|c| c.is_whitespace() || c == '+')
    };
    let toml = lines
        .clone()
        .all(|line| pair(line).is_some() || is_table(line))
        && lines.any(|line| pair(line) == Some(true) || line.starts_with("[["))
        && !(pair(begin).is_some() && is_front());
    (json || toml).then(|| first.range.clone())
}

/// Whether a line of JSON gives a name its value.
fn names_value(line: &str) -> bool {
    let line = line.trim_start_matches(['{', '[', ' ']);
    let name = line.strip_prefix('"').and_then(|rest| rest.split_once('"'));
    name.is_some_and(|(_, rest)| rest.trim_start().starts_with(':'))
}

/// Whether a line of TOML gives a key its value, and whether that can be nothing else.
fn pair(line: &str) -> Option<bool> {
    let (key, value) = line.split_once(" =")?;
    let letter = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let value = value.trim_start();
    let certain = value.starts_with(['"', '[', '{']);
    let other = value.starts_with(|c: char| c.is_ascii_digit())
        || value.starts_with("true")
        || value.starts_with("false");
    (!key.is_empty() && key.chars().all(letter) && (certain || other)).then_some(certain)
}

/// Whether a line begins a table of TOML.
fn is_table(line: &str) -> bool {
    let name = line
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let name = name.map(|name| name.trim_matches(['[', ']']));
    name.is_some_and(|name| {
        let letter = |c: char| c.is_ascii_lowercase() || "-.".contains(c);
        !name.is_empty() && name.chars().all(letter)
    })
}
