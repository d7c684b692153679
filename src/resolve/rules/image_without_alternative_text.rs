//! An image that says nothing to a reader who cannot see it.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `image-without-alternative-text` (TXT007).
pub static RULE: Rule = Rule::warning("TXT007", "image-without-alternative-text", Group::Text)
    .example(
        "chapters/pendahuluan.md",
        "![](assets/peta.svg)",
        "![Peta lima kecamatan](assets/peta.svg)",
    );

/// The image.
pub fn finding(span: Span) -> Finding {
    Finding::new(&RULE, span, message!("image-without-alternative-text"))
        .hint(message!("image-without-alternative-text.hint"))
}
