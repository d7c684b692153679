//! Phases of the road map with their programmes.

use super::{Composer, Content, Drawing, Id, Program, Table, message, table};
use crate::model::Year;

pub(super) const DRAWING: Drawing = Drawing::Tables(phases);

/// Programmes that a cell names; of more, it says how many they are.
const NAMED: usize = 15;

fn beginning(cx: &Composer<'_>, programs: Vec<Id<Program>>) -> Content {
    if programs.len() <= NAMED {
        return cx.references(programs);
    }
    let count = programs.len();
    let number = cx.format.number(count);
    let said = message!("book-number-of-programmes", count = count, number = &number);
    Content::text(&cx.words.say(&said))
}

fn phases(cx: &Composer<'_>) -> Vec<Table> {
    let columns = vec![
        table::text(cx.words.get("book-phase"), 2),
        table::narrow(cx.words.get("book-years")),
        table::text(cx.words.get("book-phase-direction"), 4),
        table::text(cx.words.get("book-programmes-that-begin"), 4),
    ];
    let rows = cx.plan.file.phases.iter().map(|phase| {
        let begins = cx.programs_where(|program| {
            let year = Year(program.file.start.value.year());
            (phase.start.value..=phase.end.value).contains(&year)
        });
        cx.row(
            phase.name.span,
            vec![
                Content::text(&phase.name),
                Content::text(&cx.span(phase.start.value, phase.end.value)),
                cx.optional(phase.description.as_ref().map(|text| text.value.as_str())),
                beginning(cx, begins),
            ],
        )
    });
    vec![table::bare(columns, rows.collect())]
}
