//! A pillar in which the public feels nothing within the first year.

use crate::check::{Checker, uncertainty};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Kind;

/// The rule `pillar-without-quick-win` (COV006).
pub static RULE: Rule = Rule::warning("COV006", "pillar-without-quick-win", Group::Coverage)
    .example(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "quick-win = false",
        "quick-win = true\nstart = 2026-01-01\nend = 2026-12-31",
    );

/// Looks for a quick win among the programmes of every pillar, secondary
/// pillars included.
pub fn check(cx: &mut Checker<'_>) {
    let references = cx.possible_references("also", Kind::Pillar);
    let all = cx.plan.programs.values();
    let unmarked =
        uncertainty::uncertain_key(all.map(|program| &program.file.invalid_keys), "quick-win");
    for (id, pillar) in cx.plan.pillars.iter() {
        let found = cx.active().any(|(_, program)| {
            program.file.quick_win.value && (program.pillar == id || program.also.contains(&id))
        });
        // A pillar that nothing carries out is reported as such.
        if !found && cx.any_active(&pillar.programs) {
            let name = &pillar.file.name;
            let lost = cx.unplaced_program(|program| program.may_belong_to(&pillar.id));
            cx.report_unless_uncertain(
                lost.or(unmarked).or_else(|| references.on(&pillar.id)),
                Finding::new(
                    &RULE,
                    name.span,
                    message!("pillar-without-quick-win", name = &name.value),
                )
                .hint(message!("pillar-without-quick-win.hint")),
            );
        }
    }
}
