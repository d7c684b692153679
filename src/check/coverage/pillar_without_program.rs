//! A pillar that no programme carries out.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `pillar-without-program` (COV001).
pub static RULE: Rule = Rule::warning("COV001", "pillar-without-program", Group::Coverage)
    .strict()
    .example(
        "pillars/branding/pillar.toml",
        "[[dimension]]\nid = \"pariwisata\"\nname = \"Pariwisata\"",
        "[[dimension]]\n\
         id = \"pariwisata\"\n\
         name = \"Pariwisata\"\n\n\
         # opd/diskominfo/programs/kota-musik.toml\n\
         pillar = \"branding\"\n\
         dimension = \"pariwisata\"",
    );

/// Looks for a programme whose main pillar it is.
pub fn check(cx: &mut Checker<'_>) {
    for (id, pillar) in cx.plan.pillars.iter() {
        if !cx.active().any(|(_, program)| program.pillar == id) {
            let name = &pillar.file.name;
            cx.report_unless_uncertain(
                cx.unplaced_program(|program| program.may_belong_to(&pillar.id)),
                Finding::new(
                    &RULE,
                    name.span,
                    message!("pillar-without-program", name = &name.value),
                )
                .hint(message!("pillar-without-program.hint", id = &pillar.id)),
            );
        }
    }
}
