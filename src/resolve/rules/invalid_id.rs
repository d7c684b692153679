//! An id that does not match the grammar.

use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::source::Span;

/// The rule `invalid-id` (STR012).
pub static RULE: Rule = Rule::error("STR012", "invalid-id", Group::Structure)
    .fixed_level()
    .example(
        "registry/tujuan.toml",
        "[[goal]]\nid = \"Kota Sehat\"\ntext = \"Meningkatnya kesehatan warga\"",
        "[[goal]]\nid = \"kota-sehat\"\ntext = \"Meningkatnya kesehatan warga\"",
    );

/// An id of a kind of entry, and the one to write in its place if that is known.
pub fn finding(span: Span, kind: Message, id: &str, meant: Option<&str>) -> Finding {
    let finding = Finding::new(&RULE, span, message!("invalid-id", kind = kind, id = id));
    finding.hint(match meant {
        Some(meant) => message!("invalid-id.meant", id = meant),
        None => message!("invalid-id.hint"),
    })
}

/// An evaluation whose file is not named after a day.
pub fn date(span: Span, id: &str) -> Finding {
    Finding::new(&RULE, span, message!("invalid-id.date", id = id))
        .hint(message!("invalid-id.date-hint"))
}
