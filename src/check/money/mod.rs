//! Rules about budgets.

mod ceiling_exceeded;
mod duplicate_budget_line;
mod funded_twice;
mod level_mismatch;
mod no_budget;
mod other_government;
mod single_source;
mod source_without_partner;
mod thousandfold_slip;
mod total_mismatch;
mod unfunded_year;
mod unknown_funded_indicator;
mod zero_amount;

use crate::model::BudgetLine;

super::checks![
    total_mismatch per program,
    ceiling_exceeded,
    zero_amount per program,
    unfunded_year per program,
    thousandfold_slip,
    source_without_partner per program,
    funded_twice,
    no_budget per program,
    duplicate_budget_line per program,
    single_source,
    other_government per program,
    level_mismatch per program,
    unknown_funded_indicator per program,
];

/// Lines that hold money.
fn funded<'p>(lines: impl Iterator<Item = &'p BudgetLine>) -> impl Iterator<Item = &'p BudgetLine> {
    lines.filter(|line| line.amount.value.0 > 0)
}
