//! A sign that Markdown takes for a mark and that is not printed.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `lost-sign` (TXT053).
pub static RULE: Rule = Rule::warning("TXT053", "lost-sign", Group::Text)
    .strict()
    .example("chapters/pendahuluan.md", "2*3*4", "2 × 3 × 4");

/// What was written, what was meant if that is known, and how the sign is printed.
pub fn finding(
    span: Span,
    sign: char,
    written: &str,
    meant: Option<&str>,
    escaped: &str,
) -> Finding {
    let message = message!("lost-sign", sign = sign.to_string(), written = written);
    let hint = match meant {
        Some(meant) => message!("lost-sign.hint", meant = meant, escaped = escaped),
        None => message!("lost-sign.escaped-hint", escaped = escaped),
    };
    Finding::new(&RULE, span, message).hint(hint)
}

/// A path of Windows, as it was written.
pub(crate) fn backslash(span: Span, written: &str) -> Finding {
    let message = message!("lost-sign.backslash", written = written);
    Finding::new(&RULE, span, message).hint(message!("lost-sign.backslash-hint", written = written))
}

/// A line that begins with the sign of a comparison, which makes a quote of it.
pub(crate) fn comparison(span: Span, written: &str) -> Finding {
    let message = message!("lost-sign.comparison", written = written);
    Finding::new(&RULE, span, message)
        .hint(message!("lost-sign.comparison-hint", written = written))
}
