//! References into files that could not be read are not judged.

use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule.
pub static RULE: Rule = Rule::warning("STR019", "not-judged", Group::Structure).example(
    "# registry/laws.toml\n[[law]]\nid =",
    "[[law]]\nid = \"uu-23-2014\"",
);

/// The broken file, and how many references would lead into the registry.
pub fn found(span: Span, count: usize) -> Finding {
    Finding::new(&RULE, span, message!("not-judged", count = count))
        .hint(message!("not-judged.hint"))
}
