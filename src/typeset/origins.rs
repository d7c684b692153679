//! Where what stands on the pages of a book comes from.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::num::NonZeroU64;

use typst::World;
use typst::syntax::{Span, SyntaxKind, SyntaxNode};

use super::world::{BookWorld, file_id};
use crate::compose::{Book, CodeOrigin, SourceMap};

/// Where the strings and the calls in the code of the parts of a book come from, by their
/// spans.
#[derive(Debug, Default)]
pub(crate) struct Origins(BTreeMap<NonZeroU64, CodeOrigin>);

impl Origins {
    /// Those of the book of a world.
    pub fn of<B: Borrow<Book> + Send + Sync>(world: &BookWorld<B>) -> Self {
        let mut origins = Self::default();
        for path in world.book().files.iter().map(|file| &file.path) {
            let source = file_id(path).and_then(|id| world.source(id).ok());
            let sources = world.sources(path).filter(|sources| !sources.is_empty());
            if let (Some(source), Some(sources)) = (source, sources) {
                origins.add(source.root(), 0, sources);
            }
        }
        origins
    }

    /// Adds a piece of code that begins at a byte of its file.
    fn add(&mut self, node: &SyntaxNode, mut at: usize, sources: &SourceMap) {
        if matches!(node.kind(), SyntaxKind::Str | SyntaxKind::FuncCall) {
            self.0.insert(node.span().into_raw(), sources.origin(at));
        }
        for child in node.children() {
            self.add(child, at, sources);
            at += child.len();
        }
    }

    /// Where the code of a span comes from; `None` if that is none of a part.
    pub fn get(&self, span: Span) -> Option<CodeOrigin> {
        self.0.get(&span.into_raw()).copied()
    }
}
