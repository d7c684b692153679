//! The two plans of a comparison, and where things stand in them.

use std::ops::Deref;

use super::change::{Place, Side};
use super::edit::{Edit, Said};
use crate::markdown::paragraph::paragraphs;
use crate::model::EntryRef;
use crate::records::Records;
use crate::source::Span;
use crate::value::Value;

/// Which plan of a comparison something belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// The first.
    Before,
    /// The second.
    After,
}

impl Version {
    /// Both, the first first.
    pub const BOTH: [Self; 2] = [Self::Before, Self::After];

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Before => Self::After,
            Self::After => Self::Before,
        }
    }

    /// What belongs to this one of what there is of the first and the second.
    pub fn of<T>(self, before: T, after: T) -> T {
        match self {
            Self::Before => before,
            Self::After => after,
        }
    }
}

/// A plan of a comparison with its files.
#[derive(Clone, Copy)]
pub(super) struct Compared<'a> {
    /// Which plan it is.
    pub version: Version,
    /// Its entries.
    pub records: &'a Records<'a>,
}

impl<'a> Deref for Compared<'a> {
    type Target = Records<'a>;

    fn deref(&self) -> &Self::Target {
        self.records
    }
}

impl Compared<'_> {
    /// A place in it; the beginning of `plan.toml` if there is none.
    pub fn place(self, span: Option<Span>) -> Place {
        let span = span.unwrap_or(Span::of_plan());
        let file = self.tree.get(span.file);
        let (line, column) = file.map_or((1, 1), |file| file.line_column(span.start()));
        Place {
            version: self.version,
            file: file.map(|file| file.path.clone()).unwrap_or_default(),
            line,
            column,
        }
    }

    /// An entry at the place of what it says there, or its own.
    pub fn side(self, key: &EntryRef, said: Option<&Said>) -> Side {
        self.side_at(key, said.map(|said| said.span))
    }

    /// An entry at a place, or its own.
    pub fn side_at(self, key: &EntryRef, span: Option<Span>) -> Side {
        let (pillar, opd) = self.home(key);
        Side {
            key: key.clone(),
            name: self.name(key).to_owned(),
            number: self.number(key),
            pillar,
            opd,
            place: self.place(span.or(self.span(key))),
        }
    }

    /// An entry that the plan has, or that may stand at a place where it cannot be read.
    /// `None` if the plan does not have it.
    pub fn unclear_side(self, key: &EntryRef, lost: Option<Span>) -> Option<Side> {
        if self.has(key) {
            return Some(self.side(key, None));
        }
        Some(Side::bare(key.clone(), "", self.place(Some(lost?))))
    }

    /// Moves the place of an item that is not in a list to another item of the list.
    pub fn move_beside(self, side: &mut Side, edits: &[Edit]) {
        if edits.iter().any(|edit| edit.said(self.version).is_some()) {
            return;
        }
        let list = edits.first().and_then(Edit::path).map(|path| path.field);
        let fields = self.fields(&side.key).into_iter();
        let mut items = fields.filter(|field| Some(field.path.field) == list);
        if let Some(item) = items.next() {
            side.place = self.place(Some(item.span));
        }
    }

    /// Moves the place of a text to the first paragraph that is not as it is in the other.
    pub fn move_to_changed(self, side: &mut Side, edits: &[Edit]) {
        let said = |version| edits.first().and_then(|edit| edit.said(version));
        let (Some(own), Some(other)) = (said(self.version), said(self.version.other())) else {
            return;
        };
        let (Value::Prose(all), Value::Prose(others)) = (&own.value, &other.value) else {
            return;
        };
        let same = all
            .iter()
            .zip(others)
            .take_while(|(one, other)| one == other);
        let same = same.count().min(all.len().saturating_sub(1));
        let file = own.span.file;
        let placed = self.tree.get(file).and_then(|file| {
            let placed = paragraphs(&file.text, file.markdown());
            placed.into_iter().nth(same)
        });
        if let Some((_, range)) = placed {
            side.place = self.place(Some(Span::new(file, range)));
        }
    }
}
