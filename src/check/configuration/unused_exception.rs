//! An exception that no longer applies.

use crate::finding::{Finding, Group, NameIndex, Rule};
use crate::language::message;
use crate::model::{EntryKind, Exception};
use crate::resolve::Plan;
use crate::source::SourceTree;

/// The rule `unused-exception` (CFG003).
pub static RULE: Rule = Rule::warning("CFG003", "unused-exception", Group::Configuration).example(
    "plan.toml",
    "[[exception]]\n\
         rule = \"pillar-without-quick-win\"\n\
         entry = \"pillar:governance\"  # sudah punya quick win\n\
         reason = \"Menunggu Musrenbang.\"",
    "# pengecualian dihapus",
);

/// An exception for an entry, unless there is such an entry or file.
pub(crate) fn nobodys(exception: &Exception, plan: &Plan, tree: &SourceTree) -> Option<Finding> {
    let entry = exception.entry.value.as_str();
    if tree.find(entry).is_some() {
        return None;
    }
    let kind = entry.split_once(':').map(|(kind, _)| kind);
    let known: Vec<String> = match kind {
        Some(kind) => {
            let entries = EntryKind::parse(kind).map(|kind| plan.entries_of(kind));
            let entries = entries.into_iter().flatten();
            let entries = entries.filter(|one| !one.id.is_empty());
            entries.map(|one| format!("{kind}:{}", one.id)).collect()
        }
        None => tree.iter().map(|(_, file)| file.path.clone()).collect(),
    };
    if known.iter().any(|known| known == entry) {
        return None;
    }
    let known: NameIndex = known.iter().map(String::as_str).collect();
    let message = message!("unused-exception.entry", entry = entry);
    let finding = Finding::new(&RULE, exception.entry.span, message);
    Some(finding.suggest_among(entry, known, message!("unused-exception.entry-hint")))
}

/// The exception.
pub fn finding(exception: &Exception) -> Finding {
    Finding::new(
        &RULE,
        exception.entry.span,
        message!(
            "unused-exception",
            rule = &exception.rule.value,
            entry = &exception.entry.value
        ),
    )
    .related(exception.rule.span, message!("unused-exception.rule"))
    .hint(message!("unused-exception.hint"))
}
