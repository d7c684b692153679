//! Two OPD of one name or abbreviation.

use crate::check::Checker;
use crate::check::name::{bare, twins};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::Opd;

/// The rule.
pub static RULE: Rule = Rule::warning("STR035", "duplicate-opd", Group::Structure)
    .strict()
    .example(
        "# opd/diskominfo/opd.toml\nname = \"Dinas Komunikasi dan Informatika\"\n\n# opd/kominfo/opd.toml\nname = \"Dinas Komunikasi dan Informatika\"",
        "# hanya opd/diskominfo/opd.toml",
    );

/// Compares names, and the abbreviations of those whose names differ.
pub fn check(cx: &mut Checker<'_>) {
    let opds: Vec<&Opd> = cx.plan.opds.values().collect();
    let names = opds
        .iter()
        .filter_map(|opd| Some((bare(&opd.file.name)?, *opd)));
    let names = twins(names);
    for (first, opd) in &names {
        let message = message!(
            "duplicate-opd",
            first = &first.id,
            second = &opd.id,
            name = &opd.file.name.value
        );
        cx.report(
            Finding::new(&RULE, opd.file.name.span, message)
                .related(first.file.name.span, message!("first-one"))
                .hint(message!("duplicate-opd.hint")),
        );
    }
    let others = opds.iter().filter(|opd| {
        let mut twins = names.iter();
        !twins.any(|(_, twin)| twin.id == opd.id)
    });
    let short = others.filter_map(|opd| Some((bare(&opd.file.abbreviation)?, *opd)));
    for (first, opd) in twins(short) {
        let message = message!(
            "duplicate-opd.abbreviation",
            first = &first.id,
            second = &opd.id,
            name = &opd.file.abbreviation.value
        );
        cx.report(
            Finding::new(&RULE, opd.file.abbreviation.span, message)
                .related(first.file.abbreviation.span, message!("first-one"))
                .hint(message!("duplicate-opd.abbreviation-hint")),
        );
    }
}
