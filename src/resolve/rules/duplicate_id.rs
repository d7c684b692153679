//! Two things of one kind with the same id.

use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::source::Span;

/// The rule `duplicate-id` (STR013).
pub static RULE: Rule = Rule::error("STR013", "duplicate-id", Group::Structure)
    .fixed_level()
    .example(
        "registry/tujuan.toml",
        "[[goal]]\n\
         id = \"kota-sehat\"\n\
         text = \"Meningkatnya kesehatan warga\"\n\n\
         [[goal]]\n\
         id = \"kota-sehat\"\n\
         text = \"Meningkatnya kualitas lingkungan\"",
        "[[goal]]\n\
         id = \"kota-sehat\"\n\
         text = \"Meningkatnya kesehatan warga\"\n\n\
         [[goal]]\n\
         id = \"kota-hijau\"\n\
         text = \"Meningkatnya kualitas lingkungan\"",
    );

/// The second entry with the id, and the first.
pub fn finding(span: Span, first: Span, kind: Message, id: &str) -> Finding {
    Finding::new(&RULE, span, message!("duplicate-id", kind = kind, id = id))
        .related(first, message!("first-one"))
        .hint(message!("duplicate-id.hint"))
}

/// Two pillars would print two programmes as `GOV-01`.
pub(crate) fn pillar_code(span: Span, first: Span, code: &str) -> Finding {
    Finding::new(&RULE, span, message!("duplicate-id.code", code = code))
        .related(first, message!("first-one"))
        .hint(message!("duplicate-id.code-hint"))
}
