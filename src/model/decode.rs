//! TOML values to typed entries, reporting every mistake on the way.
//!
//! Serde's derived deserialisers give up at the first error and drop the place
//! of a value; a plan is written by many hands and wants all of them at once.
//! The parser is the `toml` crate's recovering one; this module only reads the
//! spanned values that it yields.

use std::collections::BTreeSet;

use toml::Spanned as TomlSpanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::conflict::{Within, conflicts, ours};
use super::customary::Meant;
use super::embed::EXPRESSION;
use super::foreign;
use super::idle_header;
use super::invalid_keys::InvalidKeys;
use super::mend;
use super::recover::{Fault, blank, first_place, header_above, names_beside, recover};
use super::reference::Untyped;
use super::shape::{self, Shape};
use super::table::{Entry, Table};
use super::windows_path;
use crate::finding::{Finding, Findings};
use crate::language::{Message, as_meant, message};
use crate::model::rules;
use crate::slice::slice;
use crate::source::{FileIndex, SourceFile, Span, Spanned};

/// A value as the parser yields it.
pub type Value<'i> = TomlSpanned<DeValue<'i>>;

/// What decoding needs to know beside the value.
pub struct Context<'a> {
    file: FileIndex,
    /// Offset of the TOML text in the file; not 0 for blocks inside Markdown.
    offset: usize,
    /// The TOML text.
    text: &'a str,
    /// Whether parts of the text were left out because of syntax errors. What
    /// seems to be missing then may have stood there and is not reported.
    pub(super) broken: bool,
    /// Whether an item of the list or table that is being read was left out.
    pub(super) dropped: bool,
    /// Headers that stand in the file more than once.
    repeated: BTreeSet<String>,
    /// Whether anything of the text is not understood so far.
    pub(super) partial: bool,
    /// The key whose value is being read.
    pub(super) key: &'static str,
    /// Keys that stand in a table below the one they belong to.
    pub(super) strays: Vec<Stray>,
    /// References that do not name their kind.
    pub(super) untyped: Vec<Untyped>,
    /// The first year of the plan.
    first_year: i16,
    findings: &'a mut Findings,
}

impl<'a> Context<'a> {
    /// What decoding no text at all needs to know.
    pub(super) fn nowhere(findings: &'a mut Findings) -> Self {
        Self {
            file: Span::of_plan().file,
            offset: 0,
            text: "",
            broken: true,
            dropped: false,
            repeated: BTreeSet::new(),
            partial: false,
            key: "",
            strays: Vec::new(),
            untyped: Vec::new(),
            first_year: mend::FIRST_YEAR,
            findings,
        }
    }

    /// Reports a finding.
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// A value as it was written.
    pub(super) fn written(&self, value: &Value<'_>) -> &str {
        slice(self.text, value.span())
    }

    /// A part of the text.
    pub(super) fn between(&self, range: std::ops::Range<usize>) -> &str {
        slice(self.text, range)
    }

    /// The first header in the text, if there is one.
    pub(super) fn first_header(&self) -> Option<Span> {
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            if line.trim_start().starts_with('[') {
                return Some(self.span(at..at + line.trim_end().len()));
            }
            at += line.len();
        }
        None
    }

    pub(super) fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(
            self.file,
            range.start + self.offset..range.end + self.offset,
        )
    }

    /// Reports a value of another type than a key of this shape takes.
    pub(crate) fn wrong_type(&mut self, value: &Value<'_>, shape: &Shape) {
        let span = self.span(value.span());
        let written = self.written(value);
        let key = self.key;
        let finding = match (value.get_ref(), shape) {
            (DeValue::Table(_), Shape::List(_))
                if shape.repeated().is_some() && !written.trim_start().starts_with('{') =>
            {
                // Of several, one alone would be no TOML beside the others.
                let header = written.trim() == format!("[{key}]") && !self.repeated.contains(key);
                rules::wrong_type::single_brackets(span, key, value.get_ref(), header)
            }
            (DeValue::Array(items), Shape::Table(_)) if written.trim_start().starts_with("[[") => {
                let only = items.len() == 1 && written.trim() == format!("[[{key}]]");
                rules::wrong_type::double_brackets(span, key, value.get_ref(), only)
            }
            (found, shape) => {
                let raw = match (found, shape) {
                    (DeValue::String(text), shape) if !matches!(shape, Shape::List(_)) => text,
                    _ => written,
                };
                let meant = may_be(value, written, (key, shape))
                    .then(|| self.meant(raw, shape, key))
                    .flatten();
                rules::wrong_type::finding(span, (key, shape), found, meant.as_ref())
            }
        };
        self.report(finding);
    }

    /// What may have been meant by a value, with the years of this file or of the plan.
    pub(super) fn meant(&self, raw: &str, shape: &Shape, key: &str) -> Option<Meant> {
        let mut meant = mend::value(raw, shape, key)?;
        mend::from_year(&mut meant, self.year());
        Some(meant)
    }

    /// The year in which what the file describes begins, or else the plan.
    fn year(&self) -> i16 {
        let starts = self.text.lines().filter_map(|line| {
            let (key, value) = line.split_once('=')?;
            let year = value.trim().get(..4)?;
            (key.trim() == "start").then(|| year.parse().ok()).flatten()
        });
        let known = |year: &i16| (2000..2200).contains(year);
        starts.into_iter().find(known).unwrap_or(self.first_year)
    }

    /// Reports a value that is of the right type and still not allowed.
    pub fn invalid(&mut self, value: &Value<'_>, message: Message, hint: Message) {
        let span = self.span(value.span());
        self.report(rules::invalid_value::finding(span, message).hint(hint));
    }

    /// Reports a value that the parser takes for a number although TOML has no such
    /// digits; `reason` is what the parser says of others.
    pub(crate) fn no_number(&mut self, value: &Value<'_>, reason: &str) {
        let span = self.span(value.span());
        let finding = rules::syntax_error::finding(span, reason, self.written(value), None);
        self.report(finding);
    }

    /// Reports a whole number that is not one: the parser takes `0x` for a number
    /// without digits and the digits of other scripts for digits; or one that is out of
    /// range.
    pub(crate) fn invalid_number(
        &mut self,
        value: &Value<'_>,
        number: &DeInteger<'_>,
        message: Message,
        hint: Message,
    ) {
        if number.as_str().is_empty() {
            let span = self.span(value.span());
            self.report(rules::syntax_error::no_digits(span));
        } else if !number.as_str().is_ascii() {
            self.no_number(value, "invalid integer number");
        } else {
            self.invalid(value, message, hint);
        }
    }
}

/// Whether a table or a list stands below a header or behind a key with dots: what is
/// written of it is the header or the key, and no value.
pub(super) fn is_headed(value: &DeValue<'_>, written: &str) -> bool {
    match value {
        DeValue::Table(_) => !written.starts_with('{'),
        DeValue::Array(items) => {
            let first = items.first().map(Value::get_ref);
            first.is_some_and(DeValue::is_table) && written.starts_with("[[")
        }
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_) => false,
    }
}

/// Whether what is written of a value can be another value of this shape: a table is none
/// of a shape without keys, and a number is no expression.
fn may_be(value: &Value<'_>, written: &str, (key, shape): (&str, &Shape)) -> bool {
    let has_keys = shape.table().is_some() || matches!(shape, Shape::ByYear(_));
    let is_plain = match value.get_ref() {
        DeValue::Table(_) => false,
        DeValue::Array(items) => items
            .iter()
            .all(|item| !item.get_ref().is_table() && !item.get_ref().is_array()),
        DeValue::String(_) => true,
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            key != EXPRESSION
        }
    };
    !is_headed(value.get_ref(), written) && (has_keys || is_plain)
}

/// A key that its table does not have.
#[derive(Debug, Clone)]
pub(super) struct Stray {
    /// The key.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// The keys that its table has.
    pub known: Vec<&'static str>,
    /// The key behind which its table stands; nothing for the root of a file.
    pub below: &'static str,
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
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

impl Expected {
    /// What it is called.
    pub fn name(self) -> Message {
        match self {
            Self::Text => message!("type-text"),
            Self::Boolean => message!("type-true-or-false"),
            Self::WholeNumber => message!("type-whole-number"),
            Self::Rupiah => message!("type-rupiah"),
            Self::Number => message!("type-number"),
            Self::Year => message!("type-year"),
            Self::Date => message!("type-date"),
            Self::DateWithoutTime => message!("type-date-without-time"),
            Self::List => message!("type-list"),
            Self::Tables => message!("type-tables"),
            Self::Table => message!("type-table"),
        }
    }

    /// What a key of this shape takes in place of a value.
    pub fn of(shape: &Shape, value: &DeValue<'_>) -> Self {
        match shape {
            Shape::Text | Shape::Word(_) | Shape::Code(_) | Shape::Reference => Self::Text,
            Shape::Boolean => Self::Boolean,
            Shape::Count => Self::WholeNumber,
            Shape::Money => Self::Rupiah,
            Shape::Number => Self::Number,
            Shape::Year => Self::Year,
            Shape::Date => match value {
                DeValue::Datetime(time) if time.date.is_some() => Self::DateWithoutTime,
                DeValue::String(_)
                | DeValue::Integer(_)
                | DeValue::Float(_)
                | DeValue::Boolean(_)
                | DeValue::Datetime(_)
                | DeValue::Array(_)
                | DeValue::Table(_) => Self::Date,
            },
            Shape::List(item) => match (&**item, value) {
                (Shape::Table(_), DeValue::Table(_)) => Self::Tables,
                _ => Self::List,
            },
            Shape::Table(_) | Shape::ByYear(_) | Shape::ByName(_) => Self::Table,
        }
    }
}

/// A type that can be read from a TOML value.
pub trait FromToml: Sized {
    /// Reads the value; reports and returns `None` where that fails.
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
            DeValue::String(text) => match windows_path::escape(cx.written(value)) {
                Some(escape) => {
                    let span = cx.span(value.span());
                    let inner = cx.written(value).trim_matches('"');
                    let finding = rules::invalid_value::path(span, escape, inner);
                    cx.report(finding);
                    None
                }
                None => Some(as_meant(text).into_owned()),
            },
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => {
                cx.wrong_type(value, &Self::shape());
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
            cx.wrong_type(value, &Self::shape());
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
            cx.wrong_type(value, &Self::shape());
            return None;
        };
        let found = u32::from_str_radix(number.as_str(), number.radix());
        if found.is_err() {
            cx.invalid_number(
                value,
                number,
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
        let items = items::<T>(value, cx)?;
        // Hardly any list has an item that cannot be read.
        let mut all = Vec::with_capacity(items.len());
        all.extend(items.iter().filter_map(|item| T::from_toml(item, cx)));
        cx.dropped |= all.len() < items.len();
        Some(all)
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

/// The items of a list.
pub(super) fn items<'v, 'i, T: FromToml>(
    value: &'v Value<'i>,
    cx: &mut Context<'_>,
) -> Option<&'v [Value<'i>]> {
    if let DeValue::Array(items) = value.get_ref() {
        return Some(items);
    }
    cx.wrong_type(value, &Shape::List(Box::new(T::shape())));
    None
}

/// What a text says.
pub(crate) struct Decoded<T> {
    /// The entry, if all that it needs is there.
    pub entry: Option<T>,
    /// Whether parts of the text had to be left out.
    pub broken: bool,
    /// Whether not all of the text is understood.
    pub partial: bool,
    /// Keys that say something which is not known, where there is no entry.
    pub invalid_keys: InvalidKeys,
    /// References that do not name their kind.
    pub untyped: Vec<Untyped>,
}

impl<T> Decoded<T> {
    /// What a file says that could not be read.
    pub fn nothing() -> Self {
        Self {
            entry: None,
            broken: false,
            partial: true,
            invalid_keys: InvalidKeys::everywhere(),
            untyped: Vec::new(),
        }
    }
}

/// Parses a whole file and reads it as an entry. `first_year` is that of the plan, for
/// values of which nobody says for which years they are.
pub(crate) fn decode_file<T: Entry>(
    index: FileIndex,
    file: &SourceFile,
    first_year: i16,
    findings: &mut Findings,
) -> Decoded<T> {
    decode_text(index, &file.text, 0, first_year, findings)
}

/// Parses TOML that begins at `offset` of a file and reads it as an entry; `first_year` as
/// above.
pub(crate) fn decode_text<T: Entry>(
    file: FileIndex,
    text: &str,
    offset: usize,
    first_year: i16,
    findings: &mut Findings,
) -> Decoded<T> {
    if offset == 0 && is_empty(text) {
        let keys = T::table().keys.into_iter().filter(|key| key.required);
        let keys: Vec<&str> = keys.map(|key| key.name).collect();
        if !keys.is_empty() {
            findings.push(rules::missing_field::empty(
                Span::file(file),
                T::NAME,
                &keys,
            ));
            return Decoded {
                broken: true,
                ..Decoded::nothing()
            };
        }
    }
    let written = text;
    let conflicts = conflicts(text, Within::Toml);
    let resolved;
    let text = if conflicts.is_empty() {
        text
    } else {
        resolved = ours(text, &conflicts);
        &resolved
    };
    let fence = foreign::fence(text).filter(|_| offset == 0);
    let inside;
    let text = match &fence {
        None => text,
        Some(fence) => {
            let first = Span::new(file, fence.open.start..fence.inside.start - 1);
            let whole = Span::new(file, fence.open.start..fence.close.end);
            let rest = slice(text, fence.inside.clone());
            findings.push(rules::syntax_error::fence(first, whole, rest));
            inside = blank(text, &[fence.open.clone(), fence.close.clone()]);
            &inside
        }
    };
    if offset == 0
        && conflicts.is_empty()
        && let Some(form) = foreign::form(text)
        && DeTable::parse(text).is_err()
    {
        let begin = text.len() - text.trim_start().len();
        let first = slice(text, begin..).lines().next().unwrap_or_default();
        let span = Span::new(file, begin..begin + first.len());
        findings.push(rules::syntax_error::foreign(span, form));
        return Decoded {
            broken: true,
            ..Decoded::nothing()
        };
    }
    let idle = if begins_with_header(text) {
        idle_header::find(text, &T::table())
    } else {
        Vec::new()
    };
    let headless;
    let text = if idle.is_empty() {
        text
    } else {
        let out: Vec<_> = idle.iter().map(|idle| idle.out.clone()).collect();
        headless = blank(text, &out);
        &headless
    };
    let recovered;
    let (mut root, errors) = DeTable::parse_recoverable(text);
    let mut cx = Context {
        file,
        offset,
        text,
        broken: !errors.is_empty() || !conflicts.is_empty(),
        dropped: false,
        repeated: BTreeSet::new(),
        partial: false,
        key: "",
        strays: Vec::new(),
        untyped: Vec::new(),
        first_year,
        findings,
    };
    for idle in &idle {
        let (header, out) = (cx.span(idle.header.clone()), cx.span(idle.out.clone()));
        let written = slice(written, idle.header.clone());
        let rest = idle.rest.as_deref();
        cx.report(rules::unknown_key::idle_header(header, out, written, rest));
    }
    for conflict in &conflicts {
        let last = conflict.last.clone().map(|last| cx.span(last));
        let first = cx.span(conflict.first.clone());
        cx.report(rules::merge_conflict::finding(first, last));
    }
    if !errors.is_empty() {
        recovered = recover(text);
        cx.text = &recovered.text;
        root = DeTable::parse_recoverable(&recovered.text).0;
        cx.broken = !conflicts.is_empty();
        let mut headers = BTreeSet::new();
        for fault in &recovered.faults {
            // Both sides of a conflict may say the same.
            if fault.is_repetition() && !conflicts.is_empty() {
                continue;
            }
            if let Some(header) = fault.header.as_deref().filter(|_| fault.is_repetition()) {
                cx.repeated.insert(header.to_owned());
                let known = root.get_ref().get(header).map(|value| value.get_ref());
                let list = matches!(T::table().shape(header), Some(Shape::List(_)));
                // Of a table that should be a list of them, its type is reported.
                if (list && matches!(known, Some(DeValue::Table(_)))) || !headers.insert(header) {
                    continue;
                }
            }
            cx.broken = true;
            let at = fault.span.start;
            let next = text.get(at..).and_then(|rest| rest.chars().next());
            let finding = match next.filter(|c| c.is_control() && !matches!(c, '\t' | '\r' | '\n'))
            {
                Some(c) => {
                    let span = cx.span(at..at + c.len_utf8());
                    rules::syntax_error::control_character(span, c, &fault.reason)
                }
                None if fault.is_repetition() => repeated(text, fault, &T::table(), &cx),
                None => misread(text, fault, &T::table(), &cx),
            };
            cx.report(finding);
        }
    }
    let mut table = Table::of::<T>(root.get_ref(), Span::new(file, offset..offset));
    let entry = T::read(&mut table, &mut cx);
    let invalid_keys = table.invalid_keys();
    table.finish::<T>(&mut cx);
    let strays = std::mem::take(&mut cx.strays);
    for stray in without_second_entry::<T>(strays, &mut cx) {
        let root = T::table();
        let tables = if headed(text, offset, stray.span) {
            headers_of(&stray.name, &root)
        } else {
            tables_with(&stray.name, &root)
        };
        let finding = rules::unknown_key::stray(stray.span, &stray.name, &stray.known, &tables);
        cx.report(finding);
    }
    Decoded {
        partial: cx.broken || cx.partial || entry.is_none() || invalid_keys.is_partial(),
        entry,
        broken: cx.broken,
        invalid_keys,
        untyped: cx.untyped,
    }
}

/// The keys that are of no table there, without those of a second entry in the same file, of
/// which one is reported: that keys which must be there stand there once more.
fn without_second_entry<T: Entry>(strays: Vec<Stray>, cx: &mut Context<'_>) -> Vec<Stray> {
    if strays.len() < FEWEST_OF_ENTRY {
        return strays;
    }
    let keys = T::table().keys;
    let is_own = |stray: &Stray| keys.iter().any(|key| key.name == stray.name);
    let required = keys.iter().filter(|key| key.required);
    let again = required.filter(|key| strays.iter().any(|stray| stray.name == key.name));
    if again.count() < FEWEST_OF_ENTRY {
        return strays;
    }
    let (again, others): (Vec<Stray>, Vec<Stray>) = strays.into_iter().partition(is_own);
    if let Some(first) = again.iter().min_by_key(|stray| stray.span) {
        // What stands below is of either.
        cx.broken = true;
        cx.report(rules::unknown_key::second_entry(first.span, &first.name));
    }
    others
}

/// Fewest keys that must be there by which a second entry is known.
const FEWEST_OF_ENTRY: usize = 3;

/// Whether a header stands above all keys.
fn begins_with_header(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_start);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_some_and(|line| line.starts_with('['))
}

/// Whether a text has nothing but blanks and comments.
pub(crate) fn is_empty(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim);
    lines.all(|line| line.is_empty() || line.starts_with('#'))
}

/// A part that is not TOML, and how it may have been meant.
fn misread(text: &str, fault: &Fault, root: &shape::Table, cx: &Context<'_>) -> Finding {
    let found = slice(text, fault.span.clone());
    let part = slice(text, fault.part.clone());
    let place = shape_below(header_above(text, fault.part.start).as_deref(), root);
    if let Some(place) = &place
        && let Some(mut mended) = mend::line(part, place, root)
    {
        // Of two lines for one key nobody can tell which is to stay.
        let first = mended.lines.first().cloned().unwrap_or_default();
        let several = mended.mistake == mend::Mistake::SeveralKeys;
        let lines = first.lines().take(if several { usize::MAX } else { 1 });
        for (key, _) in lines.filter_map(|line| line.split_once(" = ")) {
            let mut others = names_beside(text, fault.part.clone()).into_iter();
            mended.sure &= !others.any(|name| mend::names(name, key, place));
        }
        // Keys behind a table would become its own.
        let table = mended
            .lines
            .first()
            .is_some_and(|line| line.starts_with("[["));
        if table && mended.lines.first().is_some_and(|line| line.contains('\n')) {
            let behind = slice(text, fault.part.end..).lines().map(str::trim);
            let mut behind = behind.filter(|line| !line.is_empty() && !line.starts_with('#'));
            mended.sure &= behind.next().is_none_or(|line| line.starts_with('['));
        }
        mended.begin_with(cx.year());
        let start = fault.part.start;
        let span = cx.span(start + mended.range.start..start + mended.range.end);
        return rules::syntax_error::mended(span, &mended);
    }
    let key = place.as_ref().and_then(|place| mend::key_of(part, place));
    let span = cx.span(fault.span.clone());
    rules::syntax_error::finding(span, &fault.reason, found, key.as_ref())
}

/// A key or table that stands there a second time.
fn repeated(text: &str, fault: &Fault, root: &shape::Table, cx: &Context<'_>) -> Finding {
    let span = cx.span(fault.span.clone());
    let key = slice(text, fault.span.clone());
    let above = header_above(text, fault.part.start);
    let first = first_place(text, fault.part.clone()).map(|first| cx.span(first));
    // Below `[[budget]]` another line of the budget may have been meant to begin.
    let list = above.filter(|header| matches!(root.shape(header), Some(Shape::List(_))));
    match &fault.header {
        Some(header) => rules::syntax_error::repeated_table(span, header),
        None => rules::syntax_error::repeated(span, key, first, list.as_deref()),
    }
}

/// What a table takes whose header is given, which has points for tables in tables.
fn shape_below(header: Option<&str>, root: &shape::Table) -> Option<Shape> {
    let mut shape = Shape::Table(root.clone());
    for name in header.into_iter().flat_map(|header| header.split('.')) {
        let Shape::Table(table) = &shape else {
            return None;
        };
        let below = table.shape(name.trim())?;
        shape = if let Shape::List(item) = below {
            (**item).clone()
        } else {
            below.clone()
        };
    }
    Some(shape)
}

/// Whether a key is the name in a header.
fn headed(text: &str, offset: usize, span: Span) -> bool {
    let before = slice(text, ..span.start().saturating_sub(offset));
    before.ends_with('[')
}

/// The headers of tables in tables of a file that have a name: `[indicator.targets]`.
fn headers_of(name: &str, root: &shape::Table) -> Vec<String> {
    let owners = root.keys.iter().filter_map(|key| {
        let table = match &key.shape {
            Shape::Table(table) => table,
            shape @ (Shape::Text
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
            | Shape::ByYear(_)
            | Shape::ByName(_)) => shape.repeated()?,
        };
        let shape = table.shape(name)?;
        let is_table = matches!(shape, Shape::Table(_) | Shape::ByYear(_) | Shape::ByName(_));
        is_table.then(|| format!("[{}.{name}]", key.name))
    });
    owners.collect()
}

/// The headers of the tables in a file that have a key.
fn tables_with(name: &str, root: &shape::Table) -> Vec<String> {
    let keys = root.keys.iter();
    let headers = keys.filter_map(|key| {
        let (table, header) = if let Shape::Table(table) = &key.shape {
            (table, format!("[{}]", key.name))
        } else {
            (key.shape.repeated()?, format!("[[{}]]", key.name))
        };
        table.shape(name).map(|_| header)
    });
    headers.collect()
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
            .and_then(|file| decode_file(index, file, mend::FIRST_YEAR, &mut findings).entry);
        let found = findings.sorted(&tree);
        let found = found
            .iter()
            .map(|f| format!("{} {}", f.rule.code, tree.place(f.span)));
        (decoded, found.collect())
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
            (targets.values().next().unwrap().span, "2.870"),
        ] {
            assert_eq!(&PROGRAM[span.range()], written);
        }
        assert_eq!(line.amount.value.0, 1_250_000);
        let digits = targets.values().next().unwrap().value.0.to_string();
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
            "STR009 a.toml:18:1",
        ];
        assert_eq!(findings, wanted);
    }

    /// Numbers are read alike, whatever they are for.
    #[test]
    fn numbers_have_every_form_of_toml() {
        for year in ["2025", "+2025", "0x7E9", "2_025", "0o3751", "0b11111101001"] {
            let text = PROGRAM.replace("year = 2025", &format!("year = {year}"));
            let (program, findings) = decode::<ProgramFile>(&text);
            assert_eq!(findings, Vec::<String>::new(), "{year}");
            assert_eq!(program.unwrap().budget[0].year.value.0, 2025);
        }
        for (written, rule) in [
            ("year = 2201", "STR011 a.toml:12:8"),
            ("year = -2025", "STR011 a.toml:12:8"),
            ("year = 0x", "STR007 a.toml:12:8"),
            ("year = 20_2\u{665}", "STR007 a.toml:12:8"),
        ] {
            let text = PROGRAM.replace("year = 2025", written);
            let (_, findings) = decode::<ProgramFile>(&text);
            assert_eq!(findings, [rule], "{written}");
        }
        for (written, rules) in [
            ("9223372036854775807", &[][..]),
            ("9223372036854775808", &["STR011 a.toml:21:20"]),
            ("1234567890123456789012345678", &["STR011 a.toml:21:20"]),
            ("1234567890123456789012345678.0", &["STR011 a.toml:21:20"]),
            ("123456789012345678901234567.5", &[]),
            ("1_0\u{660}", &["STR007 a.toml:21:20"]),
            ("1.\u{660}", &["STR007 a.toml:21:22"]),
        ] {
            let text = PROGRAM.replace("2025 = 2.870", &format!("2025 = {written}"));
            let (_, findings) = decode::<ProgramFile>(&text);
            assert_eq!(findings, rules, "{written}");
        }
    }

    #[test]
    fn a_syntax_error_does_not_make_everything_missing() {
        let (_, findings) = decode::<RegistryFile>("[[law]]\nid = \n\n[[district]]\nid = \"a\"\n");
        assert_eq!(findings, ["STR007 a.toml:2:6"]);
    }
}
