//! Budgets by source and year.

use super::{Composer, Content, Drawing, Table};

pub(super) const DRAWING: Drawing = Drawing::Tables(budget_by_source);

/// Summary by source.
fn budget_by_source(cx: &Composer<'_>) -> Vec<Table> {
    let sheet = cx.sheet(cx.all_programs(), |_, line| line.source.value);
    let keys = sheet.keys();
    cx.sheet_tables(
        &sheet,
        &keys,
        cx.words.get("book-source-of-funds"),
        |source| Content::text(cx.words.named("book-fund", source.word())),
    )
}
