//! Readiness: current, target, gap.

use super::{Composer, Content, Drawing, Table, table};
use crate::model::ReadinessElement;

pub(super) const DRAWING: Drawing = Drawing::Tables(readiness);

fn readiness(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::text(cx.words.get("book-aspect"), 3),
        table::number(cx.words.get("book-current-level")),
        table::number(cx.words.get("book-target")),
        table::text(cx.words.get("book-gap"), 4),
        table::text(cx.words.get("book-evidence"), 2),
    ];
    let mut rows = Vec::new();
    for &element in ReadinessElement::ALL {
        let mut entries = cx
            .plan
            .readiness
            .values()
            .filter(|entry| entry.element.value == element)
            .peekable();
        if entries.peek().is_some() {
            rows.push(table::group(
                cx.words.named("book-readiness", element.word()),
            ));
        }
        rows.extend(entries.map(|entry| {
            cx.row(
                entry.aspect.span,
                vec![
                    Content::text(&cx.mark(&entry.aspect, entry.example.value)),
                    cx.quantity(Some(entry.current.value)),
                    cx.quantity(Some(entry.target.value)),
                    cx.optional(entry.gap.as_ref().map(|text| text.value.as_str())),
                    cx.optional(entry.evidence.as_ref().map(|text| text.value.as_str())),
                ],
            )
        }));
    }
    vec![table::bare(columns, rows)]
}
