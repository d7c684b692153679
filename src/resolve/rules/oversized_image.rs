//! An image that takes more time or memory than a machine has.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::resolve::picture::{MOST_PIXELS, Oversized};
use crate::source::Span;

/// The rule `oversized-image` (STR029).
pub static RULE: Rule = Rule::error("STR029", "oversized-image", Group::Structure)
    .fixed_level()
    .described(
        "![Peta](assets/peta.png)  (20.000 × 20.000)",
        "![Peta](assets/peta.png)  (4.000 × 4.000)",
    );

/// The image, as its file and its path, and what of it is too much.
pub fn finding(span: Span, (file, path): (Span, &str), fault: &Oversized) -> Finding {
    let (message, hint) = match fault {
        Oversized::Pixels { width, height } => (
            message!(
                "oversized-image.pixels",
                path = path,
                width = width.to_string(),
                height = height.to_string()
            ),
            message!(
                "oversized-image.pixels-hint",
                limit = (MOST_PIXELS / 1_000_000).to_string()
            ),
        ),
        Oversized::Filter(filter) => (
            message!("oversized-image.filter", path = path, filter = filter),
            message!("oversized-image.filter-hint"),
        ),
        Oversized::Entities => (
            message!("oversized-image.entities", path = path),
            message!("oversized-image.entities-hint"),
        ),
        Oversized::Elements => (
            message!("oversized-image.elements", path = path),
            message!("oversized-image.elements-hint"),
        ),
        Oversized::Depth => (
            message!("oversized-image.depth", path = path),
            message!("oversized-image.elements-hint"),
        ),
    };
    Finding::new(&RULE, span, message)
        .related(file, message!("broken-image.related"))
        .hint(hint)
}
