//! A member of the council that stands elsewhere in the plan.

use std::collections::BTreeMap;

use crate::check::Checker;
use crate::check::name::key;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `unlinked-member` (PEO009).
pub static RULE: Rule = Rule::warning("PEO009", "unlinked-member", Group::People).example(
    "registry/council.toml",
    "[[member]]\n\
         institution = \"Universitas Pattimura\"\n\n\
         # registry/stakeholders.toml\n\
         [[stakeholder]]\n\
         id = \"unpatti\"\n\
         name = \"Universitas Pattimura\"\n\
         element = \"akademisi\"",
    "[[member]]\n\
         institution = \"Universitas Pattimura\"\n\
         stakeholder = \"unpatti\"\n\n\
         # registry/stakeholders.toml\n\
         [[stakeholder]]\n\
         id = \"unpatti\"\n\
         name = \"Universitas Pattimura\"\n\
         element = \"akademisi\"",
);

/// Looks up the institutions of members without `opd` and `stakeholder` among
/// the names of both.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    let mut known: BTreeMap<String, (&str, &str, Span)> = BTreeMap::new();
    for stakeholder in plan.stakeholders.values() {
        let (id, name) = (&stakeholder.id.value, &stakeholder.name);
        known.insert(key(name), ("stakeholder", id, name.span));
    }
    for opd in plan.opds.values() {
        for name in [&opd.file.abbreviation, &opd.file.name] {
            known.insert(key(name), ("opd", &opd.id, name.span));
        }
    }
    for member in plan.members.values() {
        let entry = &member.entry;
        let institution = &entry.institution;
        let linked = entry.opd.is_some() || entry.stakeholder.is_some();
        if linked
            || entry.invalid_keys.contains("opd")
            || entry.invalid_keys.contains("stakeholder")
        {
            continue;
        }
        let Some((kind, id, span)) = known.get(&key(institution)) else {
            continue;
        };
        let reference = format!("{kind} = \"{id}\"");
        cx.report(
            Finding::new(
                &RULE,
                institution.span,
                message!("unlinked-member", name = &institution.value),
            )
            .related(*span, message!("unlinked-member.entry"))
            .hint(message!("unlinked-member.hint", reference = reference)),
        );
    }
}
