//! The canonical form of TOML, in files of its own and inside Markdown, so that a
//! difference in git is a difference in the plan.
//!
//! Keys stand in the order of the specification, tables behind keys, money has a
//! separator between thousands, lists are as short as they can be. Comments stay
//! with what they stand above or behind; blank lines between keys stay, but never
//! two. Values keep what they mean, and decimals the digits as they were written.

mod narrative;
mod tails;

use std::sync::LazyLock;

use regex::Regex;
use toml_edit::{
    Array, ArrayOfTables, DocumentMut, InlineTable, Item, Key, KeyMut, RawString, Table, Value,
};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use crate::model::shape::{self, FileKind, Shape};

use crate::pattern::literal_pattern;
use crate::slice::slice;
use crate::source::Role;
pub use narrative::{Narrative, narrative};
use tails::Tails;

/// Longest line of a list that is not broken.
const WIDTH: usize = 88;

/// The canonical form of a file; `None` if it is not TOML.
///
/// Lines end as most of them do; those inside of texts stay as they are.
pub fn format(kind: FileKind, text: &str) -> Option<String> {
    let (header, rest) = split_header(text);
    let mut document: DocumentMut = rest.parse().ok()?;
    let shape = Shape::Table(kind.table());
    let tails = Tails::cut(&mut document);
    expand(document.as_table_mut(), &shape, &tails);
    let mut writer = Writer {
        text: String::new(),
        tails: &tails,
    };
    writer.comments(header);
    writer.body(document.as_table(), tails.below_root(), Some(&shape), &[]);
    writer.comments(raw(document.trailing()));
    Some(with_breaks(&writer.text, line_break(text)))
}

/// The canonical form of a file that plays a part in a plan. Returns `None` if it holds no
/// TOML, or something that is none.
pub(crate) fn canonical(role: &Role, text: &str) -> Option<String> {
    if let Some(kind) = FileKind::of(role) {
        return format(kind, text);
    }
    let narrative = role.is_narrative().then(|| narrative(text));
    let whole = narrative.filter(|narrative| !narrative.broken);
    whole.map(|narrative| narrative.text)
}

/// The kind of file of a plan that a text is, by the keys that it has, also where some of
/// it is not TOML; `None` if no kind of file has any of them.
pub fn kind_of(text: &str) -> Option<FileKind> {
    let keys: Vec<String> = match text.parse::<DocumentMut>() {
        Ok(document) => document.iter().map(|(key, _)| key.to_owned()).collect(),
        Err(_) => {
            let above = text.lines().take_while(|line| !line.starts_with('['));
            let pairs = above.filter_map(|line| line.split_once('='));
            pairs.map(|(key, _)| key.trim().to_owned()).collect()
        }
    };
    let files = FileKind::FILES.iter().copied();
    let known = |kind: FileKind| {
        let table = kind.table();
        let keys = keys.iter();
        keys.filter(|key| table.shape(key).is_some()).count()
    };
    // The first of those that know as many.
    let counted = files.map(|kind| (known(kind), kind));
    let best = counted.rev().max_by_key(|(count, _)| *count);
    best.filter(|(count, _)| *count > 0).map(|(_, kind)| kind)
}

/// How most lines of a text end, not counting those inside of values.
fn line_break(text: &str) -> &'static str {
    let source = Source::new(text);
    let breaks = source
        .lex()
        .filter(|token| token.kind() == TokenKind::Newline);
    let (windows, unix): (Vec<usize>, Vec<usize>) = breaks
        .map(|token| token.span().len())
        .partition(|length| *length > 1);
    if windows.len() > unix.len() {
        "\r\n"
    } else {
        "\n"
    }
}

/// The text with other ends of lines, except inside of values.
fn with_breaks(text: &str, line_break: &str) -> String {
    let source = Source::new(text);
    let mut written = String::with_capacity(text.len());
    for token in source.lex() {
        let (start, end) = (token.span().start(), token.span().end());
        written.push_str(if token.kind() == TokenKind::Newline {
            line_break
        } else {
            slice(text, start..end)
        });
    }
    written
}

/// Makes lists of inline tables, where entries are meant, arrays of tables: one
/// entry below the other, as they are written elsewhere; and tables of years
/// inline ones.
fn expand(table: &mut Table, shape: &Shape, tails: &Tails) {
    let keys = Keys(Some(shape));
    let mut has_value = false;
    for (mut key, item) in table.iter_mut() {
        let Some(inner) = keys.shape(key.get()) else {
            continue;
        };
        match inner {
            Shape::List(_) if inner.table().is_some() => {
                let tables = item.as_array().and_then(|array| entries(array, &key));
                if let Some(tables) = tables {
                    *item = Item::ArrayOfTables(tables);
                }
            }
            Shape::ByYear(_) => {
                let table = item
                    .as_table()
                    .filter(|table| tails.below(table).is_empty());
                if let Some(values) = table.and_then(years) {
                    let above = comments_only(raw_or_empty(
                        item.as_table().and_then(|table| table.decor().prefix()),
                    ));
                    if !above.is_empty() {
                        key.leaf_decor_mut().set_prefix(above);
                    }
                    *item = Item::Value(Value::InlineTable(values));
                    has_value = true;
                }
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
            | Shape::Table(_)
            | Shape::ByName(_) => {}
        }
        match item {
            Item::Table(one) => expand(one, inner, tails),
            Item::ArrayOfTables(all) => all.iter_mut().for_each(|one| expand(one, inner, tails)),
            Item::None | Item::Value(_) => {}
        }
    }
    // Whatever holds a value needs its header.
    if has_value && !table.is_dotted() {
        table.set_implicit(false);
    }
}

/// The values of a table with a header, or of dotted keys, as an inline table,
/// unless somebody commented on one of them.
fn years(table: &Table) -> Option<InlineTable> {
    let mut values = InlineTable::new();
    for (key, item) in table {
        let value = item.as_value()?;
        let above = raw_or_empty(table.key(key)?.leaf_decor().prefix());
        let behind = raw_or_empty(value.decor().suffix());
        if above.contains('#') || behind.contains('#') || value.to_string().contains('\n') {
            return None;
        }
        let mut value = value.clone();
        value.decor_mut().clear();
        values.insert(key, value);
    }
    // What stands behind the header stands behind the value.
    if let Some(behind) = table.decor().suffix() {
        values.decor_mut().set_suffix(behind.clone());
    }
    Some(values)
}

/// The comments above a header, without the blank lines that part it from what
/// stands before.
fn comments_only(prefix: &str) -> String {
    let lines = prefix.lines().map(str::trim);
    let comments = lines.filter(|line| !line.is_empty());
    comments.map(|line| format!("{line}\n")).collect()
}

/// The items of a list as entries, if all are tables and nobody commented on
/// them.
fn entries(array: &Array, key: &KeyMut<'_>) -> Option<ArrayOfTables> {
    let behind = raw_or_empty(array.decor().suffix());
    if array.is_empty() || has_comment(array) || behind.contains('#') {
        return None;
    }
    let mut tables = ArrayOfTables::new();
    for (at, value) in array.iter().enumerate() {
        let mut table = opened(value.as_inline_table()?);
        // What stands above the list stands above its first entry.
        let above = if at == 0 {
            raw_or_empty(key.leaf_decor().prefix())
        } else {
            ""
        };
        table.decor_mut().set_prefix(above);
        tables.push(table);
    }
    Some(tables)
}

/// An inline table as a table, in which dotted keys stay dotted keys.
fn opened(inline: &InlineTable) -> Table {
    let mut table = inline.clone().into_table();
    for (mut key, item) in table.iter_mut() {
        key.leaf_decor_mut().clear();
        match item {
            Item::Value(Value::InlineTable(inner)) if inner.is_dotted() => {
                let mut inner = opened(inner);
                inner.set_dotted(true);
                *item = Item::Table(inner);
            }
            Item::Value(value) => value.decor_mut().clear(),
            Item::None | Item::Table(_) | Item::ArrayOfTables(_) => {}
        }
    }
    table
}

/// The comment at the top of a file that a blank line parts from what follows,
/// with that line, and the rest. It is about the file and stays at the top,
/// whichever key comes first. So does a directive for editors, `#:schema …`,
/// which only the first line can be.
fn split_header(text: &str) -> (&str, &str) {
    let (mut end, mut at) = (0, 0);
    let mut comment = false;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        at += line.len();
        match content {
            "" if comment => end = at,
            "" => {}
            _ if content.starts_with("#:") && !comment => {
                comment = true;
                end = at;
            }
            _ if content.starts_with('#') => comment = true,
            _ => break,
        }
    }
    text.split_at(end)
}

struct Writer<'a> {
    text: String,
    tails: &'a Tails,
}

impl Writer<'_> {
    /// The keys of a table, the comments below them, then the tables in it.
    fn body(&mut self, table: &Table, tail: &str, shape: Option<&Shape>, path: &[String]) {
        let keys = Keys(shape);
        let mut values = table.get_values();
        keys.sort(&mut values);
        let begin = self.text.len();
        for (names, value) in &values {
            let prefix = names.last().map_or("", |name| prefix_of(name));
            let first = self.text.len() == begin;
            self.leading(prefix, first);
            let name = dotted(names);
            let written = write_value(value, keys.along(names), name.chars().count() + 3);
            self.text.push_str(&format!("{name} = {written}"));
            self.trailing(value.decor().suffix());
        }
        self.comments(tail);
        self.tables(table, shape, path);
    }

    /// The tables in a table, each with its header. A table that dotted keys
    /// opened has been written as keys; what stands below it has not.
    fn tables(&mut self, table: &Table, shape: Option<&Shape>, path: &[String]) {
        let keys = Keys(shape);
        let mut tables: Vec<(&str, &Item)> = table
            .iter()
            .filter(|(_, item)| item.is_table() || item.is_array_of_tables())
            .collect();
        tables.sort_by_key(|(name, _)| keys.order(name));
        for (name, item) in tables {
            let written = table.key(name).map_or_else(|| name.to_owned(), written_key);
            let path: Vec<String> = path.iter().cloned().chain([written]).collect();
            let inner = keys.shape(name);
            match item {
                Item::Table(one) if one.is_dotted() => self.tables(one, inner, &path),
                Item::Table(one) => {
                    if one.is_implicit() {
                        self.tables(one, inner, &path);
                    } else {
                        self.header(&path, one, ("[", "]"));
                        self.body(one, self.tails.below(one), inner, &path);
                    }
                }
                Item::ArrayOfTables(all) => {
                    for one in all {
                        self.header(&path, one, ("[[", "]]"));
                        self.body(one, self.tails.below(one), inner, &path);
                    }
                }
                Item::None | Item::Value(_) => {}
            }
        }
    }

    fn header(&mut self, path: &[String], table: &Table, brackets: (&str, &str)) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self.leading(raw_or_empty(table.decor().prefix()), true);
        let (open, close) = brackets;
        self.text
            .push_str(&format!("{open}{}{close}", path.join(".")));
        self.trailing(table.decor().suffix());
    }

    /// Comments above a key or a header; one blank line stays before them, or
    /// before the key, unless it is the first.
    fn leading(&mut self, prefix: &str, first: bool) {
        let mut blank = false;
        let mut begun = !first;
        for line in prefix.lines() {
            let line = line.trim();
            if line.is_empty() {
                blank = true;
                continue;
            }
            if blank && begun {
                self.text.push('\n');
            }
            self.text.push_str(line);
            self.text.push('\n');
            (blank, begun) = (false, true);
        }
        if blank && begun && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Comments on lines of their own.
    fn comments(&mut self, text: &str) {
        let mut blank = false;
        for line in text.lines().map(str::trim) {
            if line.is_empty() {
                blank = true;
                continue;
            }
            if blank && !self.text.is_empty() && !self.text.ends_with("\n\n") {
                self.text.push('\n');
            }
            self.text.push_str(line);
            self.text.push('\n');
            blank = false;
        }
        if blank && !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// A comment behind a value, and the end of the line.
    fn trailing(&mut self, suffix: Option<&RawString>) {
        let comment = raw_or_empty(suffix).trim();
        if !comment.is_empty() {
            self.text.push(' ');
            self.text.push_str(comment);
        }
        self.text.push('\n');
    }
}

/// What is known of the keys of a table.
struct Keys<'a>(Option<&'a Shape>);

impl<'a> Keys<'a> {
    fn known(&self) -> &'a [shape::Key] {
        self.0
            .and_then(Shape::table)
            .map_or(&[], |table| &table.keys)
    }

    /// The place of a key; unknown ones come last.
    fn order(&self, name: &str) -> usize {
        let place = self.known().iter().position(|key| key.name == name);
        place.unwrap_or(usize::MAX)
    }

    /// Sorts values as their keys are known: by the specification, or by year.
    fn sort(&self, values: &mut [(Vec<&Key>, &Value)]) {
        values.sort_by_cached_key(|(names, _)| self.place(names));
    }

    /// The place of a dotted key, name by name. Behind an unknown name keys stay as they
    /// were written.
    fn place(&self, names: &[&Key]) -> Vec<(usize, String)> {
        let mut place = Vec::new();
        let mut shape = self.0;
        for name in names {
            let keys = Keys(shape);
            if matches!(shape, Some(Shape::ByYear(_))) {
                place.push((0, name.get().to_owned()));
            } else {
                place.push((keys.order(name), String::new()));
            }
            shape = keys.shape(name);
            if shape.is_none() {
                break;
            }
        }
        place
    }

    fn shape(&self, name: &str) -> Option<&'a Shape> {
        match self.0 {
            Some(Shape::ByYear(value) | Shape::ByName(value)) => Some(value),
            _ => {
                let mut known = self.known().iter();
                known.find(|key| key.name == name).map(|key| &key.shape)
            }
        }
    }

    /// The shape behind a dotted key.
    fn along(&self, names: &[&Key]) -> Option<&'a Shape> {
        let (first, rest) = names.split_first()?;
        let mut shape = self.shape(first)?;
        for name in rest {
            shape = Keys(Some(shape)).shape(name)?;
        }
        Some(shape)
    }
}

/// `head.position`
fn dotted(names: &[&Key]) -> String {
    let names: Vec<String> = names.iter().map(|name| written_key(name)).collect();
    names.join(".")
}

/// A value in its canonical form; `indent` characters stand before it.
fn write_value(value: &Value, shape: Option<&Shape>, indent: usize) -> String {
    match value {
        Value::Integer(number) => {
            let written = number.display_repr();
            let digits = written.strip_prefix(['+', '-']).unwrap_or(&written);
            let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'_');
            match shape {
                Some(Shape::Money) if plain => grouped(*number.value()),
                _ => written.into_owned(),
            }
        }
        Value::String(text) => {
            let written = text.display_repr();
            // Text over several lines, and text with characters that need
            // writing in code, stays as somebody chose to write it.
            let plain = !text.value().contains(|c: char| c.is_control() || c == '\\');
            if plain
                && !hides(text.value(), &written)
                && !written.starts_with("\"\"\"")
                && !written.starts_with("'''")
            {
                basic(text.value())
            } else {
                written.into_owned()
            }
        }
        Value::Array(array) => write_array(array, shape, indent),
        Value::InlineTable(table) => write_inline(table, shape, indent),
        Value::Float(number) => number.display_repr().into_owned(),
        Value::Boolean(truth) => truth.display_repr().into_owned(),
        Value::Datetime(date) => date.display_repr().into_owned(),
    }
}

fn write_array(array: &Array, shape: Option<&Shape>, indent: usize) -> String {
    let item = match shape {
        Some(Shape::List(item)) => Some(item.as_ref()),
        _ => None,
    };
    if has_comment(array) {
        return with_comments(array, item);
    }
    let items: Vec<String> = array
        .iter()
        .map(|value| write_value(value, item, 4))
        .collect();
    let line = format!("[{}]", items.join(", "));
    if !line.contains('\n') && indent + line.chars().count() <= WIDTH || items.is_empty() {
        return line;
    }
    let lines: String = items.iter().map(|item| format!("    {item},\n")).collect();
    format!("[\n{lines}]")
}

/// A list with comments: each item on a line of its own, behind it what was said of it.
/// Where there are comments inside of items, the list stays as somebody arranged it.
fn with_comments(array: &Array, item: Option<&Shape>) -> String {
    let arranged = |value: &Value| match value {
        Value::Array(array) => has_comment(array),
        Value::InlineTable(table) => is_broken(table),
        Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => false,
    };
    if array.iter().any(arranged) {
        let mut alone = array.clone();
        alone.decor_mut().clear();
        return alone.to_string();
    }
    let mut lines = Lines::default();
    lines.begin("[".to_owned());
    for value in array {
        lines.comments(raw_or_empty(value.decor().prefix()));
        lines.begin(format!("    {},", write_value(value, item, 4)));
        lines.comments(raw_or_empty(value.decor().suffix()));
    }
    lines.comments(raw(array.trailing()));
    lines.begin("]".to_owned());
    lines.text
}

/// Lines of a list.
#[derive(Default)]
struct Lines {
    text: String,
    /// Whether a comment can still stand behind the last line.
    open: bool,
}

impl Lines {
    fn begin(&mut self, line: String) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(&line);
        self.open = true;
    }

    /// What stands between two items: the rest of a line, and lines below it.
    fn comments(&mut self, between: &str) {
        for (at, line) in between.split('\n').enumerate() {
            let comment = line.trim();
            if comment.is_empty() {
                continue;
            }
            if at == 0 && self.open {
                self.text.push(' ');
                self.text.push_str(comment);
            } else {
                self.begin(format!("    {comment}"));
            }
            self.open = false;
        }
    }
}

fn has_comment(array: &Array) -> bool {
    let decorated = |value: &Value| {
        let decor = value.decor();
        let around = [decor.prefix(), decor.suffix()];
        around
            .into_iter()
            .any(|raw| raw_or_empty(raw).contains('#'))
            || match value {
                Value::Array(array) => has_comment(array),
                Value::InlineTable(table) => is_broken(table),
                Value::String(_)
                | Value::Integer(_)
                | Value::Float(_)
                | Value::Boolean(_)
                | Value::Datetime(_) => false,
            }
    };
    raw(array.trailing()).contains('#') || array.iter().any(decorated)
}

/// Whether an inline table goes over several lines, as one with comments does.
fn is_broken(table: &InlineTable) -> bool {
    alone(table).contains('\n')
}

/// An inline table as it was written, without what stands around it.
fn alone(table: &InlineTable) -> String {
    let mut alone = table.clone();
    alone.decor_mut().clear();
    alone.to_string()
}

fn write_inline(table: &InlineTable, shape: Option<&Shape>, indent: usize) -> String {
    if is_broken(table) {
        return alone(table);
    }
    let keys = Keys(shape);
    let mut values = table.get_values();
    keys.sort(&mut values);
    let pairs: Vec<String> = values
        .iter()
        .map(|(names, value)| {
            let shape = keys.along(names);
            format!("{} = {}", dotted(names), write_value(value, shape, indent))
        })
        .collect();
    if pairs.is_empty() {
        return "{}".into();
    }
    format!("{{ {} }}", pairs.join(", "))
}

/// `1_250_000_000`
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let length = digits.len();
    let mut text = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (length - at).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

/// Text without control characters and backslashes between double quotation
/// marks, or between single ones if it holds double ones.
fn basic(text: &str) -> String {
    if !text.contains('"') {
        format!("\"{text}\"")
    } else if !text.contains('\'') {
        format!("'{text}'")
    } else {
        format!("\"{}\"", text.replace('"', "\\\""))
    }
}

/// Characters that nobody sees, except a space.
static UNSEEN: LazyLock<Regex> =
    LazyLock::new(|| literal_pattern(r"[[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]--[ ]]"));

/// Whether a value has characters that nobody sees and that are written in code, so that
/// somebody does.
fn hides(value: &str, written: &str) -> bool {
    let unseen = |text: &str| UNSEEN.find_iter(text).count();
    unseen(value) > unseen(written)
}

/// A key as it is written: bare if it can be.
fn written_key(key: &Key) -> String {
    let name = key.get();
    let written = key.display_repr();
    if hides(name, &written) {
        return written.into_owned();
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if !name.is_empty() && name.bytes().all(plain) {
        name.to_owned()
    } else {
        Key::new(name)
            .default_repr()
            .as_raw()
            .as_str()
            .unwrap_or(name)
            .to_owned()
    }
}

fn prefix_of(key: &Key) -> &str {
    raw_or_empty(key.leaf_decor().prefix())
}

fn raw(text: &RawString) -> &str {
    text.as_str().unwrap_or_default()
}

fn raw_or_empty(text: Option<&RawString>) -> &str {
    text.map_or("", raw)
}
