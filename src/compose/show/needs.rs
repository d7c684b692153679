//! Institutional needs and the programmes that meet them.

use super::{Composer, Content, Drawing, Support, Table, Target, table};

pub(super) const DRAWING: Drawing = Drawing::Tables(needs);

fn needs(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::narrow(cx.words.get("book-number")),
        table::text(cx.words.get("book-need"), 5),
        table::text(cx.words.get("book-pillar"), 2),
        table::text(cx.words.get("book-met-by"), 3),
    ];
    let rows = cx.plan.needs.iter().map(|(id, need)| {
        let text = cx.mark(&need.entry.text, need.entry.example.value);
        cx.row(
            cx.origin(Target::Need(id)),
            vec![
                Content::text(&cx.need_number(id)),
                cx.anchored(Target::Need(id), &text),
                need.pillar
                    .map_or(Content::text("–"), |id| cx.link(Target::Pillar(id))),
                cx.references(cx.supporting(Support::Need(id))),
            ],
        )
    });
    vec![table::bare(columns, rows.collect())]
}
