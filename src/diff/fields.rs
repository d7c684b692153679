//! Gathers what an entry says.

use super::prose;
use super::value::{Field, Path, Value};
use crate::model::{EntryKind, EntryRef};
use crate::model::{Reference, Year};
use crate::resolve::Narrative;
use crate::source::{SourceTree, Span, Spanned};

/// What an entry says, as it is gathered.
pub(super) struct Fields<'a> {
    tree: &'a SourceTree,
    /// Files whose texts need not be read where they are the same.
    beside: Option<&'a SourceTree>,
    fields: Vec<Field>,
    items: Vec<Item>,
    /// The item that is being read.
    item: Option<Item>,
}

/// An item of a list.
pub(super) struct Item {
    field: &'static str,
    name: Vec<Value>,
    said: Vec<Said>,
}

/// A key of an item.
struct Said {
    key: &'static str,
    year: Option<Year>,
    value: Value,
    span: Span,
}

/// Where it was written is no part of what is said.
impl PartialEq for Said {
    fn eq(&self, other: &Self) -> bool {
        (self.key, self.year, &self.value) == (other.key, other.year, &other.value)
    }
}

impl<'a> Fields<'a> {
    /// An entry that stands at `span` and says nothing yet.
    pub fn new(tree: &'a SourceTree, span: Span) -> Self {
        let mut fields = Self {
            tree,
            beside: None,
            fields: Vec::new(),
            items: Vec::new(),
            item: None,
        };
        fields.set("", Value::Present, span);
        fields
    }

    /// Takes texts that another plan has word for word in the same file as read.
    pub fn beside(mut self, other: &'a SourceTree) -> Self {
        self.beside = Some(other);
        self
    }

    /// A value that no key of the file gives.
    pub fn set(&mut self, field: &'static str, value: Value, span: Span) {
        self.fields.push(Field {
            path: Path::of(field),
            value,
            span,
        });
    }

    /// A key.
    pub fn key<T>(&mut self, field: &'static str, value: &Spanned<T>)
    where
        for<'v> Value: From<&'v T>,
    {
        self.set(field, Value::from(&value.value), value.span);
    }

    /// A key that may be absent.
    pub fn may<T>(&mut self, field: &'static str, value: Option<&Spanned<T>>)
    where
        for<'v> Value: From<&'v T>,
    {
        if let Some(value) = value {
            self.key(field, value);
        }
    }

    /// A key with an id.
    pub fn link(&mut self, field: &'static str, kind: EntryKind, id: Option<&Spanned<String>>) {
        if let Some(id) = id {
            self.set(field, Value::Entry(EntryRef::new(kind, &id.value)), id.span);
        }
    }

    /// A list of ids, whose order says nothing.
    pub fn links(&mut self, field: &'static str, kind: EntryKind, ids: &[Spanned<String>]) {
        for id in ids {
            self.item(
                field,
                vec![Value::Entry(EntryRef::new(kind, &id.value))],
                id.span,
            );
        }
    }

    /// A list of references, whose order says nothing.
    pub fn references(&mut self, field: &'static str, references: &[Reference]) {
        for reference in references {
            let name = match EntryRef::parse(reference.kind.word()) {
                Some(key) => Value::Entry(EntryRef::new(key.kind, &reference.id)),
                None => Value::Text(format!("{}:{}", reference.kind.word(), reference.id)),
            };
            self.item(field, vec![name], reference.span);
        }
    }

    /// A list of values, whose order says nothing.
    pub fn each<T>(&mut self, field: &'static str, values: &[Spanned<T>])
    where
        for<'v> Value: From<&'v T>,
    {
        for value in values {
            self.item(field, vec![Value::from(&value.value)], value.span);
        }
    }

    /// A list of texts whose order means something; the span is that of its first.
    pub fn ordered(&mut self, field: &'static str, texts: &[Spanned<String>]) {
        if let Some(first) = texts.first() {
            let texts = texts.iter().map(|text| text.value.clone()).collect();
            self.set(field, Value::List(texts), first.span);
        }
    }

    /// An item of a list, told from the others by its name.
    pub fn item(&mut self, field: &'static str, name: Vec<Value>, span: Span) -> &mut Item {
        self.items.extend(self.item.take());
        self.item.insert(Item {
            field,
            name,
            said: vec![Said {
                key: "",
                year: None,
                value: Value::Present,
                span,
            }],
        })
    }

    /// A text, as an item named after its file.
    pub fn narrative(&mut self, name: &str, narrative: &Narrative) {
        let span = Span::file(narrative.file);
        let file = self.tree.get(narrative.file);
        let text = file.map_or("", |file| &file.text);
        let other = file.and_then(|file| self.beside?.find(&file.path));
        let paragraphs = match other {
            Some((_, other)) if other.text == text => Vec::new(),
            _ => {
                let placed = prose::paragraphs(text).into_iter();
                placed.map(|(paragraph, _)| paragraph).collect()
            }
        };
        let item = self.item("text", vec![Value::Text(name.to_owned())], span);
        item.set("narrative", Value::Prose(paragraphs), span);
        let front = &narrative.front;
        item.may("title", front.title.as_ref());
        item.may("numbering", front.numbering.as_ref());
        item.may("status", front.status.as_ref());
        item.may("reviewer", front.reviewer.as_ref());
        item.may("example", front.example.as_ref());
        if let Some(first) = front.authors.first() {
            let names = front.authors.iter().map(|name| name.value.clone());
            item.set("authors", Value::List(names.collect()), first.span);
        }
    }

    /// Leaves out what the same entry says in another plan too, if that can be told
    /// without putting anything in order: few of many values are compared then.
    pub fn leave_out_same(&mut self, other: &mut Self) {
        self.items.extend(self.item.take());
        other.items.extend(other.item.take());
        let left = |own: &[Field], others: &[Field]| -> Vec<bool> {
            let pairs = own.iter().zip(others);
            let is_same_order = own.len() == others.len()
                && pairs
                    .clone()
                    .all(|(one, other)| one.path.field == other.path.field);
            // Most entries have the same keys in the same order.
            if is_same_order {
                return pairs.map(|(one, other)| one.value != other.value).collect();
            }
            let kept = own.iter().map(|one| {
                let name = one.path.field;
                match (only(name, own), only(name, others)) {
                    (Some(own), Some(other)) => own.value != other.value,
                    _ => true,
                }
            });
            kept.collect()
        };
        let keep = [
            left(&self.fields, &other.fields),
            left(&other.fields, &self.fields),
        ];
        for (fields, keep) in [&mut self.fields, &mut other.fields].into_iter().zip(keep) {
            let mut keep = keep.into_iter();
            fields.retain(|_| keep.next().unwrap_or(true));
        }
        let pairs = self.items.iter().zip(&other.items);
        let is_same_list = self.items.len() == other.items.len()
            && pairs
                .clone()
                .all(|(a, b)| (a.field, &a.name) == (b.field, &b.name));
        if is_same_list {
            // Items with one name are told apart by all that they say: if one of them
            // changed, all are needed.
            let changed: Vec<&Item> = pairs
                .clone()
                .filter(|(a, b)| a.said != b.said)
                .map(|(item, _)| item)
                .collect();
            let is_named =
                |one: &Item, other: &Item| (one.field, &one.name) == (other.field, &other.name);
            let differs: Vec<bool> = pairs
                .map(|(item, _)| changed.iter().any(|one| is_named(one, item)))
                .collect();
            for items in [&mut self.items, &mut other.items] {
                let mut differs = differs.iter();
                items.retain(|_| differs.next().is_none_or(|differs| *differs));
            }
        }
    }

    /// Everything, in the order of the paths. Items that are alike are numbered by what
    /// they say, so that their order in the file says nothing.
    pub fn finish(self) -> Vec<Field> {
        let mut fields = self.fields;
        let mut items = self.items;
        items.extend(self.item);
        let order = |item: &Item| -> Vec<(&'static str, Option<Year>, Value)> {
            let said = item.said.iter();
            said.map(|said| (said.key, said.year, said.value.clone()))
                .collect()
        };
        items.sort_by(|a, b| {
            let names = (a.field, &a.name).cmp(&(b.field, &b.name));
            names.then_with(|| order(a).cmp(&order(b)))
        });
        let mut last: Option<(&'static str, Vec<Value>, u32)> = None;
        for item in items {
            let nth = match &last {
                Some((field, name, nth)) if *field == item.field && *name == item.name => {
                    nth.saturating_add(1)
                }
                _ => 0,
            };
            fields.extend(item.said.into_iter().map(|said| Field {
                path: Path {
                    field: item.field,
                    item: item.name.clone(),
                    nth,
                    key: said.key,
                    year: said.year,
                },
                value: said.value,
                span: said.span,
            }));
            last = Some((item.field, item.name, nth));
        }
        fields.sort_by(|a, b| a.path.cmp(&b.path));
        fields
    }
}

impl Item {
    /// A value that no key of the file gives.
    pub fn set(&mut self, key: &'static str, value: Value, span: Span) {
        self.said.push(Said {
            key,
            year: None,
            value,
            span,
        });
    }

    /// A key of the item.
    pub fn key<T>(&mut self, key: &'static str, value: &Spanned<T>)
    where
        for<'v> Value: From<&'v T>,
    {
        self.set(key, Value::from(&value.value), value.span);
    }

    /// A key of the item that may be absent.
    pub fn may<T>(&mut self, key: &'static str, value: Option<&Spanned<T>>)
    where
        for<'v> Value: From<&'v T>,
    {
        if let Some(value) = value {
            self.key(key, value);
        }
    }

    /// A key of the item with an id.
    pub fn link(&mut self, key: &'static str, kind: EntryKind, id: Option<&Spanned<String>>) {
        if let Some(id) = id {
            self.set(key, Value::Entry(EntryRef::new(kind, &id.value)), id.span);
        }
    }

    /// A value of a year.
    pub fn year(&mut self, key: &'static str, year: Year, value: Value, span: Span) {
        self.said.push(Said {
            key,
            year: Some(year),
            value,
            span,
        });
    }
}

/// The field of a name, if there is but one.
fn only<'f>(name: &str, fields: &'f [Field]) -> Option<&'f Field> {
    let mut named = fields.iter().filter(|field| field.path.field == name);
    let first = named.next();
    first.filter(|_| named.next().is_none())
}
