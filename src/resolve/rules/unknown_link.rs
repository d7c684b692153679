//! A link in Markdown that is neither a web address nor a known scheme.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `unknown-link` (TXT001).
pub static RULE: Rule = Rule::error("TXT001", "unknown-link", Group::Text).example(
    "chapters/pendahuluan.md",
    "[layanan aduan](layanan-aduan.md)",
    "[layanan aduan](program:layanan-aduan)",
);

/// A path to no text of the plan.
pub fn file(span: Span, destination: &str) -> Finding {
    Finding::new(
        &RULE,
        span,
        message!("unknown-link", destination = destination),
    )
    .hint(message!("unknown-link.hint"))
}

/// What stands behind `?`, and the forms that there are.
pub(crate) fn form(span: Span, query: &str, known: &[&str]) -> Finding {
    let word = query.strip_prefix("form=").unwrap_or(query);
    Finding::new(&RULE, span, message!("unknown-link.form", query = query)).suggest(
        word,
        known.iter().copied(),
        message!("unknown-link.form-hint", known = known.join(", ")),
    )
}

/// The destination, and the schemes that there are.
pub fn finding(span: Span, destination: &str, schemes: &[&str]) -> Finding {
    let finding = Finding::new(
        &RULE,
        span,
        message!("unknown-link", destination = destination),
    );
    match destination.split_once(':') {
        Some((scheme, _)) => finding.suggest(
            scheme,
            schemes.iter().copied(),
            message!("unknown-link.scheme-hint"),
        ),
        None => finding.hint(message!("unknown-link.hint")),
    }
}
