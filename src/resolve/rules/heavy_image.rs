//! A picture that makes the book heavy.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `heavy-image` (TXT014).
pub static RULE: Rule = Rule::warning("TXT014", "heavy-image", Group::Text).described(
    "assets/pelabuhan.png  (14 MB)",
    "assets/pelabuhan.jpg  (1 MB)",
);

/// The picture, its file and its size in bytes.
pub fn finding(span: Span, file: Span, path: &str, bytes: usize) -> Finding {
    let size = (bytes / 1_000_000).to_string();
    Finding::new(
        &RULE,
        span,
        message!("heavy-image", path = path, size = size),
    )
    .related(file, message!("heavy-image.related"))
    .hint(message!("heavy-image.hint"))
}
