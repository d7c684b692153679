//! The entries of a plan, or the items of their lists, as rows with columns.

mod written;

use std::cmp::Ordering;

use crate::finding::{NameIndex, Refusal};
use crate::language::message;
use crate::model::{EntryKind, EntryRef};
use crate::query::{Column, Comparison, Expression, ExpressionError, Subject};
use crate::records::{Records, Row};
use crate::resolve::Plan;
use crate::source::SourceTree;
use crate::value::Value;

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
    let columns = match query.columns.as_slice() {
        [] => subject.customary(),
        columns => columns.to_vec(),
    };
    let columns: Result<Vec<(String, Column)>, Refusal> = columns
        .into_iter()
        .map(|name| Ok((name.clone(), subject.column(&name)?)))
        .collect();
    let columns = columns?;
    let filter = query.filter.map(|text| {
        let parsed = subject.parse(text);
        parsed.map_err(|error| refusal(error, text))
    });
    let filter = filter.transpose()?;
    let sort = query
        .sort
        .iter()
        .map(|column| match column.strip_prefix('-') {
            Some(column) => (column, true),
            None => (column.as_str(), false),
        });
    let sort: Vec<(&str, bool)> = sort.collect();
    for (column, _) in &sort {
        subject.column(column)?;
    }
    let records = Records::new(plan, tree);
    let keys = records.keys().filter(|key| key.kind == subject.kind);
    let rows: Vec<Row> = keys.flat_map(|key| records.rows(&subject, key)).collect();
    if let Some(filter) = &filter {
        follow(filter, &subject, &records, &rows)?;
    }
    let rows = rows.into_iter();
    let is_wanted = |row: &Row| filter.as_ref().is_none_or(|filter| row.is(filter));
    let mut rows: Vec<Row> = rows.filter(is_wanted).collect();
    for (column, is_descending) in sort.iter().rev() {
        rows.sort_by(|one, other| {
            let (one, other) = (one.get(column), other.get(column));
            // What says nothing comes last either way.
            let empty = one.is_empty().cmp(&other.is_empty());
            let pairs = one.iter().zip(other);
            let order = pairs.map(|(one, other)| one.order(other));
            let order = order.fold(Ordering::Equal, Ordering::then);
            let order = order.then(one.len().cmp(&other.len()));
            empty.then(if *is_descending {
                order.reverse()
            } else {
                order
            })
        });
    }
    let cell = |row: &Row, (name, column): &(String, Column)| {
        let values = row.get(name).iter().map(|value| {
            // Where a key refers to one kind, the id says all.
            if let Value::Entry(entry) = value
                && !column.is_typed()
            {
                Value::Text(entry.id.clone())
            } else {
                value.clone()
            }
        });
        values.collect()
    };
    let rows = rows.iter();
    let rows = rows.map(|row| columns.iter().map(|column| cell(row, column)).collect());
    let rows = rows.collect();
    let columns = columns.into_iter().map(|(name, _)| name).collect();
    Ok(Rows { columns, rows })
}

/// Whether what a list has may not all have been read.
pub fn may_lack(plan: &Plan, tree: &SourceTree, what: &str) -> bool {
    let kind = Subject::find(what).map(|subject| subject.kind);
    kind.is_ok_and(|kind| plan.may_lack(kind, tree))
}

/// Refuses an id of no entry in a column of references, unless a row has it.
fn follow(
    filter: &Expression,
    subject: &Subject,
    records: &Records<'_>,
    rows: &[Row],
) -> Result<(), Refusal> {
    let equations = subject.equations(filter).into_iter();
    for (named, column, literal) in equations.filter(|(_, column, _)| !column.refers.is_empty()) {
        let text = literal.text();
        let is_address = EntryRef::parse(text).is_some();
        let kinds = &column.refers;
        let known = records.keys().filter(|key| kinds.contains(&key.kind));
        let known: Vec<String> = known
            .map(|key| {
                if is_address {
                    key.to_string()
                } else {
                    key.id.clone()
                }
            })
            .collect();
        let is_same = Expression::Compare(named.clone(), Comparison::Equal, literal.clone());
        let may_lack = |kind: &EntryKind| records.plan.may_lack(*kind, records.tree);
        let is_known = known.iter().any(|id| id == text)
            || rows.iter().any(|row| row.is(&is_same))
            || kinds.iter().any(may_lack);
        if !is_known {
            let known: NameIndex = known.iter().map(String::as_str).collect();
            return Err(column.never(text, &known));
        }
    }
    Ok(())
}

/// What is said of an expression on the command line.
fn refusal(error: ExpressionError, text: &str) -> Refusal {
    match error.hint {
        Some(hint) => Refusal {
            message: error.message,
            hint,
        },
        None => {
            let before = text.get(..error.range.start).unwrap_or(text);
            let at = before.chars().count() + 1;
            Refusal {
                message: message!("expression-error", at = at, text = text),
                hint: error.message,
            }
        }
    }
}
