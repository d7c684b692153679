//! An image that is not in the plan's assets.

use crate::finding::{Finding, Group, NameIndex, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `missing-image` (TXT002).
pub static RULE: Rule = Rule::error("TXT002", "missing-image", Group::Text)
    .fixed_level()
    .example(
        "chapters/pendahuluan.md",
        "![Peta](C:/Users/peta.png)",
        "![Peta](assets/peta.svg)",
    );

/// The destination, and the images that there are.
pub fn finding(span: Span, destination: &str, images: &NameIndex) -> Finding {
    let outside =
        destination.contains("..") || destination.starts_with('/') || destination.contains(':');
    let otherwise = if outside {
        message!("missing-image.outside")
    } else {
        message!("missing-image.hint")
    };
    Finding::new(
        &RULE,
        span,
        message!("missing-image", destination = destination),
    )
    .suggest_among(destination, images.clone(), otherwise)
}

/// A path that is written as on Windows.
pub(crate) fn backslash(span: Span, destination: &str, path: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("missing-image.backslash", destination = destination),
    )
    .hint(message!("missing-image.backslash-hint", path = path))
}

/// A file of the plan that is no image.
pub(crate) fn elsewhere(span: Span, file: Span, path: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("missing-image.elsewhere", path = path),
    )
    .related(file, message!("missing-image.elsewhere-related"))
    .hint(message!("missing-image.hint"))
}

/// The emblem on the cover, and the images that there are.
pub(crate) fn emblem(span: Span, path: &str, images: &NameIndex) -> Finding {
    Finding::new(&RULE, span, message!("missing-image", destination = path)).suggest_among(
        path,
        images.clone(),
        message!("missing-image.emblem-hint"),
    )
}
