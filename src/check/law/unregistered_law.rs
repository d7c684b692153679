//! A law that a text cites by number and that the registry does not have.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::Kind;

/// The rule `unregistered-law` (LAW002).
pub static RULE: Rule = Rule::warning("LAW002", "unregistered-law", Group::Law).example(
    "chapters/pendahuluan.md",
    "… menurut Undang-Undang Nomor 12 Tahun 2023 tentang Pemerintahan Daerah …",
    "… menurut <law:uu-23-2014> …",
);

/// Looks up every citation of a law by kind, number, year and issuer.
pub fn check(cx: &mut Checker<'_>) {
    if cx.is_incomplete(Kind::Law) {
        return;
    }
    for citation in cx.citations() {
        if citation.own || !citation.laws.is_empty() {
            continue;
        }
        let ids = citation.similar.iter();
        let ids: Vec<&str> = ids
            .map(|id| cx.plan.laws[*id].entry.id.value.as_str())
            .collect();
        let finding = Finding::new(
            &RULE,
            citation.span,
            message!("unregistered-law", text = &citation.text),
        );
        cx.report(match ids.as_slice() {
            [] => finding.hint(message!("unregistered-law.hint")),
            ids => finding.hint(message!("unregistered-law.similar", ids = ids.join(", "))),
        });
    }
}
