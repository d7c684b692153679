//! An OPD that carries out nothing.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Kind;

/// The rule `opd-without-program` (COV003).
pub static RULE: Rule = Rule::warning("COV003", "opd-without-program", Group::Coverage).example(
    "opd/dispusip/opd.toml",
    "name = \"Dinas Perpustakaan dan Kearsipan\"",
    "name = \"Dinas Perpustakaan dan Kearsipan\"\n\n\
         # opd/dispusip/programs/pojok-baca.toml\n\
         title = \"Pojok baca\"",
);

/// Looks for a programme that the OPD leads or in which it is a partner, and
/// that is not cancelled.
pub fn check(cx: &mut Checker<'_>) {
    let references = cx.possible_references("partners", Kind::Opd);
    for opd in cx.plan.opds.values() {
        if !cx.any_active(&opd.programs) && !cx.any_active(&opd.partner_in) {
            let name = &opd.file.name;
            let led = cx.unplaced_program(|program| program.may_be_led_by(&opd.id));
            cx.report_unless_uncertain(
                led.or_else(|| references.on(&opd.id)),
                Finding::new(
                    &RULE,
                    name.span,
                    message!("opd-without-program", name = &name.value),
                )
                .hint(message!("opd-without-program.hint", id = &opd.id)),
            );
        }
    }
}
