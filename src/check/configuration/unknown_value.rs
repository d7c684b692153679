//! A message that asks for what it is not given.

use std::collections::BTreeSet;

use crate::finding::{Finding, Group, Rule};
use crate::language::{Asked, message};
use crate::source::Span;

/// The rule `unknown-value` (CFG007).
pub static RULE: Rule = Rule::error("CFG007", "unknown-value", Group::Configuration)
    .fixed_level()
    .example(
        "words/buku.ftl",
        "book-government-of = Pemerintah { $kota }",
        "book-government-of = Pemerintah { $city }",
    );

/// Something in braces that is neither one of `values` nor another message.
pub fn finding(span: Span, asked: Asked<'_>, values: &BTreeSet<&'static str>) -> Finding {
    let written = match asked {
        Asked::Value(name) => format!("{{ ${name} }}"),
        Asked::Message(name) | Asked::Foreign(name) => format!("{{ {name} }}"),
    };
    let known: Vec<String> = values
        .iter()
        .map(|name| format!("`{{ ${name} }}`"))
        .collect();
    let finding = Finding::new(&RULE, span, message!("unknown-value", written = written));
    finding.hint(message!("unknown-value.hint", known = known.join(", ")))
}
