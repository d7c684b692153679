//! The narrative of a plan, piece by piece.

use std::ops::Range;

use crate::resolve::{Narrative, Plan};
use crate::source::{SourceTree, Span};

/// All narrative: chapters, pillars, OPD, programmes, each in its order.
pub fn narratives(plan: &Plan) -> impl Iterator<Item = &Narrative> {
    let chapters = plan.chapters.values().map(|chapter| &chapter.narrative);
    let pillars = plan.pillars.values().flat_map(|pillar| &pillar.narrative);
    let opds = plan.opds.values().flat_map(|opd| &opd.narrative);
    let programs = plan
        .programs
        .values()
        .flat_map(|program| &program.narrative);
    chapters.chain(pillars).chain(opds).chain(programs)
}

/// A run of text that is neither code nor a reference.
pub struct Piece<'a> {
    /// The text as it stands in the file.
    pub text: &'a str,
    narrative: &'a Narrative,
    start: usize,
}

impl Piece<'_> {
    /// Where a range of the text stands.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.start + range.start;
        Span::new(self.narrative.file, start..self.start + range.end)
    }
}

/// Every run of text, in the order of [`narratives`].
pub fn pieces<'a>(plan: &'a Plan, tree: &'a SourceTree) -> impl Iterator<Item = Piece<'a>> {
    narratives(plan).flat_map(move |narrative| {
        let text = tree
            .get(narrative.file)
            .map_or("", |file| file.text.as_str());
        narrative.prose.iter().filter_map(move |range| {
            Some(Piece {
                text: text.get(range.clone())?,
                narrative,
                start: range.start,
            })
        })
    })
}
