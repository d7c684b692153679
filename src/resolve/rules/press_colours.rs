//! A photograph in the colours of a printing press.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `press-colours` (STR030).
pub static RULE: Rule = Rule::warning("STR030", "press-colours", Group::Structure).described(
    "![Pelabuhan](assets/pelabuhan.jpg)  (CMYK)",
    "![Pelabuhan](assets/pelabuhan.jpg)  (RGB)",
);

/// The image, as its file and its path.
pub fn finding(span: Span, (file, path): (Span, &str)) -> Finding {
    Finding::new(&RULE, span, message!("press-colours", path = path))
        .related(file, message!("broken-image.related"))
        .hint(message!("press-colours.hint"))
}
