//! A text block by block, so that no more of it is held than somebody looks at.

use std::mem;

use pulldown_cmark::{DefaultBrokenLinkCallback, Event as Parsed, OffsetIter, Parser};

use super::definitions::{Definitions, IdleDefinition};
use super::event::Item;
use super::formula::Formulas;
use super::lower::Lowering;
use super::{OPTIONS, front_matter, quotes};
use crate::slice::slice;

/// The blocks of a text that stand in no other, in their order.
pub(super) struct Blocks<'t> {
    parser: OffsetIter<'t, DefaultBrokenLinkCallback>,
    /// Where the parser's text begins in the file.
    start: usize,
    lowering: Lowering<'t>,
    formulas: Formulas<'t>,
    definitions: Definitions<'t>,
    text: &'t str,
}

impl<'t> Blocks<'t> {
    /// The blocks of a text behind its front matter.
    pub fn new(text: &'t str) -> Self {
        let start = front_matter(text).map_or(0, |front| front.end);
        let narrative = slice(text, start..);
        Self {
            parser: Parser::new_ext(narrative, OPTIONS).into_offset_iter(),
            start,
            lowering: Lowering::new(text),
            formulas: Formulas::new(text),
            definitions: Definitions::new(narrative, start),
            text,
        }
    }

    /// Adds the events of the next block, each with the bytes that it was read from;
    /// false behind the last block.
    pub fn read(&mut self, items: &mut Vec<Item<'t>>) -> bool {
        let begin = items.len();
        let mut depth = 0_usize;
        self.lowering.items = mem::take(items);
        while let Some((event, range)) = self.parser.next() {
            let defined = self.parser.reference_definitions();
            self.definitions.take(&event, &range, defined);
            if matches!(event, Parsed::Start(_)) {
                depth += 1;
            } else if matches!(event, Parsed::End(_)) {
                depth = depth.saturating_sub(1);
            }
            let range = range.start + self.start..range.end + self.start;
            self.lowering.take(event, range);
            // HTML may leave nothing behind.
            if depth == 0 && self.lowering.items.len() > begin {
                break;
            }
        }
        *items = mem::take(&mut self.lowering.items);
        self.formulas.lower(items, begin);
        quotes::lower(self.text, items, begin);
        items.len() > begin
    }

    /// The definitions of labels that have no effect, once all blocks are read.
    pub fn idle_definitions(&self) -> Vec<IdleDefinition> {
        self.definitions.idle(self.parser.reference_definitions())
    }
}
