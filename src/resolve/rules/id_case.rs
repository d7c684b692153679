//! Ids that differ in case only.

use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::source::Span;

/// The rule `id-case` (STR014).
pub static RULE: Rule = Rule::error("STR014", "id-case", Group::Structure)
    .fixed_level()
    .example(
        "registry/tujuan.toml",
        "[[goal]]\n\
         id = \"kota-sehat\"\n\
         text = \"Meningkatnya kesehatan warga\"\n\n\
         [[goal]]\n\
         id = \"Kota-Sehat\"\n\
         text = \"Meningkatnya kesehatan warga\"",
        "[[goal]]\nid = \"kota-sehat\"\ntext = \"Meningkatnya kesehatan warga\"",
    );

/// The second spelling of the id, and the first.
pub fn finding(span: Span, first: Span, kind: Message, id: &str, other: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("id-case", kind = kind, id = id, other = other),
    )
    .related(first, message!("first-one"))
    .hint(message!("id-case.hint"))
}
