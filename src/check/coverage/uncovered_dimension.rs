//! A dimension that no programme works on.

use std::collections::BTreeSet;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Kind;

/// The rule `uncovered-dimension` (COV002).
pub static RULE: Rule = Rule::warning("COV002", "uncovered-dimension", Group::Coverage).example(
    "pillars/governance/pillar.toml",
    "[[dimension]]\n\
         id = \"pelayanan-publik\"\n\
         name = \"Pelayanan publik\"\n\n\
         [[dimension]]\n\
         id = \"data-terbuka\"  # tanpa program\n\
         name = \"Data terbuka\"",
    "[[dimension]]\n\
         id = \"pelayanan-publik\"\n\
         name = \"Pelayanan publik\"\n\n\
         [[dimension]]\n\
         id = \"data-terbuka\"\n\
         name = \"Data terbuka\"\n\n\
         # opd/diskominfo/programs/kanal-bersama.toml\n\
         dimension = \"data-terbuka\"",
);

/// Looks for a programme of every dimension.
pub fn check(cx: &mut Checker<'_>) {
    let covered: BTreeSet<_> = cx.active().map(|(_, program)| program.dimension).collect();
    for (id, dimension) in cx.plan.dimensions.iter() {
        // A pillar that nothing carries out is reported once, not per dimension.
        let pillar = &cx.plan.pillars[dimension.pillar];
        if covered.contains(&id) || !cx.any_active(&pillar.programs) {
            continue;
        }
        let name = &dimension.entry.name;
        let id = &pillar.id;
        cx.report_unless_uncertain(
            cx.unplaced_program(|program| program.may_work_on(id, &dimension.entry.id)),
            Finding::new(
                &RULE,
                name.span,
                message!(
                    "uncovered-dimension",
                    name = &name.value,
                    pillar = &pillar.file.name.value
                ),
            )
            .about(Kind::Dimension, &dimension.entry.id)
            .hint(message!(
                "uncovered-dimension.hint",
                id = &dimension.entry.id.value
            )),
        );
    }
}
