//! Kinds of entries and lists of their items as tables with columns.

use std::ops::Range;
use std::sync::LazyLock;

use super::expression::{Comparison, Expression, ExpressionError, Literal, Named};
use crate::finding::{NameIndex, Refusal};
use crate::language::{Message, message};
use crate::model::customary;
use crate::model::shape::{FileKind, ItemList, Key, Shape, Table};
use crate::model::{EntryKind, EntryRef, Year};
use crate::slice::slice;

/// What the rows are.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The kind of entry.
    pub kind: EntryKind,
    /// What its table looks like.
    pub table: &'static Table,
    /// The list of which each item is a row; `None` if each entry is one.
    pub item: Option<ItemList<'static>>,
}

/// A column of rows.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What a value of it is: a list of amounts is an amount.
    pub shape: Shape,
    /// The kinds of entries that a value refers to; none of what is no reference.
    pub refers: Vec<EntryKind>,
}

impl Column {
    fn new(name: impl Into<String>, shape: Shape) -> Self {
        Self {
            name: name.into(),
            shape,
            refers: Vec::new(),
        }
    }

    fn reference(name: impl Into<String>, kind: EntryKind) -> Self {
        Self {
            refers: vec![kind],
            ..Self::new(name, Shape::Text)
        }
    }

    fn of_key(name: impl Into<String>, key: &Key) -> Self {
        Self {
            refers: key.refers.clone(),
            ..Self::new(name, value_of(&key.shape).clone())
        }
    }

    fn behind(self, word: &str) -> Self {
        let name = format!("{word}.{}", self.name);
        Self { name, ..self }
    }

    /// Whether its references name their kinds.
    pub(crate) fn is_typed(&self) -> bool {
        self.shape == Shape::Reference
    }

    /// Whether one of its values comes before another: words that name a state do not, nor do
    /// yes and no.
    fn is_ordered(&self) -> bool {
        !matches!(self.shape, Shape::Boolean | Shape::Word(_) | Shape::Code(_))
    }

    /// What is said of a value that it never has, where these are some that it could have.
    pub(crate) fn never(&self, value: &str, known: &NameIndex) -> Refusal {
        Refusal {
            message: message!("expression-word", value = value, column = &self.name),
            hint: suggest(known, value),
        }
    }

    /// What is wrong with comparing a value of it with a literal, and what would not be.
    fn fault(&self, literal: &Literal) -> Option<(Message, Option<Message>)> {
        let text = literal.text();
        let apart = || message!("expression-apart", value = text, column = &self.name);
        let one_of = |known: &[&str]| {
            let names: NameIndex = known.iter().copied().collect();
            let message = message!("expression-word", value = text, column = &self.name);
            let is_known = known.contains(&text);
            (!is_known).then(|| (message, Some(suggest(&names, text))))
        };
        let needs = |is_there: bool| {
            let is_value = |value: &String| {
                let literal = Literal::of(value);
                literal.is_number() || literal.is_date()
            };
            let meant = || {
                let mut meant = customary::meant(text, &self.shape, &self.name)?;
                meant.values.retain(is_value);
                let is_any = !meant.values.is_empty();
                is_any.then(|| meant.offer())
            };
            (!is_there).then(|| (apart(), meant()))
        };
        match &self.shape {
            Shape::Boolean => one_of(&["true", "false"]),
            Shape::Word(words) => one_of(words),
            Shape::Code(_) => None,
            // A point in a whole number separates thousands or nothing.
            Shape::Count | Shape::Money | Shape::Year => needs(literal.is_whole()),
            Shape::Number => needs(literal.is_number()),
            Shape::Date => needs(literal.is_number() || literal.is_date()),
            Shape::Text
            | Shape::Reference
            | Shape::List(_)
            | Shape::Table(_)
            | Shape::ByYear(_)
            | Shape::ByName(_) => {
                match EntryRef::parse(text).filter(|entry| !entry.id.is_empty()) {
                    Some(entry)
                        if !self.refers.is_empty() && !self.refers.contains(&entry.kind) =>
                    {
                        Some((apart(), None))
                    }
                    Some(_) | None => None,
                }
            }
        }
    }
}

/// What one value of a key is.
fn value_of(shape: &Shape) -> &Shape {
    match shape {
        Shape::List(item) | Shape::ByYear(item) | Shape::ByName(item) => value_of(item),
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
        | Shape::Table(_) => shape,
    }
}

/// Every kind of which entries can be listed, with what its table looks like.
static TABLES: LazyLock<Vec<(EntryKind, Table)>> = LazyLock::new(|| {
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
});

impl Subject {
    /// The entries of a kind, or `None` if they have no keys.
    pub fn of(kind: EntryKind) -> Option<Self> {
        let (_, table) = TABLES.iter().find(|(known, _)| *known == kind)?;
        Some(Self {
            kind,
            table,
            item: None,
        })
    }

    /// The entries of a kind, `program`, or the items of a list of them, `program.budget`.
    ///
    /// # Errors
    /// A kind or a list that is not there, with what may have been meant.
    pub fn find(what: &str) -> Result<Self, Refusal> {
        let (word, item) = match what.split_once('.') {
            Some((word, item)) => (word, Some(item)),
            None => (what, None),
        };
        let Some(found) = EntryKind::parse(word).and_then(Self::of) else {
            let known: NameIndex = TABLES.iter().map(|(kind, _)| kind.word()).collect();
            let hint = match EntryRef::meant(&format!("{word}:x")) {
                Some(meant) if !meant.starts_with(&format!("{word}:")) => {
                    let word = meant.split(':').next().unwrap_or(&meant);
                    message!("did-you-mean", name = word)
                }
                Some(_) | None => suggest(&known, word),
            };
            let message = message!("list-no-kind", kind = word);
            return Err(Refusal { message, hint });
        };
        let Some(item) = item else {
            return Ok(found);
        };
        let mut lists = found.table.lists();
        let Some(at) = lists.iter().position(|list| list.name == item) else {
            let known: NameIndex = lists.iter().map(|list| list.name).collect();
            let kind = EntryKind::parse(item).and_then(Self::of);
            let hint = match kind {
                // What has an address of its own is a kind.
                Some(kind) => message!("did-you-mean", name = kind.kind.word()),
                None if known.is_empty() => message!("did-you-mean", name = word),
                None => suggest(&known, item),
            };
            let message = message!("list-no-list", kind = word, list = item);
            return Err(Refusal { message, hint });
        };
        let item = Some(lists.swap_remove(at));
        Ok(Self { item, ..found })
    }

    /// The columns of the entries themselves.
    fn own_columns(&self) -> Vec<Column> {
        let mut columns = Vec::new();
        if !self.kind.is_single() {
            columns.push(Column::reference("id", self.kind));
        }
        if self.kind == EntryKind::Program {
            columns.extend([
                Column::new("label", Shape::Text),
                Column::reference("opd", EntryKind::Opd),
                Column::new("total", Shape::Money),
            ]);
        }
        if matches!(self.kind, EntryKind::Dimension | EntryKind::Policy) {
            columns.push(Column::reference("pillar", EntryKind::Pillar));
        }
        let of_keys = columns_of(self.table);
        let lists = self.table.lists().into_iter();
        let lists = lists.filter(|list| !list.around.is_empty());
        let of_lists = lists.flat_map(|list| {
            let around = list.around.iter();
            let around = around.map(|name| Column::new(*name, Shape::Text));
            let columns: Vec<Column> = around.chain(columns_of(list.table)).collect();
            columns.into_iter().map(move |one| one.behind(list.name))
        });
        let of_keys = of_keys.chain(of_lists);
        // A sum or an address is there already.
        let are_new = of_keys.filter(|one| columns.iter().all(|column| column.name != one.name));
        let are_new: Vec<Column> = are_new.collect();
        columns.extend(are_new);
        columns
    }

    /// The columns that there are.
    pub fn columns(&self) -> Vec<Column> {
        let own = self.own_columns();
        let Some(list) = &self.item else {
            return own;
        };
        let word = self.kind.word();
        let mut columns = vec![Column::reference(word, self.kind)];
        let around = list.around.iter();
        columns.extend(around.map(|name| Column::new(*name, Shape::Text)));
        columns.extend(columns_of(list.table));
        columns.extend(own.into_iter().map(|column| column.behind(word)));
        columns
    }

    /// The columns that are shown if nobody asks for others.
    pub fn customary(&self) -> Vec<String> {
        let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        if let Some(list) = &self.item {
            let mut columns = vec![self.kind.word().to_owned()];
            columns.extend(list.around.iter().map(|name| (*name).to_owned()));
            let keys = list.table.keys.iter();
            let keys = keys.filter(|key| key.joined.is_none() || !is_list(&key.shape));
            let keys = keys.filter(|key| !matches!(key.shape, Shape::Table(_)));
            columns.extend(keys.map(|key| key.name.to_owned()));
            return columns;
        }
        if self.kind == EntryKind::Program {
            return own(&["label", "id", "title", "opd", "pillar", "status", "total"]);
        }
        let named = ["title", "name", "text", "aspect", "long"];
        let has = |name: &&str| self.table.keys.iter().any(|key| key.name == *name);
        let id: &[&str] = if self.kind.is_single() { &[] } else { &["id"] };
        let mut columns: Vec<String> = own(id);
        columns.extend(named.iter().copied().find(has).map(str::to_owned));
        columns
    }

    /// The column with a name. That of a year, `targets.2026`, is there if the one of all years
    /// is.
    ///
    /// # Errors
    /// A column that is not there, with what may have been meant.
    pub fn column(&self, name: &str) -> Result<Column, Refusal> {
        find(name, &self.columns()).cloned()
    }

    /// Reads an expression over the columns.
    ///
    /// # Errors
    /// What is no expression, a column that is not there, and a value that none of its column
    /// can equal, each with its place.
    pub fn parse(&self, text: &str) -> Result<Expression, ExpressionError> {
        let mut expression = Expression::parse(text)?;
        let known = self.columns();
        for named in expression.columns() {
            find(&named.name, &known).map_err(|refusal| ExpressionError {
                range: named.range.clone(),
                message: refusal.message,
                hint: Some(refusal.hint),
            })?;
        }
        for (named, comparison, literal) in expression.comparisons() {
            let Ok(column) = find(&named.name, &known) else {
                continue;
            };
            if comparison.is_of_order() && !column.is_ordered() {
                let sign = named.range.end..literal.range().start;
                return Err(ExpressionError {
                    range: within(text, sign, |c| matches!(c, '<' | '>' | '=')),
                    message: message!("expression-unordered", column = &named.name),
                    hint: Some(message!("expression-unordered.hint")),
                });
            }
            if let Some((message, hint)) = column.fault(literal) {
                let range = literal.range();
                return Err(ExpressionError {
                    range,
                    message,
                    hint,
                });
            }
        }
        // Where a column refers to one kind, the id says all.
        expression.name_by_id(&|named| {
            let column = find(&named.name, &known).ok()?;
            column
                .refers
                .first()
                .copied()
                .filter(|_| !column.is_typed())
        });
        Ok(expression)
    }
}

impl Subject {
    /// What an expression compares by `=` or `!=`: the name of the column, the column, and the
    /// value, which is an id or an address where the column refers to entries.
    pub(crate) fn equations<'e>(
        &self,
        expression: &'e Expression,
    ) -> Vec<(&'e Named, Column, &'e Literal)> {
        let columns = self.columns();
        let column = |named: &Named| columns.iter().find(|column| column.name == named.name);
        let equal = expression.comparisons().into_iter();
        let equal = equal.filter(|(_, comparison, _)| {
            matches!(comparison, Comparison::Equal | Comparison::Unequal)
        });
        equal
            .filter_map(|(named, _, literal)| Some((named, column(named)?.clone(), literal)))
            .collect()
    }
}

fn find<'c>(name: &str, known: &'c [Column]) -> Result<&'c Column, Refusal> {
    let whole = name
        .rsplit_once('.')
        .filter(|(_, year)| Year::parse(year).is_some());
    let whole = whole.map_or(name, |(whole, _)| whole);
    let found = known.iter().find(|column| column.name == whole);
    found.ok_or_else(|| {
        let names: NameIndex = known.iter().map(|column| column.name.as_str()).collect();
        Refusal {
            message: message!("list-no-column", column = name),
            hint: suggest(&names, name),
        }
    })
}

/// The part of a range of a text in which letters are of some kind.
fn within(text: &str, range: Range<usize>, is_of: fn(char) -> bool) -> Range<usize> {
    let part = slice(text, range.clone());
    let start = part.find(is_of).unwrap_or(0);
    let length = part.rfind(is_of).map_or(0, |last| last + 1 - start);
    range.start + start..range.start + start + length
}

/// The keys of a table, those of a table in it behind its key. A list that has a name of its own
/// in the entry has columns there.
fn columns_of(table: &Table) -> impl Iterator<Item = Column> {
    let keys = table.keys.iter().filter(|key| !key.is_apart);
    let keys = keys.filter(|key| key.joined.is_none() || !is_list(&key.shape));
    keys.flat_map(|key| match key.shape.table() {
        Some(inner) => dotted(key.name, inner),
        None => vec![Column::of_key(key.name, key)],
    })
}

/// The keys of a table, behind the key of the table. A table in it that belongs to no item with
/// a name has no value there, nor has a list whose values are items themselves.
fn dotted(key: &str, table: &Table) -> Vec<Column> {
    let has_name = table.keys.iter().any(|inner| inner.tells_apart);
    let keys = table.keys.iter();
    let keys = keys.filter(|inner| inner.joined.is_none() || !is_list(&inner.shape));
    let columns = keys.flat_map(|inner| match inner.shape.table() {
        Some(_) if !has_name => Vec::new(),
        Some(innermost) => dotted(inner.name, innermost),
        None if matches!(inner.shape, Shape::List(_)) && !inner.is_ordered => Vec::new(),
        None => vec![Column::of_key(inner.name, inner)],
    });
    columns.map(|column| column.behind(key)).collect()
}

fn is_list(shape: &Shape) -> bool {
    matches!(shape, Shape::List(_))
}

/// The names that may have been meant, or all that there are.
fn suggest(known: &NameIndex, wrong: &str) -> Message {
    known.meant(wrong).unwrap_or_else(|| {
        let known: Vec<&str> = known.iter().collect();
        message!("list-known", known = known.join(", "))
    })
}
