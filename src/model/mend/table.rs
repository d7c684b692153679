//! Tables in one line: without braces, with colons, with values that are none.

use std::sync::LazyLock;

use regex::Regex;

use super::super::customary::{Meant, Remark, literal};
use super::super::indonesian;
use super::super::scalar::Year;
use super::super::shape::{Key, Shape, Table};
use super::text::{bare, is_mark, marked};
use super::{is_accepted, value};

static YEARS: LazyLock<Regex> = LazyLock::new(|| {
    literal(
        r#"(?i)^[\[{("\s]*(?:start\s*[=:]\s*|periode\s*|tahun\s*)?(\d{4})"?\s*(?:-|–|—|/|,|s\.?/?d\.?|sampai(?: dengan)?|hingga|to)\s*(?:end\s*[=:]\s*)?"?(\d{4})[\]})"\s]*$"#,
    )
});
static YEAR: LazyLock<Regex> = LazyLock::new(|| literal(r"\b((?:19|20|21)\d\d)\b"));

/// What may have been meant where a table with these keys is wanted.
pub(crate) fn table(raw: &str, shape: &Table) -> Option<Meant> {
    let entries = entries(raw);
    if !entries.is_empty() {
        return from_entries(&entries, shape);
    }
    period(raw, shape)
        .or_else(|| value_of_a_year(raw, shape))
        .or_else(|| without_year(raw, shape))
        .or_else(|| only_key(raw, shape))
}

fn from_entries(entries: &[(&str, &str)], shape: &Table) -> Option<Meant> {
    if entries.iter().all(|(name, _)| Year::parse(name).is_some()) {
        let [(year, raw)] = entries else { return None };
        return of_year(year, raw, shape);
    }
    let mut written = Vec::new();
    let mut sure = true;
    for (name, raw) in entries {
        let key = match shape.keys.iter().find(|key| key.name == *name) {
            Some(key) => key,
            None => {
                sure = false;
                let named = indonesian::keys(name, shape.keys.iter().map(|key| key.name));
                let [only] = named.as_slice() else {
                    return None;
                };
                shape.keys.iter().find(|key| key.name == *only)?
            }
        };
        let meant = value(raw, &key.shape, key.name)?;
        sure &= meant.sure;
        written.push((key.name.to_owned(), meant));
    }
    joined(&written, sure)
}

/// A table of entries: with the first readings of all values, with the second ones, and so
/// on. `None` if a value has none.
fn joined(entries: &[(String, Meant)], sure: bool) -> Option<Meant> {
    let most = entries.iter().map(|(_, meant)| meant.values.len()).max()?;
    let mut values: Vec<String> = Vec::new();
    for turn in 0..most.max(1) {
        let mut written = Vec::new();
        for (name, meant) in entries {
            let reading = meant.values.get(turn).or(meant.values.last())?;
            written.push(format!("{name} = {reading}"));
        }
        let value = format!("{{ {} }}", written.join(", "));
        if !values.contains(&value) {
            values.push(value);
        }
    }
    let several = values.len() > 1;
    let remark = entries.iter().find_map(|(_, meant)| meant.remark.clone());
    Some(Meant {
        values,
        sure: sure && !several,
        remark: remark.filter(|_| several),
    })
}

/// The keys of a year and of a value, where a table must have these two and no other.
fn year_and_value(shape: &Table) -> Option<(&Key, &Key)> {
    let mut required = shape.keys.iter().filter(|key| key.required);
    let (one, two) = (required.next()?, required.next()?);
    let (year, value) = if one.shape == Shape::Year {
        (one, two)
    } else {
        (two, one)
    };
    let good = year.shape == Shape::Year && matches!(value.shape, Shape::Number | Shape::Money);
    (good && required.next().is_none()).then_some((year, value))
}

/// `2026 = 52` where a year and a value are wanted.
pub(crate) fn of_year(year: &str, raw: &str, shape: &Table) -> Option<Meant> {
    let (key, number) = year_and_value(shape)?;
    let year = Year::parse(year)?;
    let meant = value(raw, &number.shape, number.name)?;
    let sure = meant.sure;
    let entries = [
        (key.name.to_owned(), Meant::sure(year.to_string())),
        (number.name.to_owned(), meant),
    ];
    joined(&entries, sure)
}

/// `52` where a year and a value are wanted. A year alone is none.
fn without_year(raw: &str, shape: &Table) -> Option<Meant> {
    let (key, number) = year_and_value(shape)?;
    if raw.trim().starts_with(['{', '[']) || Year::parse(bare(raw)).is_some() {
        return None;
    }
    let meant = value(raw, &number.shape, number.name)?;
    if meant.values.is_empty() {
        return Some(meant);
    }
    let entries = [
        (key.name.to_owned(), Meant::sure(FIRST_YEAR.to_string())),
        (number.name.to_owned(), meant),
    ];
    let tables = joined(&entries, false)?;
    Some(tables.with(Remark::Years))
}

/// `2026-2030` where first and last year are wanted.
fn period(raw: &str, shape: &Table) -> Option<Meant> {
    let is_year = |name: &str| shape.shape(name) == Some(&Shape::Year);
    if !is_year("start") || !is_year("end") {
        return None;
    }
    let years = YEARS.captures(raw.trim())?;
    let (start, end) = (Year::parse(&years[1])?, Year::parse(&years[2])?);
    Some(Meant::sure(format!("{{ start = {start}, end = {end} }}")))
}

/// `52 (2025)` where a year and a value are wanted.
fn value_of_a_year(raw: &str, shape: &Table) -> Option<Meant> {
    let of = |wanted: &Shape| {
        let mut keys = shape
            .keys
            .iter()
            .filter(|key| key.required && key.shape == *wanted);
        keys.next().filter(|_| keys.next().is_none())
    };
    let (year, number) = (of(&Shape::Year)?, of(&Shape::Number)?);
    let text = bare(raw);
    let found = YEAR.captures(text)?.get(1)?;
    let year = (year.name, found.as_str());
    let rest = format!(
        "{} {}",
        text.get(..found.start())?,
        text.get(found.end()..)?
    );
    let rest = rest.replace(['(', ')', ':', '='], " ").to_lowercase();
    let rest = rest
        .trim()
        .trim_start_matches("tahun")
        .trim_end_matches("tahun");
    let meant = value(
        rest.trim_matches([' ', ',', '-', '/']),
        &number.shape,
        number.name,
    )?;
    // Without a value there is nothing to offer, and the year is not to be another.
    let tables = meant.values.iter().take(2);
    let tables = tables.map(|first| {
        let (key, year) = year;
        format!("{{ {key} = {year}, {} = {first} }}", number.name)
    });
    let tables = Meant::perhaps(tables.collect());
    Some(match meant.remark {
        Some(remark) => tables.with(remark),
        None => tables,
    })
}

/// A value for the only key that a table must have.
fn only_key(raw: &str, shape: &Table) -> Option<Meant> {
    let mut required = shape.keys.iter().filter(|key| key.required);
    let key = required.next().filter(|_| required.next().is_none())?;
    if raw.trim().starts_with(['{', '[']) {
        return None;
    }
    let meant = value(raw, &key.shape, key.name)?;
    let first = meant.values.into_iter().next()?;
    Some(Meant::perhaps(vec![format!(
        "{{ {} = {first} }}",
        key.name
    )]))
}

/// What may have been meant where a value for each year is wanted.
pub(crate) fn by_year(raw: &str, item: &Shape) -> Option<Meant> {
    let entries = entries(raw);
    if entries.is_empty() {
        return without_years(raw, item);
    }
    let mut written = Vec::new();
    let mut sure = true;
    for (name, raw) in entries {
        // A year behind which nothing stands is left out.
        if raw.is_empty() {
            sure = false;
            continue;
        }
        let meant = value(name, &Shape::Year, "")?;
        sure &= meant.sure && !meant.values.is_empty();
        let year = meant.values.into_iter().next()?;
        let meant = value(raw, item, "")?;
        sure &= meant.sure;
        // So is one of which nothing is known.
        if !meant.values.is_empty() {
            written.push((year, meant));
        }
    }
    joined(&written, sure)
}

/// Values of which nobody says for which years they are.
fn without_years(raw: &str, item: &Shape) -> Option<Meant> {
    let inner = raw.trim().trim_start_matches(['[', '{', '(']);
    let inner = inner.trim_end_matches([']', '}', ')']);
    let mut written = Vec::new();
    let mut thousands = false;
    let items = super::list::items(inner);
    for pair in items.windows(2) {
        // `1,200` may be one number.
        thousands |= inner.contains(&pair.join(","));
    }
    for (raw, year) in items.into_iter().zip(FIRST_YEAR..) {
        written.push((year.to_string(), value(raw, item, "")?));
    }
    let mut tables = joined(&written, false)?;
    let numbers = inner.split(", ").map(str::trim);
    let numbers: Option<Vec<(String, Meant)>> = numbers
        .zip(FIRST_YEAR..)
        .map(|(raw, year)| Some((year.to_string(), value(raw, item, "")?)))
        .collect();
    if thousands && let Some(numbers) = numbers {
        let others = joined(&numbers, false)?.values;
        tables.values.splice(0..0, others);
        tables.values.dedup();
    }
    Some(tables.with(Remark::Years))
}

/// Values with years that stand for others, with these from `first` on.
pub(crate) fn from_year(meant: &mut Meant, first: i16) {
    if meant.remark != Some(Remark::Years) {
        return;
    }
    for value in &mut meant.values {
        let moved = EXAMPLE.replace_all(value, |parts: &regex::Captures<'_>| {
            let year: i16 = parts[2].parse().unwrap_or(FIRST_YEAR);
            let year = year.saturating_add(first.saturating_sub(FIRST_YEAR));
            format!("{}{year}{}", &parts[1], &parts[3])
        });
        *value = moved.into_owned();
    }
}

static EXAMPLE: LazyLock<Regex> =
    LazyLock::new(|| literal(r"([{,] |\byear = )(20\d\d)( = |,| \})"));

/// The year that stands for the first of some that only the writer knows.
pub(crate) const FIRST_YEAR: i16 = 2026;

static KEY: LazyLock<Regex> = LazyLock::new(|| {
    literal(
        r#"(?:^|[\s,;{])("[^"]+"|'[^']+'|[\p{L}\d_-]+(?: [\p{L}\d_-]+)?)\s*(?:=>|:=|==|=|:)\s*"#,
    )
});

/// The keys of a table in one line, each with what stands behind it.
pub fn entries(raw: &str) -> Vec<(&str, &str)> {
    let raw = raw.trim();
    let text = match marked(raw) {
        marked if marked.open.is_some() && marked.close.is_some() => marked.content,
        _ => raw,
    };
    let text = text.trim_start_matches(['{', '[', '(']);
    let text = text
        .trim_end_matches([' ', '\n', '\t', '}', ']', ')'])
        .trim();
    let mut keys: Vec<(usize, usize, usize, usize)> = Vec::new();
    let mut from = 0;
    while let Some(found) = KEY.captures_at(text, from) {
        let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else {
            break;
        };
        from = whole.end().max(from + 1);
        // A colon or an equals sign inside a text separates nothing.
        if !is_inside(text, name.start()) {
            keys.push((name.start(), name.end(), whole.end(), whole.start()));
        }
        if !text.is_char_boundary(from) || from >= text.len() {
            break;
        }
    }
    let ends = keys.iter().skip(1).map(|key| key.3).chain([text.len()]);
    let found = keys
        .iter()
        .zip(ends)
        .filter_map(|((start, stop, value, _), end)| {
            let name = text.get(*start..*stop)?;
            let raw = text.get(*value..end)?.trim();
            let raw = raw.trim_end_matches([',', ';', ' ', '\n']);
            Some((bare(name), raw))
        });
    // What stands before the first key belongs to none.
    match keys.first() {
        Some(key) if text.get(..key.0).is_some_and(|text| text.trim().is_empty()) => {
            found.collect()
        }
        _ => Vec::new(),
    }
}

/// Keys outside brackets and texts, each with what stands behind it; `None` if something
/// stands before the first.
pub(crate) fn pairs(text: &str) -> Option<Vec<(&str, &str)>> {
    let mut found: Vec<(usize, &str, usize)> = Vec::new();
    let mut from = 0;
    while let Some(parts) = KEY.captures_at(text, from) {
        let (whole, name) = (parts.get(0)?, parts.get(1)?);
        from = whole.end();
        let before = text.get(..name.start())?;
        let open = before.matches(['[', '{']).count() > before.matches([']', '}']).count();
        if !open && !is_inside(text, name.start()) {
            found.push((name.start(), name.as_str(), whole.end()));
        }
    }
    if found.first()?.0 > 0 {
        return None;
    }
    let ends = found.iter().skip(1).map(|next| next.0).chain([text.len()]);
    let pairs = found.iter().zip(ends).map(|((_, name, start), end)| {
        let raw = text.get(*start..end)?.trim();
        Some((*name, raw.trim_end_matches([',', ';', ' ', '\t'])))
    });
    pairs.collect()
}

/// Whether a place lies in a text between marks.
fn is_inside(text: &str, at: usize) -> bool {
    let mut open: Option<char> = None;
    for (_, c) in text.char_indices().take_while(|(place, _)| *place < at) {
        open = match open {
            Some(mark) if super::text::closes(mark, c) => None,
            None if is_mark(c) && c != '\'' => Some(c),
            open => open,
        };
    }
    open.is_some()
}

/// The first value of a table in one line that is none, or that its key does not take.
pub(crate) fn first_mistake<'t>(raw: &'t str, shape: &Shape) -> Option<&'t str> {
    let entries = entries(raw);
    let mut wrong = entries.into_iter().filter(|(name, raw)| match shape {
        Shape::ByYear(item) => !is_accepted(raw, item),
        Shape::Table(table) => table
            .shape(name)
            .is_some_and(|shape| !is_accepted(raw, shape)),
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
        | Shape::ByName(_) => false,
    });
    wrong.next().map(|(_, raw)| raw)
}
