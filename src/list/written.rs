//! Rows as a table, as CSV or as JSON.

use serde_json::{Map, Number, json};

use super::Rows;
use crate::language::Format;
use crate::value::Value;

/// Most letters of a cell in a table for people.
const WIDEST: usize = 60;

impl Rows {
    /// A table for people: money in groups of three digits, long texts cut. Files for
    /// machines are [`csv`](Self::csv) and [`json`](Self::json), where nothing is.
    pub fn table(&self, format: &Format) -> String {
        let cell = |values: &Vec<Value>| {
            let values = values.iter().map(|value| {
                if let Value::Money(amount) = value {
                    format.amount(amount.0)
                } else {
                    value.to_string()
                }
            });
            let text = values.collect::<Vec<_>>().join(", ").replace('\n', " ");
            if text.chars().count() > WIDEST {
                text.chars().take(WIDEST - 1).chain(['…']).collect()
            } else {
                text
            }
        };
        let lines: Vec<Vec<String>> = std::iter::once(self.columns.clone())
            .chain(self.rows.iter().map(|row| row.iter().map(cell).collect()))
            .collect();
        let width = |column: usize| {
            let cells = lines.iter().filter_map(|line| line.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(width).collect();
        let is_number = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            let mut values = cells.flatten().peekable();
            values.peek().is_some()
                && values.all(|value| {
                    matches!(value, Value::Money(_) | Value::Number(_) | Value::Count(_))
                })
        };
        let right: Vec<bool> = (0..self.columns.len()).map(is_number).collect();
        let mut text = String::new();
        for line in &lines {
            let cells = line.iter().zip(&widths).zip(&right);
            let cells = cells.map(|((cell, width), right)| {
                if *right {
                    format!("{cell:>width$}")
                } else {
                    format!("{cell:<width$}")
                }
            });
            let line = cells.collect::<Vec<_>>().join("  ");
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// Comma-separated values as RFC 4180 has them: a line of names, then one for each row;
    /// amounts are digits, several values of a cell stand between semicolons.
    pub fn csv(&self) -> String {
        let quoted = |text: &str| {
            if text.contains(['"', ',', '\n', '\r', ';']) {
                format!("\"{}\"", text.replace('"', "\"\""))
            } else {
                text.to_owned()
            }
        };
        let mut text = String::new();
        let mut line = |cells: Vec<String>| {
            text.push_str(&cells.join(","));
            text.push_str("\r\n");
        };
        line(self.columns.iter().map(|name| quoted(name)).collect());
        for row in &self.rows {
            let cells = row.iter().map(|values| {
                let values = values.iter().map(Value::to_string);
                quoted(&values.collect::<Vec<_>>().join("; "))
            });
            line(cells.collect());
        }
        text
    }

    /// A list of objects: numbers are numbers, what has no value is `null`, several values
    /// are a list.
    pub fn json(&self) -> serde_json::Value {
        let rows = self.rows.iter().map(|row| {
            let cells = self.columns.iter().zip(row);
            let cells = cells.map(|(name, values)| {
                let value = match values.as_slice() {
                    [] => serde_json::Value::Null,
                    [only] => data(only),
                    several => several.iter().map(data).collect(),
                };
                (name.clone(), value)
            });
            serde_json::Value::Object(cells.collect::<Map<_, _>>())
        });
        rows.collect()
    }
}

fn data(value: &Value) -> serde_json::Value {
    let text = value.to_string();
    // A number that JSON cannot hold to the last digit is written as text.
    let number = || {
        let number: Number = text.parse().ok()?;
        (number.to_string() == text).then_some(serde_json::Value::Number(number))
    };
    match value {
        Value::Flag(flag) => json!(flag),
        Value::Count(count) => json!(count),
        Value::Year(year) => json!(year.0),
        Value::Money(_) | Value::Number(_) => number().unwrap_or_else(|| json!(text)),
        Value::List(items) => json!(items),
        Value::Present
        | Value::Text(_)
        | Value::Date(_)
        | Value::Word(_)
        | Value::Entry(_)
        | Value::Prose(_)
        | Value::Digest(_) => json!(text),
    }
}
