//! The prose of a plan, piece by piece: narrative, and the texts of TOML entries
//! that are printed as they are written.

mod literal;
mod mention;
mod texts;

use std::ops::Range;

use crate::resolve::{Narrative, Plan};
use crate::source::{FileIndex, SourceTree, Span, Spanned};

pub use mention::take_mentioned;
pub use texts::names;

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
#[derive(Clone, Copy)]
pub struct Piece<'a> {
    /// The text: of narrative as it stands in the file, of a TOML string what it
    /// means.
    pub text: &'a str,
    /// What it is a part of, markup included, and where in it the text begins.
    whole: &'a str,
    start: usize,
    file: FileIndex,
    /// The string as it was written and where it stands, if `whole` is its value.
    literal: Option<(&'a str, usize)>,
}

impl<'a> Piece<'a> {
    /// Where a range of the text stands.
    pub fn span(&self, range: Range<usize>) -> Span {
        let range = match self.literal {
            None => self.start + range.start..self.start + range.end,
            Some((literal, at)) => {
                let inside = literal::locate(literal, self.whole, range);
                let inside = inside.unwrap_or(0..literal.len());
                at + inside.start..at + inside.end
            }
        };
        Span::new(self.file, range)
    }

    /// Where a range of the text can be replaced: where nothing in it is written
    /// otherwise than it is read.
    pub fn replaceable(&self, range: Range<usize>) -> Option<Span> {
        let span = self.span(range.clone());
        let Some((literal, at)) = self.literal else {
            return Some(span);
        };
        let written = literal.get(span.start.checked_sub(at)?..span.end.checked_sub(at)?)?;
        (written == self.text.get(range)?).then_some(span)
    }

    /// What stands before a range of the text, beyond the piece, markup included.
    pub fn before(&self, range: &Range<usize>) -> &'a str {
        let end = self.start + range.start;
        self.whole.get(..end).unwrap_or_default()
    }

    /// What stands behind a range of the text, beyond the piece, markup included.
    pub fn after(&self, range: &Range<usize>) -> &'a str {
        let start = self.start + range.end;
        self.whole.get(start..).unwrap_or_default()
    }
}

/// Every run of text: first narrative, in the order of [`narratives`], then the
/// texts of entries.
pub fn pieces<'a>(plan: &'a Plan, tree: &'a SourceTree) -> impl Iterator<Item = Piece<'a>> {
    let narratives = narratives(plan).flat_map(move |narrative| {
        let whole = tree
            .get(narrative.file)
            .map_or("", |file| file.text.as_str());
        narrative.prose.iter().filter_map(move |range| {
            Some(Piece {
                text: whole.get(range.clone())?,
                whole,
                start: range.start,
                file: narrative.file,
                literal: None,
            })
        })
    });
    let texts = texts::texts(plan).into_iter();
    narratives.chain(texts.filter_map(move |text| of_string(text, tree)))
}

fn of_string<'a>(text: &'a Spanned<String>, tree: &'a SourceTree) -> Option<Piece<'a>> {
    let span = text.span;
    let file = tree.get(span.file)?;
    let literal = file.text.get(span.start..span.end)?;
    Some(Piece {
        text: &text.value,
        whole: &text.value,
        start: 0,
        file: span.file,
        literal: Some((literal, span.start)),
    })
}
