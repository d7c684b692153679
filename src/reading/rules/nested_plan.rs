//! A plan in a folder of the plan directory, as it comes out of an archive.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `nested-plan` (STR051).
pub static RULE: Rule = Rule::error("STR051", "nested-plan", Group::Structure)
    .first()
    .fixed_level()
    .names("lama/plan.toml", "plan.toml");

/// The folder, which has the only plan.
pub(crate) fn below(span: Span, folder: &str) -> Finding {
    Finding::new(&RULE, span, message!("nested-plan", folder = folder))
        .hint(message!("nested-plan.hint", folder = folder))
}

/// The folder, which has one plan more.
pub(crate) fn second(span: Span, folder: &str) -> Finding {
    Finding::new(&RULE, span, message!("nested-plan.second", folder = folder))
        .hint(message!("nested-plan.second-hint", folder = folder))
}

/// The path of the file of another plan, which stands alone.
pub fn file(span: Span, path: &str) -> Finding {
    Finding::new(&RULE, span, message!("nested-plan.file", path = path))
        .hint(message!("nested-plan.file-hint"))
}
