//! The entries of a plan, or the items of their lists, as rows with columns.

mod expression;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::listing::Listing;
use crate::diff::{Field, Value, naming};
use crate::finding::Names;
use crate::language::{Message, message};
use crate::model::shape::{FileKind, Shape, Table};
use crate::model::{EntryKind, EntryRef, Rupiah, Year};
use crate::resolve::Plan;
use crate::scaffold::Refusal;
use crate::source::SourceTree;

pub use expression::{Column, Comparison, Expression, ExpressionError, Literal};

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Query<'q> {
    /// A kind of entry, `program`, or a list of its entries, `program.budget`.
    pub what: &'q str,
    /// The columns; the customary ones if there are none.
    pub columns: Vec<String>,
    /// Which rows; all of them without it.
    pub filter: Option<&'q str>,
    /// The columns by which the rows are put in order, each behind `-` for the largest first;
    /// without them they stand in the order of their ids.
    pub sort: Vec<String>,
}

/// Rows with columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows: for each column the values that it has there; several in a list, or none.
    pub rows: Vec<Vec<Vec<Value>>>,
}

/// The rows of a plan that a query asks for.
///
/// # Errors
/// A kind, a list or a column that is not there, and an expression that is none.
pub fn list(plan: &Plan, tree: &SourceTree, query: &Query<'_>) -> Result<Rows, Refusal> {
    let subject = Subject::find(query.what)?;
    let known = subject.columns();
    let filter = query.filter.map(Expression::parse).transpose();
    let filter = filter.map_err(|error| error.refusal(query.filter.unwrap_or_default()))?;
    let named = filter.iter().flat_map(|filter| filter.columns());
    let named = named.map(|column| column.name.as_str());
    let sort: Vec<(&str, bool)> = query
        .sort
        .iter()
        .map(|column| match column.strip_prefix('-') {
            Some(column) => (column, true),
            None => (column.as_str(), false),
        })
        .collect();
    let columns = match query.columns.as_slice() {
        [] => subject.customary(),
        columns => columns.to_vec(),
    };
    let asked = columns.iter().map(String::as_str);
    for name in asked.chain(named).chain(sort.iter().map(|(name, _)| *name)) {
        check_column(name, &known)?;
    }
    let listing = Listing::new(plan, tree);
    let keys = listing.keys().filter(|key| key.kind == subject.kind);
    let mut rows: Vec<Values> = Vec::new();
    for key in keys {
        rows.extend(subject.rows(&listing, key));
    }
    if let Some(filter) = &filter {
        let text = query.filter.unwrap_or_default();
        for (column, literal) in filter.comparisons() {
            let mut values = rows.iter().flat_map(|row| row.get(&column.name)).peekable();
            if values.peek().is_some() && !values.any(|value| literal.is_comparable(value)) {
                let message = message!(
                    "expression-apart",
                    value = literal.text(),
                    column = &column.name
                );
                let range = literal.range();
                return Err(ExpressionError { range, message }.refusal(text));
            }
        }
        rows.retain(|row| filter.holds(&|name| row.get(name).iter().collect()));
    }
    for (column, is_descending) in sort.iter().rev() {
        rows.sort_by(|one, other| {
            let (one, other) = (one.get(column), other.get(column));
            // What says nothing comes last either way.
            let empty = one.is_empty().cmp(&other.is_empty());
            let order = one.cmp(other);
            empty.then(if *is_descending {
                order.reverse()
            } else {
                order
            })
        });
    }
    let typed = subject.typed();
    let rows = rows.iter().map(|row| {
        let cells = columns.iter().map(|column| {
            let is_typed = typed.contains(column);
            let values = row.get(column).iter().cloned();
            let values = values.map(|value| {
                // Where a key refers to one kind, the id says all.
                if let Value::Entry(entry) = &value
                    && !is_typed
                {
                    return Value::Text(entry.id.clone());
                }
                value
            });
            values.collect()
        });
        cells.collect()
    });
    let rows = rows.collect();
    Ok(Rows { columns, rows })
}

/// What the rows are.
struct Subject {
    kind: EntryKind,
    table: Table,
    /// The list of which each item is a row, and its table.
    item: Option<(&'static str, Table)>,
}

/// The values of a row by the names of its columns.
#[derive(Default, Clone)]
struct Values(BTreeMap<String, Vec<Value>>);

impl Values {
    fn get(&self, column: &str) -> &[Value] {
        self.0.get(column).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, column: impl Into<String>, value: Value) {
        let values = self.0.entry(column.into()).or_default();
        match value {
            Value::List(items) => values.extend(items.into_iter().map(Value::Text)),
            value @ (Value::Present
            | Value::Text(_)
            | Value::Flag(_)
            | Value::Count(_)
            | Value::Money(_)
            | Value::Number(_)
            | Value::Year(_)
            | Value::Date(_)
            | Value::Word(_)
            | Value::Entry(_)
            | Value::Prose(_)
            | Value::Digest(_)) => values.push(value),
        }
    }
}

/// Every kind of which entries can be listed, with what its table looks like.
fn tables() -> Vec<(EntryKind, Table)> {
    let all: Vec<(&str, Table)> = FileKind::ALL
        .iter()
        .flat_map(|kind| kind.tables())
        .collect();
    let of = |kind: &EntryKind| {
        let word = kind.word();
        let is_it = |(key, table): &&(&str, Table)| {
            let last = table.name.rsplit('-').next();
            let is_listed = table.keys.iter().any(|key| key.tells_apart);
            table.name == word || (is_listed && *key == word && last == Some(word))
        };
        let found = all.iter().find(is_it)?;
        Some((*kind, found.1.clone()))
    };
    EntryKind::ALL.iter().filter_map(of).collect()
}

impl Subject {
    fn find(what: &str) -> Result<Self, Refusal> {
        let (kind, item) = match what.split_once('.') {
            Some((kind, item)) => (kind, Some(item)),
            None => (what, None),
        };
        let tables = tables();
        let found = tables.iter().find(|(known, _)| known.word() == kind);
        let Some((found, table)) = found else {
            let known: Names = tables.iter().map(|(kind, _)| kind.word()).collect();
            let hint = match EntryRef::meant(&format!("{kind}:x")) {
                Some(meant) if !meant.starts_with(&format!("{kind}:")) => {
                    let word = meant.split(':').next().unwrap_or(&meant);
                    message!("did-you-mean", name = word)
                }
                _ => suggest(&known, kind),
            };
            return refuse(message!("list-no-kind", kind = kind), hint);
        };
        let lists = table.keys.iter();
        // What has an address of its own is a kind.
        let lists = lists.filter(|key| EntryKind::parse(key.name).is_none());
        let lists = lists.filter_map(|key| Some((key.name, key.shape.repeated()?)));
        let lists: Vec<(&'static str, &Table)> = lists.collect();
        let item = match item {
            None => None,
            Some(item) => {
                let list = lists.iter().find(|(name, _)| *name == item);
                let Some((name, list)) = list else {
                    let known: Names = lists.iter().map(|(name, _)| *name).collect();
                    let hint = suggest(&known, item);
                    let message = message!("list-no-list", kind = kind, list = item);
                    return refuse(message, hint);
                };
                Some((*name, (*list).clone()))
            }
        };
        Ok(Self {
            kind: *found,
            table: table.clone(),
            item,
        })
    }

    /// Whether there may be several entries of the kind.
    fn has_ids(&self) -> bool {
        !matches!(
            self.kind,
            EntryKind::Plan | EntryKind::Rpjmd | EntryKind::Council
        )
    }

    /// The columns of the entries themselves.
    fn own_columns(&self) -> Vec<String> {
        let mut columns = Vec::from_iter(self.has_ids().then(|| "id".to_owned()));
        let computed: &[&str] = match self.kind {
            EntryKind::Program => &["label", "opd", "total"],
            EntryKind::Dimension | EntryKind::Policy => &["pillar"],
            EntryKind::Plan
            | EntryKind::Phase
            | EntryKind::Volume
            | EntryKind::Pillar
            | EntryKind::Opd
            | EntryKind::Rpjmd
            | EntryKind::Mission
            | EntryKind::Goal
            | EntryKind::Priority
            | EntryKind::Council
            | EntryKind::Stakeholder
            | EntryKind::Law
            | EntryKind::District
            | EntryKind::Need
            | EntryKind::Readiness
            | EntryKind::Abbreviation
            | EntryKind::Proposal
            | EntryKind::Evaluation
            | EntryKind::Chapter
            | EntryKind::Asset => &[],
        };
        columns.extend(computed.iter().map(|name| (*name).to_owned()));
        for key in &self.table.keys {
            match key.shape.table() {
                Some(table) => columns.extend(dotted(key.name, table)),
                // A sum or an address is there already.
                None if columns.iter().any(|name| name == key.name) => {}
                None => columns.push(key.name.to_owned()),
            }
        }
        columns
    }

    /// The columns that there are.
    fn columns(&self) -> Vec<String> {
        let own = self.own_columns();
        match &self.item {
            None => own,
            Some((_, table)) => {
                let word = self.kind.word();
                let keys = table.keys.iter().flat_map(|key| match key.shape.table() {
                    Some(table) => dotted(key.name, table).collect(),
                    None => vec![key.name.to_owned()],
                });
                let mut columns = vec![word.to_owned()];
                columns.extend(keys);
                columns.extend(own.into_iter().map(|name| format!("{word}.{name}")));
                columns
            }
        }
    }

    /// The columns with references that name their kind.
    fn typed(&self) -> BTreeSet<String> {
        let reference = Shape::List(Box::new(Shape::Reference));
        let keys = self.table.keys.iter();
        let keys = keys.filter(|key| key.shape == reference);
        keys.map(|key| match self.item {
            Some(_) => format!("{}.{}", self.kind.word(), key.name),
            None => key.name.to_owned(),
        })
        .collect()
    }

    /// The columns that are shown if nobody asks for others.
    fn customary(&self) -> Vec<String> {
        let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        if let Some((_, table)) = &self.item {
            let mut columns = vec![self.kind.word().to_owned()];
            let keys = table.keys.iter();
            let keys = keys.filter(|key| !matches!(key.shape, Shape::Table(_)));
            columns.extend(keys.map(|key| key.name.to_owned()));
            return columns;
        }
        if self.kind == EntryKind::Program {
            return own(&["label", "id", "title", "opd", "pillar", "status", "total"]);
        }
        let named = ["title", "name", "text", "aspect", "long"];
        let has = |name: &&str| self.table.keys.iter().any(|key| key.name == *name);
        let mut columns: Vec<String> = own(if self.has_ids() { &["id"] } else { &[] });
        columns.extend(named.iter().copied().find(has).map(str::to_owned));
        columns
    }

    /// The rows of an entry.
    fn rows(&self, listing: &Listing<'_>, key: &EntryRef) -> Vec<Values> {
        let fields = listing.fields(key);
        let mut own = values(&fields);
        own.add("id", Value::Text(key.id.clone()));
        // What tells entries apart is their address.
        for named in self.table.keys.iter().filter(|named| named.tells_apart) {
            if named.name != "id" {
                own.add(named.name, Value::Text(key.id.clone()));
            }
        }
        if let Some(number) = listing.number(key) {
            own.add("label", Value::Text(number));
        }
        if let Some(program) = listing.program(key) {
            own.0.remove("total");
            let mut years: BTreeMap<Year, i128> = BTreeMap::new();
            for line in &program.file.budget {
                *years.entry(line.year.value).or_default() += line.amount.value.0;
            }
            own.add("total", Value::Money(Rupiah(years.values().sum())));
            for (year, amount) in years {
                own.add(format!("total.{year}"), Value::Money(Rupiah(amount)));
            }
        }
        let Some((list, _)) = &self.item else {
            return vec![own];
        };
        let word = self.kind.word();
        let own: BTreeMap<String, Vec<Value>> = own
            .0
            .into_iter()
            .map(|(name, values)| (format!("{word}.{name}"), values))
            .collect();
        let mut rows: Vec<Values> = Vec::new();
        let mut last = None;
        for field in fields.iter().filter(|field| field.path.field == *list) {
            let path = &field.path;
            if last != Some((&path.item, path.nth)) {
                last = Some((&path.item, path.nth));
                let mut row = Values(own.clone());
                row.add(word, Value::Text(key.id.clone()));
                rows.push(row);
            }
            if let Some(row) = rows.last_mut() {
                add(row, "", field);
            }
        }
        rows
    }
}

/// The keys of a table, behind the key of the table.
fn dotted<'t>(key: &'t str, table: &'t Table) -> impl Iterator<Item = String> + 't {
    let keys = table.keys.iter();
    keys.map(move |inner| format!("{key}.{}", inner.name))
}

/// The values of an entry by the names of its columns.
fn values(fields: &[Field]) -> Values {
    let mut values = Values::default();
    for field in fields {
        let path = &field.path;
        match (path.field, path.item.as_slice(), path.key) {
            ("", ..) => {}
            (name, [], "") => values.add(name, field.value.clone()),
            // A list of values: each is the name of its item.
            (name, [only], "") if naming::names(name).is_empty() => {
                values.add(name, only.clone());
            }
            (name, ..) => add(&mut values, name, field),
        }
    }
    values
}

/// Adds the value of a key of an item, or what the item is called.
fn add(values: &mut Values, list: &str, field: &Field) {
    let path = &field.path;
    let column = |key: &str| match list {
        "" => key.to_owned(),
        list => format!("{list}.{key}"),
    };
    if path.key.is_empty() {
        let names = naming::names(path.field).iter();
        for (name, value) in names.zip(&path.item) {
            values.add(column(name), value.clone());
        }
        return;
    }
    let key = path.key.replacen("baseline-", "baseline.", 1);
    if let Some(year) = path.year {
        values.add(format!("{}.{year}", column(&key)), field.value.clone());
    }
    values.add(column(&key), field.value.clone());
}

/// Refuses a column that is not there. That of a year, `targets.2026`, is there if the one
/// of all years is.
fn check_column(name: &str, known: &[String]) -> Result<(), Refusal> {
    let whole = name
        .rsplit_once('.')
        .filter(|(_, year)| Year::parse(year).is_some());
    let whole = whole.map_or(name, |(whole, _)| whole);
    if known.iter().any(|known| known == whole) {
        return Ok(());
    }
    let names: Names = known.iter().map(String::as_str).collect();
    refuse(
        message!("list-no-column", column = name),
        suggest(&names, name),
    )
}

/// The names that may have been meant, or all that there are.
fn suggest(known: &Names, wrong: &str) -> Message {
    known.meant(wrong).unwrap_or_else(|| {
        let known: Vec<&str> = known.iter().collect();
        message!("list-known", known = known.join(", "))
    })
}

impl ExpressionError {
    /// What is said of an expression on the command line.
    fn refusal(self, text: &str) -> Refusal {
        let before = text.get(..self.range.start).unwrap_or(text);
        Refusal {
            message: message!(
                "expression-error",
                at = before.chars().count() + 1,
                text = text
            ),
            hint: self.message,
        }
    }
}

fn refuse<T>(message: Message, hint: Message) -> Result<T, Refusal> {
    Err(Refusal { message, hint })
}
