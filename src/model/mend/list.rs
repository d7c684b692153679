//! Lists without brackets, with other separators, or with items that are no values.

use super::super::customary::Meant;
use super::super::scalar::Year;
use super::super::shape::{Shape, Table};
use super::table;
use super::text::{bare, closes, is_mark, marked};
use crate::slice::slice;

/// What may have been meant where a list is wanted.
pub fn list(raw: &str, item: &Shape, key: &str) -> Option<Meant> {
    if let Shape::Table(table) = item {
        return tables(raw, table);
    }
    if matches!(item, Shape::List(_)) {
        return None;
    }
    let raw = raw.trim();
    let inner = without_brackets(raw);
    let bracketed = inner.len() < raw.len();
    let mut parts: Vec<String> = items(inner).into_iter().map(str::to_owned).collect();
    let mut sure = true;
    // One text that holds several.
    if let [only] = parts.as_slice()
        && marked(only).open.is_some()
    {
        let inside: Vec<String> = bare(only)
            .split([',', ';', '\n'])
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect();
        if inside.len() > 1 {
            sure = matches!(item, Shape::Reference);
            parts = inside;
        }
    } else if parts.iter().any(|part| marked(part).open.is_none()) && matches!(item, Shape::Text) {
        sure = bracketed && parts.iter().all(|part| !part.contains(' '));
    }
    if parts.is_empty() {
        return None;
    }
    // Two names, or one that is called so.
    let joined: Vec<String> = parts.iter().flat_map(|part| of_sentence(part)).collect();
    let mut readings = Vec::new();
    if joined.len() > parts.len() {
        sure = false;
        readings.push(joined);
    }
    readings.push(parts);
    let mut values = Vec::new();
    for parts in &readings {
        let mut written = Vec::new();
        for part in parts {
            let meant = super::value(part, item, key)?;
            sure &= meant.sure;
            written.push(meant.values.into_iter().next()?);
        }
        values.push(format!("[{}]", written.join(", ")));
    }
    Some(Meant {
        values,
        sure,
        remark: None,
    })
}

/// The parts of a text between words that join names in a sentence.
fn of_sentence(part: &str) -> Vec<String> {
    let mut parts = vec![bare(part)];
    for word in [" dan ", " serta ", " & ", " and "] {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(word))
            .collect();
    }
    match parts.as_slice() {
        [_] => vec![part.to_owned()],
        several => several.iter().map(|part| part.trim().to_owned()).collect(),
    }
}

/// What may have been meant where a list of tables is wanted: one, several in braces, or
/// values by year.
fn tables(raw: &str, table: &Table) -> Option<Meant> {
    let by_year = table::entries(raw);
    let mut meant: Vec<Meant> = Vec::new();
    if !by_year.is_empty() && by_year.iter().all(|(name, _)| Year::parse(name).is_some()) {
        for (year, raw) in by_year {
            meant.push(table::of_year(year, raw, table)?);
        }
    } else if raw.contains('{') {
        let inner = without_brackets_of_list(raw);
        for part in inner.split_inclusive('}') {
            let part = part.trim().trim_start_matches([',', ';']).trim();
            if !part.is_empty() {
                meant.push(table::table(part, table)?);
            }
        }
    } else {
        meant.push(table::table(raw, table)?);
    }
    let remark = meant.iter().find_map(|one| one.remark.clone());
    if meant.iter().any(|one| one.values.is_empty()) {
        return Some(Meant {
            values: Vec::new(),
            sure: false,
            remark,
        });
    }
    let most = meant.iter().map(|one| one.values.len()).max()?;
    let reading = |turn: usize| {
        let values = meant.iter();
        let values = values.filter_map(|one| one.values.get(turn).or(one.values.last()));
        let values: Vec<&str> = values.map(String::as_str).collect();
        format!("[{}]", values.join(", "))
    };
    Some(Meant {
        values: (0..most).map(reading).collect(),
        sure: most == 1 && meant.iter().all(|one| one.sure),
        remark,
    })
}

/// A list without its own brackets.
fn without_brackets_of_list(raw: &str) -> &str {
    let inner = raw.trim().trim_start_matches('[').trim();
    inner.trim_end_matches(']').trim()
}

/// What stands in the brackets, if there are any, on one side or both.
fn without_brackets(raw: &str) -> &str {
    let inner = raw.trim_start_matches(['[', '(', '{']);
    let opened = inner.len() < raw.len();
    let inner = if opened {
        inner.trim_end_matches([']', ')', '}'])
    } else {
        inner.trim_end_matches([']', '}'])
    };
    inner.trim()
}

/// Takes a list apart: by commas, semicolons, ends of lines, and where one text ends and
/// the next begins.
pub(crate) fn items(inner: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let mut start = 0;
    let mut open: Option<char> = None;
    let mut before = '\0';
    for (at, c) in inner.char_indices() {
        let end = at + c.len_utf8();
        match open {
            // A text that is not closed ends with its line.
            Some(mark) if closes(mark, c) && before != '\\' && ends(inner, end) => {
                open = None;
                items.push(slice(inner, start..end));
                start = end;
            }
            Some(_) if c == '\n' => {
                open = None;
                items.push(slice(inner, start..at));
                start = end;
            }
            Some(_) => {}
            None if matches!(c, ',' | ';' | '\n') => {
                items.push(slice(inner, start..at));
                start = end;
            }
            None if is_mark(c)
                && inner
                    .get(start..at)
                    .is_some_and(|part| part.trim().is_empty()) =>
            {
                open = Some(c);
            }
            None => {}
        }
        before = c;
    }
    items.push(slice(inner, start..));
    let items = items.into_iter().map(str::trim);
    items.filter(|item| !item.is_empty()).collect()
}

/// Whether a text may end here: with what goes on, and not in the middle of a word.
fn ends(inner: &str, at: usize) -> bool {
    let rest = slice(inner, at..);
    rest.trim_start()
        .chars()
        .next()
        .is_none_or(|c| matches!(c, ',' | ';' | ']' | ')' | '}' | '\n') || is_mark(c))
}
