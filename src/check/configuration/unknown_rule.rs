//! A level or an exception for a rule that does not exist.

use crate::check::{Selector, rules};
use crate::finding::{Finding, Group, Rule};
use crate::language::message;
use crate::source::Span;

/// The rule `unknown-rule` (CFG001).
pub static RULE: Rule = Rule::error("CFG001", "unknown-rule", Group::Configuration)
    .fixed_level()
    .example(
        "plan.toml",
        "[rules]\nquick-win-to-long = \"warn\"",
        "[rules]\nquick-win-too-long = \"warn\"",
    );

/// An exception for a group.
pub fn group(span: Span, name: &str) -> Finding {
    Finding::new(&RULE, span, message!("unknown-rule.group", name = name))
        .hint(message!("unknown-rule.group-hint"))
}

/// An exception for a rule that does not exist.
pub(crate) fn excepted(span: Span, name: &str) -> Finding {
    let rules = rules().into_iter().map(|rule| rule.name);
    Finding::new(&RULE, span, message!("unknown-rule.excepted", name = name)).suggest(
        name,
        rules,
        message!("unknown-rule.hint"),
    )
}

/// A level for what is neither a rule nor a group.
pub fn finding(span: Span, name: &str) -> Finding {
    Finding::new(&RULE, span, message!("unknown-rule", name = name)).suggest(
        name,
        Selector::names(),
        message!("unknown-rule.hint"),
    )
}
