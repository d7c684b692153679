//! A required key that is not there.

use crate::finding::{Finding, Group, Rule};
use crate::language::{Words, message};
use crate::model::sample_line;
use crate::model::shape::Shape;
use crate::source::Span;

/// The rule `missing-field` (STR010).
pub static RULE: Rule = Rule::error("STR010", "missing-field", Group::Structure)
    .fixed_level()
    .example(
        "proposals/bank-sampah.toml",
        "title = \"Bank sampah di setiap kelurahan\"\nstatus = \"open\"",
        "title = \"Bank sampah di setiap kelurahan\"\n\
         by = \"Komunitas bank sampah\"\n\
         status = \"open\"",
    );

/// The table that lacks the key, and what the key takes.
pub fn finding(span: Span, key: &str, shape: &Shape) -> Finding {
    let line = sample_line(key, shape);
    let finding = Finding::new(&RULE, span, message!("missing-field", key = key));
    let (Shape::Word(words) | Shape::Code(words)) = shape else {
        return finding.hint(message!("missing-field.hint", line = line));
    };
    finding.hint(message!(
        "missing-field.word-hint",
        line = line,
        known = Words(words)
    ))
}

/// A file without anything in it: its kind, and the keys that it must have.
pub fn empty(span: Span, kind: &'static str, keys: &[&str]) -> Finding {
    let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    Finding::new(&RULE, span, message!("missing-field.empty")).hint(message!(
        "missing-field.empty-hint",
        keys = keys.join(", "),
        kind = kind
    ))
}

/// A proposal of this status must say why.
pub fn reason(span: Span, status: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("missing-field.reason", status = status),
    )
    .hint(message!("missing-field.reason-hint"))
}
