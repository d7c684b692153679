//! A council on which somebody does not sit who should.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Collection;

/// The rule `missing-council-element` (PEO005).
pub static RULE: Rule = Rule::warning("PEO005", "missing-council-element", Group::People)
    .strict()
    .example(
        "registry/council.toml",
        "[council]\n\
         name = \"Dewan Smart City\"\n\n\
         [[member]]\n\
         institution = \"Sekretariat Kota\"\n\
         element = \"opd\"\n\
         role = \"ketua\"\n\n\
         # plan.toml\n\
         [policy]\n\
         council-elements = [\"opd\", \"akademisi\"]",
        "[council]\n\
         name = \"Dewan Smart City\"\n\n\
         [[member]]\n\
         institution = \"Sekretariat Kota\"\n\
         element = \"opd\"\n\
         role = \"ketua\"\n\n\
         [[member]]\n\
         institution = \"Universitas Pattimura\"\n\
         element = \"akademisi\"\n\
         role = \"anggota\"\n\n\
         # plan.toml\n\
         [policy]\n\
         council-elements = [\"opd\", \"akademisi\"]",
    );

/// Compares the elements of the members with `council-elements` of the policy.
pub fn check(cx: &mut Checker<'_>) {
    if !cx.knows_policy("council-elements") {
        return;
    }
    let Some(council) = &cx.plan.council else {
        return;
    };
    let elements = &cx.plan.file.policy.council_elements;
    let missing: Vec<&str> = elements
        .value
        .iter()
        .filter(|element| {
            let mut members = cx.plan.members.values();
            !members.any(|member| member.entry.element.value == **element)
        })
        .map(|element| element.word())
        .collect();
    if !missing.is_empty() {
        cx.report_unless_uncertain(
            cx.unreadable(Collection::Members),
            Finding::new(
                &RULE,
                council.name.span,
                message!(
                    "missing-council-element",
                    count = missing.len(),
                    elements = missing.join(", ")
                ),
            )
            .hint(message!("missing-council-element.hint")),
        );
    }
}
