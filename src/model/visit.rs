//! What entries say, key by key, and what each key is for.

use jiff::civil::Date;

use super::program::Targets;
use super::reference::Reference;
use super::scalar::{Quantity, Rupiah, Year};
use super::table::Listed;
use crate::address::EntryKind;
use crate::language::BookLanguage;
use crate::source::{Span, Spanned};

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Data: a code, an id, a number, an address.
    Data,
    /// A sentence or a title that the book prints, which prose rules read.
    Sentence,
    /// A name or a remark that the book prints as it is.
    Name,
    /// The id of an entry.
    Reference(EntryKind),
}

/// A key of an entry, as its declaration says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The key as it is written in TOML.
    pub name: &'static str,
    /// What its text is.
    pub role: Role,
    /// Whether it tells the entry apart from others of its list.
    pub(crate) tells_apart: bool,
    /// Whether the entry is said to stand where this value stands.
    pub(crate) is_place: bool,
    /// Whether the order of its list means something.
    pub(crate) is_ordered: bool,
    /// Whether its entries have addresses of their own.
    pub is_own: bool,
    /// Whether it says nothing of the plan itself.
    pub(crate) is_aside: bool,
    /// What it is called in the entry around its table, where that is not told apart; of a list
    /// in an item of a list, what the list is called in the entry.
    pub joined: Option<&'static str>,
}

impl Key {
    /// A key with data.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            role: Role::Data,
            tells_apart: false,
            is_place: false,
            is_ordered: false,
            is_own: false,
            is_aside: false,
            joined: None,
        }
    }

    /// The same with a sentence.
    pub(crate) const fn sentence(self) -> Self {
        let role = Role::Sentence;
        Self { role, ..self }
    }

    /// The same with a name.
    pub const fn name(self) -> Self {
        let role = Role::Name;
        Self { role, ..self }
    }

    /// The same with the id of an entry.
    pub const fn reference(self, kind: EntryKind) -> Self {
        let role = Role::Reference(kind);
        Self { role, ..self }
    }

    /// The same as one that tells its entry apart from others.
    pub const fn key(self) -> Self {
        let tells_apart = true;
        Self {
            tells_apart,
            ..self
        }
    }

    /// The same as the one where its entry is said to stand; otherwise it is the first.
    pub const fn place(self) -> Self {
        let is_place = true;
        Self { is_place, ..self }
    }

    /// The same with a list whose order means something.
    pub(crate) const fn ordered(self) -> Self {
        let is_ordered = true;
        Self { is_ordered, ..self }
    }

    /// The same with entries that have addresses of their own.
    pub(crate) const fn own(self) -> Self {
        let is_own = true;
        Self { is_own, ..self }
    }

    /// The same as one that says nothing of the plan itself.
    pub(crate) const fn aside(self) -> Self {
        let is_aside = true;
        Self { is_aside, ..self }
    }

    /// The same by another name in the entry around its table.
    pub(crate) const fn joined(self, name: &'static str) -> Self {
        let joined = Some(name);
        Self { joined, ..self }
    }
}

/// A single value that is no text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Datum {
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Count(u32),
    /// Whole rupiah.
    Money(Rupiah),
    /// A decimal.
    Number(Quantity),
    /// A year.
    Year(Year),
    /// A day.
    Date(Date),
    /// One of some words, as it is written in TOML.
    Word(&'static str),
    /// The language of a book.
    Language(BookLanguage),
}

/// What looks at the keys of an entry, in the order of its declaration.
pub trait Visitor<'e> {
    /// A text.
    fn text(&mut self, key: &'static Key, text: &'e Spanned<String>);

    /// A list of texts; empty where the key is absent.
    fn texts(&mut self, key: &'static Key, texts: &'e [Spanned<String>]);

    /// Another value.
    fn value(&mut self, key: &'static Key, value: Datum, span: Span);

    /// A list of other values, which stand at one place.
    fn values(&mut self, key: &'static Key, values: &[Datum], span: Span);

    /// A value of a year.
    fn year(&mut self, key: &'static Key, year: Year, value: Datum, span: Span);

    /// Reads references that name their kind.
    fn references(&mut self, key: &'static Key, references: &'e [Reference]);

    /// A table begins: one of several, or the only one. Returns whether it is to be looked
    /// into.
    fn begin(&mut self, key: &'static Key, is_item: bool, span: Option<Span>) -> bool;

    /// The table ends that began last and was looked into.
    fn end(&mut self);
}

/// An entry that can be looked at key by key.
pub trait Visit {
    /// Shows every key that is there.
    fn visit<'e>(&'e self, visitor: &mut dyn Visitor<'e>);

    /// Where its table stands, if it knows.
    fn table_span(&self) -> Option<Span> {
        None
    }
}

/// What a key may hold.
pub(crate) trait Visited {
    /// Shows it to a visitor.
    fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>);
}

fn table<'e, T: Visit>(
    table: &'e T,
    key: &'static Key,
    is_item: bool,
    span: Option<Span>,
    visitor: &mut dyn Visitor<'e>,
) {
    if visitor.begin(key, is_item, span) {
        table.visit(visitor);
        visitor.end();
    }
}

impl<T: Visit> Visited for T {
    fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>) {
        table(self, key, false, self.table_span(), visitor);
    }
}

impl<T: Visit> Visited for Spanned<T> {
    fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>) {
        table(&self.value, key, false, Some(self.span), visitor);
    }
}

impl<T: Visit> Visited for Vec<T> {
    fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>) {
        for one in self {
            table(one, key, true, one.table_span(), visitor);
        }
    }
}

impl<T: Visit> Visited for Listed<T> {
    fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>) {
        self.entries.visited(key, visitor);
    }
}

impl<T: Visited> Visited for Option<T> {
    fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>) {
        if let Some(found) = self {
            found.visited(key, visitor);
        }
    }
}

impl Visited for Spanned<String> {
    fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>) {
        visitor.text(key, self);
    }
}

impl Visited for Vec<Spanned<String>> {
    fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>) {
        visitor.texts(key, self);
    }
}

impl Visited for Vec<Reference> {
    fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>) {
        visitor.references(key, self);
    }
}

impl Visited for Spanned<Targets> {
    fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>) {
        for (year, value) in self.value.iter() {
            visitor.year(key, year, Datum::Number(value.value), value.span);
        }
    }
}

impl<T: Copy + Into<Datum>> Visited for Spanned<Vec<T>> {
    fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>) {
        let values: Vec<Datum> = self.value.iter().map(|one| (*one).into()).collect();
        visitor.values(key, &values, self.span);
    }
}

/// Shows single values of a type.
macro_rules! data {
    ($($type:ty => $variant:ident,)*) => {
        $(
            impl From<$type> for Datum {
                fn from(value: $type) -> Self {
                    Self::$variant(value)
                }
            }

            impl Visited for Spanned<$type> {
                fn visited<'e>(&'e self, key: &'static Key, visitor: &mut dyn Visitor<'e>) {
                    visitor.value(key, self.value.into(), self.span);
                }
            }
        )*
    };
}

data! {
    bool => Flag,
    u32 => Count,
    Rupiah => Money,
    Quantity => Number,
    Year => Year,
    Date => Date,
    BookLanguage => Language,
}
