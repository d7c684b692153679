//! Goals and the programmes that serve each of them.

use super::{Composer, Content, Drawing, Support, Table, Target, table};

pub(super) const DRAWING: Drawing = Drawing::Tables(goals);

fn goals(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::narrow(cx.words.get("book-number")),
        table::text(cx.words.get("book-rpjmd-goal"), 2),
        table::text(cx.words.get("book-supporting-programmes"), 4),
    ];
    let rows = cx.plan.goals.iter().map(|(id, goal)| {
        let text = cx.mark(&goal.entry.text, goal.entry.example.value);
        cx.row(
            cx.origin(Target::Goal(id)),
            vec![
                Content::text(&cx.goal_number(id)),
                cx.anchored(Target::Goal(id), &text)
                    .then(cx.sourced("", goal.entry.source.as_ref())),
                cx.references(cx.supporting(Support::Goal(id))),
            ],
        )
    });
    vec![table::bare(columns, rows.collect())]
}
