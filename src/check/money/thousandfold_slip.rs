//! An amount that looks as if three zeros were missing or too many.

use super::{funded, median, ratio};
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Arg, message};
use crate::model::BudgetLine;

/// The rule.
pub static RULE: Rule = Rule::warning("MON007", "thousandfold-slip", Group::Money).example(
    "amount = 150_000  # tahun lain: 175_000_000",
    "amount = 150_000_000",
);

/// Two amounts of one programme that differ by more are suspicious. A slip of
/// three digits is a factor of 1,000; what the years really differ by may hide
/// two thirds of it.
const SUSPICIOUS: i128 = 300;

/// Fewest lines by which the only line of a programme is judged.
const COMPARABLE: usize = 3;

/// Compares every budget line with the middle one of its programme, or, if it
/// is the only one, of its OPD.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        let files = opd.programs.iter().map(|id| &cx.plan.programs[*id].file);
        let all = files.clone().flat_map(|file| funded(&file.budget));
        let amounts: Vec<i128> = all.map(|line| line.amount.value.0).collect();
        let of_opd = Some(amounts.len()).filter(|count| *count > COMPARABLE);
        let of_opd = of_opd.and_then(|_| median(amounts.into_iter()));
        for file in files {
            let lines: Vec<&BudgetLine> = funded(&file.budget).collect();
            match lines.as_slice() {
                [] => {}
                [only] => {
                    let finding = of_opd.and_then(|middle| judge(only, middle, None));
                    cx.findings.extend(finding);
                }
                // Of two lines, nobody knows which is wrong; the lower one is
                // reported.
                [one, two] => {
                    let (low, high) = if one.amount.value <= two.amount.value {
                        (one, two)
                    } else {
                        (two, one)
                    };
                    let finding = judge(low, high.amount.value.0, Some(high));
                    cx.findings.extend(finding);
                }
                lines => {
                    let middle = median(lines.iter().map(|line| line.amount.value.0));
                    let usual = lines
                        .iter()
                        .find(|line| Some(line.amount.value.0) == middle);
                    if let Some(usual) = usual {
                        let usual_amount = usual.amount.value.0;
                        let found = lines.iter();
                        let found = found.filter_map(|line| judge(line, usual_amount, Some(usual)));
                        cx.findings.extend(found);
                    }
                }
            }
        }
    }
}

fn judge(line: &BudgetLine, usual: i128, sibling: Option<&BudgetLine>) -> Option<Finding> {
    let amount = line.amount.value.0;
    if ratio(amount, usual) < SUSPICIOUS {
        return None;
    }
    let mut finding = Finding::new(
        &RULE,
        line.amount.span,
        message!(
            "thousandfold-slip",
            amount = Arg::Money(amount),
            usual = Arg::Money(usual)
        ),
    );
    if let Some(sibling) = sibling {
        finding = finding.related(sibling.amount.span, message!("thousandfold-slip.sibling"));
    }
    Some(finding.hint(message!("thousandfold-slip.hint")))
}
