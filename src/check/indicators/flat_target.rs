//! Targets that never leave the baseline.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Direction;
use crate::resolve::Program;

/// The rule `flat-target` (IND008).
pub static RULE: Rule = Rule::warning("IND008", "flat-target", Group::Indicators).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[indicator]]\n\
         direction = \"up\"\n\
         baseline = { year = 2025, value = 60 }\n\
         targets = { 2026 = 60, 2027 = 60 }",
    "[[indicator]]\n\
         direction = \"keep\"\n\
         baseline = { year = 2025, value = 60 }\n\
         targets = { 2026 = 60, 2027 = 60 }",
);

/// Compares all targets with the baseline. An indicator that is to be kept is
/// meant to stay there.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    for indicator in program.file.all_indicators() {
        let targets = &indicator.targets;
        let Some(baseline) = &indicator.baseline else {
            continue;
        };
        if indicator.invalid_keys.contains("targets") {
            continue;
        }
        let flat = targets
            .values()
            .all(|target| target.value.0 == baseline.value.value.0);
        if flat && !targets.is_empty() && indicator.direction.value != Direction::Keep {
            cx.report(
                Finding::new(
                    &RULE,
                    targets.span,
                    message!("flat-target", name = &indicator.name.value),
                )
                .related(baseline.value.span, message!("flat-target.baseline"))
                .hint(message!("flat-target.hint")),
            );
        }
    }
}
