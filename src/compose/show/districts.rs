//! Districts and the programmes in each.

use super::{Composer, Drawing, Table, Target, table};

pub(super) const DRAWING: Drawing = Drawing::Tables(districts);

fn districts(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::text(cx.words.get("book-district"), 2),
        table::text(cx.words.get("book-programmes-in-district"), 6),
    ];
    let rows = cx.plan.districts.iter().map(|(id, entry)| {
        let here = cx.programs_where(|program| program.districts.contains(&id));
        cx.row(
            cx.origin(Target::District(id)),
            vec![
                cx.anchored(Target::District(id), &entry.name)
                    .then(cx.sourced("", entry.source.as_ref())),
                cx.references(here),
            ],
        )
    });
    vec![table::bare(columns, rows.collect())]
}
