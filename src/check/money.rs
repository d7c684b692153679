//! Rules about money.

use std::collections::BTreeMap;

use crate::finding::{Finding, Findings, rules};
use crate::model::Rupiah;
use crate::resolve::Plan;

/// Compares stated totals with their lines and finds lines that stand twice.
pub fn check(plan: &Plan, findings: &mut Findings) {
    for program in plan.programs.values() {
        let file = &program.file;
        if let Some(total) = &file.total {
            let sum: Rupiah = file.budget.iter().map(|line| line.amount.value).sum();
            if sum != total.value {
                findings.push(
                    Finding::new(
                        rules::TOTAL_MISMATCH,
                        total.span,
                        format!(
                            "the stated total is {}, the budget lines add up to {}",
                            total.value.0, sum.0
                        ),
                    )
                    .hint("mend the line that is wrong, or leave `total` out: it is computed"),
                );
            }
        }
        let mut seen = BTreeMap::new();
        for line in &file.budget {
            let key = (line.year.value, line.source.value);
            if let Some(first) = seen.insert(key, line.amount.span) {
                findings.push(
                    Finding::new(
                        rules::DUPLICATE_ENTRY,
                        line.year.span,
                        format!(
                            "there are two budget lines for {} from {}",
                            line.year.value,
                            line.source.value.word()
                        ),
                    )
                    .related(first, "the first one is here")
                    .hint("add the two amounts up in one line"),
                );
            }
        }
    }
}
