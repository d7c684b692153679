//! The end of a foreword.

use super::{Composer, Content, Drawing, expression};
use crate::compose::view::Dateline;

pub(super) const DRAWING: Drawing = Drawing::Lines(dateline);

/// The end of a foreword: place, date and who writes.
fn dateline(cx: &Composer<'_>, by: Option<&str>) -> String {
    let dateline = Dateline {
        place_and_date: cx.place_and_date().into(),
        by: by.map(Content::text),
    };
    format!("dateline({})", expression(&dateline))
}
