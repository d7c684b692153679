//! A name of an OPD that differs from the registry.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::{Opd, Plan};

/// The rule.
pub static RULE: Rule = Rule::warning("TXT009", "opd-name", Group::Text).example(
    "… oleh Dinas Infokom dan Persandian …",
    "… oleh Dinas Komunikasi, Informatika dan Persandian …\n… oleh <opd:diskominfo> …",
);

/// A kind of agency and the capitalised words after it.
static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"\b(?:Dinas|Badan|Inspektorat|Sekretariat|Satuan)",
        r"(?:,?\s+(?:dan\s+)?\p{Lu}[\p{L}-]*)+"
    ))
    .ok()
});

/// Reads what looks like the name of an agency in narrative, and the
/// institutions of council members that name an OPD. A name that shares half of
/// its words with an official one and is not that one differs from it.
pub fn check(cx: &mut Checker<'_>) {
    let plan = cx.plan;
    for member in plan.members.values() {
        let Some(opd) = member.opd else { continue };
        let (official, written) = (&plan.opds[opd].file.name, &member.entry.institution);
        if !begins_with(&written.value, &official.value) {
            cx.report(
                Finding::new(
                    &RULE,
                    written.span,
                    message!("opd-name", name = &written.value),
                )
                .related(official.span, message!("opd-name.official"))
                .hint(message!("opd-name.hint", name = &official.value)),
            );
        }
    }
    let Some(name) = NAME.as_ref() else { return };
    for piece in prose::pieces(plan, cx.tree) {
        for found in name.find_iter(piece.text) {
            let written = found
                .as_str()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let Some(opd) = differs(plan, &written) else {
                continue;
            };
            let official = &opd.file.name;
            cx.findings.push(
                Finding::new(
                    &RULE,
                    piece.span(found.range()),
                    message!("opd-name", name = written),
                )
                .related(official.span, message!("opd-name.official"))
                .hint(message!("opd-name.hint", name = &official.value)),
            );
        }
    }
}

/// The OPD that a text means and does not name correctly.
fn differs<'p>(plan: &'p Plan, written: &str) -> Option<&'p Opd> {
    let words = words(written);
    let mut opds = plan.opds.values();
    if opds.any(|opd| begins_with(written, &opd.file.name)) {
        return None;
    }
    let shared = |opd: &Opd| {
        let official = self::words(&opd.file.name);
        let common = official.intersection(&words).count();
        let all = official.union(&words).count();
        (common, all)
    };
    // The kind of agency alone says nothing.
    plan.opds
        .values()
        .map(|opd| (shared(opd), opd))
        .filter(|((common, all), _)| *common >= 2 && common * 2 >= *all)
        .max_by(|((a, all_a), _), ((b, all_b), _)| (a * all_b).cmp(&(b * all_a)))
        .map(|(_, opd)| opd)
}

/// Whether a text is the name, or the name followed by that of the city.
fn begins_with(written: &str, name: &str) -> bool {
    match written.strip_prefix(name) {
        Some(rest) => !rest.starts_with(char::is_alphanumeric),
        None => false,
    }
}

fn words(name: &str) -> BTreeSet<String> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && *word != "dan")
        .map(str::to_lowercase)
        .collect()
}
