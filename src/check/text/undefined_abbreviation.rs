//! An abbreviation that is used and never explained.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::warning("TXT010", "undefined-abbreviation", Group::Text).example(
    "… melalui SPBE …",
    "[[abbreviation]]\nshort = \"SPBE\"\nlong = \"Sistem Pemerintahan Berbasis Elektronik\"",
);

/// Two capital letters or more, perhaps with small ones or digits among them.
static ABBREVIATION: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b\p{Lu}{2,}[\p{L}\d]*\b").ok());

/// Looks up the abbreviations of all narrative in the registry, among the OPD,
/// and in the texts themselves, where one may stand in brackets behind what it
/// means. Each is reported once, where it stands first.
pub fn check(cx: &mut Checker<'_>) {
    if cx.plan.lost.registry {
        return;
    }
    let Some(abbreviation) = ABBREVIATION.as_ref() else {
        return;
    };
    let plan = cx.plan;
    let mut known: BTreeSet<&str> = BTreeSet::new();
    known.extend(
        plan.abbreviations
            .values()
            .map(|entry| entry.short.value.as_str()),
    );
    for opd in plan.opds.values() {
        known.extend(opd.file.abbreviation.split_whitespace());
    }
    known.extend(
        plan.pillars
            .values()
            .map(|pillar| pillar.file.code.value.as_str()),
    );

    let mut unknown: BTreeMap<&str, (usize, Span)> = BTreeMap::new();
    for (order, piece) in prose::pieces(plan, cx.tree).enumerate() {
        for found in abbreviation.find_iter(piece.text) {
            let word = found.as_str();
            let before = piece.text.get(..found.start()).unwrap_or_default();
            let after = piece.text.get(found.end()..).unwrap_or_default();
            if before.ends_with('(') && after.starts_with(')') {
                known.insert(word);
            } else if !is_roman(word) {
                unknown
                    .entry(word)
                    .or_insert((order, piece.span(found.range())));
            }
        }
    }
    unknown.retain(|word, _| !known.contains(word));
    let mut unknown: Vec<_> = unknown.into_iter().collect();
    unknown.sort_by_key(|(_, (order, span))| (*order, span.start));
    for (word, (_, span)) in unknown {
        cx.findings.push(
            Finding::new(&RULE, span, message!("undefined-abbreviation", word = word))
                .hint(message!("undefined-abbreviation.hint", word = word)),
        );
    }
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| "IVXLCDM".contains(c))
}
