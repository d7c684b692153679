//! A baseline that was measured after the first target.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;

/// The rule `late-baseline` (IND004).
pub static RULE: Rule = Rule::error("IND004", "late-baseline", Group::Indicators).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[indicator]]\n\
         baseline = { year = 2027, value = 50 }\n\
         targets = { 2026 = 60 }",
    "[[indicator]]\n\
         baseline = { year = 2025, value = 50 }\n\
         targets = { 2026 = 60 }",
);

/// Compares the year of every baseline with that of the first target.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    for indicator in program.file.all_indicators() {
        let first = indicator.targets.iter().next();
        if let (Some(baseline), Some((year, target))) = (&indicator.baseline, first)
            && baseline.year.value > year
        {
            cx.report(
                Finding::new(
                    &RULE,
                    baseline.year.span,
                    message!(
                        "late-baseline",
                        year = baseline.year.value.to_string(),
                        target = year.to_string()
                    ),
                )
                .related(target.span, message!("late-baseline.target"))
                .hint(message!("late-baseline.hint")),
            );
        }
    }
}
