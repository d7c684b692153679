//! The council by element.

use super::{Composer, Content, Drawing, Table, Target, table};
use crate::compose::view::Row;
use crate::model::Element;

pub(super) const DRAWING: Drawing = Drawing::Tables(council);

fn council(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::text(cx.words.get("book-institution"), 5),
        table::text(cx.words.get("book-position"), 3),
        table::text(cx.words.get("book-council-role"), 2),
    ];
    let mut rows: Vec<Row> = Vec::new();
    if let Some(council) = &cx.plan.council {
        let mut text = council.name.value.clone();
        if let Some(decree) = &council.decree {
            text = format!("{text} — {}", cx.decree(decree));
        }
        rows.push(table::group(&cx.mark(&text, council.example.value)));
    }
    for &element in Element::ALL {
        let mut members = cx
            .plan
            .members
            .values()
            .filter(|member| member.entry.element.value == element)
            .peekable();
        if members.peek().is_some() {
            rows.push(table::group(cx.words.named("book-element", element.word())));
        }
        rows.extend(members.map(|member| {
            let entry = &member.entry;
            let name = cx.mark(&entry.institution, entry.example.value);
            let name = match member.opd {
                Some(opd) => cx.link_as(Target::Opd(opd), &name),
                None => Content::text(&name),
            };
            cx.row(
                entry.institution.span,
                vec![
                    name,
                    cx.optional(entry.position.as_ref().map(|text| text.value.as_str())),
                    Content::text(cx.words.named("book-council-role", entry.role.value.word())),
                ],
            )
        }));
    }
    vec![table::bare(columns, rows)]
}
