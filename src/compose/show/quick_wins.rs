//! The quick wins.

use super::{Composer, Content, Drawing, Table, Target, table};

pub(super) const DRAWING: Drawing = Drawing::Tables(quick_wins);

fn quick_wins(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::narrow(cx.words.get("book-number")),
        table::text(cx.words.get("book-programme-and-change"), 7),
        table::narrow(cx.words.get("book-opd")),
        table::narrow(cx.words.get("book-time")),
        table::narrow(cx.words.get("book-status")),
    ];
    let rows = cx
        .programs_where(|program| program.file.quick_win.value)
        .into_iter()
        .map(|id| {
            let program = &cx.plan.programs[id];
            let file = &program.file;
            let opd = &cx.plan.opds[program.opd].file.abbreviation;
            cx.row(
                file.title.span,
                vec![
                    cx.program_reference(id),
                    cx.link_as(Target::Program(id), &file.title)
                        .strong()
                        .then(Content::text(&format!("\n{}", file.summary.value))),
                    cx.link_as(Target::Opd(program.opd), opd),
                    Content::text(&format!(
                        "{} –\n{}",
                        cx.format.date(file.start.value),
                        cx.format.date(file.end.value)
                    )),
                    Content::text(cx.words.named("book-status", file.status.value.word())),
                ],
            )
        });
    vec![table::bare(columns, rows.collect())]
}
