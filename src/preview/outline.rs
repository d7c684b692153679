//! The headings of a document.

use typst::foundations::{NativeElement, Selector, StyleChain};
use typst::model::HeadingElem;
use typst_layout::PagedDocument;

use super::Spot;
use crate::language::{JOINER, SOFT_HYPHEN};

/// The deepest heading of an outline: the title of a programme.
const DEEPEST: usize = 3;

/// A heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 1 for a chapter.
    pub level: usize,
    /// `BAB II`, `2.1`, `GOV-07`, or nothing.
    pub number: Option<String>,
    /// The words.
    pub title: String,
    /// Where it stands.
    pub spot: Spot,
}

/// The headings of a document, in their order.
pub(crate) fn outline(document: &PagedDocument) -> Vec<Heading> {
    let introspector = document.introspector();
    let found = introspector
        .elements()
        .query(&Selector::Elem(HeadingElem::ELEM, None));
    found
        .iter()
        .filter_map(|content| {
            let heading = content.to_packed::<HeadingElem>()?;
            let level = heading.resolve_level(StyleChain::default()).get();
            let position = introspector.position(content.location()?)?;
            let title = heading
                .body
                .plain_text()
                .to_string()
                .replace([SOFT_HYPHEN, JOINER], "");
            let number = heading.numbers.as_ref().map(ToString::to_string);
            Some(Heading {
                level,
                number: number.filter(|number| !number.is_empty()),
                title: title.trim().to_owned(),
                spot: Spot::of(position),
            })
        })
        .filter(|heading| heading.level <= DEEPEST)
        .collect()
}
