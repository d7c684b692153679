//! An image that cannot be decoded.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::error("TXT003", "broken-image", Group::Text)
    .firm()
    .example("![Peta](assets/peta.docx)", "![Peta](assets/peta.png)");

/// The path of the image, and its file.
pub fn found(span: Span, file: Span, path: &str) -> Finding {
    let hint = match path.to_ascii_lowercase().ends_with(".pdf") {
        true => message!("broken-image.pdf-hint"),
        false => message!("broken-image.hint"),
    };
    Finding::new(&RULE, span, message!("broken-image", path = path))
        .related(file, message!("broken-image.related"))
        .hint(hint)
}
