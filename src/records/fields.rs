//! Gathers what an entry says.

use super::path::{Field, Path};
use crate::markdown::paragraph::paragraphs;
use crate::model::visit::{Datum, Key, Role, Visit, Visitor};
use crate::model::{EntryRef, Reference, Year};
use crate::resolve::Narrative;
use crate::source::{SourceFile, SourceTree, Span, Spanned};
use crate::value::Value;

/// What an entry says, as it is gathered.
pub(super) struct Fields<'a> {
    tree: &'a SourceTree,
    /// Files whose texts need not be read where they are the same.
    beside: Option<&'a SourceTree>,
    fields: Vec<Field>,
    items: Vec<Item>,
    /// The tables that are being read, each in the one before; `None` for one whose keys are
    /// told as those of the table around it.
    open: Vec<Option<Item>>,
}

/// An item of a list.
pub(super) struct Item {
    field: &'static str,
    name: Vec<Value>,
    span: Option<Span>,
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
            open: Vec::new(),
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

    /// An item of the list under a key, with the names of the item around it, if that list has a
    /// name of its own in the entry.
    fn item_of(&self, key: &'static Key, span: Option<Span>) -> Item {
        let around = self.open.iter().rev().find_map(Option::as_ref);
        match (around.filter(|item| !item.name.is_empty()), key.joined) {
            (Some(around), Some(joined)) => Item {
                name: around.name.clone(),
                ..Item::new(joined, span)
            },
            (Some(_) | None, _) => Item::new(key.name, span),
        }
    }

    /// An item of a list that is told from the others by its name and says no more.
    fn item(&mut self, key: &'static Key, name: Value, span: Span) {
        let mut item = self.item_of(key, Some(span));
        item.name.push(name);
        self.items.push(item.present());
    }

    /// A value of the entry, or of the table that is being read.
    fn say(&mut self, key: &Key, year: Option<Year>, value: Value, span: Span) {
        let is_joined = matches!(self.open.last(), Some(None));
        let Some(item) = self.open.iter_mut().rev().find_map(Option::as_mut) else {
            // Its id is the address of the entry.
            if !key.tells_apart {
                self.set(key.name, value, span);
            }
            return;
        };
        item.stand_at(span, key.is_place);
        if key.tells_apart {
            item.name.push(value);
            return;
        }
        let name = key.joined.filter(|_| is_joined).unwrap_or(key.name);
        item.said.push(Said {
            key: name,
            year,
            value,
            span,
        });
    }

    /// A text, as an item named after its file.
    pub fn narrative(&mut self, name: &str, narrative: &Narrative) {
        let span = Span::file(narrative.file);
        let file = self.tree.get(narrative.file);
        let differs = |file: &&SourceFile| {
            let other = self.beside.and_then(|tree| tree.find(&file.path));
            other.is_none_or(|(_, other)| other.text != file.text)
        };
        let placed = file
            .filter(differs)
            .map(|file| paragraphs(&file.text, file.markdown()));
        let placed = placed.into_iter().flatten();
        let paragraphs = placed.map(|(paragraph, _)| paragraph).collect();
        self.begin(const { &Key::new("text") }, true, Some(span));
        self.say(
            const { &Key::new("").key() },
            None,
            Value::Text(name.to_owned()),
            span,
        );
        self.say(
            const { &Key::new("narrative") },
            None,
            Value::Prose(paragraphs),
            span,
        );
        narrative.front.visit(self);
        self.end();
    }

    /// Leaves out what the same entry says in another plan too, if that can be told
    /// without putting anything in order: few of many values are compared then.
    pub fn leave_out_same(&mut self, other: &mut Self) {
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
    /// An item of a list, or a table, that stands at `span`; without it, at its first value.
    fn new(field: &'static str, span: Option<Span>) -> Self {
        Self {
            field,
            name: Vec::new(),
            span,
            said: Vec::new(),
        }
    }

    /// The item, with the value that it is there.
    fn present(mut self) -> Self {
        if let Some(span) = self.span {
            let present = Said {
                key: "",
                year: None,
                value: Value::Present,
                span,
            };
            self.said.insert(0, present);
        }
        self
    }

    /// Notes where a value stands: it is the place of the item if it is the first, or is said
    /// to be.
    fn stand_at(&mut self, span: Span, is_place: bool) {
        if self.span.is_none() || is_place {
            self.span = Some(span);
        }
    }
}

/// The value of a text, which may be the id of an entry.
fn text(key: &Key, text: &str) -> Value {
    match key.role {
        Role::Reference(kind) => Value::Entry(EntryRef::new(kind, text)),
        Role::Data | Role::Sentence | Role::Name => Value::text(text),
    }
}

impl<'e> Visitor<'e> for Fields<'_> {
    fn text(&mut self, key: &'static Key, written: &'e Spanned<String>) {
        self.say(key, None, text(key, &written.value), written.span);
    }

    fn texts(&mut self, key: &'static Key, texts: &'e [Spanned<String>]) {
        if key.is_ordered {
            if let Some(first) = texts.first() {
                let texts = texts.iter().map(|text| text.value.clone()).collect();
                self.say(key, None, Value::List(texts), first.span);
            }
            return;
        }
        for one in texts {
            self.item(key, text(key, &one.value), one.span);
        }
    }

    fn value(&mut self, key: &'static Key, value: Datum, span: Span) {
        self.say(key, None, value.into(), span);
    }

    fn values(&mut self, key: &'static Key, values: &[Datum], span: Span) {
        for value in values {
            self.item(key, (*value).into(), span);
        }
    }

    fn year(&mut self, key: &'static Key, year: Year, value: Datum, span: Span) {
        self.say(key, Some(year), value.into(), span);
    }

    fn references(&mut self, key: &'static Key, references: &'e [Reference]) {
        for reference in references {
            let name = EntryRef::new(reference.kind, &reference.id);
            self.item(key, Value::Entry(name), reference.span);
        }
    }

    fn begin(&mut self, key: &'static Key, is_item: bool, span: Option<Span>) -> bool {
        if key.is_own || key.is_aside {
            return false;
        }
        let is_in_item = matches!(self.open.last(), Some(Some(item)) if !item.name.is_empty());
        let item = self.item_of(key, span);
        self.open.push((is_item || !is_in_item).then_some(item));
        true
    }

    fn end(&mut self) {
        let ended = self.open.pop().flatten();
        self.items.extend(ended.map(Item::present));
    }
}

/// The field of a name, if there is but one.
fn only<'f>(name: &str, fields: &'f [Field]) -> Option<&'f Field> {
    let mut named = fields.iter().filter(|field| field.path.field == name);
    let first = named.next();
    first.filter(|_| named.next().is_none())
}
