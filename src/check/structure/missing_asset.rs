//! A document that an entry names and the plan does not have.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Role;

/// The rule.
pub static RULE: Rule = Rule::error("STR023", "missing-asset", Group::Structure).example(
    "[commitment]\nstatus = \"signed\"\ndocument = \"assets/komitmen.pdf\"  # tidak ada",
    "[commitment]\nstatus = \"signed\"\ndocument = \"assets/komitmen-bpbd.pdf\"",
);

/// Looks up every document of a commitment that is the path of an asset.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        let commitment = opd.file.commitment.as_ref();
        let Some(document) = commitment.and_then(|commitment| commitment.document.as_ref()) else {
            continue;
        };
        let path = document.value.as_str();
        if !path.starts_with("assets/") || cx.tree.find(path).is_some() {
            continue;
        }
        let assets = cx
            .tree
            .iter()
            .filter(|(_, file)| file.role == Role::Asset)
            .map(|(_, file)| file.path.as_str());
        cx.findings.push(
            Finding::new(&RULE, document.span, message!("missing-asset", path = path)).suggest(
                path,
                assets,
                message!("missing-asset.hint"),
            ),
        );
    }
}
