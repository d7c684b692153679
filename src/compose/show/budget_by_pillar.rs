//! Budgets by pillar and year.

use super::{Composer, Drawing, Id, Table, Target};
use crate::resolve::Pillar;

pub(super) const DRAWING: Drawing = Drawing::Tables(budget_by_pillar);

/// Summary by pillar.
fn budget_by_pillar(cx: &Composer<'_>) -> Vec<Table> {
    let sheet = cx.sheet(cx.all_programs(), |program, _| program.pillar);
    let keys: Vec<Id<Pillar>> = match cx.choice {
        None => cx.plan.pillars.iter().map(|(id, _)| id).collect(),
        Some(_) => sheet.keys(),
    };
    cx.sheet_tables(&sheet, &keys, cx.words.get("book-pillar"), |id| {
        cx.link(Target::Pillar(id))
    })
}
