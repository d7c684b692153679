//! Two OPD of one name or abbreviation.

use crate::check::Checker;
use crate::check::name::{bare, twins};
use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::resolve::Opd;
use crate::source::Spanned;

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
    let named = alike(&opds, |opd| &opd.file.name);
    for (first, second) in &named {
        let names = (&first.file.name, &second.file.name);
        let message = message!(
            "duplicate-opd",
            first = &first.id,
            second = &second.id,
            name = &names.1.value
        );
        report(cx, names, message, message!("duplicate-opd.hint"));
    }
    let mut others = opds;
    others.retain(|opd| named.iter().all(|(_, second)| second.id != opd.id));
    for (first, second) in alike(&others, |opd| &opd.file.abbreviation) {
        let names = (&first.file.abbreviation, &second.file.abbreviation);
        let message = message!(
            "duplicate-opd.abbreviation",
            first = &first.id,
            second = &second.id,
            name = &names.1.value
        );
        let hint = message!("duplicate-opd.abbreviation-hint");
        report(cx, names, message, hint);
    }
}

/// The OPD that are called as one before them, each behind the first of that name.
fn alike<'p>(
    opds: &[&'p Opd],
    name: impl Fn(&'p Opd) -> &'p Spanned<String>,
) -> Vec<(&'p Opd, &'p Opd)> {
    let named = opds.iter().copied();
    twins(named.filter_map(|opd| Some((bare(name(opd))?, opd))))
}

fn report(
    cx: &mut Checker<'_>,
    (first, second): (&Spanned<String>, &Spanned<String>),
    message: Message,
    hint: Message,
) {
    cx.report(
        Finding::new(&RULE, second.span, message)
            .related(first.span, message!("first-one"))
            .hint(hint),
    );
}
