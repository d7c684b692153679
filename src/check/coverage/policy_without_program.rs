//! A policy direction that no programme carries out.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Kind;
use crate::resolve::Support;

/// The rule `policy-without-program` (COV014).
pub static RULE: Rule = Rule::warning("COV014", "policy-without-program", Group::Coverage).example(
    "pillars/governance/pillar.toml",
    "[[policy]]\n\
         id = \"layanan-terpadu\"\n\
         text = \"Menyatukan kanal layanan.\"\n\
         dimension = \"pelayanan-publik\"\n\n\
         [[policy]]\n\
         id = \"data-terbuka\"  # tidak didukung\n\
         text = \"Membuka data kota.\"\n\
         dimension = \"pelayanan-publik\"",
    "[[policy]]\n\
         id = \"layanan-terpadu\"\n\
         text = \"Menyatukan kanal layanan.\"\n\
         dimension = \"pelayanan-publik\"\n\n\
         [[policy]]\n\
         id = \"data-terbuka\"\n\
         text = \"Membuka data kota.\"\n\
         dimension = \"pelayanan-publik\"\n\n\
         # opd/diskominfo/programs/layanan-aduan.toml\n\
         supports = [\"policy:layanan-terpadu\", \"policy:data-terbuka\"]",
);

/// Looks for a programme that supports every policy direction.
pub fn check(cx: &mut Checker<'_>) {
    let references = cx.possible_references("supports", Kind::Policy);
    let served = cx.supported(|support| match support {
        Support::Policy(id) => Some(id),
        Support::Goal(_) | Support::Priority(_) | Support::Need(_) => None,
    });
    for (id, policy) in cx.plan.policies.iter() {
        // A pillar that nothing carries out is reported once, not per direction.
        let pillar = &cx.plan.pillars[policy.pillar];
        let lost = cx.unplaced_program(|program| program.may_belong_to(&pillar.id));
        let empty = !cx.any_active(&pillar.programs) && lost.is_none();
        if !served.contains(&id) && !empty {
            let entry = &policy.entry.id;
            cx.report_unless_uncertain(
                references.on(entry),
                Finding::new(
                    &RULE,
                    entry.span,
                    message!("policy-without-program", id = &entry.value),
                )
                .about(Kind::Policy, entry)
                .hint(message!("policy-without-program.hint", id = &entry.value)),
            );
        }
    }
}
