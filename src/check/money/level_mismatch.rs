//! Money that is not the sum of what it is divided into.

use std::collections::BTreeSet;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Arg, message};
use crate::model::{Activity, BudgetLine, Rupiah, Year, sum_of_year};
use crate::resolve::Program;

/// The rule `level-mismatch` (MON014).
pub static RULE: Rule = Rule::error("MON014", "level-mismatch", Group::Money).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[budget]]\n\
         year = 2026\n\
         source = \"dau\"\n\
         amount = 250_000_000\n\n\
         [[activity]]\n\
         title = \"Kanal aduan\"\n\
         budget = [{ year = 2026, source = \"dau\", amount = 300_000_000 }]",
    "[[budget]]\n\
         year = 2026\n\
         source = \"dau\"\n\
         amount = 300_000_000\n\n\
         [[activity]]\n\
         title = \"Kanal aduan\"\n\
         budget = [{ year = 2026, source = \"dau\", amount = 300_000_000 }]",
);

/// The lines that count of a part of a level.
type Part<'p> = Vec<&'p BudgetLine>;

/// Compares the money that a programme or an activity states with that of what is in it, year by
/// year. Where a part says nothing of money, the rest is its own; a year of which no part says
/// anything may be divided later.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    let file = &program.file;
    if file.has_unclear_budget() {
        return;
    }
    let parts: Vec<Part<'_>> = file.activities.iter().map(Activity::lines).collect();
    check_level(cx, &file.budget, &parts);
    for activity in &file.activities {
        let subs = activity.subs.iter();
        let parts: Vec<Part<'_>> = subs.map(|sub| sub.budget.iter().collect()).collect();
        check_level(cx, &activity.budget, &parts);
    }
}

fn check_level(cx: &mut Checker<'_>, own: &[BudgetLine], parts: &[Part<'_>]) {
    let Some(first) = own.first() else { return };
    let all_say = parts.iter().all(|part| !part.is_empty());
    let lines: Vec<&BudgetLine> = parts.iter().flatten().copied().collect();
    if lines.is_empty() {
        return;
    }
    // A year of which no part says anything is not divided yet.
    let years: BTreeSet<Year> = lines.iter().map(|line| line.year.value).collect();
    for year in years {
        let total = sum_of_year(own.iter(), year).unwrap_or_default();
        let sum = sum_of_year(lines.iter().copied(), year).unwrap_or_default();
        if sum == total || (sum < total && !all_say) {
            continue;
        }
        report(cx, first, own, &lines, (year, total, sum));
    }
}

fn report(
    cx: &mut Checker<'_>,
    first: &BudgetLine,
    own: &[BudgetLine],
    lines: &[&BudgetLine],
    (year, total, sum): (Year, Rupiah, Rupiah),
) {
    let mut stated = own.iter().filter(|line| line.year.value == year);
    let stated = stated.next().unwrap_or(first);
    let mut finding = Finding::new(
        &RULE,
        stated.amount.span,
        message!(
            "level-mismatch",
            year = year.to_string(),
            total = Arg::Money(total.0),
            sum = Arg::Money(sum.0),
            difference = Arg::Money(sum.0.abs_diff(total.0).cast_signed())
        ),
    );
    let of_year = lines.iter().filter(|line| line.year.value == year);
    if let Some(line) = of_year.rev().max_by_key(|line| line.amount.value) {
        finding = finding.related(line.amount.span, message!("level-mismatch.largest"));
    }
    cx.report(finding.hint(message!("level-mismatch.hint")));
}
