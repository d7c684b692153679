//! A part of a book.

use super::Flow;
use crate::compose::numbering::Place;
use crate::compose::trace::Origin;
use crate::compose::view;

/// A part of a book: a chapter, or a section that another part includes.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// Absolute path in the book, `/parts/05-pillar-governance.typ`.
    pub path: String,
    /// Its place in the volume; `None` of what another part includes, which goes on with the
    /// numbers of the part before it.
    pub place: Option<Place>,
    /// The opening of the chapter; `None` of the cover and of what another part includes.
    pub opening: Option<view::Chapter>,
    /// Where it was written, up to the first block that says so.
    pub origin: Option<Origin>,
    /// What it holds.
    pub body: Flow,
}
