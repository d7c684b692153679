//! An abbreviation that is used and never explained.

use std::collections::{BTreeMap, BTreeSet};

use super::abbreviation::{Capitals, in_capitals, judge};
use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::{EntryKind, Kind};
use crate::resolve::Plan;
use crate::slice::slice;
use crate::source::Span;

/// The rule `undefined-abbreviation` (TXT010).
pub static RULE: Rule = Rule::warning("TXT010", "undefined-abbreviation", Group::Text).example(
    "chapters/pendahuluan.md",
    "… melalui SPBE …",
    "… melalui SPBE …\n\n\
         # registry/abbreviations.toml\n\
         [[abbreviation]]\n\
         short = \"SPBE\"\n\
         long = \"Sistem Pemerintahan Berbasis Elektronik\"",
);

/// Looks up the abbreviations of all prose in the registry, among the OPD, and in
/// the texts themselves. Each is reported once, where it stands first. A word in
/// capitals that stands elsewhere in small letters is a word that is stressed.
pub fn check(cx: &mut Checker<'_>) {
    if cx.is_incomplete(EntryKind::Abbreviation)
        || cx.is_incomplete(Kind::Opd)
        || cx.is_incomplete(Kind::Pillar)
    {
        return;
    }
    let mut known = known(cx.plan);
    let mut unknown: BTreeMap<&str, (usize, Span)> = BTreeMap::new();
    let pieces = cx.prose().iter().enumerate();
    for (order, piece) in pieces.filter(|(_, piece)| piece.marks.capitals) {
        for range in in_capitals(piece.text) {
            let word = slice(piece.text, range.clone());
            match judge(word, piece.before(&range), piece.after(&range)) {
                Capitals::Explained => {
                    known.insert(word.to_lowercase());
                }
                Capitals::Used if !unknown.contains_key(word) => {
                    unknown.insert(word, (order, piece.span(range)));
                }
                Capitals::Used | Capitals::Other => {}
            }
        }
    }
    unknown.retain(|word, _| !known.contains(&word.to_lowercase()));
    let stressed = in_small(cx, unknown.keys().map(|word| word.to_lowercase()).collect());
    unknown.retain(|word, _| !stressed.contains(&word.to_lowercase()));
    let mut unknown: Vec<_> = unknown.into_iter().collect();
    unknown.sort_by_key(|(_, (order, span))| (*order, span.start()));
    for (word, (_, span)) in unknown {
        cx.report(
            Finding::new(&RULE, span, message!("undefined-abbreviation", word = word))
                .hint(message!("undefined-abbreviation.hint", word = word)),
        );
    }
}

/// What the entries of the plan explain, in small letters: an abbreviation may
/// be written in capitals in a text, `BAPPEDA`.
fn known(plan: &Plan) -> BTreeSet<String> {
    let abbreviations = plan.abbreviations.values();
    let opds = plan.opds.values();
    let pillars = plan.pillars.values();
    abbreviations
        .map(|entry| entry.short.value.as_str())
        .chain(opds.flat_map(|opd| opd.file.abbreviation.split_whitespace()))
        .chain(pillars.map(|pillar| pillar.file.code.value.as_str()))
        .map(str::to_lowercase)
        .collect()
}

/// Those of some words that stand somewhere in small letters.
fn in_small(cx: &Checker<'_>, words: BTreeSet<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if words.is_empty() {
        return found;
    }
    for text in prose::runs(cx.plan, cx.tree, cx.texts()) {
        let tokens = text.split(|c: char| !c.is_alphanumeric());
        found.extend(
            tokens
                .filter(|word| words.contains(*word))
                .map(str::to_owned),
        );
    }
    found
}
