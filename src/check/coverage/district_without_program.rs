//! A district in which nothing is planned.

use std::collections::BTreeSet;

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule.
pub static RULE: Rule = Rule::warning("COV009", "district-without-program", Group::Coverage)
    .example(
        "[[district]]\nid = \"leitimur-selatan\"  # tanpa program",
        "districts = [\"leitimur-selatan\"]",
    );

/// Looks for a programme that names every district. Programmes for the whole
/// city name none.
pub fn check(cx: &mut Checker<'_>) {
    if !cx.knows_programs() {
        return;
    }
    let named: BTreeSet<_> = cx
        .active()
        .flat_map(|(_, program)| program.districts.iter().copied())
        .collect();
    for (id, district) in cx.plan.districts.iter() {
        if !named.contains(&id) {
            cx.report(
                Finding::new(
                    &RULE,
                    district.id.span,
                    message!("district-without-program", name = &district.name.value),
                )
                .about("district", &district.id)
                .hint(message!(
                    "district-without-program.hint",
                    id = &district.id.value
                )),
            );
        }
    }
}
