//! Two budget lines for one year from one source.

use std::collections::BTreeMap;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::BudgetLine;
use crate::resolve::Program;

/// The rule `duplicate-budget-line` (MON011).
pub static RULE: Rule = Rule::error("MON011", "duplicate-budget-line", Group::Money).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[budget]]\n\
         year = 2026\n\
         source = \"apbd-kota\"\n\
         amount = 100_000_000\n\n\
         [[budget]]\n\
         year = 2026\n\
         source = \"apbd-kota\"\n\
         amount = 50_000_000",
    "[[budget]]\nyear = 2026\nsource = \"apbd-kota\"\namount = 150_000_000",
);

/// Compares the budget lines of every level of every programme by year, source, the OPD that
/// spends them and the indicator that they pay for.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    for lines in program.file.budgets() {
        check_level(cx, program, lines);
    }
}

fn check_level(cx: &mut Checker<'_>, program: &Program, lines: &[BudgetLine]) {
    let mut seen = BTreeMap::new();
    for line in lines {
        let indicator = line.indicator.as_ref().map(|name| name.value.as_str());
        let key = (
            line.year.value,
            line.source.value,
            program.spender(line),
            indicator,
        );
        if let Some(first) = seen.insert(key, line.amount.span) {
            cx.report(
                Finding::new(
                    &RULE,
                    line.year.span,
                    message!(
                        "duplicate-budget-line",
                        year = line.year.value.to_string(),
                        source = line.source.value.word()
                    ),
                )
                .related(first, message!("first-one"))
                .hint(message!("duplicate-budget-line.hint")),
            );
        }
    }
}
