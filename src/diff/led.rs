//! References in texts, led to entries that have other ids.

use std::ops::Range;

use crate::address::{SEPARATOR, VALUE};
use crate::model::visit::Role;
use crate::model::{Embed, Entry, EntryKind, EntryRef};
use crate::query::Subject;
use crate::slice::slice;

/// A text with its references, `<program:id>`, `(program:id)` or `<value:program:id/budget>`, led elsewhere, where `to`
/// knows a place.
pub(super) fn led<'k>(text: &str, to: &dyn Fn(&EntryRef) -> Option<&'k EntryRef>) -> String {
    let mut found = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '(']) {
        let (before, reference) = rest.split_at(at.saturating_add(1));
        found.push_str(before);
        rest = reference;
        let of_value = reference
            .strip_prefix(VALUE)
            .and_then(|rest| rest.strip_prefix(':'));
        let is_end = |c: char| c.is_whitespace() || "<>()?#".contains(c);
        let (reference, end) = match of_value {
            Some(owner) => {
                found.push_str(VALUE);
                found.push(':');
                rest = owner;
                let end = owner.find(|c: char| is_end(c) || c == SEPARATOR);
                (owner, end)
            }
            None => (reference, reference.find(is_end)),
        };
        let (target, behind) = reference.split_at(end.unwrap_or(reference.len()));
        let key = EntryRef::parse(target).filter(|_| target.contains(':'));
        if let Some(key) = key.as_ref().and_then(to) {
            found.push_str(&key.to_string());
            rest = behind;
        }
    }
    found.push_str(rest);
    found
}

/// The same for the TOML of a block `ambonplan`: keys that name an entry, and the expression.
/// What is escaped or goes over several lines stays.
pub(super) fn led_in_block<'k>(
    block: &str,
    to: &dyn Fn(&EntryRef) -> Option<&'k EntryRef>,
) -> String {
    let lines = block.split_inclusive('\n').map(|line| {
        let Some((key, range)) = string(line) else {
            return line.to_owned();
        };
        let inner = slice(line, range.clone());
        let role = Embed::KEYS.iter().find(|known| known.name == key);
        let other = match role.map(|known| known.role) {
            Some(Role::Reference(kind)) => {
                to(&EntryRef::new(kind, inner)).map(|entry| entry.id.clone())
            }
            Some(Role::Data | Role::Sentence | Role::Name) | None => {
                (key == "where").then(|| led_in_expression(inner, to))
            }
        };
        let mut line = line.to_owned();
        if let Some(other) = other {
            line.replace_range(range, &other);
        }
        line
    });
    lines.collect()
}

/// The key of a line, and where the text stands that is its value.
fn string(line: &str) -> Option<(&str, Range<usize>)> {
    let (key, value) = line.split_once('=')?;
    let mark = value.trim().chars().next()?;
    let inner = value.trim().strip_prefix(mark)?.strip_suffix(mark)?;
    let is_string = ['"', '\''].contains(&mark) && !inner.contains([mark, '\\']);
    let begin = line.find(mark)?.saturating_add(1);
    is_string.then_some((key.trim(), begin..begin.saturating_add(inner.len())))
}

/// The same for an expression over programmes.
fn led_in_expression<'k>(text: &str, to: &dyn Fn(&EntryRef) -> Option<&'k EntryRef>) -> String {
    let mut led = text.to_owned();
    let subject = Subject::of(EntryKind::Program);
    let read = subject.and_then(|subject| Some((subject.parse(text).ok()?, subject)));
    let Some((expression, subject)) = read else {
        return led;
    };
    let mut others = Vec::new();
    for (_, column, literal) in subject.equations(&expression) {
        let Some(written) = text.get(literal.range()) else {
            continue;
        };
        let address = EntryRef::parse(written).filter(|entry| !entry.id.is_empty());
        let other = match &address {
            Some(address) => to(address).map(ToString::to_string),
            None => {
                let mut kinds = column.refers.into_iter();
                kinds
                    .find_map(|kind| to(&EntryRef::new(kind, written)))
                    .map(|entry| entry.id.clone())
            }
        };
        if let Some(other) = other {
            others.push((literal.range(), other));
        }
    }
    others.sort_by_key(|(range, _)| range.start);
    for (range, other) in others.into_iter().rev() {
        led.replace_range(range, &other);
    }
    led
}
