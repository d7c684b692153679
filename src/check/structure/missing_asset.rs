//! A document that an entry names and the plan does not have.

use crate::check::Checker;
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::model::EntryKind;
use crate::resolve::narrative::normalise;

/// The rule `missing-asset` (STR023).
pub static RULE: Rule = Rule::error("STR023", "missing-asset", Group::Structure).example(
    "opd/diskominfo/opd.toml",
    "[commitment]\n\
         status = \"signed\"\n\
         document = \"assets/komitmen.pdf\"  # tidak ada",
    "[commitment]\n\
         status = \"signed\"\n\
         document = \"assets/komitmen-diskominfo.pdf\"",
);

/// Endings of files that are documents.
const ENDINGS: &[&str] = &[
    "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "jpg", "jpeg", "png", "tif", "tiff",
    "gif", "webp", "svg", "zip",
];

/// Looks up every document of a commitment that is named like a file.
pub fn check(cx: &mut Checker<'_>) {
    for opd in cx.plan.opds.values() {
        let commitment = opd.file.commitment.as_ref();
        let Some(document) = commitment.and_then(|commitment| commitment.document.as_ref()) else {
            continue;
        };
        let path = document.value.as_str();
        let normal = normalise("", path);
        let found = normal
            .as_ref()
            .is_some_and(|path| cx.tree.find(path).is_some());
        if found || !is_file(path) {
            continue;
        }
        cx.report_unless_uncertain(
            cx.unreadable(EntryKind::Asset),
            Finding::new(&RULE, document.span, message!("missing-asset", path = path))
                .suggest_among(
                    path,
                    cx.plan.assets(cx.tree).clone(),
                    message!("missing-asset.hint"),
                ),
        );
    }
}

/// Whether a text names a file of the plan, and is not a description or an address.
fn is_file(text: &str) -> bool {
    let ending = text.rsplit_once('.').map(|(_, ending)| ending);
    let ending = ending.unwrap_or_default().to_ascii_lowercase();
    let document = ENDINGS.contains(&ending.as_str());
    !text.contains("://") && (document || text.trim_start_matches("./").starts_with("assets/"))
}
