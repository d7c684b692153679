//! Budgets by OPD and year.

use super::{Composer, Drawing, Id, Table, Target};
use crate::resolve::{Opd, Program};

pub(super) const DRAWING: Drawing = Drawing::Tables(budget_by_opd);

/// Summary by OPD; the OPD without programmes are left out.
fn budget_by_opd(cx: &Composer<'_>) -> Vec<Table> {
    let sheet = cx.sheet(cx.all_programs(), Program::spender);
    let keys: Vec<Id<Opd>> = sheet.keys();
    cx.sheet_tables(&sheet, &keys, cx.words.get("book-opd"), |id| {
        cx.link_as(Target::Opd(id), &cx.plan.opds[id].file.abbreviation)
    })
}
