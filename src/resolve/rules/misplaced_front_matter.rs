//! What a text says of itself, where nobody reads it.

use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::source::Span;

/// The rule `misplaced-front-matter` (STR034).
pub static RULE: Rule = Rule::warning("STR034", "misplaced-front-matter", Group::Structure)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "---\ntitle: Pendahuluan\n---",
        "+++\ntitle = \"Pendahuluan\"\n+++",
    );

/// A block that something stands before.
pub(crate) fn late(span: Span) -> Finding {
    let hint = message!("misplaced-front-matter.late-hint");
    with(span, message!("misplaced-front-matter.late"), hint)
}

/// A block that begins with another mark.
pub(crate) fn mark(span: Span, mark: &str) -> Finding {
    let message = message!("misplaced-front-matter.mark", mark = mark);
    with(span, message, message!("misplaced-front-matter.mark-hint"))
}

/// Keys with no mark before them.
pub(crate) fn bare(span: Span) -> Finding {
    let hint = message!("misplaced-front-matter.mark-hint");
    with(span, message!("misplaced-front-matter.bare"), hint)
}

/// A block in YAML.
pub(crate) fn yaml(span: Span) -> Finding {
    let hint = message!("misplaced-front-matter.hint");
    with(span, message!("misplaced-front-matter"), hint)
}

fn with(span: Span, message: Message, hint: Message) -> Finding {
    Finding::new(&RULE, span, message).hint(hint)
}
