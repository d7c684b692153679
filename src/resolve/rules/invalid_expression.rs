//! A choice of programmes that cannot be read, or that nothing could meet.

use crate::finding::{Finding, Group, Rule};
use crate::language::Message;
use crate::source::Span;

/// The rule `invalid-expression` (STR053).
pub static RULE: Rule = Rule::error("STR053", "invalid-expression", Group::Structure)
    .fixed_level()
    .example(
        "chapters/pendahuluan.md",
        "```ambonplan\nshow = \"programs\"\nwhere = \"pilar = governance dan total > 1e9\"\n```",
        "```ambonplan\nshow = \"programs\"\nwhere = \"pillar = governance and total > 1e9\"\n```",
    );

/// What is wrong with the expression, and what may have been meant.
pub fn finding(span: Span, message: Message, hint: Option<Message>) -> Finding {
    let finding = Finding::new(&RULE, span, message);
    match hint {
        Some(hint) => finding.hint(hint),
        None => finding,
    }
}
