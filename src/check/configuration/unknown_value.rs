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

/// A message that needs a value which the one that asks for it does not get.
pub fn through(span: Span, other: &str, value: &str) -> Finding {
    let written = format!("{{ ${value} }}");
    let message = message!("unknown-value.through", other = other, written = written);
    Finding::new(&RULE, span, message).hint(message!("unknown-value.through-hint"))
}

/// Something in braces that is neither one of `values` nor another message.
pub fn finding(span: Span, asked: Asked<'_>, values: &BTreeSet<&'static str>) -> Finding {
    let written = match asked {
        Asked::Value(name) => format!("{{ ${name} }}"),
        Asked::Message(name) => format!("{{ {name} }}"),
        Asked::Foreign(name) => {
            let finding = Finding::new(&RULE, span, message!("unknown-value.foreign", name = name));
            return finding.hint(message!("unknown-value.foreign-hint"));
        }
    };
    let known: Vec<String> = values
        .iter()
        .map(|name| format!("`{{ ${name} }}`"))
        .collect();
    let finding = Finding::new(&RULE, span, message!("unknown-value", written = written));
    finding.hint(message!("unknown-value.hint", known = known.join(", ")))
}
