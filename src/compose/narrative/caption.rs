//! Captions of tables.

use super::Lowering;
use crate::compose::view;
use crate::markdown::Table;

impl Lowering<'_, '_, '_> {
    /// Caption and label of a table; `None` if it has no caption.
    pub(super) fn captioned(&mut self, table: &Table) -> Option<view::TableHead> {
        let caption = table.caption.as_ref()?;
        self.in_title = true;
        let words = self.whole_line(&caption.shown);
        self.in_title = false;
        let place = self.narrative.places.get(&table.node);
        Some(view::TableHead {
            number: None,
            caption: words,
            label: self.composer.place_label(place),
        })
    }
}
