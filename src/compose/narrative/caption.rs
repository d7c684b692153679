//! Captions of tables, and what of a text does not print.

use std::borrow::Cow;
use std::ops::Range;

use super::Lowering;
use crate::compose::view;
use crate::source::slice;

impl Lowering<'_, '_, '_> {
    /// Caption and label of the table that begins at `start`; `None` if it has no
    /// caption.
    pub(super) fn captioned(&mut self, start: usize) -> Option<view::TableHead> {
        let caption = self.caption.take()?;
        Some(view::TableHead {
            number: None,
            caption,
            label: self.composer.place_label(self.narrative.places.get(&start)),
        })
    }

    /// A piece of text without the parts that are hidden. What has been changed
    /// on its way from the file, such as an escape, is never hidden in part.
    pub(super) fn visible<'e>(&self, text: &'e str, range: &Range<usize>) -> Cow<'e, str> {
        let hidden = &self.narrative.hidden;
        let at = hidden.partition_point(|part| part.end <= range.start);
        let inside = |part: &&Range<usize>| part.start < range.end;
        let Some(first) = hidden.get(at).filter(inside) else {
            return Cow::Borrowed(text);
        };
        if first.start <= range.start && range.end <= first.end {
            return Cow::Borrowed("");
        }
        if text.len() != range.len() {
            return Cow::Borrowed(text);
        }
        let mut visible = String::with_capacity(text.len());
        let mut from = 0;
        for part in hidden.iter().skip(at).take_while(inside) {
            // One that begins inside the last hides nothing of its own there.
            let until = part.start.saturating_sub(range.start).max(from);
            visible.push_str(slice(text, from..until));
            // A part may go on behind the piece.
            from = part.end.saturating_sub(range.start).clamp(from, text.len());
        }
        visible.push_str(slice(text, from..));
        Cow::Owned(visible)
    }
}
