//! A programme that is done and whose result nobody entered.

use std::collections::BTreeSet;

use super::last_held;
use crate::check::{Checker, uncertainty};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::{EntryKind, Status};

/// The rule `done-without-result` (EVA009).
pub static RULE: Rule = Rule::warning("EVA009", "done-without-result", Group::Evaluation).example(
    "opd/diskominfo/programs/layanan-aduan.toml",
    "status = \"done\"\n\
         start = 2026-01-01\n\
         end = 2026-06-30\n\n\
         [[indicator]]\n\
         name = \"Aduan yang dijawab\"\n\n\
         # evaluations/2026-10-15.toml\n\
         status = \"done\"",
    "status = \"done\"\n\
         start = 2026-01-01\n\
         end = 2026-06-30\n\n\
         [[indicator]]\n\
         name = \"Aduan yang dijawab\"\n\n\
         # evaluations/2026-10-15.toml\n\
         status = \"done\"\n\n\
         [[realised]]\n\
         program = \"layanan-aduan\"\n\
         indicator = \"Aduan yang dijawab\"\n\
         year = 2026\n\
         value = 74.5",
);

/// Looks for a realised value of every programme that is done and has an
/// indicator, once an evaluation was held after its last day.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let Some(last) = last_held(plan, cx.as_of) else {
        return;
    };
    if cx.is_incomplete(EntryKind::Evaluation) {
        return;
    }
    let evaluations = plan.evaluations.values();
    let unknown =
        uncertainty::uncertain_key(evaluations.map(|one| &one.file.invalid_keys), "realised");
    let evaluations = plan.evaluations.values();
    let realised: BTreeSet<_> = evaluations
        .flat_map(|evaluation| evaluation.realised.iter().copied())
        .collect();
    for (id, program) in plan.programs.iter() {
        let file = &program.file;
        let over = file.status.value == Status::Done && file.end.value <= last.date;
        if over && file.all_indicators().next().is_some() && !realised.contains(&id) {
            cx.report_unless_uncertain(
                unknown,
                Finding::new(
                    &RULE,
                    file.status.span,
                    message!("done-without-result", title = &file.title.value),
                )
                .related(
                    last.file.title.span,
                    message!("done-without-result.evaluation", date = last.date),
                )
                .hint(message!("done-without-result.hint")),
            );
        }
    }
}
