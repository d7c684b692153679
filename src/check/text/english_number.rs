//! A number in English style in Indonesian prose.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::{Language, message};

/// The rule.
pub static RULE: Rule = Rule::warning("TXT008", "english-number", Group::Text)
    .example("Rp1,250,000 dan 12.5%", "Rp1.250.000 dan 12,5%");

/// What can be nothing else: groups with commas behind `Rp`, several groups with
/// commas, a group with a comma before decimals, and one or two decimals after a
/// point before a unit.
static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"\bRp\.?\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?)\b",
        r"|\b(\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?)\b",
        r"|\b(\d{1,3}(?:,\d{3})+\.\d+)\b",
        r"|\b(\d+\.\d{1,2})(?:%|\s+(?:persen|ribu|juta|miliar|triliun|km|kilometer|meter|hektare|ton)\b)"
    ))
    .ok()
});

/// Looks for such numbers in the narrative of a plan that is Indonesian. Codes,
/// dates and versions have more points and are left alone.
pub fn check(cx: &mut Checker<'_>) {
    if cx.plan.file.language.value != Language::Indonesian {
        return;
    }
    let Some(number) = NUMBER.as_ref() else {
        return;
    };
    for piece in prose::pieces(cx.plan, cx.tree) {
        if !piece.text.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        for found in number.captures_iter(piece.text) {
            let Some(found) = found.iter().skip(1).flatten().next() else {
                continue;
            };
            // `3.2.1` ends like a decimal.
            let before = piece.text.get(..found.start()).unwrap_or_default();
            if before.ends_with(['.', ',']) {
                continue;
            }
            let english = found.as_str();
            let indonesian: String = english
                .chars()
                .map(|c| match c {
                    ',' => '.',
                    '.' => ',',
                    other => other,
                })
                .collect();
            let span = piece.span(found.range());
            cx.findings.push(
                Finding::new(&RULE, span, message!("english-number", number = english))
                    .hint(message!("english-number.hint", number = &indonesian))
                    .fix(span, indonesian),
            );
        }
    }
}
