//! Programmes with agency, time and budget.

use super::{Composer, Content, Drawing, Table, Target, table};
use crate::model::Year;

pub(super) const DRAWING: Drawing = Drawing::Tables(programs);

/// Programmes with agency, time and budget, and the sum of the budgets.
fn programs(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::narrow(cx.words.get("book-number")),
        table::text(cx.words.get("book-programme"), 1),
        table::narrow(cx.words.get("book-opd")),
        table::narrow(cx.words.get("book-years")),
        table::number(cx.words.get("book-budget-in-rupiah")),
    ];
    let programs: Vec<_> = cx.all_programs().collect();
    let mut rows = cx.program_rows(&programs, |id| {
        let program = &cx.plan.programs[id];
        let opd = &cx.plan.opds[program.opd].file.abbreviation;
        let first = Year(program.file.start.value.year());
        let last = Year(program.file.end.value.year());
        [
            cx.link_as(Target::Opd(program.opd), opd),
            Content::text(&cx.span(first, last)),
        ]
    });
    if rows.len() > 1 {
        rows.push(cx.program_sum(&programs));
    }
    vec![table::bare(columns, rows)]
}
