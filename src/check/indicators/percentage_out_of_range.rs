//! A percentage below 0 or above 100.

use rust_decimal::Decimal;

use super::is_percentage;
use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Arg, message};
use crate::resolve::Program;

/// The rule `percentage-out-of-range` (IND007).
pub static RULE: Rule = Rule::error("IND007", "percentage-out-of-range", Group::Indicators)
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "[[indicator]]\nunit = \"persen\"\ntargets = { 2027 = 980 }",
        "[[indicator]]\nunit = \"persen\"\ntargets = { 2027 = 98.0 }",
    );

/// Compares the values of percentages with 0 and 100.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    for indicator in program
        .file
        .all_indicators()
        .filter(|one| is_percentage(one))
    {
        let baseline = indicator.baseline.iter().map(|baseline| &baseline.value);
        for value in baseline.chain(indicator.targets.values()) {
            if Decimal::ZERO <= value.value.0 && value.value.0 <= Decimal::ONE_HUNDRED {
                continue;
            }
            let number = Arg::Number(value.value.0.to_string());
            cx.report(
                Finding::new(
                    &RULE,
                    value.span,
                    message!("percentage-out-of-range", value = number),
                )
                .related(
                    indicator.unit.span,
                    message!("percentage-out-of-range.unit"),
                )
                .hint(message!("percentage-out-of-range.hint")),
            );
        }
    }
}
