//! A law that a text cites by number and that the registry does not have.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::{Checker, prose};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::LawKind;

/// The rule.
pub static RULE: Rule = Rule::warning("LAW002", "unregistered-law", Group::Law).example(
    "… menurut Undang-Undang Nomor 12 Tahun 2023 tentang Pemerintahan Daerah …",
    "… menurut <law:uu-23-2014> …",
);

/// `UU 23/2014`, `Peraturan Presiden Nomor 95 Tahun 2018`, `Perda Kota Ambon
/// No. 4 Tahun 2016`.
static CITATION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\b(undang-undang|uu|peraturan pemerintah|pp|peraturan presiden|perpres|",
        r"peraturan menteri|permen\w*|peraturan daerah|perda)\b",
        r"(?:\s+[\p{L}]+){0,6}?\s+(?:nomor\s+|no\.?\s+)?(\d+)\s*(?:/|\s+tahun\s+)\s*(\d{4})\b"
    ))
    .ok()
});

/// Looks up every citation of a law by kind, number and year.
pub fn check(cx: &mut Checker<'_>) {
    if cx.plan.lost.registry {
        return;
    }
    let Some(citation) = CITATION.as_ref() else {
        return;
    };
    let plan = cx.plan;
    for piece in prose::pieces(plan, cx.tree) {
        // A citation needs digits, which most pieces do not have.
        if !piece.text.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        for found in citation.captures_iter(piece.text) {
            let (Some(whole), Some(kind), Some(number), Some(year)) =
                (found.get(0), found.get(1), found.get(2), found.get(3))
            else {
                continue;
            };
            let kind = kind_of(kind.as_str());
            let known = plan.laws.values().any(|law| {
                law.entry.kind.value == kind
                    && law.entry.number.value == number.as_str()
                    && law.entry.year.value.to_string() == year.as_str()
            });
            if known {
                continue;
            }
            let same_year = plan.laws.values().filter(|law| {
                law.entry.kind.value == kind
                    && (law.entry.number.value == number.as_str()
                        || law.entry.year.value.to_string() == year.as_str())
            });
            let ids: Vec<&str> = same_year.map(|law| law.entry.id.value.as_str()).collect();
            let text = whole
                .as_str()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let finding = Finding::new(
                &RULE,
                piece.span(whole.range()),
                message!("unregistered-law", text = text),
            );
            cx.findings.push(if ids.is_empty() {
                finding.hint(message!("unregistered-law.hint"))
            } else {
                finding.hint(message!("unregistered-law.similar", ids = ids.join(", ")))
            });
        }
    }
}

fn kind_of(word: &str) -> LawKind {
    let word = word.to_lowercase();
    match word.as_str() {
        "undang-undang" | "uu" => LawKind::Uu,
        "peraturan pemerintah" | "pp" => LawKind::Pp,
        "peraturan presiden" | "perpres" => LawKind::Perpres,
        "peraturan daerah" | "perda" => LawKind::Perda,
        _ => LawKind::Permen,
    }
}
