//! A phase of the road map in which nothing happens.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::EntryKind;

/// The rule `empty-phase` (COV010).
pub static RULE: Rule = Rule::warning("COV010", "empty-phase", Group::Coverage).example(
    "plan.toml",
    "[[phase]]\n\
         id = \"pendek\"\n\
         name = \"Jangka pendek\"\n\
         start = 2026\n\
         end = 2028\n\n\
         [[phase]]\n\
         id = \"panjang\"\n\
         name = \"Jangka panjang\"\n\
         start = 2029  # tidak ada program sejak 2029\n\
         end = 2030",
    "[[phase]]\n\
         id = \"pendek\"\n\
         name = \"Jangka pendek\"\n\
         start = 2026\n\
         end = 2028\n\n\
         [[phase]]\n\
         id = \"panjang\"\n\
         name = \"Jangka panjang\"\n\
         start = 2029\n\
         end = 2030\n\n\
         # opd/diskominfo/programs/kanal-bersama.toml\n\
         end = 2029-12-31",
);

/// Looks for a programme that runs in a year of every phase.
pub fn check(cx: &mut Checker<'_>) {
    for phase in &cx.plan.file.phases {
        let (first, last) = (phase.start.value.0, phase.end.value.0);
        let found = cx.active().any(|(_, program)| {
            program.file.start.year() <= last && program.file.end.year() >= first
        });
        if !found && first <= last {
            let lost = cx.unplaced_program(|program| {
                let begins = program
                    .partial
                    .start
                    .is_none_or(|start| start.year() <= last);
                let ends = program.partial.end.is_none_or(|end| end.year() >= first);
                begins && ends
            });
            cx.report_unless_uncertain(
                lost,
                Finding::new(
                    &RULE,
                    phase.name.span,
                    message!("empty-phase", name = &phase.name.value),
                )
                .about(EntryKind::Phase, &phase.id)
                .hint(message!("empty-phase.hint")),
            );
        }
    }
}
