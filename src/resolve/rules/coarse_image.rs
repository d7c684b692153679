//! A picture with too few pixels for its width in print.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `coarse-image` (TXT013).
pub static RULE: Rule = Rule::warning("TXT013", "coarse-image", Group::Text).described(
    "![Pelabuhan](assets/pelabuhan.jpg \"Pelabuhan {width=100%}\")  (300 × 200)",
    "![Pelabuhan](assets/pelabuhan.jpg \"Pelabuhan {width=100%}\")  (1200 × 800)",
);

/// The picture and its file, its width and the least one in pixels, and its
/// density in dots per inch.
pub fn finding(
    span: Span,
    file: Span,
    path: &str,
    (pixels, needed): (u32, u32),
    density: u32,
) -> Finding {
    let message = message!(
        "coarse-image",
        path = path,
        pixels = pixels.to_string(),
        density = density.to_string()
    );
    Finding::new(&RULE, span, message)
        .related(file, message!("coarse-image.related"))
        .hint(message!("coarse-image.hint", needed = needed.to_string()))
}
