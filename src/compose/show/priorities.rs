//! The priority programmes of the RPJMD.

use super::{Composer, Content, Drawing, Support, Table, Target, table};

pub(super) const DRAWING: Drawing = Drawing::Tables(priorities);

fn priorities(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::narrow(cx.words.get("book-number")),
        table::text(cx.words.get("book-priority-programme"), 3),
        table::text(cx.words.get("book-supporting-programmes"), 4),
    ];
    let rows = cx.plan.priorities.iter().map(|(id, entry)| {
        cx.row(
            cx.origin(Target::Priority(id)),
            vec![
                Content::text(&cx.priority_number(id)),
                cx.anchored(Target::Priority(id), &entry.text)
                    .then(cx.sourced("", entry.source.as_ref())),
                cx.references(cx.supporting(Support::Priority(id))),
            ],
        )
    });
    vec![table::bare(columns, rows.collect())]
}
