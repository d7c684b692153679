//! A pillar that nobody answers for.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;

/// The rule `pillar-without-person-in-charge` (COV008).
pub static RULE: Rule = Rule::warning("COV008", "pillar-without-person-in-charge", Group::Coverage)
    .strict()
    .example(
        "pillars/living/pillar.toml",
        "name = \"Smart Living\"",
        "name = \"Smart Living\"\nperson-in-charge = \"diskominfo\"",
    );

/// Looks for an OPD in charge of every pillar.
pub fn check(cx: &mut Checker<'_>) {
    for pillar in cx.plan.pillars.values() {
        // An OPD that does not exist has been reported.
        if pillar.file.person_in_charge.is_none()
            && !pillar.file.invalid_keys.contains("person-in-charge")
        {
            let name = &pillar.file.name;
            cx.report(
                Finding::new(
                    &RULE,
                    name.span,
                    message!("pillar-without-person-in-charge", name = &name.value),
                )
                .hint(message!("pillar-without-person-in-charge.hint")),
            );
        }
    }
}
