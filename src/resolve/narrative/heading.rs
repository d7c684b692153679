//! The headings of a text, and whether anything stands below them.

use std::ops::Range;

use super::place::Found;
use crate::address::PlaceKind;
use crate::markdown::{self, BlockKind, InlineKind, Node, NodeId, Visitor, walk};
use crate::slice::slice;
use crate::source::{FileIndex, SourceFile, Span, Spanned};

/// A heading.
#[derive(Debug, Clone)]
pub struct Heading {
    /// Which part of the text it is.
    pub(crate) node: NodeId,
    /// 1 to 6, as it was written.
    pub level: usize,
    /// What it says.
    pub text: String,
    /// The id that it was given.
    pub id: Option<Spanned<String>>,
    /// Where it stands.
    pub span: Span,
    /// Whether nothing stands between it and the next heading, or the end.
    pub bare: bool,
    /// Whether it says nothing at all.
    pub(crate) blank: bool,
    /// Whether it stands in a quote, a list or a note, and divides nothing.
    pub nested: bool,
}

/// The headings of a text.
pub(super) fn headings(index: FileIndex, file: &SourceFile) -> Vec<Heading> {
    let mut headings = Headings {
        index,
        text: &file.text,
        found: Vec::new(),
        section: None,
        depth: 0,
    };
    walk(&file.markdown().blocks, &mut headings);
    headings.found
}

struct Headings<'t> {
    index: FileIndex,
    text: &'t str,
    found: Vec<Heading>,
    /// The last one that is not nested.
    section: Option<usize>,
    /// How many blocks are open.
    depth: usize,
}

impl<'t> Visitor<'t> for Headings<'_> {
    fn enter(&mut self, node: Node<'t>) {
        match node {
            Node::Block(block) => {
                match &block.kind {
                    BlockKind::Heading(heading) => self.add(heading, &block.range),
                    // Notes stand elsewhere.
                    BlockKind::Note(_) | BlockKind::Rule => {}
                    BlockKind::Paragraph(_)
                    | BlockKind::Plain(_)
                    | BlockKind::Quote(..)
                    | BlockKind::Code(_)
                    | BlockKind::List(_)
                    | BlockKind::Definitions(_)
                    | BlockKind::Table(_) => {
                        if self.depth == 0 {
                            self.fill();
                        }
                    }
                }
                self.depth += 1;
            }
            // What is lost has been reported, and is something all the same.
            Node::Inline(inline) if matches!(inline.kind, InlineKind::Dropped(_)) => self.fill(),
            Node::Caption(_)
            | Node::Item(_)
            | Node::Term(_)
            | Node::Meaning(_)
            | Node::Head(_)
            | Node::Row(_)
            | Node::Cell(_)
            | Node::Piece(_)
            | Node::Inline(_) => {}
        }
    }

    fn leave(&mut self, node: Node<'t>) {
        self.depth -= usize::from(matches!(node, Node::Block(_)));
    }
}

impl Headings<'_> {
    fn add(&mut self, heading: &markdown::Heading, range: &Range<usize>) {
        let nested = self.depth > 0;
        if !nested {
            self.section = Some(self.found.len());
        }
        self.found.push(Heading {
            node: heading.node,
            level: heading.level.into(),
            text: markdown::plain(&heading.line),
            id: heading.id.as_deref().map(|id| self.id(id, range)),
            span: Span::new(self.index, range.clone()),
            bare: true,
            blank: heading.is_blank(),
            nested,
        });
    }

    /// An id with the place at which it was given.
    fn id(&self, id: &str, heading: &Range<usize>) -> Spanned<String> {
        let written = slice(self.text, heading.clone());
        let at = written.rfind(&format!("#{id}")).map(|at| at + 1);
        let start = heading.start + at.unwrap_or_default();
        let span = Span::new(self.index, start..start + id.len());
        Spanned::new(id.to_owned(), span)
    }

    /// Notes that something stands in the section.
    fn fill(&mut self) {
        let section = self.section.and_then(|at| self.found.get_mut(at));
        if let Some(heading) = section {
            heading.bare = false;
        }
    }
}

/// Which of the headings of a text is its title: the first of level 1 that says something.
pub(super) fn title(headings: &[Heading]) -> Option<usize> {
    let mut headings = headings.iter();
    headings.position(|heading| heading.level == 1 && !heading.blank)
}

/// The headings of a text as places that can be referred to.
pub(super) fn places(headings: &[Heading]) -> impl Iterator<Item = Found> {
    let title = title(headings);
    headings.iter().enumerate().map(move |(at, heading)| {
        let (file, start) = (heading.span.file, heading.span.start());
        Found {
            node: heading.node,
            kind: PlaceKind::Heading,
            id: heading.id.clone(),
            title: heading.text.clone(),
            span: Span::new(file, start..start),
            is_title: title == Some(at),
        }
    })
}
