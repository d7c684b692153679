//! A district in which nothing is planned.

use std::collections::BTreeSet;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Kind;

/// The rule `district-without-program` (COV009).
pub static RULE: Rule = Rule::warning("COV009", "district-without-program", Group::Coverage)
    .example(
        "registry/districts.toml",
        "[[district]]\n\
         id = \"leitimur-selatan\"  # tanpa program\n\
         name = \"Leitimur Selatan\"",
        "[[district]]\n\
         id = \"leitimur-selatan\"\n\
         name = \"Leitimur Selatan\"\n\n\
         # opd/diskominfo/programs/layanan-aduan.toml\n\
         districts = [\"leitimur-selatan\"]",
    );

/// Looks for a programme that names every district. Programmes for the whole
/// city name none.
pub fn check(cx: &mut Checker<'_>) {
    let references = cx.possible_references("districts", Kind::District);
    let named: BTreeSet<_> = cx
        .active()
        .flat_map(|(_, program)| program.all_districts())
        .collect();
    for (id, district) in cx.plan.districts.iter() {
        if !named.contains(&id) {
            cx.report_unless_uncertain(
                references.on(&district.id),
                Finding::new(
                    &RULE,
                    district.id.span,
                    message!(
                        "district-without-program",
                        name = &district.name.value,
                        government = cx.plan.file.government.value.word(),
                    ),
                )
                .about(Kind::District, &district.id)
                .hint(message!(
                    "district-without-program.hint",
                    id = &district.id.value
                )),
            );
        }
    }
}
