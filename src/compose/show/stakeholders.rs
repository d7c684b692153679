//! The stakeholders.

use super::{Composer, Content, Drawing, Table, Target, table};

pub(super) const DRAWING: Drawing = Drawing::Tables(stakeholders);

fn stakeholders(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::text(cx.words.get("book-body"), 4),
        table::text(cx.words.get("book-element"), 2),
        table::text(cx.words.get("book-role"), 5),
    ];
    let rows = cx.plan.stakeholders.iter().map(|(id, entry)| {
        let name = cx.mark(&entry.name, entry.example.value);
        cx.row(
            cx.origin(Target::Stakeholder(id)),
            vec![
                cx.anchored(Target::Stakeholder(id), &name),
                Content::text(cx.words.named("book-element", entry.element.value.word())),
                cx.sourced(
                    entry.role.as_ref().map_or("–", |text| text.value.as_str()),
                    entry.source.as_ref(),
                ),
            ],
        )
    });
    vec![table::bare(columns, rows.collect())]
}
