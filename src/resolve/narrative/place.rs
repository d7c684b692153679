//! Places in texts that can be referred to, as they are read.

use std::ops::Range;

use crate::address::{LinkKind, PlaceKind};
use crate::language::message;
use crate::markdown::{Attributes, NodeId};
use crate::model::rules::invalid_value;
use crate::resolve::lookup::ResolveContext;
use crate::source::{FileIndex, Span, Spanned};

/// A heading, a figure or a table.
#[derive(Debug, Clone)]
pub struct Found {
    /// Which part of the text it is.
    pub node: NodeId,
    /// What it is.
    pub kind: PlaceKind,
    /// The id that it was given.
    pub id: Option<Spanned<String>>,
    /// Title or caption, without markup.
    pub title: String,
    /// Where it begins.
    pub span: Span,
    /// Whether it is the title of the text.
    pub(crate) is_title: bool,
}

/// A reference that can be settled only when all texts are read.
#[derive(Debug, Clone)]
pub struct Pending {
    /// Which part of the text it is.
    pub node: NodeId,
    /// The link.
    pub span: Span,
    /// What it leads to.
    pub to: Destination,
}

/// The end of such a reference.
#[derive(Debug, Clone)]
pub enum Destination {
    /// A place by its id.
    Place(PlaceKind, String),
    /// A file by its path as it is written, and a heading in it.
    File {
        /// As it is written, decoded.
        path: String,
        /// The name of a heading.
        heading: Option<String>,
        /// The whole destination.
        written: String,
    },
}

impl Destination {
    /// The end of a link, if it must wait.
    pub fn of(kind: &LinkKind<'_>, written: &str) -> Option<Self> {
        match kind {
            LinkKind::Place(kind, id, _) => Some(Self::Place(*kind, (*id).to_owned())),
            LinkKind::File(path, heading) => Some(Self::File {
                path: path.clone().into_owned(),
                heading: heading.map(str::to_owned),
                written: written.to_owned(),
            }),
            LinkKind::Entry(..) | LinkKind::Value(..) | LinkKind::External | LinkKind::Unknown => {
                None
            }
        }
    }
}

/// The id in attributes that stand at `offset` of a file; reports words that
/// mean nothing.
pub(crate) fn id_of(
    attributes: Option<&Attributes>,
    file: FileIndex,
    offset: usize,
    context: &mut ResolveContext<'_>,
) -> Option<Spanned<String>> {
    let attributes = attributes?;
    let place = |range: &Range<usize>| Span::new(file, range.start + offset..range.end + offset);
    for (word, range) in &attributes.unknown {
        let message = message!("invalid-value.attribute", word = word);
        let finding = invalid_value::finding(place(range), message)
            .hint(message!("invalid-value.attribute-hint"));
        context.findings.push(finding);
    }
    let (id, range) = attributes.id.as_ref()?;
    Some(Spanned::new(id.clone(), place(range)))
}
