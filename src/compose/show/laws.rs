//! The registry of laws.

use super::{Composer, Content, Drawing, Table, Target, table};
use crate::model::LawStatus;

pub(super) const DRAWING: Drawing = Drawing::Tables(laws);

fn laws(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::number(cx.words.get("book-number")),
        table::text(cx.words.get("book-law"), 3),
        table::text(cx.words.get("book-about"), 4),
    ];
    let rows = cx.plan.laws.iter().enumerate().map(|(at, (id, law))| {
        let entry = &law.entry;
        let mut about = entry.title.value.clone();
        let status = entry.status.value;
        if status != LawStatus::InForce {
            let status = cx.words.named("book-law-status", status.word());
            about.push_str(&format!(" ({status}"));
            if let Some(by) = law.by {
                let by = cx.plan.laws[by].entry.cited();
                about.push_str(&format!(" {} {by}", cx.words.get("book-by")));
            }
            about.push(')');
        }
        if entry.unverified.value {
            about.push(' ');
            about.push_str(cx.words.get("book-title-unverified"));
        }
        cx.row(
            cx.origin(Target::Law(id)),
            vec![
                Content::text(&(at + 1).to_string()),
                cx.anchored(Target::Law(id), &entry.cited()),
                Content::text(&about),
            ],
        )
    });
    vec![table::bare(columns, rows.collect())]
}
