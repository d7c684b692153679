//! A programme that counts what it makes and not what changes.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::IndicatorKind;
use crate::resolve::Program;

/// The rule `only-output` (IND006).
pub static RULE: Rule = Rule::warning("IND006", "only-output", Group::Indicators).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "[[indicator]]\nname = \"Operator yang dilatih\"\nkind = \"output\"",
    "[[indicator]]\nname = \"Waktu tanggap\"\nkind = \"outcome\"",
);

/// Looks for an outcome or an impact among the indicators of every programme.
pub fn check(cx: &mut Checker<'_>, program: &Program) {
    if program.file.is_cancelled() || program.file.invalid_keys.contains("indicator") {
        return;
    }
    let indicators = &program.file.indicators;
    let Some(first) = indicators.first() else {
        return;
    };
    if indicators
        .iter()
        .all(|one| one.kind.value == IndicatorKind::Output)
    {
        cx.report(
            Finding::new(
                &RULE,
                first.kind.span,
                message!("only-output", title = &program.file.title.value),
            )
            .hint(message!("only-output.hint")),
        );
    }
}
