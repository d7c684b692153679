//! TOML values to typed entries, reporting every mistake on the way.
//!
//! Serde's derived deserialisers give up at the first error and drop the place
//! of a value; a plan is written by many hands and wants all of them at once.
//! The parser is the `toml` crate's recovering one; this module only reads the
//! spanned values that it yields.

use std::collections::BTreeMap;

use toml::Spanned as TomlSpanned;
use toml::de::{DeTable, DeValue};

use super::shape::{self, Key, Shape};
use crate::finding::{Finding, Findings, only_nearest, rules};
use crate::language::{Message, message};
use crate::source::{FileIndex, SourceFile, Span, Spanned};

/// A value as the parser yields it.
pub type Value<'i> = TomlSpanned<DeValue<'i>>;

/// What decoding needs to know beside the value.
pub struct Context<'a> {
    file: FileIndex,
    /// Offset of the TOML text in the file; not 0 for blocks inside Markdown.
    offset: usize,
    /// A file with syntax errors is decoded as far as it goes, but what seems
    /// to be missing in it is only a consequence and not reported.
    broken: bool,
    findings: &'a mut Findings,
}

impl Context<'_> {
    /// Reports a finding.
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(
            self.file,
            range.start + self.offset..range.end + self.offset,
        )
    }

    /// Reports a value of another type than expected.
    pub fn wrong_type(&mut self, value: &Value<'_>, expected: Expected) {
        self.report_at(value, |span| {
            rules::wrong_type::found(span, expected, value.get_ref())
        });
    }

    /// Reports a value that is of the right type and still not allowed.
    pub fn invalid(&mut self, value: &Value<'_>, message: Message, hint: Message) {
        self.report_at(value, |span| {
            rules::invalid_value::found(span, message).hint(hint)
        });
    }

    /// Reports a finding at a value that somebody wrote.
    pub fn report_at(&mut self, value: &Value<'_>, finding: impl FnOnce(Span) -> Finding) {
        if !is_made_up(value) {
            let span = self.span(value.span());
            self.report(finding(span));
        }
    }
}

/// Whether the parser put the value where none was written, so as to go on
/// after a syntax error, which has been reported.
fn is_made_up(value: &Value<'_>) -> bool {
    value.span().is_empty()
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    WholeNumber,
    /// Whole rupiah.
    Rupiah,
    /// A decimal.
    Number,
    /// A year.
    Year,
    /// A date.
    Date,
    /// A date that has a time it should not have.
    DateWithoutTime,
    /// A list.
    List,
    /// An array of tables.
    Tables,
    /// A table.
    Table,
}

/// A type that can be read from a TOML value.
pub trait FromToml: Sized {
    /// Reads the value; reports and returns nothing where that fails.
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self>;

    /// What such a value looks like.
    fn shape() -> Shape;
}

impl FromToml for String {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                cx.invalid(
                    value,
                    message!("invalid-value.empty"),
                    message!("invalid-value.empty-hint"),
                );
                None
            }
            DeValue::String(text) => Some(text.to_string()),
            _ => {
                cx.wrong_type(value, Expected::Text);
                None
            }
        }
    }

    fn shape() -> Shape {
        Shape::Text
    }
}

impl FromToml for bool {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let found = value.get_ref().as_bool();
        if found.is_none() {
            cx.wrong_type(value, Expected::Boolean);
        }
        found
    }

    fn shape() -> Shape {
        Shape::Boolean
    }
}

impl FromToml for u32 {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let DeValue::Integer(number) = value.get_ref() else {
            cx.wrong_type(value, Expected::WholeNumber);
            return None;
        };
        let found = u32::from_str_radix(number.as_str(), number.radix());
        if found.is_err() {
            cx.invalid(
                value,
                message!("invalid-value.range"),
                message!("invalid-value.range-hint"),
            );
        }
        found.ok()
    }

    fn shape() -> Shape {
        Shape::Count
    }
}

impl<T: FromToml> FromToml for Spanned<T> {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let span = cx.span(value.span());
        T::from_toml(value, cx).map(|inner| Spanned::new(inner, span))
    }

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: FromToml> FromToml for Vec<T> {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::Array(items) => Some(
                items
                    .iter()
                    .filter_map(|item| T::from_toml(item, cx))
                    .collect(),
            ),
            DeValue::Table(_) => {
                cx.wrong_type(value, Expected::Tables);
                None
            }
            _ => {
                cx.wrong_type(value, Expected::List);
                None
            }
        }
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

/// An entry: a type read from a table, key by key.
pub trait Entry: Sized {
    /// Name of the kind of entry, under which its keys are described.
    const NAME: &'static str;

    /// Reads the keys of the table. Every key is asked for before anything is
    /// given up, so that all mistakes are found and all keys are known.
    fn read(table: &mut Table<'_, '_>, cx: &mut Context<'_>) -> Option<Self>;

    /// The keys that reading asks for, in their order.
    fn table() -> shape::Table {
        let mut findings = Findings::default();
        let span = Span::start();
        let mut cx = Context {
            file: span.file,
            offset: 0,
            broken: true,
            findings: &mut findings,
        };
        let nothing = DeTable::new();
        let mut table = Table {
            inner: &nothing,
            span,
            known: Vec::new(),
            shapes: Some(Vec::new()),
        };
        Self::read(&mut table, &mut cx);
        shape::Table {
            name: Self::NAME,
            keys: table.shapes.unwrap_or_default(),
        }
    }

    /// What such a table looks like.
    fn shape() -> Shape {
        Shape::Table(Self::table())
    }
}

impl<T: Entry> FromToml for T {
    fn from_toml(value: &Value<'_>, cx: &mut Context<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::Table(inner) => {
                let mut table = Table {
                    inner,
                    span: cx.span(value.span()),
                    known: Vec::new(),
                    shapes: None,
                };
                let entry = T::read(&mut table, cx);
                table.finish(cx);
                entry
            }
            _ => {
                cx.wrong_type(value, Expected::Table);
                None
            }
        }
    }

    fn shape() -> Shape {
        T::shape()
    }
}

/// A table whose keys are being read. It remembers which keys were asked for,
/// so that the ones left over can be reported.
pub struct Table<'t, 'i> {
    inner: &'t DeTable<'i>,
    /// The table, or the beginning of the file for its root.
    pub span: Span,
    known: Vec<&'static str>,
    /// What the keys take, while that is recorded.
    shapes: Option<Vec<Key>>,
}

impl Table<'_, '_> {
    /// Notes that a key was asked for.
    fn ask<T: FromToml>(&mut self, name: &'static str, required: bool) {
        self.known.push(name);
        if let Some(shapes) = &mut self.shapes {
            shapes.push(Key {
                name,
                required,
                shape: T::shape(),
            });
        }
    }

    /// A key that must be there.
    pub fn required<T: FromToml>(&mut self, key: &'static str, cx: &mut Context<'_>) -> Option<T> {
        self.ask::<T>(key, true);
        match self.inner.get(key) {
            Some(value) => T::from_toml(value, cx),
            None => {
                if !cx.broken {
                    cx.report(rules::missing_field::found(self.span, key));
                }
                None
            }
        }
    }

    /// A key that may be there.
    pub fn optional<T: FromToml>(&mut self, key: &'static str, cx: &mut Context<'_>) -> Option<T> {
        self.ask::<T>(key, false);
        T::from_toml(self.inner.get(key)?, cx)
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

    /// Reads every key as `K`, for tables whose keys are data.
    pub fn map<K: Ord, T: FromToml>(
        &mut self,
        cx: &mut Context<'_>,
        mut key: impl FnMut(&str, Span, &mut Context<'_>) -> Option<K>,
    ) -> BTreeMap<K, T> {
        let mut map = BTreeMap::new();
        for (name, value) in self.inner {
            let span = cx.span(name.span());
            let Some(key) = key(name.get_ref(), span, cx) else {
                continue;
            };
            if let Some(value) = T::from_toml(value, cx) {
                map.insert(key, value);
            }
        }
        map
    }

    fn finish(self, cx: &mut Context<'_>) {
        // A table that asked for no key at all has data as keys.
        if self.known.is_empty() {
            return;
        }
        let unknown: Vec<(&str, Span, &Value<'_>)> = self
            .inner
            .iter()
            .map(|(key, value)| (key.get_ref().as_ref(), cx.span(key.span()), value))
            .filter(|(name, _, _)| !self.known.contains(name))
            .collect();
        for &(name, span, value) in &unknown {
            let nearest = |name: &str| only_nearest(name, self.known.iter().copied());
            // A table may be written in several places, under one name each;
            // two keys cannot both become the one that they are like.
            let mendable = nearest(name).filter(|known| {
                let alike = unknown
                    .iter()
                    .filter(|other| nearest(other.0) == Some(known));
                !holds_tables(value.get_ref())
                    && !self.inner.contains_key(*known)
                    && alike.count() == 1
            });
            let finding = rules::unknown_key::found(span, name, &self.known);
            cx.report(match mendable {
                Some(known) => finding.fix(span, known),
                None => finding,
            });
        }
    }
}

fn holds_tables(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::Table(_) => true,
        DeValue::Array(items) => items.iter().any(|item| holds_tables(item.get_ref())),
        _ => false,
    }
}

/// Parses a whole file and reads it as an entry.
pub fn decode_file<T: Entry>(
    index: FileIndex,
    file: &SourceFile,
    findings: &mut Findings,
) -> Option<T> {
    decode_text(index, &file.text, 0, findings)
}

/// Parses TOML that begins at `offset` of a file and reads it as an entry.
pub fn decode_text<T: Entry>(
    file: FileIndex,
    text: &str,
    offset: usize,
    findings: &mut Findings,
) -> Option<T> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let broken = !errors.is_empty();
    for error in &errors {
        let at = error.span().unwrap_or(0..0);
        findings.push(rules::syntax_error::found(
            Span::new(file, at.start + offset..at.end + offset),
            error.message(),
        ));
    }
    let mut cx = Context {
        file,
        offset,
        broken,
        findings,
    };
    let mut table = Table {
        inner: root.get_ref(),
        span: Span::new(file, offset..offset),
        known: Vec::new(),
        shapes: None,
    };
    let entry = T::read(&mut table, &mut cx);
    table.finish(&mut cx);
    entry
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ProgramFile, RegistryFile};
    use crate::source::Role;

    fn decode<T: Entry>(text: &str) -> (Option<T>, Vec<String>) {
        let mut tree = crate::source::SourceTree::default();
        let index = tree.push(SourceFile::text(
            "a.toml".into(),
            Role::Registry,
            text.into(),
        ));
        let mut findings = Findings::default();
        let decoded = tree
            .get(index)
            .map(|file| decode_file(index, file, &mut findings));
        let found = findings.sorted(&tree);
        let found = found
            .iter()
            .map(|f| format!("{} {}", f.rule.code, tree.place(f.span)));
        (decoded.flatten(), found.collect())
    }

    const PROGRAM: &str = r#"title = "Layanan"
number = 7
pillar = "governance"
dimension = "birokrasi"
status = "running"
start = 2025-01-01
end = 2026-12-31
quick-win = true
summary = "Cepat."

[[budget]]
year = 2025
source = "apbd-kota"
amount = 1_250_000

[[indicator]]
name = "Waktu"
unit = "menit"
kind = "outcome"
direction = "down"
targets = { 2025 = 2.870, 2026 = 2 }
"#;

    #[test]
    fn every_value_knows_where_it_was_written() {
        let (program, findings) = decode::<ProgramFile>(PROGRAM);
        assert_eq!(findings, Vec::<String>::new());
        let program = program.unwrap();
        let line = &program.budget[0];
        let targets = &program.indicators[0].targets;
        for (span, written) in [
            (program.title.span, "\"Layanan\""),
            (program.number.span, "7"),
            (program.start.span, "2025-01-01"),
            (program.quick_win.span, "true"),
            (line.year.span, "2025"),
            (line.amount.span, "1_250_000"),
            (targets.0.values().next().unwrap().span, "2.870"),
        ] {
            assert_eq!(&PROGRAM[span.start..span.end], written);
        }
        assert_eq!(line.amount.value.0, 1_250_000);
        let digits = targets.0.values().next().unwrap().value.0.to_string();
        assert_eq!(digits, "2.870");
    }

    #[test]
    fn one_run_reports_every_mistake_of_a_file() {
        let text = PROGRAM
            .replace("number = 7", "number = \"7\"")
            .replace("status = \"running\"", "status = \"runing\"")
            .replace("unit =", "unt =");
        let (program, findings) = decode::<ProgramFile>(&text);
        assert!(program.is_none());
        let wanted = [
            "STR008 a.toml:2:10",
            "STR011 a.toml:5:10",
            "STR010 a.toml:16:1",
            "STR009 a.toml:18:1",
        ];
        assert_eq!(findings, wanted);
    }

    #[test]
    fn a_syntax_error_does_not_make_everything_missing() {
        let (_, findings) = decode::<RegistryFile>("[[law]]\nid = \n\n[[district]]\nid = \"a\"\n");
        assert_eq!(findings, ["STR007 a.toml:2:6"]);
    }
}
