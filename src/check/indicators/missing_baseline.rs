//! An indicator of which nobody knows where it starts.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Program;

/// The rule `missing-baseline` (IND003).
pub static RULE: Rule = Rule::warning("IND003", "missing-baseline", Group::Indicators).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[indicator]]\ntargets = { 2026 = 60 }",
    "[[indicator]]\n\
         baseline = { year = 2025, value = 52.5, source = \"survei\" }\n\
         targets = { 2026 = 60 }",
);

/// Looks for a baseline of every indicator.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    if program.file.is_cancelled() {
        return;
    }
    for indicator in &program.file.indicators {
        if indicator.baseline.is_none() && !indicator.invalid_keys.contains("baseline") {
            let name = &indicator.name;
            cx.report(
                Finding::new(
                    &RULE,
                    name.span,
                    message!("missing-baseline", name = &name.value),
                )
                .hint(message!("missing-baseline.hint")),
            );
        }
    }
}
