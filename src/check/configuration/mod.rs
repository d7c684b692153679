//! Rules about the levels and exceptions in `plan.toml`, and the words of a plan.

use crate::finding::Rule;

pub(crate) mod broken_message;
pub(crate) mod circular_message;
pub(crate) mod dropped_value;
pub(crate) mod firm_rule;
pub(crate) mod government_in_name;
pub(crate) mod own_words;
pub(crate) mod repeated_message;
pub(crate) mod unknown_change;
pub(crate) mod unknown_message;
pub(crate) mod unknown_rule;
pub(crate) mod unknown_value;
pub(crate) mod untranslated_words;
pub(crate) mod unused_exception;

/// The rules of this group.
pub(crate) static RULES: &[&Rule] = &[
    &unknown_rule::RULE,
    &firm_rule::RULE,
    &unused_exception::RULE,
    &unknown_change::RULE,
    &broken_message::RULE,
    &unknown_message::RULE,
    &unknown_value::RULE,
    &untranslated_words::RULE,
    &circular_message::RULE,
    &repeated_message::RULE,
    &dropped_value::RULE,
    &government_in_name::RULE,
];
