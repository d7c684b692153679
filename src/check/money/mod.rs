//! Rules about budgets.

mod ceiling_exceeded;
mod duplicate_budget_line;
mod funded_twice;
mod no_budget;
mod source_without_partner;
mod thousandfold_slip;
mod total_mismatch;
mod unfunded_year;
mod zero_amount;

use crate::model::BudgetLine;

super::checks![
    total_mismatch,
    ceiling_exceeded,
    zero_amount,
    unfunded_year,
    thousandfold_slip,
    source_without_partner,
    funded_twice,
    no_budget,
    duplicate_budget_line,
];

/// The middle one of some amounts; of two in the middle, the lower.
fn median(amounts: impl Iterator<Item = i128>) -> Option<i128> {
    let mut sorted: Vec<i128> = amounts.collect();
    sorted.sort_unstable();
    sorted.get(sorted.len().saturating_sub(1) / 2).copied()
}

/// How many times the larger of two positive amounts holds the smaller.
fn ratio(one: i128, two: i128) -> i128 {
    let (low, high) = (one.min(two), one.max(two));
    high.checked_div(low).unwrap_or_default()
}

/// Lines that hold money.
fn funded(lines: &[BudgetLine]) -> impl Iterator<Item = &BudgetLine> {
    lines.iter().filter(|line| line.amount.value.0 > 0)
}
