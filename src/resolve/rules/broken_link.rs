//! A link or an image that is not written as Markdown reads it, and prints as text.

use crate::finding::{Finding, Group, Rule};
use crate::language::{Message, message};
use crate::source::Span;

/// The rule `broken-link` (TXT041).
pub static RULE: Rule = Rule::warning("TXT041", "broken-link", Group::Text)
    .strict()
    .example(
        "chapters/pendahuluan.md",
        "![Peta kota](assets/Peta Kota.png)",
        "![Peta kota](<assets/Peta Kota.png>)",
    );

/// One whose address has a space.
pub(crate) fn blank(span: Span, address: &str, image: bool) -> Finding {
    let message = if image {
        message!("broken-link.image-blank")
    } else {
        message!("broken-link.blank")
    };
    with(
        span,
        message,
        message!("broken-link.blank-hint", address = address),
    )
}

/// One whose address has no end.
pub(crate) fn unclosed(span: Span) -> Finding {
    let hint = message!("broken-link.unclosed-hint");
    with(span, message!("broken-link.unclosed"), hint)
}

/// One whose brackets stand apart.
pub(crate) fn apart(span: Span) -> Finding {
    let hint = message!("broken-link.apart-hint");
    with(span, message!("broken-link.apart"), hint)
}

/// An image as notebooks write it.
pub fn embedded(span: Span, path: &str) -> Finding {
    let hint = message!("broken-link.embedded-hint", path = path);
    with(span, message!("broken-link.embedded"), hint)
}

/// Any other.
pub fn finding(span: Span) -> Finding {
    with(span, message!("broken-link"), message!("broken-link.hint"))
}

fn with(span: Span, message: Message, hint: Message) -> Finding {
    Finding::new(&RULE, span, message).hint(hint)
}
