//! Whether each note stands on a page that refers to it.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use typst::introspection::{Location, Tag};
use typst::layout::FrameItem;
use typst::model::{FootnoteBody, FootnoteElem, FootnoteEntry};
use typst::syntax::Span as CodeSpan;
use typst_layout::PagedDocument;

use super::diagnostics;
use super::printed;
use super::walk::walk;
use super::world::BookWorld;
use crate::check::output::note_apart;
use crate::compose::Book;
use crate::finding::Findings;
use crate::source::SourceTree;

/// A letter on a page: where it comes from, and its line.
type Letter = ((CodeSpan, u16), String);

/// A note.
#[derive(Default)]
struct Note {
    /// The pages whose text refers to it, from 1.
    marks: BTreeSet<usize>,
    /// The page on which it begins, from 1.
    page: Option<usize>,
    /// What further references to it call it.
    label: Option<String>,
    /// What stands before its first mark, and its own first words.
    before: Option<Letter>,
    words: Option<Letter>,
}

impl Note {
    /// Whether it does not stand on a page that refers to it.
    fn is_apart(&self) -> bool {
        !self.marks.is_empty() && self.page.is_none_or(|page| !self.marks.contains(&page))
    }
}

/// The labels of notes that do not stand on a page that refers to them.
pub(crate) fn apart(document: &PagedDocument) -> Vec<String> {
    let apart = of(document).into_iter().filter(Note::is_apart);
    apart.filter_map(|note| note.label).collect()
}

/// Reports notes that are not set, or stand on another page than every mark that refers to
/// them.
pub fn check<B: Borrow<Book> + Send + Sync>(
    document: &PagedDocument,
    world: &BookWorld<B>,
    tree: &SourceTree,
    findings: &mut Findings,
) {
    for note in of(document) {
        let Some(&mark) = note.marks.first().filter(|_| note.is_apart()) else {
            continue;
        };
        let letters = note.words.iter().chain(&note.before);
        let place = letters
            .filter_map(|(source, line)| printed::place(world, tree, *source, line))
            .next();
        let span = place.unwrap_or_else(|| diagnostics::plan_span(tree));
        findings.push(match note.page {
            Some(page) => note_apart::finding(span, mark, page),
            None => note_apart::lost(span, mark),
        });
    }
}

/// The notes of a document, in the order of their first marks.
fn of(document: &PagedDocument) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let mut places: BTreeMap<u128, usize> = BTreeMap::new();
    let mut labels: BTreeMap<String, u128> = BTreeMap::new();
    let mut references: Vec<(String, usize)> = Vec::new();
    let mut number = |location: Location, notes: &mut Vec<Note>| -> usize {
        *places.entry(location.hash()).or_insert_with(|| {
            notes.push(Note::default());
            notes.len() - 1
        })
    };
    // Notes that are being read, and the last letter outside them.
    let mut open: Vec<(Location, usize)> = Vec::new();
    let mut last: Option<Letter> = None;
    for (page, frame) in document.pages().iter().map(|page| &page.frame).enumerate() {
        let page = page + 1;
        walk(frame, &mut |_, item| match item {
            FrameItem::Tag(Tag::Start(content, _)) => {
                if let Some(note) = content.to_packed::<FootnoteElem>() {
                    match &note.body {
                        FootnoteBody::Reference(label) => {
                            references.push((label.resolve().to_string(), page))
                        }
                        FootnoteBody::Content(_) => {
                            let Some(location) = content.location() else {
                                return;
                            };
                            let label = content.label().map(|it| it.resolve().to_string());
                            if let Some(label) = &label {
                                labels.insert(label.clone(), location.hash());
                            }
                            let at = number(location, &mut notes);
                            if let Some(note) = notes.get_mut(at) {
                                note.label = note.label.take().or(label);
                                note.marks.insert(page);
                                note.before = note.before.take().or_else(|| last.clone());
                            }
                        }
                    }
                } else if let Some(entry) = content.to_packed::<FootnoteEntry>()
                    && let Some(own) = content.location()
                    && let Some(location) = entry.note.location()
                {
                    let at = number(location, &mut notes);
                    if let Some(note) = notes.get_mut(at) {
                        note.page = note.page.or(Some(page));
                    }
                    open.push((own, at));
                }
            }
            FrameItem::Tag(Tag::End(location, ..)) => open.retain(|(own, _)| own != location),
            FrameItem::Text(text) => {
                let Some(glyph) = text.glyphs.first() else {
                    return;
                };
                let is_word = text.text.chars().any(char::is_alphabetic);
                match open.last().and_then(|(_, at)| notes.get_mut(*at)) {
                    Some(note) if note.words.is_none() && is_word => {
                        note.words = Some((glyph.span, text.text.to_string()));
                    }
                    Some(_) => {}
                    None => last = Some((glyph.span, String::new())),
                }
            }
            FrameItem::Group(_)
            | FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..) => {}
        });
    }
    for (label, page) in references {
        let at = labels.get(&label).and_then(|location| places.get(location));
        if let Some(note) = at.and_then(|at| notes.get_mut(*at)) {
            note.marks.insert(page);
        }
    }
    notes
}
