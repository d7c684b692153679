//! A stated total that is not the sum of the lines.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Arg, message};
use crate::resolve::Program;

/// The rule `total-mismatch` (MON001).
pub static RULE: Rule = Rule::error("MON001", "total-mismatch", Group::Money).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "total = 500_000_000\n\n[[budget]]\namount = 450_000_000",
    "total = 450_000_000\n\n[[budget]]\namount = 450_000_000",
);

/// Compares stated totals with the sum of the budget lines.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let file = &program.file;
    let Some(total) = &file.total else { return };
    let sum = file.money();
    if sum != total.value && !file.has_unclear_budget() {
        let mut finding = Finding::new(
            &RULE,
            total.span,
            message!(
                "total-mismatch",
                total = Arg::Money(total.value.0),
                sum = Arg::Money(sum.0),
                difference = Arg::Money(sum.0.abs_diff(total.value.0).cast_signed())
            ),
        );
        let lines: Vec<_> = file.lines().collect();
        let largest = lines.iter().rev().max_by_key(|line| line.amount.value);
        if let Some(line) = largest {
            let text = message!("total-mismatch.largest");
            finding = finding.related(line.amount.span, text);
        }
        cx.report(finding.hint(message!("total-mismatch.hint")));
    }
}
