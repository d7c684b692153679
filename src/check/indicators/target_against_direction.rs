//! A target that moves away from where the indicator is meant to go.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::{Arg, message};
use crate::model::Direction;
use crate::resolve::Program;

/// The rule `target-against-direction` (IND002).
pub static RULE: Rule = Rule::error("IND002", "target-against-direction", Group::Indicators)
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "[[indicator]]\ndirection = \"down\"\ntargets = { 2026 = 12, 2027 = 14 }",
        "[[indicator]]\ndirection = \"down\"\ntargets = { 2026 = 12, 2027 = 10 }",
    );

/// Compares every value with the one before it, beginning with the baseline.
/// Two equal values are no breach; an indicator that is to be kept must not
/// change. A baseline that is later than the first target is reported as such.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    for indicator in program.file.all_indicators() {
        let first = indicator.targets.iter().next();
        let baseline = indicator.baseline.as_ref();
        let baseline = baseline.filter(|one| first.is_none_or(|(year, _)| one.year.value <= year));
        let baseline = baseline.map(|baseline| &baseline.value).into_iter();
        let values = baseline.chain(indicator.targets.values());
        let direction = &indicator.direction;
        for (before, after) in values.clone().zip(values.skip(1)) {
            let (from, to) = (before.value, after.value);
            let kept = match direction.value {
                Direction::Up => to.0 >= from.0,
                Direction::Down => to.0 <= from.0,
                Direction::Keep => to.0 == from.0,
            };
            if kept {
                continue;
            }
            let from = Arg::Number(from.0.to_string());
            let to = Arg::Number(to.0.to_string());
            cx.report(
                Finding::new(
                    &RULE,
                    after.span,
                    message!(
                        "target-against-direction",
                        from = from,
                        to = to,
                        direction = direction.value.word()
                    ),
                )
                .related(before.span, message!("target-against-direction.before"))
                .related(
                    direction.span,
                    message!("target-against-direction.direction"),
                )
                .hint(message!("target-against-direction.hint")),
            );
        }
    }
}
