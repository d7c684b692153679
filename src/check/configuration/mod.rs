//! Rules about the levels and exceptions in `plan.toml`.

use crate::finding::Rule;

pub mod firm_rule;
pub mod unknown_change;
pub mod unknown_rule;
pub mod unused_exception;

/// The rules of this group.
pub static RULES: &[&Rule] = &[
    &unknown_rule::RULE,
    &firm_rule::RULE,
    &unused_exception::RULE,
    &unknown_change::RULE,
];
