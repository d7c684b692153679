//! Phases of the road map with their programmes.

use super::{Composer, Content, Drawing, Table, table};
use crate::model::Year;

pub(super) const DRAWING: Drawing = Drawing::Tables(phases);

fn phases(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::text(cx.words.get("book-phase"), 2),
        table::narrow(cx.words.get("book-years")),
        table::text(cx.words.get("book-phase-direction"), 4),
        table::text(cx.words.get("book-programmes-that-begin"), 4),
    ];
    let rows = cx.plan.file.phases.iter().map(|phase| {
        let begins = cx.programs_where(|program| {
            let year = Year(program.file.start.value.year());
            (phase.start.value..=phase.end.value).contains(&year)
        });
        cx.row(
            phase.name.span,
            vec![
                Content::text(&phase.name),
                Content::text(&cx.span(phase.start.value, phase.end.value)),
                cx.optional(phase.description.as_ref().map(|text| text.value.as_str())),
                cx.references(begins),
            ],
        )
    });
    vec![table::bare(columns, rows.collect())]
}
