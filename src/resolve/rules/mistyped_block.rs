//! A block for the compiler whose marks or name are mistyped.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `mistyped-block` (TXT047).
pub static RULE: Rule = Rule::warning("TXT047", "mistyped-block", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "```Ambonplan\nshow = \"laws\"\n```",
        "```ambonplan\nshow = \"laws\"\n```",
    );

/// How the block begins, as it was written.
pub fn finding(span: Span, line: &str) -> Finding {
    Finding::new(&RULE, span, message!("mistyped-block", line = line))
        .hint(message!("mistyped-block.hint"))
}
