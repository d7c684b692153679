//! Rules about the levels and exceptions in `plan.toml`.

use crate::finding::Rule;

pub(crate) mod firm_rule;
pub(crate) mod unknown_change;
pub(crate) mod unknown_rule;
pub(crate) mod unused_exception;

/// The rules of this group.
pub(crate) static RULES: &[&Rule] = &[
    &unknown_rule::RULE,
    &firm_rule::RULE,
    &unused_exception::RULE,
    &unknown_change::RULE,
];
