//! References that are written in another form than `<program:id>`: with spaces, braces or
//! brackets, by the name of the entry.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Forms;
use super::paragraph::Paragraph;
use crate::address::{LinkKind, PlaceKind, SEPARATOR, VALUE, ValueOwner, link_kind};
use crate::model::{Kind, indonesian, is_id};
use crate::pattern::literal_pattern;
use crate::resolve::misread::Misread;
use crate::resolve::rules::foreign_markup::{self, Foreign};

/// A form, and the sign by which most lines are passed over.
type Pattern = (&'static str, LazyLock<Regex>);

/// The group `mark` is all that is written, `kind` and `id` are its parts.
static PATTERNS: [Pattern; 6] = [
    (
        "<",
        LazyLock::new(|| {
            literal_pattern(
                r"(?P<mark>\\?<\s*(?P<kind>\p{L}+(?:[ -]\p{L}+)?)\s*:\s*(?P<id>[^<>:]{1,120}?)\s*\\?>)",
            )
        }),
    ),
    (
        "<",
        LazyLock::new(|| {
            literal_pattern(r"(?P<mark>\\?<\s*(?P<kind>[a-z]+)/(?P<id>[a-z0-9-]+)\s*\\?>)")
        }),
    ),
    (
        "&lt;",
        LazyLock::new(|| {
            literal_pattern(
                r"(?P<mark>&lt;\s*(?P<kind>\p{L}+)\s*[:/]\s*(?P<id>[^<>&:]{1,120}?)\s*&gt;)",
            )
        }),
    ),
    (
        "{",
        LazyLock::new(|| {
            literal_pattern(r"(?P<mark>\{\s*(?P<kind>\p{L}+)\s*:\s*(?P<id>[^{}:]{1,120}?)\s*\})")
        }),
    ),
    (
        "[",
        LazyLock::new(|| {
            literal_pattern(
                r"(?P<mark>\[\[\s*(?P<kind>\p{L}+)\s*[:/]\s*(?P<id>[^\[\]|:]{1,120}?)\s*(?:\|[^\[\]]*)?\]\])",
            )
        }),
    ),
    (
        "@",
        LazyLock::new(|| {
            literal_pattern(
                r"(?:^|[\s(])(?P<mark>@(?P<kind>[a-z]+):(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*))",
            )
        }),
    ),
];

/// The same forms of a reference to a value; the group `value` is what stands behind the scheme.
static VALUES: [Pattern; 4] = [
    (
        "<",
        LazyLock::new(|| {
            literal_pattern(
                r"(?P<mark>\\?<\s*(?:value|nilai)\s*:\s*(?P<value>[^<>]{1,160}?)\s*\\?>)",
            )
        }),
    ),
    (
        "&lt;",
        LazyLock::new(|| {
            literal_pattern(
                r"(?P<mark>&lt;\s*(?:value|nilai)\s*:\s*(?P<value>[^<>&]{1,160}?)\s*&gt;)",
            )
        }),
    ),
    (
        "{",
        LazyLock::new(|| {
            literal_pattern(r"(?P<mark>\{\s*(?:value|nilai)\s*:\s*(?P<value>[^{}]{1,160}?)\s*\})")
        }),
    ),
    (
        "[",
        LazyLock::new(|| {
            literal_pattern(
                r"(?P<mark>\[\[\s*(?:value|nilai)\s*:\s*(?P<value>[^\[\]|]{1,160}?)\s*\]\])",
            )
        }),
    ),
];

/// Looks for such references, and returns where they stand.
pub(super) fn look(forms: &mut Forms<'_>, paragraph: &Paragraph<'_>) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    for line in &paragraph.lines {
        let mut written = paragraph.written(line);
        let mut start = line.range.start;
        if paragraph.is_escaped(start) {
            written.to_mut().insert(0, '\\');
            start -= 1;
        }
        look_for_values(forms, (start, &written), &mut places);
        for (sign, regex) in &PATTERNS {
            if !written.contains(sign) || !written.contains([':', '/']) {
                continue;
            }
            for found in regex.captures_iter(&written) {
                let (Some(mark), Some(kind), Some(id)) =
                    (found.name("mark"), found.name("kind"), found.name("id"))
                else {
                    continue;
                };
                let place = start + mark.start()..start + mark.end();
                let is_taken = places
                    .iter()
                    .any(|other| other.start < place.end && place.start < other.end);
                if !is_taken && take(forms, &place, mark.as_str(), (kind.as_str(), id.as_str())) {
                    places.push(place);
                }
            }
        }
    }
    places
}

/// Looks for references to values in a line that begins at `start`.
fn look_for_values(
    forms: &mut Forms<'_>,
    (start, written): (usize, &str),
    places: &mut Vec<Range<usize>>,
) {
    for (sign, regex) in &VALUES {
        if !written.contains(sign) || !written.contains(SEPARATOR) {
            continue;
        }
        for found in regex.captures_iter(written) {
            let (Some(mark), Some(value)) = (found.name("mark"), found.name("value")) else {
                continue;
            };
            let value: String = value.as_str().split_whitespace().collect();
            let reference = format!("{VALUE}:{value}");
            let LinkKind::Value(link, _) = link_kind(&reference) else {
                continue;
            };
            // Anything else may stand between such marks.
            if ValueOwner::parse(link.owner).is_none() {
                continue;
            }
            let place = start + mark.start()..start + mark.end();
            let span = forms.span(place.clone());
            let mark = mark.as_str();
            let finding = foreign_markup::finding(span, Foreign::Reference, mark, &reference);
            let finding = finding.restructure(span, format!("<{reference}>"));
            forms.findings.push(finding);
            places.push(place);
        }
    }
}

/// Notes what was found, if its kind is one.
fn take(forms: &mut Forms<'_>, place: &Range<usize>, mark: &str, (word, id): (&str, &str)) -> bool {
    let kinds = Kind::ALL.iter().map(|kind| kind.word());
    let places = PlaceKind::ALL.iter().map(|kind| kind.word());
    let words: Vec<&str> = kinds.chain(places).collect();
    let meant = indonesian::words(word, &words);
    let [kind] = meant.as_slice() else {
        return false;
    };
    let span = forms.span(place.clone());
    if let Some(kind) = Kind::parse(kind) {
        forms.misread.push(Misread {
            span,
            mark: mark.to_owned(),
            kind: Some(kind),
            text: id.to_owned(),
            is_certain: word == kind.word() && (is_id(id) || mark.contains(['<', '&'])),
            otherwise: None,
        });
        return true;
    }
    // Places of a text are known by their ids alone.
    let named = id.contains(|c: char| c.is_ascii_lowercase());
    if !is_id(id) || !named || word != *kind || !mark.contains(['<', '&']) {
        return false;
    }
    let reference = format!("{kind}:{id}");
    let finding = foreign_markup::finding(span, Foreign::Reference, mark, &reference);
    let finding = finding.restructure(span, format!("<{reference}>"));
    forms.findings.push(finding);
    true
}
