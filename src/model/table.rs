//! Tables, read key by key.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::customary::Meant;
use super::decode::{Context, FromToml, Stray, Value, is_headed, items};
use super::indonesian;
use super::invalid_keys::InvalidKeys;
use super::mend;
use super::misspelt;
use super::reference::kinds_of;
use super::scalar::Year;
use super::shape::{self, Key, Shape};
use super::visit;
use crate::finding::{Findings, NameIndex};
use crate::language::message;
use crate::model::rules;
use crate::source::{Span, Spanned};

/// An entry: a type read from a table, key by key.
pub trait Entry: Sized {
    /// Name of the kind of entry, under which its keys are described.
    const NAME: &'static str;

    /// What its keys are for, of those that are declared.
    const KEYS: &'static [visit::Key] = &[];

    /// Reads the keys of the table. Every key is asked for before anything is
    /// given up, so that all mistakes are found and all keys are known.
    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self>;

    /// The keys that reading asks for, in their order.
    fn table() -> shape::Table {
        let mut findings = Findings::default();
        let mut cx = Context::nowhere(&mut findings);
        let nothing = DeTable::new();
        let mut table = Table::of::<Self>(&nothing, Span::of_plan());
        table.shapes = Some(Vec::new());
        Self::read(&mut table, &mut cx);
        let mut keys = table.shapes.unwrap_or_default();
        for key in &mut keys {
            let declared = Self::KEYS.iter().find(|declared| declared.name == key.name);
            key.tells_apart = declared.is_some_and(|declared| declared.tells_apart);
            key.is_ordered = declared.is_some_and(|declared| declared.is_ordered);
            key.joined = declared.and_then(|declared| declared.joined);
            key.is_apart = declared.is_some_and(|key| key.is_own || key.is_aside);
            key.refers = match declared.map(|declared| declared.role) {
                Some(visit::Role::Reference(kind)) => vec![kind],
                Some(visit::Role::Data | visit::Role::Sentence | visit::Role::Name) | None => {
                    kinds_of(key.name)
                        .iter()
                        .map(|kind| (*kind).into())
                        .collect()
                }
            };
        }
        shape::Table {
            name: Self::NAME,
            keys,
        }
    }

    /// What such a table looks like.
    fn shape() -> Shape {
        Shape::Table(Self::table())
    }
}

impl<T: Entry> FromToml for T {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let DeValue::Table(inner) = value.get_ref() else {
            cx.wrong_type(value, &T::shape());
            return None;
        };
        // `{ 2026 = 52 }` where a year and a value are wanted.
        let years = |inner: &DeTable<'_>| {
            let mut names = inner.iter().map(|(name, _)| name.get_ref());
            !inner.is_empty() && names.all(|name| Year::parse(name).is_some())
        };
        if years(inner)
            && !is_headed(value.get_ref(), cx.written(value))
            && let shape @ Shape::Table(_) = <T as FromToml>::shape()
            && let Some(meant) = cx.meant(cx.written(value), &shape, cx.key)
        {
            let (found, span) = (value.get_ref(), cx.span(value.span()));
            let key = (cx.key, &shape);
            cx.report(rules::wrong_type::by_year(span, key, found, &meant));
            return None;
        }
        let mut table = Table::of::<T>(inner, cx.span(value.span()));
        table.key = cx.key;
        let entry = T::read(&mut table, cx);
        table.finish::<T>(cx);
        entry
    }

    fn shape() -> Shape {
        T::shape()
    }
}

/// Entries of a list that have ids, and what is left of those that could not be
/// read.
#[derive(Debug, Clone)]
pub struct Listed<T> {
    /// The entries.
    pub entries: Vec<T>,
    /// The ids of the others, as far as they are known.
    pub unread: Vec<Option<Spanned<String>>>,
}

impl<T> Listed<T> {
    /// The same list with other entries.
    pub fn map<U>(self, to: impl FnMut(T) -> U) -> Listed<U> {
        Listed {
            entries: self.entries.into_iter().map(to).collect(),
            unread: self.unread,
        }
    }

    /// The ids alone, as if none of the entries could be read.
    pub fn unread<U>(self, id: impl Fn(T) -> Spanned<String>) -> Listed<U> {
        let ids = self.entries.into_iter().map(|entry| Some(id(entry)));
        Listed {
            entries: Vec::new(),
            unread: ids.chain(self.unread).collect(),
        }
    }
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            unread: Vec::new(),
        }
    }
}

impl<T: Entry> FromToml for Listed<T> {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut listed = Self::default();
        for item in items::<T>(value, cx)? {
            match T::from_toml(item, cx) {
                Some(entry) => listed.entries.push(entry),
                None => listed.unread.push(id_of(item, cx)),
            }
        }
        cx.dropped |= !listed.unread.is_empty();
        Some(listed)
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

/// The id of an entry, whatever else it says.
fn id_of(value: &Value<'_>, cx: &Context<'_>) -> Option<Spanned<String>> {
    let DeValue::Table(table) = value.get_ref() else {
        return None;
    };
    let id = table.get("id")?;
    let DeValue::String(text) = id.get_ref() else {
        return None;
    };
    Some(Spanned::new(text.to_string(), cx.span(id.span())))
}

/// A table whose keys are being read. It remembers which keys were asked for,
/// so that the ones left over can be reported, and which were not understood.
pub struct Table<'t, 'i> {
    inner: &'t DeTable<'i>,
    /// The table, or the beginning of the file for its root.
    pub span: Span,
    known: Vec<&'static str>,
    /// How many of the known keys are there.
    present: usize,
    invalid_keys: InvalidKeys,
    /// The key behind which the table stands; nothing for the root of a file.
    key: &'static str,
    /// Keys that must be there and are not.
    missing: Vec<&'static str>,
    /// Keys of tables below that those do not have.
    strays: Vec<Stray>,
    /// What the keys take, while that is recorded.
    shapes: Option<Vec<Key>>,
}

impl<'t, 'i> Table<'t, 'i> {
    /// A table of an entry of which nothing has been read yet.
    pub(super) fn of<T: Entry>(inner: &'t DeTable<'i>, span: Span) -> Self {
        Self {
            inner,
            span,
            known: Vec::with_capacity(T::KEYS.len()),
            present: 0,
            invalid_keys: InvalidKeys::default(),
            key: "",
            missing: Vec::new(),
            strays: Vec::new(),
            shapes: None,
        }
    }

    /// Notes that a key was asked for.
    fn ask<T: FromToml>(&mut self, name: &'static str, required: bool) {
        self.known.push(name);
        if let Some(shapes) = &mut self.shapes {
            shapes.push(Key {
                name,
                required,
                shape: T::shape(),
                tells_apart: false,
                is_ordered: false,
                is_apart: false,
                joined: None,
                refers: Vec::new(),
            });
        }
    }

    /// The value of a key; notes where not all of it is understood.
    fn value<T: FromToml>(&mut self, key: &'static str, cx: &mut Context<'_>) -> Option<T> {
        let Some(value) = self.inner.get(key) else {
            if cx.broken {
                self.invalid_keys.add(key);
            }
            return None;
        };
        self.present += 1;
        let around = std::mem::take(&mut cx.dropped);
        let outer = std::mem::replace(&mut cx.key, key);
        let found = T::from_toml(value, cx);
        if found.is_none() || cx.dropped {
            self.invalid_keys.add(key);
            cx.partial = true;
        }
        cx.dropped = around;
        cx.key = outer;
        self.strays.append(&mut cx.strays);
        found
    }

    /// A key that must be there.
    pub(crate) fn required<T: FromToml>(
        &mut self,
        key: &'static str,
        cx: &mut Context<'_>,
    ) -> Option<T> {
        self.ask::<T>(key, true);
        let found = self.value(key, cx);
        if found.is_none() && !cx.broken && !self.inner.contains_key(key) {
            self.missing.push(key);
        }
        found
    }

    /// A key that may be there.
    pub(crate) fn optional<T: FromToml>(
        &mut self,
        key: &'static str,
        cx: &mut Context<'_>,
    ) -> Option<T> {
        self.ask::<T>(key, false);
        self.value(key, cx)
    }

    /// A key whose absence means something; the default stands where the table
    /// stands.
    pub fn or<T: FromToml>(
        &mut self,
        key: &'static str,
        default: T,
        cx: &mut Context<'_>,
    ) -> Spanned<T> {
        let span = self.span;
        self.optional(key, cx)
            .unwrap_or(Spanned::new(default, span))
    }

    /// A list; empty where the key is absent.
    pub fn list<T: FromToml>(&mut self, key: &'static str, cx: &mut Context<'_>) -> Vec<T> {
        self.optional(key, cx).unwrap_or_default()
    }

    /// A list of entries with ids; empty where the key is absent.
    pub(crate) fn listed<T: Entry>(
        &mut self,
        key: &'static str,
        cx: &mut Context<'_>,
    ) -> Listed<T> {
        self.optional(key, cx).unwrap_or_default()
    }

    /// Reads every key as `K`, for tables whose keys are data.
    pub fn map<K: Ord, T: FromToml>(
        &mut self,
        cx: &mut Context<'_>,
        mut key: impl FnMut(&str, Span, &mut Context<'_>) -> Option<K>,
    ) -> BTreeMap<K, T> {
        let mut map = BTreeMap::new();
        for (name, value) in self.inner {
            let span = cx.span(name.span());
            let key = key(name.get_ref(), span, cx);
            match key.and_then(|key| Some((key, T::from_toml(value, cx)?))) {
                Some((key, value)) => {
                    map.insert(key, value);
                }
                None => cx.dropped = true,
            }
        }
        map
    }

    /// The keys that are there and were not asked for, once all others were.
    fn unknown(&self) -> Vec<Unknown<'t, 'i>> {
        // A table that asked for no key at all has data as keys.
        if self.known.is_empty() || self.present == self.inner.len() {
            return Vec::new();
        }
        self.inner
            .iter()
            .map(|(key, value)| Unknown {
                name: key.get_ref(),
                range: key.span(),
                value,
            })
            .filter(|unknown| !self.known.contains(&unknown.name))
            .collect()
    }

    /// The keys that say something which is not understood, once all have been
    /// asked for. A key that is not known may be one of those, misspelt, and a
    /// table that is like none of them any.
    pub(crate) fn invalid_keys(&mut self) -> InvalidKeys {
        let mut invalid_keys = std::mem::take(&mut self.invalid_keys);
        for stray in &self.strays {
            if let Some(key) = self.known.iter().find(|key| **key == stray.name) {
                invalid_keys.add(key);
            }
        }
        let unknown = self.unknown();
        if unknown.is_empty() {
            return invalid_keys;
        }
        let known: NameIndex = self.known.iter().copied().collect();
        for unknown in unknown {
            let tables = misspelt::holds_tables(unknown.value.get_ref());
            let called = indonesian::keys(unknown.name, self.known.iter().copied());
            if !called.is_empty() {
                for key in self.known.iter().filter(|key| called.contains(key)) {
                    invalid_keys.add(key);
                }
                continue;
            }
            let nearest = known.nearest(unknown.name);
            let meant = self.known.iter().find(|key| Some(**key) == nearest);
            match meant {
                // Of a table that is there, another may have been meant to follow.
                Some(meant) if tables || !self.inner.contains_key(*meant) => {
                    invalid_keys.add(meant)
                }
                None if tables => invalid_keys = InvalidKeys::everywhere(),
                _ => {}
            }
        }
        invalid_keys
    }

    /// Reports the keys that are not known and those that are not there. What a key that
    /// is not known means is there.
    pub(super) fn finish<T: Entry>(mut self, cx: &mut Context<'_>) {
        let unknown = self.unknown();
        let strays = std::mem::take(&mut self.strays);
        if unknown.is_empty() && strays.is_empty() && self.missing.is_empty() {
            return;
        }
        let mut found: Vec<&str> = Vec::new();
        let mut unknown = unknown;
        let scattered = if unknown.is_empty() {
            None
        } else {
            self.report_scattered::<T>(&mut unknown, cx)
        };
        let dated = if unknown.is_empty() {
            None
        } else {
            self.report_dated::<T>(&mut unknown, cx)
        };
        if !unknown.is_empty() {
            found = self.report_unknown::<T>(unknown, cx);
        }
        found.extend(dated.into_iter().flatten());
        found.extend(scattered);
        for stray in strays {
            let key = self.known.iter().find(|key| **key == stray.name);
            match key.filter(|key| !self.inner.contains_key(**key) && !found.contains(*key)) {
                Some(key) => {
                    found.push(key);
                    self.report_misplaced(&stray, cx);
                }
                None => cx.strays.push(stray),
            }
        }
        let missing = self.missing.iter().filter(|key| !found.contains(*key));
        if self.missing.is_empty() {
            return;
        }
        let table = T::table();
        for key in missing {
            if let Some(shape) = table.shape(key) {
                cx.report(rules::missing_field::finding(self.span, key, shape));
            }
        }
    }

    /// Reports a key of this table that stands in one below it.
    fn report_misplaced(&self, stray: &Stray, cx: &mut Context<'_>) {
        cx.partial = true;
        let place = match self.key {
            "" => cx.first_header(),
            _ => None,
        };
        let finding = rules::unknown_key::misplaced(stray.span, &stray.name, stray.below, self.key);
        cx.report(match place {
            Some(place) => finding.related(place, message!("unknown-key.first-table")),
            None => finding,
        });
    }

    /// Reports an amount behind its year, `2026 = 150_000_000`, where both have keys of their
    /// own that are missing. Returns those, and takes the year from the keys not known.
    fn report_dated<T: Entry>(
        &self,
        unknown: &mut Vec<Unknown<'t, 'i>>,
        cx: &mut Context<'_>,
    ) -> Option<[&'static str; 2]> {
        let shape = T::table();
        let missing = |wanted: Shape| {
            let mut keys = shape.keys.iter().filter(|key| {
                key.required && key.shape == wanted && !self.inner.contains_key(key.name)
            });
            keys.next().filter(|_| keys.next().is_none())
        };
        let (year, amount) = (missing(Shape::Year)?, missing(Shape::Money)?);
        let fits = |unknown: &Unknown<'t, 'i>| {
            Year::parse(unknown.name).is_some()
                && misspelt::takes(&Shape::Money, unknown.value.get_ref())
        };
        let (years, others): (Vec<_>, Vec<_>) = unknown.drain(..).partition(fits);
        *unknown = others;
        let first = years.iter().min_by_key(|one| one.range.start)?;
        let lines = [
            format!("{} = {}", year.name, first.name),
            format!("{} = {}", amount.name, cx.written(first.value)),
        ];
        let span = cx.span(first.range.clone());
        let line = cx.span(first.range.start..first.value.span().end);
        let only = years.len() == 1;
        cx.report(rules::unknown_key::dated(
            span, line, first.name, &lines, only,
        ));
        cx.partial = true;
        Some([year.name, amount.name])
    }

    /// Reports keys that belong into a table of their own: years with their values, or first
    /// and last year. Returns the key of the table, and takes them from those not known.
    fn report_scattered<T: Entry>(
        &self,
        unknown: &mut Vec<Unknown<'t, 'i>>,
        cx: &mut Context<'_>,
    ) -> Option<&'static str> {
        let shape = T::table();
        // A table has its keys in the order of the alphabet.
        unknown.sort_by_key(|unknown| unknown.range.start);
        let free = |key: &&Key| !self.inner.contains_key(key.name);
        let (key, names) = shape.keys.iter().filter(free).find_map(|key| {
            let names: Vec<(usize, String)> = unknown
                .iter()
                .enumerate()
                .filter_map(|(at, unknown)| Some((at, scattered(unknown, key)?)))
                .collect();
            let enough = match &key.shape {
                Shape::ByYear(_) => !names.is_empty(),
                Shape::Table(table) => {
                    let mut required = table.keys.iter().filter(|inner| inner.required);
                    key.required
                        && names.len() > 1
                        && required.all(|inner| names.iter().any(|(_, name)| name == inner.name))
                }
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
            };
            enough.then_some((key, names))
        })?;
        let written: Vec<String> = names
            .iter()
            .filter_map(|(at, name)| {
                let value = unknown.get(*at)?.value;
                Some(format!("{name} = {}", cx.written(value)))
            })
            .collect();
        let raw = format!("{{ {} }}", written.join(", "));
        let meant = if mend::is_accepted(&raw, &key.shape) {
            Meant::sure(raw)
        } else {
            cx.meant(&raw, &key.shape, key.name)?
        };
        let (first, last) = (names.first()?.0, names.last()?.0);
        let (first, last) = (unknown.get(first)?, unknown.get(last)?);
        let span = cx.span(first.range.clone());
        let whole = cx.span(first.range.start..last.value.span().end);
        let lines = meant.values.iter();
        let lines: Vec<String> = lines
            .map(|value| format!("{} = {value}", key.name))
            .collect();
        // Nothing else may stand between them.
        let between = cx.between(first.range.start..last.value.span().end);
        let alone = between
            .lines()
            .filter(|line| !line.trim().is_empty())
            .count()
            == names.len();
        let finding = rules::unknown_key::with_value(
            (span, whole),
            first.name,
            &lines,
            meant.sure && alone,
            meant.remark.as_ref(),
        );
        cx.report(finding);
        let taken: Vec<usize> = names.into_iter().map(|(at, _)| at).collect();
        let mut at = 0;
        unknown.retain(|_| {
            at += 1;
            !taken.contains(&(at - 1))
        });
        self.known.iter().copied().find(|known| *known == key.name)
    }

    /// Reports keys that are not known, or hands them to the table around, which may be
    /// theirs. Returns the keys that they mean.
    fn report_unknown<T: Entry>(
        &self,
        unknown: Vec<Unknown<'t, 'i>>,
        cx: &mut Context<'_>,
    ) -> Vec<&'static str> {
        let shape = T::table();
        let names: NameIndex = self.known.iter().copied().collect();
        let mut all: Vec<&'static str> = Vec::new();
        let meant: Vec<Option<&Key>> = unknown
            .iter()
            .map(|unknown| misspelt::meant(unknown.name, &shape))
            .collect();
        // Two keys cannot both become the one that they are like.
        let mut rivals: BTreeMap<&str, usize> = BTreeMap::new();
        for key in meant.iter().flatten() {
            *rivals.entry(key.name).or_default() += 1;
        }
        for (unknown, meant) in unknown.iter().zip(meant) {
            let span = cx.span(unknown.range.clone());
            let tables = misspelt::holds_tables(unknown.value.get_ref());
            let called: Vec<&str> = indonesian::keys(unknown.name, self.known.iter().copied())
                .into_iter()
                .filter(|key| !tables || shape.shape(key).is_some_and(misspelt::takes_tables))
                .collect();
            // A key of another entry, whose meaning here has its key already.
            let taken = |key: &&str| self.inner.contains_key(*key);
            if indonesian::is_key(unknown.name) && !called.is_empty() && called.iter().all(taken) {
                cx.strays.push(Stray {
                    name: unknown.name.to_owned(),
                    span,
                    known: self.known.clone(),
                    below: self.key,
                });
                continue;
            }
            let like = names.nearest(unknown.name);
            let mut free = self
                .known
                .iter()
                .filter(|key| !self.inner.contains_key(**key));
            if called.is_empty() {
                all.extend(free.find(|key| Some(**key) == like));
            } else {
                all.extend(free.filter(|key| called.contains(key)));
            }
            if called.is_empty() && meant.is_none() {
                cx.strays.push(Stray {
                    name: unknown.name.to_owned(),
                    span,
                    known: self.known.clone(),
                    below: self.key,
                });
                continue;
            }
            cx.partial = true;
            let written = cx.written(unknown.value);
            let headed = is_headed(unknown.value.get_ref(), written);
            let fits = |key: &&Key| misspelt::fits(unknown.value, &key.shape, written);
            let free = |key: &Key| !self.inner.contains_key(key.name);
            let alone = |key: &Key| rivals.get(key.name) == Some(&1);
            if let ([_], Some(key)) = (called.as_slice(), meant)
                && !headed
                && free(key)
                && !fits(&key)
                && let Some(offer) = cx.meant(written, &key.shape, key.name)
                && !offer.values.is_empty()
            {
                let line = cx.span(unknown.range.start..unknown.value.span().end);
                let values = offer.values.iter();
                let lines: Vec<String> = values
                    .map(|value| format!("{} = {value}", key.name))
                    .collect();
                cx.report(rules::unknown_key::with_value(
                    (span, line),
                    unknown.name,
                    &lines,
                    offer.sure && alone(key),
                    offer.remark.as_ref(),
                ));
                continue;
            }
            let names: Vec<String> = match (called.as_slice(), meant) {
                ([], Some(key)) => vec![named(key.name, &shape, headed)],
                (called, _) => called
                    .iter()
                    .map(|name| named(name, &shape, headed))
                    .collect(),
            };
            let finding = rules::unknown_key::meant(span, unknown.name, &names);
            let mendable = meant.filter(|key| free(key) && alone(key) && fits(key));
            cx.report(match mendable {
                Some(key) => finding.fix(span, key.name),
                None => finding,
            });
        }
        all
    }
}

/// A key as it stands in a file: under a header of its own, in brackets.
fn named(name: &str, table: &shape::Table, headed: bool) -> String {
    match table.shape(name) {
        Some(shape) if headed && shape.repeated().is_some() => {
            format!("[[{name}]]")
        }
        Some(Shape::Table(_)) if headed => format!("[{name}]"),
        _ => name.to_owned(),
    }
}

/// The key that an unknown one may be in the table behind `key`: a year, also as
/// `target_2026`, or its very name.
fn scattered(unknown: &Unknown<'_, '_>, key: &Key) -> Option<String> {
    if misspelt::holds_tables(unknown.value.get_ref()) {
        return None;
    }
    match &key.shape {
        Shape::ByYear(_) => {
            let letters = |c: char| !c.is_ascii_digit();
            let year = unknown.name.trim_start_matches(letters);
            let before = unknown.name.strip_suffix(year)?;
            let before = before.trim_end_matches(['-', '_']);
            let named = before.is_empty()
                || before.len() > 1 && key.name.starts_with(&before.to_lowercase());
            Year::parse(year)
                .filter(|_| named)
                .map(|year| year.to_string())
        }
        Shape::Table(table) => table.shape(unknown.name).map(|_| unknown.name.to_owned()),
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
        | Shape::ByName(_) => None,
    }
}

/// A key that is not known.
struct Unknown<'t, 'i> {
    name: &'t str,
    range: std::ops::Range<usize>,
    value: &'t Value<'i>,
}
