//! What entries say, as rows with columns.

use std::collections::BTreeMap;

use super::{Field, Records};
use crate::model::naming;
use crate::model::{EntryKind, EntryRef, Rupiah, Year};
use crate::query::{Expression, Subject};
use crate::resolve::{Id, Program};
use crate::value::Value;

/// The values of a row by the names of its columns.
#[derive(Debug, Default, Clone)]
pub struct Row(BTreeMap<String, Vec<Value>>);

impl Row {
    /// The values of a column; none if it has none here.
    pub fn get(&self, column: &str) -> &[Value] {
        self.0.get(column).map_or(&[], Vec::as_slice)
    }

    /// Whether an expression holds for it.
    pub fn is(&self, expression: &Expression) -> bool {
        expression.holds(&|name| self.get(name).iter().collect())
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

impl Records<'_> {
    /// Whether an expression over programmes holds for one.
    pub fn holds(&self, expression: &Expression, id: Id<Program>) -> bool {
        let key = EntryRef::new(EntryKind::Program, &self.plan.programs[id].id);
        let subject = Subject::of(EntryKind::Program).into_iter();
        let mut rows = subject.flat_map(|subject| self.rows(&subject, &key));
        rows.any(|row| row.is(expression))
    }

    /// The rows of an entry: one with the columns of a subject, or one for each item of the
    /// list that the subject is.
    pub fn rows(&self, subject: &Subject, key: &EntryRef) -> Vec<Row> {
        let fields = self.fields(key);
        let mut own = values(&fields);
        own.add("id", Value::Text(key.id.clone()));
        // What tells entries apart is their address.
        for named in subject.table.keys.iter().filter(|named| named.tells_apart) {
            if named.name != "id" {
                own.add(named.name, Value::Text(key.id.clone()));
            }
        }
        if let Some(number) = self.number(key) {
            own.add("label", Value::Text(number));
        }
        if let Some(program) = self.program(key) {
            own.0.remove("total");
            let mut years: BTreeMap<Year, i128> = BTreeMap::new();
            for line in program.file.lines() {
                *years.entry(line.year.value).or_default() += line.amount.value.0;
            }
            own.add("total", Value::Money(Rupiah(years.values().sum())));
            for (year, amount) in years {
                own.add(format!("total.{year}"), Value::Money(Rupiah(amount)));
            }
        }
        let Some(list) = &subject.item else {
            return vec![own];
        };
        let word = subject.kind.word();
        let own: BTreeMap<String, Vec<Value>> = own
            .0
            .into_iter()
            .map(|(name, values)| (format!("{word}.{name}"), values))
            .collect();
        let mut rows: Vec<Row> = Vec::new();
        let mut last = None;
        for field in fields.iter().filter(|field| field.path.field == list.name) {
            let path = &field.path;
            if last != Some((&path.item, path.nth)) {
                last = Some((&path.item, path.nth));
                let mut row = Row(own.clone());
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

/// The values of an entry by the names of its columns.
fn values(fields: &[Field]) -> Row {
    let mut values = Row::default();
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
fn add(values: &mut Row, list: &str, field: &Field) {
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
