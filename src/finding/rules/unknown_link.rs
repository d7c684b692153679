//! A link in Markdown that is neither a web address nor a known scheme.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::error("TXT001", "unknown-link", Group::Text).example(
    "[layanan 112](layanan-112.md)",
    "[layanan 112](program:layanan-112)",
);

/// The destination, and the schemes that there are.
pub fn found(span: Span, destination: &str, schemes: &[&str]) -> Finding {
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
