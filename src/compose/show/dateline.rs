//! The end of a foreword.

use super::{Composer, Content, Drawing};
use crate::compose::tree::{Block, BlockKind};
use crate::compose::view::Dateline;

pub(super) const DRAWING: Drawing = Drawing::Lines(dateline);

/// The end of a foreword: place, date and who writes.
fn dateline(cx: &Composer<'_>, by: Option<&str>) -> Block {
    BlockKind::Dateline(Dateline {
        place_and_date: cx.place_and_date().into(),
        by: by.map(Content::text),
    })
    .into()
}
