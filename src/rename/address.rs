//! The letters by which a reference names an entry.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Moves;
use crate::address::{SEPARATOR, VALUE};
use crate::model::{EntryKind, EntryRef};
use crate::pattern::literal_pattern;
use crate::query::Subject;
use crate::slice::slice;
use crate::source::SourceFile;

/// The id in a value of TOML at `range`, which is the whole of it. Returns `None` if it is not
/// written with its own letters.
pub(crate) fn of_value(text: &str, range: Range<usize>, id: &str) -> Option<Range<usize>> {
    let written = slice(text, range.clone());
    let inner = ["\"\"\"", "'''", "\"", "'"].iter().find_map(|quote| {
        let inner = written.strip_prefix(quote)?.strip_suffix(quote)?;
        (inner == id).then_some(quote.len())
    })?;
    let start = range.start + inner;
    Some(start..start + id.len())
}

/// The id in a reference to an entry: a value of TOML that is the id or the whole address, the
/// same in an expression, or a link of Markdown. Returns `None` if it is not written with its own letters.
pub(crate) fn of_entry(text: &str, range: Range<usize>, entry: &EntryRef) -> Option<Range<usize>> {
    let address = entry.to_string();
    let behind_kind = |found: Range<usize>| found.end - entry.id.len()..found.end;
    // As an expression names it.
    if [entry.id.as_str(), &address].contains(&slice(text, range.clone())) {
        return Some(behind_kind(range));
    }
    if slice(text, range.clone()).starts_with(['"', '\'']) {
        let id = of_value(text, range.clone(), &entry.id);
        return id.or_else(|| of_value(text, range, &address).map(behind_kind));
    }
    destinations(text, range)
        .find_map(|found| named(slice(text, found.clone()), found.start, &address))
        .map(behind_kind)
}

/// Where a destination that stands at `start` names an address: alone, or as that whose value it
/// is.
fn named(destination: &str, start: usize, address: &str) -> Option<Range<usize>> {
    let of_value = destination
        .strip_prefix(VALUE)
        .and_then(|rest| rest.strip_prefix(':'));
    let (written, ends) = match of_value {
        Some(written) => (written, &['?', SEPARATOR][..]),
        None => (destination, &['?'][..]),
    };
    let rest = written.strip_prefix(address)?;
    let start = start + destination.len() - written.len();
    (rest.is_empty() || rest.starts_with(ends)).then(|| start..start + address.len())
}

/// Whether a reference at `range` is the id of an entry alone, as only an expression names it.
pub(super) fn is_bare(text: &str, range: Range<usize>, entry: &EntryRef) -> bool {
    slice(text, range) == entry.id
}

/// Whether an id alone that stands in an expression at `start` may name an entry of any of
/// some kinds: its column refers to them, or is not written with its own letters.
pub(super) fn may_name(text: &str, start: usize, kinds: &[EntryKind]) -> bool {
    let is_between =
        |c: char| c.is_whitespace() || matches!(c, '\\' | '"' | '\'' | '“' | '”' | '=' | '!');
    let before = slice(text, ..start).trim_end_matches(is_between);
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let name = slice(before, before.trim_end_matches(is_of_name).len()..);
    let column = Subject::of(EntryKind::Program).and_then(|subject| subject.column(name).ok());
    column.is_none_or(|column| column.refers.iter().any(|kind| kinds.contains(kind)))
}

/// What is to be written so that a reference still leads to a file of the plan once some are
/// moved; `None` if it does. Returns `None` if it is not written with its own letters.
pub fn of_file(
    file: &SourceFile,
    range: Range<usize>,
    path: &str,
    moves: &Moves,
) -> Option<Vec<(Range<usize>, String)>> {
    let then = moves.then(path);
    let moved = moves.then(&file.path);
    if then == path && moved == file.path {
        return Some(Vec::new());
    }
    let text = file.text.as_str();
    if slice(text, range.clone()).starts_with(['"', '\'']) {
        let found = of_value(text, range, path)?;
        let changed = (then != path).then_some((found, then));
        return Some(changed.into_iter().collect());
    }
    let folder = folder(&file.path);
    let parts = destinations(text, range).find_map(|found| {
        let parts = walk(folder, text, found);
        let leads = parts.last().is_some_and(|part| part.to == path);
        leads.then_some(parts)
    })?;
    // The same letters may lead there from where the file is then.
    let mut at = self::folder(&moved).to_owned();
    let mut changed = Vec::new();
    for part in parts {
        let name = slice(text, part.range.clone());
        let wanted = moves.then(&part.to);
        at = step(&at, name);
        if at == wanted || wanted.starts_with(&format!("{at}/")) {
            continue;
        }
        let name = wanted.rsplit('/').next().unwrap_or(&wanted);
        changed.push((part.range, name.to_owned()));
        at = wanted;
    }
    Some(changed)
}

/// A part of a path between two `/`.
struct Part {
    /// Where it is written.
    range: Range<usize>,
    /// The path from the plan directory at which it ends.
    to: String,
}

/// The parts of a relative path that is written at `range`.
fn walk(folder: &str, text: &str, range: Range<usize>) -> Vec<Part> {
    let written = slice(text, range.clone());
    let written = written.split('#').next().unwrap_or(written);
    let mut at = folder.to_owned();
    let mut start = range.start;
    let mut parts = Vec::new();
    for name in written.split('/') {
        at = step(&at, name);
        parts.push(Part {
            range: start..start + name.len(),
            to: at.clone(),
        });
        start += name.len() + 1;
    }
    parts
}

/// Where a part of a path leads from a folder.
fn step(folder: &str, name: &str) -> String {
    match name {
        "" | "." => folder.to_owned(),
        ".." => self::folder(folder).to_owned(),
        name if folder.is_empty() => name.to_owned(),
        name => format!("{folder}/{name}"),
    }
}

/// The folder in which a file lies; empty for the plan directory.
fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Where the destination of a link of Markdown may be written: in the link, its own first, or
/// in a definition to which it refers.
fn destinations(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    static DEFINITION: LazyLock<Regex> =
        LazyLock::new(|| literal_pattern(r"(?m)^[ \t>]*\[[^\]\n]+\]:[ \t]*<?([^ \t\n>]+)"));
    let written = slice(text, range.clone());
    let mut found = Vec::new();
    if written.starts_with('<') {
        let length = written.find('>').unwrap_or(written.len());
        found.push(range.start + 1..range.start + length);
    }
    for (at, _) in written.rmatch_indices("](") {
        let rest = slice(written, at + 2..);
        let begin = rest.trim_start().trim_start_matches('<');
        let start = written.len() - begin.len();
        let length = begin
            .find([' ', '\t', '\n', '>', ')'])
            .unwrap_or(begin.len());
        found.push(range.start + start..range.start + start + length);
    }
    let defined = DEFINITION.captures_iter(text);
    let defined = defined
        .filter_map(|found| found.get(1))
        .map(|found| found.range());
    found.into_iter().chain(defined)
}
