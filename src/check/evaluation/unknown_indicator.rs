//! A realised value of an indicator that the programme does not have.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `unknown-indicator` (EVA006).
pub static RULE: Rule = Rule::error("EVA006", "unknown-indicator", Group::Evaluation).example(
    "evaluations/2026-06-30.toml",
    "[[realised]]\n\
         program = \"layanan-aduan\"\n\
         indicator = \"Waktu tangap\"\n\n\
         # opd/diskominfo/programs/layanan-aduan.toml\n\
         [[indicator]]\n\
         name = \"Waktu tanggap\"",
    "[[realised]]\n\
         program = \"layanan-aduan\"\n\
         indicator = \"Waktu tanggap\"\n\n\
         # opd/diskominfo/programs/layanan-aduan.toml\n\
         [[indicator]]\n\
         name = \"Waktu tanggap\"",
);

/// Looks up the indicator of every realised value by its name.
pub fn check(cx: &mut Checker<'_>) {
    for evaluation in cx.plan.evaluations.values() {
        let realised = evaluation.file.realised.iter().zip(&evaluation.realised);
        for (value, &program) in realised {
            let file = &cx.plan.programs[program].file;
            let names = || file.all_indicators().map(|one| one.name.value.as_str());
            let known = names().any(|name| name == value.indicator.value);
            if known || file.has_unclear_indicator() {
                continue;
            }
            cx.report(
                Finding::new(
                    &RULE,
                    value.indicator.span,
                    message!(
                        "unknown-indicator",
                        program = &value.program.value,
                        name = &value.indicator.value
                    ),
                )
                .related(file.title.span, message!("unknown-indicator.program"))
                .suggest(
                    &value.indicator,
                    names(),
                    message!("known", known = names().collect::<Vec<_>>().join("; ")),
                ),
            );
        }
    }
}
