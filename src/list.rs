//! The entries of a plan, or the items of their lists, as rows with columns.

mod written;

use crate::finding::Refusal;
use crate::language::message;
use crate::query::{Column, ExpressionError, Subject};
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
    let rows = keys.flat_map(|key| records.rows(&subject, key));
    let is_wanted = |row: &Row| filter.as_ref().is_none_or(|filter| row.is(filter));
    let mut rows: Vec<Row> = rows.filter(is_wanted).collect();
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
