//! The prose of a plan, piece by piece: narrative, and the texts of TOML entries
//! that are printed as they are written.

mod marks;
mod mention;
mod texts;

use std::ops::Range;
use std::sync::OnceLock;

use marks::Marks;
use rayon::prelude::*;

use crate::model::Writing;
use crate::resolve::{Narrative, Plan};
use crate::slice::slice;
use crate::source::{FileIndex, SourceTree, Span, Spanned};

pub(crate) use mention::take_mentioned;
pub(crate) use texts::{Texts, texts};

/// All narrative: chapters, pillars, OPD, programmes, each in its order.
pub(crate) fn narratives(plan: &Plan) -> impl Iterator<Item = &Narrative> {
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
pub(crate) struct Piece<'a> {
    /// The text: of narrative as it stands in the file, of a TOML string what it
    /// means.
    pub text: &'a str,
    /// What stands in it.
    pub marks: Marks,
    /// What it is a part of, markup included, and where in it the text begins.
    whole: &'a str,
    start: usize,
    file: FileIndex,
    /// The string of which `whole` is the value.
    string: Option<TomlString<'a>>,
}

/// A TOML string, as it was written. Most are never looked at again.
struct TomlString<'a> {
    tree: &'a SourceTree,
    span: Span,
    writing: OnceLock<Option<Writing>>,
}

impl TomlString<'_> {
    /// Where a range of its value stands; the whole string if that is not known.
    fn locate(&self, value: &str, range: Range<usize>) -> Range<usize> {
        let writing = self
            .writing
            .get_or_init(|| Writing::of(written(self.tree, self.span), value));
        let inside = writing.as_ref().and_then(|writing| writing.locate(range));
        match inside {
            Some(inside) => self.span.start() + inside.start..self.span.start() + inside.end,
            None => self.span.range(),
        }
    }
}

impl<'a> Piece<'a> {
    /// A text of an entry, whatever stands in it.
    pub fn of_entry(text: &'a Spanned<String>, tree: &'a SourceTree) -> Self {
        Self {
            text: &text.value,
            marks: Marks::default(),
            whole: &text.value,
            start: 0,
            file: text.span.file,
            string: Some(TomlString {
                tree,
                span: text.span,
                writing: OnceLock::new(),
            }),
        }
    }

    /// Whether it is the text of an entry.
    pub fn is_entry(&self) -> bool {
        self.string.is_some()
    }

    /// Where a range of the text stands.
    pub fn span(&self, range: Range<usize>) -> Span {
        let range = match &self.string {
            None => self.start + range.start..self.start + range.end,
            Some(string) => string.locate(self.whole, range),
        };
        Span::new(self.file, range)
    }

    /// Where a range of the text can be replaced: where nothing in it is written
    /// otherwise than it is read.
    pub fn replaceable(&self, range: Range<usize>) -> Option<Span> {
        let span = self.span(range.clone());
        let same = match &self.string {
            None => true,
            Some(string) => written(string.tree, span) == self.text.get(range)?,
        };
        same.then_some(span)
    }

    /// What stands before a range of the text, beyond the piece, markup included.
    pub fn before(&self, range: &Range<usize>) -> &'a str {
        let end = self.start + range.start;
        slice(self.whole, ..end)
    }

    /// What stands behind a range of the text, beyond the piece, markup included.
    pub fn after(&self, range: &Range<usize>) -> &'a str {
        let start = self.start + range.end;
        slice(self.whole, start..)
    }
}

/// Every run of text: first narrative, in the order of [`narratives`], then the sentences of
/// entries.
pub(crate) fn runs<'a>(
    plan: &'a Plan,
    tree: &'a SourceTree,
    texts: &'a Texts<'a>,
) -> impl Iterator<Item = &'a str> {
    let narratives = narratives(plan).flat_map(|narrative| of_narrative(narrative, tree));
    let sentences = texts.sentences.iter();
    narratives
        .map(|(text, ..)| text)
        .chain(sentences.map(|text| text.value.as_str()))
}

/// Those runs of text in which something stands that a rule may look for, in the same
/// order.
pub(crate) fn marked<'a>(
    plan: &'a Plan,
    tree: &'a SourceTree,
    texts: &Texts<'a>,
) -> Vec<Piece<'a>> {
    let narratives: Vec<&Narrative> = narratives(plan).collect();
    let narratives = narratives.into_par_iter().flat_map_iter(|narrative| {
        of_narrative(narrative, tree).filter_map(|(text, whole, start)| {
            Some(Piece {
                text,
                marks: Marks::any_of_narrative(text)?,
                whole,
                start,
                file: narrative.file,
                string: None,
            })
        })
    });
    narratives
        .chain(marked_in(&texts.sentences, tree))
        .collect()
}

/// Those names and remarks in which something stands that a rule may look for.
pub(crate) fn named<'a>(tree: &'a SourceTree, texts: &Texts<'a>) -> Vec<Piece<'a>> {
    marked_in(&texts.names, tree).collect()
}

fn marked_in<'a>(
    texts: &[&'a Spanned<String>],
    tree: &'a SourceTree,
) -> impl ParallelIterator<Item = Piece<'a>> {
    texts.par_iter().filter_map(move |text| {
        Some(Piece {
            marks: Marks::any_of(&text.value)?,
            ..Piece::of_entry(text, tree)
        })
    })
}

/// The runs of text of a narrative, each with the whole of it and its place there.
fn of_narrative<'a>(
    narrative: &'a Narrative,
    tree: &'a SourceTree,
) -> impl Iterator<Item = (&'a str, &'a str, usize)> {
    let file = tree.get(narrative.file);
    let whole = file.map_or("", |file| file.text.as_str());
    let ranges = narrative.prose.iter();
    ranges.filter_map(move |range| Some((whole.get(range.clone())?, whole, range.start)))
}

/// What stands at a place.
fn written(tree: &SourceTree, span: Span) -> &str {
    let file = tree.get(span.file);
    let text = file.and_then(|file| file.text.get(span.range()));
    text.unwrap_or_default()
}
